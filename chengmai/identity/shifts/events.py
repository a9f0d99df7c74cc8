"""Facts of shifts."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class RosterChanged(Fact):
    """The roster of an organisation changed: lines added and taken away in these days."""

    organisation_id: int
    first_day: str
    last_day: str
    added: int
    removed: int

    @property
    def subject(self) -> str:
        return f"organisation:{self.organisation_id}"


@dataclass(frozen=True, kw_only=True)
class ShiftDefined(Fact):
    """An organisation has a shift with these hours, or has it no longer."""

    organisation_id: int
    shift_id: int
    shift_name: str
    begins: str
    ends: str
    active: bool

    @property
    def subject(self) -> str:
        return f"organisation:{self.organisation_id}"
