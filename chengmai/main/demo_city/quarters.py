"""Quarters: which part of the city is dense, a harbour, a town, a park or open country."""

from __future__ import annotations

import numpy as np

from chengmai.main.demo_city.frame import Points

# kind, (u from, u to, v from, v to); the first that holds a point wins
BOXES: tuple[tuple[str, tuple[float, float, float, float]], ...] = (
    ("port", (5050, 9250, -1500, 1000)),
    ("resort", (-9100, -5000, 0, 1750)),
    ("old", (-2050, -100, 1750, 2950)),
    ("core", (-4700, 4900, 0, 5100)),
    ("new", (-4700, 1100, 5100, 5850)),
    ("industry", (4900, 8500, 1000, 3050)),
)
# kind, (u, v), radius, name: parks first, then towns
PARKS: tuple[tuple[tuple[float, float], float, str], ...] = (
    ((-2380, 880), 320, "月湖公园"),
    ((3450, 4180), 330, "东山公园"),
    ((150, 4120), 290, "人民公园"),
    ((-4350, 1450), 270, "植物园"),
    ((-1100, 500), 230, "海滨公园"),
    ((4600, 1450), 240, "湿地公园"),
    ((-3700, 4100), 280, "体育公园"),
    ((-7000, 1200), 260, "松林公园"),
    ((700, 2050), 170, "儿童公园"),
    ((6650, 2550), 190, "工人公园"),
    ((2750, 450), 200, "河口公园"),
    ((-2400, 5500), 260, "科创公园"),
)
TOWNS: tuple[tuple[tuple[float, float], float], ...] = (
    ((-7400, 8500), 620), ((-2700, 8500), 760), ((3050, 8500), 700), ((7000, 8500), 560), ((7000, 5100), 620),
    ((-7400, 5100), 700), ((-5900, 3300), 480), ((-9000, 3200), 430), ((1100, 8500), 380), ((8400, 3900), 380),
)  # fmt: skip
CENTRES: tuple[tuple[float, float], ...] = (
    (-300, 1400),
    (-1100, 2500),
    (-750, 3650),
    (3050, 1750),
    (-3000, 5400),
)

# blocks and unit grids aim at these areas, square metres
BLOCK_AREA = {
    "port": 120000,
    "resort": 70000,
    "old": 26000,
    "core": 46000,
    "new": 62000,
    "industry": 95000,
    "town": 42000,
    "open": 1600000,
}
GRID_AREA = {
    "port": 30000,
    "resort": 14000,
    "old": 9500,
    "core": 10500,
    "new": 13000,
    "industry": 24000,
    "town": 12500,
    "open": 420000,
}


def quarter_of(uv: Points) -> list[str]:
    """The quarter of each bent point."""
    u, v = uv[:, 0], uv[:, 1]
    kinds = np.full(len(uv), "open", dtype=object)
    for (at_u, at_v), radius in TOWNS:
        kinds[np.hypot(u - at_u, v - at_v) < radius] = "town"
    for kind, (u0, u1, v0, v1) in reversed(BOXES):
        kinds[(u >= u0) & (u < u1) & (v >= v0) & (v < v1)] = kind
    return [str(kind) for kind in kinds]
