"""Roads of the demo city: rings, radials, a grid bent along the coast, and the railway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString

from chengmai.main.demo_city import names
from chengmai.main.demo_city.frame import bent_line, smooth_line

WIDTH = {1: 32.0, 2: 34.0, 3: 24.0, 4: 14.0, 5: 7.0}  # kerb to kerb, metres, by rank

Uv = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Road:
    """One named road; rank 1 expressway, 2 main, 3 secondary, 4 branch, 5 lane."""

    name: str
    rank: int
    line: LineString

    @property
    def width(self) -> float:
        return WIDTH[self.rank]


# (v, from u, to u, rank): streets along the coast; names.ALONG names them
_ALONG = (
    (150, -9500, 5200, 2), (620, -4700, 4900, 3), (1150, -4700, 4900, 3), (1750, -9600, 9300, 2),
    (2350, -4700, 4900, 3), (2950, -4700, 4900, 3), (3800, -4700, 4900, 2), (4450, -4700, 4900, 3),
    (5100, -9400, 9600, 2), (5850, -4700, 1100, 3), (8500, -9400, 9400, 3), (10000, -8600, 8600, 4),
)  # fmt: skip
# (u, from v, to v, rank): streets from the coast inland; names.ACROSS names them
_ACROSS = (
    (-9000, 150, 5100, 3), (-8200, 150, 2500, 3), (-7400, 150, 10000, 2), (-6600, 150, 2500, 3),
    (-5900, 150, 5100, 3), (-5300, 150, 1750, 3), (-4700, 150, 6900, 2), (-4050, 150, 5850, 3),
    (-3350, 150, 5850, 3), (-2700, 150, 10700, 2), (-2050, 150, 5850, 3), (-1400, 150, 5100, 3),
    (-750, 150, 5850, 2), (-100, 150, 5100, 3), (500, 150, 5850, 3), (1100, 150, 10000, 2),
    (2450, 150, 5100, 3), (3050, 150, 10700, 2), (3700, 150, 5100, 3), (4300, 150, 5100, 3),
    (4900, 150, 6800, 2), (5600, 330, 5100, 3), (6300, 330, 3000, 3), (7000, 330, 10000, 2),
    (7700, 330, 3000, 3), (8400, 330, 3000, 3),
)  # fmt: skip
_FREE: tuple[tuple[str, int, Uv], ...] = (
    ("绕城快速路", 1, [(-9900, 1750), (-9300, 4300), (-7600, 6500), (-4700, 6900), (-1500, 6700), (1600, 6950), (4700, 6800), (7600, 6500), (9300, 4400), (9700, 1750)]),
    ("迎宾大道", 2, [(-2700, 3800), (-3300, 5200), (-5200, 6850), (-6100, 8500)]),
    ("机场路", 2, [(1100, 4450), (2300, 5400), (4200, 6850), (5600, 8500)]),
    ("疏港大道", 1, [(9700, 1750), (8900, 1000), (7700, 900), (6200, 1020)]),
    ("港前路", 3, [(4900, 330), (5600, 330), (7000, 330), (8900, 330)]),
    ("煤港路", 3, [(5600, 3000), (7000, 3000), (8900, 3000)]),
    ("河西滨河路", 3, [(1430, 150), (1500, 1200), (1300, 2500), (1480, 3800), (1700, 5100)]),
    ("河东滨河路", 3, [(1950, 150), (1960, 1200), (1780, 2500), (1920, 3800), (2130, 5100)]),
    ("湖滨路", 4, [(-2680, 820), (-2640, 1080), (-2300, 1130), (-2090, 1060), (-2090, 700), (-2400, 640)]),
    ("山前公路", 3, [(-9300, 6900), (-7400, 7400), (-4600, 7300), (-2700, 7900), (0, 7500), (3050, 7900), (6000, 7300), (7000, 7600), (9400, 7000)]),
    ("石门沟路", 4, [(-7400, 8500), (-8300, 9300), (-8900, 10400)]),
    ("栗园路", 4, [(-2700, 9300), (-1400, 9700), (-400, 10600)]),
    ("青崖路", 4, [(3050, 9200), (4600, 9600), (5400, 10500)]),
)  # fmt: skip
RAILWAY: Uv = [
    (-60000, 9000), (-30000, 5200), (-12000, 3900), (-8000, 3500), (-4700, 3420), (-2000, 3330), (-750, 3350),
    (1000, 3370), (3000, 3480), (4900, 3620), (8000, 4000), (12000, 4700), (30000, 7000), (60000, 9000),
]  # fmt: skip
HARBOUR_RAIL: Uv = [
    (4300, 3580),
    (5200, 3400),
    (5900, 2700),
    (6650, 2000),
    (6750, 1200),
    (7300, 600),
    (8600, 560),
]


def city_roads() -> list[Road]:
    """All roads that carry traffic between quarters (rank 1 to 4), in the plane."""
    roads = [Road(name, rank, smooth_line(uv)) for name, rank, uv in _FREE]
    for v, start, end, rank in _ALONG:
        us = np.arange(start, end + 1, 50.0)
        wave = 26.0 * np.sin(us / 900.0 + v) * (v > 200)
        roads.append(
            Road(
                names.ALONG[v],
                rank,
                bent_line([(float(u), float(v + w)) for u, w in zip(us, wave, strict=True)]),
            )
        )
    for u, low, high, rank in _ACROSS:
        vs = np.arange(low, high + 1, 50.0)
        wave = 24.0 * np.sin(vs / 800.0 + u)
        wave[0] = wave[-1] = 0.0
        roads.append(
            Road(
                names.ACROSS[u],
                rank,
                bent_line([(float(u + w), float(v)) for v, w in zip(vs, wave, strict=True)]),
            )
        )
    far = (("滨海公路", [(-60000, 900), (-30000, 700), (-13000, 700), (-9900, 600), (-9500, 150)]),
           ("滨海公路", [(9300, 1750), (10500, 1500), (14000, 900), (30000, 800), (60000, 900)]),
           ("京岚高速", [(-60000, 12000), (-30000, 8600), (-12000, 7000), (-9300, 5300), (-8800, 5100)]),
           ("京岚高速", [(8800, 5300), (12000, 7200), (30000, 9800), (60000, 13000)]),
           ("岚承公路", [(3050, 10700), (3500, 14000), (1500, 22000), (2500, 40000)]))  # fmt: skip
    for name, uv in far:
        roads.append(
            Road(
                name,
                2 if name == "滨海公路" else 1 if name == "京岚高速" else 3,
                smooth_line(uv, 300.0),
            )
        )
    return roads


def railways() -> list[LineString]:
    """The main line and the branch to the harbour, in the plane."""
    return [smooth_line(RAILWAY, 60.0), smooth_line(HARBOUR_RAIL)]


def bridges(roads: list[Road], river: shapely.Geometry) -> list[Road]:
    """The parts of roads that cross the river, a little longer than the water."""
    banks = river.buffer(18.0)
    found: list[Road] = []
    for road in roads:
        if road.rank > 4 or not road.line.intersects(river):
            continue
        for part in shapely.get_parts(road.line.intersection(banks)):
            if 30.0 < part.length < 420.0:
                found.append(
                    Road(
                        road.name + "桥" if not road.name.endswith("桥") else road.name,
                        road.rank,
                        part,
                    )
                )
    return found
