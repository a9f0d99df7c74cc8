"""Where a point lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import connection

from chengmai.city.errors import NoGridHere
from chengmai.city.models import Division
from chengmai.city.words import (
    DivisionCard,
    DivisionLevel,
    GridFate,
    GridPlace,
    ManagementLevel,
)
from chengmai.kernel.places import Bounds
from chengmai.kernel.plausible import check_plausible
from chengmai.kernel.prepared import prepared_cursor
from chengmai.kernel.reference import cached

_LOCATE = """
    SELECT g.code, g.management_level, g.community_code, c.name,
           left(g.code, 9), coalesce(s.name, ''), left(g.code, 6), coalesce(d.name, ''),
           r.code, r.name, r.collector_id
      FROM (SELECT code, management_level, community_code, duty_grid_code
              FROM city_unitgrid
             WHERE closed_at IS NULL
               AND ST_Intersects(geometry, ST_SetSRID(ST_MakePoint(%s, %s), 4326))
             ORDER BY code LIMIT 1) g
      JOIN city_division c ON c.code = g.community_code
      LEFT JOIN city_division s ON s.code = left(g.code, 9)
      LEFT JOIN city_division d ON d.code = left(g.code, 6)
      LEFT JOIN city_dutygrid r ON r.code = g.duty_grid_code"""


@dataclass(frozen=True)
class Outline:
    """The city's own polygon and the box around it, WGS 84."""

    bounds: Bounds
    shape: GEOSGeometry

    def contains(self, lon: float, lat: float) -> bool:
        """Whether the point lies in the city; a border belongs to it."""
        return bool(self.shape.intersects(Point(lon, lat, srid=4326)))


def locate(lon: float, lat: float) -> GridPlace:
    """The unit grid, community, street and district of a point (WGS 84, degrees).

    One SQL statement where the point is in a grid. Otherwise BadInput on the field `point` that
    names the likely mistake (`facts.mistake`), or NoGridHere inside the city. On a common edge
    the grid with the lower code counts.
    """
    row = _row(lon, lat)
    if row is None:
        raise _refusal(lon, lat)
    return place_of(row)


def place_of(row: Sequence[Any]) -> GridPlace:
    """The place that a row of the eleven columns of `locate` tells."""
    return GridPlace(
        grid_code=row[0],
        management_level=ManagementLevel(row[1]),
        community_code=row[2],
        community_name=row[3],
        street_code=row[4],
        street_name=row[5],
        district_code=row[6],
        district_name=row[7],
        duty_grid_code=row[8],
        duty_grid_name=row[9],
        collector_id=row[10],
    )


def _row(lon: object, lat: object) -> tuple[Any, ...] | None:
    if not (isinstance(lon, int | float) and isinstance(lat, int | float)):
        return None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        return None
    with prepared_cursor() as cursor:
        cursor.execute(_LOCATE, [lon, lat])
        found: tuple[Any, ...] | None = cursor.fetchone()
    return found


def _refusal(lon: float, lat: float) -> Exception:
    where = outline()
    if where is not None:
        check_plausible(lon, lat, bounds=where.bounds, contains=where.contains)
    return NoGridHere(
        "No unit grid covers this point.",
        field="point",
        mistake="no_grid",
        remedy="Mark a place on land inside the city.",
        lon=lon,
        lat=lat,
    )


def outline() -> Outline | None:
    """The outline of the city, from a cache of a minute; None before there are divisions."""
    return cached("city.outline", _load_outline, seconds=60)


def _load_outline() -> Outline | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ST_AsBinary(ST_Union(geometry)) FROM city_division WHERE valid_to IS NULL"
            " AND level = (SELECT level FROM city_division WHERE level IN ('city', 'district')"
            " AND valid_to IS NULL AND geometry IS NOT NULL ORDER BY level LIMIT 1)"
        )
        found = cursor.fetchone()
    if not found or found[0] is None:
        return None
    shape = GEOSGeometry(memoryview(found[0]), srid=4326)
    return Outline(Bounds(*shape.extent), shape)


def division_cards(level: DivisionLevel | None = None, within: str = "") -> list[DivisionCard]:
    """The divisions in force, by code; `within` is a code prefix."""
    rows = Division.objects.filter(valid_to__isnull=True, code__startswith=within)
    if level is not None:
        rows = rows.filter(level=level)
    return [
        DivisionCard(code, name, DivisionLevel(kind))
        for code, name, kind in rows.order_by("code").values_list("code", "name", "level")
    ]


def division_names() -> dict[str, str]:
    """Names by code of every division that ever was, from a cache of half a minute."""
    return cached("city.division_names", _load_names, seconds=30)


def _load_names() -> dict[str, str]:
    return dict(Division.objects.values_list("code", "name"))


def grid_levels(codes: list[str]) -> dict[str, ManagementLevel]:
    """The management level of each of these unit grids, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, management_level FROM city_unitgrid WHERE code = ANY(%s)", [codes]
        )
        return {code: ManagementLevel(level) for code, level in cursor.fetchall()}


def grid_fates() -> dict[str, GridFate]:
    """Every closed unit grid with the open grids that have its ground now; kept for half a minute.

    A successor that was closed itself is followed to its own.
    """
    return cached("city.grid_fates", _load_fates, seconds=30)


def _load_fates() -> dict[str, GridFate]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE heirs AS (
                SELECT old_code AS first, new_code AS code FROM city_gridsuccession
                UNION
                SELECT heirs.first, s.new_code FROM heirs
                  JOIN city_gridsuccession s ON s.old_code = heirs.code
            )
            SELECT g.code, g.closed_at, coalesce(array_agg(h.code ORDER BY h.code)
                   FILTER (WHERE n.closed_at IS NULL AND n.code IS NOT NULL), '{}')
              FROM city_unitgrid g
              LEFT JOIN heirs h ON h.first = g.code
              LEFT JOIN city_unitgrid n ON n.code = h.code
             WHERE g.closed_at IS NOT NULL GROUP BY g.code, g.closed_at"""
        )
        return {code: GridFate(on, tuple(heirs)) for code, on, heirs in cursor.fetchall()}
