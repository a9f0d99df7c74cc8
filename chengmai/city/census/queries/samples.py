"""A sample of a file on the map, in whichever coordinate system a person tries."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import shapely

from chengmai.city.census.errors import BadChoice
from chengmai.city.census.models import CensusImport
from chengmai.city.census.queries.layers import layer_of
from chengmai.city.census.rules.mapping import plain_header
from chengmai.city.census.rules.systems import title_of, to_degrees
from chengmai.city.census.rules.words_of_fields import LAT_NAMES, LON_NAMES


def sample_on_map(row: CensusImport, layer_name: str, system: str, *, swapped: bool) -> dict[str, Any]:  # fmt: skip
    """The first shapes of a layer as GeoJSON in WGS 84, read in this system. Raises BadChoice."""
    layer = layer_of(row, layer_name)
    if layer is None:
        raise BadChoice(
            "There is no such layer.", field="layer", remedy="Choose a layer of the file."
        )
    found = row.found.get(layer.name) or {}
    shapes = shapely.from_wkb([bytes.fromhex(one) for one in found.get("shapes", [])], on_invalid="ignore")  # fmt: skip
    if not len(shapes):
        shapes = _points(layer.columns, found.get("sample", []))
    way = to_degrees(system or "wgs84", layer.system)

    def moved(points: Any) -> Any:
        turned = points[:, ::-1] if swapped else points
        return way(turned) if way and len(turned) else turned

    placed = shapely.transform(shapes, moved)
    inside = [one for one in placed if one is not None and _on_globe(one)]
    features = [
        {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(one))}
        for one in inside
    ]
    return {
        "type": "FeatureCollection",
        "features": features,
        "total": len(shapes),
        "system": system,
        "title": title_of(system, layer.system) if system else "",
    }


def _on_globe(shape: Any) -> bool:
    west, south, east, north = shape.bounds
    return bool(-180 <= west <= east <= 180 and -90 <= south <= north <= 90)


def _points(columns: tuple[str, ...], sample: list[list[str]]) -> Any:
    plain = [plain_header(one) for one in columns]
    lon = next((plain.index(name) for name in LON_NAMES if name in plain), None)
    lat = next((plain.index(name) for name in LAT_NAMES if name in plain), None)
    found = []
    for cells in sample:
        try:
            if lon is not None and lat is not None:
                found.append((float(cells[lon]), float(cells[lat])))
        except (ValueError, IndexError):
            continue
    return shapely.points(np.array(found, dtype=np.float64).reshape(-1, 2))
