"""Facts of rights that need two people."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class _OfPerson(Fact):
    person_id: int
    duty: str

    @property
    def subject(self) -> str:
        return f"person:{self.person_id}"


@dataclass(frozen=True, kw_only=True)
class DutyAskedFor(_OfPerson):
    """An administrator asks that somebody become an administrator."""

    request_id: int
    organisation_id: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class DutyDecided(_OfPerson):
    """Another administrator granted it, or refused."""

    request_id: int
    granted: bool


@dataclass(frozen=True, kw_only=True)
class DutyTaken(_OfPerson):
    """Somebody holds a duty at an organisation no longer."""

    organisation_id: int
