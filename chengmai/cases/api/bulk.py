"""HTTP of bulk moves: ask beforehand, set going, look, stop, take back, and the result as a sheet."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from chengmai.cases.api.schemas import MoveIn
from chengmai.cases.desk.actions.bulk import cancel_bulk, start_bulk, undo_bulk
from chengmai.cases.desk.queries.bulk import bulk_card, bulks_of, check_bulk, get_bulk, items_of
from chengmai.cases.desk.tasks import go_on
from chengmai.cases.desk.words import ITEM_WORDS, BulkState, ItemState
from chengmai.cases.rules.view import Details
from chengmai.cases.words import Move, Stage
from chengmai.identity.edge import require_actor
from chengmai.kernel.api import idempotent
from chengmai.kernel.workbooks import XLSX, write_workbook

router = Router(tags=["desk"])
SHOWN = 20
Many = Annotated[list[int], Field(max_length=5_000)]


class ChoiceIn(Schema):
    case_ids: Many


class ChosenCase(Schema):
    id: int
    case_no: str
    version: int
    stage: Stage


class RefusedCase(Schema):
    case_id: int
    case_no: str
    why: str


class BulkOption(Schema):
    """One move for the choice: for how many it is open, and why not for the others."""

    move: Move
    in_bulk: bool
    allowed: int
    needs: list[str]
    may: list[str]
    refused: list[RefusedCase]


class BulkCheck(Schema):
    cases: list[ChosenCase]
    missing: list[int]
    class_codes: list[str]
    moves: list[BulkOption]


class BulkItemIn(Schema):
    case_id: int
    version: Annotated[int, Field(ge=0, le=2**31 - 1)]


class BulkIn(MoveIn):
    """A move with what it needs, for many cases; each with the version that the page showed."""

    version: int = 0
    items: Annotated[list[BulkItemIn], Field(max_length=5_000)]


class BulkOut(Schema):
    id: int
    move: Move
    state: BulkState
    total: int
    done: int
    moved: int
    refused: int
    stale: int
    at: datetime
    finished_at: datetime | None
    undoes: int | None
    way_back: Move | None


class BulkItemOut(Schema):
    place: int
    case_id: int
    case_no: str
    version: int
    state: ItemState
    code: str
    detail: str
    new_version: int | None
    at: datetime | None


@router.post("/check", response=BulkCheck, summary="Which moves a choice of cases allows")
def post_check(request: HttpRequest, body: ChoiceIn) -> dict[str, Any]:
    return check_bulk(require_actor(request), body.case_ids, timezone.now())


@router.post("", response={202: BulkOut}, summary="Take one step with many cases")
@idempotent
def post_bulk(request: HttpRequest, body: BulkIn) -> Status[Any]:
    values = body.dict(exclude={"move", "version", "items"})
    with transaction.atomic():
        row = start_bulk(
            actor=require_actor(request),
            at=timezone.now(),
            move=body.move,
            items=[(item.case_id, item.version) for item in body.items],
            details=Details(**values),
        )
        go_on.defer(bulk_id=row.pk)
    return Status(202, bulk_card(row))


@router.get("", response=list[BulkOut], summary="My bulk moves, newest first")
def list_bulks(request: HttpRequest) -> list[dict[str, Any]]:
    return [bulk_card(row) for row in bulks_of(require_actor(request))[:SHOWN]]


@router.get("/{int:bulk_id}", response=BulkOut, summary="One bulk move")
def show_bulk(request: HttpRequest, bulk_id: int) -> dict[str, Any]:
    return bulk_card(get_bulk(require_actor(request), bulk_id))


@router.get("/{int:bulk_id}/items", response=list[BulkItemOut], summary="How each case fared")
def list_items(
    request: HttpRequest, bulk_id: int, state: Query[ItemState | None] = None
) -> list[dict[str, Any]]:
    return items_of(get_bulk(require_actor(request), bulk_id), state)


@router.post("/{int:bulk_id}/cancel", response=BulkOut, summary="Stop a bulk move")
def post_cancel(request: HttpRequest, bulk_id: int) -> dict[str, Any]:
    row = cancel_bulk(actor=require_actor(request), bulk_id=bulk_id, at=timezone.now())
    return bulk_card(row)


@router.post("/{int:bulk_id}/undo", response={202: BulkOut}, summary="Take a bulk move back")
@idempotent
def post_undo(request: HttpRequest, bulk_id: int) -> Status[Any]:
    with transaction.atomic():
        row = undo_bulk(actor=require_actor(request), bulk_id=bulk_id, at=timezone.now())
        go_on.defer(bulk_id=row.pk)
    return Status(202, bulk_card(row))


@router.get("/{int:bulk_id}/results.xlsx", summary="The result of each case as a workbook")
def get_results(request: HttpRequest, bulk_id: int) -> HttpResponse:
    row = get_bulk(require_actor(request), bulk_id)
    heads = [
        ("序号", 60),
        ("案件号", 170),
        ("结果", 120),
        ("原因代码", 200),
        ("说明", 320),
        ("时间", 150),
    ]
    rows = (
        [
            item["place"],
            item["case_no"],
            ITEM_WORDS[ItemState(item["state"])],
            item["code"],
            item["detail"],
            item["at"],
        ]
        for item in items_of(row)
    )
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        write_workbook(Path(file.name), title="批量办理结果", heads=heads, rows=rows)
        answer = HttpResponse(Path(file.name).read_bytes(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="bulk-{row.pk}.xlsx"'
    answer["Cache-Control"] = "private, no-store"
    return answer
