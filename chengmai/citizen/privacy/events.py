"""Facts about requests; none carries a name, a number or what somebody wrote."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.citizen.privacy.words import RequestKind
from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class DataAsked(Fact):
    """A person, or staff for them, asked for something about their data."""

    request_id: int
    kind: RequestKind
    contact_id: int | None = None

    @property
    def subject(self) -> str:
        return f"privacy:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class DataAnswered(Fact):
    """The request was carried out, or refused with a reason."""

    request_id: int
    kind: RequestKind
    carried_out: bool
    erased: int = 0
    waiting_for: int = 0
    reason: str = ""

    @property
    def subject(self) -> str:
        return f"privacy:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class DataCopied(Fact):
    """Staff took the copy to hand over: whole texts and pictures of this person."""

    contact_id: int | None
    request_id: int

    @property
    def subject(self) -> str:
        return f"contact:{self.contact_id}" if self.contact_id else f"privacy:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class PersonLookedUp(Fact):
    """Staff searched for a person by number, and said why; `contact_id` is empty for nobody."""

    contact_id: int | None
    reason: str

    @property
    def subject(self) -> str:
        return f"contact:{self.contact_id}" if self.contact_id else "contact:none"
