"""A file opened: its layers and rows, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

from chengmai.city.census.errors import BadChoice
from chengmai.city.census.gateways.archive import Part, parts_of
from chengmai.city.census.gateways.openstreetmap import OsmSource
from chengmai.city.census.gateways.sheets import CsvSource
from chengmai.city.census.gateways.vector import VectorSource
from chengmai.city.census.gateways.workbook import WorkbookSource
from chengmai.city.census.words import FileKind, LayerFound, Limits, Row


class Source(Protocol):
    """What each kind of file can do."""

    part: Part

    def layers(self) -> list[LayerFound]:
        """The layers that hold rows."""

    def rows(self, layer: LayerFound, encoding: str = "") -> Iterator[list[Row]]:
        """The rows of a layer in batches; geometry in the file's own system."""


class OpenedFile:
    """The layers of one sent file, which may be an archive of several."""

    def __init__(self, path: Path, title: str, folder: Path, limits: Limits) -> None:
        self._sources = [_source(part) for part in parts_of(path, title, folder, limits)]
        self.kind = self._sources[0].part.kind
        found = [(source, one) for source in self._sources for one in source.layers()]
        self._layers = {one.name: (source, one) for source, one in _distinct(found)}

    @property
    def layers(self) -> list[LayerFound]:
        """Every layer, in the order in which they lie in the file."""
        return [one for _, one in self._layers.values()]

    def layer(self, name: str) -> LayerFound:
        """The layer of this name. Raises BadChoice."""
        return self._of(name)[1]

    def kind_of(self, name: str) -> FileKind:
        """Of which kind the part is that holds this layer."""
        return self._of(name)[0].part.kind

    def rows(self, name: str, encoding: str = "") -> Iterator[list[Row]]:
        """The rows of a layer in batches."""
        source, layer = self._of(name)
        return source.rows(layer, encoding)

    def sample(self, name: str, most: int, encoding: str = "") -> list[Row]:
        """The first rows of a layer."""
        return list(islice((row for batch in self.rows(name, encoding) for row in batch), most))

    def _of(self, name: str) -> tuple[Source, LayerFound]:
        found = self._layers.get(name)
        if found is None:
            raise BadChoice("There is no such layer.", field="layer", layers=list(self._layers))
        return found


def _distinct(found: list[tuple[Source, LayerFound]]) -> Iterator[tuple[Source, LayerFound]]:
    """Layers of one name in two folders of an archive are told apart by a number."""
    names: dict[str, int] = {}
    for source, layer in found:
        names[layer.name] = names.get(layer.name, 0) + 1
        if names[layer.name] > 1:
            yield source, LayerFound.of({**layer.as_json(), "name": f"{layer.name} ({names[layer.name]})"})  # fmt: skip
        else:
            yield source, layer


def _source(part: Part) -> Source:
    match part.kind:
        case FileKind.CSV:
            return CsvSource(part)
        case FileKind.XLSX:
            return WorkbookSource(part)
        case FileKind.OSM:
            return OsmSource(part)
        case _:
            return VectorSource(part)
