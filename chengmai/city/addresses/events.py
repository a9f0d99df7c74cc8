"""Facts that addresses announce."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class HouseNumberChanged(Fact):
    """A house number was added, moved or removed; positions are (longitude, latitude), WGS 84."""

    number_id: int
    road: str
    number: str
    before: tuple[float, float] | None = None
    after: tuple[float, float] | None = None

    @property
    def subject(self) -> str:
        return f"house-number:{self.number_id}"
