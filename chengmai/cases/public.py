"""The door of cases: what higher domains may call. Ids, frozen cards and refusals cross, no rows."""

from __future__ import annotations

from datetime import datetime

from chengmai.identity.words import SYSTEM, Actor

from .actions import links, move, reopen
from .actions.dayfigures import count_all_days
from .actions.forget import forget_imported_cells, forget_reporters, forget_sealed_words
from .actions.history import PastCase, PastReport, PastStep, copy_past_cases
from .actions.join import join_report
from .actions.report import report_case
from .actions.settings import load_default_settings
from .actions.timing import recompute_deadlines
from .actions.wording import word_cases
from .intake.command import import_messages
from .queries.reporters import (
    contacts_in_use,
    oldest_imported_cells,
    oldest_sealed_words,
    readings_of,
    reporters_of,
    reports_by,
)
from .queries.stories import case_story, cases_near, stories_of_device
from .rules.view import Details
from .words import Move

__all__ = [
    "Details",
    "PastCase",
    "PastReport",
    "PastStep",
    "case_story",
    "cases_near",
    "contacts_in_use",
    "copy_past_cases",
    "count_all_days",
    "forget_imported_cells",
    "forget_reporters",
    "forget_sealed_words",
    "import_messages",
    "join_report",
    "link_case",
    "load_default_settings",
    "move_case",
    "oldest_imported_cells",
    "oldest_sealed_words",
    "readings_of",
    "recompute_deadlines",
    "reopen_case",
    "report_case",
    "reporters_of",
    "reports_by",
    "stories_of_device",
    "word_cases",
]


def move_case(
    *, case_id: int, move_name: Move, actor: Actor, at: datetime, details: Details | None = None
) -> int:
    """Take one step as this actor, whatever page they saw; the case's new version."""
    case = move.move_case(
        case_id=case_id, move=move_name, actor=actor, at=at, details=details or Details()
    )
    return case.version


def reopen_case(*, case_id: int, reason: str, at: datetime, actor: Actor = SYSTEM) -> int:
    """Handle a closed case again (row 37); its new version."""
    return reopen.reopen_case(case_id=case_id, reason=reason, at=at, actor=actor).version


def link_case(
    *, case_id: int, kind: str, ref: str, actor: Actor, at: datetime, reason: str = ""
) -> int:
    """Tie a case to something of another domain (rows 39 and 40); its new version."""
    return links.link_case(
        case_id=case_id, kind=kind, ref=ref, actor=actor, at=at, reason=reason
    ).version
