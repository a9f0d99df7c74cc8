"""Shifts of the demo city: early, late and night at the two centres, for three weeks around now."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from chengmai.identity import public as identity
from chengmai.identity.words import SYSTEM, Duty

_SHIFTS = (("早班", time(8), time(16)), ("中班", time(16), time(0)), ("夜班", time(0), time(8)))
_DUTIES = (Duty.OPERATOR, Duty.DUTY_LEADER, Duty.DISPATCHER)


def keep_roster(bureau_id: int, now: datetime) -> int:
    """Define the shifts at the bureau and roster everybody of the centres in turn; lines written."""
    shifts = [
        identity.define_shift(
            organisation_id=bureau_id, name=name, begins=begins, ends=ends, actor=SYSTEM, at=now
        )
        for name, begins, ends in _SHIFTS
    ]
    today = timezone.localdate(now)
    monday = today - timedelta(days=today.weekday() + 7)
    days = [monday + timedelta(days=n) for n in range(21)]
    lines: list[tuple[int, date, int]] = []
    for duty in _DUTIES:
        people = [card.id for card in identity.people_with(duty, bureau_id)]
        lines += [
            (shifts[(place + number) % len(shifts)], day, person)
            for number, day in enumerate(days)
            for place, person in enumerate(people)
            if (place + number) % 5 < 3  # three days on, two off
        ]
    return identity.keep_roster_lines(lines)
