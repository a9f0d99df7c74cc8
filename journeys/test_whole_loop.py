"""The main job: a citizen's photo becomes a closed case, and the citizen sees every step."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from journeys.browser import Person
from journeys.conftest import Town
from journeys.desk import Desk
from journeys.field import FieldWorker
from journeys.phone import Citizen

pytestmark = pytest.mark.journey
WORDS = f"路口人行道上堆了几袋垃圾，两天没人收，{uuid.uuid4().hex[:6]}号楼旁"
STEPS = [
    "已提交", "已受理", "已确认", "已交办", "正在处理", "已处理", "正在检查", "检查通过", "已解决",
]  # fmt: skip


def test_a_citizens_photo_becomes_a_closed_case_and_the_citizen_sees_every_step(
    town: Town, at_desk: Callable[..., Person], with_phone: Callable[..., Person]
) -> None:
    spot = town.spot()
    operator = Desk(at_desk("operator1"))
    leader = Desk(at_desk("leader1"))
    operator.open("to_accept")
    leader.open("to_register")

    citizen = Citizen(with_phone("citizen", spot))
    citizen.start_report()
    citizen.take_photo("before")
    citizen.say(WORDS)
    citizen.person.shot("report")
    with operator.without_reload(), leader.without_reload():
        tracking = citizen.send()
        citizen.person.shot("sent")
        case_no, case_id = case_of(town, tracking)
        operator.sees(case_no)
        operator.choose(case_no)
        expect(operator.pane.get_by_text(WORDS).first).to_be_visible()
        form = operator.begin("受理")
        operator.take_class(form, "E0112")
        operator.person.shot("accept")
        operator.send("受理")
        operator.done("待立案")

        leader.sees(case_no)
        leader.choose(case_no)
        form = leader.begin("立案")
        form.get_by_role("radio").first.check()
        leader.person.shot("register")
        leader.send("立案")
        leader.done("待派遣")

    citizen.sees_state("已受理")
    dispatcher = Desk(at_desk("dispatcher1"))
    dispatcher.open("to_dispatch")
    dispatcher.choose(case_no)
    dispatcher.begin("派遣")
    dispatcher.person.shot("dispatch")
    department = Desk(at_desk("dept1"))
    department.open("to_receive")
    with department.without_reload(), dispatcher.without_reload():
        dispatcher.send("派遣")
        dispatcher.done("待接收")
        department.sees(case_no)
        department.choose(case_no)
        form = department.begin("接收并指派")
        handler_wire = town.wires("handler1")
        form.get_by_role("button", name=handler_wire.me["name"]).first.click()
        department.send("接收并指派")
        department.done("处置中")

        handler = FieldWorker(with_phone("handler1", spot))
        handler.sign_in("handler1")
        handler.open_task(case_id)
        handler.person.shot("task")
        handler.finish("垃圾已清走，路面冲洗干净", photo="after")
        handler.person.shot("finished")
        expect(department.pane.locator(".tags").get_by_text("待反馈确认")).to_be_visible()
        department.begin("确认反馈")
        department.send("确认反馈")
        department.done("待核查")

    operator.open("to_send_check")
    operator.choose(case_no)
    operator.begin("派核查")
    operator.person.shot("send-check")
    operator.send("派核查")
    operator.done("核查中")

    collector = FieldWorker(with_phone("collector1", spot))
    collector.sign_in("collector1")
    collector.open_task(case_id)
    collector.pass_check(photo="check")
    collector.person.shot("checked")

    with leader.without_reload():
        leader.page.get_by_role("button", name="待结案").click()
        leader.sees(case_no)
        leader.choose(case_no)
        leader.begin("结案").get_by_role("checkbox").check()
        leader.person.shot("close")
        leader.send("结案")
        leader.done("已结案")
        leader.person.shot("closed")

    citizen.sees_state("请您评价")
    citizen.person.shot("solved")
    told = citizen.page.locator("ol.steps li:not(.next) strong").all_inner_texts()
    assert told == STEPS
    citizen.rate(5, "处理得很快，谢谢")
    citizen.person.shot("rated")


def case_of(town: Town, tracking: str) -> tuple[str, int]:
    """The number and the id of the case behind a tracking number."""
    operator = town.wires("operator1")
    case_no = str(operator.get(f"/citizen/reports/{tracking}")["case_no"])
    (row,) = operator.get("/cases", queue="all", q=case_no)["items"]
    return case_no, int(row["id"])
