"""Drawing and ending managed areas; the kinds that every city begins with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.gis.geos import GEOSException, GEOSGeometry, MultiPolygon
from django.db import connection, transaction
from django.utils import timezone

from chengmai.city.areas.errors import AreaNotFound, AreaOverlaps, BadArea
from chengmai.city.areas.events import AreaDrawn, AreaEnded
from chengmai.city.areas.kinds import AREA_KINDS, PLACE_KINDS
from chengmai.city.areas.models import AreaKind, ManagedArea
from chengmai.city.areas.words import AreaFamily
from chengmai.city.models import PlaceKind
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

_TOUCHING_M2 = 1.0  # so much of two neighbours may overlap by rounding

_OVERLAP = """
    SELECT a.code, a.name FROM city_managedarea a, (SELECT ST_GeomFromEWKB(%s) AS shape) s
     WHERE a.kind_id = %s AND a.valid_to IS NULL AND a.code <> %s
       AND ST_Intersects(a.geometry, s.shape)
       AND ST_Area(ST_Intersection(a.geometry, s.shape)::geography) > %s LIMIT 1"""


@transaction.atomic
def draw_area(
    *,
    kind: str,
    code: str,
    name: str,
    shape: str,
    actor: Actor,
    at: datetime,
    level: str = "",
    organisation_id: int | None = None,
    person_id: int | None = None,
    party: str = "",
    source: str = "",
) -> int:
    """Bring an area into use, or give the one in use with this code another ground or master.

    `shape` is GeoJSON or WKT of one or more polygons, WGS 84. What stood before ends today and
    stays as history. Refuses an unknown kind or level, a shape that is no ground, an area that
    nobody answers for, and a management grid over another of its kind. Returns the new id.
    """
    _administrators_only(actor)
    row = AreaKind.objects.filter(pk=kind, valid_to__isnull=True).first()
    if row is None:
        raise BadArea("No such kind of area.", field="kind", given=kind[:40])
    if level and level not in row.levels:
        raise BadArea("This kind has no such level.", field="level", levels=row.levels)
    if not (code.strip() and name.strip()):
        raise BadArea("An area has a code and a name.", field="code" if name.strip() else "name")
    if organisation_id is None and not party.strip():
        raise BadArea("Somebody answers for an area.", field="organisation_id")
    ground = _ground(shape)
    if row.family == AreaFamily.GRID:
        _refuse_overlap(kind, code.strip(), ground)
    today = timezone.localdate(at)
    ManagedArea.objects.filter(kind=row, code=code.strip(), valid_to__isnull=True).update(
        valid_to=today
    )
    area = ManagedArea.objects.create(
        kind=row,
        code=code.strip()[:24],
        name=name.strip()[:80],
        level=level,
        organisation_id=organisation_id,
        person_id=person_id,
        party=party.strip()[:80],
        geometry=ground,
        valid_from=today,
        source=source[:80],
    )
    publish(
        AreaDrawn(
            area_id=area.pk,
            kind=kind,
            code=area.code,
            organisation_id=organisation_id,
            at=at,
            actor_id=actor.id,
        )
    )
    return area.pk


@transaction.atomic
def end_area(*, area_id: int, actor: Actor, at: datetime) -> None:
    """Take an area out of use; it stays as history."""
    _administrators_only(actor)
    area = ManagedArea.objects.select_for_update().filter(pk=area_id, valid_to__isnull=True).first()
    if area is None:
        raise AreaNotFound("No such area in use.", area_id=area_id)
    area.valid_to = max(timezone.localdate(at), area.valid_from)
    area.save(update_fields=["valid_to"])
    publish(AreaEnded(area_id=area_id, kind=area.kind_id, code=area.code, at=at, actor_id=actor.id))


def load_default_kinds(*, valid_from: date) -> int:
    """The kinds of areas and places that every city begins with, where a code is new."""
    areas = [AreaKind(valid_from=valid_from, **values) for values in AREA_KINDS]
    places = [PlaceKind(valid_from=valid_from, **values) for values in PLACE_KINDS]
    known = AreaKind.objects.count() + PlaceKind.objects.count()
    AreaKind.objects.bulk_create(areas, ignore_conflicts=True)
    PlaceKind.objects.bulk_create(places, ignore_conflicts=True)
    return AreaKind.objects.count() + PlaceKind.objects.count() - known


def _ground(shape: str) -> MultiPolygon:
    try:
        found: Any = GEOSGeometry(shape, srid=4326)
    except (ValueError, TypeError, GEOSException):
        raise _no_ground("This is no shape.") from None
    if found.geom_type == "Polygon":
        found = MultiPolygon(found, srid=4326)
    if found.geom_type != "MultiPolygon" or found.empty or not found.valid:
        raise _no_ground("An area is one or more whole polygons.")
    west, south, east, north = found.extent
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise _no_ground("The corners are not in degrees.")
    ground: MultiPolygon = found
    return ground


def _no_ground(words: str) -> BadArea:
    return BadArea(words, field="shape", remedy="Send GeoJSON polygons in WGS 84.")


def _refuse_overlap(kind: str, code: str, ground: MultiPolygon) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_OVERLAP, [bytes(ground.ewkb), kind, code, _TOUCHING_M2])
        other = cursor.fetchone()
    if other is not None:
        raise AreaOverlaps(
            "Another grid of this kind claims a part of this ground.",
            field="shape",
            other_code=other[0],
            other_name=other[1],
            remedy="Draw the border along the other grid, or change that one first.",
        )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator draws areas.", duty=Duty.ADMIN)
