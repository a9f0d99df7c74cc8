"""Managed areas over HTTP, and everything that stands at a point."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.city.areas.actions import draw_area, end_area
from chengmai.city.areas.queries import (
    area_versions,
    areas_in_use,
    card_of,
    faults_of,
    kind_cards,
    read_ground,
    shape_of_area,
    shapes_around,
    square_metres,
    standing_at,
)
from chengmai.city.areas.words import AreaCard, AreaFamily, AreaFault, AreaFaultKind
from chengmai.city.words import ManagementLevel
from chengmai.identity.edge import require_actor, require_duty
from chengmai.identity.public import organisation_cards, person_names
from chengmai.identity.words import Duty
from chengmai.kernel.api import Page
from chengmai.kernel.paging import page_of
from chengmai.kernel.places import CoordinateSystem, to_wgs84

router = Router(tags=["city"])
Word = Annotated[str, Field(max_length=80)]


class AreaOut(Schema):
    id: int
    kind: str
    kind_name: str
    family: AreaFamily
    code: str
    name: str
    level: str
    organisation_id: int | None
    organisation_name: str | None
    person_id: int | None
    person_name: str | None
    party: str
    valid_from: date
    valid_to: date | None


class PlaceHereOut(Schema):
    grid_code: str
    management_level: ManagementLevel
    community_code: str
    community_name: str
    street_code: str
    street_name: str
    district_code: str
    district_name: str
    duty_grid_code: str | None
    duty_grid_name: str | None
    collector_id: int | None
    collector_name: str | None


class StandingOut(Schema):
    lon: float
    lat: float
    place: PlaceHereOut | None
    areas: list[AreaOut]


class AreaKindOut(Schema):
    code: str
    name: str
    family: AreaFamily
    colour: str
    levels: list[str]
    min_zoom: int


class AreaIn(Schema):
    kind: Word
    code: Annotated[str, Field(max_length=24)]
    name: Word
    shape: Annotated[str, Field(max_length=500_000)]
    level: Annotated[str, Field(max_length=20)] = ""
    organisation_id: int | None = None
    person_id: int | None = None
    party: Word = ""
    source: Word = ""
    valid_from: date | None = None


class AreaShapeOut(AreaOut):
    shape: dict[str, Any]


class AreaCheckIn(Schema):
    kind: Word
    code: Annotated[str, Field(max_length=24)] = ""
    shape: Annotated[str, Field(max_length=500_000)]


class AreaFaultOut(Schema):
    kind: AreaFaultKind
    blocks: bool
    area_m2: float | None
    other_code: str
    other_name: str
    shape: dict[str, Any] | None


class AreaCheckOut(Schema):
    """What stands against a shape; it can be saved when nothing blocks."""

    area_m2: float
    faults: list[AreaFaultOut]


@router.get("/at", response=StandingOut, summary="Every grid and area at a point, and who answers")
def get_at(
    request: HttpRequest, lon: float, lat: float, system: CoordinateSystem = CoordinateSystem.WGS84
) -> StandingOut:
    require_actor(request)
    lon, lat = to_wgs84(lon, lat, system)
    found = standing_at(lon, lat)
    place = found.place
    people = {card.person_id for card in found.areas} | {place.collector_id if place else None}
    names = person_names([person for person in people if person is not None])
    return StandingOut(
        lon=lon,
        lat=lat,
        place=PlaceHereOut(
            **asdict(place),
            collector_name=names.get(place.collector_id) if place.collector_id else None,
        )
        if place
        else None,
        areas=[_out(card, names) for card in found.areas],
    )


@router.get("/area-kinds", response=list[AreaKindOut], summary="Kinds of managed areas")
def get_kinds(request: HttpRequest) -> list[AreaKindOut]:
    require_actor(request)
    return [AreaKindOut.model_validate(card) for card in kind_cards()]


@router.get("/areas", response=Page[AreaOut], summary="A page of the areas in use")
def get_areas(
    request: HttpRequest,
    kind: Word = "",
    organisation_id: int | None = None,
    after: str = "",
    limit: int = 50,
) -> dict[str, object]:
    require_actor(request)
    rows, following = page_of(
        areas_in_use(kind, organisation_id),
        order=("kind_id", "code", "id"),
        after=after or None,
        limit=limit,
        query=f"areas {kind} {organisation_id}",
    )
    cards = [card_of(row) for row in rows]
    names = person_names([card.person_id for card in cards if card.person_id is not None])
    return {"items": [_out(card, names) for card in cards], "next": following}


@router.get(
    "/areas/shapes", response=dict[str, Any], summary="Areas of a kind in a box, as GeoJSON"
)
def get_shapes(
    request: HttpRequest, kind: Word, bbox: Annotated[str, Field(max_length=120)]
) -> dict[str, Any]:
    require_actor(request)
    return shapes_around(kind, bbox)


@router.post("/areas/check", response=AreaCheckOut, summary="What stands against a shape")
def post_check(request: HttpRequest, body: AreaCheckIn) -> AreaCheckOut:
    require_duty(request, Duty.ADMIN)
    ground = read_ground(body.shape)
    blocking = any(
        card.code == body.kind and card.family == AreaFamily.GRID for card in kind_cards()
    )
    found = faults_of(ground, kind=body.kind, code=body.code.strip(), blocking=blocking)
    return AreaCheckOut(
        area_m2=round(square_metres(ground), 1),
        faults=[AreaFaultOut(**_told(one)) for one in found],
    )


@router.get("/areas/{int:area_id}", response=AreaShapeOut, summary="An area with its ground")
def get_area(request: HttpRequest, area_id: int) -> AreaShapeOut:
    require_actor(request)
    card, shape = shape_of_area(area_id)
    names = person_names([card.person_id] if card.person_id else [])
    return AreaShapeOut(**_out(card, names).dict(), shape=shape)


@router.get("/areas/{int:area_id}/versions", response=list[AreaOut], summary="What it was before")
def get_versions(request: HttpRequest, area_id: int) -> list[AreaOut]:
    require_actor(request)
    cards = area_versions(area_id)
    names = person_names([card.person_id for card in cards if card.person_id is not None])
    return [_out(card, names) for card in cards]


@router.post("/areas", response={201: dict[str, int]}, summary="Bring an area into use")
def post_area(request: HttpRequest, body: AreaIn) -> Status[dict[str, int]]:
    actor = require_duty(request, Duty.ADMIN)
    area_id = draw_area(**body.dict(), actor=actor, at=timezone.now())
    return Status(201, {"id": area_id})


@router.delete("/areas/{int:area_id}", response={204: None}, summary="Take an area out of use")
def delete_area(request: HttpRequest, area_id: int) -> Status[None]:
    end_area(area_id=area_id, actor=require_duty(request, Duty.ADMIN), at=timezone.now())
    return Status(204, None)


def _told(fault: AreaFault) -> dict[str, Any]:
    return {name: getattr(fault, name) for name in AreaFaultOut.model_fields}


def _out(card: AreaCard, names: dict[int, str]) -> AreaOut:
    home = organisation_cards().get(card.organisation_id or 0)
    return AreaOut(
        **asdict(card),
        organisation_name=home.name if home else None,
        person_name=names.get(card.person_id) if card.person_id else None,
    )
