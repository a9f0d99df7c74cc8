"""Whether the numbers that lists tell are true: each compared with a full count."""

# ruff: noqa: S608 - our own conditions
from __future__ import annotations

from typing import Any

from _asked import Viewer, filters
from django.db import connection
from django.utils import timezone

MOST_CHECKED = 150  # of those that are estimated; a full count takes most of a second


def honesty(people: list[Viewer]) -> str:
    """How far estimates are off, and how many of the exact ones are wrong (0)."""
    from chengmai.cases.queries.counts import count_cases
    from chengmai.cases.queries.filters import CaseFilter
    from chengmai.identity.models import Person
    from chengmai.identity.public import actor_of

    at = timezone.now()
    exact, wrong, off = 0, 0, list[tuple[float, str, int, int]]()
    for viewer in people:
        actor = actor_of(Person.objects.get(username=viewer.name).pk)
        for number, (name, wanted) in enumerate(filters().items()):
            asked = CaseFilter(**wanted)
            told = count_cases(actor, asked, at)
            checked = number % 3 == 0 if told.exact else len(off) < MOST_CHECKED
            if not checked:
                continue
            true = full_count(actor, asked, at)
            if told.exact:
                exact, wrong = exact + 1, wrong + (true != told.value)
            else:
                off.append((abs(told.value / max(true, 1) - 1), f"{viewer.words}: {name}", told.value, true))  # fmt: skip
    off.sort(reverse=True)
    if not off:
        return f"{exact} exact counts compared with a full count: {wrong} wrong."
    share, name, told_, true_ = off[0]
    return (
        f"{exact} exact counts compared with a full count: {wrong} wrong. {len(off)} estimates:"
        f" off by {off[len(off) // 2][0]:.0%} (p50), {off[len(off) // 20][0]:.0%} (p95),"
        f" {share:.0%} at most ({name}: told {told_:,}, are {true_:,})."
    )


def full_count(actor: Any, wanted: Any, at: Any) -> int:
    """Every case of the list, one by one, as its words say."""
    from chengmai.cases.queries.filters import conditions
    from chengmai.cases.queries.seen import seen_sql

    where = [seen_sql(actor), *conditions(actor, wanted)]
    text = " AND ".join(sql for sql, _ in where).replace("clock.at", f"'{at.isoformat()}'")
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM cases_case WHERE {text}", [v for _, b in where for v in b]
        )
        return int(cursor.fetchone()[0])
