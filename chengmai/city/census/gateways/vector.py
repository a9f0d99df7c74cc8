"""Shapefile, GeoPackage, GeoJSON and KML through GDAL (pyogrio).

GDAL is shown only files whose content was recognised, under names of our own; what it then says
that it opened must be the driver that was expected, so that no description of other files (VRT and
its like) is ever followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
from pyogrio import raw
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

from chengmai.city.census.errors import FileNotReadable
from chengmai.city.census.gateways import dbf
from chengmai.city.census.gateways.archive import Part
from chengmai.city.census.words import MOST_COLUMNS, FileKind, LayerFound, Row
from chengmai.kernel.texts import NotText, decode

BATCH = 25_000
_DRIVERS = {
    FileKind.SHAPEFILE: ("ESRI Shapefile",),
    FileKind.GEOPACKAGE: ("GPKG",),
    FileKind.GEOJSON: ("GeoJSON",),
    FileKind.KML: ("LIBKML", "KML"),
}
_TROUBLE = (DataSourceError, DataLayerError, FeatureError, FieldError, GeometryError, ValueError, UnicodeError)  # fmt: skip
pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": "YES", "OGR_GEOJSON_MAX_OBJ_SIZE": "200"})


class VectorSource:
    """One file that GDAL reads."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.path = _as_utf8(part) if part.kind is FileKind.GEOJSON else part.path

    def layers(self) -> list[LayerFound]:
        """Every layer that holds rows. Raises FileNotReadable."""
        encoding, notes = self._encoding()
        try:
            names = [str(name) for name, _ in pyogrio.list_layers(self.path)]
            found = [self._layer(name, encoding, notes) for name in names]
        except _TROUBLE as problem:
            raise _unreadable(problem) from problem
        return [layer for layer in found if layer.rows] or found[:1]

    def rows(self, layer: LayerFound, encoding: str = "") -> Iterator[list[Row]]:
        """The rows in batches, geometry without heights. Raises FileNotReadable."""
        shapefile = self.part.kind is FileKind.SHAPEFILE
        step = BATCH if self.part.kind in (FileKind.SHAPEFILE, FileKind.GEOPACKAGE) else layer.rows
        for start in range(0, layer.rows, max(1, step)):
            try:
                _, fids, shapes, columns = raw.read(
                    self.path,
                    layer=None if shapefile else _gdal_name(layer),
                    encoding=(encoding or layer.encoding) if shapefile else None,
                    force_2d=True,
                    skip_features=start,
                    max_features=max(1, step),
                    datetime_as_string=True,
                )
            except _TROUBLE as problem:
                raise _unreadable(problem) from problem
            del fids
            yield _rows(start + 1, shapes, columns)

    def _encoding(self) -> tuple[str, tuple[str, ...]]:
        if self.part.kind is not FileKind.SHAPEFILE:
            return "utf-8", ()
        cpg = self.path.with_suffix(".cpg")
        declared = cpg.read_bytes()[:40].decode("ascii", "replace") if cpg.exists() else ""
        return dbf.encoding_of(self.path.with_suffix(".dbf"), declared)

    def _layer(self, name: str, encoding: str, notes: tuple[str, ...]) -> LayerFound:
        shapefile = self.part.kind is FileKind.SHAPEFILE
        told = pyogrio.read_info(
            self.path,
            layer=None if shapefile else name,
            encoding=encoding if shapefile else None,
            force_feature_count=True,
        )
        if told["driver"] not in _DRIVERS[self.part.kind]:
            raise FileNotReadable("The file is not what it seems.", field="file", reason="driver", remedy="Export it again.")  # fmt: skip
        columns = tuple(str(one)[:100] for one in told["fields"])
        if len(columns) > MOST_COLUMNS:
            raise FileNotReadable("The layer has too many columns.", field="file", reason="columns", limit=MOST_COLUMNS, remedy="Leave out columns that are not needed.")  # fmt: skip
        return LayerFound(
            name=f"{self.part.title}/{name}" if not shapefile else self.part.title,
            title=self.part.title if shapefile else name,
            rows=max(0, int(told["features"])),
            columns=columns,
            shape=str(told["geometry_type"] or ""),
            system="" if self.part.kind in (FileKind.GEOJSON, FileKind.KML) else str(told["crs"] or ""),
            encoding=encoding,
            notes=notes,
        )  # fmt: skip


def _gdal_name(layer: LayerFound) -> str:
    return layer.title


def _rows(first: int, shapes: Any, columns: Sequence[Any]) -> list[Row]:
    texts = [_texts(column) for column in columns]
    count = len(shapes) if shapes is not None else (len(texts[0]) if texts else 0)
    values = list(zip(*texts, strict=True)) if texts else [()] * count
    geometries = shapes.tolist() if shapes is not None else [None] * count
    return [
        Row(number, cells, wkb)
        for number, cells, wkb in zip(range(first, first + count), values, geometries, strict=True)
    ]


def _texts(column: Any) -> list[str | None]:
    """A column as texts: whole numbers without a point, no number and null as None."""
    if column.dtype.kind == "f":
        return [
            None if value != value else (str(int(value)) if value.is_integer() and abs(value) < 1e18 else repr(value))
            for value in column.tolist()
        ]  # fmt: skip
    if column.dtype.kind == "M":
        return [None if np.isnat(value) else str(value) for value in column]
    return [None if value is None else str(value).replace("\x00", "") for value in column.tolist()]


def _as_utf8(part: Part) -> Path:
    """The file itself, or a copy in UTF-8 where it is written otherwise."""
    with part.path.open("rb") as file:
        content = file.read()
    try:
        content.decode("utf-8")
        if not content.startswith(b"\xef\xbb\xbf"):
            return part.path
    except UnicodeDecodeError:
        pass
    try:
        text, _, _ = decode(content)
    except NotText as problem:
        raise _unreadable(problem) from problem
    copy = part.path.with_name("utf8.geojson")
    copy.write_text(text, encoding="utf-8")
    return copy


def _unreadable(problem: Exception) -> FileNotReadable:
    words = str(problem).split("; ")[0]
    shown = " ".join(word for word in words.split() if "/" not in word)[:160]
    return FileNotReadable(
        "The file cannot be read.",
        field="file",
        reason="gdal",
        detail=shown,
        remedy="Open it in a GIS program and export it again.",
    )
