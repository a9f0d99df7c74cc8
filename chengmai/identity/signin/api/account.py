"""HTTP of one's own account: the password and the devices."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import client_address, require_presence
from chengmai.identity.signin.actions import (
    change_password,
    end_other_sessions,
    end_own_session,
    password_policy,
)
from chengmai.identity.signin.api.session import SessionOut, answer_with
from chengmai.identity.signin.queries import DeviceCard, devices_of
from chengmai.identity.words import Step

router = Router(tags=["identity"])


class PasswordPolicyOut(Schema):
    length: int
    classes: int
    history: int
    days: int


class PasswordIn(Schema):
    current: str
    new: str


class DeviceOut(Schema):
    id: int
    user_agent: str
    address: str
    method: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    ended_why: str
    this_one: bool = False


class EndedOut(Schema):
    ended: int


@router.get("/me/password", response=PasswordPolicyOut, summary="What is asked of a password")
def get_password_policy(request: HttpRequest) -> PasswordPolicyOut:
    require_presence(request, Step.PASSWORD)
    asked = password_policy()
    return PasswordPolicyOut(
        length=asked.length, classes=asked.classes, history=asked.history, days=asked.days
    )


@router.post("/me/password", response=SessionOut, summary="Choose a new password")
def post_password(request: HttpRequest, response: HttpResponse, body: PasswordIn) -> SessionOut:
    opened = change_password(
        presence=require_presence(request, Step.PASSWORD),
        current=body.current,
        new=body.new,
        at=timezone.now(),
        address=client_address(request),
    )
    return answer_with(request, response, opened)


@router.get("/me/devices", response=list[DeviceOut], summary="Where I am signed in")
def get_devices(request: HttpRequest) -> list[DeviceOut]:
    presence = require_presence(request)
    cards = devices_of(presence.actor.id or 0, timezone.now())
    return [device_out(card, presence.session_id) for card in cards]


@router.delete("/me/devices/{device_id}", response={204: None}, summary="Sign a device out")
def delete_device(request: HttpRequest, device_id: int) -> Status[None]:
    presence = require_presence(request)
    end_own_session(presence=presence, session_id=device_id, at=timezone.now())
    return Status(204, None)


@router.delete("/me/devices", response=EndedOut, summary="Sign every other device out")
def delete_other_devices(request: HttpRequest) -> EndedOut:
    presence = require_presence(request)
    return EndedOut(ended=end_other_sessions(presence=presence, at=timezone.now()))


def device_out(card: DeviceCard, this: int | None = None) -> DeviceOut:
    """A device as screens show it; `this` is the session that asks."""
    return DeviceOut(
        id=card.id,
        user_agent=card.user_agent,
        address=card.address,
        method=card.method,
        created_at=card.created_at,
        last_seen_at=card.last_seen_at,
        expires_at=card.expires_at,
        ended_at=card.ended_at,
        ended_why=card.ended_why,
        this_one=card.id == this,
    )
