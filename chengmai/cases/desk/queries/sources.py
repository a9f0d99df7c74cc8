"""Figures of two periods by the source of cases, counted from the cases themselves.

The roll-up of days (`queries.statistics`) knows class, place and unit, not the source. Here one pass
over what the actor may see counts both periods; rates need the roll-up's judgement and are left out.
Whatever happened since a day happened to a case that is open or has ended since: the latter are read
out of one index (`case_ended_by_closing`) without their rows.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.queries.seen import seen_sql
from chengmai.cases.queries.statistics import refuse_period
from chengmai.cases.rules.statistics import COUNTS, RATES, change
from chengmai.identity.words import Actor
from chengmai.kernel.prepared import planned_cursor

_CITY = ZoneInfo("Asia/Shanghai")
# Count: the moment that puts a case into a period, and what else must hold.
_COUNTED = {
    "reported": ("reported_at", ""),
    "registered": ("registered_at", ""),
    "disposed": ("confirmed_at", ""),
    "overtime": ("confirmed_at", " AND handled_in_time IS FALSE AND NOT timeout_exempt"),
    "closed": ("closed_at", ""),
    "rework": ("closed_at", " AND rework_no > 0"),
}
_READ = ", ".join(
    f"cases_case.{name}"
    for name in (
        *("source", "reported_at", "registered_at", "confirmed_at", "closed_at"),
        *("handled_in_time", "timeout_exempt", "rework_no"),
    )
)


def sources(
    actor: Actor, since: date, until: date, compare_since: date, compare_until: date
) -> dict[str, Any]:
    """Counts by source of two periods (days, `until` not included), shaped as other statistics.

    One statement. Raises BadInput naming the period that makes no sense.
    """
    refuse_period(since, until, "until")
    refuse_period(compare_since, compare_until, "compare_until")
    seen, bound = seen_sql(actor)
    columns = ", ".join(
        f"count(*) FILTER (WHERE {at} >= p.{of}since AND {at} < p.{of}until{more}) AS {of}{name}"
        for of in ("", "before_")
        for name, (at, more) in _COUNTED.items()
    )
    sql = (
        "WITH p AS (SELECT %s::timestamptz AS since, %s::timestamptz AS until,"
        " %s::timestamptz AS before_since, %s::timestamptz AS before_until)"
        " SELECT coalesce(json_agg(row_to_json(g)), '[]')::text FROM ("
        f"SELECT source, {columns} FROM (SELECT {_READ} FROM cases_case WHERE {OPEN_SQL} AND {seen}"
        f" UNION ALL SELECT {_READ} FROM cases_case WHERE cases_case.closed_at >= %s AND {seen}"
        ") AS c, p GROUP BY source) AS g"
    )
    days = [_midnight(day) for day in (since, until, compare_since, compare_until)]
    with planned_cursor() as cursor:
        cursor.execute(sql, [*days, *bound, min(days), *bound])
        found: list[dict[str, Any]] = json.loads(cursor.fetchone()[0])
    found = [one for one in found if any(one[name] for name in _both())]
    rows = [_row(one) for one in found]
    total = {name: sum(one[name] for one in found) for name in _both()}
    return {
        "since": since,
        "until": until,
        "by": "source",
        "rows": sorted(rows, key=lambda row: -row["counts"]["reported"]),
        "total": _figures(total),
        "pending_days": 0,
    }


def _both() -> list[str]:
    return [f"{of}{name}" for of in ("", "before_") for name in _COUNTED]


def _row(one: dict[str, Any]) -> dict[str, Any]:
    return {"key": one["source"], "name": "", "compare_key": one["source"], **_figures(one)}


def _figures(one: dict[str, Any]) -> dict[str, Any]:
    now = {name: one.get(name, 0) for name in COUNTS}
    before = {name: one.get(f"before_{name}", 0) for name in COUNTS}
    return {
        "counts": now,
        "rates": dict.fromkeys(RATES),
        "compare": {
            "counts": before,
            "rates": dict.fromkeys(RATES),
            "change": {name: change(now[name], before[name]) for name in COUNTS},
        },
    }


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _CITY)
