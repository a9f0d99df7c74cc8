"""Takes the pictures of README and docs: `.venv/bin/python -m journeys.portraits docs/pictures`.

Starts a demo city of full size unless CHENGMAI_JOURNEYS_AT names one that runs. Each picture is a
WebP of at most 250 KB.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from journeys.browser import DESK, PHONE, Company, Person, start_chromium
from journeys.city import running_city
from journeys.desk import Desk
from journeys.field import FieldWorker
from journeys.layout import wait_for_map
from journeys.phone import Citizen
from journeys.wire import Wire, find_spots

LARGEST = 250_000  # bytes
QUALITIES = (88, 80, 70, 60, 45)


def main(folder: Path) -> None:
    """Take all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("CHENGMAI_DEMO_CASES", "12000")
    os.environ.setdefault("CHENGMAI_DEMO_COMPONENTS", "60000")
    with running_city() as base, sync_playwright() as playwright:
        browser = start_chromium(playwright)
        company = Company(browser, base, folder)
        try:
            _take_all(playwright, base, company, folder)
        finally:
            company.leave()
            browser.close()


def _take_all(playwright: Playwright, base: str, company: Company, folder: Path) -> None:
    leader = Wire(playwright, base, "leader1")
    collector = Wire(playwright, base, "collector1")
    spot = find_spots(collector, 1)[0]
    at = (spot.lon, spot.lat)
    case = _told_case(leader)

    person = company.person("leader1", DESK, state=leader.state(), scale=1.5)
    page = person.page
    page.goto("/")
    expect(page.get_by_role("heading", name="今日分时")).to_be_visible()
    _settled(page)
    _keep(page, folder / "home.webp")
    Desk(person).open("to_close", case)
    wait_for_map(page)
    _settled(page)
    _keep(page, folder / "desk.webp")
    page.goto("/map")
    wait_for_map(page)
    _settled(page)
    _keep(page, folder / "map.webp")

    night = company.person("leader1", DESK, state=leader.state(), scale=1.5, dark=True)
    Desk(night).open("to_close", case)
    wait_for_map(night.page)
    _settled(night.page)
    _keep(night.page, folder / "desk-night.webp")

    citizen = Citizen(company.person("citizen", PHONE, at=at, phone=True, scale=2))
    citizen.start_report()
    citizen.say("路口的垃圾桶满了，垃圾堆到人行道上")
    _settled(citizen.page)
    _keep(citizen.page, folder / "citizen-report.webp")
    tracking = leader.get(f"/cases/{_closed_case(leader)}")["reports"][0]["tracking_no"]
    citizen.page.goto(f"/c/r/{tracking}")
    _settled(citizen.page)
    _keep(citizen.page, folder / "citizen-story.webp")

    handler = company.person("handler1", PHONE, at=at, phone=True, scale=2)
    _take_field(handler, folder / "field-task.webp")


def _take_field(person: Person, path: Path) -> None:
    day = "localStorage.setItem('chengmai.field.night', 'day')"
    person.context.add_init_script(day)
    FieldWorker(person).sign_in("handler1")
    _settled(person.page)
    _keep(person.page, path)


def _told_case(wire: Wire) -> int:
    """A case that the duty leader may close now, with pictures before and after."""
    rows = wire.get("/cases", queue="to_close", order="newest", limit=50)["items"]
    for row in rows:
        media = wire.get(f"/cases/{row['id']}")["media"]
        if media["before"] and media["after"] and row["lamp"] != "overdue":
            return int(row["id"])
    return int(rows[0]["id"])


def _closed_case(wire: Wire) -> int:
    """A closed case with pictures before and after."""
    rows = wire.get("/cases", queue="all", stage="closed", limit=100)["items"]
    good = [r for r in rows if r["thumbnail_url"] and r["source"] in ("web", "wechat", "app")]
    return int((good or rows)[0]["id"])


def _settled(page: Page) -> None:
    """Pictures have come and the map stands still."""
    page.wait_for_load_state("load")
    page.wait_for_function(
        "() => [...document.images].every((one) => one.complete || one.loading === 'lazy')"
    )
    page.wait_for_timeout(1500)


def _keep(page: Page, path: Path) -> None:
    """One picture, as good as the size allows."""
    with Image.open(io.BytesIO(page.screenshot(animations="disabled", timeout=60_000))) as image:
        for quality in QUALITIES:
            out = io.BytesIO()
            image.convert("RGB").save(out, "WEBP", quality=quality, method=6)
            if out.tell() <= LARGEST:
                break
    path.write_bytes(out.getvalue())
    print(f"{path}  {out.tell() // 1000} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
