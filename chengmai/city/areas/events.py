"""Facts that managed areas announce."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class AreaDrawn(Fact):
    """A managed area came into use, or took another ground or another person in charge."""

    area_id: int
    kind: str
    code: str
    organisation_id: int | None

    @property
    def subject(self) -> str:
        return f"area:{self.area_id}"


@dataclass(frozen=True, kw_only=True)
class AreaEnded(Fact):
    """A managed area is no longer in use."""

    area_id: int
    kind: str
    code: str

    @property
    def subject(self) -> str:
        return f"area:{self.area_id}"
