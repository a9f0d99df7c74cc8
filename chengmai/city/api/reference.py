"""Reference data over HTTP: classes, divisions, places, the map, the calendar."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from chengmai.city.errors import BadCalendarDay
from chengmai.city.public import change_day, class_cards, division_cards, locate
from chengmai.city.queries.calendars import YearCard, year_card
from chengmai.city.queries.search import search
from chengmai.city.words import (
    ClassCard,
    ClassKind,
    DivisionLevel,
    GridPlace,
    ManagementLevel,
)
from chengmai.identity.edge import require_actor, require_duty
from chengmai.identity.words import Duty
from chengmai.kernel.places import CoordinateSystem, to_wgs84
from chengmai.kernel.reference import cached

router = Router(tags=["city"])


class LimitOut(Schema):
    amount: int
    unit: str
    text: str


class ConditionOut(Schema):
    id: int
    no: int
    text: str
    limits: dict[ManagementLevel, LimitOut]
    close_condition: str
    source: str
    clause: str
    valid_from: date | None
    valid_to: date | None


class ClassOut(Schema):
    code: str
    kind: ClassKind
    major_code: str
    major_name: str
    name: str
    self_disposable: bool
    conditions: list[ConditionOut]


class DivisionOut(Schema):
    code: str
    name: str
    level: DivisionLevel


class GridPlaceOut(Schema):
    lon: float
    lat: float
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


class DayOut(Schema):
    date: date
    working: bool
    name: str
    source: str


class YearOut(Schema):
    year: int
    working_days: int
    certain: bool
    days: list[DayOut]


class DayIn(Schema):
    working: bool
    name: str = ""


class FoundOut(Schema):
    kind: str
    name: str
    detail: str
    lon: float
    lat: float


@router.get("/classes", response=list[ClassOut], summary="Classes with conditions and limits")
def get_classes(request: HttpRequest, kind: ClassKind | None = None) -> HttpResponse:
    tag, body = cached(f"city.classes:{kind}", lambda: _classes_text(kind), seconds=30)
    headers = {"ETag": tag, "Cache-Control": "public, max-age=60"}
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers=headers)


@router.get("/divisions", response=list[DivisionOut], summary="Administrative divisions")
def get_divisions(
    request: HttpRequest, level: DivisionLevel | None = None, within: str = ""
) -> list[DivisionOut]:
    return [DivisionOut.model_validate(card) for card in division_cards(level, within)]


@router.get("/locate", response=GridPlaceOut, summary="In which grid a point lies")
def get_locate(
    request: HttpRequest, lon: float, lat: float, system: CoordinateSystem = CoordinateSystem.WGS84
) -> GridPlaceOut:
    point = to_wgs84(lon, lat, system)
    return _place(point[0], point[1], locate(point[0], point[1]))


@router.get("/search", response=list[FoundOut], summary="Places, roads and divisions by name")
def get_search(request: HttpRequest, q: str, limit: int = 20) -> list[FoundOut]:
    return [FoundOut.model_validate(found) for found in search(q, limit)]


@router.get("/calendar/{year}", response=YearOut, summary="Holidays and make-up days of a year")
def get_calendar(request: HttpRequest, year: int) -> YearOut:
    require_actor(request)
    return _year(year_card(_usable(year)))


@router.put("/calendar/days/{day}", response=YearOut, summary="Make a day working or off")
def put_day(request: HttpRequest, day: date, body: DayIn) -> YearOut:
    actor = require_duty(request, Duty.ADMIN)
    change_day(day=day, working=body.working, name=body.name[:60], actor=actor, at=timezone.now())
    return _year(year_card(day.year))


def _usable(year: int) -> int:
    if not 2000 <= year <= 2100:
        raise BadCalendarDay("Choose a year between 2000 and 2100.", field="year")
    return year


def _classes_text(kind: ClassKind | None) -> tuple[str, bytes]:
    """The classes as JSON, made once per change: 500 conditions are slow to check each time."""
    chosen = [_class(card) for card in class_cards().values() if kind in (None, card.kind)]
    body = json.dumps(chosen, ensure_ascii=False, separators=(",", ":")).encode()
    return f'"{hashlib.sha256(body).hexdigest()[:16]}"', body


def _class(card: ClassCard) -> dict[str, Any]:
    """A class in the shape of ClassOut; a test holds the two together."""
    return {
        "code": card.code,
        "kind": card.kind,
        "major_code": card.major_code,
        "major_name": card.major_name,
        "name": card.name,
        "self_disposable": card.self_disposable,
        "conditions": [
            {
                "id": c.id,
                "no": c.no,
                "text": c.text,
                "limits": {
                    level: {"amount": a.amount, "unit": a.unit, "text": a.text_zh()}
                    for level, a in c.limits.items()
                },
                "close_condition": c.close_condition,
                "source": c.source,
                "clause": c.clause,
                "valid_from": c.valid_from and c.valid_from.isoformat(),
                "valid_to": c.valid_to and c.valid_to.isoformat(),
            }
            for c in card.conditions
        ],
    }


def _place(lon: float, lat: float, place: GridPlace) -> GridPlaceOut:
    return GridPlaceOut(lon=lon, lat=lat, **asdict(place))


def _year(card: YearCard) -> YearOut:
    return YearOut(
        year=card.year,
        working_days=card.working_days,
        certain=card.certain,
        days=[DayOut.model_validate(day) for day in card.days],
    )
