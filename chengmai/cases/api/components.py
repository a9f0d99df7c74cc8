"""HTTP of cases and components: which one a case is about, and the cases about one."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from chengmai.cases.actions.component import may_name_component, name_component
from chengmai.cases.api.schemas import CaseRow
from chengmai.cases.queries.components import cases_about, component_of
from chengmai.city.public import class_card
from chengmai.city.words import ComponentCard, ComponentState
from chengmai.identity.edge import require_actor
from chengmai.identity.words import Actor

router = Router(tags=["cases"])


class ComponentHereOut(Schema):
    code: str
    class_code: str
    class_name: str
    state: ComponentState
    location_text: str
    lon: float
    lat: float
    metres: float | None = None


class CaseComponentOut(Schema):
    """The component that a case is about, and those of its class nearby."""

    component: ComponentHereOut | None
    near: list[ComponentHereOut]
    may_name: bool


class CaseComponentIn(Schema):
    component_code: Annotated[str, Field(max_length=16)] = ""


@router.get("/{int:case_id}/component", response=CaseComponentOut, summary="Its component")
def get_case_component(request: HttpRequest, case_id: int) -> CaseComponentOut:
    return _out(require_actor(request), case_id)


@router.put("/{int:case_id}/component", response=CaseComponentOut, summary="Name its component")
def put_case_component(
    request: HttpRequest, case_id: int, body: CaseComponentIn
) -> CaseComponentOut:
    actor = require_actor(request)
    name_component(
        case_id=case_id, component_code=body.component_code.strip(), actor=actor, at=timezone.now()
    )
    return _out(actor, case_id)


@router.get("/about/{component_code}", response=list[CaseRow], summary="Cases about a component")
def get_cases_about(
    request: HttpRequest, component_code: Annotated[str, Field(max_length=16)]
) -> list[dict[str, Any]]:
    return cases_about(require_actor(request), component_code, timezone.now())


def _out(actor: Actor, case_id: int) -> CaseComponentOut:
    found = component_of(actor, case_id)
    named = found["component"]
    return CaseComponentOut(
        component=_here(named, None) if named else None,
        near=[_here(card, metres) for card, metres in found["near"]],
        may_name=may_name_component(actor),
    )


def _here(card: ComponentCard, metres: float | None) -> ComponentHereOut:
    return ComponentHereOut(
        code=card.code,
        class_code=card.class_code,
        class_name=class_card(card.class_code).name,
        state=card.state,
        location_text=card.location_text,
        lon=card.lon,
        lat=card.lat,
        metres=metres,
    )
