"""An import taken back: added rows go, changed rows are as they were, touched rows stay."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ForeignObjectRel

from chengmai.city.census.staging.images import image, live_key, model_of, number_of, table_of
from chengmai.city.census.staging.tables import ask, literal, run
from chengmai.city.census.words import Reason, TargetSpec

_MINE = "c.import_id = {id} AND c.id > {after} AND c.id <= {upto} AND c.refusal = ''"


def next_changes(import_id: int, after: int, most: int) -> tuple[int, int] | None:
    """The last id of the next chunk of changes to undo, and how many they are."""
    found = ask(
        "SELECT max(id), count(*) FROM (SELECT id FROM census_censuschange"  # noqa: S608
        f" WHERE import_id = {int(import_id)} AND id > {int(after)} ORDER BY id LIMIT {int(most)}) x"
    )
    last, count = found[0]
    return (int(last), int(count)) if count else None


def undo_chunk(
    import_id: int, target: TargetSpec, columns: list[str], after: int, upto: int, *, by: int | None,
    at: datetime,
) -> tuple[int, int]:  # fmt: skip
    """Undo the changes of a chunk; how many rows are as before, and how many were left alone."""
    mine = _MINE.format(id=int(import_id), after=int(after), upto=int(upto))
    refused = _refuse(target, columns, mine)
    gone = _take_away(import_id, target, mine, by, at)
    restored = _restore(import_id, target, columns, mine, by, at)
    return gone + restored, refused


def _refuse(target: TargetSpec, columns: list[str], mine: str) -> int:
    """Mark the changes whose row changed since, went away, or is needed by others."""
    used = " OR ".join(_references(target)) or "false"
    return run(
        "UPDATE census_censuschange c SET refusal = x.refusal FROM (SELECT c.id, CASE"  # noqa: S608
        f" WHEN t.{number_of(target)} IS NULL THEN '{Reason.GONE.value}'"
        f" WHEN md5({image(target, columns)}::text) <> c.mark THEN '{Reason.CHANGED_SINCE.value}'"
        f" WHEN c.verdict = 'added' AND ({used}) THEN '{Reason.IN_USE.value}' ELSE '' END AS refusal"
        f" FROM census_censuschange c LEFT JOIN {table_of(target)} t ON {_found(target)}"
        f" WHERE {mine}) x WHERE c.id = x.id AND x.refusal <> ''"
    )


def _take_away(import_id: int, target: TargetSpec, mine: str, by: int | None, at: datetime) -> int:
    told = _history(import_id, target, "'deleted'", "NULL", "NULL", by, at, "gone")
    return run(
        f"WITH gone AS (DELETE FROM {table_of(target)} t USING census_censuschange c"  # noqa: S608
        f" WHERE {mine} AND c.verdict = 'added' AND {_found(target)} RETURNING c.key, NULL::jsonb AS before){told}"
        " SELECT 1 FROM gone"
    )


def _restore(
    import_id: int, target: TargetSpec, columns: list[str], mine: str, by: int | None, at: datetime
) -> int:  # fmt: skip
    kept = [column for column in columns if column != number_of(target)]
    sets = ", ".join(f"{column} = was.{column}" for column in kept)
    told = _turned_back(import_id, target, by, at)
    return run(
        f"WITH back AS (UPDATE {table_of(target)} t SET {sets} FROM census_censuschange c,"  # noqa: S608
        f" LATERAL jsonb_populate_record(NULL::{table_of(target)}, c.before) was"
        f" WHERE {mine} AND c.verdict = 'changed' AND {_found(target)}"
        f" RETURNING c.key){told} SELECT 1 FROM back"
    )


def _found(target: TargetSpec) -> str:
    """Join of a stored row `t` to a change `c`, by an indexed column where there is one."""
    if len(target.key) == 1 and target.key != ("source_key",):
        return f"t.{target.field(target.key[0]).column} = c.key"
    return f"{live_key(target)} = c.key" + (f" AND {target.where}" if target.where else "")


def _references(target: TargetSpec) -> list[str]:
    """Conditions that hold when another table needs the row `t`."""
    found = []
    for relation in model_of(target)._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and relation.field.concrete:
            other = relation.related_model._meta.db_table
            column = relation.field.column
            found.append(
                f"EXISTS (SELECT 1 FROM {other} o WHERE o.{column} = t.{number_of(target)})"  # noqa: S608
            )
    return found


def _history(
    import_id: int, target: TargetSpec, kind: str, before: str, later: str, by: int | None,
    at: datetime, rows: str,
) -> str:  # fmt: skip
    if target.name != "components":
        return ""
    reason = literal(f"撤销导入 {import_id}")
    return (
        ", told AS (INSERT INTO city_componentchange (code, at, actor_id, import_id, kind, before,"  # noqa: S608
        f" after, reason) SELECT {rows}.key, {literal(at)}, {literal(by)}::bigint, {int(import_id)},"
        f" {kind}, {before}, {later}, {reason} FROM {rows})"
    )


def _turned_back(import_id: int, target: TargetSpec, by: int | None, at: datetime) -> str:
    """What the import had told of a component, the other way round."""
    if target.name != "components":
        return ""
    reason = literal(f"撤销导入 {import_id}")
    return (
        ", told AS (INSERT INTO city_componentchange (code, at, actor_id, import_id, kind, before,"  # noqa: S608
        f" after, reason) SELECT h.code, {literal(at)}, {literal(by)}::bigint, h.import_id, h.kind,"
        f" h.after, h.before, {reason} FROM back JOIN city_componentchange h ON h.code = back.key"
        f" AND h.import_id = {int(import_id)} AND h.reason = '')"
    )
