"""What cases refuse over HTTP beyond the promises: wrong points at every door, self-approval, classes."""

import json

import pytest

from chengmai.cases.models import Case
from chengmai.cases.tests.makers import (
    MORNING,
    Details,
    bring_to,
    make_case,
    make_media,
    make_staff,
    move_case,
)
from chengmai.cases.words import Move, Stage
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import actor_of
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db

CASES = "/api/v1/cases"
WRONG_POINTS = {
    "zero": ("0", "0"), "swapped": (str(LAT), str(LON)), "outside": ("116.4", "39.9"),
    "sign": (str(-LON), str(LAT)), "metres": ("13313000", "4856000"),
    "out_of_range": ("500", "39"), "not_a_number": ("1e999", "39.9"),
}  # fmt: skip


@pytest.fixture
def staff():
    forget()
    return make_staff()


def send(client, path, body, point=None):
    """POST; the point is spliced in as it is spelt, for JSON has no word for infinity."""
    text = json.dumps(body)
    if point:
        text = f'{text[:-1]}, "lon": {point[0]}, "lat": {point[1]}}}'
    return client.post(f"{CASES}{path}", text, content_type="application/json")


def refused(answer):
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("mistake", WRONG_POINTS)
def test_a_wrong_point_of_a_report_is_told_its_mistake_and_its_remedy(staff, mistake):
    body = {"description": "路面有积灰", "source": "hotline"}
    answer = send(signed_in_client(staff["operator"].id), "", body, WRONG_POINTS[mistake])
    assert refused(answer) == (422, "kernel.bad_input")
    facts = answer.json()["facts"]
    assert (facts["field"], facts["mistake"]) == ("point", mistake)
    assert facts["remedy"]
    assert not Case.objects.exists()


@pytest.mark.parametrize("mistake", WRONG_POINTS)
def test_a_wrong_point_of_a_check_is_refused_and_moves_nothing(staff, mistake):
    case = bring_to(make_case(), Stage.CHECKING, staff)
    photo = make_media(staff["collector"])
    body = {"move": "pass_check", "version": case.version, "text": "好了", "media_after": [photo]}
    client = signed_in_client(staff["collector"].id)
    answer = send(client, f"/{case.pk}/moves", body, WRONG_POINTS[mistake])
    assert answer.status_code == 422
    assert answer.json()["code"] in ("kernel.bad_input", "case.too_far_away")
    case.refresh_from_db()
    assert case.stage == Stage.CHECKING


def test_an_unknown_class_is_refused_at_the_report_and_at_filing(staff):
    desk = signed_in_client(staff["operator"].id)
    body = {"description": "x", "source": "hotline", "lon": LON, "lat": LAT}
    assert refused(send(desk, "", body | {"class_code": "E9999"})) == (
        422, "city.class_not_found",
    )  # fmt: skip
    case = bring_to(make_case(), Stage.PENDING_REGISTER, staff)
    leader = signed_in_client(staff["duty_leader"].id)
    filing = {"move": "register", "version": case.version, "condition_id": 999_999}
    unknown = send(leader, f"/{case.pk}/moves", filing | {"class_code": "E9999"})
    other = send(leader, f"/{case.pk}/moves", filing | {"class_code": "E0112"})
    assert (unknown.status_code, other.status_code) == (422, 422)
    assert {unknown.json()["code"], other.json()["code"]} <= {
        "city.class_not_found", "case.class_unknown",
    }  # fmt: skip


def test_who_holds_both_duties_does_not_decide_on_the_own_application(staff):
    both = make_person([Duty.DEPARTMENT, Duty.DISPATCHER], staff.unit)
    case = bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    case = move_case(
        case_id=case.pk, move=Move.APPLY_RETURN, version=case.version, actor=actor_of(both.pk),
        at=MORNING, details=Details(reason="不是我们的"),
    )  # fmt: skip
    body = {"move": "approve_return", "version": case.version}
    answer = send(signed_in_client(both), f"/{case.pk}/moves", body)
    assert refused(answer) == (403, "case.self_approval")
    offered = signed_in_client(both).get(f"{CASES}/{case.pk}").json()["moves"]
    assert {m["move"]: m["why"] for m in offered}["approve_return"] == "case.self_approval"
    colleague = send(signed_in_client(staff["dispatcher"].id), f"/{case.pk}/moves", body)
    assert colleague.status_code == 200
