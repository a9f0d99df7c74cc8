"""Every read of managed areas."""

from chengmai.city.areas.queries.faults import faults_of, read_ground, square_metres
from chengmai.city.areas.queries.shapes import area_versions, shape_of_area, shapes_around
from chengmai.city.areas.queries.standing import (
    Standing,
    areas_in_use,
    card_of,
    kind_cards,
    standing_at,
)

__all__ = [
    "Standing",
    "area_versions",
    "areas_in_use",
    "card_of",
    "faults_of",
    "kind_cards",
    "read_ground",
    "shape_of_area",
    "shapes_around",
    "square_metres",
    "standing_at",
]
