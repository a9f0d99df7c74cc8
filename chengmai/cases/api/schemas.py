"""The shapes of cases on the wire; lists and details are declared here and built by the reads."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema

from chengmai.cases.words import (
    CaseSource,
    ClockKind,
    Lamp,
    Move,
    PendingKind,
    Stage,
    SupervisionLevel,
)
from chengmai.kernel.media.api import MediaOut
from chengmai.kernel.places import CoordinateSystem

MAX_TEXT = 20_000
Text = Annotated[str, Field(max_length=MAX_TEXT)]
Words = Annotated[str, Field(max_length=2_000)]
Ids = Annotated[tuple[int, ...], Field(max_length=30)]


class CaseRow(Schema):
    id: int
    case_no: str
    version: int
    stage: Stage
    lamp: Lamp
    lamp_due_at: datetime | None
    lamp_start_at: datetime | None
    lamp_warn_at: datetime | None
    due_at: datetime | None
    kind: str
    class_code: str
    class_name: str | None
    description: str
    address: str
    grid_code: str
    district_code: str
    district_name: str | None
    organisation_id: int | None
    organisation_name: str | None
    source: CaseSource
    reported_at: datetime
    urgent: bool
    supervised: bool
    rework_no: int
    report_count: int
    lon: float | None
    lat: float | None
    thumbnail_url: str | None
    # Where words were asked for: by field, begin and end of each mark in characters.
    marks: dict[str, list[list[int]]] | None = None


class CasePage(Schema):
    """One page of a list; `next` is the cursor for `?after=`, null at the end.

    `complete` is false where words are so common that only the newest cases were looked through
    for them.
    """

    items: list[CaseRow]
    next: str | None = None
    complete: bool = True


class CountOut(Schema):
    """How many; an estimate where not `exact`."""

    value: int
    exact: bool


class PersonRef(Schema):
    id: int
    name: str


class CaseRef(Schema):
    id: int
    case_no: str


class AllowanceOut(Schema):
    amount: int
    unit: str


class FilingConditionOut(Schema):
    id: int
    text: str
    limit: AllowanceOut | None
    close_condition: str


class ClockOut(Schema):
    kind: ClockKind
    state: str
    allowance: AllowanceOut
    started_at: datetime
    due_at: datetime | None
    stopped_at: datetime | None
    spent_minutes: int
    left_minutes: int
    day_minutes: int
    overdue: bool


class MoveOut(Schema):
    move: Move
    allowed: bool
    why: str | None
    needs: list[str]
    may: list[str]


class ContactOut(Schema):
    id: int
    masked_name: str
    masked_phone: str


class ReportOut(Schema):
    id: int
    has_private: bool = False
    tracking_no: str
    source: CaseSource
    text: str
    at: datetime
    contact: ContactOut | None
    media: list[MediaOut]


class WhyIn(Schema):
    reason: Annotated[str, Field(max_length=200)]


class RevealedOut(Schema):
    """What a mask hides of one report; empty where there is nothing."""

    name: str
    phone: str
    text: str


class CaseMedia(Schema):
    before: list[MediaOut]
    after: list[MediaOut]
    check: list[MediaOut]
    other: list[MediaOut]


class PartOut(Schema):
    organisation_id: int
    organisation_name: str | None
    due_at: datetime | None
    done_at: datetime | None
    mandatory: bool


class PendingOut(Schema):
    kind: PendingKind
    by: int | None
    by_name: str
    reason: str
    at: datetime
    level: int
    duty: str
    days: int = 0
    until: datetime | None = None


class SupervisionOut(Schema):
    level: SupervisionLevel
    text: str
    by: int | None
    by_name: str | None
    at: datetime
    due_at: datetime | None


class DuplicateOut(Schema):
    id: int
    case_no: str
    metres: int
    description: str
    reported_at: datetime


class Suggested(Schema):
    organisation_id: int | None
    organisation_name: str | None
    collector_id: int | None
    collector_name: str | None


class CaseDetail(CaseRow):
    grid_closed_on: date | None
    grid_successors: list[str]
    condition: FilingConditionOut | None
    management_level: str
    street_name: str | None
    community_name: str | None
    duty_grid_code: str
    occurred_at: datetime | None
    handler: PersonRef | None
    collector: PersonRef | None
    clocks: list[ClockOut]
    moves: list[MoveOut]
    reports: list[ReportOut]
    media: CaseMedia
    parts: list[PartOut]
    pending: PendingOut | None
    supervisions: list[SupervisionOut]
    suspended_until: datetime | None
    merged_into: CaseRef | None
    merged: list[CaseRef]
    possible_duplicates: list[DuplicateOut]
    suggested: Suggested


class TimelineStep(Schema):
    seq: int
    at: datetime
    name: str
    move: str | None
    duty: str | None
    actor_id: int | None
    actor_name: str | None
    on_behalf_of_name: str | None = None
    source: str | None
    target: str | None
    reason: str
    organisation_name: str | None
    media: list[MediaOut]
    details: dict[str, Any]


class QueueOut(Schema):
    queue: str
    count: int
    due_soon: int
    overdue: int


class HourOut(Schema):
    hour: int
    reported: int
    closed: int


class ClassCount(Schema):
    class_code: str
    class_name: str
    count: int


class DistrictCount(Schema):
    district_code: str
    district_name: str
    open: int
    reported: int
    closed: int
    overdue: int


class TodayOut(Schema):
    reported: int
    registered: int
    dispatched: int
    disposed: int
    closed: int
    open: int
    overdue: int
    on_time_rate: float | None
    by_hour: list[HourOut]
    by_class: list[ClassCount]
    by_district: list[DistrictCount]
    compare: dict[str, int]


class ContactIn(Schema):
    name: Annotated[str, Field(max_length=60)] = ""
    phone: Annotated[str, Field(max_length=30)] = ""


class ReportIn(Schema):
    description: Text
    lon: float
    lat: float
    coordinate_system: CoordinateSystem = CoordinateSystem.WGS84
    class_code: Annotated[str, Field(max_length=10)] = ""
    component_code: Annotated[str, Field(max_length=16)] = ""
    address: Annotated[str, Field(max_length=200)] = ""
    source: CaseSource
    source_key: Annotated[str, Field(max_length=80)] = ""
    media_ids: Ids = ()
    media_after_ids: Ids = ()
    contact: ContactIn | None = None
    urgent: bool = False
    self_disposed: bool = False
    occurred_at: datetime | None = None


class ReceiptOut(Schema):
    case_id: int
    case_no: str
    tracking_no: str


class MoveIn(Schema):
    """One move with whatever it needs; `version` is the one that the page showed."""

    move: Move
    version: int
    reason: Words = ""
    text: Words = ""
    lon: float | None = None
    lat: float | None = None
    class_code: Annotated[str, Field(max_length=10)] = ""
    condition_id: int | None = None
    organisation_id: int | None = None
    co_organisation_ids: Ids = ()
    handler_id: int | None = None
    collector_id: int | None = None
    media_before: Ids = ()
    media_after: Ids = ()
    media_other: Ids = ()
    result: Annotated[str, Field(max_length=20)] = ""
    until: datetime | None = None
    days: Annotated[int, Field(ge=0, le=366)] = 0
    master_id: int | None = None
    level: Annotated[str, Field(max_length=12)] = ""
    close_condition_met: bool = False


class StandardOut(Schema):
    """One number of the loop: a clock's limit, or a threshold."""

    kind: str
    key: str
    title: str
    value: Any
    unit: str | None
    source: str
    clause: str
    valid_from: str
    valid_to: str | None
