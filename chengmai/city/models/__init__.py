"""The tables of city."""

from chengmai.city.areas.models import AreaKind, ManagedArea
from chengmai.city.atlas.models import LayerChoice, LayerRule, LayerStyle
from chengmai.city.models.base_map import BaseFeature, LayerVersion, Place, PlaceKind
from chengmai.city.models.calendar import CalendarDay, OfficeHours
from chengmai.city.models.classes import (
    ClassSuccession,
    CodeSystem,
    Condition,
    MatterClass,
    Responsibility,
)
from chengmai.city.models.components import Component, ComponentChange
from chengmai.city.models.divisions import Division, DutyGrid, GridSuccession, UnitGrid
from chengmai.city.models.plans import PlannedChange
from chengmai.city.models.settings import Setting

__all__ = [
    "AreaKind",
    "BaseFeature",
    "CalendarDay",
    "ClassSuccession",
    "CodeSystem",
    "Component",
    "ComponentChange",
    "Condition",
    "Division",
    "DutyGrid",
    "GridSuccession",
    "LayerChoice",
    "LayerRule",
    "LayerStyle",
    "LayerVersion",
    "ManagedArea",
    "MatterClass",
    "OfficeHours",
    "Place",
    "PlaceKind",
    "PlannedChange",
    "Responsibility",
    "Setting",
    "UnitGrid",
]
