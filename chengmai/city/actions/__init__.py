"""Every write of city."""

from chengmai.city.actions.calendars import change_day, load_calendar, set_office_hours
from chengmai.city.actions.classes import LoadReport, load_standard_classes
from chengmai.city.actions.editions import load_edition
from chengmai.city.actions.grids import assign_collector, close_grid
from chengmai.city.actions.regrid import merge_grids, split_grid
from chengmai.city.actions.settings import load_default_settings

__all__ = [
    "LoadReport",
    "assign_collector",
    "change_day",
    "close_grid",
    "load_calendar",
    "load_default_settings",
    "load_edition",
    "load_standard_classes",
    "merge_grids",
    "set_office_hours",
    "split_grid",
]
