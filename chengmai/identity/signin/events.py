"""Facts of signing in; none carries a secret."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class _OfPerson(Fact):
    person_id: int

    @property
    def subject(self) -> str:
        return f"person:{self.person_id}"


@dataclass(frozen=True, kw_only=True)
class SignedIn(_OfPerson):
    """A person signed in to the end."""

    address: str
    method: str = "password"


@dataclass(frozen=True, kw_only=True)
class PersonLocked(_OfPerson):
    """Too many wrong passwords or codes locked an account for a while."""

    address: str
    until: str


@dataclass(frozen=True, kw_only=True)
class PersonUnlocked(_OfPerson):
    """The security administrator opened a locked account."""


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(_OfPerson):
    """Sessions of a person are over; open live lines of theirs close."""

    session_ids: tuple[int, ...]
    why: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(_OfPerson):
    """A person chose a new password, or an administrator gave one that must be changed."""

    by_reset: bool


@dataclass(frozen=True, kw_only=True)
class PolicyChanged(Fact):
    """A row of the sign-in policy has another value from a day on."""

    key: str
    before: str
    after: str
    valid_from: str

    @property
    def subject(self) -> str:
        return f"policy:{self.key}"
