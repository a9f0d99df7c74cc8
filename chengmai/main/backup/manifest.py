"""What a backup says of itself: when, of which version, which files with which hashes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

FORMAT = 1


@dataclass(frozen=True)
class FileNote:
    """A file of the backup: its name, and SHA-256 and size in bytes of what is stored."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """One backup. `life` names the stretch of log that continues it; empty where there is none."""

    name: str
    version: str
    way: str  # base | dump
    began_at: str
    ended_at: str
    database: FileNote
    life: str = ""
    first_segment: str = ""
    postgres: int = 0
    migrations: dict[str, list[str]] = field(default_factory=dict)
    media: dict[str, list[Any]] = field(default_factory=dict)  # path → SHA-256, bytes
    keys: FileNote | None = None
    anchors: FileNote | None = None
    ledger_up_to: int = 0
    format: int = FORMAT

    def ended(self) -> datetime:
        """When the copy was complete: it can be brought to this moment and to any later one."""
        return datetime.fromisoformat(self.ended_at)

    def text(self) -> str:
        """As it is stored."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False)


def read_manifest(text: str) -> Manifest:
    """The manifest of this text. Raises ValueError where it is none."""
    body = json.loads(text)
    for name in ("database", "keys", "anchors"):
        body[name] = FileNote(**body[name]) if body.get(name) else None
    try:
        return Manifest(**body)
    except TypeError:
        raise ValueError("not a manifest of this version") from None


def unknown_migrations(theirs: dict[str, list[str]], ours: dict[str, set[str]]) -> list[str]:
    """The steps of the schema that the backup has taken and this program does not know."""
    return [
        f"{app}.{name}"
        for app, names in sorted(theirs.items())
        for name in names
        if name not in ours.get(app, set())
    ]
