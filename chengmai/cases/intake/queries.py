"""Reads of intake: the imports, one import with a preview, and its row report."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from chengmai.cases.intake.errors import ImportNotFound
from chengmai.cases.intake.models import ImportBatch, ImportRow
from chengmai.cases.intake.words import REASON_WORDS, ROW_STATE_WORDS, Field, Reason, RowState
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.errors import Forbidden
from chengmai.kernel.masks import mask_name, mask_numbers_in, mask_phone

IMPORTERS = (Duty.OPERATOR, Duty.DUTY_LEADER, Duty.ADMIN)
_PREVIEW = 8
_SHOWN = 200
_MASKS: dict[str, Callable[[str], str]] = {
    Field.NAME: mask_name, Field.USER: mask_name, Field.PHONE: mask_phone
}  # fmt: skip


def imports_seen_by(actor: Actor) -> QuerySet[ImportBatch]:
    """Imports are the work of the supervision centre; others are refused."""
    if not actor.has(*IMPORTERS):
        raise Forbidden("Imports are for operators, duty leaders and administrators.")
    return ImportBatch.objects.order_by("-pk")


def get_import(actor: Actor, batch_id: int) -> ImportBatch:
    """One import. Raises ImportNotFound."""
    batch = imports_seen_by(actor).filter(pk=batch_id).first()
    if batch is None:
        raise ImportNotFound("No such import.", id=batch_id)
    return batch


def batch_card(batch: ImportBatch, *, preview: bool = False) -> dict[str, Any]:
    """An import as the screen shows it."""
    card = {
        name: getattr(batch, name)
        for name in (
            "id", "file_name", "kind", "encoding", "state", "dry_run", "total", "done", "created",
            "repeated", "refused", "mapping", "columns", "notes", "error", "at", "finished_at",
        )
    }  # fmt: skip
    rows = batch.rows.order_by("number")[:_PREVIEW] if preview else []
    card["preview"] = [_shown(row, _SHOWN) for row in rows]
    return card


def rows_of(
    batch: ImportBatch, *, state: str = "", after: int = 0, limit: int = 100
) -> list[ImportRow]:
    """The row report in the order of the file, from the row after number `after`."""
    rows = batch.rows.filter(number__gt=after).order_by("number")
    if state:
        rows = rows.filter(state=state)
    return list(rows[:limit])


def row_card(row: ImportRow) -> dict[str, Any]:
    """One line of the row report, with the reason as code and in Chinese words."""
    return {
        "number": row.number,
        "state": row.state,
        "reason": row.reason or None,
        "reason_words": REASON_WORDS[Reason(row.reason)] if row.reason else None,
        "detail": row.detail,
        "values": _shown(row, _SHOWN),
        "case_id": row.case_id,
        "case_no": row.case_no,
        "tracking_no": row.tracking_no,
    }


def _shown(row: ImportRow, most: int) -> list[str]:
    """The cells, each cut to so many characters; who is named there stays behind a mask."""
    masks = {int(at): _MASKS.get(kind) for at, kind in row.batch.mapping["columns"].items()}
    return [(masks.get(at) or mask_numbers_in)(v)[:most] for at, v in enumerate(row.values)]


def report_workbook(batch: ImportBatch) -> bytes:
    """The row report as XLSX. Every cell is text: nothing of the file becomes a formula, and
    names and phone numbers are masked (the file itself is with whoever sent it)."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("导入报告")
    for line in _lines(batch):
        cells = []
        for value in line:
            cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lines(batch: ImportBatch) -> Iterator[list[str]]:
    yield ["行号", "结果", "原因", "说明", "案件编号", "查询码", *batch.columns]
    for row in batch.rows.order_by("number").iterator(chunk_size=1_000):
        yield [
            str(row.number),
            ROW_STATE_WORDS[RowState(row.state)],
            REASON_WORDS[Reason(row.reason)] if row.reason else "",
            row.detail,
            row.case_no,
            row.tracking_no,
            *_shown(row, 2_000),
        ]
