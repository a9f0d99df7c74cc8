"""Facts that cases announces; the timeline of a case is the chain of these in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypedDict

from chengmai.kernel.facts import Fact

from .words import CaseSource, Move, Stage


class WhichCase(TypedDict):
    """What a fact says of the case that it is about (`Case.which`)."""

    case_id: int
    case_no: str
    organisation_id: int | None
    organisation_path: str
    division: str


@dataclass(frozen=True, kw_only=True)
class CaseFact(Fact):
    """What every fact of a case says; `division` is the unit grid's code, for prefix tests."""

    case_id: int
    case_no: str
    organisation_id: int | None = None
    organisation_path: str = ""
    division: str = ""
    people: tuple[int, ...] = ()

    @property
    def subject(self) -> str:
        return f"case:{self.case_id}"


@dataclass(frozen=True, kw_only=True)
class CaseReported(CaseFact):
    """A problem entered the loop (row 1 or 35). `report_id` tells which report."""

    report_id: int
    case_source: CaseSource
    target: Stage
    class_code: str = ""
    media_ids: tuple[int, ...] = ()
    clocks: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseJoined(CaseFact):
    """Another person reported a problem that is already known (me too)."""

    report_id: int
    case_source: CaseSource
    report_count: int
    media_ids: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CaseMoved(CaseFact):
    """A case took a step, or an application on it was made or decided.

    `clocks` is a snapshot of the open clocks: state and deadline by kind. `details` holds what
    came with the move and is not empty; a merged case's own steps name its master there.
    """

    move: Move
    row: int
    duty: str
    source: Stage
    target: Stage
    reason: str = ""
    version: int = 0
    media_ids: tuple[int, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)
    clocks: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseComponentNamed(CaseFact):
    """A case is said to be about this component, or (empty) about none."""

    component_code: str
    before: str = ""
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseLinked(CaseFact):
    """A case was tied to something of another domain (rows 39 and 40)."""

    kind: str
    ref: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class SuspensionEnding(CaseFact):
    """A suspension ends in a few days (row 21)."""

    until: str


@dataclass(frozen=True, kw_only=True)
class ReportRevealed(CaseFact):
    """Somebody of staff looked behind the masks of a report, and said why."""

    report_id: int
    reason: str
