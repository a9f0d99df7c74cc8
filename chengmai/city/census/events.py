"""Facts that census announces: one per import, never one per row."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CensusTaken(Fact):
    """A file of the city's own data was taken in."""

    import_id: int
    target: str
    file_name: str
    sha256: str
    added: int
    changed: int
    refused: int
    whole: bool  # False: a person stopped it on the way

    @property
    def subject(self) -> str:
        return f"census:{self.import_id}"


@dataclass(frozen=True, kw_only=True)
class CensusUndone(Fact):
    """An import was taken back, as far as its rows had not changed since."""

    import_id: int
    target: str
    undone: int
    left: int

    @property
    def subject(self) -> str:
        return f"census:{self.import_id}"


@dataclass(frozen=True, kw_only=True)
class CensusExported(Fact):
    """Somebody ordered a file of the city's own data."""

    target: str
    form: str
    rows: int

    @property
    def subject(self) -> str:
        return f"census-export:{self.target}"
