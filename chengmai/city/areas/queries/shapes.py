"""The ground of areas: one, those around it for drawing along, and what an area was before."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from chengmai.city.areas.errors import AreaNotFound
from chengmai.city.areas.models import ManagedArea
from chengmai.city.areas.queries.standing import card_of
from chengmai.city.areas.words import AreaCard
from chengmai.city.queries.search import box_corners

MOST = 400
MOST_CORNERS = 60_000

_AROUND = """
    SELECT id, code, name, corners, shape FROM (
        SELECT a.id, a.code, a.name, ST_NPoints(a.geometry) AS corners, ST_AsGeoJSON(a.geometry, 7) AS shape,
               sum(ST_NPoints(a.geometry)) OVER (ORDER BY a.id) AS sum
          FROM city_managedarea a, (SELECT ST_Transform(ST_MakeEnvelope(%s, %s, %s, %s, 4326), 3857) AS box) b
         WHERE a.kind_id = %s AND a.valid_to IS NULL AND a.geometry_3857 && b.box ORDER BY a.id LIMIT %s) x
     WHERE sum <= %s"""


def shape_of_area(area_id: int) -> tuple[AreaCard, dict[str, Any]]:
    """An area, in use or not, with its ground as GeoJSON. Raises AreaNotFound."""
    row = ManagedArea.objects.select_related("kind").filter(pk=area_id).first()
    if row is None:
        raise AreaNotFound("No such area.", area_id=area_id)
    return card_of(row), json.loads(row.geometry.geojson)


def shapes_around(kind: str, bbox: str) -> dict[str, Any]:
    """The areas of a kind in use in a box `west,south,east,north` as GeoJSON; at most 400, and no
    more than a screen can draw (`whole` says whether these are all). Raises BadBox."""
    west, south, east, north = box_corners(bbox, widest=2.0)
    with connection.cursor() as cursor:
        cursor.execute(_AROUND, [west, south, east, north, kind, MOST + 1, MOST_CORNERS])
        found = cursor.fetchall()
    features = [
        {
            "type": "Feature",
            "geometry": json.loads(shape),
            "properties": {"id": number, "code": code, "name": name},
        }
        for number, code, name, _, shape in found[:MOST]
    ]
    return {"type": "FeatureCollection", "features": features, "whole": len(found) <= MOST}


def area_versions(area_id: int) -> list[AreaCard]:
    """Everything that had this area's kind and code, the newest first. Raises AreaNotFound."""
    card, _ = shape_of_area(area_id)
    rows = ManagedArea.objects.filter(kind_id=card.kind, code=card.code).select_related("kind")
    rows = rows.defer("geometry", "geometry_3857").order_by("-valid_from", "-id")
    return [card_of(row) for row in rows[:100]]
