"""Finding places by name, and components in a box."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from chengmai.city.errors import BadBox

_SEARCH = """
    SELECT kind, name, detail, ST_X(at), ST_Y(at) FROM (
        SELECT kind, name, address AS detail, point AS at, rank FROM city_place
         WHERE name ILIKE %(like)s
        UNION ALL
        SELECT level, name, code, ST_PointOnSurface(geometry),
               CASE level WHEN 'community' THEN 4 WHEN 'street' THEN 3 ELSE 1 END
          FROM city_division WHERE name ILIKE %(like)s AND valid_to IS NULL
        UNION ALL
        SELECT 'road', name, category,
               ST_ClosestPoint(ST_Collect(geometry), ST_Centroid(ST_Collect(geometry))), min(rank)
          FROM city_basefeature WHERE kind = 'road' AND name ILIKE %(like)s GROUP BY name, category
    ) found
    ORDER BY name <> %(exact)s, name NOT ILIKE %(start)s, rank, length(name), name LIMIT %(limit)s"""


@dataclass(frozen=True)
class FoundPlace:
    """One answer to a search; `lon`, `lat` in WGS 84."""

    kind: str
    name: str
    detail: str
    lon: float
    lat: float


def search(text: str, limit: int = 20) -> list[FoundPlace]:
    """Places, roads and divisions with this text in their name, the closest name first."""
    plain = text.strip()[:40]
    if not plain:
        return []
    escaped = plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    with connection.cursor() as cursor:
        cursor.execute(
            _SEARCH,
            {
                "like": f"%{escaped}%",
                "start": f"{escaped}%",
                "exact": plain,
                "limit": max(1, min(limit, 50)),
            },
        )
        return [FoundPlace(*row) for row in cursor.fetchall()]


def box_corners(bbox: str, widest: float = 0.1) -> tuple[float, float, float, float]:
    """`west,south,east,north` in degrees, at most so wide and high. Raises BadBox."""
    try:
        west, south, east, north = (float(part) for part in bbox.split(","))
    except ValueError:
        raise _bad_box() from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise _bad_box()
    if east - west > widest or north - south > widest:
        raise BadBox("The box is too large.", field="bbox", remedy="Move closer.")
    return west, south, east, north


def _bad_box() -> BadBox:
    return BadBox("This is no box.", field="bbox", remedy="Send west,south,east,north in degrees.")
