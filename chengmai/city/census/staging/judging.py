"""What each target checks beyond its fields: classes, grids, parents, kinds.

Every piece is SQL over a row `c` of cleaned cells (`x_<field>`, `geom`); `computed` columns are
written to the table of the target, `problems` are (condition, reason).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from chengmai.city.census.staging.cells import house
from chengmai.city.census.staging.tables import literal
from chengmai.city.census.words import Reason, TargetSpec

Pairs = tuple[tuple[str, Reason], ...]
_GRID = (
    " LEFT JOIN LATERAL (SELECT g.code FROM city_unitgrid g WHERE g.closed_at IS NULL"
    " AND ST_Covers(g.geometry, c.geom) ORDER BY g.code LIMIT 1) grid"
    " ON c.geom IS NOT NULL AND NOT ST_IsEmpty(c.geom)"
)


@dataclass(frozen=True)
class Judging:
    """The own checks of one target."""

    joins: str = ""
    computed: dict[str, str] = field(default_factory=dict)  # column → SQL
    problems: Pairs = ()
    notes: Pairs = ()
    bounded: bool = True  # whether a row must lie in the city


def judging_of(target: TargetSpec, day: date, *, mapped: frozenset[str], shaped: bool) -> Judging:
    """The checks of a target; `mapped` are the fields that the file fills, `shaped` says whether
    it carries geometry."""
    match target.name:
        case "components":
            return _components(day, mapped)
        case "places":
            return Judging(
                joins=_GRID, computed={"division_code": "coalesce(left(grid.code, 12), '')"}
            )
        case "house_numbers":
            return _house_numbers(mapped)
        case "divisions":
            return _divisions(shaped=shaped)
        case "unit_grids":
            return _unit_grids(mapped)
        case "duty_grids" | "areas":
            return Judging(bounded=False)
        case _:
            return Judging(bounded=target.name in ("roads", "buildings"))


def _components(day: date, mapped: frozenset[str]) -> Judging:
    classes = (
        "(SELECT DISTINCT code FROM city_matterclass WHERE kind = 'component'"  # noqa: S608
        f" AND (valid_to IS NULL OR valid_to > {literal(day)}))"
    )
    known = "coalesce(k4.code, k5.code)"
    whole = "c.x_code ~ '^[0-9]{16}$'"
    problems: list[tuple[str, Reason]] = [
        (f"{whole} AND {known} IS NULL", Reason.CLASS_UNKNOWN),
        ("c.placed AND grid.code IS NULL", Reason.NO_GRID),
        (f"{whole} AND left(c.x_code, 6) <> left(grid.code, 6)", Reason.DIVISION_DIFFERS),
    ]
    notes: Pairs = ()
    if "class_code" in mapped:
        stated = "ltrim(regexp_replace(upper(c.x_class_code), '^C', ''), '0')"
        problems.append((f"{stated} <> ltrim(substr({known}, 2), '0')", Reason.CLASS_DIFFERS))
    if "grid" in mapped:
        notes = (("c.x_grid <> grid.code", Reason.GRID_DIFFERS),)
    return Judging(
        joins=(
            f" LEFT JOIN {classes} k4 ON k4.code = 'C' || substr(c.x_code, 7, 4)"
            f" LEFT JOIN {classes} k5 ON k5.code = 'C' || substr(c.x_code, 7, 5){_GRID}"
        ),
        computed={"class_code": known, "grid_code": "grid.code"},
        problems=tuple(problems),
        notes=notes,
    )


def _house_numbers(mapped: frozenset[str]) -> Judging:
    parts = house("c.x_number")
    suffix = f"concat(({parts})[3], ({parts})[1], ({parts})[5])"
    if "suffix" in mapped:
        suffix = f"coalesce(c.x_suffix, {suffix})"
    road = (
        "c.placed AND c.x_road IS NOT NULL AND NOT EXISTS (SELECT 1 FROM city_basefeature f"
        " WHERE f.kind = 'road' AND f.name = c.x_road"
        " AND ST_DWithin(f.geometry_3857, ST_Transform(c.geom, 3857), 400))"
    )
    return Judging(
        joins=_GRID,
        computed={"community_code": "coalesce(left(grid.code, 12), '')", "suffix": suffix},
        notes=((road, Reason.ROAD_UNKNOWN),),
    )


def _divisions(*, shaped: bool) -> Judging:
    level = (
        "CASE length(c.x_code) WHEN 2 THEN 'province' WHEN 4 THEN 'city' WHEN 6 THEN 'district'"
        " WHEN 9 THEN 'street' ELSE 'community' END"
    )
    parent = "left(c.x_code, CASE length(c.x_code) WHEN 9 THEN 6 ELSE 9 END)"
    orphan = "length(c.x_code) IN (9, 12) AND stored.code IS NULL AND sent.x_code IS NULL"
    problems: Pairs = ((orphan, Reason.PARENT_MISSING),)
    if shaped:
        problems = (*problems, ("c.geom IS NULL", Reason.NO_GEOMETRY))
    joins = (
        f" LEFT JOIN city_division stored ON stored.code = {parent}"  # noqa: S608
        f" LEFT JOIN (SELECT DISTINCT x_code FROM cleaned) sent ON sent.x_code = {parent}"
    )
    return Judging(joins=joins, computed={"level": level}, problems=problems, bounded=False)


def _unit_grids(mapped: frozenset[str]) -> Judging:
    problems: list[tuple[str, Reason]] = [
        ("c.x_code ~ '000$'", Reason.CODE_DIGITS),
        ("c.x_code ~ '^[0-9]{15}$' AND NOT EXISTS (SELECT 1 FROM city_division p WHERE p.code = left(c.x_code, 12))",
         Reason.PARENT_MISSING),
        ("EXISTS (SELECT 1 FROM city_unitgrid o WHERE o.code = c.x_code AND o.closed_at IS NOT NULL)", Reason.GRID_CLOSED),
    ]  # fmt: skip
    if "duty_grid" in mapped:
        missing = "c.x_duty_grid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM city_dutygrid d WHERE d.code = c.x_duty_grid)"
        problems.append((missing, Reason.VALUE_UNKNOWN))
    return Judging(
        computed={"community_code": "left(c.x_code, 12)"}, problems=tuple(problems), bounded=False
    )
