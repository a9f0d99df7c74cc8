"""The words of API clients."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

KEY_MARK = "cmk"  # how a key begins, so that a leaked one is recognised


class ClientState(StrEnum):
    """Proposed by one administrator, active when another approved, revoked for good."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    REVOKED = "revoked"


class Scope(StrEnum):
    """What a client may be allowed; each operation names the one that opens it."""

    CASES_READ = "cases:read"
    CASES_REPORT = "cases:report"
    CITY_READ = "city:read"
    PEOPLE_READ = "people:read"
    MEDIA_READ = "media:read"
    MEDIA_WRITE = "media:write"


@dataclass(frozen=True)
class IssuedKey:
    """A fresh key; `key` is not shown again."""

    id: int
    key: str
    prefix: str
    expires_at: datetime
