"""XLSX: every sheet is a layer; hidden ones are named so, merged headers are spread out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from chengmai.city.census.errors import FileNotReadable
from chengmai.city.census.gateways.archive import Part
from chengmai.city.census.gateways.sheets import (
    BATCH,
    columns_of,
    fit,
    header_of,
    known_names,
    shape_column,
    with_shapes,
)
from chengmai.city.census.rules.mapping import plain_header
from chengmai.city.census.rules.words_of_fields import LAT_NAMES, LON_NAMES
from chengmai.city.census.words import MOST_COLUMNS, LayerFound, Row

_HEAD = 12
_MOST_BLANK = 2_000
_MOST_MERGES = 20_000
_EXACT = 10**15  # a spreadsheet keeps 15 digits of a number
_MERGE = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')
_TROUBLE = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError, SyntaxError, TypeError, AttributeError)  # fmt: skip
Merges = dict[tuple[int, int], tuple[int, int]]


class WorkbookSource:
    """One workbook; values are those that the spreadsheet program saved."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def layers(self) -> list[LayerFound]:
        """Sheets with rows, those that show first. Raises FileNotReadable."""
        try:
            book = load_workbook(self.part.path, read_only=True, data_only=True)
            found = [self._layer(sheet) for sheet in book.worksheets]
        except _TROUBLE as problem:
            raise _unreadable() from problem
        layers = sorted((one for one in found if one), key=lambda one: one.hidden)
        if not layers:
            raise FileNotReadable("The workbook has no rows.", field="file", reason="no_rows", remedy="Choose another file.")  # fmt: skip
        return layers

    def rows(self, layer: LayerFound, encoding: str = "") -> Iterator[list[Row]]:
        """The rows in batches, numbered as in the sheet. Raises FileNotReadable."""
        del encoding
        at, width = shape_column(layer.columns), len(layer.columns)
        try:
            book = load_workbook(self.part.path, read_only=True, data_only=True)
            sheet = book[layer.title]
            batch: list[Row] = []
            for number, cells in _records(sheet, self._merges(sheet)):
                if number <= layer.header:
                    continue
                batch.append(Row(number, fit(cells, width)))
                if len(batch) >= BATCH:
                    yield with_shapes(batch, at)
                    batch = []
        except _TROUBLE as problem:
            raise _unreadable() from problem
        yield with_shapes(batch, at)

    def _layer(self, sheet: Any) -> LayerFound | None:
        merges = self._merges(sheet)
        head: list[tuple[int, list[str]]] = []
        for record in _records(sheet, merges):
            head.append(record)
            if len(head) >= _HEAD:
                break
        if len(head) < 2:
            return None
        at = header_of([cells for _, cells in head])
        header, last = _spread(head, at)
        shape = "Unknown" if shape_column(columns_of(header)) is not None else ""
        return LayerFound(
            name=sheet.title,
            title=sheet.title,
            rows=max(1, self._count(sheet) - last),
            columns=columns_of(header),
            notes=("merged_cells",) if merges else (),
            hidden=sheet.sheet_state != "visible",
            header=last,
            shape=shape,
        )

    def _pieces(self, sheet: Any) -> Iterator[bytes]:
        path = vars(sheet)["_worksheet_path"].lstrip("/")
        with zipfile.ZipFile(self.part.path) as box, box.open(path) as file:
            rest = b""
            while chunk := file.read(1 << 20):
                yield rest + chunk
                rest = chunk[-80:]

    def _count(self, sheet: Any) -> int:
        path = vars(sheet)["_worksheet_path"].lstrip("/")
        with zipfile.ZipFile(self.part.path) as box, box.open(path) as file:
            return sum(chunk.count(b"<row ") for chunk in iter(lambda: file.read(1 << 20), b""))

    def _merges(self, sheet: Any) -> Merges:
        """Each covered cell (row, column) of a merged block, and the cell that holds its value."""
        covered: Merges = {}
        for reference in {m for piece in self._pieces(sheet) for m in _MERGE.findall(piece)}:
            left, top, right, bottom = (side or 1 for side in range_boundaries(reference.decode()))
            if (bottom - top + 1) * (right - left + 1) + len(covered) > _MOST_MERGES:
                continue
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    if (row, column) != (top, left):
                        covered[row, column] = (top, left)
        return covered


def _spread(head: Sequence[tuple[int, list[str]]], at: int) -> tuple[list[str], int]:
    """The header, and the number of its last row: headings merged over several columns are joined
    to those below them, whichever of the two rows has more known names."""
    number, cells = head[at]
    if at > 0 and _is_grouped(head[at - 1][1]):
        return _joined(head[at - 1][1], cells), number
    if at + 1 < len(head) and _is_grouped(cells):
        below = head[at + 1][1]
        joined = _joined(cells, below)
        if known_names(joined) > known_names(cells):
            return joined, head[at + 1][0]
    return cells, number


def _is_grouped(cells: list[str]) -> bool:
    """Whether some headings stand over several columns, and not one title over all."""
    filled = [cell for cell in cells if cell]
    return 1 < len(set(filled)) < len(filled)


def _joined(tops: list[str], lows: list[str]) -> list[str]:
    return [_heading(top, low) for top, low in zip_longest(tops, lows, fillvalue="")]


def _heading(top: str, low: str) -> str:
    if not low or top == low:
        return top
    return low if not top or plain_header(low) in (*LON_NAMES, *LAT_NAMES) else f"{top}{low}"


def _records(sheet: Any, merges: Merges) -> Iterator[tuple[int, list[str]]]:
    """Rows with anything in them; a run of blank rows ends the sheet."""
    sources = set(merges.values())
    kept: dict[tuple[int, int], str] = {}
    blank = 0
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
        texts = [_text(value) for value in cells]
        if merges:
            _fill(number, texts, merges, sources, kept)
        if any(texts):
            blank = 0
            yield number, texts
        elif (blank := blank + 1) > _MOST_BLANK:
            return


def _fill(
    number: int, texts: list[str], merges: Merges, sources: set[tuple[int, int]],
    kept: dict[tuple[int, int], str],
) -> None:  # fmt: skip
    for column in range(1, len(texts) + 1):
        if (number, column) in sources:
            kept[number, column] = texts[column - 1]
        elif (number, column) in merges and not texts[column - 1]:
            texts[column - 1] = kept.get(merges[number, column], "")


def _text(value: object) -> str:
    """A cell as text. A number of more digits than a spreadsheet keeps shows that it was rounded."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip().replace("\x00", "")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        if abs(value) >= _EXACT:
            return f"{value:.5E}"
        return str(int(value)) if float(value).is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    return str(value)


def _unreadable() -> FileNotReadable:
    return FileNotReadable(
        "This workbook cannot be opened.", field="file", reason="bad_workbook", remedy="Open it and save it again as .xlsx."
    )  # fmt: skip
