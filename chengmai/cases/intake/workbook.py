"""XLSX sheets: the values that the spreadsheet program kept, with formulas and merges told apart."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from chengmai.cases.intake.errors import FileNotReadable, FileTooLarge
from chengmai.cases.intake.words import RawRow, Reason
from chengmai.kernel.workbooks import BROKEN, unpacked_bytes

_MAX_UNPACKED = 400 * 1024 * 1024
_MAX_WIDTH = 200
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Merges = dict[tuple[int, int], tuple[int, int]]


def read_workbook(content: bytes) -> tuple[Iterator[RawRow], tuple[str, ...]]:
    """The rows of the first sheet that has any, and notes such as `merged_cells`.

    A formula counts by the value that was saved with it; without one its row is refused. The value
    of a merged block belongs to every cell of the block.
    """
    try:
        _check_size(content)
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        title = next((sheet.title for sheet in values.worksheets if _has_rows(sheet)), None)
        if title is None:
            raise FileNotReadable("The workbook has no rows.", reason="no_rows")
        path: str = vars(values[title])["_worksheet_path"]
        merges = _merges(content, path)
    except BROKEN as problem:
        raise FileNotReadable("This workbook cannot be opened.", reason="bad_workbook") from problem
    notes = ("merged_cells",) if merges else ()
    return _rows(values[title], formulas[title], merges), notes


def _check_size(content: bytes) -> None:
    size = unpacked_bytes(content)
    if size > _MAX_UNPACKED:
        raise FileTooLarge("The workbook unpacks to too much.", bytes=size, limit=_MAX_UNPACKED)


def _has_rows(sheet: Any) -> bool:
    return any(any(cell is not None for cell in row) for row in sheet.iter_rows(values_only=True))


def _merges(content: bytes, path: str) -> Merges:
    """Each covered cell (row, column) of a merged block, and the cell that holds its value."""
    covered: Merges = {}
    with zipfile.ZipFile(io.BytesIO(content)) as box, box.open(path.lstrip("/")) as sheet:
        for _, element in iterparse(sheet, events=("end",)):
            if element.tag == f"{_SHEET}mergeCell":
                bounds = range_boundaries(element.get("ref"))
                left, top, right, bottom = (side or 1 for side in bounds)
                if (bottom - top + 1) * (right - left + 1) > 10_000:
                    continue
                for row in range(top, bottom + 1):
                    for column in range(left, right + 1):
                        if (row, column) != (top, left):
                            covered[row, column] = (top, left)
            elif element.tag == f"{_SHEET}row":
                element.clear()
    return covered


def _rows(values: Any, formulas: Any, merges: Merges) -> Iterator[RawRow]:
    sources = set(merges.values())
    seen: dict[tuple[int, int], str] = {}
    pairs = zip(
        values.iter_rows(max_col=_MAX_WIDTH), formulas.iter_rows(max_col=_MAX_WIDTH), strict=False
    )
    for number, (cells, raw) in enumerate(pairs, start=1):
        reason = None
        texts: list[str] = []
        for column, (cell, original) in enumerate(zip(cells, raw, strict=False), start=1):
            if original.value is not None and original.data_type == "f" and cell.value is None:
                reason = Reason.FORMULA_WITHOUT_VALUE
            elif cell.data_type == "e":
                reason = Reason.CELL_ERROR
            text = _text(cell.value)
            if (number, column) in merges and not text:
                text = seen.get(merges[number, column], "")
            if (number, column) in sources:
                seen[number, column] = text
            texts.append(text)
        yield RawRow(number, tuple(texts), reason)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
