"""Facts that city announces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CalendarChanged(Fact):
    """A day became a working day or a day off; deadlines that span it must be computed anew."""

    date: date
    working: bool
    day_name: str = ""

    @property
    def subject(self) -> str:
        return f"calendar:{self.date.year}"


@dataclass(frozen=True, kw_only=True)
class OfficeHoursChanged(Fact):
    """An organisation (None: all) works at other hours; deadlines must be computed anew."""

    organisation_id: int | None

    @property
    def subject(self) -> str:
        return f"office-hours:{self.organisation_id or 0}"


@dataclass(frozen=True, kw_only=True)
class GridClosed(Fact):
    """A unit grid is no longer in use; its code is never used again."""

    grid_code: str

    @property
    def subject(self) -> str:
        return f"grid:{self.grid_code}"


@dataclass(frozen=True, kw_only=True)
class GridsReplaced(Fact):
    """Unit grids were divided or joined: other codes have their ground, components came along."""

    old_codes: tuple[str, ...]
    new_codes: tuple[str, ...]
    components: int = 0

    @property
    def subject(self) -> str:
        return f"grid:{self.old_codes[0]}"


@dataclass(frozen=True, kw_only=True)
class ClassTablesReplaced(Fact):
    """Another edition of the class tables holds from a day on."""

    tag: str
    valid_from: date

    @property
    def subject(self) -> str:
        return f"class-tables:{self.tag}"


@dataclass(frozen=True, kw_only=True)
class CollectorAssigned(Fact):
    """Another collector walks a duty grid, or nobody does."""

    duty_grid_code: str
    collector_id: int | None

    @property
    def subject(self) -> str:
        return f"duty-grid:{self.duty_grid_code}"


@dataclass(frozen=True, kw_only=True)
class ComponentChanged(Fact):
    """A component got another state, a photo or another place; what changed, before and after."""

    code: str
    kind: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str = ""

    @property
    def subject(self) -> str:
        return f"component:{self.code}"


@dataclass(frozen=True, kw_only=True)
class ChangePlanned(Fact):
    """A change of the ground was planned for a day, given up, made on it, or refused then."""

    plan_id: int
    kind: str
    on: date
    state: str

    @property
    def subject(self) -> str:
        return f"plan:{self.plan_id}"
