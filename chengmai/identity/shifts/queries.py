"""Reads of shifts: who is on duty at a moment, and the roster of a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from chengmai.identity.models import Person, RosterLine, Shift
from chengmai.identity.queries import organisation_card, people_with
from chengmai.identity.settings import setting_words
from chengmai.identity.shifts.rules import ShiftNow, Turn, shift_at, span
from chengmai.identity.words import Duty, PersonCard


@dataclass(frozen=True)
class ShiftCard:
    """A shift as data: its hours in the city's own time."""

    id: int
    organisation_id: int | None
    name: str
    begins: time
    ends: time


@dataclass(frozen=True)
class RosterCard:
    """One person on one shift."""

    id: int
    shift_id: int
    day: date
    person_id: int
    person_name: str


def on_duty(duty: Duty, organisation_id: int | None, at: datetime) -> list[PersonCard]:
    """Who holds this duty at the organisation or below it and is on shift at this moment.

    Empty where nobody is rostered: who dispatches then falls back to everybody with the duty
    (`people_with`). Three statements.
    """
    people = {card.id: card for card in people_with(duty, organisation_id)}
    lines = _lines_around(at).filter(person_id__in=people)
    on = {line.person_id for line in lines if _turn(line).begins_at <= at < _turn(line).ends_at}
    return [card for id_, card in people.items() if id_ in on]


def shift_now(person_id: int | None, at: datetime) -> ShiftNow | None:
    """How somebody stands to their roster now; None where the policy does not show it."""
    if person_id is None or not setting_words("sign_in_outside_shift"):
        return None
    return shift_at([_turn(line) for line in _lines_around(at).filter(person_id=person_id)], at)


def shifts_for(organisation_id: int) -> list[ShiftCard]:
    """The shifts that hold at an organisation: its own, those above it and the city's."""
    card = organisation_card(organisation_id)
    above = [int(part) for part in card.path.strip(".").split(".")]
    rows = Shift.objects.filter(active=True).order_by("begins", "id")
    return [
        ShiftCard(row.pk, row.organisation_id, row.name, row.begins, row.ends)
        for row in rows
        if row.organisation_id is None or row.organisation_id in above
    ]


def roster_of_week(organisation_id: int, monday: date) -> list[RosterCard]:
    """Who works when in the seven days from `monday`, at the organisation and below it."""
    path = organisation_card(organisation_id).path
    rows = (
        RosterLine.objects.filter(
            day__gte=monday,
            day__lt=monday + timedelta(days=7),
            person__organisation__path__startswith=path,
        )
        .select_related("person")
        .order_by("day", "shift_id", "person__name", "id")
    )
    return [RosterCard(r.pk, r.shift_id, r.day, r.person_id, r.person.name) for r in rows]


def people_of_roster(organisation_id: int) -> list[PersonCard]:
    """Who may be put on a roster of the organisation: everybody at it and below it."""
    return people_with(None, organisation_id)


def _lines_around(at: datetime) -> QuerySet[RosterLine]:
    day = timezone.localdate(at)
    near = (day - timedelta(days=1), day + timedelta(days=1))
    return RosterLine.objects.filter(day__range=near, shift__active=True).select_related("shift")


def _turn(line: RosterLine) -> Turn:
    begins_at, ends_at = span(
        line.day, line.shift.begins, line.shift.ends, timezone.get_default_timezone()
    )
    return Turn(line.shift.name, begins_at, ends_at)


def usernames_of(organisation_id: int) -> dict[str, int]:
    """Who may be rostered at the organisation, by user name."""
    path = organisation_card(organisation_id).path
    found = Person.objects.filter(active=True, organisation__path__startswith=path)
    return dict(found.values_list("username", "id"))
