"""HTTP of leave."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import require_actor, require_presence
from chengmai.identity.leave.actions import (
    begin_acting,
    delegate,
    revoke_delegation,
    stop_acting,
)
from chengmai.identity.leave.queries import delegations_seen_by
from chengmai.identity.queries import colleagues_like
from chengmai.identity.signin.api.session import SessionOut, answer_again
from chengmai.identity.words import Duty
from chengmai.kernel.errors import BadInput

router = Router(tags=["identity"])


class DelegationIn(Schema):
    """`person_id` empty: oneself."""

    person_id: int | None = None
    deputy_id: int
    duties: list[Duty]
    starts_at: datetime
    ends_at: datetime
    reason: str = ""


class DelegationOut(Schema):
    id: int
    person_id: int
    person_name: str
    deputy_id: int
    deputy_name: str
    duties: list[str]
    starts_at: datetime
    ends_at: datetime
    reason: str
    state: str


class MadeOut(Schema):
    id: int


class ActingIn(Schema):
    delegation_id: int


class ColleagueOut(Schema):
    id: int
    name: str
    organisation_name: str


@router.get("/delegations", response=list[DelegationOut], summary="Who stands in for whom")
def get_delegations(request: HttpRequest, everybody: bool = False) -> list[DelegationOut]:
    actor = require_actor(request)
    cards = delegations_seen_by(actor, timezone.now(), everybody=everybody)
    return [DelegationOut(**{**card.__dict__, "duties": list(card.duties)}) for card in cards]


@router.get("/colleagues", response=list[ColleagueOut], summary="Colleagues by name")
def get_colleagues(request: HttpRequest, q: str = "") -> list[ColleagueOut]:
    """At most twenty active people whose name holds the text; to choose a deputy from."""
    actor = require_actor(request)
    return [
        ColleagueOut(id=card.id, name=card.name, organisation_name=card.organisation_name)
        for card in colleagues_like(q, without=actor.id)
    ]


@router.post("/delegations", response={201: MadeOut}, summary="Let somebody stand in")
def post_delegation(request: HttpRequest, body: DelegationIn) -> Status[MadeOut]:
    actor = require_actor(request)
    for field in ("starts_at", "ends_at"):
        if getattr(body, field).tzinfo is None:
            raise BadInput("The time needs a zone.", field=field, remedy="Add +08:00.")
    made = delegate(
        person_id=body.person_id or actor.id or 0,
        deputy_id=body.deputy_id,
        duties=body.duties,
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        reason=body.reason,
        actor=actor,
        at=timezone.now(),
    )
    return Status(201, MadeOut(id=made))


@router.delete("/delegations/{delegation_id}", response={204: None}, summary="Take it back")
def delete_delegation(request: HttpRequest, delegation_id: int) -> Status[None]:
    revoke_delegation(delegation_id=delegation_id, actor=require_actor(request), at=timezone.now())
    return Status(204, None)


@router.post("/session/acting", response=SessionOut, summary="Work in a colleague's place")
def post_acting(request: HttpRequest, response: HttpResponse, body: ActingIn) -> SessionOut:
    presence = require_presence(request)
    begin_acting(presence=presence, delegation_id=body.delegation_id, at=timezone.now())
    return answer_again(request, response)


@router.delete("/session/acting", response=SessionOut, summary="Work for oneself again")
def delete_acting(request: HttpRequest, response: HttpResponse) -> SessionOut:
    presence = require_presence(request)
    stop_acting(presence=presence, at=timezone.now())
    return answer_again(request, response)
