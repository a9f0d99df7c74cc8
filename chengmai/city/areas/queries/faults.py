"""What stands against a shape: crossing borders, other areas of its kind, ground outside the city."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.gis.geos import GEOSException, GEOSGeometry, MultiPolygon
from django.db import connection

from chengmai.city.areas.errors import BadArea
from chengmai.city.areas.words import AreaFault, AreaFaultKind
from chengmai.city.queries.grids import outline
from chengmai.city.queries.settings import setting

TOUCHING_M2 = 1.0  # so much of two neighbours may overlap by rounding
_MOST_OTHERS = 20

_WHOLE = """
    SELECT ST_IsValid(g), reason(d), ST_X(location(d)), ST_Y(location(d))
      FROM (SELECT ST_GeomFromEWKB(%s) AS g) s, LATERAL (SELECT ST_IsValidDetail(g) AS d) v"""
_OVERLAPS = """
    SELECT a.code, a.name, ST_Area(x.part::geography), ST_AsGeoJSON(x.part, 7)
      FROM city_managedarea a, (SELECT ST_GeomFromEWKB(%s) AS shape) s,
           LATERAL (SELECT ST_CollectionExtract(ST_Intersection(a.geometry, s.shape), 3) AS part) x
     WHERE a.kind_id = %s AND a.valid_to IS NULL AND a.code <> %s
       AND ST_Intersects(a.geometry, s.shape) AND ST_Area(x.part::geography) > %s
     ORDER BY 3 DESC LIMIT %s"""
_OUTSIDE = """
    SELECT ST_Area(x.part::geography), ST_AsGeoJSON(x.part, 6)
      FROM (SELECT ST_CollectionExtract(ST_Difference(ST_GeomFromEWKB(%s), ST_GeomFromEWKB(%s)), 3)
            AS part) x"""


def read_ground(shape: str) -> MultiPolygon:
    """The polygons of GeoJSON or WKT in WGS 84, sound or not. Raises BadArea (field `shape`)."""
    try:
        found: Any = GEOSGeometry(shape, srid=4326)
    except (ValueError, TypeError, GEOSException):
        raise no_ground("This is no shape.") from None
    if found.geom_type == "Polygon":
        found = MultiPolygon(found, srid=4326)
    if found.geom_type != "MultiPolygon" or found.empty:
        raise no_ground("An area is one or more polygons.")
    west, south, east, north = found.extent
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise no_ground("The corners are not in degrees.")
    ground: MultiPolygon = found
    return ground


def no_ground(words: str) -> BadArea:
    """The refusal of a shape that is no ground."""
    return BadArea(words, field="shape", remedy="Send GeoJSON polygons in WGS 84.")


def faults_of(ground: MultiPolygon, *, kind: str, code: str, blocking: bool) -> list[AreaFault]:
    """What stands against this ground for an area of this kind and code, the gravest first.

    `blocking` says whether areas of the kind may not overlap (management grids); where they may
    (responsibility areas) overlaps are told all the same.
    """
    wkb = bytes(ground.ewkb)
    with connection.cursor() as cursor:
        cursor.execute(_WHOLE, [wkb])
        whole, why, lon, lat = cursor.fetchone()
        if not whole:
            spot = {"type": "Point", "coordinates": [lon, lat]} if lon is not None else None
            return [AreaFault(AreaFaultKind.CROSSING, True, shape=spot, detail=str(why)[:120])]
        cursor.execute(_OVERLAPS, [wkb, kind, code, TOUCHING_M2, _MOST_OTHERS])
        found = [
            AreaFault(AreaFaultKind.OVERLAP, blocking, round(m2, 1), other, name, json.loads(part))
            for other, name, m2, part in cursor.fetchall()
        ]
        where = outline()
        if where is not None and not where.shape.covers(ground):
            cursor.execute(_OUTSIDE, [wkb, bytes(where.shape.ewkb)])
            m2, part = cursor.fetchone()
            if m2 > TOUCHING_M2:
                grave = m2 > float(setting("area_outside_m2"))
                found.append(
                    AreaFault(AreaFaultKind.OUTSIDE, grave, round(m2, 1), shape=json.loads(part))
                )
    return sorted(found, key=lambda fault: not fault.blocks)


def square_metres(ground: MultiPolygon) -> float:
    """How large the ground is on the globe; 0 for a border that crosses itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN ST_IsValid(g) THEN ST_Area(g::geography) ELSE 0 END"
            " FROM (SELECT ST_GeomFromEWKB(%s) AS g) s",
            [bytes(ground.ewkb)],
        )
        (found,) = cursor.fetchone()
    return float(found)
