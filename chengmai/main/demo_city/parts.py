"""Components (部件) of the demo city: where each class stands, and placing them in the wanted number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString
from shapely.ops import unary_union

from chengmai.main.demo_city.blocks import Ground
from chengmai.main.demo_city.divisions import Divisions
from chengmai.main.demo_city.frame import Points
from chengmai.main.demo_city.part_rules import RULES, Rule
from chengmai.main.demo_city.roads import Road, bridges, railways
from chengmai.main.demo_city.water import Waters


@dataclass(frozen=True)
class Part:
    """One component; `cell` is the unit grid that holds it."""

    code: str
    class_code: str
    x: float
    y: float
    cell: int
    where: str


@dataclass(frozen=True)
class Site:
    """Candidate points in the plane with words for where each is."""

    xy: Points
    where: list[str]


class Sites:
    """Finds candidate points for a rule; heavy lookups are made once."""

    def __init__(
        self,
        ground: Ground,
        uses: list[str],
        roads: list[Road],
        waters: Waters,
        rng: np.random.Generator,
    ) -> None:
        self.ground, self.uses, self.waters, self.rng = ground, uses, waters, rng
        lines = [
            part
            for road in roads
            for part in shapely.get_parts(road.line.intersection(ground.outline))
            if isinstance(part, LineString)
        ]
        tree = shapely.STRtree([road.line for road in roads])
        self.roads = [
            Road(roads[int(tree.nearest(line.interpolate(0.5, normalized=True)))].name, 0, line)
            for line in lines
        ]
        kept = [roads[int(tree.nearest(line.interpolate(0.5, normalized=True)))] for line in lines]
        self.roads = [
            Road(road.name, road.rank, line) for road, line in zip(kept, lines, strict=True)
        ]
        self.all_roads = roads
        self.junctions = self._junctions()

    def _junctions(self) -> dict[int, tuple[Points, list[str]]]:
        roads = [r for r in self.roads if r.rank <= 4]
        tree = shapely.STRtree([r.line for r in roads])
        one, two = tree.query([r.line for r in roads], predicate="dwithin", distance=0.5)
        ahead = one < two
        one, two = one[ahead], two[ahead]
        seen: dict[tuple[int, int], tuple[float, float, int, str]] = {}
        for a, b in zip(one.tolist(), two.tolist(), strict=True):
            if roads[a].name == roads[b].name:
                continue
            point = shapely.shortest_line(roads[a].line, roads[b].line).centroid
            rank = max(roads[a].rank, roads[b].rank)
            key = (round(point.x / 15), round(point.y / 15))
            if key not in seen or rank < seen[key][2]:
                seen[key] = (point.x, point.y, rank, f"{roads[a].name}与{roads[b].name}交叉口")
        found: dict[int, tuple[Points, list[str]]] = {}
        for limit in (2, 3, 4):
            rows = [row for row in seen.values() if row[2] <= limit]
            found[limit] = (np.array([(r[0], r[1]) for r in rows]), [r[3] for r in rows])
        return found

    def find(self, rule: Rule, count: int) -> Site:
        """About `count` candidates for the rule, never fewer unless the city has no room."""
        return getattr(self, f"_{rule.where}")(rule, count)  # type: ignore[no-any-return]

    def _kerb(self, rule: Rule, count: int) -> Site:
        low, high = rule.ranks
        roads = [r for r in self.roads if low <= r.rank <= high]
        lengths = np.array([r.line.length for r in roads])
        spacing = 2 * lengths.sum() / max(count * 1.03, 1)
        per = np.floor(2 * lengths / spacing + self.rng.random(len(roads))).astype(int)
        index = np.repeat(np.arange(len(roads)), per)
        rank_in = np.concatenate([np.arange(n) for n in per]) if len(per) else np.empty(0)
        share = (rank_in + self.rng.uniform(0.25, 0.75, len(index))) / np.repeat(per, per)
        side = np.where(rank_in % 2 == 0, 1.0, -1.0)
        lines = np.array([r.line for r in roads], dtype=object)[index]
        distance = share * lengths[index]
        here = shapely.get_coordinates(shapely.line_interpolate_point(lines, distance))
        ahead = shapely.get_coordinates(
            shapely.line_interpolate_point(lines, np.minimum(distance + 2.0, lengths[index]))
        )
        behind = shapely.get_coordinates(
            shapely.line_interpolate_point(lines, np.maximum(distance - 2.0, 0.0))
        )
        along = ahead - behind
        along /= np.hypot(along[:, 0], along[:, 1])[:, None] + 1e-9
        half = np.array([r.width for r in roads])[index] / 2
        if rule.lane:
            off = half * self.rng.uniform(0.12, 0.85, len(index))
        else:
            off = half + rule.offset + self.rng.uniform(-0.25, 0.25, len(index))
        xy = here + np.column_stack([-along[:, 1], along[:, 0]]) * (side * off)[:, None]
        flat = np.abs(along[:, 0]) > np.abs(along[:, 1])
        words = np.where(
            flat,
            np.where(side * np.sign(along[:, 0]) > 0, "路北", "路南"),
            np.where(side * np.sign(along[:, 1]) > 0, "路西", "路东"),
        )
        return Site(
            xy,
            [
                f"{roads[i].name or '小区内路'}{w}"
                for i, w in zip(index.tolist(), words.tolist(), strict=True)
            ],
        )

    def _junction(self, rule: Rule, count: int) -> Site:
        points, words = self.junctions[rule.ranks[1]]
        if len(points) == 0:
            return Site(np.empty((0, 2)), [])
        index = np.resize(self.rng.permutation(len(points)), count)
        angle = (
            self.rng.integers(0, 4, count) * np.pi / 2 + np.pi / 4 + self.rng.normal(0, 0.15, count)
        )
        far = rule.offset + self.rng.uniform(14, 24, count)
        xy = points[index] + np.column_stack([np.cos(angle), np.sin(angle)]) * far[:, None]
        corner = ["东北角", "西北角", "西南角", "东南角"]
        quarter = (((angle % (2 * np.pi)) // (np.pi / 2)).astype(int)) % 4
        return Site(
            xy,
            [words[i] + corner[q] for i, q in zip(index.tolist(), quarter.tolist(), strict=True)],
        )

    def _inside(self, rule: Rule, count: int) -> Site:
        cells = [c.shape for c in self.ground.cells if self.uses[c.block] in rule.uses]
        if not cells:
            return Site(np.empty((0, 2)), [])
        weight = np.minimum(shapely.area(cells), 30000.0)
        chosen = self.rng.choice(len(cells), count, p=weight / weight.sum())
        boxes = shapely.bounds(cells)[chosen]
        shapes = np.array(cells, dtype=object)[chosen]
        xy = shapely.get_coordinates(shapely.point_on_surface(shapes))
        for _again in range(6):
            tries = boxes[:, :2] + (boxes[:, 2:] - boxes[:, :2]) * self.rng.random((count, 2))
            good = shapely.contains_xy(shapes, tries[:, 0], tries[:, 1])
            xy[good] = tries[good]
        return Site(xy, [""] * count)

    def _waterside(self, _: Rule, count: int) -> Site:
        edge = shapely.intersection(self._banks(), self.ground.outline)
        parts = [p for p in shapely.get_parts(edge) if p.length > 5]
        lengths = np.array([p.length for p in parts])
        chosen = self.rng.choice(len(parts), count, p=lengths / lengths.sum())
        at = shapely.line_interpolate_point(
            np.array(parts, dtype=object)[chosen], self.rng.random(count), normalized=True
        )
        return Site(
            shapely.get_coordinates(at) + self.rng.normal(0, 1.2, (count, 2)), ["岸边"] * count
        )

    @lru_cache(maxsize=1)  # noqa: B019  one object, drawn once
    def _banks(self) -> shapely.Geometry:
        return unary_union(
            [
                self.waters.inland.buffer(6.0).boundary,
                self.ground.outline.boundary.intersection(self.waters.sea.buffer(30.0)),
            ]
        )

    def _bridge(self, _: Rule, count: int) -> Site:
        spans = bridges(self.all_roads, self.waters.river)[:count]
        return Site(
            shapely.get_coordinates([s.line.interpolate(0.5, normalized=True) for s in spans])
            + 0.7,
            [s.name for s in spans],
        )

    def _crossing(self, _: Rule, count: int) -> Site:
        rail = railways()[0].intersection(self.ground.outline)
        found = [
            (p, r.name)
            for r in self.roads
            if r.rank <= 3
            for p in shapely.get_parts(r.line.intersection(rail))
            if p.geom_type == "Point"
        ]
        found = (found * (count // max(len(found), 1) + 1))[:count]
        return Site(
            np.array([(p.x, p.y) for p, _ in found]) + self.rng.normal(0, 9, (len(found), 2)),
            [f"{n}铁路桥下" for _, n in found],
        )


def place_parts(
    total: int,
    ground: Ground,
    divisions: Divisions,
    uses: list[str],
    roads: list[Road],
    waters: Waters,
    rng: np.random.Generator,
) -> list[Part]:
    """Exactly `total` components of every class, each in exactly one unit grid, with their codes."""
    sites = Sites(ground, uses, roads, waters, rng)
    tree = shapely.STRtree([cell.shape for cell in ground.cells])
    share = total / sum(rule.count for rule in RULES)
    classes: list[str] = []
    points, words, cells = [], [], []
    for rule in RULES:
        wanted = max(4, round(rule.count * share * 1.04))  # some fall outside the city
        site = sites.find(rule, wanted)
        if len(site.xy) == 0:
            continue
        inside, owner = tree.query(shapely.points(site.xy), predicate="within")
        classes += [rule.class_code] * len(inside)
        points.append(site.xy[inside])
        words += [site.where[i] for i in inside.tolist()]
        cells.append(owner)
    return _numbered(
        total, classes, np.vstack(points), words, np.concatenate(cells), divisions, rng
    )


def _numbered(
    total: int,
    classes: list[str],
    xy: Points,
    words: list[str],
    cells: npt.NDArray[np.int64],
    divisions: Divisions,
    rng: np.random.Generator,
) -> list[Part]:
    counts: dict[str, int] = {}
    for code in classes:
        counts[code] = counts.get(code, 0) + 1
    spare = len(classes) - total
    dropped: set[int] = set()
    for number in rng.permutation(len(classes)).tolist():
        if spare <= 0:
            break
        if counts[classes[number]] > total / 400:  # rare classes stay whole
            dropped.add(number)
            counts[classes[number]] -= 1
            spare -= 1
    serial: dict[str, int] = {}
    parts = []
    for number, class_code in enumerate(classes):
        if number in dropped:
            continue
        cell = int(cells[number])
        head = divisions.grid_of_cell[cell][:6] + class_code[1:]
        serial[head] = serial.get(head, 0) + 1
        x, y = xy[number].tolist()
        parts.append(Part(f"{head}{serial[head]:06d}", class_code, x, y, cell, words[number]))
    return parts
