"""Second looks at checked rows: overlapping grids, and why a row has no geometry."""

from __future__ import annotations

from chengmai.city.census.rules.values import swapped_centre
from chengmai.city.census.staging.tables import ask, literal, raw_table, rows_table, run
from chengmai.city.census.words import Reason

_MOST_LOOKED_AT = 1_000


def refuse_overlaps(import_id: int, table: str, most_m2: float) -> int:
    """Refuse areas that lie on others by more than `most_m2`: on rows of the file that stand above
    them, or on stored areas in use that the file does not bring anew."""
    rows = rows_table(import_id)
    run(f"CREATE INDEX ON {rows} USING gist (geom)")
    run(f"ANALYZE {rows}")
    usable = "cardinality({a}.problems) = 0 AND {a}.geom IS NOT NULL"
    lies_on = (
        "ST_Relate(r.geom, o.{g}, '2********')"
        f" AND ST_Area(ST_Intersection(r.geom, o.{{g}})::geography) > {literal(most_m2)}"
    )
    inside = lies_on.format(g="geom")
    stored = lies_on.format(g="geometry")
    return run(
        f"UPDATE {rows} u SET problems = u.problems || '{Reason.OVERLAP.value}'::text, verdict = 'refused'"  # noqa: S608
        f" WHERE u.number IN (SELECT r.number FROM {rows} r JOIN {rows} o ON r.geom && o.geom"
        f" AND o.number < r.number AND {usable.format(a='r')} AND {usable.format(a='o')} AND {inside}"
        f" UNION SELECT r.number FROM {rows} r JOIN {table} o ON r.geom && o.geometry"
        f" AND o.closed_at IS NULL AND {usable.format(a='r')} AND {stored}"
        f" AND NOT EXISTS (SELECT 1 FROM {rows} f WHERE f.key = o.code))"
    )


def explain_missing_geometry(import_id: int, width: int) -> None:
    """Rows without geometry whose centre has its degrees the wrong way round are told so."""
    if not width:
        return
    cells = ", ".join(f"w.c{at}" for at in range(width))
    found = ask(
        f"SELECT r.number, {cells} FROM {rows_table(import_id)} r JOIN {raw_table(import_id)} w"  # noqa: S608
        f" USING (number) WHERE '{Reason.NO_GEOMETRY.value}' = ANY(r.problems)"
        f" ORDER BY r.number LIMIT {_MOST_LOOKED_AT}"
    )
    numbers = [number for number, *values in found if swapped_centre(values)]
    if numbers:
        run(
            f"UPDATE {rows_table(import_id)} SET problems = array_replace(problems,"  # noqa: S608
            f" '{Reason.NO_GEOMETRY.value}', '{Reason.SWAPPED_CENTRE.value}')"
            f" WHERE number = ANY({literal(numbers)}::int[])"
        )


def refuse_overlapping_areas(import_id: int, most_m2: float, *, kind: str) -> int:
    """Refuse management grids that lie on others of their kind by more than `most_m2`: on rows of
    the file above them, or on areas in use that the file does not bring anew. `kind` is the SQL of
    a row's kind."""
    rows = rows_table(import_id)
    run(f"CREATE INDEX ON {rows} USING gist (geom)")
    run(f"ANALYZE {rows}")
    usable = "cardinality({a}.problems) = 0 AND {a}.geom IS NOT NULL"
    lies_on = (
        "ST_Relate(r.geom, o.{g}, '2********')"
        f" AND ST_Area(ST_Intersection(r.geom, o.{{g}})::geography) > {literal(most_m2)}"
    )
    grids = (
        f"(SELECT code FROM city_areakind WHERE family = 'grid' AND code = {kind.format(a='r')})"  # noqa: S608
    )
    return run(
        f"UPDATE {rows} u SET problems = u.problems || '{Reason.OVERLAP.value}'::text, verdict = 'refused'"  # noqa: S608
        f" WHERE u.number IN (SELECT r.number FROM {rows} r JOIN {rows} o ON r.geom && o.geom"
        f" AND o.number < r.number AND {kind.format(a='o')} = {kind.format(a='r')}"
        f" AND {usable.format(a='r')} AND {usable.format(a='o')} AND {lies_on.format(g='geom')}"
        f" WHERE EXISTS {grids}"
        f" UNION SELECT r.number FROM {rows} r JOIN city_managedarea o ON r.geom && o.geometry"
        f" AND o.valid_to IS NULL AND o.kind_id = {kind.format(a='r')} AND {usable.format(a='r')}"
        f" AND {lies_on.format(g='geometry')} AND EXISTS {grids}"
        f" AND NOT EXISTS (SELECT 1 FROM {rows} f WHERE f.key = concat_ws('|', o.kind_id, o.code)))"
    )
