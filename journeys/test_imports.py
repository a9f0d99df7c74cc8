"""A table of messages becomes cases on the console: mapping, dry run, start, report, once only."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from journeys.browser import Person
from journeys.conftest import Town

pytestmark = pytest.mark.journey
SLOW = 30_000  # milliseconds: the worker reads the file and takes the rows in
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = ["编号", "留言用户", "留言主题", "留言时间", "正文", "经度", "纬度"]


def test_a_table_is_mapped_tried_imported_and_reported_row_by_row(
    town: Town, at_desk: Callable[..., Person]
) -> None:
    person = at_desk("operator1")
    page = person.page
    page.goto("/imports")
    file = {"name": "留言.xlsx", "mimeType": XLSX, "buffer": table(town)}
    told = []
    for _ in range(2):  # the same file again makes nothing new
        page.get_by_label("选择或拖入表格").set_input_files([file])
        expect(page).to_have_url(re.compile(r"/imports/\d+$"))
        expect(page.get_by_role("heading", name="列的对应")).to_be_visible(timeout=SLOW)
        # The sheet calls the words something that nothing recognises: a person says what it is.
        page.get_by_label("正文").select_option(label="内容")
        person.shot("mapping")
        page.get_by_role("button", name="先试运行").click()
        expect(page.get_by_role("heading", name="逐行结果")).to_be_visible(timeout=SLOW)
        person.shot("dry-run")
        first = counts(page.locator("dl.counts").inner_text())
        page.get_by_role("button", name="导入 5 行").click()
        expect(page.get_by_text("已建案").first).to_be_visible(timeout=SLOW)
        expect(page.get_by_text("试运行", exact=True)).to_have_count(0, timeout=SLOW)
        expect(page.get_by_text("已完成").first).to_be_visible(timeout=SLOW)
        person.shot("done")
        second = counts(page.locator("dl.counts").inner_text())
        assert first == second, "the dry run told another story than the import"
        told.append(second)
        page.goto("/imports")
    assert told == [(3, 1, 1), (0, 4, 1)]


def counts(text: str) -> tuple[int, ...]:
    """The three figures: created, repeated, refused."""
    return tuple(int(figure) for figure in re.findall(r"\d+", text))


def table(town: Town) -> bytes:
    """Three good rows, one sent twice, one without words; three ways to write a time."""
    spot, run = town.spots[0], uuid.uuid4().hex[:8]
    at = (spot.lon, spot.lat)
    rows = [
        ("1", "路灯不亮", "2026/3/1 08:15", f"解放路路灯连着三晚不亮 {run}", *at),
        ("2", "污水外溢", "2026-03-02 19:20:00", f"小区门口污水往外冒 {run}", *at),
        ("3", "占道经营", "2026年3月3日", f"市场外占道经营，过不去人 {run}", None, None),
        ("3", "占道经营", "2026年3月3日", f"市场外占道经营，过不去人 {run}", None, None),
        ("4", None, "2026-03-04", None, None, None),
    ]
    book = Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for number, *rest in rows:
        sheet.append([f"{run}-{number}", f"U{number}", *rest])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
