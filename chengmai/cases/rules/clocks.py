"""The clocks of a case: seven kinds, each with laps, all in one frozen book.

A lap runs from its start to its stop; pauses and extensions are kept as changes on it, so that a
deadline can be worked out again from what happened when the calendar changes. Arithmetic is
`kernel.worktime`; the calendar is passed in. The parts of a lap that counted and its pauses
together are the wall time from start to stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from chengmai.kernel.worktime import (
    Allowance,
    OfficeCalendar,
    Unit,
    add_working,
    due_at,
    spent_between,
)

from ..words import ClockKind

NOTHING = timedelta(0)


class ClockState(StrEnum):
    """What a lap is doing."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    VOIDED = "voided"  # stopped, and counted against nobody (row 16)


@dataclass(frozen=True)
class Pause:
    """Time that does not count; `until` is None while it lasts."""

    at: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Extension:
    """More time, spent from the deadline that held before (row 18)."""

    at: datetime
    allowance: Allowance


Change = Pause | Extension


@dataclass(frozen=True)
class Lap:
    """One run of a clock. `carried` replaces the allowance where a rework keeps what was left."""

    started_at: datetime
    allowance: Allowance
    due_at: datetime
    state: ClockState = ClockState.RUNNING
    changes: tuple[Change, ...] = ()
    stopped_at: datetime | None = None
    carried: timedelta | None = None

    @property
    def open(self) -> bool:
        """Whether the lap may still run on."""
        return self.state in (ClockState.RUNNING, ClockState.PAUSED)

    @property
    def unit(self) -> Unit:
        """The unit in which the lap counts."""
        return self.allowance.unit

    def pauses(self) -> Iterator[Pause]:
        """The pauses, in order."""
        return (change for change in self.changes if isinstance(change, Pause))

    def segments(self, now: datetime) -> list[tuple[datetime, datetime]]:
        """The stretches of wall time that counted, up to the stop or `now`."""
        found, begin = [], self.started_at
        for pause in self.pauses():
            found.append((begin, pause.at))
            if pause.until is None:
                return found
            begin = pause.until
        found.append((begin, self.stopped_at or max(now, begin)))
        return found

    def spent(self, now: datetime, calendar: OfficeCalendar) -> timedelta:
        """Time of the lap's own unit that has been used."""
        return sum(
            (spent_between(a, b, self.unit, calendar) for a, b in self.segments(now)), NOTHING
        )

    def left(self, now: datetime, calendar: OfficeCalendar) -> timedelta:
        """Time of the unit until the deadline; negative when overdue. Stands still in a pause."""
        moment = self.stopped_at or now
        if self.state is ClockState.PAUSED:
            moment = [pause.at for pause in self.pauses()][-1]
        return spent_between(moment, self.due_at, self.unit, calendar)

    def overdue(self, now: datetime) -> bool:
        """Whether the deadline has passed; exactly on it is in time."""
        if self.state is ClockState.VOIDED:
            return False
        if self.state is ClockState.PAUSED:
            return [pause.at for pause in self.pauses()][-1] > self.due_at
        return (self.stopped_at or now) > self.due_at

    def extensions(self) -> int:
        """How many extensions the lap has been given."""
        return sum(isinstance(change, Extension) for change in self.changes)

    def warn_at(self, fraction: float, calendar: OfficeCalendar) -> datetime:
        """When less than `fraction` of the whole time will be left (domain reference 2.2)."""
        begin = self.segments(self.started_at)[-1][0]
        counted = self.segments(begin)
        before = sum((spent_between(a, b, self.unit, calendar) for a, b in counted[:-1]), NOTHING)
        ahead = spent_between(begin, self.due_at, self.unit, calendar)
        margin = (before + max(ahead, NOTHING)) * fraction
        if ahead <= margin:
            return min(begin, self.due_at)
        return add_working(begin, ahead - margin, self.unit, calendar)


def start_lap(
    at: datetime,
    allowance: Allowance,
    calendar: OfficeCalendar,
    carried: timedelta | None = None,
) -> Lap:
    """A lap that begins now."""
    lap = Lap(at, allowance, at, carried=carried)
    return replace(lap, due_at=deadline_of(lap, calendar))


def deadline_of(lap: Lap, calendar: OfficeCalendar) -> datetime:
    """The deadline, worked out from the start through every pause and extension."""
    if lap.carried is not None:
        due = add_working(lap.started_at, lap.carried, lap.unit, calendar)
    else:
        due = due_at(lap.started_at, lap.allowance, calendar)
    for change in lap.changes:
        if isinstance(change, Extension):
            due = due_at(due, change.allowance, calendar)
        elif change.until is not None:
            due = _after_pause(due, change.at, change.until, lap.unit, calendar)
    return due


def _after_pause(
    due: datetime, paused: datetime, resumed: datetime, unit: Unit, calendar: OfficeCalendar
) -> datetime:
    """What was left at the pause is spent again after it; what was overdue stays overdue."""
    left = spent_between(paused, due, unit, calendar)
    return add_working(resumed, left, unit, calendar) if paused <= due else due


@dataclass(frozen=True)
class ClockBook:
    """All laps of all clocks of one case; every change gives a new book."""

    laps: Mapping[ClockKind, tuple[Lap, ...]] = field(default_factory=dict)

    def last(self, kind: ClockKind) -> Lap | None:
        """The newest lap of this clock."""
        laps = self.laps.get(kind)
        return laps[-1] if laps else None

    def open_lap(self, kind: ClockKind) -> Lap | None:
        """The lap that runs or is paused, if there is one; there is never more than one."""
        lap = self.last(kind)
        return lap if lap is not None and lap.open else None

    def start(
        self,
        kind: ClockKind,
        at: datetime,
        allowance: Allowance,
        calendar: OfficeCalendar,
        carried: timedelta | None = None,
    ) -> ClockBook:
        """Begin a lap; a lap that is still open is stopped first, so that one is open at most."""
        book = self.stop(kind, at)
        laps = (*book.laps.get(kind, ()), start_lap(at, allowance, calendar, carried))
        return ClockBook({**book.laps, kind: laps})

    def stop(self, kind: ClockKind, at: datetime, *, void: bool = False) -> ClockBook:
        """End the open lap. Without one, nothing changes."""
        lap = self.open_lap(kind)
        if lap is None:
            return self
        state = ClockState.VOIDED if void else ClockState.STOPPED
        changes = lap.changes
        if lap.state is ClockState.PAUSED:
            changes = _close_pause(changes, at)
        return self._put(kind, replace(lap, state=state, stopped_at=at, changes=changes))

    def stop_all(self, at: datetime) -> ClockBook:
        """End every open lap."""
        book = self
        for kind in self.laps:
            book = book.stop(kind, at)
        return book

    def pause(self, kind: ClockKind, at: datetime) -> ClockBook:
        """Stop counting for a while."""
        lap = self.open_lap(kind)
        if lap is None or lap.state is ClockState.PAUSED:
            return self
        return self._put(
            kind, replace(lap, state=ClockState.PAUSED, changes=(*lap.changes, Pause(at)))
        )

    def resume(self, kind: ClockKind, at: datetime, calendar: OfficeCalendar) -> ClockBook:
        """Count on, with exactly the time that was left."""
        lap = self.open_lap(kind)
        if lap is None or lap.state is not ClockState.PAUSED:
            return self
        changes = _close_pause(lap.changes, at)
        paused = [pause.at for pause in lap.pauses()][-1]
        due = _after_pause(lap.due_at, paused, at, lap.unit, calendar)
        going = replace(lap, state=ClockState.RUNNING, changes=changes, due_at=due)
        return self._put(kind, going)

    def extend(
        self, kind: ClockKind, at: datetime, allowance: Allowance, calendar: OfficeCalendar
    ) -> ClockBook:
        """Grant more time, counted from the present deadline."""
        lap = self.open_lap(kind)
        if lap is None:
            return self
        due = due_at(lap.due_at, allowance, calendar)
        changes = (*lap.changes, Extension(at, allowance))
        return self._put(kind, replace(lap, changes=changes, due_at=due))

    def revive(self, kind: ClockKind, at: datetime, calendar: OfficeCalendar) -> ClockBook:
        """Undo the last stop: the time since then becomes a pause (un-merge)."""
        lap = self.last(kind)
        if lap is None or lap.open or lap.stopped_at is None:
            return self
        due = _after_pause(lap.due_at, lap.stopped_at, at, lap.unit, calendar)
        going = replace(
            lap,
            state=ClockState.RUNNING,
            stopped_at=None,
            changes=(*lap.changes, Pause(lap.stopped_at, at)),
            due_at=due,
        )
        return self._put(kind, going)

    def recomputed(self, calendar: OfficeCalendar) -> ClockBook:
        """The open laps with their deadlines under a changed calendar; ended laps stay."""
        return ClockBook(
            {
                kind: (
                    (*laps[:-1], replace(laps[-1], due_at=deadline_of(laps[-1], calendar)))
                    if laps and laps[-1].open
                    else laps
                )
                for kind, laps in self.laps.items()
            }
        )

    def _put(self, kind: ClockKind, lap: Lap) -> ClockBook:
        return ClockBook({**self.laps, kind: (*self.laps[kind][:-1], lap)})


def _close_pause(changes: tuple[Change, ...], at: datetime) -> tuple[Change, ...]:
    """The same changes with the last pause ended."""
    for position in range(len(changes) - 1, -1, -1):
        change = changes[position]
        if isinstance(change, Pause) and change.until is None:
            return (*changes[:position], Pause(change.at, at), *changes[position + 1 :])
    return changes


def utc_text(moment: datetime) -> str:
    """A moment as the clock book's JSON keeps it."""
    return moment.astimezone(UTC).isoformat()
