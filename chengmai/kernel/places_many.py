"""Coordinate systems of China for many points at once: `kernel.places` on arrays.

The formulas are those of `kernel.places`; a test holds the two together. Points outside China and
values that are no numbers stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chengmai.kernel.places import Bounds, CoordinateSystem

Floats = NDArray[np.float64]
_SEMI_MAJOR = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_BD_TURN = np.pi * 3000.0 / 180.0
_CHINA = Bounds(72.004, 0.8293, 137.8347, 55.8271)


def many_to_wgs84(points: Floats, system: CoordinateSystem) -> Floats:
    """Degrees of WGS 84 of an (n, 2) array of longitude and latitude in this system."""
    if system is CoordinateSystem.WGS84:
        return points
    gcj = _undone(points, _bd_of_gcj) if system is CoordinateSystem.BD09 else points
    return _inside(points, _undone(gcj, _gcj_of_wgs))


def many_from_wgs84(points: Floats, system: CoordinateSystem) -> Floats:
    """An (n, 2) array of WGS 84 written in this system."""
    if system is CoordinateSystem.WGS84:
        return points
    gcj = _gcj_of_wgs(points)
    return _inside(points, _bd_of_gcj(gcj) if system is CoordinateSystem.BD09 else gcj)


def _inside(points: Floats, shifted: Floats) -> Floats:
    west, south, east, north = _CHINA
    lon, lat = points[:, 0], points[:, 1]
    within = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return np.where(within[:, None], shifted, points)


def _undone(points: Floats, shift: Callable[[Floats], Floats]) -> Floats:
    guess = points.copy()
    with np.errstate(invalid="ignore"):
        for _ in range(20):
            off = shift(guess) - points
            guess = guess - off
            if not np.any(np.abs(off) >= 1e-11):
                break
    return guess


def _gcj_of_wgs(points: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        lon, lat = points[:, 0], points[:, 1]
        x, y = lon - 105.0, lat - 35.0
        root = np.sqrt(np.abs(x))
        ripple = (20.0 * np.sin(6.0 * x * np.pi) + 20.0 * np.sin(2.0 * x * np.pi)) * 2.0 / 3.0
        north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
        north = north + _wave(y, (20.0, 1.0), (40.0, 3.0), (160.0, 12.0), (320.0, 30.0))
        east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
        east = east + _wave(x, (20.0, 1.0), (40.0, 3.0), (150.0, 12.0), (300.0, 30.0))
        sine = np.sin(np.radians(lat))
        flat = 1 - _ECCENTRICITY * sine * sine
        meridian = _SEMI_MAJOR * (1 - _ECCENTRICITY) / (flat * np.sqrt(flat))
        parallel = _SEMI_MAJOR / np.sqrt(flat) * np.cos(np.radians(lat))
        return np.column_stack(
            (lon + np.degrees(east / parallel), lat + np.degrees(north / meridian))
        )


def _wave(value: Any, *terms: tuple[float, float]) -> Any:
    return sum(height * np.sin(value / divisor * np.pi) for height, divisor in terms) * 2.0 / 3.0


def _bd_of_gcj(points: Floats) -> Floats:
    lon, lat = points[:, 0], points[:, 1]
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * _BD_TURN)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * _BD_TURN)
    return np.column_stack((radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006))
