"""Components over HTTP: pages under filters, one with its history, and what people do to it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from chengmai.city.actions.components import (
    add_component_photos,
    change_component_state,
    move_component,
)
from chengmai.city.models import Component
from chengmai.city.public import class_cards
from chengmai.city.queries.components import (
    component_history,
    component_row,
    components_asked,
    import_files,
)
from chengmai.city.queries.grids import division_names
from chengmai.city.words import ComponentState
from chengmai.identity.edge import require_actor
from chengmai.identity.public import organisation_cards, person_names
from chengmai.identity.words import Duty
from chengmai.kernel.api import Page
from chengmai.kernel.device import ensure_owner
from chengmai.kernel.media.api import MediaOut
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.paging import page_of
from chengmai.kernel.places import CoordinateSystem, to_wgs84

router = Router(tags=["city"])
Word = Annotated[str, Field(max_length=80)]
Code = Annotated[str, Field(max_length=16)]


class ComponentOut(Schema):
    code: str
    class_code: str
    class_name: str
    grid_code: str
    state: ComponentState
    lon: float
    lat: float
    location_text: str
    manager_id: int | None
    manager_name: str | None


class ComponentChangeOut(Schema):
    at: datetime
    actor_name: str | None
    import_id: int | None
    import_file: str | None
    kind: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str


class ComponentDetail(ComponentOut):
    owner_name: str | None
    maintainer_name: str | None
    district_name: str | None
    street_name: str | None
    community_name: str | None
    material: str
    accuracy: str
    data_source: str
    recorded_on: date
    changed_on: date | None
    note: str
    photos: list[MediaOut]
    history: list[ComponentChangeOut]
    may_report: bool
    may_edit: bool


class ComponentQuery(Schema):
    """Filters; class, area and code match by prefix, an organisation in any of its parts."""

    class_code: Annotated[str, Field(max_length=8)] = ""
    state: ComponentState | None = None
    organisation_id: int | None = None
    area: Annotated[str, Field(max_length=15)] = ""
    bbox: Word = ""
    code: Code = ""
    after: Annotated[str, Field(max_length=300)] = ""
    limit: int = 50


class StateIn(Schema):
    state: ComponentState
    reason: Annotated[str, Field(max_length=200)]


class PhotosIn(Schema):
    media_ids: Annotated[list[int], Field(min_length=1, max_length=20)]


class PositionIn(Schema):
    lon: float
    lat: float
    coordinate_system: CoordinateSystem = CoordinateSystem.WGS84
    reason: Annotated[str, Field(max_length=200)]


@router.get("/components", response=Page[ComponentOut], summary="A page of components")
def get_components(request: HttpRequest, query: Query[ComponentQuery]) -> dict[str, object]:
    require_actor(request)
    asked = query.dict(exclude={"after", "limit"})
    asked["state"] = query.state.value if query.state else ""
    rows, following = page_of(
        components_asked(**asked).defer("point_3857", "photos"),
        order=("code",),
        after=query.after or None,
        limit=query.limit,
        query=f"components {sorted(asked.items())}",
    )
    return {"items": [ComponentOut(**_row(row)) for row in rows], "next": following}


@router.get("/components/{code}", response=ComponentDetail, summary="One component")
def get_component(request: HttpRequest, code: Code) -> ComponentDetail:
    return _detail(request, code)


@router.post("/components/{code}/state", response=ComponentDetail, summary="Another state")
def post_state(request: HttpRequest, code: Code, body: StateIn) -> ComponentDetail:
    actor = require_actor(request)
    change_component_state(
        code=code, state=body.state, reason=body.reason, actor=actor, at=timezone.now()
    )
    return _detail(request, code)


@router.post("/components/{code}/photos", response=ComponentDetail, summary="Add photos")
def post_photos(
    request: HttpRequest, response: HttpResponse, code: Code, body: PhotosIn
) -> ComponentDetail:
    add_component_photos(
        code=code,
        media_ids=body.media_ids,
        owner=ensure_owner(request, response),
        actor=require_actor(request),
        at=timezone.now(),
    )
    return _detail(request, code)


@router.put("/components/{code}/position", response=ComponentDetail, summary="The right place")
def put_position(request: HttpRequest, code: Code, body: PositionIn) -> ComponentDetail:
    actor = require_actor(request)
    lon, lat = to_wgs84(body.lon, body.lat, body.coordinate_system)
    move_component(code=code, lon=lon, lat=lat, reason=body.reason, actor=actor, at=timezone.now())
    return _detail(request, code)


def _detail(request: HttpRequest, code: str) -> ComponentDetail:
    actor = require_actor(request)
    row = component_row(code)
    changes = component_history(code)
    names = person_names([change.actor_id for change in changes])
    files = import_files(changes)
    areas = division_names()
    return ComponentDetail(
        **_row(row),
        owner_name=_organisation(row.owner_id),
        maintainer_name=_organisation(row.maintainer_id),
        district_name=areas.get(row.grid_id[:6]),
        street_name=areas.get(row.grid_id[:9]),
        community_name=areas.get(row.grid_id[:12]),
        material=row.material,
        accuracy=row.accuracy,
        data_source=row.data_source,
        recorded_on=row.recorded_on,
        changed_on=row.changed_on,
        note=row.note,
        photos=[MediaOut.of(card) for card in media_cards(row.photos)],
        history=[
            ComponentChangeOut(
                at=change.at,
                actor_name=names.get(change.actor_id) if change.actor_id else None,
                import_id=change.import_id,
                import_file=files.get(change.import_id or 0),
                kind=change.kind,
                before=change.before,
                after=change.after,
                reason=change.reason,
            )
            for change in changes
        ],
        may_report=actor.has(Duty.ADMIN, Duty.INSPECTOR, Duty.COLLECTOR),
        may_edit=actor.has(Duty.ADMIN),
    )


def _row(row: Component) -> dict[str, Any]:
    card = class_cards().get(row.class_code)
    return {
        "code": row.code,
        "class_code": row.class_code,
        "class_name": card.name if card else row.class_code,
        "grid_code": row.grid_id,
        "state": ComponentState(row.state),
        "lon": round(row.point.x, 7),
        "lat": round(row.point.y, 7),
        "location_text": row.location_text,
        "manager_id": row.manager_id,
        "manager_name": _organisation(row.manager_id),
    }


def _organisation(organisation_id: int | None) -> str | None:
    card = organisation_cards().get(organisation_id or 0)
    return card.name if card else None
