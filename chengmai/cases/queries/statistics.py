"""Figures of a period by class, place, unit or time, from the roll-up of days (decision 0081)."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from chengmai.cases.queries.dayfigures import KEYS, OF_DAYS
from chengmai.cases.queries.seen import Params
from chengmai.cases.rules.statistics import COUNTS, change, rates, runs
from chengmai.city.public import class_cards, division_names
from chengmai.identity.public import organisation_cards
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput

LONGEST_DAYS = 3_700
# Changed days that are counted from the cases while somebody waits: so many, and none so much
# older than the newest, for the cases of a day long past are found slowly.
LIVE_DAYS, LIVE_BACK = 12, timedelta(days=45)
STREET_DIGITS = 9

# How the rows of an answer are told apart, as SQL over the days' figures.
GROUPS = {
    "class": "class_code",
    "major": "left(class_code, 3)",
    "district": "left(street_code, 6)",
    "street": "street_code",
    "organisation": "organisation_id::text",
    "month": "to_char(day, 'YYYY-MM')",
    "day": "to_char(day, 'YYYY-MM-DD')",
    "year": "to_char(day, 'YYYY')",
}
IN_TIME_ORDER = frozenset({"month", "day", "year"})
_COLUMNS = ", ".join((*KEYS, *COUNTS))
_SUMS = ", ".join(f"sum({name})::bigint AS {name}" for name in COUNTS)


@dataclass(frozen=True)
class Wanted:
    """What is asked: days from `since` up to, not with, `until`; empty filters mean any."""

    since: date
    until: date
    by: str = "class"
    compare_since: date | None = None
    compare_until: date | None = None
    area: str = ""
    class_code: str = ""
    organisation_id: int | None = None


def statistics(actor: Actor, wanted: Wanted) -> dict[str, Any]:
    """Counts and rates of a period, beside those of another; at most four statements.

    An actor who does not see the whole city gets what lies in their division (down to a street)
    and what their unit and those below it handle. Rows by time are compared in their order, other
    rows by key. `pending_days` are days whose last changes are not counted yet. Raises BadInput.
    """
    if wanted.by not in GROUPS:
        raise BadInput("Unknown grouping.", field="by", remedy=", ".join(GROUPS))
    refuse_period(wanted.since, wanted.until, "until")
    where, params = _scope(actor, wanted)
    pending = _pending_days()
    now = _figures(wanted.by, wanted.since, wanted.until, where, params, pending)
    before: list[dict[str, Any]] | None = None
    if wanted.compare_since is not None and wanted.compare_until is not None:
        refuse_period(wanted.compare_since, wanted.compare_until, "compare_until")
        before = _figures(
            wanted.by, wanted.compare_since, wanted.compare_until, where, params, pending
        )
    return {
        "since": wanted.since,
        "until": wanted.until,
        "by": wanted.by,
        "rows": _rows(wanted.by, now, before),
        "total": _compared(_sum(now), None if before is None else _sum(before)),
        "pending_days": len(pending) - len(_live(pending)),
    }


def refuse_period(since: date, until: date, field: str) -> None:
    """A period has an end behind its beginning, and ten years at most. Raises BadInput."""
    if not timedelta(0) < until - since <= timedelta(days=LONGEST_DAYS):
        raise BadInput(
            "A period has at least a day and at most ten years.",
            field=field,
            remedy="Give a later day as the end; it is not part of the period.",
        )


def _pending_days() -> list[date]:
    """Days that have changed since they were counted, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT day FROM cases_daychanged ORDER BY day DESC LIMIT 5000")
        return [row[0] for row in cursor.fetchall()]


def _live(pending: list[date]) -> list[date]:
    return [day for day in pending[:LIVE_DAYS] if day > pending[0] - LIVE_BACK]


def _scope(actor: Actor, wanted: Wanted) -> tuple[str, Params]:
    where: list[str] = []
    params: Params = []
    if not actor.sees_whole_city:
        ways = []
        if actor.division and len(actor.division) <= STREET_DIGITS:
            ways.append("street_code LIKE %s")
            params.append(f"{actor.division}%")
        if actor.organisation_path:
            below = [
                card.id
                for card in organisation_cards().values()
                if card.path.startswith(actor.organisation_path)
            ]
            ways.append("organisation_id = ANY(%s::bigint[])")
            params.append(below)
        where.append(f"({' OR '.join(ways)})" if ways else "FALSE")
    for name, column in (("area", "street_code"), ("class_code", "class_code")):
        value = getattr(wanted, name)
        if value:
            if not value.isascii() or not value.isalnum():
                raise BadInput("A code has letters and digits only.", field=name)
            where.append(f"{column} LIKE %s")
            params.append(f"{value[:STREET_DIGITS]}%")
    if wanted.organisation_id is not None:
        where.append("organisation_id = %s")
        params.append(wanted.organisation_id)
    return " AND ".join(where) or "TRUE", params


def _figures(
    by: str, since: date, until: date, where: str, params: Params, pending: list[date]
) -> list[dict[str, Any]]:
    """One row of sums for each group; changed days are counted from the cases themselves."""
    live = [day for day in _live(pending) if since <= day < until]
    source = f"SELECT {_COLUMNS} FROM cases_dayfigure WHERE day >= %s AND day < %s"
    values: Params = [since, until]
    if live:
        source += " AND NOT day = ANY(%s::date[])"
        values.append(live)
    for run in runs(live):
        source += f" UNION ALL SELECT {_COLUMNS} FROM ({OF_DAYS}) AS live"
        values += [run, run[-1], run[0]]
    sql = f"SELECT {GROUPS[by]} AS key, {_SUMS} FROM ({source}) AS f WHERE {where} GROUP BY 1 ORDER BY 1"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *params])
        return [dict(zip(("key", *COUNTS), row, strict=True)) for row in cursor.fetchall()]


def _rows(
    by: str, now: list[dict[str, Any]], before: list[dict[str, Any]] | None
) -> list[dict[str, Any]]:
    names = _names(by)
    if before is None:
        pairs: list[tuple[Any, Any]] = [(row, None) for row in now]
    elif by in IN_TIME_ORDER:
        longer = max(len(now), len(before))
        pairs = [
            (now[n] if n < len(now) else None, before[n] if n < len(before) else None)
            for n in range(longer)
        ]
    else:
        known = {row["key"]: row for row in before}
        mine = {row["key"] for row in now}
        pairs = [(row, known.get(row["key"])) for row in now]
        pairs += [(None, row) for row in before if row["key"] not in mine]
    empty = dict.fromkeys(COUNTS, 0)
    found = []
    for row, other in pairs:
        key = (row or other)["key"]
        told = _compared(row or empty, None if before is None else other or empty)
        compared_key = other["key"] if other and by in IN_TIME_ORDER else None
        found.append({"key": key, "name": names.get(key, key), "compare_key": compared_key, **told})
    if by not in IN_TIME_ORDER:
        found.sort(key=lambda row: (-row["counts"]["reported"], row["key"]))
    return found


def _compared(now: dict[str, Any], before: dict[str, Any] | None) -> dict[str, Any]:
    counts = {name: now[name] for name in COUNTS}
    told: dict[str, Any] = {"counts": counts, "rates": rates(counts), "compare": None}
    if before is not None:
        other = {name: before[name] for name in COUNTS}
        told["compare"] = {
            "counts": other,
            "rates": rates(other),
            "change": {name: change(counts[name], other[name]) for name in COUNTS},
        }
    return told


def _sum(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: sum(row[name] for row in rows) for name in COUNTS}


def _names(by: str) -> dict[str, str]:
    if by == "class":
        return {code: card.name for code, card in class_cards().items()}
    if by == "major":
        return {card.major_code: card.major_name for card in class_cards().values()}
    if by in ("district", "street"):
        return dict(division_names())
    if by == "organisation":
        return {str(key): card.name for key, card in organisation_cards().items()}
    return {}
