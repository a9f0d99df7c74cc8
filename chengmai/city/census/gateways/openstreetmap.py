"""OpenStreetMap extracts (PBF or XML): roads, buildings, named places, house numbers, by pyosmium.

OpenStreetMap's data are under the ODbL: whoever shows them names the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import osmium
import shapely
from osmium.geom import WKBFactory

from chengmai.city.census.errors import FileNotReadable
from chengmai.city.census.gateways.archive import Part
from chengmai.city.census.words import LayerFound, Row

BATCH = 20_000
ROADS, BUILDINGS, PLACES, NUMBERS = "roads", "buildings", "places", "house_numbers"
COLUMNS = {
    ROADS: ("osm_id", "name", "highway"),
    BUILDINGS: ("osm_id", "name", "building", "height"),
    PLACES: ("osm_id", "name", "kind", "address", "opening_hours", "phone", "capacity"),
    NUMBERS: ("osm_id", "addr:street", "addr:housenumber"),
}
_SHAPES = {ROADS: "LineString", BUILDINGS: "MultiPolygon", PLACES: "Point", NUMBERS: "Point"}
_PLACE_TAGS = ("amenity", "shop", "tourism", "leisure", "office", "healthcare", "emergency")
_HIGHWAYS = frozenset(
    ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street",
     "service", "pedestrian", "motorway_link", "trunk_link", "primary_link", "secondary_link", "tertiary_link")
)  # fmt: skip
Found = tuple[str, tuple[str | None, ...], bytes]


class OsmSource:
    """One extract."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def layers(self) -> list[LayerFound]:
        """Roads, buildings and places, as far as the extract has them. Raises FileNotReadable."""
        counts = dict.fromkeys(COLUMNS, 0)
        for layer, _, _ in self._found():
            counts[layer] += 1
        found = [
            LayerFound(
                name=name, title=name, rows=count, columns=COLUMNS[name], shape=_SHAPES[name],
                system="EPSG:4326", encoding="utf-8", notes=("odbl",),
            )
            for name, count in counts.items()
            if count
        ]  # fmt: skip
        if not found:
            raise FileNotReadable("The extract holds no roads, buildings or places.", field="file", reason="no_rows", remedy="Choose another extract.")  # fmt: skip
        return found

    def rows(self, layer: LayerFound, encoding: str = "") -> Iterator[list[Row]]:
        """The rows of one layer in batches."""
        del encoding
        batch: list[Row] = []
        wanted = (one for one in self._found() if one[0] == layer.name)
        for number, (_, values, wkb) in enumerate(wanted, start=1):
            batch.append(Row(number, values, wkb))
            if len(batch) >= BATCH:
                yield batch
                batch = []
        yield batch

    def _found(self) -> Iterator[Found]:
        factory = WKBFactory()
        try:
            for thing in osmium.FileProcessor(_told(self.part.path)).with_locations().with_areas():
                yield from _read(thing, factory)
        except (RuntimeError, ValueError) as problem:
            raise FileNotReadable("The extract cannot be read.", field="file", reason="osm", detail=str(problem)[:160], remedy="Download it again.") from problem  # fmt: skip


def _told(path: Path) -> Any:
    """The file with its form, which osmium would else guess from the name."""
    with path.open("rb") as file:
        form = "pbf" if b"OSMHeader" in file.read(64) else "osm"
    return osmium.io.File(str(path), form)


def _read(thing: Any, factory: Any) -> Iterator[Found]:
    """A road, a building, a named place, a house number; what has no whole geometry is left out."""
    tags = thing.tags
    try:
        yield from _numbers(thing, factory)
        if thing.is_way() and tags.get("highway") in _HIGHWAYS:
            road = tags["highway"].removesuffix("_link")
            wkb = factory.create_linestring(thing)
            yield ROADS, (f"w{thing.id}", tags.get("name"), road), bytes.fromhex(wkb)
        if thing.is_area() and "building" in tags and tags["building"] != "no":
            wkb = factory.create_multipolygon(thing)
            values = (_area_id(thing), tags.get("name"), tags["building"], tags.get("height"))
            yield BUILDINGS, values, bytes.fromhex(wkb)
        if thing.is_node() and "name" in tags:
            kind = next((tags[tag] for tag in _PLACE_TAGS if tag in tags), None)
            if kind is not None:
                yield PLACES, _place(thing, kind), bytes.fromhex(factory.create_point(thing))
    except (RuntimeError, osmium.InvalidLocationError):
        return


def _numbers(thing: Any, factory: Any) -> Iterator[Found]:
    """A door: a node with its number, or the middle of a building that has one."""
    tags = thing.tags
    number, street = tags.get("addr:housenumber"), tags.get("addr:street")
    if not number or not street:
        return
    if thing.is_node():
        yield NUMBERS, (f"n{thing.id}", street, number), bytes.fromhex(factory.create_point(thing))
    elif thing.is_area():
        shape = shapely.from_wkb(bytes.fromhex(factory.create_multipolygon(thing)))
        middle = shapely.to_wkb(shapely.point_on_surface(shape))
        yield NUMBERS, (_area_id(thing), street, number), bytes(middle)


def _area_id(thing: Any) -> str:
    return f"{'w' if thing.from_way() else 'r'}{thing.orig_id()}"


def _place(node: Any, kind: str) -> tuple[str | None, ...]:
    tags = node.tags
    street = f"{tags.get('addr:street') or ''}{tags.get('addr:housenumber') or ''}"
    return (
        f"n{node.id}", tags.get("name"), kind, street or None, tags.get("opening_hours"),
        tags.get("phone"), tags.get("capacity"),
    )  # fmt: skip
