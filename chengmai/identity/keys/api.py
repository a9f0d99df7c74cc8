"""HTTP of API clients, for the administrators."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.identity.edge import require_duty, require_recent_factor
from chengmai.identity.keys.actions import (
    approve_client,
    issue_key,
    propose_client,
    revoke_client,
    revoke_key,
)
from chengmai.identity.keys.queries import MAY_LOOK, ClientView, clients_seen_by
from chengmai.identity.keys.words import ClientState, Scope
from chengmai.identity.words import Duty

router = Router(tags=["identity"])


class ClientIn(Schema):
    name: str
    purpose: str = ""
    organisation_id: int
    scopes: list[Scope]
    sees_whole_city: bool = False
    addresses: list[str] = Field(default_factory=list)
    per_minute: int = 60
    per_day: int = 10_000


class KeyOut(Schema):
    id: int
    prefix: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None


class ClientOut(Schema):
    id: int
    name: str
    purpose: str
    organisation_id: int
    organisation_name: str
    scopes: list[str]
    sees_whole_city: bool
    addresses: list[str]
    per_minute: int
    per_day: int
    state: ClientState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    keys: list[KeyOut]
    requests_today: int
    refused_today: int


class ProposedOut(Schema):
    id: int


class IssuedKeyOut(Schema):
    """`key` is shown this once."""

    id: int
    key: str
    prefix: str
    expires_at: datetime


@router.get("/clients", response=list[ClientOut], summary="The API clients")
def get_clients(request: HttpRequest) -> list[ClientOut]:
    actor = require_duty(request, *MAY_LOOK)
    return [_client(view) for view in clients_seen_by(actor, timezone.localdate())]


@router.post("/clients", response={201: ProposedOut}, summary="Propose an API client")
def post_client(request: HttpRequest, body: ClientIn) -> Status[ProposedOut]:
    actor = require_duty(request, Duty.ADMIN)
    require_recent_factor(request)
    made = propose_client(**body.dict(), actor=actor, at=timezone.now())
    return Status(201, ProposedOut(id=made))


@router.post("/clients/{client_id}/approval", response={204: None}, summary="Let a client in")
def post_approval(request: HttpRequest, client_id: int) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY)
    require_recent_factor(request)
    approve_client(client_id=client_id, actor=actor, at=timezone.now())
    return Status(204, None)


@router.delete("/clients/{client_id}", response={204: None}, summary="End a client for good")
def delete_client(request: HttpRequest, client_id: int) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY, Duty.ADMIN)
    revoke_client(client_id=client_id, actor=actor, at=timezone.now())
    return Status(204, None)


@router.post(
    "/clients/{client_id}/keys", response={201: IssuedKeyOut}, summary="A fresh key, shown once"
)
def post_key(request: HttpRequest, response: HttpResponse, client_id: int) -> Status[IssuedKeyOut]:
    actor = require_duty(request, Duty.SECURITY)
    require_recent_factor(request)
    response["Cache-Control"] = "no-store"
    made = issue_key(client_id=client_id, actor=actor, at=timezone.now())
    return Status(201, IssuedKeyOut(**made.__dict__))


@router.delete(
    "/clients/{client_id}/keys/{key_id}", response={204: None}, summary="End a key at once"
)
def delete_key(request: HttpRequest, client_id: int, key_id: int) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY, Duty.ADMIN)
    revoke_key(client_id=client_id, key_id=key_id, actor=actor, at=timezone.now())
    return Status(204, None)


def _client(view: ClientView) -> ClientOut:
    values = {**view.__dict__, "keys": [KeyOut(**key.__dict__) for key in view.keys]}
    return ClientOut(**values)
