"""Rows into files: Shapefile (zip), GeoPackage, GeoJSON, KML, CSV, XLSX.

Texts that a spreadsheet would take for a formula are marked with an apostrophe, which our own
reader takes off again.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import shapely
from pyogrio import raw

from chengmai.city.census.gateways.sheets import safe_cell
from chengmai.city.census.words import Form, Shape
from chengmai.kernel.workbooks import write_workbook

_DRIVERS = {
    Form.SHAPEFILE: "ESRI Shapefile", Form.GEOPACKAGE: "GPKG", Form.GEOJSON: "GeoJSON", Form.KML: "LIBKML",
}  # fmt: skip
_SUFFIXES = {
    Form.SHAPEFILE: ".shp", Form.GEOPACKAGE: ".gpkg", Form.GEOJSON: ".geojson", Form.KML: ".kml",
}  # fmt: skip
_SHAPES = {Shape.POINT: "Point", Shape.LINE: "MultiLineString", Shape.AREA: "MultiPolygon"}
Batches = Iterable[tuple[list[list[Any]], Any]]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Layout:
    """How a file looks: its name inside, the columns' titles and short names, shape and system."""

    name: str
    titles: tuple[str, ...]
    shorts: tuple[str, ...]
    shape: Shape
    crs: str | None
    encoding: str = "utf-8"


def write_file(path: Path, form: Form, layout: Layout, batches: Batches, progress: Progress) -> int:
    """Write every row; how many. `progress` is told after each batch and may raise to stop."""
    if form in (Form.CSV, Form.XLSX):
        rows = _lines(layout, batches, progress)
        heads = (*layout.titles, *_place_titles(layout))
        if form is Form.XLSX:
            return write_workbook(
                path, title=layout.name, heads=[(h, 120) for h in heads], rows=rows
            )
        return _write_csv(path, layout, heads, rows)
    return _write_vector(path, form, layout, batches, progress)


def _write_csv(path: Path, layout: Layout, heads: Sequence[str], rows: Iterator[list[Any]]) -> int:
    encoding = "utf-8-sig" if layout.encoding == "utf-8" else layout.encoding
    count = 0
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        out = csv.writer(file)
        out.writerow(heads)
        for row in rows:
            out.writerow([safe_cell(cell) for cell in row])
            count += 1
    return count


def _place_titles(layout: Layout) -> tuple[str, ...]:
    if layout.shape is Shape.NONE:
        return ()
    return ("经度", "纬度") if layout.shape is Shape.POINT else ("WKT",)


def _lines(layout: Layout, batches: Batches, progress: Progress) -> Iterator[list[Any]]:
    count = 0
    for rows, shapes in batches:
        if layout.shape is Shape.POINT:
            x, y = shapely.get_x(shapes).tolist(), shapely.get_y(shapes).tolist()
            for row, lon, lat in zip(rows, x, y, strict=True):
                yield [*row, _number(lon), _number(lat)]
        elif layout.shape is Shape.NONE:
            yield from rows
        else:
            for row, text in zip(rows, shapely.to_wkt(shapes, rounding_precision=9), strict=True):
                yield [*row, text]
        count += len(rows)
        progress(count)


def _number(value: float) -> float | None:
    return None if value != value else value


def _write_vector(
    path: Path, form: Form, layout: Layout, batches: Batches, progress: Progress
) -> int:
    names = layout.shorts if form is Form.SHAPEFILE else layout.titles
    cells: list[list[Any]] = [[] for _ in names]
    shapes: list[Any] = []
    count = 0
    for rows, found in batches:
        for column, values in zip(cells, zip(*rows, strict=True), strict=True):
            column.extend(values)
        shapes.extend(shapely.to_wkb(found) if found is not None else [None] * len(rows))
        count += len(rows)
        progress(count)
    with TemporaryDirectory() as folder:
        made = Path(folder) / f"layer{_SUFFIXES[form]}"
        _write_layer(made, form, layout, names, cells, shapes)
        if form is Form.SHAPEFILE:
            _zip(path, Path(folder), layout.name)
        else:
            path.write_bytes(made.read_bytes())
    return count


def _write_layer(
    made: Path, form: Form, layout: Layout, names: Sequence[str], cells: list[list[Any]], shapes: list[Any]
) -> None:  # fmt: skip
    options: dict[str, Any] = {}
    if form is Form.SHAPEFILE:
        options["encoding"] = layout.encoding
    if form is Form.GEOJSON:
        options["layer_options"] = {"RFC7946": "NO", "COORDINATE_PRECISION": "9"}
    raw.write(
        made,
        np.array(shapes, dtype=object),
        [_column(values) for values in cells],
        np.array(names, dtype=object),
        layer=None if form in (Form.SHAPEFILE, Form.GEOJSON) else layout.name,
        geometry_type=_SHAPES.get(layout.shape, "Unknown"),
        driver=_DRIVERS[form],
        crs=layout.crs,
        promote_to_multi=layout.shape in (Shape.LINE, Shape.AREA),
        **options,
    )


def _column(values: list[Any]) -> Any:
    """A column of numbers where every value is one, else of texts."""
    if values and all(isinstance(value, int | float) for value in values):
        whole = all(isinstance(value, int) for value in values)
        return np.array(values, dtype=np.int64 if whole else np.float64)
    return np.array([None if value is None else str(value) for value in values], dtype=object)


def _zip(path: Path, folder: Path, name: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for part in sorted(folder.iterdir()):
            box.write(part, f"{name}{part.suffix}")
