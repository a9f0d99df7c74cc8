"""Public places over HTTP: kinds, and one place with what a caller asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from chengmai.city.errors import PlaceNotFound
from chengmai.city.models import Place, PlaceKind
from chengmai.identity.edge import require_actor
from chengmai.identity.public import organisation_cards

router = Router(tags=["city"])


class PlaceOut(Schema):
    id: int
    name: str
    kind: str
    kind_name: str
    address: str
    hours: str
    phone: str
    capacity: int | None
    capacity_unit: str
    level: str
    organisation_name: str | None
    attributes: dict[str, Any]
    lon: float
    lat: float


@router.get("/places/{int:place_id}", response=PlaceOut, summary="One public place")
def get_place(request: HttpRequest, place_id: int) -> PlaceOut:
    require_actor(request)
    row = Place.objects.filter(pk=place_id).first()
    kind = PlaceKind.objects.filter(pk=row.kind, valid_to__isnull=True).first() if row else None
    if row is None or kind is None:
        raise PlaceNotFound("No such place.", place_id=place_id)
    home = organisation_cards().get(row.organisation_id or 0)
    return PlaceOut(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        kind_name=kind.name,
        address=row.address,
        hours=row.hours,
        phone=row.phone,
        capacity=row.capacity,
        capacity_unit=kind.capacity_unit,
        level=row.level,
        organisation_name=home.name if home else None,
        attributes=row.attributes,
        lon=round(row.point.x, 7),
        lat=round(row.point.y, 7),
    )
