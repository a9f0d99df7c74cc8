"""Before grids are divided or joined: what is around, and what would become of everything."""

# ruff: noqa: S608 - only our own texts are pasted into SQL
from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

from chengmai.city.errors import GridNotFound, GridPartsDoNotFit
from chengmai.city.models import UnitGrid
from chengmai.city.words import GridOutline, GridPart, GridPlan, ManagementLevel
from chengmai.identity.public import person_names

MOST_PARTS = 12
LAST_NUMBER = 999
Part = tuple[bytes, float]  # EWKB and square metres

_SPLIT = """
SELECT ST_AsEWKB(ST_Multi(part)), ST_Area(part::geography) FROM (
    SELECT (ST_Dump(ST_Split(g.geometry, ST_SetSRID(ST_GeomFromGeoJSON(%s), 4326)))).geom AS part
      FROM city_unitgrid g WHERE g.code = %s
) parts ORDER BY ST_YMax(part) DESC, ST_XMin(part)
"""
_MERGE = """
SELECT ST_AsEWKB(ST_Multi(whole)), ST_Area(whole::geography), ST_NumGeometries(ST_Multi(whole))
  FROM (SELECT ST_Union(geometry) AS whole FROM city_unitgrid WHERE code = ANY(%s)) u
"""
_GRIDS = """
    SELECT g.code, g.community_code, c.name, g.management_level, g.area_m2, g.duty_grid_code,
           coalesce(r.name, ''), r.collector_id, ST_AsGeoJSON(g.geometry, 7),
           (SELECT count(*) FROM city_component p WHERE p.grid_code = g.code)
      FROM city_unitgrid g JOIN city_division c ON c.code = g.community_code
      LEFT JOIN city_dutygrid r ON r.code = g.duty_grid_code
     WHERE g.closed_at IS NULL AND """
_ONE = _GRIDS + "g.code = %s"
_AROUND = (
    _GRIDS
    + """g.code <> %s AND ST_DWithin(g.geometry,
      (SELECT geometry FROM city_unitgrid WHERE code = %s), 1e-6) ORDER BY g.code LIMIT 60"""
)
_PARTS = """
    SELECT ST_AsGeoJSON(p.shape, 7), p.m2, (SELECT count(*) FROM city_component c
            WHERE c.grid_code = ANY(%s) AND (ST_Intersects(p.shape, c.point) OR %s))
      FROM (SELECT ST_GeomFromEWKB(unnest(%s::bytea[])) AS shape, unnest(%s::float8[]) AS m2) p"""


def grid_and_neighbours(grid_code: str) -> tuple[GridOutline, list[GridOutline]]:
    """A unit grid in use and those that touch it. Raises GridNotFound."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE, [grid_code])
        one = cursor.fetchone()
        if one is None:
            raise GridNotFound("No such unit grid in use.", grid_code=grid_code[:15])
        cursor.execute(_AROUND, [grid_code, grid_code])
        others = cursor.fetchall()
    names = person_names({row[7] for row in (one, *others) if row[7]})
    return _outline(one, names), [_outline(row, names) for row in others]


def _outline(row: Sequence[Any], names: dict[int, str]) -> GridOutline:
    return GridOutline(
        code=row[0],
        community_code=row[1],
        community_name=row[2],
        management_level=ManagementLevel(row[3]),
        area_m2=row[4],
        duty_grid_code=row[5],
        duty_grid_name=row[6],
        collector_name=names.get(row[7], "") if row[7] else "",
        shape=json.loads(row[8]),
        components=row[9],
    )


def plan_split(grid_code: str, line: Sequence[tuple[float, float]]) -> GridPlan:
    """What a division along this line would give. Raises GridNotFound or GridPartsDoNotFit."""
    (old,) = _in_use([grid_code])
    return _plan([old], parts_of_split(grid_code, line))


def plan_merger(grid_codes: Sequence[str]) -> GridPlan:
    """What joining these grids would give. Raises GridNotFound or GridPartsDoNotFit."""
    codes = sorted(set(grid_codes))
    refuse_number(codes)
    olds = _in_use(codes)
    return _plan(olds, [whole_of_merger(olds)])


def _in_use(codes: Sequence[str]) -> list[UnitGrid]:
    rows = UnitGrid.objects.filter(pk__in=codes, closed_at__isnull=True).select_related("duty_grid")
    found = list(rows.order_by("code"))
    missing = sorted(set(codes) - {row.code for row in found})
    if missing:
        raise GridNotFound("No such unit grid in use.", grid_code=missing[0])
    return found


def _plan(olds: list[UnitGrid], parts: list[Part]) -> GridPlan:
    codes = [old.code for old in olds]
    chief = max(olds, key=lambda old: old.area_m2 or 0)
    with connection.cursor() as cursor:
        cursor.execute(
            _PARTS, [codes, len(parts) == 1, [wkb for wkb, _ in parts], [m2 for _, m2 in parts]]
        )
        found = cursor.fetchall()
    fresh = next_codes(chief.community_id, len(parts))
    duty = chief.duty_grid
    names = person_names([duty.collector_id]) if duty and duty.collector_id else {}
    return GridPlan(
        olds=tuple(codes),
        parts=tuple(
            GridPart(code, json.loads(shape), round(m2, 1), components)
            for code, (shape, m2, components) in zip(fresh, found, strict=True)
        ),
        management_level=ManagementLevel(chief.management_level),
        levels_lost=tuple(
            sorted({old.management_level for old in olds} - {chief.management_level})
        ),
        duty_grid_code=duty.code if duty else "",
        duty_grid_name=duty.name if duty else "",
        collector_name=next(iter(names.values()), ""),
    )


def parts_of_split(grid_code: str, line: Sequence[tuple[float, float]]) -> list[Part]:
    """The parts into which a line divides a grid (EWKB, square metres), north first.

    Raises GridPartsDoNotFit where it does not.
    """
    if not 2 <= len(line) <= 200:
        raise GridPartsDoNotFit("A line has 2 to 200 points.", field="line")
    shape = json.dumps({"type": "LineString", "coordinates": [list(p) for p in line]})
    with connection.cursor() as cursor:
        cursor.execute(_SPLIT, [shape, grid_code])
        parts = [(bytes(wkb), float(area)) for wkb, area in cursor.fetchall()]
    whole = sum(area for _, area in parts)
    if not 2 <= len(parts) <= MOST_PARTS or min(a for _, a in parts) < whole / 100:
        raise GridPartsDoNotFit(
            "The line does not divide the grid.",
            field="line",
            parts=len(parts),
            remedy="Draw the line from outside the grid across it to the other side.",
        )
    return parts


def refuse_number(codes: Sequence[str]) -> None:
    """Raises GridPartsDoNotFit for too few or too many grids."""
    if not 2 <= len(codes) <= MOST_PARTS:
        raise GridPartsDoNotFit(f"Name 2 to {MOST_PARTS} grids.", field="grid_codes")


def whole_of_merger(olds: Sequence[UnitGrid]) -> Part:
    """The ground of grids together (EWKB, square metres). Raises GridPartsDoNotFit where they are
    not of one community and duty grid, or do not touch."""
    for name in ("community_id", "duty_grid_id"):
        if len({getattr(old, name) for old in olds}) > 1:
            raise GridPartsDoNotFit(
                "The grids are not of one community and one duty grid.",
                field="grid_codes",
                differs=name.removesuffix("_id"),
                remedy="Choose neighbours of the same community and duty grid.",
            )
    with connection.cursor() as cursor:
        cursor.execute(_MERGE, [[old.code for old in olds]])
        wkb, area, pieces = cursor.fetchone()
    if pieces != 1:
        raise GridPartsDoNotFit(
            "The grids do not touch each other.",
            field="grid_codes",
            remedy="Choose grids that share an edge.",
        )
    return bytes(wkb), float(area)


def next_codes(community: str, count: int) -> list[str]:
    """The numbers that new grids of a community would take now. Raises GridPartsDoNotFit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(right(code, 3)::int), 0) FROM city_unitgrid"
            " WHERE community_code = %s",
            [community],
        )
        (last,) = cursor.fetchone()
    if last + count > LAST_NUMBER:
        raise GridPartsDoNotFit("The community has no grid numbers left.", community=community)
    return [f"{community}{last + n:03d}" for n in range(1, count + 1)]
