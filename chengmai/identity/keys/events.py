"""Facts of API clients; a key itself stands in none."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class _OfClient(Fact):
    client_id: int

    @property
    def subject(self) -> str:
        return f"client:{self.client_id}"


@dataclass(frozen=True, kw_only=True)
class ClientProposed(_OfClient):
    """Somebody asks that a system may call the API."""

    client_name: str
    organisation_id: int
    scopes: tuple[str, ...]
    sees_whole_city: bool
    per_minute: int
    per_day: int


@dataclass(frozen=True, kw_only=True)
class ClientDecided(_OfClient):
    """The security administrator let a client in, or ended it."""

    state: str


@dataclass(frozen=True, kw_only=True)
class KeyIssued(_OfClient):
    """A client has a fresh key; older ones end after the overlap."""

    key_id: int
    prefix: str
    expires_at: str


@dataclass(frozen=True, kw_only=True)
class KeyRevoked(_OfClient):
    """A key opens nothing any more."""

    key_id: int
    prefix: str
