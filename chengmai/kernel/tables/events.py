"""The fact that a row of a reference table changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class TableRowChanged(Fact):
    """Who changed which row of which table, why, and its values before and after.

    Personal values are masked and secret ones are only named in `changed`.
    """

    table: str
    row: str
    doing: str
    reason: str = ""
    changed: list[str] = field(default_factory=list)
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    succeeds: str = ""
    restores: int = 0

    @property
    def subject(self) -> str:
        return subject_of(self.table, self.row)


def subject_of(table: str, row: str) -> str:
    """Under which subject the ledger keeps the history of a row."""
    return f"table:{table}:{row}"
