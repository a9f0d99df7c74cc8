"""When the server is away every page says so at once, keeps what is there, and comes back by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from journeys.axe import violations
from journeys.browser import Person

pytestmark = pytest.mark.journey
API = "**/api/v1/**"
BACK_WITHIN = 20_000  # milliseconds: it looks every three seconds


def test_the_server_goes_away_and_comes_back(at_desk: Callable[..., Person]) -> None:
    person = at_desk("leader1")
    page = person.page
    person.watch.expect("ERR_CONNECTION_REFUSED|ERR_FAILED")
    page.goto("/")
    expect(page.get_by_role("heading", name="今日分时")).to_be_visible()

    cut(person.context)
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="对比").click()
    banner = page.get_by_text("连不上服务器", exact=True)
    expect(banner).to_be_visible(timeout=4_000)
    expect(page.get_by_role("alert").first).to_contain_text("连不上服务器")
    person.shot("away")
    assert violations(page) == []

    # Somebody loads the page anew meanwhile: the form to sign in says what is wrong, and steps aside.
    page.reload()
    expect(page.get_by_label("账号")).to_be_visible()
    expect(banner).to_be_visible()
    person.shot("away-anew")
    person.context.unroute(API)
    expect(page.get_by_role("heading", name="两期对比")).to_be_visible(timeout=BACK_WITHIN)
    expect(banner).to_be_hidden()


def cut(context: BrowserContext) -> None:
    """From now on nothing answers."""
    context.route(API, lambda route: route.abort("connectionrefused"))
