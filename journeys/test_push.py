"""What the city pushes appears on the desktop of a real browser, and a click opens the case.

The push service of the browser's maker stands between the city and the browser; here the words go
in at the browser's end, as they come out of decryption there. The way to it is proved by
chengmai/notices/tests with a service that decrypts.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from chengmai.notices.gateways.parcel import Parcel
from chengmai.notices.gateways.push import told
from journeys.browser import CHROMIUM, DESK, FLAGS, PATIENCE
from journeys.conftest import Town
from journeys.desktop import Desktop, running_desktop
from journeys.stages import Known, to_dispatch

pytestmark = pytest.mark.journey
LATEST = 20  # seconds from the move to the notice


def test_a_push_is_shown_on_the_desktop_and_a_click_opens_the_case(
    town: Town, playwright: Playwright, tmp_path: Path
) -> None:
    known = to_dispatch(town, "推送给专业部门的一件")
    dispatcher = town.wires("dispatcher2")
    unit = dispatcher.get(f"/cases/{known.id}")["suggested"]["organisation_id"]
    dispatcher.move(known.id, "dispatch", organisation_id=unit)
    notice = notice_of(town, known)
    with running_desktop() as desktop:
        context = browser_on(playwright, town, desktop, tmp_path)
        try:
            page = context.pages[0]
            page.goto("/me/notices")
            push(page, town.base, notice)
            shown = desktop.wait_for(lambda one: one.title == notice["title"])
            assert notice["body"] in shown.body
            with context.expect_page() as opened:
                desktop.click(shown)
            case = opened.value
            expect(case).to_have_url(f"{town.base}{notice['link']}")
            pane = case.get_by_role("article", name="案件")
            expect(pane.get_by_text(known.case_no, exact=True)).to_be_visible()
            # Clicked again while that page is open, it comes to the front instead of a second one.
            push(page, town.base, {**notice, "id": notice["id"] + 1})
            again = desktop.wait_for(lambda one: one.number > shown.number)
            desktop.click(again)
            desktop.wait_until_closed(again)
            page.wait_for_timeout(500)  # a window that should not open would need less
            assert len(context.pages) == 2
        finally:
            context.close()


def notice_of(town: Town, known: Known) -> dict[str, Any]:
    """The notice that the department gets of this case."""
    last = time.monotonic() + LATEST
    while time.monotonic() < last:
        for one in town.wires("dept1").get("/notices", limit=20)["items"]:
            if str(known.id) in one["link"]:
                return dict(one)
        time.sleep(0.3)
    raise AssertionError("the department was told nothing")


def browser_on(
    playwright: Playwright, town: Town, desktop: Desktop, folder: Path
) -> BrowserContext:
    """dept1's own browser with a profile: windows opened from outside need one."""
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=CHROMIUM,
        args=FLAGS,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": desktop.address},
        base_url=town.base,
        viewport=DESK,
        locale="zh-CN",
        permissions=["notifications"],
    )
    context.set_default_timeout(PATIENCE)
    context.add_cookies(town.wires("dept1").state()["cookies"])
    return context


def push(page: Page, base: str, notice: dict[str, Any]) -> None:
    """Hand the browser's worker what the city sends."""
    page.evaluate("navigator.serviceWorker.register('/push-sw.js')")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    line = page.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []
    line.on("ServiceWorker.workerRegistrationUpdated", lambda e: found.extend(e["registrations"]))
    line.send("ServiceWorker.enable")
    for _ in range(40):
        if found:
            break
        page.wait_for_timeout(100)
    parcel = Parcel(notice["id"], {}, notice["title"], notice["body"], link=notice["link"])
    line.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": base, "registrationId": found[0]["registrationId"], "data": told(parcel)},
    )
    line.detach()
