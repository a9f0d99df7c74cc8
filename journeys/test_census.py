"""A Shapefile of components comes in through the console, is looked at, taken, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import shapely
from playwright.sync_api import expect

from chengmai.city.census.tests.makers import shapefile
from journeys.axe import violations
from journeys.browser import Person
from journeys.conftest import Town
from journeys.layout import beside_the_screen, cut_texts

pytestmark = pytest.mark.journey
SLOW = 60_000  # milliseconds: the worker reads, compares and writes


def test_a_shapefile_is_dropped_compared_taken_and_undone(
    town: Town, at_desk: Callable[..., Person]
) -> None:
    person = at_desk("admin")
    page = person.page
    page.goto("/census")
    file = {"name": "部件普查.zip", "mimeType": "application/zip", "buffer": components(town)}
    page.get_by_label("选择或拖入数据文件").set_input_files([file])
    expect(page).to_have_url(re.compile(r"/census/\d+$"))
    expect(page.get_by_text("GB18030").first).to_be_visible(timeout=SLOW)
    expect(page.get_by_text("文件没有说明坐标系")).to_be_visible()
    expect(page.get_by_role("button", name="检查（不写入）")).to_be_disabled()
    page.get_by_role("radio", name=re.compile("CGCS2000（经纬度）")).check()
    person.shot("choose")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []

    page.get_by_role("button", name="检查（不写入）").click()
    take = page.get_by_role("button", name="导入 2 行")
    expect(take).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("button", name=re.compile("拒绝 *1"))).to_be_visible()
    expect(page.get_by_text("编码位数或字符不对").first).to_be_visible()
    person.shot("difference")
    assert beside_the_screen(page) + cut_texts(page) + violations(page) == []

    take.click()
    expect(page.get_by_text("已写入 2 行。")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="撤销这次导入").click()
    page.get_by_role("button", name="确认撤销").click()
    expect(page.get_by_text("已把 2 行恢复原样。")).to_be_visible(timeout=SLOW)
    person.shot("undone")


def components(town: Town) -> bytes:
    """Two good components and one with a short code; GBK, no .cpg, no .prj."""
    spot = town.spot()
    division = spot.grid_code[:6]
    codes = [f"{division}0101999901", f"{division}0101999902", "12345"]
    columns = {"ObjID": codes, "ObjState": ["完好"] * 3, "LocateDSC": ["海阳路旁"] * 3}
    shapes = [shapely.Point(spot.lon + n * 1e-6, spot.lat) for n in range(3)]
    return shapefile(columns, shapes, crs=None)
