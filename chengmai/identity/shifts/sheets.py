"""A roster sheet as rows: CSV (UTF-8 or GBK) or XLSX with the columns day, shift, user name."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from openpyxl import load_workbook

from chengmai.identity.shifts.actions import MOST_ROWS, SheetRow
from chengmai.identity.shifts.errors import BadRoster
from chengmai.kernel.workbooks import BROKEN, unpacked_bytes

MOST_BYTES = 5 * 1024 * 1024
_MOST_UNPACKED = 50 * 1024 * 1024


def rows_of_sheet(content: bytes, name: str) -> list[SheetRow]:
    """The rows below the heading. Raises BadRoster for what is no such sheet."""
    if len(content) > MOST_BYTES:
        raise BadRoster("The file is too large.", field="file", remedy="At most 5 MB.")
    table = _xlsx(content) if name.lower().endswith(".xlsx") else _csv(content)
    rows = [
        SheetRow(number, *(cell.strip() for cell in [*cells, "", "", ""][:3]))
        for number, cells in enumerate(table, 1)
        if any(cell.strip() for cell in cells)
    ]
    return rows[1:] if rows and not rows[0].day[:1].isdigit() else rows


def _csv(content: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return list(csv.reader(io.StringIO(text)))
    raise BadRoster("The file cannot be read.", field="file", remedy="Save it as CSV or XLSX.")


def _xlsx(content: bytes) -> list[list[str]]:
    try:
        if unpacked_bytes(content) > _MOST_UNPACKED:
            raise BadRoster("It unpacks to too much.", field="file", remedy="Save it as CSV.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=3, values_only=True)
        return [[_text(cell) for cell in row] for row in rows]
    except BROKEN:
        raise BadRoster(
            "The file cannot be read.", field="file", remedy="Save it as CSV or XLSX."
        ) from None


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return "" if cell is None else str(cell)
