"""From lines to land: faces between big roads, blocks between streets, unit grids inside blocks.

Everything is noded once on a lattice of one centimetre, so that unit grids share their edges
exactly: no gap, no overlap, whatever is joined from them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import unary_union

from chengmai.main.demo_city.frame import bend, unbend
from chengmai.main.demo_city.quarters import BLOCK_AREA, GRID_AREA, quarter_of
from chengmai.main.demo_city.roads import Road, railways
from chengmai.main.demo_city.split import split_area
from chengmai.main.demo_city.water import Area, Waters

LATTICE = 0.01
CRUMB = 2200.0  # unit grids smaller than this join a neighbour, square metres


@dataclass
class Cell:
    """One unit grid in the making: its shape, its block, the face of its block."""

    shape: Polygon
    block: int
    face: int
    neighbours: dict[int, float] = field(default_factory=dict)  # other cell → shared edge, metres


@dataclass
class Ground:
    """The city's land cut up: `cells` tile it exactly; blocks and faces are groups of cells."""

    outline: Area
    cells: list[Cell]
    block_quarter: list[str]
    block_shape: list[Polygon]
    lanes: list[tuple[LineString, int, int]]  # cut, depth in its face, face


def city_outline(waters: Waters) -> Area:
    """The land of the city: wavy borders inland, the coast towards the sea."""
    us = np.arange(-9950.0, 9951.0, 60.0)
    top = np.column_stack([us, 11100 + 420 * np.sin(us / 1300) + 260 * np.sin(us / 480 + 2)])
    vs = np.arange(11000.0, -3500.0, -60.0)
    east = np.column_stack([9900 + 190 * np.sin(vs / 700) + 60 * np.sin(vs / 190), vs])
    west = np.column_stack([-9900 + 170 * np.sin(vs / 600 + 1), vs])[::-1]
    frame = Polygon(bend(np.vstack([top, east, west]))).buffer(0)
    dry = unary_union([waters.land, waters.river]).intersection(frame)
    main = max(shapely.get_parts(dry), key=shapely.area)
    return main


def cut_ground(waters: Waters, roads: list[Road], rng: np.random.Generator) -> Ground:
    """Cut the city's land by roads, railway and river banks into faces, blocks and cells."""
    outline = city_outline(waters)
    lines = [outline.boundary, waters.inland.boundary, *railways()]
    lines += [road.line for road in roads if road.rank <= 4]
    noded = shapely.intersection(unary_union(lines), outline)
    faces = [
        f
        for f in shapely.get_parts(shapely.polygonize(list(shapely.get_parts(noded))))
        if f.area > 4.0
    ]
    quarters = quarter_of(unbend(shapely.get_coordinates(shapely.point_on_surface(faces))))
    wet = shapely.contains_properly(waters.inland.buffer(0.5), faces)

    pieces: list[Polygon] = []
    of_block: list[int] = []
    of_face: list[int] = []
    block_quarter: list[str] = []
    block_shape: list[Polygon] = []
    lanes: list[tuple[LineString, int, int]] = []
    for number, face in enumerate(faces):
        quarter = "water" if wet[number] else quarters[number]
        blocks, cuts = (
            ([face], []) if quarter == "water" else split_area(face, BLOCK_AREA[quarter], rng)
        )
        lanes += [(cut, depth, number) for depth, cut in enumerate(cuts) if quarter != "open"]
        for block in blocks:
            block_quarter.append(quarter)
            block_shape.append(block)
            aim = 60000.0 if quarter == "water" else GRID_AREA[quarter]
            for piece in split_area(block, aim, rng, jitter=0.05)[0]:
                pieces.append(piece)
                of_block.append(len(block_shape) - 1)
                of_face.append(number)
    cells = _tile(pieces, of_block, of_face)
    return Ground(outline, cells, block_quarter, block_shape, lanes)


def _tile(pieces: list[Polygon], of_block: list[int], of_face: list[int]) -> list[Cell]:
    edges = shapely.union_all(shapely.boundary(pieces), grid_size=LATTICE)
    shapes = shapely.get_parts(shapely.polygonize(list(shapely.get_parts(edges))))
    tree = shapely.STRtree(pieces)
    inside, owner = tree.query(shapely.point_on_surface(shapes), predicate="intersects")
    owners = dict(zip(inside.tolist(), owner.tolist(), strict=True))
    kept = [(shape, owners[i]) for i, shape in enumerate(shapes) if i in owners]
    cells = [Cell(shape, of_block[own], of_face[own]) for shape, own in kept]
    return _join_crumbs(meet(cells))


def meet(cells: list[Cell]) -> list[Cell]:
    """Let every cell know its neighbours, by the edges that they share exactly."""
    sides: dict[tuple[float, float, float, float], list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        cell.neighbours = {}
        for ring in (cell.shape.exterior, *cell.shape.interiors):
            points = shapely.get_coordinates(ring).tolist()
            for (x0, y0), (x1, y1) in pairwise(points):
                key = (x0, y0, x1, y1) if (x0, y0) < (x1, y1) else (x1, y1, x0, y0)
                sides[key].append(number)
    for (x0, y0, x1, y1), pair in sides.items():
        if len(pair) == 2:
            length = float(np.hypot(x1 - x0, y1 - y0))
            for one, other in (pair, pair[::-1]):
                known = cells[one].neighbours
                known[other] = known.get(other, 0.0) + length
    return cells


def _join_crumbs(cells: list[Cell]) -> list[Cell]:
    gone: dict[int, int] = {}

    def alive(number: int) -> int:
        while number in gone:
            number = gone[number]
        return number

    for number in sorted(range(len(cells)), key=lambda n: cells[n].shape.area):
        cell = cells[number]
        if cell.shape.area >= CRUMB:
            break
        best, most = None, 0.0
        for other, length in cell.neighbours.items():
            target = alive(other)
            if target == alive(number):
                continue
            weight = length * (
                3.0
                if cells[target].block == cell.block
                else 1.5
                if cells[target].face == cell.face
                else 1.0
            )
            if weight > most:
                best, most = target, weight
        if best is not None:
            gone[alive(number)] = best
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(cells)):
        groups[alive(number)].append(number)
    joined = []
    for chief, members in groups.items():
        shape = cells[chief].shape
        if len(members) > 1:
            shape = shapely.coverage_union_all([cells[m].shape for m in members])
        joined.append(Cell(shape, cells[chief].block, cells[chief].face))
    return meet(joined)


def areas(cells: list[Cell]) -> npt.NDArray[np.float64]:
    """Square metres of each cell."""
    return np.asarray(shapely.area([cell.shape for cell in cells]))
