"""The drawn city keeps the rules of GB/T 30428.1 and .2, whatever the seed."""

from __future__ import annotations

import re

import numpy as np
import pytest
import shapely

from chengmai.main.demo_city.blocks import areas
from chengmai.main.demo_city.names import DISTRICTS
from chengmai.main.demo_city.offices import staff_of
from chengmai.main.demo_city.part_rules import RULES
from chengmai.main.demo_city.plan import Plan, draw_city

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan() -> Plan:
    return draw_city(7, parts=9000)


def test_seven_districts_share_the_city_without_gap_or_overlap(plan):
    districts = plan.divisions.of_level("district")
    cells = [cell for area in districts for cell in area.cells]
    assert [area.code for area in districts] == [code for code, _, _ in DISTRICTS]
    assert sorted(cells) == list(range(len(plan.ground.cells)))
    assert shapely.coverage_is_valid([plan.shape_of(area.cells) for area in districts])


def test_unit_grids_tile_the_city_exactly(plan):
    shapes = [cell.shape for cell in plan.ground.cells]
    assert shapely.coverage_is_valid(shapes)
    assert areas(plan.ground.cells).sum() == pytest.approx(plan.ground.outline.area, rel=1e-6)
    assert all(shape.geom_type == "Polygon" for shape in shapes)


def test_built_up_unit_grids_are_about_ten_thousand_square_metres(plan):
    sizes = areas(plan.ground.cells)
    built = [
        s
        for s, c in zip(sizes, plan.ground.cells, strict=True)
        if plan.ground.block_quarter[c.block] == "core"
    ]
    assert len(built) > 2000
    assert 8000 < np.median(built) < 13000


@pytest.mark.parametrize(
    ("level", "digits"), [("district", 6), ("street", 9), ("community", 12), ("grid", 15)]
)
def test_codes_are_unique_and_as_long_as_the_standard_says(plan, level, digits):
    codes = [area.code for area in plan.divisions.of_level(level)]
    assert len(codes) == len(set(codes)) > 0
    assert all(re.fullmatch(rf"\d{{{digits}}}", code) for code in codes)


def test_every_division_is_the_union_of_what_its_code_begins(plan):
    for outer, inner, digits in (
        ("district", "street", 6),
        ("street", "community", 9),
        ("community", "grid", 12),
    ):
        below: dict[str, set[int]] = {}
        for area in plan.divisions.of_level(inner):
            below.setdefault(area.code[:digits], set()).update(area.cells)
        for area in plan.divisions.of_level(outer):
            assert below[area.code] == set(area.cells)


def test_streets_and_communities_are_of_one_piece(plan):
    for level in ("district", "street"):
        for area in plan.divisions.of_level(level):
            assert plan.shape_of(area.cells).geom_type == "Polygon", area.name


def test_every_unit_grid_has_one_collector_and_no_beat_leaves_its_street(plan):
    staff = staff_of(plan.divisions, np.random.default_rng(1))
    walkers = [code for worker in staff.workers for code in worker.duty_grids]
    beats = plan.divisions.of_level("duty")
    assert sorted(walkers) == sorted(beat.code for beat in beats)
    assert set(plan.divisions.duty_of_grid) == set(plan.divisions.grid_of_cell)
    for grid, duty in plan.divisions.duty_of_grid.items():
        assert grid.startswith(duty[:9])
    assert len(staff.workers) == 400


def test_every_component_has_a_code_of_16_digits_and_stands_in_exactly_one_grid(plan):
    assert len(plan.parts) == 9000
    assert len({part.code for part in plan.parts}) == 9000
    tree = shapely.STRtree([cell.shape for cell in plan.ground.cells])
    inside, cell = tree.query(shapely.points([(p.x, p.y) for p in plan.parts]), predicate="within")
    assert inside.tolist() == list(range(9000))
    assert cell.tolist() == [part.cell for part in plan.parts]
    for part in plan.parts:
        assert re.fullmatch(r"\d{16}", part.code)
        assert part.code[6:10] == part.class_code[1:]
        assert part.code.startswith(plan.divisions.grid_of_cell[part.cell][:6])


def test_every_class_of_component_is_there(plan):
    assert {part.class_code for part in plan.parts} == {rule.class_code for rule in RULES}
    assert len(RULES) == len({rule.class_code for rule in RULES})


def test_houses_stand_clear_of_water_and_main_roads(plan):
    houses = shapely.STRtree([house.shape for house in plan.buildings])
    assert len(plan.buildings) > 10000
    assert len(houses.query(plan.waters.inland, predicate="intersects")) == 0
    for road in plan.roads:
        if road.rank <= 3:
            assert (
                len(houses.query(road.line.buffer(road.width / 2 - 0.5), predicate="intersects"))
                == 0
            )


def test_the_same_seed_draws_the_same_city(plan):
    again = draw_city(7, parts=9000)
    assert again.parts == plan.parts
    assert again.divisions == plan.divisions
    assert [b.shape.wkb for b in again.buildings[:200]] == [
        b.shape.wkb for b in plan.buildings[:200]
    ]


def test_no_two_roads_share_a_name_by_accident(plan):
    lanes = [road.name for road in plan.roads if road.rank >= 4 and road.name]
    assert len(lanes) - len(set(lanes)) <= 3
