"""From rows as read to rows as checked: one statement that cleans, places, judges and compares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chengmai.city.census.staging.cells import PICTURE_REASONS, Cell, cells_of
from chengmai.city.census.staging.images import (
    columns_of,
    live_key,
    mark,
    number_of,
    shapes_of,
    table_of,
)
from chengmai.city.census.staging.judging import Judging, judging_of
from chengmai.city.census.staging.tables import (
    ask,
    literal,
    raw_table,
    rows_table,
    run,
    values_table,
)
from chengmai.city.census.words import (
    MOST_PHOTOS,
    Choices,
    FieldKind,
    Reason,
    Shape,
    TargetSpec,
    Verdict,
)
from chengmai.kernel.places import Bounds

_MOVED = 1e-7  # degrees, about a centimetre: less is the same place
_SAME = "NOT ST_OrderingEquals({a}, {b}) AND (ST_NPoints({a}) <> ST_NPoints({b}) OR ST_HausdorffDistance({a}, {b}) > 1e-7)"

# New pictures go before those that are there, as many as there is room for; none is taken away.
_WITH_PHOTOS = (
    "CASE WHEN r.v_photos IS NULL OR t.photos @> r.v_photos THEN t.photos ELSE (SELECT"  # noqa: S608
    " coalesce(jsonb_agg(n.id ORDER BY n.at), '[]') FROM (SELECT p.id, p.at FROM jsonb_array_elements(r.v_photos)"
    " WITH ORDINALITY AS p (id, at) WHERE NOT t.photos @> jsonb_build_array(p.id) ORDER BY p.at"
    f" LIMIT greatest(0, {MOST_PHOTOS} - jsonb_array_length(t.photos))) n) || t.photos END"
)


@dataclass(frozen=True)
class Plan:
    """All that the statements of one import need to know."""

    import_id: int
    target: TargetSpec
    choices: Choices
    shaped: bool
    day: date
    bounds: Bounds | None

    @property
    def cells(self) -> list[Cell]:
        """The fields that the file fills."""
        return cells_of(self.target, self.choices, values_table(self.import_id))

    @property
    def judging(self) -> Judging:
        """The target's own checks."""
        mapped = frozenset(self.choices.columns)
        return judging_of(self.target, self.day, mapped=mapped, shaped=self.shaped)

    @property
    def with_geometry(self) -> bool:
        """Whether rows carry a place or a shape that the table keeps."""
        return bool(self.target.geometry) and self.shaped

    def written(self) -> dict[str, tuple[str, str]]:
        """Column → (SQL of the value in `r`, SQL for an added row without one)."""
        found = {
            cell.spec.column: (f"r.v_{cell.spec.name}", _fallback(cell.spec.fallback, self.day))
            for cell in self.cells
            if cell.spec.column
        }
        found |= {column: (f"r.e_{column}", "NULL") for column in self.judging.computed}
        if self.with_geometry:
            found[self.target.geometry] = ("r.geom", "NULL")
        return found

    def added_values(self) -> dict[str, str]:
        """Column → SQL of its value in an added row, with what the target keeps by itself."""
        values = {column: f"coalesce({new}, {other})" for column, (new, other) in self.written().items()}  # fmt: skip
        for spec in self.target.fields:
            if spec.column and spec.column not in values:
                values[spec.column] = _fallback(spec.fallback, self.day).replace("geom", "r.geom")
        if "source_key" in values:
            values["source_key"] = "r.key"
        return {**dict(self.target.kept), **{c: v for c, v in values.items() if v != "NULL"}}

    def changed_values(self) -> dict[str, str]:
        """Column → SQL of its value in a changed row: a blank keeps what is there, or clears it."""
        clears = self.choices.blanks == "clear"
        never = {*self.judging.computed, self.target.geometry, "photos"}
        keys = {self.target.field(name).column for name in self.target.key}
        return {
            column: _WITH_PHOTOS
            if column == "photos"
            else f"coalesce({new}, {other if clears and column not in never else f't.{column}'})"
            for column, (new, other) in self.written().items()
            if column not in keys
        }


def _fallback(sql: str, day: date) -> str:
    return sql.replace("%(day)s", literal(day))


def write_checked(plan: Plan) -> dict[str, int]:
    """Make the table of checked rows; how many rows of each verdict."""
    table = rows_table(plan.import_id)
    run(f"DROP TABLE IF EXISTS {table}")
    run("SET LOCAL work_mem = '96MB'")
    run(f"CREATE UNLOGGED TABLE {table} AS {_statement(plan)}")
    run(f"ALTER TABLE {table} ADD PRIMARY KEY (number)")
    run(f"CREATE INDEX ON {table} (verdict, number)")
    run(f"ANALYZE {table}")
    return counts_of(plan.import_id)


def counts_of(import_id: int) -> dict[str, int]:
    """How many checked rows have each verdict."""
    found = ask(f"SELECT verdict, count(*) FROM {rows_table(import_id)} GROUP BY 1")  # noqa: S608
    counts = {str(verdict): int(number) for verdict, number in found}
    return {verdict.value: counts.get(verdict.value, 0) for verdict in Verdict}


def reasons_of(import_id: int) -> list[dict[str, object]]:
    """How many rows have each problem or note."""
    found = ask(
        "SELECT reason, count(*), bool_or(refused) FROM ("  # noqa: S608
        f" SELECT unnest(problems) AS reason, true AS refused FROM {rows_table(import_id)}"
        f" UNION ALL SELECT unnest(notes), false FROM {rows_table(import_id)}) x"
        " GROUP BY 1 ORDER BY 2 DESC"
    )
    return [{"reason": r, "rows": n, "refused": refused} for r, n, refused in found]


def _statement(plan: Plan) -> str:
    target = plan.target
    kept = [f"v_{cell.spec.name}" for cell in plan.cells]
    kept += [f"e_{column}" for column in plan.judging.computed]
    columns = "".join(f", {column}" for column in kept)
    where = f" AND {target.where}" if target.where else ""
    twin = "first_value(number) OVER same"
    fresh = "r.twin IS NULL AND cardinality(r.problems) = 0"
    there = f"{fresh} AND t.{number_of(target)} IS NOT NULL"
    return (
        f"WITH cleaned AS MATERIALIZED ({_cleaned(plan)}), judged AS MATERIALIZED ({_judged(plan)}),"  # noqa: S608
        f" keyed AS (SELECT j.*, {_key(plan)} AS key FROM judged j),"
        f" doubled AS (SELECT k.*, CASE WHEN key IS NOT NULL AND number <> {twin} THEN {twin} END AS twin"
        "  FROM keyed k WINDOW same AS (PARTITION BY key ORDER BY (cardinality(problems) > 0), number)),"
        " compared AS (SELECT r.*,"
        f" CASE WHEN {there} THEN {_changes(plan)} END AS changes,"
        f" CASE WHEN {there} THEN {mark(target, columns_of(target))} END AS mark"
        f" FROM doubled r LEFT JOIN {table_of(target)} t ON {live_key(target)} = r.key{where})"
        " SELECT number, key, geom, twin, notes, changes, mark,"
        f" CASE WHEN twin IS NULL THEN problems ELSE problems || '{Reason.DUPLICATE.value}'::text END AS problems,"
        " CASE WHEN twin IS NOT NULL OR cardinality(problems) > 0 THEN 'refused'"
        " WHEN mark IS NULL THEN 'added'"
        " WHEN changes = '{}'::jsonb THEN 'unchanged' ELSE 'changed' END AS verdict"
        f"{columns} FROM compared"
    )


def _cleaned(plan: Plan) -> str:
    texts = "".join(f", {cell.text} AS x_{cell.spec.name}" for cell in plan.cells)
    names = "".join(f", x_{cell.spec.name}" for cell in plan.cells)
    made_valid = "false"
    if plan.target.shape is Shape.AREA:
        made_valid = "geom IS NOT NULL AND NOT ST_IsValid(geom)"
    return (
        f"SELECT number, problem, given, made_valid, geom{names}, {_placed(plan)} AS placed"  # noqa: S608
        f" FROM (SELECT number, problem, geom AS given, {made_valid} AS made_valid,"
        f" {_geometry(plan.target.shape)} AS geom{texts} FROM {raw_table(plan.import_id)}) shaped"
    )


_ON_GLOBE = (
    "ST_XMin({g}) >= -180 AND ST_XMax({g}) <= 180 AND ST_YMin({g}) >= -90 AND ST_YMax({g}) <= 90"
)


def _geometry(shape: Shape) -> str:
    """SQL of the geometry as the table keeps it; NULL where it is none of that shape."""
    if shape is Shape.NONE:
        return "NULL::geometry(Point, 4326)"
    finite = _ON_GLOBE.format(g="geom")
    if shape is Shape.POINT:
        return (
            f"CASE WHEN NOT ({finite}) THEN NULL"
            " WHEN GeometryType(geom) = 'POINT' THEN ST_SetSRID(geom, 4326)"
            " WHEN GeometryType(geom) = 'MULTIPOINT' AND ST_NumGeometries(geom) = 1"
            " THEN ST_SetSRID(ST_GeometryN(geom, 1), 4326) END"
        )
    if shape is Shape.LINE:
        return (
            f"CASE WHEN {finite} AND GeometryType(geom) IN ('LINESTRING', 'MULTILINESTRING')"
            " AND NOT ST_IsEmpty(geom) THEN ST_SetSRID(geom, 4326) END"
        )
    whole = "CASE WHEN ST_IsValid(geom) THEN geom ELSE ST_MakeValid(geom) END"
    area = f"ST_SetSRID(ST_CollectionExtract({whole}, 3), 4326)"
    return (
        f"CASE WHEN {finite} AND GeometryType(geom) IN ('POLYGON', 'MULTIPOLYGON', 'GEOMETRYCOLLECTION')"
        f" AND NOT ST_IsEmpty({area}) THEN ST_Multi({area}) END"
    )


def _placed(plan: Plan) -> str:
    """Whether the row lies in the city's box."""
    if plan.bounds is None or not plan.judging.bounded:
        return "geom IS NOT NULL"
    west, south, east, north = plan.bounds
    return (
        f"geom IS NOT NULL AND ST_XMin(geom) >= {west - 0.05} AND ST_XMax(geom) <= {east + 0.05}"
        f" AND ST_YMin(geom) >= {south - 0.05} AND ST_YMax(geom) <= {north + 0.05}"
    )


def _judged(plan: Plan) -> str:
    own = plan.judging
    problems = [("c.problem IS NOT NULL", Reason.UNREADABLE)]
    problems += [pair for cell in plan.cells for pair in cell.problems]
    if plan.with_geometry:
        problems += _place_problems(plan)
    problems += list(own.problems)
    notes = [("c.made_valid", Reason.MADE_VALID), *own.notes]
    if plan.choices.unknown_organisations == "empty":
        notes += [
            (f"m_{cell.spec.name}.reason IS NOT NULL", Reason.LEFT_EMPTY)
            for cell in plan.cells
            if cell.spec.kind is FieldKind.ORGANISATION and cell.join
        ]
    if plan.choices.bad_pictures == "leave":
        notes += [
            (f"m_{cell.spec.name}.reason = '{reason.value}'", reason)
            for cell in plan.cells
            if cell.spec.kind is FieldKind.PICTURES
            for reason in PICTURE_REASONS
        ]
    values = "".join(f", {cell.value} AS v_{cell.spec.name}" for cell in plan.cells)
    computed = "".join(f", {sql} AS e_{column}" for column, sql in own.computed.items())
    joins = "".join(cell.join for cell in plan.cells) + own.joins
    return (
        f"SELECT c.number, c.geom, {_array(problems)} AS problems, {_array(notes)} AS notes"  # noqa: S608
        f"{values}{computed} FROM cleaned c{joins}"
    )


def _array(pairs: list[tuple[str, Reason]]) -> str:
    """The reasons whose condition holds, as an array."""
    cases = ", ".join(
        f"CASE WHEN {condition} THEN '{reason.value}' END" for condition, reason in pairs
    )
    return f"array_remove(ARRAY[{cases}]::text[], NULL)"


def _place_problems(plan: Plan) -> list[tuple[str, Reason]]:
    missing = "(c.given IS NULL OR ST_IsEmpty(c.given))"
    beyond = f"NOT ({_ON_GLOBE.format(g='c.given')})"
    bounded = plan.judging.bounded and plan.bounds is not None
    zero, turned = _likely_mistakes(plan) if bounded else ("false", "false")
    found: list[tuple[str, Reason]] = []
    if plan.target.geometry_needed:
        found.append((missing, Reason.NO_GEOMETRY))
    found += [
        (f"NOT {missing} AND {beyond} AND NOT ({turned})", Reason.BAD_COORDINATES),
        (f"NOT {missing} AND NOT ({beyond}) AND c.geom IS NULL", Reason.GEOMETRY_KIND),
    ]
    if bounded:
        away = "c.geom IS NOT NULL AND NOT c.placed"
        found += [
            (f"{away} AND {zero}", Reason.ZERO),
            (f"NOT {missing} AND NOT c.placed AND {turned}", Reason.SWAPPED),
            (f"{away} AND NOT ({zero}) AND NOT ({turned})", Reason.OUTSIDE),
        ]
    return found


def _likely_mistakes(plan: Plan) -> tuple[str, str]:
    """SQL of (0, 0) and of longitude and latitude the wrong way round, for points."""
    assert plan.bounds is not None  # noqa: S101 (asked only with bounds)
    west, south, east, north = plan.bounds
    point = "GeometryType(c.given) = 'POINT'"
    zero = f"({point} AND abs(ST_X(c.given)) < 1e-6 AND abs(ST_Y(c.given)) < 1e-6)"
    turned = (
        f"({point} AND ST_X(c.given) BETWEEN {south} AND {north}"
        f" AND ST_Y(c.given) BETWEEN {west} AND {east})"
    )
    return zero, turned


def _key(plan: Plan) -> str:
    """SQL of a row's key over `judged`; a needed key without a value is NULL and so refused."""
    given = {cell.spec.name for cell in plan.cells}
    target = plan.target
    if target.key == ("source_key",):
        return (
            f"coalesce(v_source_key, {target.keyless})" if "source_key" in given else target.keyless
        )
    if len(target.key) == 1:
        return f"v_{target.key[0]}::text"
    parts = []
    computed = plan.judging.computed
    for name in target.key:
        if target.field(name).column in computed:
            parts.append(f"e_{target.field(name).column}")
            continue
        fallback = f"({_fallback(target.field(name).fallback, plan.day)})::text"
        parts.append(f"coalesce(v_{name}::text, {fallback})" if name in given else fallback)
    whole = f"concat_ws('|', {', '.join(parts)})"
    needed = [
        f"v_{name} IS NULL" for name in target.key if target.field(name).needed and name in given
    ]
    return f"CASE WHEN {' OR '.join(needed)} THEN NULL ELSE {whole} END" if needed else whole


def _changes(plan: Plan) -> str:
    """What would change in the live row `t`: column → [before, after]."""
    parts = []
    shapes = shapes_of(plan.target)
    for column, new in plan.changed_values().items():
        if column in shapes:
            parts.append(_moved(plan, column))
            continue
        parts.append(
            f"CASE WHEN t.{column} IS DISTINCT FROM {new} THEN"
            f" jsonb_build_object('{column}', jsonb_build_array(t.{column}, {new})) ELSE '{{}}'::jsonb END"
        )
    return " || ".join(parts) or "'{}'::jsonb"


def _moved(plan: Plan, column: str) -> str:
    old, new = f"t.{column}", "r.geom"
    if plan.target.shape is Shape.POINT:
        differs = f"ST_Distance({old}, {new}) > {_MOVED}"
        told = (
            f"jsonb_build_array(jsonb_build_array(ST_X({old}), ST_Y({old})),"
            f" jsonb_build_array(ST_X({new}), ST_Y({new})))"
        )
    else:
        differs = f"({old} IS NULL OR ({_SAME.format(a=old, b=new)}))"
        told = f"jsonb_build_array(ST_NPoints({old}), ST_NPoints({new}))"
    return (
        f"CASE WHEN {new} IS NOT NULL AND {differs} THEN jsonb_build_object('{column}', {told})"
        " ELSE '{}'::jsonb END"
    )
