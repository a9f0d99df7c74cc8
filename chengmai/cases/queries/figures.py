"""Today's figures for the home page, in one statement."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.queries.names import name_maps
from chengmai.cases.queries.seen import seen_sql
from chengmai.identity.words import Actor
from chengmai.kernel.reference import cached

SHANGHAI = ZoneInfo("Asia/Shanghai")
_EVENTS = {
    "reported": "reported_at",
    "registered": "registered_at",
    "dispatched": "dispatched_at",
    "disposed": "confirmed_at",
    "closed": "closed_at",
}


def today(actor: Actor, at: datetime) -> dict[str, Any]:
    """What has come in, moved on and ended since midnight, and yesterday up to the same hour.

    `on_time_rate` is the share of today's finished handlings that met their deadline, null
    without any. Days are those of Asia/Shanghai. The whole city's figures are kept for 2 s.
    """
    if actor.sees_whole_city:
        return cached("cases.today", lambda: _today(actor, at), seconds=2)
    return _today(actor, at)


def _today(actor: Actor, at: datetime) -> dict[str, Any]:
    midnight = datetime.combine(at.astimezone(SHANGHAI).date(), time(), SHANGHAI)
    values: list[Any] = [at, midnight, timedelta(days=1)]
    seen, params = seen_sql(actor)
    counts = ", ".join(
        f"count(*) FILTER (WHERE {column} >= k.day AND {column} <= k.at) AS {name},"
        f" count(*) FILTER (WHERE {column} >= k.day - k.span AND {column} <= k.at - k.span)"
        f" AS {name}_before"
        for name, column in _EVENTS.items()
    )
    columns = (
        "cases_case.stage, cases_case.class_code, cases_case.district_code,"
        " cases_case.reported_at, registered_at, dispatched_at, confirmed_at, closed_at,"
        " lamp_due_at, handled_in_time"
    )
    # Whatever happened since yesterday happened to a case that is open, or has ended since.
    sql = (
        "WITH k AS (SELECT %s::timestamptz AS at, %s::timestamptz AS day, %s::interval AS span),"
        f" c AS MATERIALIZED (SELECT {columns}, TRUE AS open"
        f" FROM (SELECT * FROM cases_case WHERE {OPEN_SQL} OFFSET 0) AS cases_case WHERE {seen}"
        f" UNION ALL SELECT {columns}, FALSE FROM (SELECT * FROM cases_case"
        f" WHERE cases_case.closed_at >= %s AND NOT {OPEN_SQL} OFFSET 0) AS cases_case WHERE {seen})"
        " SELECT json_build_object("
        f"'counts', (SELECT row_to_json(n) FROM (SELECT {counts},"
        " count(*) FILTER (WHERE open) AS open,"
        " count(*) FILTER (WHERE open AND lamp_due_at < k.at) AS overdue,"
        " count(*) FILTER (WHERE confirmed_at >= k.day AND handled_in_time) AS in_time,"
        " count(*) FILTER (WHERE confirmed_at >= k.day AND handled_in_time IS NOT NULL) AS judged"
        " FROM c, k) AS n),"
        " 'by_hour', (SELECT json_agg(json_build_object('hour', h, 'reported',"
        "   coalesce(reports.n, 0), 'closed', coalesce(ends.n, 0)) ORDER BY h)"
        "  FROM generate_series(0, 23) AS h"
        f"  LEFT JOIN ({_hours('reported_at')}) AS reports USING (h)"
        f"  LEFT JOIN ({_hours('closed_at')}) AS ends USING (h)),"
        " 'by_class', (SELECT coalesce(json_agg(row_to_json(b)), '[]') FROM (SELECT class_code,"
        "  count(*) AS count FROM c, k WHERE class_code <> '' AND (open OR reported_at >= k.day)"
        "  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10) AS b),"
        " 'by_district', (SELECT coalesce(json_agg(row_to_json(b)), '[]') FROM ("
        "  SELECT district_code, count(*) FILTER (WHERE open) AS open,"
        "  count(*) FILTER (WHERE reported_at >= k.day) AS reported,"
        "  count(*) FILTER (WHERE closed_at >= k.day) AS closed,"
        "  count(*) FILTER (WHERE open AND lamp_due_at < k.at) AS overdue"
        "  FROM c, k WHERE district_code <> '' GROUP BY 1 ORDER BY 1) AS b))::text"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *params, midnight - values[2], *params])
        found = json.loads(cursor.fetchone()[0])
    return _shaped(found)


def _hours(column: str) -> str:
    """Cases by the hour since midnight at which this happened to them."""
    return (
        f"SELECT floor(extract(epoch FROM {column} - k.day) / 3600)::int AS h, count(*) AS n"
        f" FROM c, k WHERE {column} >= k.day GROUP BY 1"
    )


def _shaped(found: dict[str, Any]) -> dict[str, Any]:
    counts = found["counts"]
    classes, districts, _ = (json.loads(names) for names in name_maps())
    judged = counts["judged"]
    return {
        **{name: counts[name] for name in (*_EVENTS, "open", "overdue")},
        "on_time_rate": round(counts["in_time"] / judged, 4) if judged else None,
        "by_hour": found["by_hour"],
        "by_class": [
            {**row, "class_name": classes.get(row["class_code"], "")} for row in found["by_class"]
        ],
        "by_district": [
            {**row, "district_name": districts.get(row["district_code"], "")}
            for row in found["by_district"]
        ],
        "compare": {name: counts[f"{name}_before"] for name in _EVENTS},
    }
