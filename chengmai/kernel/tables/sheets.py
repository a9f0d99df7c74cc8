"""A reference table as a workbook: out to be edited, in to be compared and taken.

The first row says the names of the columns in words, the second the names that the machine reads;
an instruction sheet tells what each column takes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chengmai.kernel.tables.bulk import MOST_ROWS, SINCE, UNTIL, Cells, file_columns
from chengmai.kernel.tables.errors import BadSheet
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.words import Column, Dated, Kind
from chengmai.kernel.workbooks import BROKEN, unpacked_bytes

MOST_BYTES = 10 * 1024 * 1024
_MOST_UNPACKED = 100 * 1024 * 1024
_QUIET = Font(color="808080", size=9)


def workbook_of(recipe: Recipe, rows: list[dict[str, Any]]) -> bytes:
    """The workbook of these rows (`bulk.file_rows`)."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 (a new workbook has one)
    sheet.title = recipe.words.zh[:31]
    columns = file_columns(recipe)
    titles = [column.words.zh + ("*" if column.needed else "") for column in columns]
    names = [column.name for column in columns]
    if isinstance(recipe.life, Dated):
        titles, names = [*titles, "生效日期", "停用前最后一天"], [*names, SINCE, UNTIL]
    sheet.append(titles)
    sheet.append(names)
    for row in rows:
        sheet.append([_safe(row.get(name)) for name in names])
    for number, title in enumerate(titles, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(2, number).font = _QUIET
        width = 40 if names[number - 1] in _WIDE else max(12, len(title) * 2 + 4)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A3"
    _explain(book, recipe, columns)
    box = io.BytesIO()
    book.save(box)
    return box.getvalue()


def lines_of(recipe: Recipe, content: bytes) -> Iterator[tuple[int, Cells]]:
    """The lines of a workbook with their numbers. Raises BadSheet, naming what is wrong."""
    rows = _rows_of(content)
    known = {column.name for column in file_columns(recipe)} | {SINCE, UNTIL}
    head = next(rows, ()), next(rows, ())
    names = [str(cell or "").strip() for cell in head[1]]
    if not known & set(names):
        raise BadSheet(
            "The second row must hold the columns' names.",
            field="file",
            remedy="请使用本页下载的表格，保留前两行。",
        )
    count = 0
    for number, row in enumerate(rows, 3):
        given = zip(names, row, strict=False)
        cells = {name: _plain(cell) for name, cell in given if name in known}
        if all(cell in (None, "") for cell in cells.values()):
            continue
        count += 1
        if count > MOST_ROWS:
            raise BadSheet(
                "Too many rows.", field="file", remedy=f"一次最多 {MOST_ROWS} 行，请分成几份。"
            )
        yield number, cells


def _rows_of(content: bytes) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet, read one by one; a part may be broken further down."""
    if len(content) > MOST_BYTES:
        raise BadSheet("The file is too large.", field="file", remedy="最大 10 MB。")
    try:
        if unpacked_bytes(content) > _MOST_UNPACKED:
            raise BadSheet("It unpacks to too much.", field="file", remedy="请另存后再上传。")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True)
    except BROKEN:
        raise BadSheet(
            "This is no XLSX workbook.", field="file", remedy="请上传 XLSX 文件。"
        ) from None


def _explain(book: Workbook, recipe: Recipe, columns: list[Column]) -> None:
    sheet = book.create_sheet("填写说明")
    sheet.append([recipe.words.zh, recipe.hint.zh if recipe.hint else ""])
    sheet.append(["列", "说明"])
    for column in columns:
        notes = [column.hint.zh if column.hint else ""]
        if column.choices:
            notes.append("可选：" + "、".join(f"{c.value}（{c.words.zh}）" for c in column.choices))
        if column.kind is Kind.LIMIT:
            notes.append(
                "时限写作数量加单位：eh 紧急工作时，ed 紧急工作日，wh 工作时，wd 工作日，em 分钟"
            )
        if column.kind is Kind.REFERENCE:
            notes.append("填写所引用内容的代码或全名，与下载的写法一致")
        if column.fixed:
            notes.append("建立后不能修改")
        if not column.edited:
            notes.append("只读")
        sheet.append([column.words.zh, "；".join(note for note in notes if note)])
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 90
    for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row, min_col=2, max_col=2):
        row[0].alignment = Alignment(wrap_text=True, vertical="top")


def _safe(value: Any) -> Any:
    """A text that a workbook would run as a formula is kept as text, behind an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith("=") else value


def _plain(cell: Any) -> Any:
    return cell[1:] if isinstance(cell, str) and cell.startswith("'=") else cell


_WIDE = {"text", "close_condition", "value", "source", "clause", "matter_class_id"}
