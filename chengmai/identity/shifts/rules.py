"""Pure arithmetic of shifts: when one begins and ends, and what holds at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True)
class Turn:
    """One roster line as times: a shift that somebody works."""

    name: str
    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class ShiftNow:
    """How somebody stands to their roster: `on`, `outside` of a shift around this time, `none`."""

    state: str
    name: str = ""
    begins_at: datetime | None = None
    ends_at: datetime | None = None


def span(day: date, begins: time, ends: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """Begin and end of the shift that starts on this day; one that does not end later than it
    begins ends on the next day."""
    start = datetime.combine(day, begins, zone)
    last = day if ends > begins else day + timedelta(days=1)
    return start, datetime.combine(last, ends, zone)


def shift_at(lines: Iterable[Turn], at: datetime) -> ShiftNow:
    """Whether a shift holds at this moment; else the nearest one, as `outside`."""
    best: Turn | None = None
    for line in lines:
        if line.begins_at <= at < line.ends_at:
            return ShiftNow("on", line.name, line.begins_at, line.ends_at)
        if best is None or _distance(line, at) < _distance(best, at):
            best = line
    if best is None:
        return ShiftNow("none")
    return ShiftNow("outside", best.name, best.begins_at, best.ends_at)


def _distance(line: Turn, at: datetime) -> timedelta:
    return min(abs(line.begins_at - at), abs(line.ends_at - at))
