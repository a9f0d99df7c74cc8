"""Every page of the three apps at three sizes, by day and by night: readable, whole, accessible."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from journeys.axe import violations
from journeys.browser import DESK, PHONE, WALL, Company
from journeys.conftest import Town
from journeys.layout import beside_the_screen, cut_texts, wait_for_map
from journeys.stages import Known, handled_by

pytestmark = pytest.mark.journey
SIZES = {"phone": PHONE, "desk": DESK, "wall": WALL}
CONSOLE = ["/", "/desk", "/desk/{case}", "/map", "/report", "/standards", "/calendar", "/imports"]
CITIZEN = ["/c/", "/c/report", "/c/find", "/c/nearby", "/c/notice", "/c/r/{tracking}"]
FIELD = ["/f/"]
WITH_MAP = {"/desk/{case}", "/map", "/report"}


@pytest.fixture(scope="module")
def known(town: Town) -> Known:
    """A case with a long story."""
    return handled_by(town, "handler1", "井盖旁边的路面塌了一块，" * 6)


def settle(page: Page, path: str) -> None:
    """The page has what it shows."""
    page.goto(path, wait_until="load")
    page.wait_for_function("() => document.querySelector('h1, h2, [role=listbox]') !== null")
    page.wait_for_function("() => document.querySelector('[aria-busy=true], .shape') === null")
    page.wait_for_timeout(250)  # the last lists unfold


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("size", ["phone", "desk", "wall"])
def test_the_console_is_whole_and_accessible(
    size: str, dark: bool, town: Town, company: Company, known: Known
) -> None:
    state = town.wires("leader1").state()
    person = company.person(f"console-{size}", SIZES[size], dark=dark, state=state)
    look_at(person.page, person.shot, ["/sign-in", *CONSOLE], known, size=size, dark=dark)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_citizens_pages_are_whole_and_accessible(
    dark: bool, company: Company, known: Known
) -> None:
    at = (known.spot.lon, known.spot.lat)
    person = company.person("citizen", PHONE, dark=dark, at=at, phone=True)
    look_at(person.page, person.shot, CITIZEN, known, size="phone", dark=dark)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_field_pages_are_whole_and_accessible(
    dark: bool, town: Town, company: Company, known: Known
) -> None:
    at = (known.spot.lon, known.spot.lat)
    state = town.wires("handler1").state()
    person = company.person("field", PHONE, dark=dark, at=at, phone=True, state=state)
    look_at(person.page, person.shot, FIELD, known, size="phone", dark=dark)


def look_at(
    page: Page,
    shot: Callable[[str], None],
    paths: list[str],
    known: Known,
    *,
    size: str,
    dark: bool,
) -> None:
    """Collect everything that is wrong on these pages, then say all of it at once."""
    wrong: list[str] = []
    for path in paths:
        settle(page, path.format(case=known.id, tracking=known.tracking_no))
        if path in WITH_MAP and size == "desk":
            wait_for_map(page)
        shot(path.strip("/").replace("/", "-").replace("{", "").replace("}", "") or "home")
        found = beside_the_screen(page) + cut_texts(page)
        if size != "wall":
            found += violations(page)
        assert page.evaluate("document.documentElement.dataset.theme") == ("dark" if dark else "light")
        wrong += [f"{path}: {one}" for one in found]
    assert not wrong, "\n" + "\n".join(wrong)
