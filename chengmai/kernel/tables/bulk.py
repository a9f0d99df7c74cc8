"""Many rows at once, from a sheet or a file: compared, shown, then taken row by row.

Repeatable: a row that says what the table says already is left alone. Each row that is taken is a
change of its own, with its own history; a refused row stops none of the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from chengmai.kernel.errors import Refusal
from chengmai.kernel.tables.changes import Asked, judge, take
from chengmai.kernel.tables.keys import AMBIGUOUS, Keys
from chengmai.kernel.tables.recipe import Book, Recipe
from chengmai.kernel.tables.rows import RowCard, cards, get_row, rows_of
from chengmai.kernel.tables.values import bad, cleaned
from chengmai.kernel.tables.words import Column, Dated, Doing, Kind, State

MOST_ROWS = 5_000
SINCE, UNTIL = "since", "until"
Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """What one line of a file does, would do, or why it is refused."""

    line: int
    key: str
    doing: str  # add | change | end | same | refused
    changes: dict[str, list[Any]] = field(default_factory=dict)
    field_name: str = ""
    problem: str = ""


@dataclass
class Report:
    """What a file did, or would do."""

    taken: bool
    lines: list[Line] = field(default_factory=list)

    def count(self, *doings: str) -> int:
        """How many lines did one of these."""
        return sum(line.doing in doings for line in self.lines)


def file_columns(recipe: Recipe) -> list[Column]:
    """The columns that a file holds; secrets are never written into one."""
    return [column for column in recipe.columns if column.kind is not Kind.SECRET]


def file_rows(book: Book, recipe: Recipe, on: date, keys: Keys) -> list[dict[str, Any]]:
    """Every row in force or to come as a file holds it: references by key, days in ISO."""
    rows = rows_of(recipe, on).exclude(table_state=State.ENDED.value)
    order = recipe.order or ("pk",)
    written = [
        _cells(recipe, card, keys) for card in cards(book, recipe, list(rows.order_by(*order)))
    ]
    return sorted(written, key=lambda row: tuple(str(row[name]) for name in recipe.key))


def take_lines(
    book: Book,
    recipe: Recipe,
    lines: Iterable[tuple[int, Cells]],
    *,
    actor: Any,
    at: datetime,
    on: date,
    reason: str,
    taking: bool,
    keys: Keys | None = None,
    coming: dict[str, set[str]] | None = None,
) -> Report:
    """Compare each line with the table, and with `taking` change what differs."""
    keys, coming = keys or Keys(book, on), {} if coming is None else coming
    report = Report(taken=taking)
    seen: set[str] = set()
    for number, cells in lines:
        line = _line(book, recipe, number, cells, keys, seen, actor, at, on, reason, taking,
                     coming)  # fmt: skip
        report.lines.append(line)
    return report


def _line(
    book: Book,
    recipe: Recipe,
    number: int,
    cells: Cells,
    keys: Keys,
    seen: set[str],
    actor: Any,
    at: datetime,
    on: date,
    reason: str,
    taking: bool,
    coming: dict[str, set[str]],
) -> Line:
    key = ""
    try:
        values = _values(recipe, cells, keys, coming)
        key = keys.write(recipe, values)
        if (named := f"{key}@{cells.get(SINCE) or ''}") in seen:
            raise bad(recipe.columns[0], "与上面的某一行重复。")
        seen.add(named)
        asked, changes = _asked(book, recipe, key, values, cells, keys, on, reason, coming)
        if asked is None:
            return Line(number, key, "same")
        if taking:
            made = take(book, recipe, asked, actor=actor, at=at)
            keys.remember(recipe.id, made.pk, key)
        else:
            judge(book, recipe, asked, actor=actor, at=at)
            coming.setdefault(recipe.id, set()).add(key)
        return Line(number, key, asked.doing.value, changes)
    except Refusal as refusal:
        remedy = str(refusal.facts.get("remedy") or refusal)
        return Line(number, key, "refused", {}, str(refusal.facts.get("field") or ""), remedy)


def _asked(
    book: Book,
    recipe: Recipe,
    key: str,
    values: dict[str, Any],
    cells: Cells,
    keys: Keys,
    on: date,
    reason: str,
    coming: dict[str, set[str]],
) -> tuple[Asked | None, dict[str, list[Any]]]:
    """What the line asks for: a new row, a change of the row under its key, or nothing."""
    since = _day(recipe, cells.get(SINCE))
    pk = keys.pk_of(recipe.id, key)
    if pk == AMBIGUOUS:
        raise bad(recipe.columns[0], "表中有两行是这个代码，请在页面上修改。")
    if pk is None:
        changes = {name: [None, value] for name, value in values.items() if value not in (None, "")}
        start = since if isinstance(recipe.life, Dated) else None
        return Asked(Doing.ADD, values=values, on=start, reason=reason, coming=coming), changes
    card = cards(book, recipe, [get_row(recipe, pk, on)])[0]
    changes = {
        name: [card.values.get(name), value]
        for name, value in values.items()
        if (column := recipe.column(name)) is not None
        and column.edited
        and value != card.values.get(name)
    }
    if not changes:
        return None, {}
    new = {name: pair[1] for name, pair in changes.items()}
    start = _start(recipe, card, changes, since, on)
    return Asked(Doing.CHANGE, pk=pk, values=new, on=start, reason=reason, coming=coming), changes


def _start(
    recipe: Recipe, card: RowCard, changes: dict[str, Any], since: date | None, on: date
) -> date | None:
    """From when a changed line holds: the day that it names, or today for what is dated."""
    dated = any((column := recipe.column(name)) and column.dated for name in changes)
    if not dated or not isinstance(recipe.life, Dated):
        return None
    return since if since and since.isoformat() != (card.since or "")[:10] else on


def _values(
    recipe: Recipe, cells: Cells, keys: Keys, coming: dict[str, set[str]]
) -> dict[str, Any]:
    values = {}
    for column in file_columns(recipe):
        if column.name in cells:
            values[column.name] = _value(column, cells[column.name], keys, coming)
    return values


def _value(column: Column, cell: Any, keys: Keys, coming: dict[str, set[str]]) -> Any:
    """The plain value of a cell."""
    if isinstance(cell, str):
        cell = cell.strip()
    if cell in (None, "") or not column.edited:
        return cell if not column.edited else cleaned(column, None)
    if column.kind is Kind.REFERENCE:
        pk = keys.pk_of(column.refers, str(cell))
        if pk is None and str(cell) in coming.get(column.refers, ()):
            return str(cell)
        if pk is None or pk == AMBIGUOUS:
            raise bad(column, f"没有找到“{str(cell)[:60]}”。")
        return int(pk) if pk.isdigit() and len(pk) < 10 else pk
    if column.kind is Kind.VALUE and isinstance(cell, str):
        try:
            return json.loads(cell)
        except ValueError:
            return cell
    if column.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.CHOICE) and isinstance(
        cell, int | float
    ):
        cell = str(int(cell)) if cell == int(cell) else str(cell)
    return cleaned(column, cell)


def _cells(recipe: Recipe, card: RowCard, keys: Keys) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in file_columns(recipe):
        value = card.values.get(column.name)
        if column.kind is Kind.REFERENCE:
            value = keys.key_of(column.refers, value)
        elif column.kind is Kind.VALUE:
            value = json.dumps(value, ensure_ascii=False)
        elif column.kind is Kind.FLAG:
            value = "是" if value else "否"
        row[column.name] = "" if value is None else value
    if isinstance(recipe.life, Dated):
        row[SINCE] = (card.since or "")[:10]
        row[UNTIL] = card.until or ""
    return row


def _day(recipe: Recipe, cell: Any) -> date | None:
    if cell in (None, "") or not isinstance(recipe.life, Dated):
        return None
    since = Column(SINCE, recipe.words, Kind.DATE)
    return date.fromisoformat(str(cleaned(since, cell)))
