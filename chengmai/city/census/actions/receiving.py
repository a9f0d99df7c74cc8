"""A file is received and looked into: kind, layers, encoding, system, and whom it resembles."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import numpy as np
import shapely
from django.db import transaction

from chengmai.city.census.actions.working import Clock, beat
from chengmai.city.census.errors import FileNotReadable, FileTooLarge
from chengmai.city.census.gateways import store
from chengmai.city.census.gateways.source import OpenedFile
from chengmai.city.census.models import CensusImport
from chengmai.city.census.queries.imports import (
    MEGABYTE,
    guessed_choices,
    guessed_target,
    limits_now,
    refuse_others,
)
from chengmai.city.census.rules.mapping import guess_columns, plain_header
from chengmai.city.census.rules.systems import judge
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.words import FileKind, ImportState, LayerFound, Row, Step
from chengmai.city.queries.grids import outline
from chengmai.identity.words import Actor
from chengmai.kernel.places import Bounds

_SHOWN_ROWS = 12
_SHOWN_TEXT = 120
_SHAPES = 200
_SHAPE_BYTES = 20_000
_BY_RULE = {FileKind.GEOJSON: "wgs84", FileKind.KML: "wgs84", FileKind.OSM: "wgs84"}


@transaction.atomic
def receive_file(*, content: IO[bytes], file_name: str, actor: Actor, at: datetime) -> CensusImport:
    """Keep a sent file; a worker looks into it. Raises NotYours, FileTooLarge, FileNotReadable."""
    refuse_others(actor)
    size, digest = measured(content)
    refuse_too_large(size)
    if not size:
        raise FileNotReadable("The file is empty.", field="file", reason="empty", remedy="Choose another file.")  # fmt: skip
    row = CensusImport.objects.create(
        file_name=Path(file_name.replace("\\", "/")).name.replace("\x00", "")[:200] or "?",
        bytes=size,
        sha256=digest,
        by_id=actor.id,
        at=at,
        moved_at=at,
    )
    store.keep(row.key, content)
    return row


def refuse_too_large(size: int) -> None:
    """Raises FileTooLarge, naming the limit in megabytes."""
    limit = limits_now().bytes
    if size > limit:
        raise FileTooLarge(
            f"The file is larger than {limit // MEGABYTE} MB.",
            field="file",
            bytes=size,
            limit=limit,
            remedy="Pack it as a zip, or divide it into several files.",
        )


def measured(content: IO[bytes]) -> tuple[int, str]:
    """How many bytes there are, and their SHA-256."""
    digest = hashlib.sha256()
    size = 0
    content.seek(0)
    while chunk := content.read(1 << 20):
        size += len(chunk)
        digest.update(chunk)
    return size, digest.hexdigest()


@contextmanager
def opened(row: CensusImport) -> Iterator[OpenedFile]:
    """The file of an import, unpacked in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="chengmai-census-") as name:
        folder = Path(name)
        path = folder / "sent"
        if not store.fetch(row.key, path):
            raise FileNotReadable("The file is no longer kept.", field="file", reason="gone", remedy="Send it again.")  # fmt: skip
        yield OpenedFile(path, Path(row.file_name).stem or row.file_name, folder, limits_now())


def look_into(row: CensusImport, clock: Clock) -> None:
    """Find out what a received file holds, and guess what a person would choose."""
    beat(row.pk, ImportState.RECEIVED, Step.OPENING, clock)
    with opened(row) as file:
        layers = file.layers
        found = {one.name: _found(file, one) for one in layers}
        row.kind = file.kind
    row.layers, row.found = [one.as_json() for one in layers], found
    first = max(layers, key=lambda one: (not one.hidden, _known(one, row.file_name), one.rows))
    row.target = guessed_target(first, row.file_name)
    if row.target:
        row.choices = guessed_choices(row, first, TARGETS[row.target]).as_json()
    else:
        row.choices = {"layer": first.name}
    row.total = first.rows
    row.state, row.step, row.moved_at = ImportState.FOUND, "", clock()
    fields = ["kind", "layers", "found", "target", "choices", "total", "state", "step", "moved_at"]
    row.save(update_fields=fields)


def _known(layer: LayerFound, file_name: str) -> bool:
    return bool(guessed_target(layer, file_name))


def _found(file: OpenedFile, layer: LayerFound) -> dict[str, Any]:
    """What the screen shows of a layer: first rows, some shapes, and the system's finding."""
    rows = file.sample(layer.name, _SHAPES)
    kind = file.kind_of(layer.name)
    points = sample_points(rows) if layer.shape else _columns_of_points(layer, rows)
    where = outline()
    finding = judge(
        layer.system,
        points,
        Bounds(*where.bounds) if where else None,
        by_rule=_BY_RULE.get(kind, ""),
        hint="gcj02" if _from_amap(layer) else "",
    )
    shapes = [row.wkb.hex() for row in rows if row.wkb and len(row.wkb) < _SHAPE_BYTES]
    return {
        "kind": kind,
        "guessed_target": guessed_target(layer, ""),
        "sample": [
            [(cell or "")[:_SHOWN_TEXT] for cell in row.values] for row in rows[:_SHOWN_ROWS]
        ],
        "shapes": shapes[:_SHAPES],
        "system": {
            "system": finding.system,
            "sure": finding.sure,
            "why": finding.why,
            "candidates": list(finding.candidates),
            "swapped": finding.swapped,
        },
    }


def _from_amap(layer: LayerFound) -> bool:
    """Boundaries as AMap's atlas gives them out are in GCJ-02, whatever GeoJSON prescribes."""
    names = {plain_header(column) for column in layer.columns}
    return "adcode" in names and bool(
        names & {"acroutes", "childrennum", "subfeatureindex", "telecode"}
    )


def sample_points(rows: list[Row]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Coordinates of a sample of rows, in the file's system."""
    shapes = shapely.from_wkb([row.wkb for row in rows if row.wkb], on_invalid="ignore")
    points = shapely.get_coordinates(shapes)
    thinned: np.ndarray[Any, np.dtype[np.float64]] = points[:: max(1, len(points) // 2_000)]
    return thinned


def _columns_of_points(layer: LayerFound, rows: list[Row]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Coordinates that stand in two columns whose names are known; none where there are none."""
    columns = guess_columns(TARGETS["components"], layer.columns)
    if not {"lon", "lat"} <= columns.keys():
        return np.empty((0, 2))
    found = []
    for row in rows:
        try:
            found.append((float(row.values[columns["lon"]] or ""), float(row.values[columns["lat"]] or "")))  # fmt: skip
        except ValueError:
            continue
    return np.array(found, dtype=np.float64).reshape(-1, 2)
