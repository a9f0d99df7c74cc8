"""The dispatcher's tools: a view of one's own, many cases at once, a workbook; and no mouse."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from journeys.axe import violations
from journeys.browser import Person
from journeys.conftest import Town
from journeys.desk import LIVE, Desk
from journeys.stages import moves_of, reported, to_dispatch

pytestmark = pytest.mark.journey
At = Callable[..., Person]


def test_a_view_is_kept_two_cases_are_dispatched_at_once_and_the_list_becomes_a_workbook(
    town: Town, at_desk: At
) -> None:
    first, second = (to_dispatch(town, f"批量派遣的第{n}件") for n in "一二")
    own = town.wires("dispatcher1")
    for view in own.get("/cases/views"):
        if view["mine"]:
            own.delete(f"/cases/views/{view['id']}")
    for kept in own.get("/exports"):
        own.delete(f"/exports/{kept['id']}")
    desk = Desk(at_desk("dispatcher1"))
    page = desk.page
    desk.open("to_dispatch")
    desk.sees(second.case_no)
    page.get_by_role("button", name="表格", exact=True).click()
    table = page.get_by_role("grid", name="案件列表")
    expect(table.get_by_role("row").filter(has_text=first.case_no)).to_be_visible()

    page.get_by_role("button", name="视图", exact=True).click()
    page.get_by_role("button", name="保存为视图").click()
    page.get_by_label("视图名称").fill("待派遣总表")
    page.get_by_label("谁能看到").select_option("duty:dispatcher")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存视图“待派遣总表”")).to_be_visible()
    page.keyboard.press("Escape")
    shared = town.wires("dispatcher2").get("/cases/views")
    assert [view["name"] for view in shared if not view["mine"]] == ["待派遣总表"]

    for known in (first, second):
        table.get_by_label(f"选中 {known.case_no}").check()
    page.get_by_role("button", name=re.compile("^批量办理")).click()
    bulk = page.get_by_role("article", name="批量办理 2 件")
    bulk.get_by_role("button", name=re.compile("^派遣")).click()
    expect(bulk.get_by_text("可办 2 件", exact=True)).to_be_visible()
    desk.person.shot("bulk")
    assert violations(page) == []
    bulk.get_by_role("button", name="确认派遣").click()
    expect(bulk.get_by_text("办理完成 2 / 2")).to_be_visible(timeout=LIVE)
    expect(bulk.get_by_role("cell", name="已办理")).to_have_count(2)
    for known in (first, second):
        assert len(moves_of(town, known.id, "dispatch")) == 1
    bulk.get_by_role("button", name="完成", exact=True).click()
    expect(table.get_by_role("row").filter(has_text=first.case_no)).to_have_count(0, timeout=LIVE)

    page.goto(f"/desk?queue=all&since={_day()}")
    page.get_by_role("button", name="导出文件").click()
    page.get_by_role("button", name="导出当前筛选的全部案件").click()
    ready = page.get_by_role("list", name="导出文件").get_by_role("link", name="下载").first
    expect(ready).to_be_visible(timeout=LIVE)
    with page.expect_download() as got:
        ready.click()
    sheet = load_workbook(io.BytesIO(got.value.path().read_bytes())).active
    lines = list(sheet.iter_rows(values_only=True))
    assert {first.case_no, second.case_no} <= {cell for line in lines for cell in line}
    desk.person.shot("exports")


def _day() -> str:
    from datetime import UTC, datetime, timedelta

    return f"{datetime.now(UTC) + timedelta(hours=8):%Y-%m-%d}"


def test_three_cases_are_worked_without_a_mouse(town: Town, at_desk: At) -> None:
    words = ("没有鼠标的第一件", "没有鼠标的第二件", "没有鼠标的第三件")
    cases = [reported(town, text, class_code="E0112") for text in words]
    desk = Desk(at_desk("operator1"))
    keys, page = desk.page.keyboard, desk.page
    desk.open("to_accept")
    desk.sees(cases[2].case_no)
    keys.press("t")
    table = page.get_by_role("grid", name="案件列表")
    for known in cases:
        expect(table.get_by_role("row").filter(has_text=known.case_no)).to_be_visible()

    _walk_to(desk, cases[2].case_no)
    keys.press("Enter")
    expect(desk.pane.get_by_text(cases[2].case_no, exact=True)).to_be_visible()
    keys.press("a")
    expect(desk.form("受理")).to_be_visible()
    keys.press("Control+Enter")
    desk.done("待立案")
    assert _focus_is_kept(desk), "the focus is lost when the form goes"
    keys.press("Escape")
    assert _focus_is_kept(desk), "the focus is lost when the case closes"

    _walk_to(desk, cases[1].case_no)
    keys.press("Enter")
    expect(desk.pane.get_by_text(cases[1].case_no, exact=True)).to_be_visible()
    moves = desk.pane.get_by_role("group", name="现在可以做")
    reject = moves.get_by_role("button", name=re.compile("^不予受理"))
    keys.press(reject.locator("kbd").inner_text())
    field = desk.form("不予受理").get_by_role("textbox", name="理由")
    expect(field).to_be_focused()
    keys.type("/重复")
    expect(page.get_by_role("listbox", name="常用语").get_by_role("option").first).to_be_visible()
    keys.press("Enter")
    expect(field).to_have_value("重复反映，已有在办案件。")
    desk.person.shot("phrase")
    keys.press("Control+Enter")
    desk.done("不予受理")
    keys.press("Escape")

    _walk_to(desk, cases[0].case_no)
    keys.press("x")
    expect(page.get_by_text("已选 1 件")).to_be_visible()
    keys.press("b")
    bulk = page.get_by_role("article", name="批量办理 1 件")
    step = bulk.get_by_role("button", name=re.compile("^受理"))
    keys.press(step.locator("kbd").inner_text())
    expect(bulk.get_by_role("form", name="受理")).to_be_visible()
    keys.press("Control+Enter")
    expect(bulk.get_by_text("办理完成 1 / 1")).to_be_visible(timeout=LIVE)
    keys.press("Escape")
    expect(bulk).to_be_hidden()
    assert _focus_is_kept(desk), "the focus is lost when the bulk move closes"

    for known, move in zip(cases, ("accept", "reject", "accept"), strict=True):
        assert len(moves_of(town, known.id, move)) == 1
    keys.press("q")
    expect(page.locator("#case-find")).to_be_focused()
    _no_trap(desk)


def _focus_is_kept(desk: Desk) -> bool:
    """Something of the desk has the keys, not the bare page."""
    found = desk.page.evaluate("document.activeElement?.closest('.desk') !== null")
    return bool(found)


def _walk_to(desk: Desk, case_no: str) -> None:
    """Press J, and K once before, until the keys stand on this case."""
    keys = desk.page.keyboard
    row = desk.page.get_by_role("row").filter(has_text=case_no)
    for _ in range(8):
        keys.press("k")
    for _ in range(12):
        if row.get_attribute("aria-current") == "true":
            return
        keys.press("j")
    raise AssertionError(f"J never came to {case_no}")


def _no_trap(desk: Desk) -> None:
    """Tab goes on from control to control, each with a focus that is seen, and leaves every one."""
    seen: list[str] = []
    for _ in range(12):
        desk.page.keyboard.press("Tab")
        seen.append(
            desk.page.evaluate(
                "() => { const e = document.activeElement; const s = getComputedStyle(e);"
                " return e.outerHTML.slice(0, 90) + '|' + (s.outlineStyle !== 'none'"
                " || e.closest(':focus-within') !== null) }"
            )
        )
    assert all(one.endswith("|true") for one in seen), seen
    assert len(set(seen)) >= 10, seen
