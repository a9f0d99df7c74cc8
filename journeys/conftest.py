"""The city, the browser and the people of every journey."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from journeys.browser import DESK, PATIENCE, PHONE, Company, Person, people_of, start_chromium
from journeys.city import running_city
from journeys.wire import Spot, Wire, find_spots

expect.set_options(timeout=PATIENCE)


@dataclass
class Town:
    """The running city as the journeys know it: lines of the demo accounts, and free places."""

    base: str
    wires: Callable[[str], Wire]
    spots: list[Spot]

    def spot(self) -> Spot:
        """A place that no other journey uses."""
        return self.spots.pop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as made:
        yield made


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    made = start_chromium(playwright)
    yield made
    made.close()


@pytest.fixture(scope="session")
def town(playwright: Playwright) -> Iterator[Town]:
    with running_city() as base:
        lines: dict[str, Wire] = {}

        def line(username: str) -> Wire:
            if username not in lines:
                lines[username] = Wire(playwright, base, username)
            return lines[username]

        spots = find_spots(line("collector1"), 24)
        assert len(spots) >= 12, "the demo city has too few places where collector1 walks"
        yield Town(base, line, spots)
        for wire in lines.values():
            wire.close()


@pytest.fixture
def company(town: Town, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Company]:
    """People with screens of their own. What they saw go wrong is asserted empty at the end."""
    title = re.sub(r"\W+", "-", request.node.name).strip("-")
    with people_of(browser, town.base, title) as made:
        yield made
        made.failed = getattr(request.node, "failed", False)


@pytest.fixture
def at_desk(town: Town, company: Company) -> Callable[..., Person]:
    """Somebody of the staff at a desk of 1366×768, signed in."""

    def come(username: str, **how: object) -> Person:
        how.setdefault("size", DESK)
        return company.person(username, state=town.wires(username).state(), **how)  # type: ignore[arg-type]

    return come


@pytest.fixture
def with_phone(company: Company) -> Callable[..., Person]:
    """Somebody with a phone of 390×844 that knows where it is; nobody is signed in."""

    def come(name: str, spot: Spot, **how: object) -> Person:
        how.setdefault("size", PHONE)
        return company.person(name, at=(spot.lon, spot.lat), phone=True, **how)  # type: ignore[arg-type]

    return come


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.when == "call" and report.failed:
        item.failed = True  # type: ignore[attr-defined]
