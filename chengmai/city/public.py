"""The door of city: what other domains may call. Codes and frozen cards cross, no rows."""

from __future__ import annotations

from chengmai.city.actions import (
    LoadReport,
    assign_collector,
    change_day,
    close_grid,
    load_calendar,
    load_default_settings,
    load_standard_classes,
    set_office_hours,
)
from chengmai.city.errors import ClassNotFound
from chengmai.city.queries.calendars import (
    forget_calendar,
    office_calendar,
    organisations_with_hours,
)
from chengmai.city.queries.classes import class_card, class_cards, responsible_organisation
from chengmai.city.queries.grids import (
    division_cards,
    division_names,
    grid_levels,
    locate,
    outline,
)
from chengmai.city.queries.named import spoken_names
from chengmai.city.queries.surroundings import DrawnShape, surroundings

__all__ = [
    "ClassNotFound",
    "DrawnShape",
    "LoadReport",
    "assign_collector",
    "change_day",
    "class_card",
    "class_cards",
    "close_grid",
    "division_cards",
    "division_names",
    "forget_calendar",
    "grid_levels",
    "load_calendar",
    "load_default_settings",
    "load_standard_classes",
    "locate",
    "office_calendar",
    "organisations_with_hours",
    "outline",
    "responsible_organisation",
    "set_office_hours",
    "spoken_names",
    "surroundings",
]
