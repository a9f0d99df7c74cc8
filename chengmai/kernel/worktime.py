"""Working time: when an allowance of the standard is spent (GB/T 30428.8; domain reference 1.6).

Pure arithmetic on whole microseconds: the time is passed in, any zone goes in and UTC comes out.
Three functions carry it. `due_at` spends an allowance, `spent_between` measures what was spent,
`add_working` spends a measured length; the last two are exact inverses of each other, and
`spent_between(start, due_at(start, a))` is the length of `a` to the microsecond.
Continuous units ignore office hours; the others are counted only while the office is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from chengmai.kernel.errors import BadInput
from chengmai.kernel.officetime import (
    STANDARD_WINDOWS,
    DayRule,
    OfficeCalendar,
    Window,
    moment_of,
    ticks_of,
)

__all__ = [
    "STANDARD_WINDOWS",
    "Allowance",
    "DayRule",
    "OfficeCalendar",
    "Unit",
    "Window",
    "add_working",
    "due_at",
    "length_of",
    "spent_between",
]


class Unit(StrEnum):
    """In what an allowance is counted."""

    EMERGENCY_HOUR = "eh"  # 紧急工作时: hours without a break, nights and holidays included
    NATURAL_DAY = "ed"  # 紧急工作日: days of 24 hours without a break (local extension)
    WORK_HOUR = "wh"  # 工作时: hours while the office is open
    WORK_DAY = "wd"  # 工作日: eight working hours, or the end of the n-th working day
    MINUTE = "em"  # 分钟: minutes without a break, for the limits of the stages around handling

    @property
    def continuous(self) -> bool:
        """Whether nights and holidays count."""
        return self not in (Unit.WORK_HOUR, Unit.WORK_DAY)


_NAMES = {
    Unit.EMERGENCY_HOUR: "紧急工作时",
    Unit.NATURAL_DAY: "紧急工作日",
    Unit.WORK_HOUR: "工作时",
    Unit.WORK_DAY: "工作日",
    Unit.MINUTE: "分钟",
}
_LENGTHS = {
    Unit.EMERGENCY_HOUR: timedelta(hours=1),
    Unit.NATURAL_DAY: timedelta(days=1),
    Unit.WORK_HOUR: timedelta(hours=1),
    Unit.MINUTE: timedelta(minutes=1),
}
_LONGEST = 10_000


@dataclass(frozen=True)
class Allowance:
    """So many of a unit, such as 4 working hours. Refuses a negative or absurd amount."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= _LONGEST:
            raise BadInput(
                f"An allowance is between 0 and {_LONGEST}.",
                field="amount",
                remedy="Give a whole number that is not negative.",
            )

    def text_zh(self) -> str:
        """As the standard writes it: 2紧急工作时, 4工作时, 5工作日."""
        return f"{self.amount}{_NAMES[self.unit]}"


def length_of(allowance: Allowance, calendar: OfficeCalendar) -> timedelta:
    """How long the allowance is in time of its own unit (a working day is `day_hours` hours)."""
    if allowance.unit is Unit.WORK_DAY:
        return timedelta(hours=calendar.day_hours) * allowance.amount
    return _LENGTHS[allowance.unit] * allowance.amount


def due_at(start: datetime, allowance: Allowance, calendar: OfficeCalendar) -> datetime:
    """When the allowance is spent, in UTC.

    A deadline that falls on the end of a window stays there and does not slip to the next
    morning. Refuses a naive time, and a calendar without any working time.
    """
    if (
        allowance.unit is Unit.WORK_DAY
        and calendar.day_rule is DayRule.END_OF_NTH_DAY
        and allowance.amount
    ):
        return calendar.end_of_working_day(start, allowance.amount)
    return add_working(start, length_of(allowance, calendar), allowance.unit, calendar)


def add_working(
    start: datetime, amount: timedelta, unit: Unit, calendar: OfficeCalendar
) -> datetime:
    """The moment, in UTC, when `amount` of the unit's time has been spent since `start`.

    A negative amount goes back. `spent_between(start, add_working(start, x)) == x` for every x.
    """
    ticks = ticks_of(start)
    if unit.continuous or not amount:
        try:
            return start.astimezone(UTC) + amount
        except OverflowError:
            raise BadInput("That is too far in time.", field="amount") from None
    return moment_of(calendar.spend(ticks, amount // timedelta(microseconds=1)))


def spent_between(
    start: datetime, end: datetime, unit: Unit, calendar: OfficeCalendar
) -> timedelta:
    """How much time of the unit lies between two moments; negative where `end` is earlier."""
    first, last = ticks_of(start), ticks_of(end)
    if unit.continuous:
        return timedelta(microseconds=last - first)
    return timedelta(microseconds=calendar.open_ticks(first, last))
