"""The back office of city: recipes of its reference tables, and what it says of others' changes."""

from __future__ import annotations

from chengmai.city.admin.atlas import ALIASES, AREA_KINDS, PLACE_KINDS
from chengmai.city.admin.beginning import BEGINNING
from chengmai.city.admin.ground import DIVISIONS, DUTY_GRIDS, UNIT_GRIDS
from chengmai.city.admin.offices import CALENDAR_DAYS, OFFICE_HOURS, RESPONSIBILITIES, SETTINGS
from chengmai.city.admin.standards import CLASSES, CODE_SYSTEMS, CONDITIONS
from chengmai.city.admin.watching import WATCHERS

TABLES = (
    CODE_SYSTEMS,
    CLASSES,
    CONDITIONS,
    DIVISIONS,
    DUTY_GRIDS,
    UNIT_GRIDS,
    RESPONSIBILITIES,
    OFFICE_HOURS,
    CALENDAR_DAYS,
    PLACE_KINDS,
    AREA_KINDS,
    ALIASES,
    SETTINGS,
)

__all__ = ["BEGINNING", "TABLES", "WATCHERS"]
