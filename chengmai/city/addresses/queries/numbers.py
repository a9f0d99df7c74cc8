"""Reading house numbers: those of a road, with the road itself."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from chengmai.city.addresses.rules.houses import house_text
from chengmai.city.addresses.words import HouseNumberCard

MOST = 2_000

_NUMBERS = """
    SELECT id, road_name, number, suffix, community_code, ST_X(point), ST_Y(point), data_source,
           road_id IS NOT NULL
      FROM addresses_addresspoint WHERE road_name = %s ORDER BY number, suffix, id LIMIT %s"""
_LINES = """
    SELECT ST_AsGeoJSON(line, 6) FROM addresses_entry WHERE kind = 'road' AND name = %s LIMIT 50"""
_ROADS = """
    SELECT e.name, count(DISTINCT p.id) FROM addresses_entry e
      LEFT JOIN addresses_addresspoint p ON p.road_name = e.name
     WHERE e.kind = 'road' AND e.name LIKE %s GROUP BY e.name ORDER BY e.name LIMIT 30"""


def numbers_of(road: str) -> list[HouseNumberCard]:
    """The house numbers of the roads of this name, in their order; at most 2,000."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [road, MOST])
        return [
            HouseNumberCard(
                row[0], row[1], row[2], row[3], house_text(row[2], row[3]), row[4],
                round(row[5], 7), round(row[6], 7), row[7], row[8],
            )
            for row in cursor.fetchall()
        ]  # fmt: skip


def lines_of(road: str) -> list[dict[str, Any]]:
    """The lines of the roads of this name, as GeoJSON."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [road])
        return [json.loads(line) for (line,) in cursor.fetchall() if line]


def roads_named(text: str) -> list[tuple[str, int]]:
    """Roads whose name holds these words, with how many numbers are known on each."""
    words = text.strip().replace("%", "").replace("_", "")[:60]
    with connection.cursor() as cursor:
        cursor.execute(_ROADS, [f"%{words}%"])
        return [(str(name), int(count)) for name, count in cursor.fetchall()]
