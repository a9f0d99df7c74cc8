"""Every page of the three apps at three sizes, by day and by night: readable, whole, accessible."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from journeys.axe import violations
from journeys.browser import DESK, PHONE, WALL, Company, Person
from journeys.conftest import Town
from journeys.field import FieldWorker
from journeys.layout import beside_the_screen, cut_texts, wait_for_map
from journeys.stages import Known, handled_by

pytestmark = pytest.mark.journey
SIZES = {"phone": PHONE, "wall": WALL}
CONSOLE = [
    "/sign-in",
    "/",
    "/desk",
    "/desk/{case}",
    "/map",
    "/report",
    "/standards",
    "/calendar",
    "/imports",
    "/me/notices",
    "/compare",
    "/verify/{case}?seq=1&code=0000000000000000",
]
ADMIN = [
    "/",
    "/census",
    "/tables",
    "/tables/identity.organisations",
    "/security",
    "/channels",
    "/grid-checks",
    "/layers",
    "/system",
]
ON_THE_WALL = ["/", "/desk/{case}"]
CITIZEN = ["/c/", "/c/report", "/c/find", "/c/nearby", "/c/notice", "/c/data", "/c/r/{tracking}"]
FIELD = ["/f/", "/f/task/{case}", "/f/map", "/f/report", "/f/outbox"]
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


def test_axe_finds_what_is_wrong(company: Company) -> None:
    page = company.person("nobody", PHONE).page
    page.goto("/c/find")
    assert violations(page) == []
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"/icon.svg\"><input>')")
    assert {one.split(" ")[0] for one in violations(page)} == {"image-alt", "label"}


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_console_is_whole_and_accessible(
    dark: bool, town: Town, company: Company, known: Known
) -> None:
    state = town.wires("leader1").state()
    person = company.person("desk", DESK, dark=dark, state=state)
    look_at(person, CONSOLE, known, maps=not dark, dark=dark)


@pytest.mark.parametrize("size", ["phone", "wall"])
def test_the_console_fits_on(size: str, town: Town, company: Company, known: Known) -> None:
    state = town.wires("leader1").state()
    person = company.person(f"console-{size}", SIZES[size], state=state)
    look_at(person, CONSOLE if size == "phone" else ON_THE_WALL, known, axe=False)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_the_administrators_pages_are_whole_and_accessible(
    size: str, town: Town, company: Company, known: Known
) -> None:
    state = town.wires("admin").state()
    person = company.person(f"admin-{size}", DESK if size == "desk" else PHONE, state=state)
    look_at(person, ADMIN, known, axe=size == "desk")


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_citizens_pages_are_whole_and_accessible(
    dark: bool, company: Company, known: Known
) -> None:
    at = (known.spot.lon, known.spot.lat)
    person = company.person("citizen", PHONE, dark=dark, at=at, phone=True)
    look_at(person, CITIZEN, known, dark=dark)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_field_pages_are_whole_and_accessible(
    dark: bool, company: Company, known: Known
) -> None:
    at = (known.spot.lon, known.spot.lat)
    person = company.person("field", PHONE, dark=dark, at=at, phone=True)
    # The field is dark by the hour of the day unless somebody chose.
    chosen = f"localStorage.setItem('chengmai.field.night', '{'night' if dark else 'day'}')"
    person.context.add_init_script(chosen)
    look_at(person, ["/f/sign-in"], known, dark=dark)
    FieldWorker(person).sign_in("handler1")
    look_at(person, FIELD, known, dark=dark)


def look_at(
    person: Person,
    paths: list[str],
    known: Known,
    *,
    axe: bool = True,
    maps: bool = False,
    dark: bool = False,
) -> None:
    """Collect everything that is wrong on these pages, then say all of it at once."""
    page = person.page
    wrong: list[str] = []
    for path in paths:
        settle(page, path.format(case=known.id, tracking=known.tracking_no))
        theme = page.evaluate("document.documentElement.dataset.theme")
        found = [] if theme == ("dark" if dark else "light") else [f"the theme is {theme}"]
        if maps and path in WITH_MAP:
            wait_for_map(page)
        person.shot(re.sub(r"\W+", "-", path).strip("-") or "home")
        found += beside_the_screen(page) + cut_texts(page) + (violations(page) if axe else [])
        wrong += [f"{path}: {one}" for one in found]
    assert not wrong, "\n" + "\n".join(wrong)
