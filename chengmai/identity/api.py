"""HTTP in and out of identity."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema

from chengmai.identity.edge import require_actor, require_recent_factor
from chengmai.identity.errors import ContactNotFound
from chengmai.identity.factors.api import router as factors
from chengmai.identity.grants.api import router as grants
from chengmai.identity.keys.api import router as keys
from chengmai.identity.leave.api import router as leave
from chengmai.identity.public import organisation_cards, reveal_contact
from chengmai.identity.queries import people_shown_to
from chengmai.identity.shifts.api import router as shifts
from chengmai.identity.signin.api import router as signin
from chengmai.identity.sso.api import router as sso
from chengmai.identity.words import Duty, OrganisationKind

router = Router(tags=["identity"])
router.add_router("", signin)
router.add_router("", factors)
router.add_router("", leave)
router.add_router("", shifts)
router.add_router("", keys)
router.add_router("", grants)
router.add_router("", sso)


class OrganisationOut(Schema):
    id: int
    name: str
    kind: OrganisationKind
    parent_id: int | None = None
    path: str = ""
    division: str = ""


class PersonOut(Schema):
    id: int
    name: str
    organisation_id: int
    organisation_name: str
    duties: list[Duty]


class RevealIn(Schema):
    reason: str = ""


class RevealOut(Schema):
    name: str
    phone: str


@router.get("/organisations", response=list[OrganisationOut], summary="The organisations")
def get_organisations(request: HttpRequest) -> list[OrganisationOut]:
    require_actor(request)
    return [OrganisationOut.model_validate(card) for card in organisation_cards().values()]


@router.get("/people", response=list[PersonOut], summary="People by duty and organisation")
def get_people(
    request: HttpRequest, duty: Duty | None = None, organisation_id: int | None = None
) -> list[PersonOut]:
    actor = require_actor(request)
    cards = people_shown_to(actor, duty, organisation_id)
    return [
        PersonOut(
            id=card.id,
            name=card.name,
            organisation_id=card.organisation_id,
            organisation_name=card.organisation_name,
            duties=sorted(card.duties),
        )
        for card in cards
    ]


@router.post("/contacts/{contact_id}/reveal", response=RevealOut, summary="Look behind the mask")
def post_reveal(
    request: HttpRequest, response: HttpResponse, contact_id: int, body: RevealIn
) -> RevealOut:
    """For who sees the whole city; others ask through a report of a case that they see."""
    actor = require_actor(request)
    require_recent_factor(request, "recent_factor_minutes_reveal")
    if not actor.sees_whole_city:
        raise ContactNotFound("No such contact.", contact_id=contact_id)
    name, phone = reveal_contact(
        actor=actor,
        contact_id=contact_id,
        reason=body.reason,
        at=timezone.now(),
    )
    response["Cache-Control"] = "no-store"
    return RevealOut(name=name, phone=phone)
