"""The calendar: seeded from the published holidays, edited by an administrator."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import chinese_calendar
from django.db import transaction

from chengmai.city.errors import BadCalendarDay
from chengmai.city.events import CalendarChanged
from chengmai.city.models import CalendarDay, OfficeHours
from chengmai.city.queries.calendars import office_calendar
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget
from chengmai.kernel.worktime import STANDARD_WINDOWS

log = logging.getLogger("chengmai.city")
SOURCE = "国务院办公厅放假通知 (chinesecalendar)"
FIRST_YEAR, LAST_YEAR = 2004, 2026


@transaction.atomic
def load_calendar(*, years: Iterable[int] = range(FIRST_YEAR, LAST_YEAR + 1)) -> list[int]:
    """Write the published holidays and make-up days of these years, and standard office hours
    where there are none. Days that are there already stay as they are.

    Returns the years that nobody has published: their days follow the week (Monday to Friday).
    """
    unknown = []
    for year in years:
        if FIRST_YEAR <= year <= LAST_YEAR:
            CalendarDay.objects.bulk_create(_exceptional_days(year), ignore_conflicts=True)
        else:
            unknown.append(year)
            log.warning("No holidays are published for %s: Monday to Friday count.", year)
    if not OfficeHours.objects.filter(organisation__isnull=True).exists():
        _write_windows(None, {weekday: _standard() for weekday in range(5)}, "YC")
    forget("city.calendar")
    return unknown


@transaction.atomic
def change_day(*, day: date, working: bool, name: str, actor: Actor, at: datetime) -> bool:
    """Make a day a working day or a day off, and announce it so that deadlines are computed anew.

    Returns whether anything changed. An administrator's doing; a year outside 2000–2100 is
    refused.
    """
    if not actor.has(Duty.ADMIN):
        raise NotYourDuty("An administrator edits the calendar.", duty=Duty.ADMIN)
    if not 2000 <= day.year <= 2100:
        raise BadCalendarDay("Choose a day between 2000 and 2100.", field="date")
    row = CalendarDay.objects.select_for_update().filter(pk=day).first()
    worked = row.working if row else bool(office_calendar().windows_on(day))
    if row is not None and (row.working, row.name) == (working, name):
        return False
    CalendarDay.objects.update_or_create(
        date=day, defaults={"working": working, "name": name, "source": "本市"}
    )
    if worked != working:
        publish(CalendarChanged(date=day, working=working, day_name=name, at=at, actor_id=actor.id))
    transaction.on_commit(lambda: forget("city.calendar"))
    forget("city.calendar")
    return True


@transaction.atomic
def set_office_hours(
    *,
    organisation_id: int | None,
    windows: dict[int, list[tuple[time, time]]],
    actor: Actor,
    source: str = "本市",
) -> None:
    """Replace the office hours of an organisation (None: of all): weekday 0–6 to windows."""
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator sets office hours.", duty=Duty.ADMIN)
    kept = OfficeHours.objects.all()
    (
        kept.filter(organisation__isnull=True)
        if organisation_id is None
        else kept.filter(organisation_id=organisation_id)
    ).delete()
    _write_windows(organisation_id, windows, source)
    transaction.on_commit(lambda: forget("city.calendar"))
    forget("city.calendar")


def _write_windows(
    organisation_id: int | None, windows: dict[int, list[tuple[time, time]]], source: str
) -> None:
    OfficeHours.objects.bulk_create(
        OfficeHours(
            organisation_id=organisation_id,
            weekday=weekday,
            opens=opens,
            closes=closes,
            source=source,
        )
        for weekday, day in windows.items()
        for opens, closes in day
    )


def _standard() -> list[tuple[time, time]]:
    return [(window.opens, window.closes) for window in STANDARD_WINDOWS]


def _exceptional_days(year: int) -> list[CalendarDay]:
    """Every day that differs from its weekday, and every named holiday."""
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    rows = []
    for day in (d for d in days if d.year == year):
        off, name = chinese_calendar.get_holiday_detail(day)
        if off != (day.weekday() >= 5) or (off and name):
            named = _NAMES.get(str(name or ""), "") + ("" if off else "调休上班")
            rows.append(CalendarDay(date=day, working=not off, name=named, source=SOURCE))
    return rows


_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}
