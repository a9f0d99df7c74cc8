"""What lies around a point, as paths for a small drawn map: our own base data, one statement."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from django.db import connection

from chengmai.city.words import BaseKind

# Ordered as they are painted. Places are labels only.
_PAINTED = (
    BaseKind.LAND, BaseKind.GREEN, BaseKind.WATER, BaseKind.BUILDING, BaseKind.COAST, BaseKind.ROAD,
)  # fmt: skip
_ORDER = {kind.value: number for number, kind in enumerate(_PAINTED)}
_MOST = 6_000  # shapes; a dense centre has about 1,500 within 400 m

_SHAPES = """
    WITH here AS (
        SELECT st_x(p) AS x, st_y(p) AS y,
               st_makeenvelope(st_x(p) - %(w)s, st_y(p) - %(h)s,
                               st_x(p) + %(w)s, st_y(p) + %(h)s, 3857) AS box
          FROM st_transform(st_setsrid(st_makepoint(%(lon)s, %(lat)s), 4326), 3857) AS p
    ), cut AS (
        SELECT b.kind, b.category, b.rank, b.name, here.x, here.y,
               st_clipbybox2d(b.geometry_3857, st_expand(here.box, %(w)s * 0.02)) AS shape
          FROM here JOIN city_basefeature b
            ON b.kind = ANY(%(kinds)s) AND b.geometry_3857 && here.box
         LIMIT %(most)s
    ), drawn AS (
        SELECT *, st_affine(shape, %(s)s, 0, 0, %(s)s, %(s)s * (%(w)s - x), -%(s)s * (%(h)s + y))
                  AS small
          FROM cut WHERE NOT st_isempty(shape)
    )
    SELECT kind, category, rank, name, st_assvg(small, 0, 1),
           st_x(mid), -st_y(mid), st_length(small),
           degrees(atan2(-(st_y(st_endpoint(line)) - st_y(st_startpoint(line))),
                         st_x(st_endpoint(line)) - st_x(st_startpoint(line))))
      FROM drawn,
           LATERAL (SELECT CASE WHEN kind = 'road' AND name <> '' THEN
                      st_geometryn(st_linemerge(small), 1) END AS line) AS l,
           LATERAL (SELECT CASE WHEN line IS NOT NULL AND st_geometrytype(line) = 'ST_LineString'
                      THEN st_lineinterpolatepoint(line, 0.5) END AS mid) AS m
"""


@dataclass(frozen=True)
class DrawnShape:
    """One feature of the base map as an SVG path in pixels, y downwards.

    A named road also says where its name stands: the middle of its part in the picture, the angle
    (degrees, clockwise) and how long that part is.
    """

    kind: str
    category: str
    rank: int
    path: str
    name: str = ""
    at: tuple[float, float] | None = None
    length: float = 0.0
    angle: float = 0.0


def surroundings(
    lon: float, lat: float, *, metres: float, width: int, height: int
) -> list[DrawnShape]:
    """The base map around a point (WGS 84), in painting order.

    The picture is `width` × `height` pixels with the point in its middle; `metres` on the ground
    lie between the middle and the left edge. One statement.
    """
    half = metres / math.cos(math.radians(lat))
    values: dict[str, Any] = {
        "lon": lon,
        "lat": lat,
        "w": half,
        "h": half * height / width,
        "s": width / (2 * half),
        "kinds": [kind.value for kind in _PAINTED],
        "most": _MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SHAPES, values)
        found = [_shape(row) for row in cursor.fetchall()]
    return sorted(found, key=lambda shape: (_ORDER[shape.kind], -shape.rank))


def _shape(row: tuple[object, ...]) -> DrawnShape:
    kind, category, rank, name, path, x, y, length, angle = row
    spot = None if x is None or y is None else (float(str(x)), float(str(y)))
    return DrawnShape(
        kind=str(kind),
        category=str(category),
        rank=int(str(rank)),
        path=str(path),
        name=str(name or ""),
        at=spot,
        length=float(str(length or 0)),
        angle=float(str(angle or 0)),
    )
