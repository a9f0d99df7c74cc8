"""When an office is open: weekly windows, holidays and make-up days.

All opening windows of a span of years lie in one sorted table with the working time that came
before each, so that spending and measuring are two binary searches. The table is built on first
use and replaced as a whole when a moment outside it is asked for, so threads may share a calendar.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from chengmai.kernel.errors import BadInput

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_YEAR_TICKS = 366 * 86_400 * 1_000_000
_YEARS_AT_ONCE = 2
_YEARS_IN_ALL = 200


class DayRule(StrEnum):
    """What "n working days" means; a city decides (domain reference 1.6)."""

    EIGHT_HOURS = "eight_hours"  # n times eight working hours from the start minute
    END_OF_NTH_DAY = "end_of_nth_day"  # when the n-th working day after the first day ends


@dataclass(frozen=True)
class Window:
    """Open from `opens` to `closes` on one day, local time; closing at 00:00 is midnight."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes != time(0) and self.closes <= self.opens:
            raise BadInput(
                "A window closes after it opens, on the same day.",
                field="closes",
                remedy="Divide a window that runs over midnight into two days.",
            )


STANDARD_WINDOWS = (Window(time(8), time(12)), Window(time(14), time(18)))
_SHANGHAI = ZoneInfo("Asia/Shanghai")


def ticks_of(moment: datetime) -> int:
    """Microseconds since 1970 in UTC. Refuses a naive time."""
    if moment.tzinfo is None:
        raise BadInput("A time needs its zone.", field="at", remedy="Add +08:00.")
    return (moment - _EPOCH) // _TICK


def moment_of(ticks: int) -> datetime:
    """The UTC time of so many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=ticks)


@dataclass(frozen=True)
class _Table:
    """The windows between two moments, and the open time before each of them."""

    first: int
    last: int
    opens: list[int]
    closes: list[int]
    before: list[int]
    days: list[int]  # the closing moment of each working day

    def worked(self, ticks: int) -> int:
        """Open time from the table's beginning to this moment."""
        at = bisect_right(self.opens, ticks) - 1
        return self.before[at] + min(ticks, self.closes[at]) - self.opens[at] if at >= 0 else 0


@dataclass(frozen=True)
class OfficeCalendar:
    """Office hours of one organisation.

    `windows` holds seven tuples, Monday first. `holidays` maps exceptional days to whether they
    are worked: a holiday is closed whatever its weekday, a make-up day (调休) is open in the
    windows of a normal day, which are Monday's or else the first weekday's that has any.
    Beyond `known_until` (by default the end of the last year with an exceptional day) nobody has
    published holidays yet and the weekly windows alone decide; `certain` tells.
    """

    windows: tuple[tuple[Window, ...], ...]
    holidays: Mapping[date, bool] = field(default_factory=dict)
    tz: tzinfo = _SHANGHAI
    day_rule: DayRule = DayRule.EIGHT_HOURS
    day_hours: int = 8
    known_until: date | None = None
    _tables: list[_Table] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.windows) != 7:
            raise BadInput("Give windows for seven weekdays, Monday first.", field="windows")
        tidy = tuple(tuple(sorted(day, key=lambda window: window.opens)) for day in self.windows)
        for day in tidy:
            for earlier, later in pairwise(day):
                if earlier.closes > later.opens or earlier.closes == time(0):
                    raise BadInput("Two windows of a day overlap.", field="windows")
        object.__setattr__(self, "windows", tidy)
        if self.known_until is None and self.holidays:
            object.__setattr__(self, "known_until", date(max(self.holidays).year, 12, 31))

    @classmethod
    def weekly(
        cls,
        windows: tuple[Window, ...] = STANDARD_WINDOWS,
        holidays: Mapping[date, bool] | None = None,
        *,
        tz: tzinfo = _SHANGHAI,
        day_rule: DayRule = DayRule.EIGHT_HOURS,
        day_hours: int = 8,
        known_until: date | None = None,
    ) -> OfficeCalendar:
        """The same windows from Monday to Friday, closed at the weekend."""
        week = (windows,) * 5 + ((), ())
        return cls(week, holidays or {}, tz, day_rule, day_hours, known_until)

    def windows_on(self, day: date) -> tuple[Window, ...]:
        """When the office is open on this day."""
        worked = self.holidays.get(day)
        if worked is None:
            return self.windows[day.weekday()]
        return (self.windows[day.weekday()] or self._normal_day) if worked else ()

    def certain(self, moment: datetime) -> bool:
        """Whether the holidays of this moment's year are known."""
        return self.known_until is not None and moment.astimezone(self.tz).date() <= (
            self.known_until
        )

    def is_open(self, moment: datetime) -> bool:
        """Whether the office is open at this moment; the closing minute is not open."""
        ticks = ticks_of(moment)
        table = self._table(ticks, ticks)
        at = bisect_right(table.opens, ticks) - 1
        return at >= 0 and ticks < table.closes[at]

    def open_ticks(self, first: int, last: int) -> int:
        """Open microseconds between two moments, negative where `last` is earlier."""
        table = self._table(min(first, last), max(first, last))
        return table.worked(last) - table.worked(first)

    def spend(self, start: int, amount: int) -> int:
        """When `amount` open microseconds have passed since `start`; back where negative."""
        span = _YEAR_TICKS
        while True:
            low, high = (start, start + span) if amount > 0 else (start - span, start)
            table = self._table(low, high)
            goal = table.worked(start) + amount
            if amount > 0 and goal <= table.before[-1]:
                at = bisect_left(table.before, goal) - 1
                return table.opens[at] + goal - table.before[at]
            if amount < 0 and goal >= 0:
                at = bisect_right(table.before, goal) - 1
                return table.opens[at] + goal - table.before[at]
            span = self._wider(span)

    def end_of_working_day(self, start: datetime, number: int) -> datetime:
        """When the n-th working day after the day of `start` closes; that first day is not
        counted (期间开始之日不计算在内)."""
        local = start.astimezone(self.tz)
        ticks = ticks_of(datetime.combine(local.date() + timedelta(days=1), time(0), self.tz))
        span = _YEAR_TICKS
        while True:
            table = self._table(ticks, ticks + span)
            at = bisect_right(table.days, ticks) + number - 1
            if at < len(table.days):
                return moment_of(table.days[at])
            span = self._wider(span)

    @cached_property
    def _normal_day(self) -> tuple[Window, ...]:
        return next((day for day in self.windows if day), ())

    def _wider(self, span: int) -> int:
        if not self._normal_day:
            raise BadInput(
                "This calendar has no working time at all.",
                field="calendar",
                remedy="Enter the office hours of at least one weekday.",
            )
        return span * 4

    def _table(self, low: int, high: int) -> _Table:
        """The table that covers these moments; rebuilt wider where it does not reach."""
        if self._tables:
            table = self._tables[0]
            if table.first <= low and high < table.last:
                return table
            wide = min(low, table.first), max(high, table.last)
            if wide[1] - wide[0] <= _YEARS_IN_ALL * _YEAR_TICKS:
                low, high = wide
        margin = _YEARS_AT_ONCE * _YEAR_TICKS
        if high - low > _YEARS_IN_ALL * _YEAR_TICKS:
            raise BadInput("That is too far in time.", field="amount")
        try:
            table = self._build(moment_of(low - margin), moment_of(high + margin))
        except (OverflowError, ValueError):
            raise BadInput("That is too far in time.", field="at") from None
        self._tables[:] = [table]
        return table

    def _build(self, low: datetime, high: datetime) -> _Table:
        first, last = low.astimezone(self.tz).date(), high.astimezone(self.tz).date()
        opens: list[int] = []
        closes: list[int] = []
        before: list[int] = []
        days: list[int] = []
        total, reached = 0, ticks_of(datetime.combine(first, time(0), self.tz))
        begins = reached
        for day in _days(first, last):
            for window in self.windows_on(day):
                opening = max(self._ticks(day, window.opens), reached)
                closing = self._ticks(_closing_day(day, window), window.closes)
                if closing > opening:  # a clock change may swallow a window
                    opens.append(opening)
                    closes.append(closing)
                    before.append(total)
                    total, reached = total + closing - opening, closing
            if closes and closes[-1] == reached and (not days or days[-1] != reached):
                days.append(reached)
        ends = ticks_of(datetime.combine(last, time(0), self.tz))
        opens.append(max(ends, reached) + _YEAR_TICKS)  # a closed sentinel behind the last window
        closes.append(opens[-1])
        before.append(total)
        return _Table(begins, ends, opens, closes, before, days)

    def _ticks(self, day: date, at: time) -> int:
        return ticks_of(datetime.combine(day, at, self.tz))


def _closing_day(day: date, window: Window) -> date:
    return day + timedelta(days=1) if window.closes == time(0) else day


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day < last:
        yield day
        day += timedelta(days=1)
