"""Pages of cases: filters in, JSON out, one SQL statement, no work per row in Python.

The database builds the JSON text of each row; the names of classes, organisations and districts go
in as constants from the reference cache, so that no table of another domain is joined.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chengmai.cases.queries.lamps import LAMP_CONDITIONS, OPEN_SQL, lamp_sql
from chengmai.cases.queries.names import name_maps
from chengmai.cases.queries.queues import queue_sql
from chengmai.cases.queries.seen import Params, seen_sql
from chengmai.cases.words import CaseSource, Lamp, Stage
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.media.public import with_signed_addresses
from chengmai.kernel.prepared import planned_cursor, prepared_cursor

MAX_LIMIT = 200
LAST_DIGITS = 6  # so many digits of a case number are enough to look it up
BRIEF_TEXT = 200


@dataclass(frozen=True)
class CaseFilter:
    """What a list asks for; empty means any. Codes and `area` match by prefix."""

    queue: str = ""
    stage: str = ""
    lamp: str = ""
    kind: str = ""
    class_code: str = ""
    grid_code: str = ""
    area: str = ""
    organisation_id: int | None = None
    source: str = ""
    since: datetime | None = None
    until: datetime | None = None
    q: str = ""
    urgent: bool | None = None
    supervised: bool | None = None
    order: str = "newest"


@dataclass(frozen=True)
class Order:
    """An order with the expressions that its cursor carries."""

    by: str
    after: str
    key: str
    arity: int
    where: str = "TRUE"


ORDERS = {
    "newest": Order("id DESC", "cases_case.id < %s", "json_build_array(id)", 1),
    "oldest": Order("id", "cases_case.id > %s", "json_build_array(id)", 1),
    "due": Order(
        "lamp_due_at, id",
        "(cases_case.lamp_due_at, cases_case.id) > (%s::timestamptz, %s)",
        "json_build_array(lamp_due_at, id)",
        2,
        "cases_case.lamp_due_at IS NOT NULL",
    ),
}

# The kernel keeps the address of a file; a page of 50 looks up 50 keys in this one statement.
THUMB_SQL = (
    "(SELECT '/media/' || m.key || '/thumb' FROM media_mediafile m"
    " WHERE m.id = (c.media #>> '{before,0}')::bigint AND m.kind = 'image')"
)
ROW_SQL = f"""
    c.id, c.case_no, c.version, c.stage, {lamp_sql("k.at").replace("cases_case.", "c.")} AS lamp,
    c.lamp_due_at, c.lamp_start_at, c.lamp_warn_at, c.due_at, c.kind, c.class_code,
    k.classes ->> c.class_code AS class_name, left(c.description, {BRIEF_TEXT}) AS description,
    c.address, c.grid_code, c.district_code, k.districts ->> c.district_code AS district_name,
    c.organisation_id, k.organisations ->> c.organisation_id::text AS organisation_name,
    c.source, c.reported_at, c.urgent, c.supervised, c.rework_no, c.report_count,
    round(st_x(c.point) * 1e6) / 1e6 AS lon, round(st_y(c.point) * 1e6) / 1e6 AS lat,
    {THUMB_SQL} AS thumbnail_url
"""
CONSTANTS_SQL = (
    "(SELECT %s::timestamptz AS at, %s::jsonb AS classes, %s::jsonb AS districts,"
    " %s::jsonb AS organisations) AS k"
)


def list_cases(
    actor: Actor, wanted: CaseFilter, *, after: list[Any] | None, limit: int, at: datetime
) -> tuple[str, list[Any] | None]:
    """One page as a JSON array of CaseRow, and the key of its last row when more follow.

    `at` is the moment of the lamps. Raises BadInput naming the filter that makes no sense.
    """
    order = ORDERS.get(wanted.order)
    if order is None:
        raise BadInput("Unknown order.", field="order", given=wanted.order[:40])
    limit = max(1, min(limit, MAX_LIMIT))
    where, params = _conditions(actor, wanted, order)
    choose_cursor = planned_cursor if params else prepared_cursor
    if after is not None:
        if len(after) != order.arity:
            raise BadInput("This cursor belongs to another list.", field="after")
        where.append(order.after)
        params += after
    sql = (
        f"SELECT (SELECT row_to_json(r)::text FROM (SELECT {ROW_SQL}) AS r), {order.key}::text"
        " FROM (SELECT cases_case.* FROM cases_case, (SELECT %s::timestamptz AS at) AS clock"
        f" WHERE {' AND '.join(where)} ORDER BY {order.by} LIMIT {limit + 1}) AS c"
        f" CROSS JOIN {CONSTANTS_SQL} ORDER BY {order.by}"
    )
    with choose_cursor() as cursor:
        cursor.execute(sql, [at, *params, at, *name_maps()])
        rows = cursor.fetchall()
    items = ",".join(row for row, _ in rows[:limit])
    page = with_signed_addresses(f"[{items}]")
    return page, json.loads(rows[limit - 1][1]) if len(rows) > limit else None


def count_up_to(actor: Actor, wanted: CaseFilter, most: int, at: datetime) -> int:
    """How many cases the list holds, but never counting beyond `most`. One statement."""
    order = ORDERS.get(wanted.order)
    if order is None:
        raise BadInput("Unknown order.", field="order", given=wanted.order[:40])
    where, params = _conditions(actor, wanted, order)
    sql = (
        "SELECT count(*) FROM (SELECT 1 FROM cases_case, (SELECT %s::timestamptz AS at) AS clock"
        f" WHERE {' AND '.join(where)} LIMIT {int(most)}) AS found"
    )
    with planned_cursor() as cursor:
        cursor.execute(sql, [at, *params])
        return int(cursor.fetchone()[0])


def _conditions(actor: Actor, wanted: CaseFilter, order: Order) -> tuple[list[str], Params]:
    seen, params = seen_sql(actor)
    where = [seen, order.where]
    if wanted.queue:
        sql, bound = queue_sql(wanted.queue, actor)
        where.append(sql)
        params += bound
    for sql, bound in (*_exact(wanted), *_prefixes(wanted), *_period(wanted), *_words(wanted)):
        where.append(sql)
        params += bound
    if wanted.lamp:
        where.append(f"({LAMP_CONDITIONS[_known(Lamp, wanted.lamp, 'lamp')]})")
        if wanted.lamp != Lamp.NONE:
            where.append(OPEN_SQL)
    return where, params


def _exact(wanted: CaseFilter) -> list[tuple[str, Params]]:
    found: list[tuple[str, Params]] = []
    if wanted.stage:
        stages = {_known(Stage, name, "stage").value for name in wanted.stage.split(",")}
        named = ", ".join(f"'{stage}'" for stage in sorted(stages))
        found.append((f"cases_case.stage IN ({named})", []))
    if wanted.source:
        source = _known(CaseSource, wanted.source, "source").value
        found.append(("cases_case.source = %s", [source]))
    if wanted.kind:
        found.append(("cases_case.kind = %s", [wanted.kind[:10]]))
    for column in ("organisation_id", "urgent", "supervised"):
        value = getattr(wanted, column)
        if value is not None:
            found.append((f"cases_case.{column} = %s", [value]))
    return found


def _prefixes(wanted: CaseFilter) -> list[tuple[str, Params]]:
    found: list[tuple[str, Params]] = []
    for name, column in (
        ("class_code", "class_code"),
        ("grid_code", "grid_code"),
        ("area", "grid_code"),
    ):
        value = getattr(wanted, name)
        if not value:
            continue
        if not value.isascii() or not value.isalnum():
            raise BadInput("A code has letters and digits only.", field=name)
        found.append((f"cases_case.{column} LIKE %s", [f"{value[:15]}%"]))
    return found


def _period(wanted: CaseFilter) -> list[tuple[str, Params]]:
    found: list[tuple[str, Params]] = []
    if wanted.since:
        found.append(("cases_case.reported_at >= %s", [wanted.since]))
    if wanted.until:
        found.append(("cases_case.reported_at < %s", [wanted.until]))
    return found


def _words(wanted: CaseFilter) -> list[tuple[str, Params]]:
    q = wanted.q.replace("\x00", "").strip()[:60]
    if not q:
        return []
    escaped = q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    # A desk shows the last digits of a number; they find the case as the whole number does.
    number = "%" + q if q.isdecimal() and len(q) >= LAST_DIGITS else escaped
    like = f"%{escaped}%"
    return [
        (
            "(cases_case.case_no LIKE %s OR cases_case.description ILIKE %s"
            " OR cases_case.address ILIKE %s)",
            [number, like, like],
        )
    ]


def _known(words: Any, value: str, field: str) -> Any:
    try:
        return words(value)
    except ValueError:
        raise BadInput("Unknown value.", field=field, given=value[:40]) from None
