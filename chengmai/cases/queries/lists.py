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

from chengmai.cases.queries.filters import CaseFilter, Condition, asked_words, conditions
from chengmai.cases.queries.lamps import lamp_sql
from chengmai.cases.queries.names import CLASS_NAME_SQL, name_maps
from chengmai.cases.queries.search import MOST, MOST_OPEN, Search, marked, search_for
from chengmai.cases.queries.seen import Params, seen_sql
from chengmai.cases.queries.walks import KEYS, joined, walked
from chengmai.cases.rules.lexemes import LONGEST_TEXT
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput
from chengmai.kernel.media.public import with_signed_addresses
from chengmai.kernel.prepared import planned_cursor, prepared_cursor

__all__ = [
    "MAX_LIMIT",
    "ORDERS",
    "CaseFilter",
    "ListPage",
    "count_up_to",
    "list_cases",
    "read_page",
]

MAX_LIMIT = 200
BRIEF_TEXT = 200


@dataclass(frozen=True)
class Order:
    """An order with the expressions that its cursor carries."""

    by: str
    after: str
    key: str
    arity: int
    where: str = "TRUE"


ORDERS = {
    "newest": Order(
        "reported_at DESC, id DESC",
        "(cases_case.reported_at, cases_case.id) < (%s::timestamptz, %s::bigint)",
        "json_build_array(page.reported_at, page.id)",
        2,
    ),
    "oldest": Order(
        "reported_at, id",
        "(cases_case.reported_at, cases_case.id) > (%s::timestamptz, %s::bigint)",
        "json_build_array(page.reported_at, page.id)",
        2,
    ),
    "due": Order(
        "lamp_due_at, id",
        "(cases_case.lamp_due_at, cases_case.id) > (%s::timestamptz, %s::bigint)",
        "json_build_array(page.lamp_due_at, page.id)",
        2,
        "cases_case.lamp_due_at IS NOT NULL",
    ),
    # Only where words are asked for. The number stands for the order of reporting, so that the
    # best are taken before their cases are looked at.
    "best": Order(
        "score DESC, id DESC",
        "(hit.score, hit.id) < (%s::float8, %s::bigint)",
        "json_build_array(page.score, page.id)",
        2,
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
    {CLASS_NAME_SQL} AS class_name, left(c.description, {BRIEF_TEXT}) AS description,
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
FOUND_SQL = ROW_SQL.replace(
    f"left(c.description, {BRIEF_TEXT})", f"left(c.description, {LONGEST_TEXT})"
)


@dataclass(frozen=True)
class ListPage:
    """A page: its rows as a JSON array, the key of the last one when more follow.

    `complete` is False where words are so common that only the newest cases were looked through
    for them (the oldest, where these come first).
    """

    items: str
    key: list[Any] | None
    complete: bool = True


def list_cases(
    actor: Actor, wanted: CaseFilter, *, after: list[Any] | None, limit: int, at: datetime
) -> tuple[str, list[Any] | None]:
    """One page as a JSON array of CaseRow, and the key of its last row when more follow.

    `at` is the moment of the lamps. Raises BadInput naming the filter that makes no sense.
    """
    page = read_page(actor, wanted, after=after, limit=limit, at=at)
    return page.items, page.key


def read_page(
    actor: Actor, wanted: CaseFilter, *, after: list[Any] | None, limit: int, at: datetime
) -> ListPage:
    """One page of cases. One statement; with words, one more that only plans.

    Raises BadInput naming the filter that makes no sense.
    """
    order = _order(wanted)
    if after is not None and len(after) != order.arity:
        raise BadInput("This cursor belongs to another list.", field="after")
    limit = max(1, min(limit, MAX_LIMIT))
    search = search_for(wanted)
    page = _read(actor, wanted, order, search, after, limit, at)
    while page is None and search is not None:
        search = search.narrower()
        page = _read(actor, wanted, order, search, after, limit, at)
    if page is None:
        raise RuntimeError("A search gave no page")
    return page


def _read(
    actor: Actor,
    wanted: CaseFilter,
    order: Order,
    search: Search | None,
    after: list[Any] | None,
    limit: int,
    at: datetime,
) -> ListPage | None:
    chosen, params = chosen_sql(actor, wanted, order, search, after, limit + 1, at)
    row_sql = ROW_SQL if search is None else FOUND_SQL
    last = ", ".join(f"page.{part}" for part in order.by.split(", "))
    sql = (
        f"SELECT (SELECT row_to_json(r)::text FROM (SELECT {row_sql}) AS r), {order.key}::text,"
        " page.hits"
        f" FROM ({chosen}) AS page JOIN cases_case AS c ON c.id = page.id"
        f" CROSS JOIN {CONSTANTS_SQL} ORDER BY {last}"
    )
    choose_cursor = planned_cursor if params or wanted.lamp or wanted.queue else prepared_cursor
    with choose_cursor() as cursor:
        cursor.execute(sql, [*params, at, *name_maps()])
        rows = cursor.fetchall()
    if search is not None and not search.listed and rows and rows[0][2] > MOST:
        return None  # far more common than the planner thought
    items = f"[{','.join(row for row, _, _ in rows[:limit])}]"
    if search is not None:
        items = marked(items, search, BRIEF_TEXT)
    key = json.loads(rows[limit - 1][1]) if len(rows) > limit else None
    return ListPage(
        with_signed_addresses(items), key, complete=search is None or search.window is None
    )


def chosen_sql(
    actor: Actor,
    wanted: CaseFilter,
    order: Order,
    search: Search | None,
    after: list[Any] | None,
    rows: int,
    at: datetime,
) -> tuple[str, Params]:
    """A SELECT of the ids of one page in order, with what the order needs; tests explain it."""
    clock = f"'{at.isoformat()}'::timestamptz"
    further: list[Condition] = [(order.where, [])]
    further += [] if after is None else [(order.after, list(after))]
    if search is None:
        chosen, params = walked(actor, wanted, further, order.by, rows)
        return f"SELECT *, 0 AS hits FROM ({chosen}) AS page".replace("clock.at", clock), params
    if search.listed:
        listed = ORDERS["newest"] if order is ORDERS["best"] else order
        base, params = walked(actor, wanted, [(listed.where, [])], listed.by, MOST_OPEN)
        found, bound = search.among(f"SELECT id FROM ({base}) AS listed")
    else:
        (found, bound), params = search.hits(), []
    seen, seen_params = seen_sql(actor)
    text, values = joined([(seen, seen_params), *conditions(actor, wanted), *further])
    # In the order of the best the cases are looked at one after the other, until there are enough.
    hit = "(SELECT * FROM hit ORDER BY score DESC, id DESC)" if order is ORDERS["best"] else "hit"
    sql = (
        f"WITH hit AS MATERIALIZED ({found}) SELECT {KEYS}, hit.score,"
        " (SELECT count(*) FROM hit) AS hits"
        f" FROM {hit} AS hit JOIN cases_case ON cases_case.id = hit.id WHERE {text}"
        f" ORDER BY {order.by.replace(' id', ' hit.id')} LIMIT {rows}"
    )
    return sql.replace("clock.at", clock), [*params, *bound, *values]


def count_up_to(actor: Actor, wanted: CaseFilter, most: int, at: datetime) -> int:
    """How many cases the list holds, but never counting beyond `most`. One statement; with words,
    one more that only plans, and common words are counted only as far as they are looked for."""
    search = search_for(wanted)
    chosen, params = chosen_sql(actor, wanted, _order(wanted), search, None, most, at)
    with planned_cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({chosen}) AS found", params)
        return int(cursor.fetchone()[0])


def _order(wanted: CaseFilter) -> Order:
    name = wanted.order or ("best" if asked_words(wanted) else "newest")
    order = ORDERS.get(name)
    if order is None or (name == "best" and not asked_words(wanted)):
        raise BadInput("Unknown order.", field="order", given=wanted.order[:40])
    return order
