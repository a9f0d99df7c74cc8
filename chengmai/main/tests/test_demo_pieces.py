"""The pieces the demo city is drawn from: the bent plane, the cutting of land, the seasons."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from chengmai.main.demo_city.frame import bend, from_lonlat, to_lonlat, unbend
from chengmai.main.demo_city.split import split_area
from chengmai.main.demo_city.tales import TALES


def test_bending_there_and_back_is_exact_to_a_millimetre():
    rng = np.random.default_rng(3)
    uv = np.column_stack([rng.uniform(-9900, 9900, 500), rng.uniform(0, 11000, 500)])
    assert np.abs(unbend(bend(uv)) - uv).max() < 1e-3


def test_the_plane_and_the_globe_agree_to_a_millimetre():
    xy = np.array([(0.0, 0.0), (8123.4, -2345.6), (-9000.1, 9000.2)])
    assert np.abs(from_lonlat(to_lonlat(xy)) - xy).max() < 2e-3


def test_cutting_loses_no_land():
    area = shapely.box(0, 0, 700, 400)
    pieces, cuts = split_area(area, 10000.0, np.random.default_rng(1))
    assert len(pieces) == len(cuts) + 1
    assert sum(piece.area for piece in pieces) == pytest.approx(area.area)
    assert all(6000 < piece.area < 15000 for piece in pieces)


def test_snow_lies_in_winter_and_litter_on_the_beach_in_summer():
    by_code = {tale.class_code: tale.seasons for tale in TALES}
    assert by_code["E0507"][0] > 1 and by_code["E0507"][6] == 0
    assert by_code["E0125"][7] > 1 and by_code["E0125"][0] == 0
