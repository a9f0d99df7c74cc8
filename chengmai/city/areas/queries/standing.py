"""What stands at a point: unit grid, duty grid and every managed area, in one statement."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection

from chengmai.city.areas.models import AreaKind, ManagedArea
from chengmai.city.areas.words import AreaCard, AreaFamily, AreaKindCard
from chengmai.city.queries.grids import place_of
from chengmai.city.words import GridPlace
from chengmai.kernel.errors import BadInput

_AT = """
    SELECT (SELECT json_build_array(g.code, g.management_level, g.community_code, c.name,
                   left(g.code, 9), coalesce(s.name, ''), left(g.code, 6), coalesce(d.name, ''),
                   r.code, r.name, r.collector_id)
              FROM city_unitgrid g
              JOIN city_division c ON c.code = g.community_code
              LEFT JOIN city_division s ON s.code = left(g.code, 9)
              LEFT JOIN city_division d ON d.code = left(g.code, 6)
              LEFT JOIN city_dutygrid r ON r.code = g.duty_grid_code
             WHERE g.closed_at IS NULL AND ST_Intersects(g.geometry, here.point)
             ORDER BY g.code LIMIT 1),
           (SELECT coalesce(json_agg(json_build_array(a.id, k.code, k.name, k.family, a.code,
                   a.name, a.level, a.organisation_id, a.person_id, a.party, a.valid_from,
                   a.valid_to) ORDER BY k.family, k.rank, k.code, a.code), '[]')
              FROM city_managedarea a JOIN city_areakind k ON k.code = a.kind_id
             WHERE a.valid_to IS NULL AND k.valid_to IS NULL
               AND ST_Intersects(a.geometry, here.point))
      FROM (SELECT ST_SetSRID(ST_MakePoint(%s, %s), 4326) AS point) here"""


@dataclass(frozen=True)
class Standing:
    """Everything that divides the ground at a point; `place` is None where no unit grid is."""

    place: GridPlace | None
    areas: tuple[AreaCard, ...]


def standing_at(lon: float, lat: float) -> Standing:
    """What stands at a point (WGS 84, degrees). One SQL statement."""
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise BadInput("This is no point.", field="lon", remedy="Send degrees of WGS 84.")
    with connection.cursor() as cursor:
        cursor.execute(_AT, [lon, lat])
        grid, areas = cursor.fetchone() or (None, "[]")
    row = _read(grid)
    return Standing(place_of(row) if row else None, tuple(_card(row) for row in _read(areas) or ()))


def kind_cards(family: AreaFamily | None = None) -> list[AreaKindCard]:
    """The kinds in force, in their order."""
    rows = AreaKind.objects.filter(valid_to__isnull=True).order_by("family", "rank", "code")
    if family is not None:
        rows = rows.filter(family=family)
    return [
        AreaKindCard(
            row.code, row.name, AreaFamily(row.family), row.colour, tuple(row.levels), row.min_zoom
        )
        for row in rows
    ]


def areas_in_use(kind: str = "", organisation_id: int | None = None) -> Any:
    """A queryset of the areas in use, for a list."""
    rows = ManagedArea.objects.filter(valid_to__isnull=True).select_related("kind")
    if kind:
        rows = rows.filter(kind_id=kind)
    if organisation_id is not None:
        rows = rows.filter(organisation_id=organisation_id)
    return rows.defer("geometry", "geometry_3857")


def card_of(row: ManagedArea) -> AreaCard:
    """One area as others may know it."""
    return AreaCard(
        id=row.pk,
        kind=row.kind_id,
        kind_name=row.kind.name,
        family=AreaFamily(row.kind.family),
        code=row.code,
        name=row.name,
        level=row.level,
        organisation_id=row.organisation_id,
        person_id=row.person_id,
        party=row.party,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _card(row: list[Any]) -> AreaCard:
    return AreaCard(row[0], row[1], row[2], AreaFamily(row[3]), *row[4:])
