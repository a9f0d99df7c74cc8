"""Named places of the demo city: for labels, search, addresses and the ten-minute circle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely

from chengmai.main.demo_city import names
from chengmai.main.demo_city.blocks import Ground
from chengmai.main.demo_city.divisions import Divisions
from chengmai.main.demo_city.frame import bend, unbend
from chengmai.main.demo_city.quarters import PARKS
from chengmai.main.demo_city.roads import Road, railways


@dataclass(frozen=True)
class Spot:
    """One named point in the plane; `rank` 1 shows from afar, 6 only close by."""

    kind: str
    name: str
    x: float
    y: float
    rank: int
    address: str = ""
    cell: int | None = None


# bent (u, v), kind, name, rank
_KNOWN: tuple[tuple[float, float, str, str, int], ...] = (
    (-640, 3480, "station", "岚海站", 2), (6900, 2150, "station", "临港货运站", 4), (-250, 1420, "government", "市民中心", 3),
    (-1080, 2560, "scenic", "鼓楼", 3), (-900, 2100, "scenic", "文庙", 4), (-1600, 2450, "scenic", "老城隍庙", 5),
    (900, 320, "scenic", "望海亭", 4), (-4680, 40, "scenic", "鸽子崖灯塔", 4), (-7600, 90, "beach", "银滩浴场", 3),
    (-2300, 70, "beach", "月牙湾浴场", 3), (3100, 70, "beach", "东滩浴场", 4), (-520, 1230, "mall", "海天广场", 3),
    (-1240, 2300, "mall", "鼓楼商厦", 4), (3180, 1640, "mall", "澜东天街", 4), (-2900, 5300, "mall", "新元汇", 4),
    (-560, 3700, "bus_station", "岚海长途汽车站", 4), (7100, -300, "harbour", "岚海港", 2), (-4230, 180, "harbour", "渔人码头", 4),
    (200, 1560, "government", "岚海市城市管理局", 4), (1250, 1900, "government", "岚海市人民医院北院", 5),
    (-3050, 5600, "university", "岚海大学", 3), (3500, 3450, "university", "海洋学院", 4), (-1900, 4300, "stadium", "岚海体育馆", 4),
    (-250, 900, "museum", "岚海博物馆", 4), (-6800, 2550, "scenic", "野生动物园", 4), (5600, 8500, "airport", "岚海机场", 3),
    (-7400, 8560, "town", "山前镇", 3), (-2700, 8560, "town", "石门镇", 3), (3050, 8560, "town", "栗园镇", 3), (7000, 8560, "town", "青崖镇", 3),
)  # fmt: skip
ESTATES = ("花园", "小区", "苑", "家园", "新村")
_LOW = ("铁路涵洞", "立交下穿", "路口低洼处", "小区门口", "学校门前", "市场门前")


def address_maker(roads: list[Road]) -> tuple[shapely.STRtree, list[Road]]:
    """A tree of named roads, for "the nearest road" of any point."""
    named = [road for road in roads if road.name]
    return shapely.STRtree([road.line for road in named]), named


def place_spots(
    ground: Ground,
    divisions: Divisions,
    uses: list[str],
    roads: list[Road],
    rng: np.random.Generator,
) -> list[Spot]:
    """Toilets, markets, schools, hospitals, parks, waterlogging points and landmarks."""
    tree, named = address_maker(roads)
    blocks: dict[int, list[int]] = {}
    for number, unit in enumerate(ground.cells):
        blocks.setdefault(unit.block, []).append(number)
    community = {
        n: a.name.removesuffix("社区").removesuffix("村")
        for a in divisions.of_level("community")
        for n in a.cells
    }
    found: list[Spot] = []

    def add(kind: str, name: str, x: float, y: float, rank: int, cell: int | None = None) -> None:
        road = named[int(tree.nearest(shapely.Point(x, y)))]
        number = int(abs(x * 7 + y * 3)) % 380 + 1
        found.append(Spot(kind, name, x, y, rank, f"{road.name}{number}号", cell))

    for (u, v), _, name in PARKS:
        x, y = bend(np.array([(u, v)]))[0]
        add("park", name, x, y, 4)
    for u, v, kind, name, rank in _KNOWN:
        x, y = bend(np.array([(u, v)]))[0]
        add(kind, name, x, y, rank)

    schools, numbers = _school_names(), iter(range(1, 60))
    hospitals = iter(
        (
            "岚海市第一医院",
            "岚海市中医医院",
            "岚海市妇幼保健院",
            "岚海市第二医院",
            "海港医院",
            "澜东区医院",
            "永宁区医院",
            "新元区医院",
        )
    )
    markets, toilets, used = 0, 0, set()
    for block, use in enumerate(uses):
        if block not in blocks:
            continue
        cell = blocks[block][0]
        point = shapely.point_on_surface(ground.cells[cell].shape)
        place, x, y = community[cell], point.x, point.y
        if use == "school":
            add(
                "school",
                f"岚海市第{next(numbers)}中学" if rng.random() < 0.25 else next(schools),
                x,
                y,
                5,
                cell,
            )
        elif use == "hospital":
            add("hospital", next(hospitals, f"{place}社区卫生服务中心"), x, y, 5, cell)
        elif use in ("park", "shore", "riverside", "commercial") and rng.random() < 0.5:
            toilets += 1
            add("toilet", f"{place}{toilets}号公厕", x, y, 6, cell)
        if use in ("residential", "old", "village") and place not in used and rng.random() < 0.14:
            used.add(place)
            markets += 1
            add("market", f"{place}农贸市场" if markets % 3 else f"{place}早市", x, y, 5, cell)
        if use in ("residential", "tower") and rng.random() < 0.3:
            add("estate", f"{place}{ESTATES[block % 5]}", x, y, 6, cell)
    return found + _waterlogging(ground, rng, named)


def _waterlogging(ground: Ground, rng: np.random.Generator, named: list[Road]) -> list[Spot]:
    rail = railways()[0]
    found = []
    for road in named:
        if road.rank <= 3 and road.line.crosses(rail):
            for point in shapely.get_parts(road.line.intersection(rail)):
                if abs(point.x) < 7000:
                    found.append(
                        Spot("waterlogging", f"{road.name}铁路涵洞", point.x, point.y, 6, road.name)
                    )
    low = [r for r in named if r.rank in (3, 4) and r.line.length > 200]
    for index in rng.permutation(len(low))[:22]:
        point = low[index].line.interpolate(float(rng.uniform(0.2, 0.8)), normalized=True)
        name = f"{low[index].name}{_LOW[index % len(_LOW)]}"
        found.append(Spot("waterlogging", name, point.x, point.y, 6, low[index].name))
    hull = ground.outline
    return [s for s in found if hull.contains(shapely.Point(s.x, s.y))]


def _school_names() -> Iterator[str]:
    heads = (
        "实验",
        "文昌",
        "海韵",
        "育才",
        "新华",
        "光明",
        "向阳",
        "育红",
        "青云",
        "启明",
        "朝阳",
        "明德",
        "望海",
        "建设",
        "东盛",
        "南山",
        "红旗",
        "友谊",
        "港城",
    )
    for tail, head in product(
        ("小学", "幼儿园", "中学", "小学分校", "实验学校", "第二小学", "第二幼儿园"), heads
    ):
        yield head + tail


def label_spots(divisions: Divisions, ground: Ground) -> list[Spot]:
    """Labels of the city, districts, streets, communities and waters."""
    found = []

    def inside(cells: tuple[int, ...]) -> shapely.Point:
        shapes = [ground.cells[n].shape for n in cells]
        heart = np.median(shapely.get_coordinates(shapely.centroid(shapes)), axis=0)
        near = int(np.argmin(shapely.distance(shapes, shapely.Point(*heart))))
        return shapely.point_on_surface(shapes[near])

    for level, rank in (("city", 1), ("district", 1), ("street", 3), ("community", 6)):
        for area in divisions.of_level(level):
            spot = inside(area.cells)
            found.append(Spot(level, area.name, spot.x, spot.y, rank, "", area.cells[0]))
    for (u, v), name, kind, rank in (
        ((900, -1400), names.BAY, "bay", 2),
        ((2600, -6500), "岚 海", "sea", 1),
        ((-2380, 870), names.LAKE, "lake", 4),
        ((1700, 800), names.RIVER, "river", 3),
        ((1780, 4600), names.RIVER, "river", 3),
        ((-4400, 8900), names.TRIBUTARY, "river", 5),
        ((5250, 3000), "白沙河", "river", 5),
        ((-7950, 9050), "石门水库", "lake", 4),
        ((1720, -2300), "白鸥屿", "island", 4),
        ((-4700, 10600), "云峰山", "hill", 3),
        ((200, 9500), "石门岭", "hill", 4),
        ((5000, 10700), "青崖山", "hill", 3),
        ((-8600, 7600), "望海岭", "hill", 4),
    ):
        x, y = bend(np.array([(u, v)]))[0]
        found.append(Spot(kind, name, x, y, rank))
    return found


def spot_uv(spot: Spot) -> tuple[float, float]:
    """Where a spot lies in bent coordinates."""
    u, v = unbend(np.array([(spot.x, spot.y)]))[0]
    return float(u), float(v)
