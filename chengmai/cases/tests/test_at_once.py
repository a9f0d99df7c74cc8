"""Two people on one case, over two real connections: the row lock decides."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connections

from chengmai.cases.actions.move import move_case
from chengmai.cases.errors import MasterNotOpen
from chengmai.cases.models import Case
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*attempts) -> list[object]:
    """Run each attempt in a thread of its own; what each returned or was refused with."""
    start, results = Barrier(len(attempts)), [None] * len(attempts)

    def run(position: int) -> None:
        try:
            start.wait(timeout=20)
            results[position] = attempts[position]()
        except Exception as problem:
            results[position] = problem
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(i,)) for i in range(len(attempts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


def test_of_two_dispatchers_one_wins_and_the_other_hears_that_the_page_is_old():
    staff = make_staff()
    for _ in range(5):
        case = bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
        version, told = case.version, len(entries_of(f"case:{case.pk}"))

        def dispatch(who: str, unit: int, case_id: int = case.pk, seen: int = version):
            return move_case(
                case_id=case_id, move=Move.DISPATCH, actor=staff[who], at=MORNING, version=seen,
                details=Details(organisation_id=unit),
            )  # fmt: skip

        results = at_once(
            lambda: dispatch("dispatcher", staff.unit.pk),
            lambda: dispatch("dispatcher2", staff.other.pk),
        )
        won = [r for r in results if isinstance(r, Case)]
        lost = [r for r in results if isinstance(r, Refusal)]
        assert len(won) == 1 and [refusal.code for refusal in lost] == ["case.stale_page"]
        case.refresh_from_db()
        assert case.organisation_id == won[0].organisation_id
        assert case.version == version + 1
        assert len(entries_of(f"case:{case.pk}")) == told + 1


def test_two_cases_merged_into_each_other_at_once_do_not_block_each_other():
    staff = make_staff()
    a, b = make_case(), make_case()

    def merge(case: Case, master: Case):
        return move_case(
            case_id=case.pk, move=Move.MERGE, actor=staff["operator"], at=MORNING,
            details=Details(master_id=master.pk),
        )  # fmt: skip

    results = at_once(lambda: merge(a, b), lambda: merge(b, a))
    assert sum(isinstance(r, Case) for r in results) == 1
    assert sum(isinstance(r, Refusal) for r in results) == 1
    refused = next(r for r in results if isinstance(r, Refusal))
    assert isinstance(refused, MasterNotOpen) or refused.code == "case.move_not_allowed"
