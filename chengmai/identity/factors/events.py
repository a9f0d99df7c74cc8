"""Facts of second factors; none carries a secret."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class _OfPerson(Fact):
    person_id: int
    factor: str

    @property
    def subject(self) -> str:
        return f"person:{self.person_id}"


@dataclass(frozen=True, kw_only=True)
class FactorAdded(_OfPerson):
    """A person can prove themselves with one thing more."""


@dataclass(frozen=True, kw_only=True)
class FactorRemoved(_OfPerson):
    """A factor counts no longer: its owner took it away, or the security administrator."""


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeUsed(_OfPerson):
    """Somebody came in with a code for the day the phone is lost; `left` are still good."""

    left: int
