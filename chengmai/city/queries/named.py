"""The names that this city's people say: roads, places, divisions; for dictionaries."""

from __future__ import annotations

from django.db import connection

_NAMES = """
SELECT name FROM city_basefeature WHERE name <> '' UNION
SELECT name FROM city_place WHERE name <> '' UNION
SELECT name FROM city_division WHERE name <> ''
"""


def spoken_names() -> list[str]:
    """Every name of a road, a place or a division once, in no order. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES)
        return [row[0] for row in cursor.fetchall()]
