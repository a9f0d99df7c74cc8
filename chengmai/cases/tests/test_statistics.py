"""Figures of a period: the roll-up of days is the full count, always; rates as the standard has them."""

from datetime import date, timedelta

import pytest
from django.db import connection

from chengmai.cases.actions.dayfigures import count_all_days, settle_days
from chengmai.cases.models import Case, DayChanged, DayFigure
from chengmai.cases.queries.dayfigures import ALL_DAYS, EVENTS, KEYS
from chengmai.cases.queries.statistics import Wanted, statistics
from chengmai.cases.rules.statistics import COUNTS, change, rates
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import Stage
from chengmai.identity.tests.makers import make_actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.reference import forget

TODAY = MORNING.date()
DAY = timedelta(days=1)


@pytest.fixture
def staff(db):
    forget()
    return make_staff()


def kept():
    columns = (*KEYS, *COUNTS)
    return sorted(DayFigure.objects.values_list(*columns))


def counted_from_the_cases():
    with connection.cursor() as cursor:
        cursor.execute(ALL_DAYS)
        return sorted(tuple(row) for row in cursor.fetchall())


def a_busy_city(staff):
    for number, stage in enumerate(
        [Stage.REPORTED, Stage.HANDLING, Stage.CLOSED, Stage.CLOSED, Stage.CHECKING, Stage.REJECTED]
    ):
        case = make_case(at=MORNING - number * DAY, class_code="E0112" if number % 2 else "C0137")
        if stage is Stage.REJECTED:
            Case.objects.filter(pk=case.pk).update(stage=stage, closed_at=MORNING)
        else:
            bring_to(case, stage, staff)


def ask(actor, by="class", **more):
    wanted = {"since": TODAY - 9 * DAY, "until": TODAY + 9 * DAY} | more
    return statistics(actor, Wanted(by=by, **wanted))


def test_the_days_kept_are_the_days_counted_after_every_kind_of_change(staff):
    a_busy_city(staff)
    settle_days()
    assert kept() == counted_from_the_cases() != []
    assert not DayChanged.objects.exists()
    closed = Case.objects.filter(stage=Stage.CLOSED).first()
    changes = [
        {"class_code": "E0110"},
        {"organisation_id": staff.unit.pk + 1},
        {"reported_at": MORNING - 40 * DAY},
        {"due_at": MORNING + 3 * DAY, "handled_in_time": False},
        {"rework_no": 2},
        {"timeout_exempt": True},
        {"stage": Stage.HANDLING, "closed_at": None, "confirmed_at": None},
    ]
    for changed in changes:
        Case.objects.filter(pk=closed.pk).update(**changed)
        assert kept() != counted_from_the_cases(), changed
        settle_days()
        assert kept() == counted_from_the_cases(), changed
    before = kept()
    settle_days()
    count_all_days()
    assert kept() == before


def test_a_move_that_changes_no_figure_marks_no_day(staff):
    case = make_case()
    settle_days()
    Case.objects.filter(pk=case.pk).update(urgent=True, version=9)
    assert not DayChanged.objects.exists()


def test_the_trigger_marks_the_days_that_the_count_knows(staff):
    """Twins: the function of migration 0014 and `queries.dayfigures`."""
    a_busy_city(staff)
    days = ", ".join(day for day, _ in EVENTS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ARRAY[{days}], cases_days_of(cases_case) FROM cases_case")  # noqa: S608
        rows = cursor.fetchall()
    assert len(rows) == 6
    assert all(mine == theirs for mine, theirs in rows)


def test_changed_days_are_counted_from_the_cases_while_they_wait(staff):
    a_busy_city(staff)
    waiting = ask(staff["operator"], by="day")
    assert DayChanged.objects.exists()
    settle_days()
    assert ask(staff["operator"], by="day") == waiting
    assert waiting["total"]["counts"]["reported"] == 6
    assert waiting["total"]["counts"]["valid"] == 5
    assert waiting["total"]["counts"]["closed"] == 2
    assert waiting["total"]["rates"]["close_rate"] is not None
    assert all(rate is None or 0 <= rate <= 1 for rate in waiting["total"]["rates"].values())


@pytest.mark.parametrize(
    "by", ["class", "major", "district", "street", "organisation", "month", "day", "year"]
)
def test_every_grouping_adds_up_to_the_same(staff, by):
    a_busy_city(staff)
    found = ask(staff["operator"], by=by)
    for name in COUNTS:
        assert sum(row["counts"][name] for row in found["rows"]) == found["total"]["counts"][name]
    assert all(row["name"] for row in found["rows"] if row["key"] not in ("", "0"))


def test_two_periods_stand_beside_each_other(staff):
    a_busy_city(staff)
    found = ask(
        staff["operator"], by="day", since=TODAY, until=TODAY + DAY,
        compare_since=TODAY - 2 * DAY, compare_until=TODAY - DAY,
    )  # fmt: skip
    row = found["rows"][0]
    assert (row["key"], row["compare_key"]) == (str(TODAY), str(TODAY - 2 * DAY))
    assert row["counts"]["reported"] == row["compare"]["counts"]["reported"] == 1
    assert row["compare"]["change"]["reported"] == 0


def test_a_department_counts_what_it_handles_and_a_stranger_nothing(staff):
    a_busy_city(staff)
    whole = ask(staff["operator"])["total"]["counts"]
    own = ask(staff["department"])["total"]["counts"]
    assert 0 < own["dispatched"] == whole["dispatched"]
    assert own["reported"] < whole["reported"]
    stranger = make_actor(sees_whole_city=False, organisation_path=".98765.")
    assert ask(stranger)["rows"] == []
    elsewhere = make_actor(sees_whole_city=False, organisation_path="", division="130303")
    assert ask(elsewhere)["rows"] == []


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"by": "mood"}, "by"),
        ({"until": TODAY - 9 * DAY}, "until"),
        ({"until": date(2099, 1, 1)}, "until"),
        ({"compare_since": TODAY, "compare_until": TODAY}, "compare_until"),
        ({"area": "13%"}, "area"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_by_name(staff, wanted, field):
    with pytest.raises(BadInput) as refused:
        ask(staff["operator"], **wanted)
    assert refused.value.facts["field"] == field


def test_rates_are_those_of_a_published_month():
    """A city's figures of 2016-12: 972 to close, 911 closed, 737 of them in time."""
    counts = dict.fromkeys(COUNTS, 0) | {
        "to_close": 972, "to_close_done": 911, "to_close_in_time": 737, "valid": 1054, "registered": 996,
    }  # fmt: skip
    found = rates(counts)
    assert (found["close_rate"], found["in_time_close_rate"]) == (0.9372, 0.7582)
    assert found["register_rate"] == 0.945
    assert found["dispose_rate"] is None
    assert (change(110, 100), change(5, 0)) == (0.1, None)
