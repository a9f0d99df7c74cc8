"""An allowance is spent only when its unit counts, and measuring undoes spending exactly."""

import time as stopwatch
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengmai.kernel.errors import BadInput
from chengmai.kernel.worktime import (
    Allowance,
    DayRule,
    OfficeCalendar,
    Unit,
    Window,
    add_working,
    due_at,
    length_of,
    spent_between,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOLIDAYS = {date(2026, 5, day): False for day in (1, 2, 3, 4, 5)} | {date(2026, 5, 9): True}
OFFICE = OfficeCalendar.weekly(holidays=HOLIDAYS)
BY_DAYS = OfficeCalendar.weekly(holidays=HOLIDAYS, day_rule=DayRule.END_OF_NTH_DAY)
DAY_AND_NIGHT = OfficeCalendar(((Window(time(0), time(0)),),) * 7)


def at(text: str) -> datetime:
    """Local time of the office."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        ("04-27 09:00", 2, Unit.WORK_HOUR, "04-27 11:00"),
        ("04-27 11:00", 4, Unit.WORK_HOUR, "04-27 17:00"),  # over the midday rest
        ("04-27 08:00", 8, Unit.WORK_HOUR, "04-27 18:00"),  # ends with the office, not next day
        ("04-27 17:30", 1, Unit.WORK_HOUR, "04-28 08:30"),  # over a night
        ("04-27 12:30", 1, Unit.WORK_HOUR, "04-27 15:00"),  # reported in the rest
        ("04-27 22:00", 1, Unit.WORK_HOUR, "04-28 09:00"),  # reported at night
        ("04-25 10:00", 1, Unit.WORK_HOUR, "04-27 09:00"),  # reported on a Saturday
        ("04-30 17:00", 2, Unit.WORK_HOUR, "05-06 09:00"),  # over the May holiday
        ("05-08 17:00", 2, Unit.WORK_HOUR, "05-09 09:00"),  # a make-up Saturday is worked
        ("04-27 09:00", 1, Unit.WORK_DAY, "04-28 09:00"),
        ("04-27 15:00", 3, Unit.WORK_DAY, "04-30 15:00"),
        ("04-30 15:00", 1, Unit.WORK_DAY, "05-06 15:00"),
        ("05-08 15:00", 1, Unit.WORK_DAY, "05-09 15:00"),
        ("04-30 23:00", 2, Unit.EMERGENCY_HOUR, "05-01 01:00"),
        ("04-30 23:00", 2, Unit.NATURAL_DAY, "05-02 23:00"),
        ("04-30 23:50", 15, Unit.MINUTE, "05-01 00:05"),
        ("05-02 10:00", 0, Unit.WORK_HOUR, "05-02 10:00"),
    ],
)
def test_deadlines_fall_where_an_officer_would_count_them(start, amount, unit, due):
    assert due_at(at(start), Allowance(amount, unit), OFFICE) == at(due)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("04-27 09:00", 1, "04-28 18:00"),  # the first day is not counted
        ("04-27 23:00", 1, "04-28 18:00"),
        ("04-25 09:00", 1, "04-27 18:00"),
        ("04-30 09:00", 1, "05-06 18:00"),
        ("05-07 09:00", 2, "05-09 18:00"),
        ("05-08 09:00", 2, "05-11 18:00"),
    ],
)
def test_where_days_are_counted_whole_the_nth_day_ends_with_the_office(start, days, due):
    assert due_at(at(start), Allowance(days, Unit.WORK_DAY), BY_DAYS) == at(due)


def test_counting_whole_days_leaves_the_other_units_alone():
    allowance = Allowance(4, Unit.WORK_HOUR)
    assert due_at(at("04-27 11:00"), allowance, BY_DAYS) == at("04-27 17:00")


@pytest.mark.parametrize(
    ("allowance", "text"),
    [
        (Allowance(2, Unit.EMERGENCY_HOUR), "2紧急工作时"),
        (Allowance(4, Unit.WORK_HOUR), "4工作时"),
        (Allowance(5, Unit.WORK_DAY), "5工作日"),
        (Allowance(2, Unit.NATURAL_DAY), "2紧急工作日"),
        (Allowance(15, Unit.MINUTE), "15分钟"),
    ],
)
def test_an_allowance_reads_as_the_standard_writes_it(allowance, text):
    assert allowance.text_zh() == text


MOMENTS = st.datetimes(
    datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.sampled_from([UTC, SHANGHAI])
)
UNITS = st.sampled_from(list(Unit))
ALLOWANCES = st.builds(Allowance, st.integers(0, 60), UNITS)
LENGTHS = st.timedeltas(timedelta(days=-30), timedelta(days=30))


@st.composite
def calendars(draw):
    """Any office: up to three windows on any weekday, any exceptional days, any zone."""
    week = []
    for _ in range(7):
        hours = sorted(draw(st.sets(st.integers(0, 23 * 60), max_size=6)))
        clock = [time(*divmod(minute, 60)) for minute in hours]
        week.append(tuple(map(Window, clock[::2], clock[1::2])))
    if not any(week):
        week[2] = (Window(time(9), time(10)),)
    days = st.dates(date(2019, 12, 1), date(2030, 3, 1))
    holidays = draw(st.dictionaries(days, st.booleans(), max_size=8))
    zone = draw(st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo"]))
    rule = draw(st.sampled_from(list(DayRule)))
    return OfficeCalendar(tuple(week), holidays, ZoneInfo(zone), rule)


@given(MOMENTS, ALLOWANCES, calendars())
def test_what_was_spent_until_the_deadline_is_the_allowance(start, allowance, calendar):
    due = due_at(start, allowance, calendar)
    assert due >= start
    assert due.tzinfo is UTC
    if allowance.unit is Unit.WORK_DAY and calendar.day_rule is DayRule.END_OF_NTH_DAY:
        return
    spent = spent_between(start, due, allowance.unit, calendar)
    assert spent == length_of(allowance, calendar)


@given(MOMENTS, st.integers(1, 40), calendars())
def test_the_nth_day_is_the_nth_on_which_the_office_opens(start, number, calendar):
    calendar = OfficeCalendar(calendar.windows, calendar.holidays, SHANGHAI, DayRule.END_OF_NTH_DAY)
    due = due_at(start, Allowance(number, Unit.WORK_DAY), calendar).astimezone(SHANGHAI)
    day, opened = start.astimezone(SHANGHAI).date(), 0
    while day < due.date():
        day += timedelta(days=1)
        opened += bool(calendar.windows_on(day))
    assert opened == number
    assert due.time() == calendar.windows_on(due.date())[-1].closes


@given(MOMENTS, LENGTHS, UNITS, calendars())
def test_measuring_undoes_spending_forwards_and_back(start, amount, unit, calendar):
    end = add_working(start, amount, unit, calendar)
    assert spent_between(start, end, unit, calendar) == amount
    assert spent_between(end, start, unit, calendar) == -amount


@given(MOMENTS, MOMENTS, MOMENTS, UNITS, calendars())
def test_time_spent_adds_up(a, b, c, unit, calendar):
    parts = spent_between(a, b, unit, calendar) + spent_between(b, c, unit, calendar)
    assert parts == spent_between(a, c, unit, calendar)


@given(MOMENTS, LENGTHS, LENGTHS, UNITS, calendars())
def test_a_clock_that_is_paused_and_resumed_loses_nothing(start, first, second, unit, calendar):
    first, second = abs(first), abs(second)
    paused = add_working(start, first, unit, calendar)
    end = add_working(paused, second, unit, calendar)
    assert end == add_working(start, first + second, unit, calendar)


@given(MOMENTS, st.integers(0, 3 * 24 * 60), calendars())
def test_time_spent_is_what_counting_minutes_finds(start, minutes, calendar):
    start = start.replace(second=0, microsecond=0).astimezone(UTC)
    counted = sum(calendar.is_open(start + timedelta(minutes=n)) for n in range(minutes))
    end = start + timedelta(minutes=minutes)
    spent = spent_between(start, end, Unit.WORK_HOUR, calendar)
    assert spent == timedelta(minutes=counted)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_an_office_that_never_closes_counts_every_hour(start, amount):
    assert add_working(start, amount, Unit.WORK_HOUR, DAY_AND_NIGHT) == start + amount


@pytest.mark.parametrize("zone", [UTC, SHANGHAI, timezone(timedelta(hours=-7))])
def test_the_zone_of_the_start_does_not_matter(zone):
    start = at("04-27 11:00").astimezone(zone)
    due = due_at(start, Allowance(4, Unit.WORK_HOUR), OFFICE)
    assert due == at("04-27 17:00")
    assert due.tzinfo is UTC


def test_a_time_without_a_zone_is_refused():
    for unit in Unit:
        with pytest.raises(BadInput):
            due_at(datetime(2026, 4, 27), Allowance(1, unit), OFFICE)


@pytest.mark.parametrize("rule", list(DayRule))
def test_a_calendar_without_working_time_refuses_instead_of_searching_for_ever(rule):
    empty = OfficeCalendar(((),) * 7, {date(2026, 5, 9): True}, day_rule=rule)
    for amount in (1, -1):
        with pytest.raises(BadInput):
            add_working(at("04-27 09:00"), timedelta(hours=amount), Unit.WORK_HOUR, empty)
    with pytest.raises(BadInput) as refusal:
        due_at(at("04-27 09:00"), Allowance(1, Unit.WORK_DAY), empty)
    assert refusal.value.facts["remedy"]
    assert due_at(at("04-27 09:00"), Allowance(1, Unit.EMERGENCY_HOUR), empty) == at("04-27 10:00")


@pytest.mark.parametrize("amount", [-1, 10_001])
def test_an_absurd_allowance_is_refused(amount):
    with pytest.raises(BadInput):
        Allowance(amount, Unit.WORK_DAY)


def test_a_deadline_beyond_the_calendar_of_this_world_is_refused():
    for moment in (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)):
        with pytest.raises(BadInput):
            due_at(moment, Allowance(1, Unit.WORK_DAY), OFFICE)
    with pytest.raises(BadInput):
        add_working(at("04-27 09:00"), timedelta(days=900_000), Unit.WORK_HOUR, OFFICE)


@pytest.mark.parametrize(
    "windows",
    [
        (Window(time(8), time(12)), Window(time(11), time(18))),
        (Window(time(8), time(0)), Window(time(9), time(10))),
    ],
)
def test_windows_that_overlap_are_refused(windows):
    with pytest.raises(BadInput):
        OfficeCalendar.weekly(windows)


def test_a_window_over_midnight_is_refused_with_a_remedy():
    with pytest.raises(BadInput) as refusal:
        Window(time(22), time(6))
    assert refusal.value.facts["remedy"]


def test_a_make_up_day_has_the_hours_of_a_normal_day():
    assert OFFICE.windows_on(date(2026, 5, 9)) == OFFICE.windows_on(date(2026, 5, 11))
    closed_on_monday = OfficeCalendar(((), *OFFICE.windows[1:]), {date(2026, 5, 9): True})
    assert closed_on_monday.windows_on(date(2026, 5, 9)) == OFFICE.windows[1]


def test_beyond_the_published_holidays_weekdays_decide_and_the_calendar_says_so():
    assert OFFICE.known_until == date(2026, 12, 31)
    assert OFFICE.certain(at("12-31 23:00"))
    assert not OFFICE.certain(at("12-31 23:00") + timedelta(hours=1))
    new_year = datetime(2027, 1, 1, 9, tzinfo=SHANGHAI)  # a Friday, not yet known as a holiday
    assert OFFICE.is_open(new_year)
    assert not OfficeCalendar.weekly().certain(new_year)


def test_a_hundred_thousand_deadlines_are_computed_again_within_seconds():
    starts = [at("04-27 09:00") + timedelta(minutes=7 * n) for n in range(100_000)]
    allowances = [Allowance(n, unit) for n in (1, 5, 15) for unit in Unit]
    calendar = OfficeCalendar.weekly(holidays=HOLIDAYS)
    began = stopwatch.process_time()
    for number, start in enumerate(starts):
        due_at(start, allowances[number % len(allowances)], calendar)
    assert stopwatch.process_time() - began < 10
