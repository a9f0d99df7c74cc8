"""How many cases a list holds: counted up to ten thousand, beyond that told from a sample.

The planner's own estimate would be cheaper and is not honest: it takes class, unit and place for
strangers to each other, and told of 53,000 cases where there were none. Decision 0101.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chengmai.cases.queries.filters import CaseFilter, Condition, conditions, only_open
from chengmai.cases.queries.search import MOST_OPEN, Search, search_for
from chengmai.cases.queries.seen import Params, seen_sql
from chengmai.cases.queries.walks import joined, walked
from chengmai.identity.words import Actor
from chengmai.kernel.prepared import planned_cursor

EXACT_TO = 10_000
SAMPLED = 10_000  # cases of which the share is taken, always the same pages of the table
_DIGITS = 2  # of an estimate that are shown: one in three is off by a tenth and more
_SIZE = "SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'cases_case'::regclass"


@dataclass(frozen=True)
class Count:
    """A number of cases, and whether it was counted or estimated."""

    value: int
    exact: bool


def count_cases(actor: Actor, wanted: CaseFilter, at: datetime) -> Count:
    """How many cases the list holds, within what the actor may see. At most four statements.

    Raises BadInput naming the filter that makes no sense.
    """
    clock = f"'{at.isoformat()}'::timestamptz"
    search = search_for(wanted)
    most = MOST_OPEN if only_open(wanted) else EXACT_TO
    if search is None or search.window is None:
        sql, params = _found(actor, wanted, search, most + 1)
        sql = f"SELECT count(*) FROM ({sql}) AS found".replace("clock.at", clock)
        counted = _counted(sql, params)
        if counted <= most:
            return Count(counted, exact=True)
    many = _sampled(actor, wanted, search, clock)
    return Count(_rounded(max(many, most + 1)), exact=False)


def _found(
    actor: Actor, wanted: CaseFilter, search: Search | None, rows: int
) -> tuple[str, Params]:
    """A SELECT of the list's cases, at most so many."""
    due: list[Condition] = (
        [("cases_case.lamp_due_at IS NOT NULL", [])] if wanted.order == "due" else []
    )
    if search is None:
        return walked(actor, wanted, due, "reported_at DESC, id DESC", rows)
    text, values = joined([seen_sql(actor), *conditions(actor, wanted), *due])
    if search.listed:
        sql = "SELECT 1 FROM cases_case JOIN cases_casewords AS w ON w.case_id = cases_case.id"
        return f"{sql} WHERE w.words @@ %s::tsquery AND {text} LIMIT {rows}", [
            search.query,
            *values,
        ]
    found, params = search.hits()
    sql = f"SELECT 1 FROM cases_case JOIN ({found}) AS hit ON hit.id = cases_case.id"
    return f"{sql} WHERE {text} LIMIT {rows}", [*params, *values]


def _sampled(actor: Actor, wanted: CaseFilter, search: Search | None, clock: str) -> int:
    """The list's share of a sample of all cases, as a number of all."""
    where = [seen_sql(actor), *conditions(actor, wanted)]
    if search is not None:
        has = "EXISTS (SELECT FROM cases_casewords w WHERE w.case_id = cases_case.id AND w.words @@ %s::tsquery)"
        where.append((has, [search.query]))
    text, params = joined(where)
    with planned_cursor() as cursor:
        cursor.execute(_SIZE)
        (size,) = cursor.fetchone()
    percent = min(100.0, 100 * SAMPLED / size)
    sql = (
        f"SELECT count(*) FILTER (WHERE {text}), count(*)"
        f" FROM cases_case TABLESAMPLE SYSTEM ({percent:.6f}) REPEATABLE (1)"
    )
    with planned_cursor() as cursor:
        cursor.execute(sql.replace("clock.at", clock), params)
        found, asked = cursor.fetchone()
    return int(found if percent == 100 else size * found / max(asked, 1))


def _counted(sql: str, params: Params) -> int:
    with planned_cursor() as cursor:
        cursor.execute(sql, params)
        return int(cursor.fetchone()[0])


def _rounded(estimate: int) -> int:
    """So many leading digits as an estimate deserves: 123,456 is about 120,000."""
    step: int = 10 ** max(0, len(str(estimate)) - _DIGITS)
    return int(round(estimate / step) * step)
