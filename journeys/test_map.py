"""The one map: who answers for a point, layers as each person left them, a component and its story."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from journeys.axe import violations
from journeys.browser import Person
from journeys.conftest import Town
from journeys.layout import beside_the_screen, cut_texts, wait_for_map

pytestmark = pytest.mark.journey
At = Callable[..., Person]


def test_one_click_says_who_answers_and_the_tree_stays_as_it_was_left(
    town: Town, at_desk: At
) -> None:
    spot = town.spot()
    person = at_desk("operator2")
    page = person.page
    page.goto(f"/map?lon={spot.lon}&lat={spot.lat}")
    wait_for_map(page)
    page.get_by_role("button", name="不显示").click()
    page.get_by_role("region", name="地图").click(position={"x": 640, "y": 350})
    card = page.get_by_role("complementary", name="这一点")
    for words in ("区划", "责任网格", "环卫作业网格", "排水管理网格"):
        expect(card.get_by_text(words, exact=True)).to_be_visible()
    page.get_by_role("button", name="图层").click()
    grids = page.get_by_role("checkbox", name="环卫作业网格")
    with page.expect_response("**/api/v1/city/map/choice"):
        grids.check()
    expect(page.get_by_role("slider", name="环卫作业网格的浓淡")).to_be_visible()
    person.shot("tree")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []
    page.reload()
    expect(page.get_by_role("checkbox", name="环卫作业网格")).to_be_checked()


def test_a_component_is_found_by_its_code_and_a_report_stays_in_its_story(
    town: Town, at_desk: At
) -> None:
    inspector = town.wires("inspector1")
    code = inspector.get("/city/components", state="intact", limit=1)["items"][0]["code"]
    person = at_desk("inspector1")
    page = person.page
    page.goto("/")
    page.get_by_role("combobox", name="搜索地点和案件").fill(code)
    page.get_by_role("option").filter(has_text=code).click()
    expect(page.get_by_text(code, exact=True)).to_be_visible()
    page.get_by_role("button", name="上报状态").click()
    page.get_by_role("button", name="破损", exact=True).click()
    page.get_by_label("原因").fill("井盖边缘开裂")
    page.get_by_role("button", name="保存").click()
    story = page.get_by_role("listitem").filter(has_text="井盖边缘开裂")
    expect(story).to_contain_text("完好 → 破损")
    person.shot("component")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []


def test_an_administrator_sees_another_colour_before_it_holds(at_desk: At) -> None:
    person = at_desk("admin")
    page = person.page
    page.goto("/layers")
    page.get_by_role("button", name="城市部件").click()
    wait_for_map(page)
    page.get_by_label("名称").fill("部件（试）")
    person.shot("layers")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []
    page.get_by_role("button", name="保存").first.click()
    expect(page.get_by_role("button", name="部件（试） 已改")).to_be_visible()
    page.get_by_role("button", name="恢复默认").click()
    expect(page.get_by_role("button", name="城市部件")).to_be_visible()
