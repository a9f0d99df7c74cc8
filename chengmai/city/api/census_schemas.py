"""The shapes of census on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Field, Schema

from chengmai.city.census.words import Form, ImportState, Verdict


class ChoiceOut(Schema):
    word: str
    value: str


class FieldOut(Schema):
    name: str
    title: str
    kind: str
    needed: bool
    longest: int
    choices: list[ChoiceOut]


class TargetOut(Schema):
    name: str
    title: str
    shape: str
    geometry_needed: bool
    filtered_by_area: bool
    fields: list[FieldOut]
    rows: int


class ReasonCountOut(Schema):
    reason: str
    words: str
    remedy: str
    rows: int
    refused: bool


class UnknownOut(Schema):
    """A text that nobody understands, with how many rows carry it."""

    field: str
    text: str
    rows: int
    reason: str


class ImportOut(Schema):
    id: int
    file_name: str
    bytes: int
    kind: str
    target: str
    state: ImportState
    step: str
    total: int
    done: int
    added: int
    changed: int
    unchanged: int
    refused: int
    taken: int
    undone: int
    not_undone: int
    resumable: bool
    error: dict[str, Any] | None
    at: datetime
    checked_at: datetime | None
    taken_at: datetime | None
    undone_at: datetime | None
    by_name: str
    system_title: str


class FindingOut(Schema):
    system: str
    sure: bool
    why: str
    candidates: list[str]
    swapped: bool


class LayerFoundOut(Schema):
    name: str
    title: str
    rows: int
    columns: list[str]
    shape: str
    system: str
    encoding: str
    notes: list[str]
    hidden: bool
    guessed_target: str
    sample: list[list[str]]
    finding: FindingOut


class ChoicesOut(Schema):
    layer: str = ""
    encoding: str = ""
    system: str = ""
    swapped: bool = False
    columns: dict[str, int] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    unknown_organisations: str = "refuse"
    blanks: str = "keep"
    date_order: str = ""


class ImportWholeOut(ImportOut):
    layers: list[LayerFoundOut]
    choices: ChoicesOut
    reasons: list[ReasonCountOut]
    unknown: list[UnknownOut]
    box: tuple[float, float, float, float] | None


class CheckIn(Schema):
    target: str
    choices: ChoicesOut


class ReasonOut(Schema):
    reason: str
    words: str
    remedy: str


class ChangeOut(Schema):
    field: str
    title: str
    before: str
    after: str
    metres: float | None


class RowOut(Schema):
    number: int
    key: str
    verdict: Verdict
    problems: list[ReasonOut]
    notes: list[ReasonOut]
    changes: list[ChangeOut]
    values: list[str]
    lon: float | None
    lat: float | None


class LeftOut(Schema):
    id: int
    key: str
    verdict: Verdict
    reason: str
    words: str
    remedy: str


class ExportIn(Schema):
    target: str
    form: Form
    area: str = ""
    class_code: str = ""
    system: str = "cgcs2000"
    encoding: str = "utf-8"
