"""Retention: each kind of data has a term; what is older goes daily, and the run is the proof.

Domains declare keepers in their `tasks.py`; the setting KEEPERS names them. A law's shortest term
(`at_least_days`, such as six months for logs, 网络安全法 21) wins over a row that says less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from chengmai.kernel.facts import Fact
from chengmai.kernel.ledger import publish
from chengmai.kernel.models import RetentionRule, RetentionRun

MOST_BATCHES = 200


@dataclass(frozen=True)
class Keeper:
    """One kind of data: `forget(before)` removes a batch and says how many, `oldest()` what is left.

    `forget` removes what is older than the moment given, at most some thousand rows a call, and
    returns 0 when nothing is left to remove.
    """

    name: str
    what: str
    keep_days: int
    source: str
    clause: str
    forget: Callable[[datetime], int]
    oldest: Callable[[], datetime | None]
    at_least_days: int = 0


@dataclass(frozen=True)
class Term:
    """A keeper's term as it holds now, and its last run."""

    keeper: Keeper
    keep_days: int
    in_force: bool
    source: str
    clause: str
    last: RetentionRun | None


@dataclass(frozen=True, kw_only=True)
class RetentionApplied(Fact):
    """Data beyond their term were removed."""

    rule: str
    cutoff: str
    removed: int

    @property
    def subject(self) -> str:
        return f"retention:{self.rule}"


def keepers() -> tuple[Keeper, ...]:
    """Every keeper that a domain declares, by name."""
    found = [keeper for path in settings.KEEPERS for keeper in import_string(path)]
    return tuple(sorted(found, key=lambda keeper: keeper.name))


def terms() -> list[Term]:
    """Each keeper's term and last run. Two statements."""
    rows = {row.name: row for row in RetentionRule.objects.all()}
    runs = RetentionRun.objects.order_by("name", "-at").distinct("name")
    last = {run.name: run for run in runs}
    return [_term(keeper, rows.get(keeper.name), last.get(keeper.name)) for keeper in keepers()]


def forget_all(*, at: datetime, only: Iterable[str] = ()) -> list[RetentionRun]:
    """Run every rule in force (or those named); each batch is a transaction of its own."""
    wanted = set(only)
    return [
        _run(term, at)
        for term in terms()
        if term.in_force and (not wanted or term.keeper.name in wanted)
    ]


def _term(keeper: Keeper, row: RetentionRule | None, last: RetentionRun | None) -> Term:
    days = max(row.keep_days if row else keeper.keep_days, keeper.at_least_days)
    if row is None:
        return Term(keeper, days, True, keeper.source, keeper.clause, last)
    return Term(keeper, days, row.in_force, row.source, row.clause, last)


def _run(term: Term, at: datetime) -> RetentionRun:
    cutoff, removed = at - timedelta(days=term.keep_days), 0
    for _ in range(MOST_BATCHES):
        batch = term.keeper.forget(cutoff)
        removed += batch
        if not batch:
            break
    with transaction.atomic():
        run = RetentionRun.objects.create(
            name=term.keeper.name,
            at=at,
            cutoff=cutoff,
            removed=removed,
            oldest_left=term.keeper.oldest(),
        )
        if removed:
            name = term.keeper.name
            publish(RetentionApplied(at=at, rule=name, cutoff=cutoff.isoformat(), removed=removed))
    return run
