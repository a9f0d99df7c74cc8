"""Rows as read: into the database by COPY, their geometry already in WGS 84."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import shapely
from django.db import transaction

from chengmai.city.census.rules.systems import Transform
from chengmai.city.census.staging.tables import ask, copy_into, exists, raw_table, run
from chengmai.city.census.words import Row

Progress = Callable[[int], None]


def write_raw(
    import_id: int,
    width: int,
    batches: Iterable[list[Row]],
    *,
    way: Transform | None,
    swapped: bool,
    lon_lat: tuple[int, int] | None,
    most: int,
    progress: Progress,
) -> int:
    """Write every row of a layer; how many. Stops where `progress` raises, and at `most` rows."""
    table = raw_table(import_id)
    columns = ["number", "problem", "geom", *(f"c{at}" for at in range(width))]
    texts = "".join(f", c{at} text" for at in range(width))
    run(f"DROP TABLE IF EXISTS {table}")
    run(f"CREATE UNLOGGED TABLE {table} (number int, problem text, geom geometry{texts})")
    count = 0
    for batch in batches:
        if lon_lat is not None:
            batch = _with_points(batch, *lon_lat)
        shapes = _shapes(batch, way, swapped=swapped)
        with transaction.atomic():
            copy_into(table, columns, _lines(batch, shapes))
        count += len(batch)
        progress(count)
        if count > most:
            break
    return count


def _lines(batch: list[Row], shapes: list[str | None]) -> Iterator[tuple[Any, ...]]:
    for row, shape in zip(batch, shapes, strict=True):
        yield (row.number, row.problem or None, shape, *row.values)


def _with_points(batch: list[Row], lon: int, lat: int) -> list[Row]:
    """Rows whose place stands in two columns; what is no number becomes a point of no number."""
    x, y = _numbers(batch, lon), _numbers(batch, lat)
    given = np.array([bool(row.values[lon] or row.values[lat]) for row in batch])
    points = shapely.to_wkb(shapely.points(np.nan_to_num(x, nan=1e9), np.nan_to_num(y, nan=1e9)))
    return [
        row._replace(wkb=wkb if there else None)
        for row, wkb, there in zip(batch, points, given, strict=True)
    ]


def _numbers(batch: list[Row], at: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([_number(row.values[at]) for row in batch], dtype=np.float64)


def _number(text: str | None) -> float:
    """A coordinate as people write it: 119.6, 119.6°E, １１９．６; anything else is no number."""
    try:
        return float(text or "nan")
    except ValueError:
        pass
    try:
        return float((text or "").strip(" °EeNn东经北纬:：\u3000").replace("，", "."))
    except ValueError:
        return float("nan")


def _shapes(batch: list[Row], way: Transform | None, *, swapped: bool) -> list[str | None]:
    if way is None and not swapped:
        return [row.wkb.hex() if row.wkb else None for row in batch]
    shapes = shapely.from_wkb([row.wkb for row in batch], on_invalid="ignore")
    moved = shapely.transform(shapes, lambda points: _moved(points, way, swapped=swapped))
    return list(shapely.to_wkb(moved, hex=True))


def _moved(
    points: np.ndarray[Any, np.dtype[np.float64]], way: Transform | None, *, swapped: bool
) -> np.ndarray[Any, np.dtype[np.float64]]:
    turned = points[:, ::-1] if swapped else points
    if way is None or not len(turned):
        return turned
    with np.errstate(invalid="ignore"):
        found = way(turned)
    return np.where(np.isfinite(found), found, 1e9)


def raw_is_whole(import_id: int, total: int) -> bool:
    """Whether the rows as read are still there; after a crash of the database they are not."""
    table = raw_table(import_id)
    return total > 0 and exists(table) and ask(f"SELECT count(*) FROM {table}")[0][0] == total  # noqa: S608
