"""Every table that can be imported and exported, by name."""

from __future__ import annotations

from chengmai.city.census.errors import BadChoice
from chengmai.city.census.rules.address_fields import HOUSE_NUMBERS
from chengmai.city.census.rules.component_fields import COMPONENTS
from chengmai.city.census.rules.ground_fields import (
    AREAS,
    DIVISIONS,
    DUTY_GRIDS,
    RESPONSIBILITIES,
    UNIT_GRIDS,
)
from chengmai.city.census.rules.map_fields import BUILDINGS, PLACES, ROADS
from chengmai.city.census.words import TargetSpec

TARGETS: dict[str, TargetSpec] = {
    spec.name: spec
    for spec in (
        COMPONENTS, PLACES, ROADS, BUILDINGS, DIVISIONS, UNIT_GRIDS, DUTY_GRIDS, AREAS,
        RESPONSIBILITIES, HOUSE_NUMBERS,
    )
}  # fmt: skip


def target_of(name: str) -> TargetSpec:
    """The target of this name. Raises BadChoice."""
    found = TARGETS.get(name)
    if found is None:
        raise BadChoice(
            "There is no such kind of data.",
            field="target",
            remedy=f"Choose one of {', '.join(TARGETS)}.",
        )
    return found
