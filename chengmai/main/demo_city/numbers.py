"""House numbers of the demo city: odd on the left of a road, even on the right, from its start.

Numbers grow from the west or the north. Every house that faces a named road counts; about every
second one has a known number plate, so that the others must be found between their neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import shapely

from chengmai.main.demo_city.frame import Numbers, to_lonlat
from chengmai.main.demo_city.landuse import Building
from chengmai.main.demo_city.roads import Road
from chengmai.main.demo_city.spots import Spot

FACING = 48.0  # a house this near to a road has its number there, metres
APART = 14.0  # two numbers of one side are at least so far apart, metres


@dataclass(frozen=True)
class HouseNumber:
    """One number plate; the position is in the plane, metres."""

    road: str
    number: int
    x: float
    y: float
    line: int  # which of the named roads


def house_numbers(roads: list[Road], buildings: list[Building]) -> list[HouseNumber]:
    """The number plates of the city, by road and number."""
    named = [road for road in roads if road.name and road.rank >= 2]
    middles = shapely.centroid([house.shape for house in buildings])
    pieces, owners = _pieces(named)
    houses, near = shapely.STRtree(pieces).query_nearest(
        middles, max_distance=FACING, all_matches=False
    )
    if len(houses) == 0:
        return []
    lines = owners[near]
    shapes = np.array([named[n].line for n in lines.tolist()], dtype=object)
    starts = np.array([_turned(named[n]) for n in lines.tolist()])
    along = shapely.line_locate_point(shapes, middles[houses])
    feet = shapely.line_interpolate_point(shapes, along)
    ahead = shapely.line_interpolate_point(shapes, along + 1.0)
    at, foot, tip = (shapely.get_coordinates(p) for p in (middles[houses], feet, ahead))
    side = (tip - foot)[:, 0] * (at - foot)[:, 1] - (tip - foot)[:, 1] * (at - foot)[:, 0]
    length = shapely.length(shapes)
    rows: dict[tuple[int, bool], list[tuple[float, float, float]]] = defaultdict(list)
    for line, run, whole, back, left, (x, y), (fx, fy) in zip(
        lines.tolist(), along.tolist(), length.tolist(), starts.tolist(), side.tolist(),
        at.tolist(), foot.tolist(), strict=True,
    ):  # fmt: skip
        far = float(np.hypot(x - fx, y - fy))
        share = min(1.0, (named[line].width / 2 + 3.0) / (far + 1e-9))  # the gate is at the street
        rows[line, (left > 0) != back].append(
            (whole - run if back else run, fx + (x - fx) * share, fy + (y - fy) * share)
        )
    return list(_plates(rows, named))


def _pieces(named: list[Road]) -> tuple[Numbers, Numbers]:
    """Every straight piece of the roads with the number of its road: small boxes search fast."""
    lines = np.array([road.line for road in named], dtype=object)
    corners, owner = shapely.get_coordinates(lines, return_index=True)
    same = owner[:-1] == owner[1:]
    ends = np.stack([corners[:-1][same], corners[1:][same]], axis=1)
    return shapely.linestrings(ends), owner[:-1][same]


def _turned(road: Road) -> bool:
    """Whether the line runs towards the west or the north, so that numbers begin at its end."""
    (x0, y0), (x1, y1) = road.line.coords[0], road.line.coords[-1]
    return bool(x1 < x0 if abs(x1 - x0) > abs(y1 - y0) else y1 > y0)


def _plates(
    rows: dict[tuple[int, bool], list[tuple[float, float, float]]], named: list[Road]
) -> Iterable[HouseNumber]:
    used: set[tuple[str, int]] = set()
    for (line, odd), houses in sorted(rows.items()):
        count, last = 0, -APART
        for run, x, y in sorted(houses):
            if run - last < APART:
                continue
            last = run
            count += 1
            number = 2 * count - 1 if odd else 2 * count
            name = named[line].name
            surveyed = count % 5 in (0, 1, 3)
            if surveyed and (name, number) not in used:
                used.add((name, number))
                yield HouseNumber(name, number, x, y, line)


def addressed(spots: list[Spot], plates: list[HouseNumber]) -> list[Spot]:
    """The named places with the address of the nearest number plate, where one is near."""
    if not plates:
        return spots
    tree = shapely.STRtree(shapely.points([(p.x, p.y) for p in plates]))
    points = shapely.points([(s.x, s.y) for s in spots])
    (which, plate) = tree.query_nearest(points, max_distance=260.0, all_matches=False)
    near = dict(zip(which.tolist(), plate.tolist(), strict=True))
    return [
        replace(spot, address=f"{plates[near[n]].road}{plates[near[n]].number}号")
        if spot.address.endswith("号") and n in near
        else spot
        for n, spot in enumerate(spots)
    ]


def as_rows(plates: list[HouseNumber]) -> Iterable[tuple[str, int, str, str, float, float]]:
    """The plates as the gazetteer takes them: road, number, suffix, community, lon, lat (WGS 84)."""
    lonlat = to_lonlat(np.array([(p.x, p.y) for p in plates])).tolist()
    for plate, (lon, lat) in zip(plates, lonlat, strict=True):
        yield plate.road, plate.number, "", "", lon, lat


# alias, name, note: old names, abbreviations and what people say
ALIASES = (
    ("人民路", "人民大街", "旧称"),
    ("滨海大道", "海滨大道", "俗称"),
    ("站前路", "站前大街", "旧称"),
    ("环城快速路", "绕城快速路", "俗称"),
    ("绕城高速", "绕城快速路", "俗称"),
    ("银滩大街", "银滩大道", "旧称"),
    ("建设路", "建设大道", "旧称"),
    ("港城大街", "港城大道", "旧称"),
    ("建国路", "建国街", "俗称"),
    ("火车站", "岚海站", "俗称"),
    ("岚海火车站", "岚海站", "俗称"),
    ("长途汽车站", "岚海长途汽车站", "简称"),
    ("机场", "岚海机场", "简称"),
    ("城管局", "岚海市城市管理局", "简称"),
    ("市政府", "市民中心", "旧址"),
    ("政务中心", "市民中心", "俗称"),
    ("一院", "岚海市第一医院", "简称"),
    ("市一院", "岚海市第一医院", "简称"),
    ("二院", "岚海市第二医院", "简称"),
    ("中医院", "岚海市中医医院", "简称"),
    ("市中医院", "岚海市中医医院", "简称"),
    ("妇幼", "岚海市妇幼保健院", "简称"),
    ("妇幼保健院", "岚海市妇幼保健院", "简称"),
    ("人民医院北院", "岚海市人民医院北院", "简称"),
    ("岚大", "岚海大学", "简称"),
    ("体育馆", "岚海体育馆", "简称"),
    ("市体育馆", "岚海体育馆", "简称"),
    ("动物园", "野生动物园", "简称"),
    ("月湖", "月湖公园", "俗称"),
    ("博物馆", "岚海博物馆", "简称"),
)
