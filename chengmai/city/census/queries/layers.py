"""The layers that were found in a file."""

from __future__ import annotations

from chengmai.city.census.models import CensusImport
from chengmai.city.census.words import LayerFound


def layer_of(row: CensusImport, name: str) -> LayerFound | None:
    """A layer that was found in the file; the first one without a name."""
    layers = [LayerFound.of(one) for one in row.layers]
    if not name:
        return layers[0] if layers else None
    return next((one for one in layers if one.name == name), None)
