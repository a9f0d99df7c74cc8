"""HTTP in and out of addresses: suggest while typing, find, and words for a position."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.city.addresses.actions import (
    add_house_number,
    close_alias,
    move_house_number,
    remove_house_number,
    set_alias,
)
from chengmai.city.addresses.errors import AddressUnclear
from chengmai.city.addresses.queries.aliases import AliasCard, alias_cards
from chengmai.city.addresses.queries.find import find
from chengmai.city.addresses.queries.numbers import lines_of, numbers_of, roads_named
from chengmai.city.addresses.queries.reverse import address_at
from chengmai.city.addresses.queries.state import gazetteer_state
from chengmai.city.addresses.queries.suggest import suggest
from chengmai.city.queries.settings import setting
from chengmai.identity.edge import require_actor, require_duty
from chengmai.identity.words import Duty

router = Router(tags=["city"])
LONGEST = 200
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]


class AddressPartOut(Schema):
    role: str
    text: str
    meaning: str
    how: str


class AddressSuggestionOut(Schema):
    kind: str
    name: str
    detail: str
    lon: float
    lat: float
    score: float
    how: str
    precision_m: float


class AddressCandidateOut(Schema):
    text: str
    found: str
    lon: float
    lat: float
    score: float
    precision_m: float
    certain: bool
    district_code: str
    parts: list[AddressPartOut]


class NearAddressOut(Schema):
    text: str
    short: str
    district_code: str
    district_name: str
    number: str
    road: str
    crossing: str
    place: str
    metres: float
    parts: list[AddressPartOut]


class GazetteerSourceOut(Schema):
    source: str
    entries: int
    built_at: str | None
    stale: bool


class AddressAliasOut(Schema):
    id: int
    alias: str
    name: str
    note: str
    source: str


class AddressAliasIn(Schema):
    alias: str
    name: str
    note: str = ""


@router.get("/suggest", response=list[AddressSuggestionOut], summary="What is meant, while typing")
def get_suggest(
    request: HttpRequest,
    q: str,
    near_lon: Longitude | None = None,
    near_lat: Latitude | None = None,
    limit: int = 8,
) -> list[AddressSuggestionOut]:
    near = (near_lon, near_lat) if near_lon is not None and near_lat is not None else None
    return [
        AddressSuggestionOut.model_validate(s) for s in suggest(q[:LONGEST], near=near, limit=limit)
    ]


@router.get(
    "/find", response=list[AddressCandidateOut], summary="Positions for an address, with scores"
)
def get_find(request: HttpRequest, q: str, limit: int = 5) -> list[AddressCandidateOut]:
    if not q.strip():
        raise AddressUnclear("An address is needed.", field="q", remedy="Type a road or a place.")
    floor, most = float(setting("address_floor")), float(setting("address_metres"))
    return [
        AddressCandidateOut(
            text=c.text, found=c.found, lon=c.lon, lat=c.lat, score=c.score,
            precision_m=c.precision_m, certain=c.score >= floor and c.precision_m <= most,
            district_code=c.district_code,
            parts=[AddressPartOut.model_validate(p) for p in c.parts],
        )
        for c in find(q[:LONGEST], limit)
    ]  # fmt: skip


@router.get("/reverse", response=NearAddressOut, summary="Words for a position")
def get_reverse(request: HttpRequest, lon: Longitude, lat: Latitude) -> NearAddressOut:
    return NearAddressOut.model_validate(address_at(lon, lat))


@router.get("/gazetteer", response=list[GazetteerSourceOut], summary="How new the gazetteer is")
def get_gazetteer(request: HttpRequest) -> list[GazetteerSourceOut]:
    require_actor(request)
    return [GazetteerSourceOut.model_validate(card) for card in gazetteer_state()]


@router.get("/aliases", response=list[AddressAliasOut], summary="Other names of things")
def get_aliases(request: HttpRequest, q: str = "") -> list[AliasCard]:
    require_actor(request)
    return alias_cards(q)


@router.post("/aliases", response=AddressAliasOut, summary="Add or change another name")
def post_alias(request: HttpRequest, body: AddressAliasIn) -> AddressAliasOut:
    actor = require_duty(request, Duty.ADMIN)
    id_ = set_alias(
        alias=body.alias, name=body.name, note=body.note, actor=actor, at=timezone.now()
    )
    return AddressAliasOut(id=id_, alias=body.alias, name=body.name, note=body.note, source="本市")


@router.delete("/aliases/{alias_id}", response={204: None}, summary="End another name")
def delete_alias(request: HttpRequest, alias_id: int) -> tuple[int, None]:
    actor = require_duty(request, Duty.ADMIN)
    close_alias(alias_id=alias_id, actor=actor, at=timezone.now())
    return 204, None


class HouseNumberOut(Schema):
    id: int
    road: str
    number: int
    suffix: str
    text: str
    community_code: str
    lon: float
    lat: float
    source: str
    on_road: bool


class RoadNumbersOut(Schema):
    """The house numbers of a road, and the lines of the road as GeoJSON."""

    road: str
    lines: list[dict[str, Any]]
    numbers: list[HouseNumberOut]


class RoadOut(Schema):
    name: str
    numbers: int


class HouseNumberIn(Schema):
    road: Annotated[str, Field(max_length=60)]
    number: Annotated[str, Field(max_length=20)]
    lon: Longitude
    lat: Latitude


class DoorIn(Schema):
    lon: Longitude
    lat: Latitude


@router.get("/roads", response=list[RoadOut], summary="Roads by name, with how many numbers")
def get_roads(request: HttpRequest, q: Annotated[str, Field(max_length=60)] = "") -> list[RoadOut]:
    require_duty(request, Duty.ADMIN)
    return [RoadOut(name=name, numbers=count) for name, count in roads_named(q)]


@router.get("/numbers", response=RoadNumbersOut, summary="The house numbers of a road")
def get_numbers(request: HttpRequest, road: Annotated[str, Field(max_length=60)]) -> RoadNumbersOut:
    require_duty(request, Duty.ADMIN)
    return _road(road)


@router.post("/numbers", response=RoadNumbersOut, summary="Add a house number")
def post_number(request: HttpRequest, body: HouseNumberIn) -> RoadNumbersOut:
    actor = require_duty(request, Duty.ADMIN)
    add_house_number(**body.dict(), actor=actor, at=timezone.now())
    return _road(body.road.strip())


@router.put("/numbers/{int:number_id}", response={204: None}, summary="Move a house number")
def put_number(request: HttpRequest, number_id: int, body: DoorIn) -> Status[None]:
    actor = require_duty(request, Duty.ADMIN)
    move_house_number(number_id=number_id, **body.dict(), actor=actor, at=timezone.now())
    return Status(204, None)


@router.delete("/numbers/{int:number_id}", response={204: None}, summary="Remove a house number")
def delete_number(request: HttpRequest, number_id: int) -> Status[None]:
    actor = require_duty(request, Duty.ADMIN)
    remove_house_number(number_id=number_id, actor=actor, at=timezone.now())
    return Status(204, None)


def _road(road: str) -> RoadNumbersOut:
    return RoadNumbersOut(
        road=road,
        lines=lines_of(road),
        numbers=[HouseNumberOut.model_validate(card) for card in numbers_of(road)],
    )
