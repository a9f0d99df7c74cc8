"""The shapes of census on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Field, Schema

from chengmai.city.census.words import Form, ImportState, Verdict


class CensusChoiceOut(Schema):
    word: str
    value: str


class CensusFieldOut(Schema):
    name: str
    title: str
    kind: str
    needed: bool
    longest: int
    choices: list[CensusChoiceOut]


class CensusTargetOut(Schema):
    name: str
    title: str
    shape: str
    geometry_needed: bool
    filtered_by_area: bool
    fields: list[CensusFieldOut]
    rows: int


class CensusReasonCountOut(Schema):
    reason: str
    words: str
    remedy: str
    rows: int
    refused: bool


class CensusUnknownOut(Schema):
    """A text that nobody understands, with how many rows carry it."""

    field: str
    text: str
    rows: int
    reason: str


class CensusArchiveOut(Schema):
    """A zip of pictures that came beside the file."""

    name: str
    bytes: int
    pictures: int


class CensusImportOut(Schema):
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


class CensusFindingOut(Schema):
    system: str
    sure: bool
    why: str
    candidates: list[str]
    swapped: bool


class CensusLayerOut(Schema):
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
    finding: CensusFindingOut


class CensusChoices(Schema):
    layer: str = ""
    encoding: str = ""
    system: str = ""
    swapped: bool = False
    columns: dict[str, int] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    constants: dict[str, str] = Field(default_factory=dict)
    unknown_organisations: str = "refuse"
    bad_pictures: str = "leave"
    blanks: str = "keep"
    date_order: str = ""


class CensusImportWholeOut(CensusImportOut):
    layers: list[CensusLayerOut]
    pictures: list[CensusArchiveOut]
    choices: CensusChoices
    reasons: list[CensusReasonCountOut]
    unknown: list[CensusUnknownOut]
    box: tuple[float, float, float, float] | None


class CensusCheckIn(Schema):
    target: str
    choices: CensusChoices


class CensusReasonOut(Schema):
    reason: str
    words: str
    remedy: str


class CensusChangeOut(Schema):
    field: str
    title: str
    before: str
    after: str
    metres: float | None


class CensusRowOut(Schema):
    number: int
    key: str
    verdict: Verdict
    problems: list[CensusReasonOut]
    notes: list[CensusReasonOut]
    changes: list[CensusChangeOut]
    values: list[str]
    lon: float | None
    lat: float | None


class CensusLeftOut(Schema):
    id: int
    key: str
    verdict: Verdict
    reason: str
    words: str
    remedy: str


class CensusExportIn(Schema):
    target: str
    form: Form
    area: str = ""
    class_code: str = ""
    system: str = "cgcs2000"
    encoding: str = "utf-8"
    photos: bool = False
