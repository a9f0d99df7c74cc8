"""Districts, streets, communities, unit grids and duty grids with their codes (GB/T 30428.1)."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import shapely

from chengmai.main.demo_city import names
from chengmai.main.demo_city.blocks import Ground
from chengmai.main.demo_city.frame import Points, unbend
from chengmai.main.demo_city.quarters import CENTRES

_RING_U = (-9900, -9600, -9000, -7600, -6000, -4700, -1500, 1600, 4700, 7600, 9000, 9500, 9900)
_RING_V = (1750, 3100, 4700, 6250, 6650, 6830, 6760, 6870, 6780, 6280, 4800, 3400, 1750)
_RIVER_V = (-200, 300, 1200, 2500, 3900, 5400, 6600, 8000)
_RIVER_U = (1690, 1680, 1715, 1590, 1720, 1930, 1850, 2100)

Graph = dict[int, dict[int, float]]


@dataclass(frozen=True)
class Area:
    """A division, unit grid or duty grid: code, name and the cells that make it up."""

    code: str
    name: str
    level: str  # city, district, street, community, grid, duty
    cells: tuple[int, ...]
    management_level: str = "B"


@dataclass(frozen=True)
class Divisions:
    """Every area of the city, outermost first, and the unit grid code of each cell."""

    areas: tuple[Area, ...]
    grid_of_cell: tuple[str, ...]
    duty_of_grid: dict[str, str]

    def of_level(self, level: str) -> list[Area]:
        """The areas of one level, in the order of their codes."""
        return [area for area in self.areas if area.level == level]


def district_of(uv: Points) -> list[str]:
    """The district code of each bent point: ring road, main roads and river are the borders."""
    u, v = uv[:, 0], uv[:, 1]
    ring = np.interp(u, _RING_U, _RING_V)
    east = u > np.interp(v, _RIVER_V, _RIVER_U)
    rules = [
        (v > ring, "139906"), (u > 4900, "139904"), (u < -4700, "139905"), (east, "139907"),
        (v < 1750, "139902"), (v < 3800, "139903"),
    ]  # fmt: skip
    return [str(c) for c in np.select([r for r, _ in rules], [c for _, c in rules], "139908")]


def grow(
    members: list[int], graph: Graph, at: Points, weight: list[float], count: int
) -> list[list[int]]:
    """Connected groups of about equal weight: seeds settle, then every member joins over a border."""
    count = max(1, min(count, len(members)))
    where, mass = at[members], np.array([weight[m] for m in members])
    seeds = [int(np.argmax(mass))]
    for _ in range(count - 1):
        gaps = np.min(np.hypot(*(where[:, None] - where[seeds][None]).transpose(2, 0, 1)), axis=1)
        seeds.append(int(np.argmax(gaps * np.sqrt(mass + 0.2))))
    centres = where[seeds].copy()
    for _ in range(12):
        near = np.argmin(np.hypot(*(where[:, None] - centres[None]).transpose(2, 0, 1)), axis=1)
        for k in range(count):
            if (near == k).any():
                centres[k] = np.average(where[near == k], axis=0, weights=mass[near == k] + 1e-6)
    index = {m: i for i, m in enumerate(members)}
    owner: dict[int, int] = {}
    heap: list[tuple[float, int, int]] = []
    for k in range(count):
        order = np.argsort(np.hypot(*(where - centres[k]).T))
        start = next(members[i] for i in order if members[i] not in owner)
        owner[start] = k
        heap += [(0.0, start, k)]
    taken: set[int] = set()
    heapq.heapify(heap)
    while heap:
        _, node, k = heapq.heappop(heap)
        if node in taken:
            continue
        taken.add(node)
        owner[node] = k
        for other in graph[node]:
            if other in index and other not in taken:
                gap = float(np.hypot(*(where[index[other]] - centres[k])))
                heapq.heappush(heap, (gap, other, k))
    for m in members:  # islands join the nearest group
        if m not in taken:
            owner[m] = int(np.argmin(np.hypot(*(centres - where[index[m]]).T)))
    return [[m for m in members if owner[m] == k] for k in range(count)]


def _lift(ground: Ground, key: Callable[[int], int]) -> Graph:
    """Neighbourhood of groups of cells, where they share more than ten metres."""
    graph: Graph = defaultdict(lambda: defaultdict(float))
    for number, cell in enumerate(ground.cells):
        graph[key(number)].update({})  # a group without neighbours is still a group
        for other, length in cell.neighbours.items():
            if key(other) != key(number):
                graph[key(number)][key(other)] += length
    return {a: {b: w for b, w in around.items() if w > 10.0} for a, around in graph.items()}


def _merge_strays(chosen: dict[int, str], graph: Graph, weight: dict[int, float]) -> dict[int, str]:
    """Every district keeps its largest connected part; the rest goes to a neighbour."""
    for _ in range(4):
        seen: set[int] = set()
        parts: dict[str, list[set[int]]] = defaultdict(list)
        for face in chosen:
            if face in seen:
                continue
            part, stack = set(), [face]
            while stack:
                node = stack.pop()
                if node not in part:
                    part.add(node)
                    stack += [n for n in graph[node] if chosen[n] == chosen[face] and n not in part]
            seen |= part
            parts[chosen[face]].append(part)
        for code, found in parts.items():
            for part in sorted(found, key=lambda p: -sum(weight[f] for f in p))[1:]:
                border: dict[str, float] = defaultdict(float)
                for face in part:
                    for other, length in graph[face].items():
                        if chosen[other] != code:
                            border[chosen[other]] += length
                if border:
                    chosen.update(dict.fromkeys(part, max(border, key=lambda c: border[c])))
    return chosen


def _north_west_first(numbers: Iterable[int], at: Points) -> list[int]:
    return sorted(numbers, key=lambda n: (-round(at[n][1] / 260.0), at[n][0]))


def divide(ground: Ground) -> Divisions:
    """Assign every cell to a community, street and district, number them, and plan patrol areas."""
    cells = ground.cells
    at = shapely.get_coordinates(shapely.centroid([c.shape for c in cells]))
    by_face: dict[int, list[int]] = defaultdict(list)
    by_block: dict[int, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        by_face[cell.face].append(number)
        by_block[cell.block].append(number)
    faces = _lift(ground, lambda n: cells[n].face)
    blocks = _lift(ground, lambda n: cells[n].block)
    alone = {n: dict(c.neighbours) for n, c in enumerate(cells)}
    face_at = np.zeros((max(by_face) + 1, 2))
    for face, members in by_face.items():
        face_at[face] = at[members].mean(axis=0)
    block_at = np.zeros((max(by_block) + 1, 2))
    for block, members in by_block.items():
        block_at[block] = at[members].mean(axis=0)
    ids = list(by_face)
    chosen = dict(zip(ids, district_of(unbend(face_at[ids])), strict=True))
    chosen = _merge_strays(chosen, faces, {f: float(len(by_face[f])) for f in ids})

    uv = unbend(at)
    levels = _levels(ground, uv)
    face_weight = [float(len(by_face.get(f, ()))) for f in range(len(face_at))]
    block_weight = [float(len(by_block.get(b, ()))) for b in range(len(block_at))]
    areas = [Area(names.CITY_CODE[:4], names.CITY_NAME, "city", tuple(range(len(cells))))]
    grid_of_cell = [""] * len(cells)
    duty_of_grid: dict[str, str] = {}
    heads, villages = iter(names.COMMUNITY_HEADS * 3), iter(names.VILLAGE_HEADS * 3)
    used: set[str] = set()
    for code, name, count in names.DISTRICTS:
        inside = sorted(f for f in ids if chosen[f] == code)
        areas.append(Area(code, name, "district", tuple(n for f in inside for n in by_face[f])))
        streets = sorted(
            grow(inside, faces, face_at, face_weight, count),
            key=lambda g: -sum(face_weight[f] for f in g),
        )
        for s, group in enumerate(streets):
            members = [n for f in group for n in by_face[f]]
            rural = sum(
                ground.block_quarter[cells[n].block] in ("open", "town") for n in members
            ) > 0.55 * len(members)
            number = 100 + s if rural else 1 + s
            street = f"{code}{number:03d}"
            areas.append(
                Area(
                    street,
                    names.STREETS[code][s] + ("镇" if rural else "街道"),
                    "street",
                    tuple(members),
                )
            )
            wanted = max(2, round(len(members) / 36))
            own_blocks = sorted({cells[n].block for n in members})
            towns = sorted(
                grow(own_blocks, blocks, block_at, block_weight, wanted),
                key=lambda g: -block_at[g].mean(axis=0)[1],
            )
            for c, town in enumerate(towns):
                inner = _north_west_first((n for b in town for n in by_block[b]), at)
                open_land = sum(
                    ground.block_quarter[b] in ("open", "town") for b in town
                ) > 0.5 * len(town)
                head, tail = (next(villages), "村") if open_land else (next(heads), "社区")
                while head + tail in used:
                    tail = {"村": "东村", "东村": "西村", "社区": "里社区", "里社区": "苑社区"}.get(
                        tail, "新" + tail
                    )
                used.add(head + tail)
                community = f"{street}{(201 if open_land else 1) + c:03d}"
                areas.append(Area(community, head + tail, "community", tuple(inner)))
                for k, one in enumerate(inner, 1):
                    grid_of_cell[one] = f"{community}{k:03d}"
                    areas.append(Area(grid_of_cell[one], "", "grid", (one,), levels[one]))
            for d, beat in enumerate(
                grow(sorted(members), alone, at, [1.0] * len(cells), round(len(members) / 62)), 1
            ):
                duty = f"{street}{d:02d}"
                title = f"{names.STREETS[code][s]}第{d}责任网格"
                areas.append(Area(duty, title, "duty", tuple(beat)))
                duty_of_grid.update({grid_of_cell[n]: duty for n in beat})
    return Divisions(tuple(areas), tuple(grid_of_cell), duty_of_grid)


def _levels(ground: Ground, uv: Points) -> list[str]:
    """A in centres and along the bay, C in open country and the port, B elsewhere."""
    near = np.zeros(len(uv), dtype=bool)
    for u, v in CENTRES:
        near |= np.hypot(uv[:, 0] - u, uv[:, 1] - v) < 520.0
    near |= (uv[:, 1] < 300.0) & (uv[:, 0] > -4000.0) & (uv[:, 0] < 4300.0)
    quarters = [ground.block_quarter[c.block] for c in ground.cells]
    return [
        "A" if close else "C" if quarter in ("open", "town", "port", "water") else "B"
        for close, quarter in zip(near.tolist(), quarters, strict=True)
    ]
