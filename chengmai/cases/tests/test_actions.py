"""Moves on a real database: the row, the fact, the statements."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengmai.cases.actions.move import move_case
from chengmai.cases.tests.makers import (
    MINUTE,
    MORNING,
    PATH,
    bring_to,
    details_for,
    make_case,
    make_staff,
)
from chengmai.cases.words import Stage
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db


def test_a_message_becomes_a_closed_case_and_the_ledger_tells_every_step():
    staff = make_staff()
    case = bring_to(make_case(), Stage.CLOSED, staff)

    case.refresh_from_db()
    assert (case.stage, case.version, case.check_passed) == (Stage.CLOSED, 10, True)
    assert case.closed_at == MORNING + 9 * MINUTE
    assert case.handled_in_time is True
    told = entries_of(f"case:{case.pk}")
    assert [row.payload.get("move") for row in told[1:]] == [move.value for _, move, _ in PATH]
    assert told[3].payload["organisation_id"] == staff.unit.pk


def test_an_ordinary_move_takes_at_most_six_statements():
    staff = make_staff()
    case = make_case()
    counted = {}
    for _, move, who in PATH:
        details = details_for(staff, staff[who], move)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            case = move_case(
                case_id=case.pk, move=move, actor=staff[who], at=MORNING, version=case.version,
                details=details,
            )  # fmt: skip
        said = [q["sql"] for q in queries if "SAVEPOINT" not in str(q["sql"])]
        counted[move] = len(said)
        print(move, len(said), [s[:60] for s in said])
    assert max(counted.values()) <= 6, counted
