"""How the back office speaks over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from chengmai.kernel.tables.words import Doing, Kind, State


class WordsOut(Schema):
    zh: str
    en: str


class TableOut(Schema):
    id: str
    words: WordsOut
    group: WordsOut
    may_edit: bool
    path: str


class ChoiceOut(Schema):
    value: str
    words: WordsOut


class ColumnOut(Schema):
    name: str
    words: WordsOut
    kind: Kind
    needed: bool
    longest: int
    least: float | None
    most: float | None
    hint: WordsOut | None
    choices: list[ChoiceOut]
    units: list[str]
    refers: str
    dated: bool
    fixed: bool
    edited: bool
    personal: bool
    shown: bool


class TableDetailOut(TableOut):
    columns: list[ColumnOut]
    key: list[str]
    doings: list[Doing]
    hint: WordsOut | None
    dated: bool
    series: bool
    sortable: list[str]


class RowOut(Schema):
    pk: str
    label: str
    values: dict[str, Any]
    names: dict[str, str]
    state: State
    since: str | None
    until: str | None
    version: str


class PickOut(Schema):
    pk: str
    label: str
    key: str
    state: State


class AskIn(Schema):
    """What shall be done. `on` is the day from which it holds, today when left out."""

    doing: Doing
    pk: str = ""
    values: dict[str, Any] = Field(default_factory=dict)
    version: str | None = None
    on: date | None = None
    reason: str = ""


class RestoreIn(Schema):
    entry: int
    version: str
    on: date | None = None
    reason: str


class EffectOut(Schema):
    code: str
    words: WordsOut
    count: int
    samples: list[str]
    refuses: bool


class PreviewOut(Schema):
    doing: Doing
    on: date
    before: dict[str, Any]
    after: dict[str, Any]
    changed: list[str]
    effects: list[EffectOut]
    refused: bool


class PastOut(Schema):
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


class SheetRowOut(Schema):
    line: int
    key: str
    doing: str
    changes: dict[str, list[Any]]
    field: str
    problem: str


class SheetOut(Schema):
    taken: bool
    added: int
    changed: int
    ended: int
    same: int
    refused: int
    rows: list[SheetRowOut]


class StepOut(Schema):
    id: str
    words: WordsOut
    hint: WordsOut
    count: int
    least: int
    done: bool
    path: str


class BeginningOut(Schema):
    done: bool
    steps: list[StepOut]
