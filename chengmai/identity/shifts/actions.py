"""Defining shifts, and putting people on them: one by one, a week copied, a sheet read in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction

from chengmai.identity.actions.people import refuse_missing_organisation
from chengmai.identity.errors import NotYourDuty
from chengmai.identity.models import RosterLine, Shift
from chengmai.identity.queries import organisation_card
from chengmai.identity.shifts.errors import (
    BadRoster,
    RosterLineNotFound,
    ShiftNameTaken,
    ShiftNotFound,
)
from chengmai.identity.shifts.events import RosterChanged, ShiftDefined
from chengmai.identity.shifts.queries import people_of_roster, shifts_for, usernames_of
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

_OWN = (Duty.DUTY_LEADER, Duty.DEPARTMENT)
MOST_ROWS = 5_000


@dataclass(frozen=True)
class SheetRow:
    """One row of a roster sheet as it was read; `number` is its line in the file."""

    number: int
    day: str
    shift: str
    username: str


def may_roster(actor: Actor, organisation_id: int) -> bool:
    """Whether the actor keeps this organisation's roster: the system administrator, or the duty
    leader or head of it or of one above it."""
    if actor.has(Duty.ADMIN, Duty.SYSTEM):
        return True
    path = organisation_card(organisation_id).path
    mine = actor.organisation_path
    return actor.has(*_OWN) and bool(mine) and path.startswith(mine)


@transaction.atomic
def define_shift(
    *, organisation_id: int, name: str, begins: time, ends: time, actor: Actor, at: datetime
) -> int:
    """A new shift of an organisation and all below it; its number. ShiftNameTaken."""
    _refuse(actor, organisation_id)
    if not name.strip():
        raise BadRoster("A shift needs a name.", field="name", remedy="Such as 早班.")
    try:
        with transaction.atomic():
            row = Shift.objects.create(
                organisation_id=organisation_id, name=name.strip()[:30], begins=begins, ends=ends
            )
    except IntegrityError:
        raise ShiftNameTaken("There is a shift of this name.", field="name") from None
    _tell_shift(row, organisation_id, actor, at)
    return row.pk


@transaction.atomic
def close_shift(*, shift_id: int, actor: Actor, at: datetime) -> None:
    """Take a shift out of use; what was rostered stays to be read. It keeps its name, with a mark."""
    row = Shift.objects.select_for_update().filter(pk=shift_id, active=True).first()
    if row is None or row.organisation_id is None:
        raise ShiftNotFound("No such shift.", shift_id=shift_id)
    _refuse(actor, row.organisation_id)
    row.active = False
    row.name = f"{row.name[:18]} #{row.pk}"
    row.save(update_fields=["active", "name"])
    _tell_shift(row, row.organisation_id, actor, at)


@transaction.atomic
def put_on_shift(
    *, organisation_id: int, shift_id: int, day: date, person_id: int, actor: Actor, at: datetime
) -> int:
    """Put one person on one shift; the line's number, also where they were on it already."""
    _refuse(actor, organisation_id)
    if shift_id not in {card.id for card in shifts_for(organisation_id)}:
        raise ShiftNotFound("No such shift here.", shift_id=shift_id)
    if person_id not in {card.id for card in people_of_roster(organisation_id)}:
        raise BadRoster(
            "This person does not belong here.", field="person_id", remedy="Choose another."
        )
    row, made = RosterLine.objects.get_or_create(shift_id=shift_id, day=day, person_id=person_id)
    if made:
        _tell(organisation_id, [day], 1, 0, actor, at)
    return row.pk


@transaction.atomic
def take_off_shift(*, line_id: int, actor: Actor, at: datetime) -> None:
    """Take one person off a shift. RosterLineNotFound."""
    row = RosterLine.objects.select_related("person").filter(pk=line_id).first()
    if row is None:
        raise RosterLineNotFound("No such line.", line_id=line_id)
    _refuse(actor, row.person.organisation_id)
    row.delete()
    _tell(row.person.organisation_id, [row.day], 0, 1, actor, at)


@transaction.atomic
def copy_week(
    *, organisation_id: int, source: date, target: date, actor: Actor, at: datetime
) -> int:
    """Copy the seven days from `source` to those from `target`; how many lines were new."""
    _refuse(actor, organisation_id)
    ahead = target - source
    if not ahead or ahead.days % 7:
        raise BadRoster("Whole weeks are copied.", field="target", remedy="Name another Monday.")
    path = organisation_card(organisation_id).path
    lines = RosterLine.objects.filter(
        day__gte=source,
        day__lt=source + timedelta(days=7),
        shift__active=True,
        person__active=True,
        person__organisation__path__startswith=path,
    )
    fresh = [
        RosterLine(shift_id=line.shift_id, day=line.day + ahead, person_id=line.person_id)
        for line in lines
    ]
    return _write(organisation_id, fresh, actor, at)


@transaction.atomic
def read_roster(
    *, organisation_id: int, rows: Sequence[SheetRow], actor: Actor, at: datetime
) -> int:
    """Take a sheet in: all of it, or none and BadRoster that names every wrong row."""
    _refuse(actor, organisation_id)
    if len(rows) > MOST_ROWS:
        raise BadRoster("Too many rows.", field="file", most=MOST_ROWS, remedy="Divide the sheet.")
    shifts = {card.name: card.id for card in shifts_for(organisation_id)}
    people = usernames_of(organisation_id)
    wrong, fresh = [], []
    for row in rows:
        day = _day(row.day)
        shift_id, person_id = shifts.get(row.shift), people.get(row.username)
        if day is None:
            wrong.append({"row": row.number, "why": "day", "given": row.day[:30]})
        elif shift_id is None:
            wrong.append({"row": row.number, "why": "shift", "given": row.shift[:30]})
        elif person_id is None:
            wrong.append({"row": row.number, "why": "person", "given": row.username[:30]})
        else:
            fresh.append(RosterLine(shift_id=shift_id, day=day, person_id=person_id))
    if wrong or not rows:
        raise BadRoster(
            "Some rows cannot be rostered.",
            field="file",
            rows=wrong[:50],
            remedy="Columns: day (2026-05-01), shift, user name.",
        )
    return _write(organisation_id, fresh, actor, at)


def keep_roster_lines(lines: Sequence[tuple[int, date, int]]) -> int:
    """Write (shift, day, person) lines for a take-over or a demo; how many. Nothing is told."""
    rows = [RosterLine(shift_id=shift, day=day, person_id=person) for shift, day, person in lines]
    RosterLine.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2_000)
    return len(rows)


def _write(organisation_id: int, fresh: list[RosterLine], actor: Actor, at: datetime) -> int:
    before = RosterLine.objects.count()
    RosterLine.objects.bulk_create(fresh, ignore_conflicts=True)
    added = RosterLine.objects.count() - before
    if added:
        _tell(organisation_id, [line.day for line in fresh], added, 0, actor, at)
    return added


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip().replace("/", "-")[:10])
    except ValueError:
        return None


def _refuse(actor: Actor, organisation_id: int) -> None:
    refuse_missing_organisation(organisation_id)
    if not may_roster(actor, organisation_id):
        raise NotYourDuty("The head of the organisation keeps its roster.", duty=Duty.DUTY_LEADER)


def _tell(
    organisation_id: int, days: list[date], added: int, removed: int, actor: Actor, at: datetime
) -> None:
    publish(
        RosterChanged(
            organisation_id=organisation_id,
            first_day=min(days).isoformat(),
            last_day=max(days).isoformat(),
            added=added,
            removed=removed,
            at=at,
            actor_id=actor.id,
        )
    )


def _tell_shift(row: Shift, organisation_id: int, actor: Actor, at: datetime) -> None:
    publish(
        ShiftDefined(
            organisation_id=organisation_id,
            shift_id=row.pk,
            shift_name=row.name,
            begins=row.begins.isoformat(),
            ends=row.ends.isoformat(),
            active=row.active,
            at=at,
            actor_id=actor.id,
        )
    )
