"""What each block is used for, and the houses that stand on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from chengmai.main.demo_city.blocks import Ground
from chengmai.main.demo_city.frame import unbend
from chengmai.main.demo_city.quarters import CENTRES, PARKS
from chengmai.main.demo_city.roads import Road
from chengmai.main.demo_city.water import Waters

# footprint length × depth, pitch along × across (metres), storeys from–to, share of sites built on
HOUSES: dict[str, tuple[float, float, float, float, int, int, float]] = {
    "residential": (54, 13, 64, 31, 6, 18, 0.92),
    "tower": (31, 19, 56, 48, 18, 33, 0.86),
    "commercial": (44, 33, 58, 47, 5, 26, 0.86),
    "old": (19, 11, 23, 17, 1, 3, 0.9),
    "resort": (22, 15, 40, 34, 2, 4, 0.8),
    "school": (62, 15, 84, 44, 4, 5, 0.55),
    "hospital": (58, 20, 74, 44, 6, 14, 0.75),
    "industry": (96, 38, 118, 58, 1, 2, 0.78),
    "port": (120, 42, 190, 110, 1, 1, 0.5),
    "village": (15, 9, 19, 19, 1, 2, 0.82),
    "station": (170, 46, 400, 120, 2, 3, 1.0),
}


@dataclass(frozen=True)
class Building:
    """One house: footprint in the plane, use and storeys."""

    shape: Polygon
    use: str
    storeys: int


def uses_of(ground: Ground, waters: Waters, rng: np.random.Generator) -> list[str]:
    """The use of every block, such as `residential`, `park`, `port`, `farm` or `water`."""
    inside = shapely.get_coordinates(shapely.point_on_surface(ground.block_shape))
    uv = unbend(inside)
    wet_edge = shapely.distance(waters.river, shapely.points(inside))
    area = shapely.area(ground.block_shape)
    luck = rng.random(len(uv))
    kinds: list[str] = []
    for (u, v), edge, size, chance, quarter in zip(
        uv.tolist(),
        wet_edge.tolist(),
        area.tolist(),
        luck.tolist(),
        ground.block_quarter,
        strict=True,
    ):
        central = min(np.hypot(u - x, v - y) for x, y in CENTRES)
        if quarter == "water":
            kind = "water"
        elif any(np.hypot(u - x, v - y) < radius for (x, y), radius, _ in PARKS):
            kind = "park"
        elif quarter != "open" and quarter != "port" and v < 110:
            kind = "shore"
        elif quarter != "open" and edge < 75 and size < 60000:
            kind = "riverside"
        elif quarter == "port":
            kind = "port" if v < 900 else "industry"
        elif quarter in ("industry",):
            kind = "residential" if chance < 0.22 else "park" if chance < 0.27 else "industry"
        elif quarter == "open":
            kind = "forest" if v > 8900 else "farm"
        elif quarter == "town":
            kind = "village" if chance < 0.86 else "school" if chance < 0.92 else "park"
        elif quarter == "resort":
            kind = (
                "resort" if chance < 0.55 or v < 600 else "residential" if chance < 0.9 else "park"
            )
        elif central < 330 or (central < 700 and chance < 0.34):
            kind = "commercial"
        elif chance < 0.035:
            kind = "park"
        elif chance < 0.085:
            kind = "school"
        elif chance < 0.1:
            kind = "hospital"
        elif quarter == "old":
            kind = "old" if chance < 0.72 else "residential"
        elif quarter == "new":
            kind = "tower" if chance < 0.6 else "residential"
        else:
            kind = (
                "tower"
                if chance > 0.8
                else "industry"
                if 0.1 < chance < 0.13 and v > 3900
                else "residential"
            )
        kinds.append(kind)
    return kinds


def houses(
    ground: Ground, uses: list[str], waters: Waters, roads: list[Road], rng: np.random.Generator
) -> list[Building]:
    """Rows of houses inside every built-up block, clear of roads, railway and water."""
    found: list[Building] = []
    for block, use in zip(ground.block_shape, uses, strict=True):
        if use in HOUSES:
            found += _rows(block, use, rng)
    tree = shapely.STRtree([house.shape for house in found])
    blocked: set[int] = set()
    for road in roads:
        gap = road.width / 2 + (5.0 if road.rank < 4 else 2.0)
        blocked.update(tree.query(road.line, predicate="dwithin", distance=gap).tolist())
    blocked.update(tree.query(waters.inland.buffer(14.0), predicate="intersects").tolist())
    blocked.update(tree.query(waters.sea, predicate="dwithin", distance=12.0).tolist())
    return [house for number, house in enumerate(found) if number not in blocked]


def _rows(block: Polygon, use: str, rng: np.random.Generator) -> list[Building]:
    length, depth, along, across, low, high, share = HOUSES[use]
    inner = block.buffer(-11.0 if use not in ("old", "village") else -7.0)
    if inner.is_empty:
        return []
    corners = shapely.get_coordinates(shapely.oriented_envelope(inner))
    if len(corners) < 4:
        return []
    a, b = corners[1] - corners[0], corners[3] - corners[0]
    if abs(a[0]) / (np.hypot(*a) + 1e-9) < abs(b[0]) / (np.hypot(*b) + 1e-9):  # fronts face south
        a, b = b, a
    wide, deep = float(np.hypot(*a)), float(np.hypot(*b))
    ex, ey = a / (wide + 1e-9), b / (deep + 1e-9)
    columns, lines = max(1, int(wide // along)), max(1, int(deep // across))
    length, depth = min(length, wide * 0.92), min(depth, deep * 0.9)
    grid = np.meshgrid(np.arange(columns), np.arange(lines))
    i, j = grid[0].ravel(), grid[1].ravel()
    keep = rng.random(len(i)) < share
    i, j = i[keep], j[keep]
    stretch = rng.uniform(0.82, 1.0, len(i))[:, None]
    middle = (
        corners[0]
        + ex * (((i + 0.5) * wide / columns)[:, None])
        + ey * (((j + 0.5) * deep / lines)[:, None])
    )
    half_x, half_y = ex * length / 2 * stretch, ey * depth / 2
    boxes = shapely.polygons(
        np.stack(
            [
                middle - half_x - half_y,
                middle + half_x - half_y,
                middle + half_x + half_y,
                middle - half_x + half_y,
            ],
            axis=1,
        )
    )
    shapely.prepare(inner)
    boxes = boxes[shapely.contains_properly(inner, boxes)]
    storeys = rng.integers(low, high + 1)
    return [Building(box, use, max(1, int(storeys) + int(rng.integers(-1, 2)))) for box in boxes]
