"""Coordinates go there and back, and a point that cannot be right is told why."""

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengmai.kernel.errors import BadInput
from chengmai.kernel.places import (
    Bounds,
    CoordinateSystem,
    LonLat,
    from_wgs84,
    in_china,
    metres_between,
    to_wgs84,
)
from chengmai.kernel.plausible import check_plausible, likely_system

WGS84, GCJ02, BD09 = CoordinateSystem.WGS84, CoordinateSystem.GCJ02, CoordinateSystem.BD09
DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "coordinates"
CITY = Bounds(119.2, 39.6, 119.9, 40.3)
SYSTEMS = st.sampled_from(list(CoordinateSystem))
LONS = st.floats(73.5, 135.1)
LATS = st.floats(3.8, 53.6)


def published(name: str) -> str:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the published vectors are not here: {path}")
    return path.read_text()


def numbers(text: str) -> list[float]:
    return [float(item) for item in re.findall(r"-?\d+\.\d+", text)]


def rows(text: str, name: str) -> list[list[float]]:
    block = re.search(rf"var {name} = \[(.*?)\];", text, re.S)
    assert block is not None
    return [numbers(line) for line in block[1].splitlines() if numbers(line)]


def test_the_published_points_of_gcj02_are_met():
    for lat, lon, gcj_lat, gcj_lon in rows(published("eviltransform_test_vectors.js"), "tests"):
        assert from_wgs84(lon, lat, GCJ02) == pytest.approx((gcj_lon, gcj_lat), abs=1.5e-6)
        assert to_wgs84(gcj_lon, gcj_lat, GCJ02) == pytest.approx((lon, lat), abs=1.5e-6)


def test_the_published_results_of_coordtransform_are_met():
    text = published("coordtransform_test_vectors.js").split("//result")[1]
    found = {
        line.split(":")[0].strip("/ "): numbers(line) for line in text.split("\n") if ":" in line
    }
    point = (116.404, 39.915)
    gcj_of_bd = from_wgs84(*to_wgs84(*point, BD09), GCJ02)
    bd_of_gcj = from_wgs84(*to_wgs84(*point, GCJ02), BD09)
    assert from_wgs84(*point, GCJ02) == pytest.approx(found["wgs84togcj02"], abs=1e-9)
    assert bd_of_gcj == pytest.approx(found["gcj02tobd09"], abs=1e-6)
    # The published ways back are one-step approximations; ours is exact, so it differs by them.
    assert gcj_of_bd == pytest.approx(found["bd09togcj02"], abs=1e-6)
    assert metres_between(to_wgs84(*point, GCJ02), tuple(found["gcj02towgs84"])) < 1


def test_the_other_published_points_of_bd09_differ_by_a_known_slip_of_their_source():
    """Their source computes BD-09 with π where the formula has 3000π/180; done with its slip, its
    numbers come out, and with the formula they are up to 45 m off. We keep to the formula."""
    for lat, lon, wgs_lat, wgs_lon in rows(published("eviltransform_test_vectors.js"), "bdTests"):
        assert metres_between(to_wgs84(lon, lat, BD09), (wgs_lon, wgs_lat)) < 45
        x, y = lon - 0.0065, lat - 0.006
        radius = math.hypot(x, y) - 0.00002 * math.sin(y * math.pi)
        angle = math.atan2(y, x) - 0.000003 * math.cos(x * math.pi)
        slipped = to_wgs84(radius * math.cos(angle), radius * math.sin(angle), GCJ02)
        assert metres_between(slipped, (wgs_lon, wgs_lat)) < 3


@given(LONS, LATS, SYSTEMS)
def test_there_and_back_is_the_same_place(lon, lat, system):
    there = from_wgs84(lon, lat, system)
    assert to_wgs84(*there, system) == pytest.approx((lon, lat), abs=1e-9, rel=0)


@given(LONS, LATS, SYSTEMS)
def test_back_and_there_is_the_same_place(lon, lat, system):
    back = to_wgs84(lon, lat, system)
    assert from_wgs84(*back, system) == pytest.approx((lon, lat), abs=1e-9, rel=0)


@given(LONS, LATS)
def test_inside_china_the_shift_is_some_hundred_metres(lon, lat):
    assert 1 < metres_between((lon, lat), from_wgs84(lon, lat, GCJ02)) < 1500
    assert 100 < metres_between((lon, lat), from_wgs84(lon, lat, BD09)) < 3500


@given(st.floats(-180, 180), st.floats(-90, 90), SYSTEMS)
def test_outside_china_nothing_is_shifted(lon, lat, system):
    if not in_china(lon, lat):
        assert from_wgs84(lon, lat, system) == (lon, lat)
        assert to_wgs84(lon, lat, system) == (lon, lat)


def test_distances_are_in_metres():
    assert metres_between((119.6, 39.93), (119.6, 39.93)) == 0
    assert metres_between((0, 0), (0, 1)) == pytest.approx(111_195, abs=1)
    assert metres_between((119.6, 60), (120.6, 60)) == pytest.approx(55_597, abs=10)
    assert metres_between((179.9, 0), (-179.9, 0)) == pytest.approx(22_239, abs=1)


def test_a_point_in_the_city_is_taken():
    assert check_plausible(119.6, 39.93, bounds=CITY) == LonLat(119.6, 39.93)
    assert check_plausible(119, 40, bounds=Bounds(119, 40, 120, 41)) == (119.0, 40.0)


MISTAKES = [
    ((0, 0), "zero"),
    ((0.0, -0.0), "zero"),
    ((39.93, 119.6), "swapped"),
    ((-119.6, 39.93), "sign"),
    ((119.6, -39.93), "sign"),
    ((13_313_811.0, 4_855_204.0), "metres"),
    ((537_000.0, 4_420_000.0), "metres"),
    ((200.0, 10.0), "out_of_range"),
    ((119.6, 95.0), "out_of_range"),
    (tuple(from_wgs84(119.8995, 39.93, GCJ02)), "gcj02"),
    (tuple(from_wgs84(119.8995, 39.93, BD09)), "bd09"),
    ((116.4, 39.9), "outside"),
    ((119.6, 0.0), "outside"),
    ((math.nan, 39.93), "not_a_number"),
    ((math.inf, 39.93), "not_a_number"),
    (("119.6", 39.93), "not_a_number"),
    ((None, None), "not_a_number"),
    ((True, False), "not_a_number"),
    ((10**400, 1), "not_a_number"),
]


@pytest.mark.parametrize(("point", "mistake"), MISTAKES, ids=[m for _, m in MISTAKES])
def test_the_likely_mistake_is_named(point, mistake):
    with pytest.raises(BadInput) as refusal:
        check_plausible(*point, bounds=CITY, field="place")
    facts = refusal.value.facts
    assert (facts["mistake"], facts["field"]) == (mistake, "place")
    assert facts["remedy"]


def test_outside_says_how_far():
    with pytest.raises(BadInput) as refusal:
        check_plausible(119.95, 39.93, bounds=CITY)
    assert refusal.value.facts["metres"] == pytest.approx(4264, abs=5)


def test_a_finer_outline_than_the_box_decides_where_there_is_one():
    def west_half(lon, lat):
        return CITY.contains(lon, lat) and lon < 119.5

    assert check_plausible(119.4, 40, bounds=CITY, contains=west_half) == (119.4, 40)
    with pytest.raises(BadInput) as refusal:
        check_plausible(119.6, 40, bounds=CITY, contains=west_half)
    assert refusal.value.facts["mistake"] == "outside"


@given(st.floats(), st.floats())
def test_any_two_numbers_are_taken_or_refused(lon, lat):
    try:
        point = check_plausible(lon, lat, bounds=CITY)
    except BadInput as refusal:
        assert refusal.facts["remedy"]
    else:
        assert CITY.contains(*point)


@pytest.mark.parametrize("system", list(CoordinateSystem))
def test_a_known_place_tells_the_system_of_a_point(system):
    known = (119.6, 39.93)
    assert likely_system(*from_wgs84(*known, system), known=known) is system


def test_a_point_far_from_the_known_place_tells_nothing():
    assert likely_system(119.7, 39.93, known=(119.6, 39.93)) is None
