"""Workbooks row by row: bounded memory, and nothing that a cell says becomes a formula."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767  # characters; the format's own limit
# What reading a file that only looks like a workbook may raise; a broken part is a SyntaxError.
BROKEN = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError, KeyError, ValueError,
    TypeError, AttributeError, IndexError, OverflowError, NotImplementedError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip
_CITY = ZoneInfo("Asia/Shanghai")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def unpacked_bytes(content: bytes) -> int:
    """How many bytes a workbook's parts say they unpack to; none is ever read beyond what it says.
    Raises what stands in BROKEN for what is no archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as box:
        return sum(item.file_size for item in box.infolist())


def write_workbook(
    path: Path,
    *,
    title: str,
    heads: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Any]],
) -> int:
    """Write one sheet; how many rows below the heading. `heads` are titles and widths in pixels.

    Times become the city's local time. A text that begins like a formula is written as text and
    marked so that it stays text when it is edited.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31] or "1")
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(heads, 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(6, width / 7.5)
    bold = Font(bold=True)
    cells = []
    for name, _ in heads:
        cell = WriteOnlyCell(sheet, value=name)
        cell.font = bold
        cells.append(cell)
    sheet.append(cells)
    count = 0
    for row in rows:
        sheet.append([_value(sheet, value) for value in row])
        count += 1
    book.save(path)
    return count


def _value(sheet: Any, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(_CITY).replace(tzinfo=None)
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
    if not text.startswith(_FORMULA):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell
