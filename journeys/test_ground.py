"""The ground of the city is drawn on the screen: an area, a division of a grid, a house number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.axe import violations
from journeys.browser import Person
from journeys.conftest import Town
from journeys.layout import beside_the_screen, cut_texts

pytestmark = pytest.mark.journey
SLOW = 20_000  # milliseconds: a map is drawn by a processor here


def test_an_area_is_drawn_by_pointer_and_mended_by_keyboard(at_desk: Callable[..., Person]) -> None:
    person = at_desk("admin")
    page = person.page
    page.goto("/areas/new?kind=shopfront")
    drawn(page)
    x, y = middle(page)
    for right, down in ((-70, -50), (70, -50), (-70, 50), (70, 50)):  # a bow tie
        page.mouse.click(x + right, y + down)
    page.get_by_role("button", name="闭合").click()
    expect(page.get_by_text("边界自相交")).to_be_visible(timeout=SLOW)
    save = page.get_by_role("button", name="保存", exact=True)
    page.get_by_role("textbox", name="编码").fill(f"MQ-{datetime.now(UTC):%d%H%M%S}")
    page.get_by_role("textbox", name="名称").fill("滨海路门前三包")
    page.get_by_role("textbox", name="或责任方").fill("海风超市")
    expect(save).to_be_disabled()

    page.get_by_role("button", name="撤回一步").click()  # not closed any more
    for _ in range(2):
        page.get_by_role("button", name="撤回一步").click()
    for right, down in ((70, 50), (-70, 50)):
        page.mouse.click(x + right, y + down)
    page.get_by_role("button", name="闭合").click()
    expect(page.get_by_text("图形没有问题")).to_be_visible(timeout=SLOW)
    person.shot("drawn")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []
    save.click()
    expect(page).to_have_url(re.compile(r"/areas/\d+"))
    expect(page.get_by_role("link", name=re.compile("滨海路门前三包"))).to_be_visible()

    corner = page.get_by_role("button", name="第 1 个顶点")
    corner.focus()
    size = page.get_by_role("status").filter(has_text="平方")
    before = size.inner_text()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowLeft")
    expect(size).not_to_have_text(before, timeout=SLOW)
    expect(page.get_by_text("图形没有问题")).to_be_visible(timeout=SLOW)
    save.click()
    expect(page.get_by_role("region", name="历次边界").get_by_role("listitem")).to_have_count(2)
    person.shot("mended")
    page.get_by_role("button", name="停用", exact=True).click()
    page.get_by_role("button", name="确认停用").click()
    expect(page.get_by_role("link", name=re.compile("滨海路门前三包"))).to_have_count(0)


def test_a_grid_is_planned_to_be_divided_and_then_divided_at_once(
    town: Town, at_desk: Callable[..., Person]
) -> None:
    person = at_desk("admin")
    page = person.page
    code = town.spot().grid_code
    page.goto(f"/grid-checks/regrid/{code}")
    drawn(page)
    cut(page)
    expect(page.get_by_role("row").filter(has_text=code[:12])).to_have_count(2, timeout=SLOW)
    person.shot("preview")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []

    tomorrow = (datetime.now(UTC) + timedelta(hours=8, days=1)).date().isoformat()
    page.get_by_label("自哪天起").fill(tomorrow)
    page.get_by_role("button", name="安排在这一天").click()
    page.get_by_role("button", name="确认", exact=True).click()
    plan = page.get_by_role("listitem").filter(has_text=tomorrow).filter(has_text=code)
    expect(plan.get_by_text("待执行")).to_be_visible()
    plan.get_by_role("button", name="取消安排").click()
    expect(plan.get_by_text("已取消")).to_be_visible()

    page.get_by_label("自哪天起").fill(page.get_by_label("自哪天起").get_attribute("min") or "")
    side = page.get_by_role("region", name="结果预览")
    side.get_by_role("button", name="拆分", exact=True).click()
    page.get_by_role("button", name="确认", exact=True).click()
    expect(page).not_to_have_url(re.compile(code), timeout=SLOW)
    expect(side.get_by_role("heading", name=re.compile(code[:12]))).to_be_visible()
    person.shot("divided")


def test_a_house_number_is_put_on_its_road_and_taken_away(at_desk: Callable[..., Person]) -> None:
    person = at_desk("admin")
    page = person.page
    page.goto("/house-numbers")
    road = page.get_by_role("navigation", name="道路").get_by_role("link").first
    road.click()
    drawn(page)
    page.get_by_role("button", name="加门牌").click()
    page.get_by_label("门牌号").fill("9876号")
    page.get_by_role("button", name="选这里").click()  # the road lies in the middle of its map
    save = page.get_by_role("button", name="保存门牌")
    save.click()
    number = page.get_by_role("button", name="9876号")
    expect(number).to_be_visible(timeout=SLOW)
    number.click()
    person.shot("number")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []
    page.get_by_role("button", name="删除", exact=True).click()
    expect(number).to_have_count(0)


def chart(page: Page) -> Locator:
    return page.locator("[data-map] canvas").first


def drawn(page: Page) -> None:
    expect(page.locator("[data-map=idle]")).to_be_visible(timeout=SLOW)


def middle(page: Page) -> tuple[float, float]:
    box = chart(page).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def cut(page: Page) -> None:
    """A line from the left edge of the map across the grid to the right edge."""
    box = chart(page).bounding_box()
    assert box
    _, y = middle(page)
    page.mouse.click(box["x"] + 6, y)
    page.mouse.click(box["x"] + box["width"] - 70, y + 10)
