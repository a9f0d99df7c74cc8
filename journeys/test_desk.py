"""What keeps people at the desk from losing work: live lists, stale pages, time-outs, keys."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Playwright, expect

from journeys.browser import DESK, Company, Person
from journeys.conftest import Town
from journeys.desk import Desk
from journeys.stages import moves_of, reported, to_dispatch
from journeys.wire import Wire

pytestmark = pytest.mark.journey
At = Callable[..., Person]


def test_two_dispatchers_on_one_case_and_the_second_keeps_what_was_typed(
    town: Town, at_desk: At
) -> None:
    known = to_dispatch(town, "两位派遣员同时打开的案件")
    first, second = Desk(at_desk("dispatcher1")), Desk(at_desk("dispatcher2"))
    second.person.watch.expect(r"status of 409|answered 409")
    for desk in (first, second):
        desk.open("to_dispatch", known.id)
    second.begin("退回值班长").get_by_role("textbox").fill("责任单位说不清，请会商")
    first.begin("派遣")
    first.send("派遣")
    first.done("待接收")
    second.send("退回值班长")
    expect(second.pane.get_by_text("案件刚刚被别人处理过").first).to_be_visible()
    expect(second.pane.get_by_text("刚刚有人处理了这个案件")).to_be_visible()
    expect(second.form("退回值班长").get_by_role("textbox")).to_have_value("责任单位说不清，请会商")
    second.person.shot("stale")
    assert len(moves_of(town, known.id, "dispatch")) == 1
    assert moves_of(town, known.id, "back_to_registrar") == []


def test_a_session_that_ends_in_mid_form_keeps_the_text_and_goes_on_after_signing_in(
    town: Town, company: Company, playwright: Playwright
) -> None:
    known = reported(town, "填到一半时登录过期")
    line = Wire(playwright, town.base, "operator3")
    desk = Desk(company.person("operator3", DESK, state=line.state()))
    desk.person.watch.expect(r"status of 401|answered 401|/live")
    desk.open("to_accept", known.id)
    desk.begin("不予受理").get_by_role("textbox").fill("已联系市民，属小区物业内部事务")
    line.delete("/session")
    line.close()
    desk.send("不予受理")
    again = desk.page.get_by_role("dialog", name="登录已过期")
    expect(again).to_be_visible()
    desk.person.shot("asked-again")
    again.get_by_label("账号").fill("operator3")
    again.get_by_label("密码").fill("Lanhai-2026")
    again.get_by_role("button", name="登录", exact=True).click()
    expect(again).to_be_hidden()
    desk.done("不予受理")
    (step,) = moves_of(town, known.id, "reject")
    assert step["reason"] == "已联系市民，属小区物业内部事务"


def test_the_desk_is_worked_with_the_keyboard_alone(town: Town, at_desk: At) -> None:
    known = reported(town, "只用键盘受理", class_code="E0112")
    desk = Desk(at_desk("operator1"))
    keys = desk.page.keyboard
    desk.open("to_accept")
    desk.sees(known.case_no)
    keys.press("j")
    newest = desk.list.get_by_role("option").first
    expect(newest).to_have_attribute("aria-selected", "true")
    keys.press("j")
    expect(newest).to_have_attribute("aria-selected", "false")
    keys.press("k")
    expect(newest).to_have_attribute("aria-selected", "true")
    expect(desk.pane.get_by_text(known.case_no, exact=True)).to_be_visible()
    keys.press("a")
    expect(desk.form("受理")).to_be_visible()
    keys.press("Escape")
    expect(desk.form("受理")).to_be_hidden()
    keys.press("a")
    expect(desk.form("受理")).to_be_visible()
    keys.press("Control+Enter")
    desk.done("待立案")
    keys.press("?")
    expect(desk.page.get_by_role("dialog", name="键盘操作")).to_be_visible()
    desk.person.shot("help")
    keys.press("Escape")
    expect(desk.page.get_by_role("dialog", name="键盘操作")).to_be_hidden()
    keys.press("/")
    expect(desk.page.locator("#city-search")).to_be_focused()
    keys.press("Escape")
    keys.press("Control+k")
    expect(desk.page.get_by_placeholder("输入要做的事")).to_be_focused()
    desk.page.get_by_placeholder("输入要做的事").fill("标准")
    keys.press("Enter")
    expect(desk.page).to_have_url(re.compile(r"/standards$"))


def test_a_wrong_password_is_said_plainly_and_the_right_one_opens_the_desk(
    company: Company,
) -> None:
    person = company.person("nobody", DESK)
    person.watch.expect(r"status of 40[19]|answered 401|answered 422|status of 422")
    page = person.page
    page.goto("/desk")
    page.get_by_label("账号").fill("operator4")
    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_text("账号或密码不对。")).to_be_visible()
    page.get_by_label("密码").fill("Lanhai-2026")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.locator("#case-list")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/desk"))
