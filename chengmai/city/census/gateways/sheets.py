"""Tables without geometry of their own: where the header is, and CSV in any usual encoding."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely

from chengmai.city.census.errors import FileNotReadable
from chengmai.city.census.gateways.archive import Part
from chengmai.city.census.rules.mapping import guess_columns, plain_header
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.words import MOST_COLUMNS, LayerFound, Row
from chengmai.kernel.texts import NotText, decode

BATCH = 20_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADER_SEARCH = 12
_DELIMITERS = ",\t;|\uff0c"
_SHAPES = ("wkt", "geom", "geometry", "thegeom", "shape")
Cells = Sequence[str]
csv.field_size_limit(16 * 1024 * 1024)


def known_names(headers: Cells) -> int:
    """How many of these texts are names of fields, in the target that knows most of them."""
    return max(len(guess_columns(spec, headers)) for spec in TARGETS.values())


def header_of(rows: Sequence[Cells]) -> int:
    """The index of the header: titles above it are skipped, so it is where most names are known."""
    head = rows[:_HEADER_SEARCH]
    filled = [sum(bool(cell.strip()) for cell in row) for row in head]
    widest = max(filled, default=0)
    usable = [i for i in range(len(head)) if filled[i] * 2 >= widest and filled[i] > 0]
    return max(usable, key=lambda i: (known_names(head[i]), -i), default=0)


def columns_of(header: Cells) -> tuple[str, ...]:
    """Distinct, named columns of a header; blank ones at the end are left out."""
    cells = [cell.strip().lstrip("\ufeff")[:100] for cell in header]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise FileNotReadable("The table has too many columns.", field="file", reason="columns", limit=MOST_COLUMNS, remedy="Leave out columns that are not needed.")  # fmt: skip
    return tuple(cell or f"({at + 1})" for at, cell in enumerate(cells))


def shape_column(columns: Sequence[str]) -> int | None:
    """The column that holds geometry as text (WKT), if one is called so."""
    plain = [plain_header(column) for column in columns]
    return next((plain.index(name) for name in _SHAPES if name in plain), None)


def with_shapes(rows: list[Row], at: int | None) -> list[Row]:
    """The rows with the geometry that the text in column `at` describes."""
    if at is None or not rows:
        return rows
    texts = np.array([row.values[at] or "" for row in rows], dtype=object)
    found = shapely.force_2d(shapely.from_wkt(texts, on_invalid="ignore"))
    binary = shapely.to_wkb(found)
    return [row._replace(wkb=wkb) for row, wkb in zip(rows, binary, strict=True)]


def fit(cells: Cells, width: int) -> tuple[str | None, ...]:
    """Cells of the header's width, blanks as None."""
    found = tuple((_unquoted(cell.strip()) or None) if cell else None for cell in cells[:width])
    return found + (None,) * (width - len(found))


def safe_cell(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _unquoted(cell: str) -> str:
    """A cell without the mark that keeps it from being a formula (see safe_cell)."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


class CsvSource:
    """A table as text, separated by comma, tab, semicolon or bar."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.encoding, self.notes = _encoding_of(part)
        self.delimiter = self._delimiter()

    def layers(self) -> list[LayerFound]:
        """The one table. Raises FileNotReadable when it has no rows."""
        head: list[list[str]] = []
        count = 0
        for _, cells in self._records(self.encoding):
            if len(head) < _HEADER_SEARCH:
                head.append(cells)
            count += 1
        if count < 2:
            raise FileNotReadable("The table has a header and at least one row.", field="file", reason="no_rows", remedy="Choose another file.")  # fmt: skip
        at = header_of(head)
        columns = columns_of(head[at])
        shape = "Unknown" if shape_column(columns) is not None else ""
        return [
            LayerFound(
                name=self.part.title, title=self.part.title, rows=count - at - 1, columns=columns,
                encoding=self.encoding, notes=self.notes, header=at, shape=shape,
            )
        ]  # fmt: skip

    def rows(self, layer: LayerFound, encoding: str = "") -> Iterator[list[Row]]:
        """The rows in batches; numbers are those of the file's lines of data, header included."""
        at, width = shape_column(layer.columns), len(layer.columns)
        batch: list[Row] = []
        for index, (number, cells) in enumerate(self._records(encoding or self.encoding)):
            if index <= layer.header:
                continue
            problem = ""
            if any(cell.strip() for cell in cells[width:]) or "\ufffd" in "".join(cells):
                problem = "unreadable"
            batch.append(Row(number, fit(cells, width), None, problem))
            if len(batch) >= BATCH:
                yield with_shapes(batch, at)
                batch = []
        yield with_shapes(batch, at)

    def _records(self, encoding: str) -> Iterator[tuple[int, list[str]]]:
        name = "utf-8-sig" if encoding == "utf-8" else encoding
        with self.part.path.open(encoding=name, errors="replace", newline="") as file:
            try:
                for number, cells in enumerate(csv.reader(file, delimiter=self.delimiter), start=1):
                    if any(cell.strip() for cell in cells):
                        yield number, [cell.replace("\x00", "") for cell in cells]
            except csv.Error as problem:
                raise FileNotReadable("The table cannot be read.", field="file", reason="csv", detail=str(problem)[:160], remedy="Close every quotation mark, or save it as XLSX.") from problem  # fmt: skip

    def _delimiter(self) -> str:
        name = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        with self.part.path.open(encoding=name, errors="replace", newline="") as file:
            lines = [file.readline() for _ in range(_HEADER_SEARCH)]

        def score(delimiter: str) -> tuple[int, int]:
            rows = list(csv.reader(lines, delimiter=delimiter))
            return max((known_names(row) for row in rows), default=0), max(
                map(len, rows), default=0
            )

        try:
            return max(_DELIMITERS, key=score)
        except csv.Error:
            return ","


def _encoding_of(part: Part) -> tuple[str, tuple[str, ...]]:
    """The encoding of a whole file, read piece by piece; broken bytes are noted."""
    with part.path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16", ()
    for encoding in ("utf-8", "gb18030"):
        if _decodes(part, encoding):
            return encoding, ()
    with part.path.open("rb") as file:
        try:
            _, encoding, notes = decode(file.read(4 * 1024 * 1024))
        except NotText as problem:
            raise FileNotReadable("This is no file that can be imported.", field="file", reason="not_text", remedy="Send a Shapefile (zip), GeoPackage, GeoJSON, KML, CSV or XLSX.") from problem  # fmt: skip
    return encoding, notes


def _decodes(part: Part, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with part.path.open("rb") as file:
        try:
            while chunk := file.read(1 << 20):
                if "\x00" in decoder.decode(chunk):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
