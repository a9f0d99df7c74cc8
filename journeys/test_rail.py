"""The rail: short enough to see whole, every page behind it within reach of the keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from journeys.axe import violations
from journeys.browser import PHONE, Person

pytestmark = pytest.mark.journey
At = Callable[..., Person]


def test_the_administrator_reaches_a_folded_page_by_the_keys(at_desk: At) -> None:
    page = at_desk("admin").page
    page.goto("/")
    rail = page.get_by_role("navigation", name="主导航")
    expect(rail.locator(".place")).to_have_count(8)
    assert rail.locator(".places").evaluate("e => e.scrollHeight <= e.clientHeight")

    rail.get_by_role("link", name="首页").focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    city = rail.get_by_role("button", name="城市数据")
    expect(city).to_be_focused()
    page.keyboard.press("Enter")
    expect(rail.get_by_role("link", name="数据导入导出")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(city).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="图层设置")).to_be_visible()
    expect(rail.get_by_role("link", name="图层")).to_have_count(0)

    # It remembers: the group opens where this person was last.
    page.goto("/")
    city.click()
    expect(rail.get_by_role("link", name="图层")).to_be_focused()


def test_on_a_phone_the_rest_is_behind_more(at_desk: At) -> None:
    page = at_desk("admin", size=PHONE).page
    page.goto("/")
    rail = page.get_by_role("navigation", name="主导航")
    expect(rail.locator(".place")).to_have_count(5)
    rail.get_by_role("button", name="更多").click()
    rail.get_by_role("link", name="网格检查").click()
    expect(page.get_by_role("heading", name="网格检查")).to_be_visible()
