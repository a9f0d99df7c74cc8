"""What must never work: forged numbers, markup and SQL in words, files that are not what they say."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from journeys.browser import PHONE, Company, Person
from journeys.conftest import Town
from journeys.desk import Desk
from journeys.phone import Citizen

pytestmark = pytest.mark.journey
At = Callable[..., Person]
NASTY = (
    """<img src=x onerror="window.__owned=1"><b>粗体</b> '; DROP TABLE cases_case; -- {{ 7*7 }}"""
)


def test_markup_and_sql_from_a_citizen_are_plain_text_on_every_screen(
    town: Town, at_desk: At, with_phone: At
) -> None:
    spot = town.spot()
    citizen = Citizen(with_phone("citizen", spot))
    citizen.start_report()
    citizen.say(NASTY)
    tracking = citizen.send()
    expect(citizen.page.get_by_text(NASTY).first).to_be_visible()
    case_no = town.wires("operator1").get(f"/citizen/reports/{tracking}")["case_no"]
    desk = Desk(at_desk("operator1"))
    desk.open("to_accept")
    desk.sees(case_no)
    desk.choose(case_no)
    expect(desk.pane.get_by_text(NASTY).first).to_be_visible()
    desk.person.shot("plain-text")
    form = desk.begin("不予受理")
    form.get_by_role("textbox").fill(NASTY)
    desk.send("不予受理")
    desk.done("不予受理")
    expect(desk.page.get_by_label("办理过程").get_by_text(NASTY).first).to_be_visible()
    citizen.sees_state("未受理")
    for page in (citizen.page, desk.page):
        assert page.evaluate("window.__owned") is None
        assert page.locator("img[src='x'], b:has-text('粗体')").count() == 0


def test_a_forged_tracking_number_opens_nothing(company: Company) -> None:
    person = company.person("citizen", PHONE, phone=True)
    person.watch.expect(r"status of 404|answered 404")
    person.page.goto("/c/find")
    person.page.get_by_label("查询码").fill("7edm-y91w-y8x")
    person.page.get_by_role("button", name="查询").click()
    expect(
        person.page.get_by_role("heading", name="没有这个查询码，请核对后再试。")
    ).to_be_visible()
    person.shot("forged")


def test_a_document_that_says_it_is_a_photo_is_refused_and_the_words_stay(
    town: Town, with_phone: At
) -> None:
    citizen = Citizen(with_phone("citizen", town.spot()))
    citizen.person.watch.expect(r"status of 4(15|22)|answered 4(15|22)")
    citizen.start_report()
    citizen.say("井盖坏了")
    pdf = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.4\n1 0 obj\n<<>>\n"}
    citizen.page.get_by_label("拍照").set_input_files([pdf])
    expect(citizen.page.get_by_text(re.compile("不能上传|不收|打不开"))).to_be_visible()
    expect(citizen.page.get_by_label("发生了什么？")).to_have_value("井盖坏了")
    citizen.page.get_by_role("button", name="移除").click()
    citizen.send()
