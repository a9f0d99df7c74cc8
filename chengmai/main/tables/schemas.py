"""How the back office speaks over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from chengmai.kernel.tables.words import Doing


class TableWordsOut(Schema):
    zh: str
    en: str


class TableOut(Schema):
    id: str
    words: TableWordsOut
    group: TableWordsOut
    may_edit: bool
    path: str


class TableChoiceOut(Schema):
    value: str
    words: TableWordsOut


class TableColumnOut(Schema):
    name: str
    words: TableWordsOut
    kind: str
    needed: bool
    longest: int
    least: float | None
    most: float | None
    hint: TableWordsOut | None
    choices: list[TableChoiceOut]
    units: list[str]
    refers: str
    dated: bool
    fixed: bool
    edited: bool
    personal: bool
    shown: bool


class TableDetailOut(TableOut):
    columns: list[TableColumnOut]
    key: list[str]
    doings: list[Doing]
    hint: TableWordsOut | None
    dated: bool
    series: bool
    sortable: list[str]


class TableRowOut(Schema):
    pk: str
    label: str
    values: dict[str, Any]
    names: dict[str, str]
    state: str
    since: str | None
    until: str | None
    version: str


class TablePickOut(Schema):
    pk: str
    label: str
    key: str
    state: str


class TableAskIn(Schema):
    """What shall be done. `on` is the day from which it holds, today when left out."""

    doing: Doing
    pk: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    version: str | None = None
    on: date | None = None
    reason: str = ""


class TableRestoreIn(Schema):
    entry: int
    version: str
    on: date | None = None
    reason: str


class TableEffectOut(Schema):
    code: str
    words: TableWordsOut
    count: int
    samples: list[str]
    refuses: bool


class TablePreviewOut(Schema):
    doing: Doing
    on: date
    before: dict[str, Any]
    after: dict[str, Any]
    changed: list[str]
    effects: list[TableEffectOut]
    refused: bool


class TablePastOut(Schema):
    id: int
    row: str
    doing: str
    at: datetime
    actor_id: int | None
    actor_name: str
    reason: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]
    restores: int
    restorable: bool


class TableSheetRowOut(Schema):
    line: int
    key: str
    doing: str
    changes: dict[str, list[Any]]
    field: str
    problem: str


class TableSheetOut(Schema):
    taken: bool
    added: int
    changed: int
    ended: int
    same: int
    refused: int
    rows: list[TableSheetRowOut]


class BeginningStepOut(Schema):
    id: str
    words: TableWordsOut
    hint: TableWordsOut
    count: int
    least: int
    done: bool
    path: str


class BeginningOut(Schema):
    done: bool
    steps: list[BeginningStepOut]
