"""The whole drawing of the demo city, from a seed, without a database."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.ops import unary_union

from chengmai.main.demo_city import names
from chengmai.main.demo_city.blocks import Ground, cut_ground
from chengmai.main.demo_city.divisions import Divisions, divide
from chengmai.main.demo_city.frame import bend, unbend
from chengmai.main.demo_city.landuse import Building, houses, uses_of
from chengmai.main.demo_city.numbers import HouseNumber, addressed, house_numbers
from chengmai.main.demo_city.parts import Part, place_parts
from chengmai.main.demo_city.quarters import PARKS
from chengmai.main.demo_city.roads import Road, bridges, city_roads, railways
from chengmai.main.demo_city.spots import Spot, label_spots, place_spots
from chengmai.main.demo_city.water import Area, Waters, draw_waters


@dataclass(frozen=True)
class Plan:
    """Everything that can be drawn; all shapes in the plane, metres."""

    waters: Waters
    ground: Ground
    divisions: Divisions
    uses: list[str]
    roads: list[Road]
    bridges: list[Road]
    railways: list[LineString]
    greens: list[tuple[str, str, Area]]  # category, name, shape
    buildings: list[Building]
    spots: list[Spot]
    parts: list[Part]
    plates: list[HouseNumber]

    def shape_of(self, cells: tuple[int, ...]) -> Area:
        """The exact union of these cells."""
        return shapely.coverage_union_all([self.ground.cells[n].shape for n in cells])


def draw_city(seed: int = 20260, *, parts: int = 60000) -> Plan:
    """Draw the city; the same seed and number of components give the same city."""
    streams = np.random.default_rng(seed).spawn(6)
    waters, trunk = draw_waters(), city_roads()
    ground = cut_ground(waters, trunk, streams[0])
    divisions = divide(ground)
    uses = uses_of(ground, waters, streams[1])
    roads = trunk + _lanes(ground, frozenset(road.name for road in trunk))
    greens = _greens(ground, uses, waters, streams[2])
    buildings = houses(ground, uses, waters, roads, streams[3])
    spots = place_spots(ground, divisions, uses, roads, streams[4])
    spots += label_spots(divisions, ground)
    plates = house_numbers(roads, buildings)
    spots = addressed(spots, plates)
    placed = place_parts(parts, ground, divisions, uses, roads, waters, streams[5])
    return Plan(
        waters,
        ground,
        divisions,
        uses,
        roads,
        bridges(roads, waters.river),
        railways(),
        greens,
        buildings,
        spots,
        placed,
        plates,
    )


def _lanes(ground: Ground, taken: frozenset[str]) -> list[Road]:
    """The cuts inside faces: the first ones are named streets, the finer ones lanes."""
    fresh = names.street_names(taken)
    found: list[Road] = []
    for cut, depth, _ in ground.lanes:
        for part in shapely.get_parts(cut):
            if not isinstance(part, LineString) or part.length < 40:
                continue
            (x0, y0), (x1, y1) = part.coords[0], part.coords[-1]
            eastward = abs(x1 - x0) > abs(y1 - y0)
            if depth < 2 and part.length > 160:
                found.append(Road(next(fresh) + ("街" if eastward else "路"), 4, part))
            else:
                name = next(fresh, "") if part.length > 120 else ""
                found.append(Road(name + ("里" if eastward else "巷") if name else "", 5, part))
    return found


def _greens(
    ground: Ground, uses: list[str], waters: Waters, rng: np.random.Generator
) -> list[tuple[str, str, Area]]:
    """Parks with their names, planted strips, woods and fields."""
    by_use: dict[str, list[int]] = {}
    for number, use in enumerate(uses):
        by_use.setdefault(use, []).append(number)

    def joined(use: str) -> Area:
        return unary_union([ground.block_shape[n] for n in by_use.get(use, [])])

    greens: list[tuple[str, str, Area]] = [
        ("farm", "", unary_union([joined("farm"), joined("forest")])),
    ]
    greens += _hills(rng)
    pending = list(by_use.get("park", []))
    centres = unbend(
        shapely.get_coordinates(shapely.centroid([ground.block_shape[n] for n in pending]))
    )
    for (u, v), radius, name in PARKS:
        near = [
            n
            for n, (x, y) in zip(pending, centres.tolist(), strict=True)
            if np.hypot(x - u, y - v) < radius + 120
        ]
        shape = unary_union([ground.block_shape[n] for n in near])
        if near:
            greens.append(("park", name, shape.buffer(-16).buffer(6)))
    named = unary_union([shape for kind, name, shape in greens if name and kind == "park"]).buffer(
        1
    )
    rest = [
        ground.block_shape[n]
        for n in pending
        if not named.intersects(ground.block_shape[n].centroid)
    ]
    greens += [("garden", "", shape.buffer(-13)) for shape in rest]
    greens.append(("strip", "", joined("riverside").buffer(-9)))
    greens.append(("strip", "", joined("shore").difference(waters.beach).buffer(-6)))
    campus = [
        ground.block_shape[n].buffer(-14).buffer(-22).buffer(8) for n in by_use.get("school", [])
    ]
    greens.append(("pitch", "", unary_union(campus).difference(unary_union(campus).buffer(-46))))
    return [(kind, name, shape) for kind, name, shape in greens if not shape.is_empty]


def _hills(rng: np.random.Generator) -> list[tuple[str, str, Area]]:
    """Wooded hills behind the city, and ridges far beyond it."""
    found: list[tuple[str, str, Area]] = []
    for name, u, v, length in (
        ("云峰山", -4700, 10500, 3400),
        ("石门岭", -100, 9500, 2300),
        ("青崖山", 5000, 10500, 3200),
        ("望海岭", -8700, 7700, 1900),
        ("东山", 8700, 7400, 1700),
        ("栗山", 1700, 7600, 1300),
    ):
        found.append(("hill", name, _ridge((u, v), length, 210.0, rng)))
    ridges = []
    for _ in range(46):
        start = (float(rng.uniform(-42000, 42000)), float(rng.uniform(13500, 36000)))
        ridges.append(
            _ridge(start, float(rng.uniform(5000, 13000)), float(rng.uniform(420, 1000)), rng)
        )
    found.append(("forest", "", unary_union(ridges).simplify(25.0)))
    return found


def _ridge(
    middle: tuple[float, float], length: float, half: float, rng: np.random.Generator
) -> Area:
    """A crooked ridge with spurs and a ragged edge, around a bent point."""
    heading, points = float(rng.normal(0.1, 0.35)), [np.array(middle) - np.array([length / 2, 0.0])]
    steps = max(8, int(length / (half * 0.8)))
    for _ in range(steps):
        heading = 0.85 * heading + float(rng.normal(0.0, 0.28))
        points.append(points[-1] + length / steps * np.array([np.cos(heading), np.sin(heading)]))
    taper = 0.45 + 0.75 * np.sin(np.pi * (np.arange(len(points)) + 0.6) / (steps + 1.2))
    spread = np.repeat(np.array(points), 3, axis=0) + rng.normal(
        0.0, half * 0.75, (3 * len(points), 2)
    )
    radius = half * np.repeat(taper, 3) * rng.uniform(0.6, 1.15, 3 * len(points))
    blobs = shapely.buffer(shapely.points(bend(spread)), radius, quad_segs=5)
    body = (
        shapely.union_all(blobs).buffer(half * 0.35, quad_segs=4).buffer(-half * 0.35, quad_segs=4)
    )
    ragged = [_ragged(part, half, rng) for part in shapely.get_parts(body)]
    return unary_union(ragged)


def _ragged(part: Area, half: float, rng: np.random.Generator) -> Area:
    ring = part.exterior.segmentize(half * 0.22)
    at = shapely.get_coordinates(ring)[:-1]
    along = np.arange(len(at)) / len(at) * 2 * np.pi
    push = np.zeros(len(at))
    for turns, size in ((7, 0.16), (13, 0.13), (29, 0.09), (53, 0.05)):
        push = push + np.sin(along * turns + rng.uniform(0, 6.3)) * size
    ahead = np.roll(at, -1, axis=0) - np.roll(at, 1, axis=0)
    outward = np.column_stack([ahead[:, 1], -ahead[:, 0]])
    outward /= np.hypot(outward[:, 0], outward[:, 1])[:, None] + 1e-9
    return shapely.Polygon(at + outward * (push * half)[:, None]).buffer(0)
