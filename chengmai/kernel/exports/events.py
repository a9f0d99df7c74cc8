"""Facts of exports: who made which file with how many rows, who fetched it, when it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ExportFact(Fact):
    """`people` names who asked, so that it reaches their screens and nobody else's."""

    export_id: int
    kind: str
    people: tuple[int, ...] = ()

    @property
    def subject(self) -> str:
        return f"export:{self.export_id}"


@dataclass(frozen=True, kw_only=True)
class ExportMade(ExportFact):
    """A file was made; `told` says from what (filters, columns), never the content."""

    rows: int
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ExportFetched(ExportFact):
    """The person who asked took the file."""


@dataclass(frozen=True, kw_only=True)
class ExportRemoved(ExportFact):
    """The file was removed: `why` is `expired` or `dropped`."""

    why: str
