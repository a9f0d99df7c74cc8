"""Which clock governs a stage, and which lamp it shows (domain reference 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chengmai.kernel.worktime import OfficeCalendar

from ..words import ClockKind, Lamp, Stage
from .clocks import ClockBook, ClockState

GOVERNING = {
    Stage.REPORTED: ClockKind.ACCEPT,
    Stage.SELF_AUDIT: ClockKind.ACCEPT,
    Stage.VERIFYING: ClockKind.VERIFY,
    Stage.PENDING_REGISTER: ClockKind.REGISTER,
    Stage.PENDING_DISPATCH: ClockKind.DISPATCH,
    Stage.PENDING_DEPARTMENT: ClockKind.HANDLE,
    Stage.HANDLING: ClockKind.HANDLE,
    Stage.SUSPENDED: ClockKind.HANDLE,
    Stage.FEEDBACK: ClockKind.HANDLE,
    Stage.CHECKING: ClockKind.CHECK,
    Stage.PENDING_CLOSE: ClockKind.CLOSE,
}


@dataclass(frozen=True)
class LampTimes:
    """What the row keeps of the governing clock; all None where no clock runs."""

    start_at: datetime | None = None
    warn_at: datetime | None = None
    due_at: datetime | None = None


def lamp_times(
    stage: Stage, book: ClockBook, warn_fraction: float, calendar: OfficeCalendar
) -> LampTimes:
    """The three moments of the clock that governs this stage."""
    kind = GOVERNING.get(stage)
    lap = book.open_lap(kind) if kind else None
    if lap is None or lap.state is not ClockState.RUNNING:
        return LampTimes()
    return LampTimes(lap.started_at, lap.warn_at(warn_fraction, calendar), lap.due_at)


def lamp_of(stage: Stage, warn_at: datetime | None, due_at: datetime | None, now: datetime) -> Lamp:
    """The lamp of a case at this moment; `queries` has the same rule in SQL, pinned by a test."""
    if stage is Stage.SUSPENDED:
        return Lamp.SUSPENDED
    if due_at is None or warn_at is None:
        return Lamp.NONE
    if now > due_at:
        return Lamp.OVERDUE
    return Lamp.DUE_SOON if now >= warn_at else Lamp.IN_TIME


def handling_deadline(book: ClockBook) -> datetime | None:
    """The deadline of the newest handling lap that counts; None while it is paused or voided."""
    lap = book.last(ClockKind.HANDLE)
    if lap is None or lap.state in (ClockState.PAUSED, ClockState.VOIDED):
        return None
    return lap.due_at
