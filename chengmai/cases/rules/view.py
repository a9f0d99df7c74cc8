"""What a decision looks at: the case, what came with the move, what was looked up for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from chengmai.city.words import ConditionCard, GridPlace
from chengmai.identity.words import Actor, OrganisationCard
from chengmai.kernel.worktime import Allowance, OfficeCalendar

from ..words import AppealState, Move, Pending, Stage
from .clocks import ClockBook
from .limits import LoopSettings


class Need(StrEnum):
    """What a move must or may be given; the names are those of the HTTP body."""

    REASON = "reason"
    TEXT = "text"
    PLACE = "place"  # lon and lat
    CLASS_CODE = "class_code"
    CONDITION_ID = "condition_id"
    ORGANISATION_ID = "organisation_id"
    CO_ORGANISATION_IDS = "co_organisation_ids"
    HANDLER_ID = "handler_id"
    COLLECTOR_ID = "collector_id"
    MEDIA_BEFORE = "media_before"
    MEDIA_AFTER = "media_after"
    MEDIA_OTHER = "media_other"
    RESULT = "result"
    UNTIL = "until"
    DAYS = "days"
    MASTER_ID = "master_id"
    LEVEL = "level"
    CLOSE_CONDITION_MET = "close_condition_met"


@dataclass(frozen=True)
class Details:
    """What came with a move; empty where not given. Places are WGS 84, `until` is aware."""

    reason: str = ""
    text: str = ""
    lon: float | None = None
    lat: float | None = None
    class_code: str = ""
    condition_id: int | None = None
    organisation_id: int | None = None
    co_organisation_ids: tuple[int, ...] = ()
    handler_id: int | None = None
    collector_id: int | None = None
    media_before: tuple[int, ...] = ()
    media_after: tuple[int, ...] = ()
    media_other: tuple[int, ...] = ()
    result: str = ""
    until: datetime | None = None
    days: int = 0
    master_id: int | None = None
    level: str = ""
    close_condition_met: bool = False


@dataclass(frozen=True)
class CaseView:
    """The case as the rules see it; the names are those of the table's columns."""

    id: int
    stage: Stage
    reported_at: datetime
    source: str = ""
    class_code: str = ""
    condition_id: int | None = None
    management_level: str = ""
    grid_code: str = ""
    duty_grid_code: str = ""
    has_place: bool = True
    self_disposed: bool = False
    organisation_id: int | None = None
    organisation_path: str = ""
    handler_id: int | None = None
    finished_by_id: int | None = None
    collector_id: int | None = None
    reporter_id: int | None = None
    open_parts: int = 0
    pending: Pending | None = None
    returned_from: Stage | None = None
    receiver_id: int | None = None
    return_count: int = 0
    extension_count: int = 0
    suspension_count: int = 0
    suspended_until: datetime | None = None
    rework_no: int = 0
    appeal: AppealState = AppealState.NONE
    check_passed: bool = False
    handled_in_time: bool | None = None
    closed_at: datetime | None = None
    first_closed_at: datetime | None = None
    stage_before_merge: Stage | None = None
    clocks: ClockBook = field(default_factory=ClockBook)


@dataclass(frozen=True)
class Known:
    """What the action looked up before asking for a decision; None where it was not needed."""

    calendar: OfficeCalendar
    settings: LoopSettings
    limit: Allowance | None = None
    condition: ConditionCard | None = None
    organisation: OrganisationCard | None = None
    co_organisations: Mapping[int, OrganisationCard] = field(default_factory=dict)
    place: GridPlace | None = None
    metres: float | None = None
    handler_path: str | None = None
    part_of_actor: int | None = None
    part_is_mandatory: bool = True
    master_stage: Stage | None = None
    suggested_collector_id: int | None = None
    named_collector_is_one: bool = True


@dataclass(frozen=True)
class Situation:
    """Everything about one attempted move."""

    case: CaseView
    move: Move
    actor: Actor
    details: Details
    at: datetime
    known: Known
