"""Public places of the demo city with what a caller asks: hours, telephone, capacity, level."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from chengmai.main.demo_city.plan import Plan
from chengmai.main.demo_city.spots import Spot

RANK = 7  # they show in the layer of places, not as labels of the base map


@dataclass(frozen=True)
class Facts:
    """What is known of a place beyond its name."""

    hours: str = ""
    phone: str = ""
    capacity: int | None = None
    level: str = ""
    office: str = ""


def more_places(plan: Plan) -> list[Spot]:
    """Car parks, charging stations, transfer stations and shelters beside the spots of the plan."""
    first: dict[int, int] = {}
    for number, unit in enumerate(plan.ground.cells):
        first.setdefault(unit.block, number)
    communities = {n: a.name for a in plan.divisions.of_level("community") for n in a.cells}
    found: list[Spot] = []
    counts: dict[str, int] = {}

    def add(kind: str, words: str, cell: int) -> None:
        counts[kind] = counts.get(kind, 0) + 1
        point = shapely.point_on_surface(plan.ground.cells[cell].shape)
        head = communities[cell].removesuffix("社区").removesuffix("村")
        shift = 14.0 * (len(found) % 3 - 1)
        found.append(Spot(kind, f"{head}{words}", point.x + shift, point.y + shift, RANK, "", cell))

    for block, use in enumerate(plan.uses):
        cell = first.get(block)
        if cell is None:
            continue
        if use in ("commercial", "hospital") or (use == "tower" and block % 3 == 0):
            add("parking", "停车场", cell)
        if use == "tower" and block % 4 == 1:
            add("charging", "充电站", cell)
        if use in ("park", "school") and block % 3 == 0:
            add("shelter", "应急避难场所", cell)
        if use in ("industry", "village") and block % 7 == 0:
            add("transfer", "垃圾转运站", cell)
    return found


def facts_of(spot: Spot, number: int) -> Facts:
    """The facts of one place; `number` is its place in the list, so they are always the same."""
    phone = f"0399-880{number % 10000:04}"
    if spot.kind == "toilet":
        level = ("一类", "二类", "二类", "三类")[number % 4]
        hours = "全天" if number % 3 == 0 else "05:30–22:30"
        return Facts(hours, phone, 6 + number % 5 * 4, level, "sanitation/3")
    if spot.kind == "market":
        return Facts("05:00–19:00", phone, 60 + number % 9 * 20, "")
    if spot.kind == "shelter":
        level = ("紧急", "固定", "中心")[number % 3]
        return Facts("全天", phone, (800, 3000, 12000)[number % 3], level)
    if spot.kind == "waterlogging":
        return Facts(level=("一般", "重点")[number % 2], office="drain")
    if spot.kind == "transfer":
        return Facts("04:00–22:00", phone, 50 + number % 4 * 50, "小型", "sanitation/2")
    if spot.kind == "parking":
        return Facts("全天", phone, 40 + number % 13 * 25, "")
    if spot.kind == "charging":
        return Facts("全天", phone, 4 + number % 6 * 4, "")
    return Facts()
