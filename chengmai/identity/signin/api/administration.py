"""HTTP of the administrators: other people's sessions and passwords, the policy, tries to sign in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.edge import require_duty, require_recent_factor
from chengmai.identity.signin.actions import (
    PolicyRow,
    force_out,
    policy_rows,
    reset_password,
    set_policy,
    unlock,
)
from chengmai.identity.signin.api.account import DeviceOut, EndedOut, device_out
from chengmai.identity.signin.queries import attempts_seen_by, devices_of
from chengmai.identity.words import Duty
from chengmai.kernel.api import Page
from chengmai.kernel.paging import page_of

router = Router(tags=["identity"])


class OneTimePasswordOut(Schema):
    password: str


class AttemptOut(Schema):
    id: int
    at: datetime
    username: str
    address: str
    how: str
    succeeded: bool


class PolicyRowOut(Schema):
    key: str
    value: Any
    valid_from: date | None
    source: str
    clause: str
    lowest: int | None
    highest: int | None
    choices: list[str]
    next_value: Any = None
    next_from: date | None = None


class PolicyIn(Schema):
    value: int | list[str]
    valid_from: date
    source: str = ""
    clause: str = ""


@router.get("/people/{person_id}/devices", response=list[DeviceOut], summary="Somebody's sessions")
def get_devices_of(request: HttpRequest, person_id: int, ended: bool = False) -> list[DeviceOut]:
    require_duty(request, Duty.SECURITY, Duty.AUDITOR)
    return [device_out(card) for card in devices_of(person_id, timezone.now(), ended=ended)]


@router.delete("/people/{person_id}/devices", response=EndedOut, summary="Sign somebody out")
def delete_devices_of(request: HttpRequest, person_id: int) -> EndedOut:
    actor = require_duty(request, Duty.SECURITY)
    return EndedOut(ended=force_out(person_id=person_id, actor=actor, at=timezone.now()))


@router.post("/people/{person_id}/unlock", response={204: None}, summary="Open a locked account")
def post_unlock(request: HttpRequest, person_id: int) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY)
    unlock(person_id=person_id, actor=actor, at=timezone.now())
    return Status(204, None)


@router.post(
    "/people/{person_id}/password", response=OneTimePasswordOut, summary="Give a one-time password"
)
def post_reset(request: HttpRequest, response: HttpResponse, person_id: int) -> OneTimePasswordOut:
    actor = require_duty(request, Duty.ADMIN)
    require_recent_factor(request)
    response["Cache-Control"] = "no-store"
    password = reset_password(person_id=person_id, actor=actor, at=timezone.now())
    return OneTimePasswordOut(password=password)


@router.get("/sign-in/attempts", response=Page[AttemptOut], summary="Tries to sign in")
def get_attempts(
    request: HttpRequest,
    username: str = "",
    failed: bool = False,
    after: str | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    """Newest first; for the auditor and the security administrator."""
    actor = require_duty(request, Duty.AUDITOR, Duty.SECURITY)
    rows = attempts_seen_by(actor)
    if username:
        rows = rows.filter(username=username[:60])
    if failed:
        rows = rows.filter(succeeded=False)
    query = f"attempts:{username}:{failed}"
    items, following = page_of(rows, order=("-id",), after=after, limit=limit, query=query)
    return {"items": items, "next": following}


@router.get("/sign-in/policy", response=list[PolicyRowOut], summary="The sign-in policy")
def get_policy(request: HttpRequest) -> list[PolicyRowOut]:
    actor = require_duty(request, Duty.SECURITY, Duty.AUDITOR)
    return [_row(row) for row in policy_rows(actor, timezone.localdate())]


@router.put("/sign-in/policy/{key}", response={204: None}, summary="Change the sign-in policy")
def put_policy(request: HttpRequest, key: str, body: PolicyIn) -> Status[None]:
    actor = require_duty(request, Duty.SECURITY)
    require_recent_factor(request)
    set_policy(
        key=key,
        value=body.value,
        valid_from=body.valid_from,
        source=body.source,
        clause=body.clause,
        actor=actor,
        at=timezone.now(),
    )
    return Status(204, None)


def _row(row: PolicyRow) -> PolicyRowOut:
    return PolicyRowOut(
        key=row.key,
        value=row.value,
        valid_from=row.valid_from,
        source=row.source,
        clause=row.clause,
        lowest=row.lowest,
        highest=row.highest,
        choices=list(row.choices),
        next_value=row.next_value,
        next_from=row.next_from,
    )
