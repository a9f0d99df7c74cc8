"""What time does by itself, and the twin of the lamp in SQL."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from django.db import connection

from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.settings import load_default_settings
from chengmai.cases.actions.timing import (
    recompute_deadlines,
    remind_of_suspensions,
    resume_suspensions,
    time_out_verifications,
)
from chengmai.cases.models import Case, Setting, StageLimit, Supervision
from chengmai.cases.queries.lamps import LAMP_CONDITIONS, lamp_sql
from chengmai.cases.queries.settings import forget_settings, loop_settings, shipped_settings
from chengmai.cases.queries.views import view_of
from chengmai.cases.reactions import recompute_after_calendar_change
from chengmai.cases.rules.lamps import lamp_of
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MINUTE, MORNING, bring_to, make_case, make_media, make_staff
from chengmai.cases.words import ClockKind, Lamp, Move, Stage
from chengmai.city.events import CalendarChanged
from chengmai.city.tests.makers import CalendarDay, forget_city
from chengmai.identity.words import SYSTEM
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.worktime import Allowance, Unit

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def suspended(staff, until: datetime) -> Case:
    case = bring_to(make_case(), Stage.HANDLING, staff)
    asked = Details(
        reason="冬季", until=until, media_other=(make_media(staff["department"]),)
    )  # fmt: skip
    steps = (
        (Move.APPLY_SUSPENSION, "department", asked),
        (Move.APPROVE_SUSPENSION, "dispatcher", Details()),
        (Move.APPROVE_SUSPENSION, "leader", Details()),
    )
    for move, who, details in steps:
        case = move_case(
            case_id=case.pk, move=move, actor=staff[who], at=MORNING, details=details
        )  # fmt: skip
    return case


def test_verifications_that_ran_out_come_back_once():
    staff = make_staff()
    case = make_case()
    move_case(case_id=case.pk, move=Move.SEND_VERIFY, actor=staff["operator"], at=MORNING)
    assert time_out_verifications(at=MORNING + 30 * MINUTE) == 0
    assert time_out_verifications(at=MORNING + 31 * MINUTE) == 1
    assert time_out_verifications(at=MORNING + 32 * MINUTE) == 0
    case.refresh_from_db()
    assert case.stage == Stage.REPORTED
    assert entries_of(f"case:{case.pk}")[-1].payload["move"] == "verify_timeout"


def test_a_suspension_is_announced_a_week_ahead_once_and_ends_by_itself():
    staff = make_staff()
    case = suspended(staff, MORNING + 30 * DAY)
    assert case.due_at is None and case.lamp_due_at is None
    assert remind_of_suspensions(at=MORNING + 22 * DAY) == 0
    assert remind_of_suspensions(at=MORNING + 23 * DAY) == 1
    assert remind_of_suspensions(at=MORNING + 24 * DAY) == 0
    assert resume_suspensions(at=MORNING + 29 * DAY) == 0
    assert resume_suspensions(at=MORNING + 30 * DAY) == 1
    case.refresh_from_db()
    assert (case.stage, case.suspended_until) == (Stage.HANDLING, None)
    assert case.due_at is not None
    names = [row.name for row in entries_of(f"case:{case.pk}")]
    assert names.count("cases.SuspensionEnding") == 1


def test_a_new_holiday_moves_open_deadlines_and_no_others():
    staff = make_staff()
    friday = datetime(2026, 4, 17, 9, 0, tzinfo=UTC)  # 17:00 in Shanghai, one hour of four left
    case = bring_to(make_case(at=friday), Stage.HANDLING, staff, at=friday)
    closed = bring_to(make_case(), Stage.CLOSED, staff)
    before = case.due_at
    assert before is not None
    assert recompute_deadlines(at=friday) == 0

    CalendarDay.objects.create(date=date(2026, 4, 20), working=False, name="台风", source="市政府")
    forget_city()
    assert recompute_deadlines(at=friday) == 1
    case.refresh_from_db()
    assert case.due_at == before + DAY == case.lamp_due_at
    assert view_of(case).clocks.last(ClockKind.HANDLE).due_at == case.due_at
    assert Case.objects.get(pk=closed.pk).due_at == closed.due_at


def test_a_changed_calendar_queues_one_recomputation():
    fact = CalendarChanged(at=MORNING, date=date(2026, 4, 20), working=False)
    recompute_after_calendar_change(fact)
    recompute_after_calendar_change(fact)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'cases.recompute_deadlines'"
        )
        assert cursor.fetchone()[0] == 1


def test_an_urging_is_to_be_answered_in_working_hours():
    staff = make_staff()
    case = bring_to(make_case(), Stage.HANDLING, staff)
    move_case(
        case_id=case.pk, move=Move.SUPERVISE, actor=staff["leader"], at=MORNING,
        details=Details(level="red", text="今天办完"),
    )  # fmt: skip
    urging = Supervision.objects.get(case=case)
    assert urging.due_at == MORNING + timedelta(hours=6)  # four working hours around the noon break


def test_the_lamp_in_sql_is_the_lamp_in_python():
    make_staff()
    case, second = make_case(), timedelta(seconds=1)
    moments = [MORNING - DAY, MORNING - second, MORNING, MORNING + second, MORNING + DAY]
    times = [(None, None)] + [(w, d) for w, d in product(moments, moments) if w <= d]
    stages = (Stage.HANDLING, Stage.REPORTED, Stage.PENDING_CHECK, Stage.CLOSED, Stage.SUSPENDED)
    for stage, (warn, due) in product(stages, times):
        Case.objects.filter(pk=case.pk).update(
            stage=stage, lamp_warn_at=warn, lamp_due_at=due, closed_at=MORNING, due_at=MORNING,
            organisation_id=1, suspended_until=MORNING, check_passed=True,
        )  # fmt: skip
        expected = lamp_of(stage, warn, due, MORNING)
        assert sql_lamps(case.pk) == (expected, [expected]), (stage, warn, due)


def sql_lamps(case_id: int) -> tuple[str, list[str]]:
    """What the CASE expression says, and which of the conditions hold."""
    holds = ", ".join(f"({sql})" for sql in LAMP_CONDITIONS.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {lamp_sql('clock.at')}, {holds} FROM cases_case,"  # noqa: S608
            " (SELECT %s::timestamptz AS at) AS clock WHERE cases_case.id = %s",
            [MORNING, case_id],
        )
        lamp, *which = cursor.fetchone()
    return lamp, [kind for kind, held in zip(LAMP_CONDITIONS, which, strict=True) if held]


def test_the_shipped_numbers_become_rows_once_and_a_city_replaces_them_by_date():
    forget_settings()
    assert load_default_settings() > 15
    assert load_default_settings() == 0
    assert loop_settings(MORNING) == shipped_settings()
    Setting.objects.create(
        key="extension_max", title="延期次数上限", value=1, source="本市", valid_from="2026-05-01"
    )
    StageLimit.objects.create(
        clock="acc", amount=10, unit="em", source="本市", valid_from="2026-05-01"
    )
    forget_settings()
    assert loop_settings(MORNING).extension_max == 2
    may = loop_settings(MORNING + 30 * DAY)
    assert may.extension_max == 1
    assert may.stage_limits[ClockKind.ACCEPT] == Allowance(10, Unit.MINUTE)
    forget_settings()


def test_the_system_takes_only_its_own_steps():
    make_staff()
    case = make_case()
    with pytest.raises(Exception, match="Another duty"):
        move_case(case_id=case.pk, move=Move.ACCEPT, actor=SYSTEM, at=MORNING)


def test_every_lamp_has_its_condition():
    assert set(LAMP_CONDITIONS) == set(Lamp)
