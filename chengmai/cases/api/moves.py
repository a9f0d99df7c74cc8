"""HTTP of writing: a new report, and a move of a case."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Status

from chengmai.cases.actions.component import name_component
from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.report import report_case
from chengmai.cases.actions.reveal import Revealed, reveal_report
from chengmai.cases.api.reads import JSON, detail_out, router
from chengmai.cases.api.schemas import (
    CaseDetail,
    MoveIn,
    ReceiptOut,
    ReportIn,
    RevealedOut,
    WhyIn,
)
from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.one_row import brief_row
from chengmai.cases.rules.view import Details
from chengmai.cases.words import ReportReceipt
from chengmai.identity.edge import require_actor, require_recent_factor
from chengmai.identity.public import remember_contact
from chengmai.identity.words import Actor
from chengmai.kernel.api import idempotent
from chengmai.kernel.facts import plain
from chengmai.kernel.idempotency import scope_of
from chengmai.kernel.places import to_wgs84


@router.post("", response={200: ReceiptOut, 201: ReceiptOut}, summary="Report a problem")
@idempotent
def post_case(request: HttpRequest, body: ReportIn) -> Status[Any]:
    """The same source and source key again give the same receipt, with status 200."""
    receipt = _report(require_actor(request), scope_of(request), body)
    return Status(200 if receipt.repeated else 201, receipt)


def _report(actor: Actor, owner: str, body: ReportIn) -> ReportReceipt:
    """Without a contact and a component the report is a transaction of its own, without a savepoint within."""
    code = body.component_code.strip()
    with transaction.atomic() if body.contact or code else nullcontext():
        receipt = _report_now(actor, owner, body)
        if code and not receipt.repeated:
            name_component(
                case_id=receipt.case_id, component_code=code, actor=actor, at=timezone.now()
            )
        return receipt


def _report_now(actor: Actor, owner: str, body: ReportIn) -> ReportReceipt:
    now = timezone.now()
    lon, lat = to_wgs84(body.lon, body.lat, body.coordinate_system)
    contact = body.contact
    return report_case(
        actor=actor,
        at=now,
        description=body.description,
        source=body.source,
        source_key=body.source_key,
        lon=lon,
        lat=lat,
        address=body.address,
        class_code=body.class_code,
        media_ids=body.media_ids,
        media_after_ids=body.media_after_ids,
        media_owner=owner,
        contact_id=remember_contact(name=contact.name, phone=contact.phone, at=now)
        if contact
        else None,
        urgent=body.urgent,
        self_disposed=body.self_disposed,
        occurred_at=body.occurred_at,
    )


@router.post(
    "/{int:case_id}/reports/{int:report_id}/reveal",
    response=RevealedOut,
    summary="Look behind the masks of a report",
)
def post_reveal(
    request: HttpRequest, response: HttpResponse, case_id: int, report_id: int, body: WhyIn
) -> Revealed:
    """Who looked, when and why stands in the ledger; the answer is kept by no cache."""
    response["Cache-Control"] = "no-store"
    require_recent_factor(request, "recent_factor_minutes_reveal")
    return reveal_report(
        actor=require_actor(request),
        case_id=case_id,
        report_id=report_id,
        reason=body.reason,
        at=timezone.now(),
    )


@router.post("/{int:case_id}/moves", response=CaseDetail, summary="Take a step")
@idempotent
def post_move(request: HttpRequest, case_id: int, body: MoveIn, brief: bool = False) -> Any:
    """Answers the case page, or with `brief` its row. A page that has gone stale is refused.

    With an `Idempotency-Key`, a move sent again after a lost answer gets that answer.
    """
    actor, now = require_actor(request), timezone.now()
    values = body.dict(exclude={"move", "version"})
    details = Details(**values)
    case = move_case(
        case_id=case_id,
        move=body.move,
        version=body.version,
        actor=actor,
        at=now,
        details=details,
    )
    if brief:
        row = json.dumps(brief_row(case, now), ensure_ascii=False, default=plain)
        return HttpResponse(row, content_type=JSON)
    return detail_out(case_detail(actor, case_id, now))
