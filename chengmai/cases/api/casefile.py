"""HTTP of the printed file: one case as PDF, several as an export, and the check of its code."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from chengmai.cases.casefile.actions import PDF, ask_files, print_case
from chengmai.cases.casefile.queries import check_code
from chengmai.identity.edge import require_actor
from chengmai.kernel.api import idempotent
from chengmai.kernel.exports.api import ExportOut
from chengmai.kernel.exports.public import export_card
from chengmai.kernel.exports.tasks import make

router = Router(tags=["cases"])


class FilesIn(Schema):
    case_ids: Annotated[list[int], Field(max_length=5_000)]


class CodeCheck(Schema):
    """`agrees`: the paper tells what the ledger told then; `later_steps` came after it."""

    case_id: int
    case_no: str
    agrees: bool
    seq: int
    at: datetime | None
    later_steps: int


@router.get("/{int:case_id}/file.pdf", summary="The printed file of a case")
def get_file(request: HttpRequest, case_id: int) -> HttpResponse:
    number, content = print_case(
        actor=require_actor(request), case_id=case_id, at=timezone.now(), origin=_origin(request)
    )
    answer = HttpResponse(content, content_type=PDF)
    name = quote(f"案件办理档案 {number}.pdf")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    answer["Cache-Control"] = "private, no-store"
    return answer


@router.post("/files", response={202: ExportOut}, summary="Order several cases in one PDF")
@idempotent
def post_files(request: HttpRequest, body: FilesIn) -> Status[Any]:
    actor = require_actor(request)
    with transaction.atomic():
        row = ask_files(
            actor=actor, case_ids=body.case_ids, at=timezone.now(), origin=_origin(request)
        )
        make.defer(export_id=row.pk)
    return Status(202, export_card(row))


@router.get("/{int:case_id}/verify", response=CodeCheck, summary="Check the code of a printed file")
def get_check(
    request: HttpRequest,
    case_id: int,
    seq: Query[int],
    code: Annotated[str, Query(max_length=64)],
) -> dict[str, Any]:
    return check_code(require_actor(request), case_id, seq, code)


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
