"""HTTP of signing in: the session and its steps, devices, passwords, the policy."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import (
    client_address,
    presence_or_none,
    require_actor,
    require_presence,
)
from chengmai.identity.errors import SessionExpired
from chengmai.identity.factors.queries import factors_of
from chengmai.identity.shifts.queries import shift_now
from chengmai.identity.signin.actions import Device, SignedInSession, sign_in, sign_out
from chengmai.identity.signin.queries import home_of, presence_for_token
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Duty, OrganisationKind, Presence, Step

router = Router(tags=["identity"])


class SignInIn(Schema):
    username: str
    password: str


class OwnOrganisationOut(Schema):
    id: int
    name: str
    kind: OrganisationKind


class ActingForOut(Schema):
    delegation_id: int
    person_id: int
    name: str


class ShiftNowOut(Schema):
    """`on`, `outside` (rostered, but not now) or `none` (not rostered around this day)."""

    state: str
    name: str
    begins_at: datetime | None
    ends_at: datetime | None


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
    step: Step
    factors: list[str]
    confirmed_at: datetime | None
    acting_for: ActingForOut | None
    shift: ShiftNowOut | None


@router.post("/session", response=SessionOut, summary="Sign in")
def post_session(request: HttpRequest, response: HttpResponse, body: SignInIn) -> SessionOut:
    device = device_of(request)
    opened = sign_in(
        username=body.username,
        password=body.password,
        at=timezone.now(),
        address=device.address,
        user_agent=device.user_agent,
    )
    return answer_with(request, response, opened)


@router.get("/session", response=SessionOut, summary="Who is signed in, and how far")
def get_session(request: HttpRequest) -> SessionOut:
    presence = presence_or_none(request)
    if presence is None or presence.session_id is None:
        require_actor(request)
        raise SessionExpired("A key has no session.")
    return session_out(presence, timezone.now())


@router.delete("/session", response={204: None}, summary="Sign out")
def delete_session(request: HttpRequest, response: HttpResponse) -> Status[None]:
    sign_out(request.COOKIES.get(COOKIE, ""), timezone.now())
    response.delete_cookie(COOKIE, path="/", samesite="Lax")
    return Status(204, None)


def device_of(request: HttpRequest) -> Device:
    """From where and with what the request comes."""
    return Device(client_address(request), request.headers.get("User-Agent", ""))


def answer_with(
    request: HttpRequest, response: HttpResponse, opened: SignedInSession
) -> SessionOut:
    """Give the browser the session's token and say who is signed in, and how far."""
    response.set_cookie(
        COOKIE,
        opened.token,
        expires=opened.expires_at,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE or request.is_secure(),
        path="/",
    )
    now = timezone.now()
    presence = presence_for_token(opened.token, now)
    if presence is None:
        raise SessionExpired("Please sign in again.")
    return session_out(presence, now)


def answer_again(request: HttpRequest, response: HttpResponse) -> SessionOut:
    """The session of this request as it stands after a change."""
    now = timezone.now()
    presence = presence_for_token(request.COOKIES.get(COOKIE, ""), now)
    if presence is None:
        require_presence(request)
        raise SessionExpired("Please sign in again.")
    response["Cache-Control"] = "no-store"
    return session_out(presence, now)


def session_out(presence: Presence, now: datetime) -> SessionOut:
    """The session as screens know it. Before the last step it says no more than is needed."""
    actor = presence.actor
    card = home_of(actor.organisation_id or 0)
    done = presence.step is Step.DONE
    acting = (
        ActingForOut(
            delegation_id=presence.delegation_id,
            person_id=actor.on_behalf_of,
            name=actor.on_behalf_of_name,
        )
        if presence.delegation_id is not None and actor.on_behalf_of is not None
        else None
    )
    return SessionOut(
        id=actor.id or 0,
        name=actor.name,
        organisation=OwnOrganisationOut(id=card.id, name=card.name, kind=card.kind),
        duties=sorted(actor.duties) if done else [],
        sees_whole_city=done and actor.sees_whole_city,
        division=actor.division if done else "",
        duty_grid_codes=sorted(actor.duty_grid_codes) if done else [],
        expires_at=presence.expires_at,
        server_time=now,
        step=presence.step,
        factors=factors_of(actor.id or 0),
        confirmed_at=presence.confirmed_at,
        acting_for=acting,
        shift=_shift(actor.id, now) if done else None,
    )


def _shift(person_id: int | None, now: datetime) -> ShiftNowOut | None:
    found = shift_now(person_id, now)
    if found is None:
        return None
    return ShiftNowOut(
        state=found.state, name=found.name, begins_at=found.begins_at, ends_at=found.ends_at
    )
