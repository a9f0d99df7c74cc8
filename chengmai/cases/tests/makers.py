"""Makers with honest defaults: a staffed city, a case brought to a stage by real moves, pictures."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.report import report_case
from chengmai.cases.intake.actions import run_import as run_import
from chengmai.cases.models import Case
from chengmai.cases.models import Report as Report
from chengmai.cases.rules.view import Details
from chengmai.cases.words import CaseSource, Move, Stage
from chengmai.city.tests.makers import LAT, LON, MadeCity, make_city
from chengmai.identity.public import actor_of
from chengmai.identity.tests.makers import Organisation, make_organisation, make_person
from chengmai.identity.words import Actor, Duty, OrganisationKind
from chengmai.kernel.media.models import MediaFile

MORNING = datetime(2026, 4, 15, 1, 0, tzinfo=UTC)  # Wednesday, 09:00 in Shanghai
MINUTE = timedelta(minutes=1)
_numbers = count(1)


@dataclass
class Staff:
    """A small city with one person per duty, a unit with a child unit, and a second unit."""

    city: MadeCity
    unit: Organisation
    child: Organisation
    other: Organisation
    people: dict[str, Actor] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Actor:
        return self.people[name]


def make_staff() -> Staff:
    """operator, duty_leader, dispatcher, leader, inspector, collector, collector2, department,
    handler (both of `unit`), child (department of the unit below), other (department)."""
    root = make_organisation("城市管理局", OrganisationKind.BUREAU)
    centre = make_organisation("监督指挥中心", OrganisationKind.SUPERVISION_CENTRE, root)
    unit = make_organisation("市政维护处", OrganisationKind.DEPARTMENT, root)
    child = make_organisation("路灯所", OrganisationKind.UNIT, unit)
    other = make_organisation("园林处", OrganisationKind.DEPARTMENT, root)
    jobs = {
        "operator": (Duty.OPERATOR, centre),
        "duty_leader": (Duty.DUTY_LEADER, centre),
        "dispatcher": (Duty.DISPATCHER, centre),
        "dispatcher2": (Duty.DISPATCHER, centre),
        "leader": (Duty.LEADER, root),
        "inspector": (Duty.INSPECTOR, centre),
        "collector": (Duty.COLLECTOR, centre),
        "collector2": (Duty.COLLECTOR, centre),
        "department": (Duty.DEPARTMENT, unit),
        "handler": (Duty.HANDLER, unit),
        "child": (Duty.DEPARTMENT, child),
        "other": (Duty.DEPARTMENT, other),
    }
    people = {name: make_person([duty], unit_) for name, (duty, unit_) in jobs.items()}
    city = make_city(collector=people["collector"], responsible=unit)
    actors = {name: actor_of(person.pk) for name, person in people.items()}
    return Staff(city, unit, child, other, actors)


def make_media(owner: Actor | None = None) -> int:
    """The id of a picture that this actor sent."""
    number = next(_numbers)
    row = MediaFile.objects.create(
        owner=f"actor:{owner.id}" if owner else "",
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        kind="image",
        content_type="image/jpeg",
        name="照片.jpg",
        bytes=100,
        created_at=MORNING,
    )
    return row.pk


def make_case(*, at: datetime = MORNING, **values: Any) -> Case:
    """A citizen's report about a dirty road in the first grid."""
    values = {
        "description": "路面有积灰", "source": CaseSource.HOTLINE, "lon": LON, "lat": LAT,
        "class_code": "E0112",
    } | values  # fmt: skip
    return Case.objects.get(pk=report_case(at=at, **values).case_id)


def details_for(staff: Staff, actor: Actor, move: Move) -> Details:
    """What an honest person would hand in with this move."""
    condition = staff.city.conditions["E0112"][0]
    given: dict[Move, dict[str, Any]] = {
        Move.REGISTER: {"class_code": "E0112", "condition_id": condition.pk},
        Move.DISPATCH: {"organisation_id": staff.unit.pk},
        Move.ASSIGN: {"handler_id": staff["handler"].id},
        Move.FINISH: {"text": "已清扫"},
        Move.SUBMIT_VERIFY: {"result": "real"},
        Move.CLOSE: {"close_condition_met": True},
    }
    values = given.get(move, {})
    if move in (Move.PASS_CHECK, Move.FAIL_CHECK):
        values = {"lon": LON, "lat": LAT, "reason": "经查看"}
    if move in (Move.FINISH, Move.PASS_CHECK, Move.FAIL_CHECK):
        values = {**values, "media_after": (make_media(actor),)}
    if move is Move.SUBMIT_VERIFY:
        values = {**values, "media_before": (make_media(actor),)}
    return Details(**values)


PATH = (
    (Stage.PENDING_REGISTER, Move.ACCEPT, "operator"),
    (Stage.PENDING_DISPATCH, Move.REGISTER, "duty_leader"),
    (Stage.PENDING_DEPARTMENT, Move.DISPATCH, "dispatcher"),
    (Stage.HANDLING, Move.ASSIGN, "department"),
    (Stage.FEEDBACK, Move.FINISH, "handler"),
    (Stage.PENDING_CHECK, Move.CONFIRM, "department"),
    (Stage.CHECKING, Move.SEND_CHECK, "operator"),
    (Stage.PENDING_CLOSE, Move.PASS_CHECK, "collector"),
    (Stage.CLOSED, Move.CLOSE, "duty_leader"),
)


def bring_to(case: Case, stage: Stage, staff: Staff, *, at: datetime = MORNING) -> Case:
    """Move the case along the ordinary path to this stage, a minute a step."""
    for target, move, who in PATH:
        if case.stage == stage:
            break
        at += MINUTE
        case = move_case(
            case_id=case.pk,
            move=move,
            actor=staff[who],
            at=at,
            version=case.version,
            details=details_for(staff, staff[who], move),
        )
        assert case.stage == target
    return case
