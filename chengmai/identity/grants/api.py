"""HTTP of accounts and their duties, for the administrators."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema, Status

from chengmai.identity.actions import give_duty
from chengmai.identity.edge import require_duty, require_recent_factor
from chengmai.identity.grants.actions import ask_for_duty, decide_duty, take_duty
from chengmai.identity.grants.queries import (
    MAY_LOOK,
    account_cards,
    accounts_seen_by,
    open_requests,
)
from chengmai.identity.words import ADMINISTRATIONS, Duty
from chengmai.kernel.api import Page
from chengmai.kernel.paging import page_of

router = Router(tags=["identity"])


class PostOut(Schema):
    organisation_id: int
    organisation_name: str
    duty: Duty


class AccountOut(Schema):
    id: int
    name: str
    username: str
    organisation_id: int
    organisation_name: str
    active: bool
    locked_until: datetime | None
    must_change_password: bool
    has_factor: bool
    posts: list[PostOut]


class DutyIn(Schema):
    organisation_id: int
    duty: Duty
    division: str = ""
    reason: str = ""


class GivenOut(Schema):
    """`request_id`: an administrator's duty, which waits for another administrator."""

    request_id: int | None


class DutyRequestOut(Schema):
    id: int
    person_id: int
    person_name: str
    organisation_id: int
    organisation_name: str
    duty: Duty
    reason: str
    asked_by: str
    asked_at: datetime
    mine: bool


class DecisionIn(Schema):
    granted: bool


@router.get("/accounts", response=Page[AccountOut], summary="Accounts of staff")
def get_accounts(
    request: HttpRequest, q: str = "", after: str | None = None, limit: int = 50
) -> dict[str, Any]:
    """By number; `q` is part of a name or the beginning of a user name."""
    actor = require_duty(request, *MAY_LOOK)
    rows = accounts_seen_by(actor)
    if q.strip():
        rows = rows.filter(
            Q(name__contains=q.strip()[:40]) | Q(username__startswith=q.strip()[:40])
        )
    people, following = page_of(rows, order=("id",), after=after, limit=limit, query=f"acc:{q}")
    cards = account_cards(list(people))
    items = [
        AccountOut(**{**card.__dict__, "posts": [PostOut(**post.__dict__) for post in card.posts]})
        for card in cards
    ]
    return {"items": items, "next": following}


@router.post("/accounts/{person_id}/duties", response=GivenOut, summary="Give a duty")
def post_duty(request: HttpRequest, person_id: int, body: DutyIn) -> GivenOut:
    """An ordinary duty is given at once; that of an administrator waits for a second one."""
    actor = require_duty(request, Duty.ADMIN, Duty.SECURITY)
    require_recent_factor(request)
    now = timezone.now()
    if body.duty in ADMINISTRATIONS:
        asked = ask_for_duty(
            person_id=person_id,
            organisation_id=body.organisation_id,
            duty=body.duty,
            reason=body.reason,
            actor=actor,
            at=now,
        )
        return GivenOut(request_id=asked)
    give_duty(
        person_id=person_id,
        organisation_id=body.organisation_id,
        duty=body.duty,
        division=body.division,
        actor=actor,
        at=now,
    )
    return GivenOut(request_id=None)


@router.delete("/accounts/{person_id}/duties", response={204: None}, summary="Take a duty away")
def delete_duty(
    request: HttpRequest, person_id: int, organisation_id: int, duty: Duty
) -> Status[None]:
    actor = require_duty(request, Duty.ADMIN)
    require_recent_factor(request)
    take_duty(
        person_id=person_id,
        organisation_id=organisation_id,
        duty=duty,
        actor=actor,
        at=timezone.now(),
    )
    return Status(204, None)


@router.get("/duty-requests", response=list[DutyRequestOut], summary="What waits for a second look")
def get_requests(request: HttpRequest) -> list[DutyRequestOut]:
    actor = require_duty(request, *MAY_LOOK)
    return [DutyRequestOut(**card.__dict__) for card in open_requests(actor)]


@router.post("/duty-requests/{request_id}", response={204: None}, summary="Grant or refuse")
def post_decision(request: HttpRequest, request_id: int, body: DecisionIn) -> Status[None]:
    actor = require_duty(request, Duty.ADMIN, Duty.SECURITY)
    require_recent_factor(request)
    decide_duty(request_id=request_id, granted=body.granted, actor=actor, at=timezone.now())
    return Status(204, None)
