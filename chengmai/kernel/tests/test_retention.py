"""What is beyond its term goes, and the run proves it."""

from datetime import UTC, datetime, timedelta

import pytest

from chengmai.kernel import retention
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.models import RetentionRule, RetentionRun

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, tzinfo=UTC)
KEPT: list[datetime] = []


def forget(before):
    old = [at for at in KEPT if at < before][:2]
    for at in old:
        KEPT.remove(at)
    return len(old)


def keeper(**more):
    values = {"keep_days": 30, "at_least_days": 0} | more
    return retention.Keeper(
        "test", "试验", source="t", clause="1", forget=forget,
        oldest=lambda: min(KEPT, default=None), **values,
    )  # fmt: skip


SHORT = (keeper(),)
LAWFUL = (keeper(at_least_days=180),)


@pytest.fixture(autouse=True)
def kept(settings):
    settings.KEEPERS = [f"{__name__}.SHORT"]
    KEPT[:] = [NOW - timedelta(days=days) for days in (1, 20, 31, 40, 50, 200, 201)]


def test_all_batches_beyond_the_term_go_and_the_oldest_left_is_within_it():
    (run,) = retention.forget_all(at=NOW)
    assert (run.removed, run.oldest_left) == (5, NOW - timedelta(days=20))
    assert run.oldest_left >= run.cutoff
    (row,) = entries_of("retention:test")
    assert row.payload["removed"] == 5


def test_a_run_with_nothing_to_do_is_proof_too_but_no_news():
    KEPT.clear()
    (run,) = retention.forget_all(at=NOW)
    assert (run.removed, run.oldest_left, RetentionRun.objects.count()) == (0, None, 1)
    assert not entries_of("retention:test")


def test_a_citys_own_term_wins_but_never_below_what_the_law_wants(settings):
    RetentionRule.objects.create(name="test", keep_days=45, source="本市规定")
    assert retention.forget_all(at=NOW)[0].removed == 3
    settings.KEEPERS = [f"{__name__}.LAWFUL"]
    RetentionRule.objects.update(keep_days=1)
    (term,) = retention.terms()
    assert (term.keep_days, term.source) == (180, "本市规定")
    assert retention.forget_all(at=NOW)[0].removed == 0


def test_a_rule_that_is_not_in_force_removes_nothing():
    RetentionRule.objects.create(name="test", keep_days=1, in_force=False, source="诉讼保全")
    assert retention.forget_all(at=NOW) == []
    assert len(KEPT) == 7
