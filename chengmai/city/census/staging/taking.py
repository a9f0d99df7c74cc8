"""Checked rows into the table, chunk by chunk, each with what it changed."""

from __future__ import annotations

from datetime import datetime

from chengmai.city.census.staging.checking import Plan
from chengmai.city.census.staging.images import image, live_key, shapes_of, table_of
from chengmai.city.census.staging.tables import ask, literal, rows_table, run
from chengmai.city.census.words import Reason, Verdict

_CHANGES = "census_censuschange (import_id, target, key, verdict, before, mark, refusal)"


def next_numbers(import_id: int, after: int, most: int) -> tuple[int, int] | None:
    """The last number of the next chunk of rows to take, and how many they are."""
    found = ask(
        f"SELECT max(number), count(*) FROM (SELECT number FROM {rows_table(import_id)}"  # noqa: S608
        f" WHERE number > {int(after)} AND verdict IN ('added', 'changed') ORDER BY number"
        f" LIMIT {int(most)}) chunk"
    )
    last, count = found[0]
    return (int(last), int(count)) if count else None


def take_added(plan: Plan, after: int, upto: int, *, columns: list[str], by: int | None, at: datetime) -> int:  # fmt: skip
    """Insert the added rows of a chunk; how many went in."""
    values = plan.added_values()
    history = _history(plan, "'created'", "NULL", "ins.after", "ins", by, at)
    return run(
        f"WITH ins AS (INSERT INTO {table_of(plan.target)} AS t ({', '.join(values)})"  # noqa: S608
        f" SELECT {', '.join(values.values())} FROM {rows_table(plan.import_id)} r"
        f" WHERE r.number > {int(after)} AND r.number <= {int(upto)} AND r.verdict = 'added'"
        " ORDER BY r.number ON CONFLICT DO NOTHING"
        f" RETURNING {live_key(plan.target)} AS key, md5({image(plan.target, columns)}::text) AS mark"
        f"{', ' + _told(plan, columns) + ' AS after' if history else ''}){history}"
        f" INSERT INTO {_CHANGES} SELECT {int(plan.import_id)}, {literal(plan.target.name)}, key,"
        f" '{Verdict.ADDED.value}', NULL, mark, '' FROM ins"
    )


def take_changed(plan: Plan, after: int, upto: int, *, columns: list[str], by: int | None, at: datetime) -> int:  # fmt: skip
    """Update the changed rows of a chunk that nobody touched since they were checked."""
    table, rows = table_of(plan.target), rows_table(plan.import_id)
    values = plan.changed_values()
    if not values:
        return 0
    also = ""
    if plan.target.name == "components" and "changed_on" not in values:
        also = f", changed_on = {literal(plan.day)}"
    where = f" AND {plan.target.where}" if plan.target.where else ""
    sets = ", ".join(f"{column} = {value}" for column, value in values.items()) + also
    kinds = (
        "CASE WHEN upd.changes ? 'point' THEN 'moved' WHEN upd.changes ? 'state' THEN 'state'"
        " WHEN upd.changes - 'photos' = '{}'::jsonb THEN 'photo' ELSE 'edited' END"
    )
    before = "(SELECT jsonb_object_agg(e.key, e.value -> 0) FROM jsonb_each(upd.changes) e)"
    later = "(SELECT jsonb_object_agg(e.key, e.value -> 1) FROM jsonb_each(upd.changes) e)"
    return run(
        f"WITH old AS (SELECT {live_key(plan.target)} AS key, {image(plan.target, columns)} AS before"  # noqa: S608
        f" FROM {table} t JOIN {rows} r ON {live_key(plan.target)} = r.key WHERE r.number > {int(after)}"
        f" AND r.number <= {int(upto)} AND r.verdict = 'changed'{where} FOR UPDATE OF t),"
        f" upd AS (UPDATE {table} t SET {sets} FROM {rows} r JOIN old ON old.key = r.key"
        f" WHERE {live_key(plan.target)} = r.key AND r.number > {int(after)} AND r.number <= {int(upto)}"
        f" AND r.verdict = 'changed' AND md5(old.before::text) = r.mark{where}"
        f" RETURNING old.key, old.before, r.changes, md5({image(plan.target, columns)}::text) AS mark)"
        f"{_history(plan, kinds, before, later, 'upd', by, at)}"
        f" INSERT INTO {_CHANGES} SELECT {int(plan.import_id)}, {literal(plan.target.name)}, key,"
        f" '{Verdict.CHANGED.value}', before, mark, '' FROM upd"
    )


def refuse_late(plan: Plan, after: int, upto: int) -> int:
    """Rows of the chunk that did not go in, for somebody else was there first, are refused."""
    return run(
        f"UPDATE {rows_table(plan.import_id)} r SET verdict = 'refused',"  # noqa: S608
        f" problems = r.problems || '{Reason.CHANGED_MEANWHILE.value}'::text"
        f" WHERE r.number > {int(after)} AND r.number <= {int(upto)}"
        " AND r.verdict IN ('added', 'changed') AND NOT EXISTS (SELECT 1 FROM census_censuschange c"
        f" WHERE c.import_id = {int(plan.import_id)} AND c.key = r.key)"
    )


def _told(plan: Plan, columns: list[str]) -> str:
    """A row as a component's history tells it: columns by name, a point as [lon, lat]."""
    shapes = shapes_of(plan.target)
    pairs = ", ".join(
        f"'{c}', " + (f"jsonb_build_array(ST_X(t.{c}), ST_Y(t.{c}))" if c in shapes else f"t.{c}")
        for c in columns
    )
    return f"jsonb_build_object({pairs})"


def _history(
    plan: Plan, kind: str, before: str, later: str, rows: str, by: int | None, at: datetime
) -> str:  # fmt: skip
    """The component's own history, beside what the undo needs."""
    if plan.target.name != "components":
        return ""
    return (
        ", told AS (INSERT INTO city_componentchange (code, at, actor_id, import_id, kind, before,"  # noqa: S608
        f" after, reason) SELECT {rows}.key, {literal(at)}, {literal(by)}::bigint,"
        f" {int(plan.import_id)}, {kind}, {before}, {later}, '' FROM {rows})"
    )
