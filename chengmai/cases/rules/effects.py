"""What the clock effects of a step do to the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from chengmai.kernel.worktime import Allowance, Unit

from .. import errors as no
from ..words import ClockKind
from .clocks import ClockBook
from .steps import Effect, Op
from .view import Situation


def apply_effects(effects: tuple[Effect, ...], s: Situation) -> ClockBook:
    """The book after these effects, in order."""
    book = s.case.clocks
    for op, kind in effects:
        book = _apply(op, kind, book, s)
    return book


def _apply(op: Op, kind: ClockKind, book: ClockBook, s: Situation) -> ClockBook:
    calendar = s.known.calendar
    if op is Op.STOP:
        return book.stop(kind, s.at)
    if op is Op.VOID:
        return book.stop(kind, s.at, void=True)
    if op is Op.PAUSE:
        return book.pause(kind, s.at)
    if op is Op.RESUME:
        return book.resume(kind, s.at, calendar)
    if op is Op.REVIVE:
        return book.revive(kind, s.at, calendar)
    if op is Op.EXTEND:
        return book.extend(kind, s.at, extension_allowance(s), calendar)
    if op is Op.ENSURE and book.open_lap(kind) is not None:
        return book
    if op is Op.REWORK:
        return book.start(kind, s.at, allowance_for(kind, s), calendar, _carried(book, s))
    return book.start(kind, s.at, allowance_for(kind, s), calendar)


def allowance_for(kind: ClockKind, s: Situation) -> Allowance:
    """The limit of the condition at this place for handling, a stage limit for the rest."""
    if kind is not ClockKind.HANDLE:
        return s.known.settings.stage_limits[kind]
    if s.known.limit is not None:
        return s.known.limit
    lap = s.case.clocks.last(kind)
    if lap is None:
        raise no.ClassUnknown("The case has no condition that gives a limit.", field="condition_id")
    return lap.allowance


def extension_allowance(s: Situation) -> Allowance:
    """The days that were asked for, or one more original limit (row 18)."""
    pending = s.case.pending
    if pending is not None and pending.days:
        return Allowance(pending.days, Unit.WORK_DAY)
    return allowance_for(ClockKind.HANDLE, replace(s, known=replace(s.known, limit=None)))


def _carried(book: ClockBook, s: Situation) -> timedelta | None:
    """What the last handling lap left over, where the city gives a rework no new period."""
    lap = book.last(ClockKind.HANDLE)
    if lap is None or not s.known.settings.rework_keeps_rest:
        return None
    return max(lap.left(s.at, s.known.calendar), timedelta(0))
