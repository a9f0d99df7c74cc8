"""Clock arithmetic: laps, pauses, extensions, lamps, and their JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengmai.cases.rules.clockjson import book_from_json, book_to_json
from chengmai.cases.rules.clocks import ClockBook, ClockState, deadline_of
from chengmai.cases.rules.lamps import lamp_of, lamp_times
from chengmai.cases.rules.numbers import case_number, read_tracking_number, tracking_number
from chengmai.cases.tests.stage_play import CALENDAR
from chengmai.cases.words import ClockKind, Lamp, Stage
from chengmai.kernel.worktime import Allowance, Unit

HAN = ClockKind.HANDLE
NINE = datetime(2026, 4, 15, 1, 0, tzinfo=UTC)  # Wednesday, 09:00 in Shanghai
HOUR = timedelta(hours=1)
FOUR = Allowance(4, Unit.WORK_HOUR)


def running(allowance: Allowance = FOUR) -> ClockBook:
    return ClockBook().start(HAN, NINE, allowance, CALENDAR)


def test_a_pause_gives_back_exactly_the_time_that_was_left():
    book = running().pause(HAN, NINE + HOUR)
    resumed = book.resume(HAN, NINE + timedelta(days=5), CALENDAR)  # Monday 09:00
    lap = resumed.last(HAN)
    assert lap.due_at == NINE + timedelta(days=5) + 3 * HOUR
    assert lap.left(NINE + timedelta(days=5), CALENDAR) == 3 * HOUR


def test_what_was_overdue_before_a_pause_is_overdue_after_it():
    late = NINE + timedelta(days=1)
    lap = running().pause(HAN, late).resume(HAN, late + HOUR, CALENDAR).last(HAN)
    assert lap.due_at == running().last(HAN).due_at
    assert lap.overdue(late + HOUR)


def test_an_extension_is_spent_from_the_deadline_that_held():
    lap = running().extend(HAN, NINE, Allowance(1, Unit.WORK_DAY), CALENDAR).last(HAN)
    assert lap.due_at == running().last(HAN).due_at + timedelta(days=1)
    assert lap.extensions() == 1


def test_a_voided_lap_is_overdue_for_nobody():
    lap = running().stop(HAN, NINE + timedelta(days=9), void=True).last(HAN)
    assert (lap.state, lap.overdue(NINE + timedelta(days=10))) == (ClockState.VOIDED, False)


def test_a_revived_clock_counts_the_time_between_as_a_pause():
    stopped = running().stop(HAN, NINE + HOUR)
    lap = stopped.revive(HAN, NINE + 2 * HOUR, CALENDAR).last(HAN)
    assert lap.left(NINE + 2 * HOUR, CALENDAR) == 3 * HOUR
    assert lap.spent(NINE + 3 * HOUR, CALENDAR) == 2 * HOUR


def test_a_second_start_stops_the_lap_before_it():
    book = running().start(HAN, NINE + HOUR, FOUR, CALENDAR)
    assert [lap.open for lap in book.laps[HAN]] == [False, True]


@pytest.mark.parametrize("unit", Unit)
def test_the_lamp_turns_yellow_when_less_than_a_third_is_left(unit: Unit):
    book = running(Allowance(3, unit))
    times = lamp_times(Stage.HANDLING, book, 1 / 3, CALENDAR)
    lap, second = book.last(HAN), timedelta(seconds=1)
    whole = lap.left(NINE, CALENDAR)
    assert lap.left(times.warn_at, CALENDAR) == whole / 3
    shown = [
        lamp_of(Stage.HANDLING, times.warn_at, times.due_at, moment)
        for moment in (times.warn_at - second, times.warn_at, times.due_at, times.due_at + second)
    ]
    assert shown == [Lamp.IN_TIME, Lamp.DUE_SOON, Lamp.DUE_SOON, Lamp.OVERDUE]


steps = st.lists(
    st.tuples(st.sampled_from(["pause", "resume", "extend"]), st.integers(1, 5000)), max_size=8
)


@given(steps, st.sampled_from(list(Unit)))
def test_any_history_adds_up_computes_anew_and_survives_json(changes, unit: Unit):
    book, now = running(Allowance(4, unit)), NINE
    for change, minutes in changes:
        now += timedelta(minutes=minutes)
        if change == "pause":
            book = book.pause(HAN, now)
        elif change == "resume":
            book = book.resume(HAN, now, CALENDAR)
        else:
            book = book.extend(HAN, now, Allowance(2, unit), CALENDAR)
    lap = book.last(HAN)
    counted = sum((b - a for a, b in lap.segments(now)), timedelta(0))
    paused = sum(((p.until or now) - p.at for p in lap.pauses()), timedelta(0))
    assert counted + paused == now - NINE
    assert book_from_json(book_to_json(book)) == book
    assert deadline_of(lap, CALENDAR) == lap.due_at or "extend" in {c for c, _ in changes}
    assert book.recomputed(CALENDAR).last(HAN).started_at == NINE


def test_a_case_number_is_the_city_s_day_and_a_running_number():
    late = datetime(2026, 4, 15, 17, 0, tzinfo=UTC)
    assert case_number(late, 42) == "20260416000042"


@given(st.integers(0, 2**50 - 1), st.integers(0, 10), st.integers(1, 31))
def test_a_tracking_number_with_one_wrong_character_is_no_tracking_number(random, place, shift):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = tracking_number(random)
    assert read_tracking_number(f" {number[:5].lower()}-{number[5:]} ") == number
    wrong = alphabet[(alphabet.index(number[place]) + shift) % 32]
    assert read_tracking_number(number[:place] + wrong + number[place + 1 :]) is None
