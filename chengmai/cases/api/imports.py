"""HTTP of imports: a file in, a preview and a row report out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Query, Router, Schema, Status
from ninja.files import UploadedFile

from chengmai.cases.intake.actions import cancel_import, open_file, start_import
from chengmai.cases.intake.errors import FileTooLarge
from chengmai.cases.intake.queries import (
    batch_card,
    get_import,
    imports_seen_by,
    report_workbook,
    row_card,
    rows_of,
)
from chengmai.cases.intake.tasks import go_on
from chengmai.cases.intake.words import MAX_FILE_BYTES, BatchState, Reason, RowState
from chengmai.identity.edge import require_actor
from chengmai.kernel.api import idempotent
from chengmai.kernel.errors import BadInput

router = Router(tags=["imports"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportOut(Schema):
    id: int
    file_name: str
    kind: str
    encoding: str
    state: BatchState
    dry_run: bool
    total: int
    done: int
    created: int
    repeated: int
    refused: int
    mapping: dict[str, Any]
    columns: list[str]
    notes: list[str]
    error: str
    at: datetime
    finished_at: datetime | None
    preview: list[list[str]]


class ImportRowOut(Schema):
    number: int
    state: RowState
    reason: Reason | None
    reason_words: str | None
    detail: str
    values: list[str]
    case_id: int | None
    case_no: str
    tracking_no: str


class ImportRows(Schema):
    items: list[ImportRowOut]
    next: str | None


class StartIn(Schema):
    dry_run: bool = False
    mapping: dict[str, Any] | None = None


@router.post("", response={202: ImportOut}, summary="Send a file of messages")
@idempotent
def post_import(
    request: HttpRequest,
    file: File[UploadedFile],
    mapping: Form[str] = "",
    dry_run: Form[bool] = False,
) -> Status[Any]:
    actor = require_actor(request)
    imports_seen_by(actor)
    if (file.size or 0) > MAX_FILE_BYTES:
        raise FileTooLarge("The file is too large.", field="file", limit=MAX_FILE_BYTES)
    now = timezone.now()
    with transaction.atomic():
        batch = open_file(
            content=file.read(),
            file_name=file.name or "",
            actor=actor,
            at=now,
            mapping=_mapping(mapping),
        )
        if dry_run:
            batch = start_import(batch_id=batch.pk, actor=actor, at=now, dry_run=True)
            go_on.defer(batch_id=batch.pk)
    return Status(202, batch_card(batch, preview=True))


@router.get("", response=list[ImportOut], summary="The imports, newest first")
def list_imports(request: HttpRequest) -> list[dict[str, Any]]:
    return [batch_card(batch) for batch in imports_seen_by(require_actor(request))[:50]]


@router.get("/{batch_id}", response=ImportOut, summary="One import with a preview")
def show_import(request: HttpRequest, batch_id: int) -> dict[str, Any]:
    return batch_card(get_import(require_actor(request), batch_id), preview=True)


@router.post("/{batch_id}/start", response={202: ImportOut}, summary="Set an import going")
def post_start(request: HttpRequest, batch_id: int, body: StartIn) -> Status[Any]:
    actor = require_actor(request)
    get_import(actor, batch_id)
    with transaction.atomic():
        batch = start_import(
            batch_id=batch_id,
            actor=actor,
            at=timezone.now(),
            dry_run=body.dry_run,
            mapping=body.mapping,
        )
        go_on.defer(batch_id=batch_id)
    return Status(202, batch_card(batch, preview=True))


@router.post("/{batch_id}/cancel", response=ImportOut, summary="Stop an import")
def post_cancel(request: HttpRequest, batch_id: int) -> dict[str, Any]:
    get_import(require_actor(request), batch_id)
    return batch_card(cancel_import(batch_id=batch_id), preview=True)


@router.get("/{batch_id}/rows", response=ImportRows, summary="The row report")
def list_rows(
    request: HttpRequest,
    batch_id: int,
    state: Query[RowState | None] = None,
    after: Query[int] = 0,
) -> dict[str, Any]:
    batch = get_import(require_actor(request), batch_id)
    rows = rows_of(batch, state=state or "", after=after, limit=101)
    return {
        "items": [row_card(row) for row in rows[:100]],
        "next": str(rows[99].number) if len(rows) > 100 else None,
    }


@router.get("/{batch_id}/report.xlsx", summary="The row report as a workbook")
def get_report(request: HttpRequest, batch_id: int) -> HttpResponse:
    batch = get_import(require_actor(request), batch_id)
    answer = HttpResponse(report_workbook(batch), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="import-{batch.pk}.xlsx"'
    return answer


def _mapping(text: str) -> dict[str, object] | None:
    if not text:
        return None
    try:
        found = json.loads(text)
    except ValueError:
        raise BadInput("The mapping is not JSON.", field="mapping") from None
    if not isinstance(found, dict):
        raise BadInput("The mapping is a JSON object.", field="mapping")
    return found
