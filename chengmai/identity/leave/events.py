"""Facts of leave; both names stand in each."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class _Delegation(Fact):
    delegation_id: int
    person_id: int
    deputy_id: int

    @property
    def subject(self) -> str:
        return f"person:{self.person_id}"


@dataclass(frozen=True, kw_only=True)
class DutiesDelegated(_Delegation):
    """Somebody stands in for a colleague from a day to a day, with these duties."""

    duties: tuple[str, ...]
    starts_at: str
    ends_at: str
    people: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class DelegationRevoked(_Delegation):
    """It is taken back before its end."""

    people: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class ActingBegan(_Delegation):
    """From now on the deputy works in the colleague's place, until they stop or it ends."""


@dataclass(frozen=True, kw_only=True)
class ActingEnded(_Delegation):
    """The deputy works for themselves again."""
