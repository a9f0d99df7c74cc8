"""Cases and the components that they are about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.models import CaseComponent
from chengmai.cases.queries.one_row import row_of
from chengmai.cases.queries.seen import cases_seen_by, get_case
from chengmai.city.public import component_card, components_near
from chengmai.city.words import ComponentCard
from chengmai.identity.words import Actor
from chengmai.kernel.media.public import media_cards

METRES = 60.0
MOST = 100


def component_of(actor: Actor, case_id: int) -> dict[str, Any]:
    """The component that a case is about, and those of its class around it, nearest first.

    Raises CaseNotFound for a hidden case and a missing one alike.
    """
    case = get_case(actor, case_id)
    named = CaseComponent.objects.filter(case=case).values_list("component_id", flat=True).first()
    spot = case.lon_lat
    near: list[tuple[ComponentCard, float]] = []
    if spot and case.kind == "component" and case.class_code:
        near = components_near(*spot, class_code=case.class_code, metres=METRES)
    return {"component": component_card(named) if named else None, "near": near}


def cases_about(actor: Actor, component_code: str, at: datetime) -> list[dict[str, Any]]:
    """The cases that name this component, as far as the actor sees them, the newest first."""
    numbers = CaseComponent.objects.filter(component_id=component_code).values("case_id")
    found = list(cases_seen_by(actor).filter(pk__in=numbers).order_by("-id")[:MOST])
    first = [i for case in found for i in case.media.get("before", ())[:1]]
    media = {card.id: card for card in media_cards(first)}
    return [row_of(case, media, at) for case in found]
