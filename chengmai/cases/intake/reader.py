"""Opens a CSV or XLSX file by its content, whatever it is called."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from chengmai.cases.intake.columns import guess_mapping
from chengmai.cases.intake.errors import FileNotReadable, FileTooLarge
from chengmai.cases.intake.words import (
    MAX_CELL_KEPT,
    MAX_FILE_BYTES,
    MAX_ROWS,
    MAX_TEXT,
    RawRow,
    Reason,
    Table,
)
from chengmai.cases.intake.workbook import read_workbook
from chengmai.kernel import texts

_DELIMITERS = ",\t;|\uff0c"
_UNCLOSED_LINES = 300
_HEADER_SEARCH = 10
csv.field_size_limit(MAX_FILE_BYTES)


def read_table(content: bytes) -> Table:
    """The header and rows of a file. Raises FileNotReadable or FileTooLarge."""
    if not content.strip():
        raise FileNotReadable("The file is empty.", reason="empty")
    if len(content) > MAX_FILE_BYTES:
        raise FileTooLarge("The file is too large.", bytes=len(content), limit=MAX_FILE_BYTES)
    if content[:4] == b"PK\x03\x04":
        rows, notes = read_workbook(content)
        return _table("xlsx", rows, notes)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise FileNotReadable("Save the old .xls file as .xlsx or CSV first.", reason="old_xls")
    text, encoding, notes = decode(content)
    delimiter = _delimiter(text)
    return _table("csv", _records(text, delimiter), notes, encoding=encoding, delimiter=delimiter)


def decode(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, its encoding, and notes. Raises FileNotReadable."""
    try:
        return texts.decode(content)
    except texts.NotText:
        raise FileNotReadable("This is not a CSV or XLSX file.", reason="not_text") from None


def _delimiter(text: str) -> str:
    head = text[:20_000]

    def score(delimiter: str) -> tuple[int, int]:
        first = next(csv.reader(io.StringIO(head), delimiter=delimiter), [])
        return len(guess_mapping(first).columns), len(first)

    return max(_DELIMITERS, key=score)


def _records(text: str, delimiter: str) -> Iterator[RawRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    for number, values in enumerate(reader, start=1):
        lines, before = reader.line_num - before, reader.line_num
        reason = None
        if lines > _UNCLOSED_LINES:
            reason = Reason.UNCLOSED_QUOTE
        elif any("\ufffd" in value for value in values):
            reason = Reason.UNREADABLE_BYTES
        yield RawRow(number, tuple(values), reason)


def _table(
    kind: str,
    rows: Iterator[RawRow] | Sequence[RawRow],
    notes: tuple[str, ...],
    *,
    encoding: str = "",
    delimiter: str = "",
) -> Table:
    kept: list[RawRow] = []
    for row in rows:
        if len(kept) > MAX_ROWS:
            raise FileTooLarge("Too many rows.", limit=MAX_ROWS)
        if any(value.strip() for value in row.values) or row.reason is not None:
            kept.append(row)
    if len(kept) < 2:
        raise FileNotReadable("The file has a header and at least one row.", reason="no_rows")
    at = _header_at(kept)
    columns = tuple(value.strip()[:100] for value in kept[at].values)
    while columns and not columns[-1]:
        columns = columns[:-1]
    body = tuple(_fit(row, len(columns)) for row in kept[at + 1 :])
    if not body:
        raise FileNotReadable("The file has a header and at least one row.", reason="no_rows")
    return Table(kind, columns, body, notes, encoding, delimiter)


def _header_at(rows: Sequence[RawRow]) -> int:
    """A title above the header is skipped: the header is the row with the most known names."""
    head = rows[: min(_HEADER_SEARCH, len(rows) - 1)]
    return max(range(len(head)), key=lambda i: (len(guess_mapping(head[i].values).columns), -i))


def _fit(row: RawRow, width: int) -> RawRow:
    """Rows of the header's width; over-long cells are cut and the row is marked."""
    values, reason, detail = row.values, row.reason, row.detail
    if reason is None and any(value.strip() for value in values[width:]):
        reason, detail = Reason.ROW_SHAPE, f"{len(values)} > {width}"
    longest = max((len(value) for value in values), default=0)
    if longest > MAX_TEXT * 2:
        if reason is None:
            reason, detail = Reason.TEXT_TOO_LONG, f"{longest} > {MAX_TEXT}"
        values = tuple(value[:MAX_CELL_KEPT] for value in values)
    return RawRow(row.number, values[:width], reason, detail)
