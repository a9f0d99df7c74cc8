"""Checks of the grids over HTTP, for administrators."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from procrastinate.contrib.django import app as queue

from chengmai.city.faults.actions import ask_check, stop_check
from chengmai.city.faults.queries import (
    CheckCard,
    FaultCard,
    check_card,
    check_cards,
    fault_cards,
    get_check,
)
from chengmai.city.faults.words import CheckState, FaultKind
from chengmai.identity.edge import require_duty
from chengmai.identity.words import Duty

router = Router(tags=["city"])


class GridCheckOut(Schema):
    id: int
    state: CheckState
    asked_at: datetime
    finished_at: datetime | None
    done: int
    total: int
    counts: dict[str, int]
    checked: dict[str, int]
    error: str


class GridFaultOut(Schema):
    id: int
    kind: FaultKind
    code: str
    other: str
    area_m2: float | None
    lon: float
    lat: float
    box: tuple[float, float, float, float]


@router.post("", response={202: GridCheckOut}, summary="Check every grid, in the background")
def post_check(request: HttpRequest) -> tuple[int, CheckCard]:
    actor = require_duty(request, Duty.ADMIN)
    check = ask_check(actor=actor, at=timezone.now())
    queue.configure_task(name="faults.check_grids").defer(check_id=check.pk)
    return 202, check_card(check)


@router.get("", response=list[GridCheckOut], summary="The last checks of the grids")
def get_checks(request: HttpRequest) -> list[CheckCard]:
    require_duty(request, Duty.ADMIN)
    return check_cards()


@router.get("/{check_id}", response=GridCheckOut, summary="One check with its progress")
def get_one(request: HttpRequest, check_id: int) -> CheckCard:
    require_duty(request, Duty.ADMIN)
    return check_card(get_check(check_id))


@router.post("/{check_id}/cancel", response=GridCheckOut, summary="Stop a check")
def post_cancel(request: HttpRequest, check_id: int) -> CheckCard:
    actor = require_duty(request, Duty.ADMIN)
    return check_card(stop_check(check_id=check_id, actor=actor, at=timezone.now()))


@router.get("/{check_id}/faults", response=list[GridFaultOut], summary="What a check found")
def get_faults(
    request: HttpRequest, check_id: int, kind: FaultKind | None = None, after: int = 0,
    limit: int = 100,
) -> list[FaultCard]:  # fmt: skip
    require_duty(request, Duty.ADMIN)
    return fault_cards(check_id, kind=kind.value if kind else "", after=max(0, after), limit=limit)
