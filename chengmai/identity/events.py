"""Facts that identity announces; none carries a citizen's name or number."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.identity.factors.events import FactorAdded, FactorRemoved, RecoveryCodeUsed
from chengmai.identity.signin.events import PasswordChanged, PersonLocked
from chengmai.kernel.facts import Fact

__all__ = [
    "ContactErased",
    "ContactRevealed",
    "DutyGiven",
    "FactorAdded",
    "FactorRemoved",
    "OrganisationMoved",
    "PasswordChanged",
    "PersonLocked",
    "RecoveryCodeUsed",
]


@dataclass(frozen=True, kw_only=True)
class ContactRevealed(Fact):
    """Somebody looked behind the mask of a citizen's name and number, and said why."""

    contact_id: int
    reason: str

    @property
    def subject(self) -> str:
        return f"contact:{self.contact_id}"


@dataclass(frozen=True, kw_only=True)
class ContactErased(Fact):
    """A citizen's name and number were removed for good (个人信息保护法 47)."""

    contact_id: int

    @property
    def subject(self) -> str:
        return f"contact:{self.contact_id}"


@dataclass(frozen=True, kw_only=True)
class OrganisationMoved(Fact):
    """A subtree of organisations hangs elsewhere now; paths below `old_path` begin with `new_path`."""

    organisation_id: int
    old_path: str
    new_path: str

    @property
    def subject(self) -> str:
        return f"organisation:{self.organisation_id}"


@dataclass(frozen=True, kw_only=True)
class DutyGiven(Fact):
    """A person holds a duty at an organisation from now on."""

    person_id: int
    organisation_id: int
    duty: str
    division: str

    @property
    def subject(self) -> str:
        return f"person:{self.person_id}"
