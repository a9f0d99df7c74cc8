"""The array form of the shifts agrees with the one for a single point."""

import numpy as np
import pytest

from chengmai.kernel.places import CoordinateSystem, from_wgs84, to_wgs84
from chengmai.kernel.places_many import many_from_wgs84, many_to_wgs84

POINTS = [(119.6, 39.93), (73.5, 39.5), (121.47, 31.23), (2.35, 48.85), (110.0, 20.0)]


@pytest.mark.parametrize("system", list(CoordinateSystem))
def test_many_points_shift_as_one_does(system):
    there = many_from_wgs84(np.array(POINTS), system)
    back = many_to_wgs84(np.array(POINTS), system)
    for at, (lon, lat) in enumerate(POINTS):
        assert there[at] == pytest.approx(from_wgs84(lon, lat, system), abs=1e-10)
        assert back[at] == pytest.approx(to_wgs84(lon, lat, system), abs=1e-9)


def test_what_is_no_number_stays_and_disturbs_nobody():
    given = np.array([(np.nan, 39.9), (119.6, 39.93)])
    moved = many_to_wgs84(given, CoordinateSystem.GCJ02)
    assert np.isnan(moved[0][0])
    assert moved[1] == pytest.approx(to_wgs84(119.6, 39.93, CoordinateSystem.GCJ02), abs=1e-9)
