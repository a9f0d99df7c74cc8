"""HTTP of shifts and rosters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import AfterValidator

from chengmai.identity.edge import require_actor
from chengmai.identity.errors import OrganisationNotFound
from chengmai.identity.queries import organisation_card
from chengmai.identity.shifts.actions import (
    close_shift,
    copy_week,
    define_shift,
    may_roster,
    put_on_shift,
    read_roster,
    take_off_shift,
)
from chengmai.identity.shifts.queries import people_of_roster, roster_of_week, shifts_for
from chengmai.identity.shifts.sheets import rows_of_sheet
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.api import TimeOfDay

router = Router(tags=["identity"])


def _plannable(value: date) -> date:
    if not 2000 <= value.year <= 2199:
        raise ValueError("Give a day of the years 2000 to 2199.")
    return value


RosterDay = Annotated[date, AfterValidator(_plannable)]


class ShiftOut(Schema):
    id: int
    organisation_id: int | None
    name: str
    begins: TimeOfDay
    ends: TimeOfDay


class RosterLineOut(Schema):
    id: int
    shift_id: int
    day: date
    person_id: int
    person_name: str


class RosterPersonOut(Schema):
    id: int
    name: str
    duties: list[Duty]


class WeekOut(Schema):
    organisation_id: int
    monday: date
    editable: bool
    shifts: list[ShiftOut]
    lines: list[RosterLineOut]
    people: list[RosterPersonOut]


class ShiftIn(Schema):
    organisation_id: int
    name: str
    begins: TimeOfDay
    ends: TimeOfDay


class LineIn(Schema):
    organisation_id: int
    shift_id: int
    day: RosterDay
    person_id: int


class CopyIn(Schema):
    organisation_id: int
    source: RosterDay
    target: RosterDay


class NumberOut(Schema):
    id: int


class AddedLinesOut(Schema):
    added: int


@router.get("/roster", response=WeekOut, summary="The roster of a week")
def get_roster(request: HttpRequest, organisation_id: int, day: RosterDay) -> WeekOut:
    """The week that holds `day`, Monday to Sunday, of an organisation that the actor sees."""
    actor = require_actor(request)
    _refuse_unseen(actor, organisation_id)
    monday = day - timedelta(days=day.weekday())
    editable = may_roster(actor, organisation_id)
    people = people_of_roster(organisation_id) if editable else []
    return WeekOut(
        organisation_id=organisation_id,
        monday=monday,
        editable=editable,
        shifts=[ShiftOut(**card.__dict__) for card in shifts_for(organisation_id)],
        lines=[RosterLineOut(**card.__dict__) for card in roster_of_week(organisation_id, monday)],
        people=[
            RosterPersonOut(id=card.id, name=card.name, duties=sorted(card.duties))
            for card in people
        ],
    )


@router.post("/shifts", response={201: NumberOut}, summary="Define a shift")
def post_shift(request: HttpRequest, body: ShiftIn) -> Status[NumberOut]:
    actor = require_actor(request)
    made = define_shift(
        organisation_id=body.organisation_id,
        name=body.name,
        begins=body.begins,
        ends=body.ends,
        actor=actor,
        at=timezone.now(),
    )
    return Status(201, NumberOut(id=made))


@router.delete("/shifts/{shift_id}", response={204: None}, summary="Take a shift out of use")
def delete_shift(request: HttpRequest, shift_id: int) -> Status[None]:
    close_shift(shift_id=shift_id, actor=require_actor(request), at=timezone.now())
    return Status(204, None)


@router.post("/roster/lines", response={201: NumberOut}, summary="Put somebody on a shift")
def post_line(request: HttpRequest, body: LineIn) -> Status[NumberOut]:
    made = put_on_shift(
        organisation_id=body.organisation_id,
        shift_id=body.shift_id,
        day=body.day,
        person_id=body.person_id,
        actor=require_actor(request),
        at=timezone.now(),
    )
    return Status(201, NumberOut(id=made))


@router.delete("/roster/lines/{line_id}", response={204: None}, summary="Take somebody off")
def delete_line(request: HttpRequest, line_id: int) -> Status[None]:
    take_off_shift(line_id=line_id, actor=require_actor(request), at=timezone.now())
    return Status(204, None)


@router.post("/roster/copies", response=AddedLinesOut, summary="Copy a week")
def post_copy(request: HttpRequest, body: CopyIn) -> AddedLinesOut:
    added = copy_week(
        organisation_id=body.organisation_id,
        source=body.source,
        target=body.target,
        actor=require_actor(request),
        at=timezone.now(),
    )
    return AddedLinesOut(added=added)


@router.post("/roster/imports", response=AddedLinesOut, summary="Read a roster sheet in")
def post_import(
    request: HttpRequest, organisation_id: int, file: File[UploadedFile]
) -> AddedLinesOut:
    """CSV or XLSX with day, shift and user name; all of it is taken, or nothing."""
    actor = require_actor(request)
    added = read_roster(
        organisation_id=organisation_id,
        rows=rows_of_sheet(file.read(), file.name or ""),
        actor=actor,
        at=timezone.now(),
    )
    return AddedLinesOut(added=added)


def _refuse_unseen(actor: Actor, organisation_id: int) -> None:
    """Another office's roster is not there for who does not see that office."""
    card = organisation_card(organisation_id)
    seen = actor.sees_whole_city or actor.has(Duty.ADMIN)
    if not seen and not card.path.startswith(actor.organisation_path or "-"):
        raise OrganisationNotFound("No such organisation.", organisation_id=organisation_id)
