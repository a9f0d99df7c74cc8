"""HTTP in and out of identity."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import client_address, require_actor
from chengmai.identity.middleware import bearer_key
from chengmai.identity.public import (
    organisation_card,
    organisation_cards,
    reveal_contact,
    sign_in,
    sign_out,
)
from chengmai.identity.queries import people_shown_to, session_ends
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Actor, Duty, OrganisationKind

router = Router(tags=["identity"])


class SignInIn(Schema):
    username: str
    password: str


class OrganisationOut(Schema):
    id: int
    name: str
    kind: OrganisationKind
    parent_id: int | None = None
    path: str = ""
    division: str = ""


class OwnOrganisationOut(Schema):
    id: int
    name: str
    kind: OrganisationKind


class SessionOut(Schema):
    id: int
    name: str
    organisation: OwnOrganisationOut
    duties: list[Duty]
    sees_whole_city: bool
    division: str
    duty_grid_codes: list[str]
    expires_at: datetime | None
    server_time: datetime


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


@router.post("/session", response=SessionOut, summary="Sign in")
def post_session(request: HttpRequest, response: HttpResponse, body: SignInIn) -> SessionOut:
    now = timezone.now()
    opened = sign_in(
        username=body.username, password=body.password, at=now, address=client_address(request)
    )
    response.set_cookie(
        COOKIE,
        opened.token,
        expires=opened.expires_at,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE or request.is_secure(),
        path="/",
    )
    return _session(opened.actor, opened.expires_at, now)


@router.get("/session", response=SessionOut, summary="Who is signed in")
def get_session(request: HttpRequest) -> SessionOut:
    actor = require_actor(request)
    token = bearer_key(request) or request.COOKIES.get(COOKIE, "")
    return _session(actor, session_ends(token), timezone.now())


@router.delete("/session", response={204: None}, summary="Sign out")
def delete_session(request: HttpRequest, response: HttpResponse) -> Status[None]:
    sign_out(request.COOKIES.get(COOKIE, ""))
    response.delete_cookie(COOKIE, path="/", samesite="Lax")
    return Status(204, None)


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
    name, phone = reveal_contact(
        actor=require_actor(request),
        contact_id=contact_id,
        reason=body.reason,
        at=timezone.now(),
    )
    response["Cache-Control"] = "no-store"
    return RevealOut(name=name, phone=phone)


def _session(actor: Actor, expires_at: datetime | None, now: datetime) -> SessionOut:
    card = organisation_card(actor.organisation_id or 0)
    return SessionOut(
        id=actor.id or 0,
        name=actor.name,
        organisation=OwnOrganisationOut(id=card.id, name=card.name, kind=card.kind),
        duties=sorted(actor.duties),
        sees_whole_city=actor.sees_whole_city,
        division=actor.division,
        duty_grid_codes=sorted(actor.duty_grid_codes),
        expires_at=expires_at,
        server_time=now,
    )
