"""Whole tables over HTTP as workbooks: out, compared, taken."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Form, Router
from ninja.files import UploadedFile

from chengmai.identity.edge import require_actor
from chengmai.kernel.tables.bulk import Report, file_rows, take_lines
from chengmai.kernel.tables.changes import today_in_city
from chengmai.kernel.tables.errors import BadSheet, BadValue
from chengmai.kernel.tables.keys import Keys
from chengmai.kernel.tables.sheets import MOST_BYTES, lines_of, workbook_of
from chengmai.main.tables.book import book
from chengmai.main.tables.rights import require_editing, require_reading
from chengmai.main.tables.schemas import TableSheetOut

router = Router(tags=["tables"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_SHOWN = 500


@router.get("/{table}/sheet", summary="The table as a workbook")
def get_sheet(request: HttpRequest, table: str) -> HttpResponse:
    recipe = book().recipe(table)
    require_reading(require_actor(request), recipe)
    today = today_in_city()
    content = workbook_of(recipe, file_rows(book(), recipe, today, Keys(book(), today)))
    name = quote(f"{recipe.words.zh}-{today}.xlsx")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@router.post("/{table}/sheet", response=TableSheetOut, summary="Compare a workbook with the table")
def post_sheet(
    request: HttpRequest,
    table: str,
    file: File[UploadedFile],
    take: Form[bool] = False,
    reason: Form[str] = "",
) -> dict[str, Any]:
    """Row by row what the workbook would change; with `take` it is changed."""
    actor, recipe = require_actor(request), book().recipe(table)
    require_editing(actor, recipe)
    if (file.size or 0) > MOST_BYTES:
        raise BadSheet("The file is too large.", field="file", remedy="最大 10 MB。")
    if take and not reason.strip():
        raise BadValue("Please say why.", field="reason", remedy="请写明修改的原因或依据。")
    report = take_lines(
        book(),
        recipe,
        lines_of(recipe, file.read()),
        actor=actor,
        at=timezone.now(),
        on=today_in_city(),
        reason=reason or "–",
        taking=take,
    )
    return _shown(report)


def _shown(report: Report) -> dict[str, Any]:
    """Counts of all lines, and the first 500 that are not the same."""
    lines = [line for line in report.lines if line.doing != "same"][:MOST_SHOWN]
    return {
        "taken": report.taken,
        "added": report.count("add"),
        "changed": report.count("change"),
        "ended": report.count("end"),
        "same": report.count("same"),
        "refused": report.count("refused"),
        "rows": [{**asdict(line), "field": line.field_name} for line in lines],
    }
