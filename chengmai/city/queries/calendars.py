"""When offices work."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from chengmai.city.models import CalendarDay, OfficeHours
from chengmai.city.queries.settings import setting
from chengmai.kernel.reference import cached, forget
from chengmai.kernel.worktime import STANDARD_WINDOWS, DayRule, OfficeCalendar, Window


@dataclass(frozen=True)
class DayCard:
    """One exceptional day of the calendar."""

    date: date
    working: bool
    name: str
    source: str


@dataclass(frozen=True)
class YearCard:
    """A year's exceptional days; `certain` is False where nobody has published holidays yet and
    Monday to Friday count as working days."""

    year: int
    days: tuple[DayCard, ...]
    working_days: int
    certain: bool


def office_calendar(organisation_id: int | None = None) -> OfficeCalendar:
    """The office calendar of an organisation, or the city's where it has no hours of its own.

    The same object for every organisation without hours of its own, from a cache of 5 seconds:
    what must see a change at once calls `forget_calendar` first.
    """
    calendars = cached("city.calendar", _load_calendars, seconds=5)
    return calendars.get(organisation_id) or calendars[None]


def forget_calendar() -> None:
    """Let this process read the calendars anew, as before deadlines are computed again."""
    forget("city.calendar")


def year_card(year: int) -> YearCard:
    """The exceptional days of one year."""
    days = tuple(
        DayCard(row.date, row.working, row.name, row.source)
        for row in CalendarDay.objects.filter(date__year=year).order_by("date")
    )
    return YearCard(year, days, _working_days(year), bool(days))


def _working_days(year: int) -> int:
    calendar = office_calendar()
    first = date(year, 1, 1)
    every = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return sum(bool(calendar.windows_on(day)) for day in every)


def _load_calendars() -> dict[int | None, OfficeCalendar]:
    """All calendars; one whose rows did not change stays the same object with its own tables."""
    days = dict(CalendarDay.objects.values_list("date", "working"))
    hours: dict[int | None, list[list[Window]]] = defaultdict(lambda: [[] for _ in range(7)])
    for row in OfficeHours.objects.order_by("weekday", "opens"):
        hours[row.organisation_id][row.weekday].append(Window(row.opens, row.closes))
    rule = DayRule(setting("day_rule"))
    day_hours = int(setting("day_hours"))
    standard = [list(STANDARD_WINDOWS) if weekday < 5 else [] for weekday in range(7)]
    hours.setdefault(None, standard)
    return {
        organisation_id: _same_or(
            organisation_id,
            OfficeCalendar(
                windows=tuple(tuple(day) for day in week),
                holidays=days,
                day_rule=rule,
                day_hours=day_hours,
            ),
        )
        for organisation_id, week in hours.items()
    }


_kept: dict[int | None, OfficeCalendar] = {}


def _same_or(organisation_id: int | None, calendar: OfficeCalendar) -> OfficeCalendar:
    """The calendar that is already kept, if it is equal: it has its sums ready."""
    kept = _kept.get(organisation_id)
    if kept == calendar:
        return kept
    _kept[organisation_id] = calendar
    return calendar


def organisations_with_hours() -> list[int]:
    """Which organisations have office hours of their own."""
    rows = OfficeHours.objects.filter(Q(organisation__isnull=False))
    return sorted(set(rows.values_list("organisation_id", flat=True)))
