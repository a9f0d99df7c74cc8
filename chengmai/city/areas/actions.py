"""Drawing and ending managed areas; the kinds that every city begins with."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.gis.geos import MultiPolygon
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from chengmai.city.areas.errors import AreaNotFound, AreaOutside, AreaOverlaps, BadArea
from chengmai.city.areas.events import AreaDrawn, AreaEnded
from chengmai.city.areas.kinds import AREA_KINDS, PLACE_KINDS
from chengmai.city.areas.models import AreaKind, ManagedArea
from chengmai.city.areas.queries import faults_of, read_ground
from chengmai.city.areas.words import AreaFamily, AreaFaultKind
from chengmai.city.models import PlaceKind
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish


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
    valid_from: date | None = None,
) -> int:
    """Bring an area into use, or give the one in use with this code another ground or master.

    `shape` is GeoJSON or WKT of one or more polygons, WGS 84. What stood before ends on the
    day from which this holds (today, or `valid_from` before it) and stays as history. Refuses an
    unknown kind or level, a shape that is no ground or outside the city, an area that nobody
    answers for, and a management grid over another of its kind. Returns the new id.
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
    ground = read_ground(shape)
    _refuse_faults(row, code.strip(), ground)
    today = _first_day(row, code.strip(), valid_from, timezone.localdate(at))
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


def _refuse_faults(row: AreaKind, code: str, ground: MultiPolygon) -> None:
    """Raises for the gravest thing that stands against the ground."""
    blocking = row.family == AreaFamily.GRID
    fault = next(
        (f for f in faults_of(ground, kind=row.pk, code=code, blocking=blocking) if f.blocks), None
    )
    if fault is None:
        return
    if fault.kind is AreaFaultKind.CROSSING:
        raise BadArea("The border crosses itself.", field="shape", detail=fault.detail, remedy="Move the corners apart.")  # fmt: skip
    if fault.kind is AreaFaultKind.OUTSIDE:
        raise AreaOutside("A part of this ground is outside the city.", field="shape", area_m2=fault.area_m2, remedy="Draw the border along the city's.")  # fmt: skip
    raise AreaOverlaps(
        "Another grid of this kind claims a part of this ground.",
        field="shape",
        other_code=fault.other_code,
        other_name=fault.other_name,
        remedy="Draw the border along the other grid, or change that one first.",
    )


def _first_day(kind: AreaKind, code: str, wanted: date | None, today: date) -> date:
    """The day from which the area holds: not to come, not before the one that it replaces."""
    day = wanted or today
    last = ManagedArea.objects.filter(kind=kind, code=code).aggregate(day=Max("valid_from"))["day"]
    if day > today:
        raise BadArea("The day is still to come.", field="valid_from", remedy="Plan the change for that day.")  # fmt: skip
    if last is not None and day < last:
        raise BadArea("The area was changed after this day.", field="valid_from", last=last.isoformat(), remedy="Choose a later day.")  # fmt: skip
    return day


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator draws areas.", duty=Duty.ADMIN)
