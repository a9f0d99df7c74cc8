"""Water of the demo city: the sea, the bay's beaches, harbour, river, tributary and lakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import unary_union

from chengmai.main.demo_city.frame import bend, smooth_line

Area: TypeAlias = shapely.Geometry  # a Polygon or MultiPolygon

RIVER = [
    (2900, 26000),
    (2300, 17000),
    (2100, 11500),
    (1750, 9600),
    (2250, 8000),
    (1800, 6600),
    (1960, 5400),
    (1700, 3900),
    (1540, 2500),
    (1730, 1200),
    (1680, 300),
    (1690, -260),
]
TRIBUTARY = [
    (-5600, 11800),
    (-5000, 9400),
    (-3600, 8200),
    (-1800, 7400),
    (-300, 6450),
    (700, 6150),
    (1780, 6350),
]
BROOK = [
    (6900, 11500),
    (6400, 9000),
    (5300, 6700),
    (4600, 5500),
    (5150, 4300),
    (5250, 2400),
    (5050, 900),
    (5150, -120),
]
LAKE = [
    (-2620, 740),
    (-2600, 980),
    (-2480, 1075),
    (-2330, 1010),
    (-2250, 1060),
    (-2130, 930),
    (-2170, 740),
    (-2330, 690),
    (-2450, 760),
]
RESERVOIR = [(-8300, 8900), (-8000, 9500), (-7500, 9400), (-7600, 9000), (-7900, 8700)]
PARK_POND = [(3330, 4120), (3400, 4280), (3560, 4270), (3570, 4130), (3430, 4080)]


@dataclass(frozen=True)
class Waters:
    """Areas and lines in the plane, metres."""

    land: Area
    sea: Area
    river: Area
    lakes: tuple[Polygon, ...]
    beach: Area
    piers: Area
    breakwaters: tuple[LineString, ...]
    streams: tuple[tuple[str, LineString], ...]

    @property
    def inland(self) -> Area:
        """River and lakes together."""
        return unary_union([self.river, *self.lakes])


def _ring(uv: Sequence[tuple[float, float]]) -> Polygon:
    rough = Polygon(bend(np.array(uv, dtype=float)))
    return rough.buffer(-28.0).buffer(56.0).buffer(-28.0).simplify(0.5)


def _widening(line: LineString, narrow: float, wide: float) -> Area:
    """A river whose half width grows from source to mouth, with a little irregularity."""
    steps = np.linspace(0.0, 1.0, 260)
    points = shapely.line_interpolate_point(line, steps, normalized=True)
    half = (narrow + (wide - narrow) * steps**2) * (
        1 + 0.16 * np.sin(steps * 90) * np.sin(steps * 37)
    )
    pieces = [
        shapely.convex_hull(
            unary_union([points[i].buffer(half[i]), points[i + 1].buffer(half[i + 1])])
        )
        for i in range(len(points) - 1)
    ]
    return unary_union(pieces).simplify(1.0)


def _islet(uv: Sequence[tuple[float, float]]) -> Polygon:
    return _ring(uv).buffer(-70.0).buffer(70.0).simplify(0.5)


def _box(u0: float, u1: float, v0: float, v1: float) -> Polygon:
    edge = [(u0, v0), (u1, v0), (u1, v1), (u0, v1), (u0, v0)]
    return Polygon(bend(shapely.get_coordinates(LineString(edge).segmentize(40.0))))


def draw_waters() -> Waters:
    """Everything wet, and the land that remains."""
    us = np.concatenate(
        [
            np.arange(-90000.0, -11000.0, 400.0),
            np.arange(-11000.0, 11000.0, 30.0),
            np.arange(11000.0, 90001.0, 400.0),
        ]
    )
    shore = bend(np.column_stack([us, np.zeros_like(us)]))
    inland = bend(np.array([(90000.0, 70000.0), (-90000.0, 70000.0)]))
    offshore = bend(np.array([(90000.0, -80000.0), (-90000.0, -80000.0)]))
    land: Area = Polygon(np.vstack([shore, inland])).buffer(0)
    sea: Area = Polygon(np.vstack([shore, offshore])).buffer(0)

    piers = unary_union(
        [_box(5750, 5900, -520, 60), _box(6350, 6560, -900, 60), _box(7060, 7330, -980, 60), _box(7830, 8080, -860, 60),
         _box(8600, 8760, -420, 60), _box(6330, 6900, -190, 60), _box(-5190, -5150, -330, 20)]
    )  # fmt: skip
    breakwaters = (
        smooth_line([(9250, 0), (9350, -700), (8900, -1500), (7900, -1750), (7000, -1720)]),
        smooth_line([(5350, 0), (5250, -600), (5500, -1250), (6100, -1560)]),
        smooth_line([(-4200, 0), (-4120, -220), (-4330, -420)]),
    )
    mole = unary_union([line.buffer(11.0) for line in breakwaters])
    land = unary_union([land, piers, mole])

    main, side, brook = smooth_line(RIVER), smooth_line(TRIBUTARY), smooth_line(BROOK)
    river = unary_union([_widening(main, 26, 88), _widening(side, 9, 24), _widening(brook, 7, 17)])
    land, river = land.difference(_widening(main, 26, 88)), river.intersection(land)
    lakes = tuple(_ring(uv) for uv in (LAKE, RESERVOIR, PARK_POND))
    islet = _islet([(1500, -2300), (1700, -2150), (1950, -2260), (1800, -2430)])
    land = unary_union([land, islet])
    sea = sea.difference(land)
    sands = [_box(-9300, -5350, -42, 58), _box(-3900, 1400, -46, 62), _box(2050, 4300, -40, 55)]
    beach = unary_union(sands).difference(river)
    streams = (("澄河", main), ("柳溪", side), ("白沙河", brook))
    return Waters(land, sea, river, lakes, beach, piers, breakwaters, streams)
