"""How many cases a list holds: exact when they are few, the planner's estimate when many.

Counting a million rows to say "a million" costs what a thousand pages cost; decision 0079.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from chengmai.cases.queries.filters import CaseFilter, conditions
from chengmai.cases.queries.search import search_for
from chengmai.cases.queries.seen import Params, seen_sql
from chengmai.identity.words import Actor
from chengmai.kernel.prepared import planned_cursor

EXACT_TO = 1_000
_SURELY_MANY = 20_000  # estimated rows beyond which nobody counts even the first thousand
_DIGITS = 3  # of an estimate that are shown


@dataclass(frozen=True)
class Count:
    """A number of cases, and whether it was counted or estimated."""

    value: int
    exact: bool


def count_cases(actor: Actor, wanted: CaseFilter, at: datetime) -> Count:
    """How many cases the list holds, within what the actor may see. At most three statements.

    Raises BadInput naming the filter that makes no sense.
    """
    sql, params = _found(actor, wanted, at)
    estimate = _estimate(sql, params)
    if estimate <= _SURELY_MANY:
        counted = _up_to(sql, params, EXACT_TO + 1)
        if counted <= EXACT_TO:
            return Count(counted, exact=True)
    return Count(_rounded(max(estimate, EXACT_TO + 1)), exact=False)


def _found(actor: Actor, wanted: CaseFilter, at: datetime) -> tuple[str, Params]:
    clock = f"'{at.isoformat()}'::timestamptz"
    where = [seen_sql(actor), *conditions(actor, wanted)]
    if wanted.order == "due":
        where.append(("cases_case.lamp_due_at IS NOT NULL", []))
    source, params = "cases_case", list[object]()
    search = search_for(wanted)
    if search is not None and (search.window or search.listed):
        source += " JOIN cases_casewords AS w ON w.case_id = cases_case.id"
        where.append(("w.words @@ %s::tsquery", [search.query]))
    elif search is not None:
        found, params = search.hits()
        source += f" JOIN ({found}) AS hit ON hit.id = cases_case.id"
    text = " AND ".join(sql.replace("clock.at", clock) for sql, _ in where)
    params = [*params, *(value for _, bound in where for value in bound)]
    return f"SELECT 1 FROM {source} WHERE {text}", params


def _estimate(sql: str, params: Params) -> int:
    with planned_cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()
    found = json.loads(plan) if isinstance(plan, str) else plan
    return int(found[0]["Plan"]["Plan Rows"])


def _up_to(sql: str, params: Params, most: int) -> int:
    with planned_cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT {int(most)}) AS found", params)
        (number,) = cursor.fetchone()
    return int(number)


def _rounded(estimate: int) -> int:
    """So many leading digits as an estimate deserves: 123,456 is about 123,000."""
    step: int = 10 ** max(0, len(str(estimate)) - _DIGITS)
    return int(round(estimate / step) * step)
