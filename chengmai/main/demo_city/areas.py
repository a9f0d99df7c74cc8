"""Managed areas of the demo city: grids of five trades over one ground, cleaning roads, shops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from chengmai.main.demo_city.divisions import Area
from chengmai.main.demo_city.frame import Points
from chengmai.main.demo_city.plan import Plan


@dataclass(frozen=True)
class Ground:
    """One managed area in the plane (metres); `office` is a key, `party` who is no office."""

    kind: str
    code: str
    name: str
    shape: shapely.Geometry
    office: str = ""
    level: str = ""
    party: str = ""


# kind, how many grids, prefix of the code, words of the name, offices in turn
_TRADES: tuple[tuple[str, int, str, str, tuple[str, ...]], ...] = (
    ("sanitation", 46, "HW", "号环卫作业网格", ("sanitation/0", "sanitation/1", "sanitation/c0", "sanitation/c1")),
    ("greening", 30, "YL", "号园林养护网格", ("green/0", "green/1", "green/2", "green/c2")),
    ("drainage", 18, "PS", "号排水分区", ("drain/0", "drain/1", "drain/c5")),
    ("lighting", 12, "ZM", "号照明管理网格", ("municipal/1", "municipal/c4")),
    ("parking", 24, "TC", "号停车管理网格", ()),
)  # fmt: skip
_SHOPS = (
    "小吃店",
    "便利店",
    "五金店",
    "水果店",
    "理发店",
    "药店",
    "文具店",
    "面馆",
    "打印社",
    "服装店",
)
_LEVELS = {1: "特级", 2: "一级", 3: "二级", 4: "三级"}


def draw_areas(plan: Plan, rng: np.random.Generator) -> list[Ground]:
    """Every managed area; the same plan and luck give the same areas."""
    return [*_grids(plan, rng), *_cleaned_roads(plan), *_shopfronts(plan, rng)]


def _grids(plan: Plan, rng: np.random.Generator) -> list[Ground]:
    """Communities gathered around as many middles as the trade has grids; each trade in its own
    way, so that their borders run across each other's and never through a community."""
    communities = plan.divisions.of_level("community")
    shapes = [plan.shape_of(area.cells) for area in communities]
    middles = shapely.get_coordinates(shapely.centroid(shapes))
    urban = [n for n, area in enumerate(communities) if area.code[:6] != "139906"]
    found: list[Ground] = []
    for kind, count, prefix, words, offices in _TRADES:
        chosen = urban if kind == "parking" else list(range(len(communities)))
        nearest = _gathered(middles[chosen], count, rng)
        for number in range(count):
            members = [chosen[n] for n in np.flatnonzero(nearest == number).tolist()]
            if not members:
                continue
            found.append(
                Ground(
                    kind,
                    f"{prefix}{number + 1:03}",
                    f"{_head(communities[members[0]])}{number + 1}{words}",
                    shapely.coverage_union_all([shapes[n] for n in members]),
                    offices[number % len(offices)] if offices else communities[members[0]].code[:6],
                )
            )
    return found


def _head(area: Area) -> str:
    return area.name.removesuffix("社区").removesuffix("村")


def _gathered(points: Points, count: int, rng: np.random.Generator) -> np.ndarray:
    """Which of `count` middles each point belongs to, after a few rounds of moving the middles."""
    middles = points[rng.choice(len(points), count, replace=False)]
    nearest = np.zeros(len(points), dtype=int)
    for _ in range(6):
        nearest = np.argmin(((points[:, None] - middles[None]) ** 2).sum(axis=2), axis=1)
        for number in range(count):
            if (nearest == number).any():
                middles[number] = points[nearest == number].mean(axis=0)
    return nearest


def _cleaned_roads(plan: Plan) -> list[Ground]:
    """Named roads cut into sections of some 900 m, with the level of their rank."""
    offices = ("sanitation/0", "sanitation/1", "sanitation/c0", "sanitation/c1")
    found: list[Ground] = []
    for road in plan.roads:
        if not road.name or road.rank > 3:
            continue
        pieces = max(1, round(road.line.length / 900))
        for number in range(pieces):
            line = shapely.ops.substring(
                road.line, number / pieces, (number + 1) / pieces, normalized=True
            )
            inside = line.intersection(plan.ground.outline)
            if inside.length < 120:
                continue
            found.append(
                Ground(
                    "road_cleaning",
                    f"BJ{len(found) + 1:04}",
                    f"{road.name}第{number + 1}段",
                    inside.buffer(26 - 4 * road.rank, cap_style="flat", quad_segs=2).simplify(1.0),
                    offices[len(found) % 4],
                    _LEVELS[road.rank],
                )
            )
    return found


def _shopfronts(plan: Plan, rng: np.random.Generator) -> list[Ground]:
    """A strip of eight metres before the shops on the edges of commercial and old blocks."""
    found: list[Ground] = []
    for use, shape in zip(plan.uses, plan.ground.block_shape, strict=True):
        if use not in ("commercial", "old"):
            continue
        edge = shape.buffer(-9).exterior if shape.buffer(-9).geom_type == "Polygon" else None
        if edge is None or edge.length < 160:
            continue
        for number in range(min(4, int(edge.length // 80))):
            start = float(rng.uniform(0, edge.length - 40))
            strip = shapely.ops.substring(edge, start, start + 36).buffer(4, cap_style="flat")
            others = (other.shape for other in found[-number:]) if number else ()
            if strip.is_empty or any(strip.intersects(other) for other in others):
                continue
            shop = _SHOPS[int(rng.integers(len(_SHOPS)))]
            found.append(
                Ground(
                    "shopfront",
                    f"MQ{len(found) + 1:04}",
                    f"门前三包责任区{len(found) + 1}",
                    strip,
                    party=f"{shop}（{len(found) + 1}号铺）",
                )
            )
    return found
