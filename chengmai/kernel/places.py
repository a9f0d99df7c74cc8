"""Places: coordinate systems of China and plausibility of a point.

Inside Chengmai every point is WGS 84, longitude first, in degrees. Maps of China show GCJ-02
(国测局, AMap, Tencent) or BD-09 (Baidu); both are shifted from WGS 84 by some hundred metres.
The shifts go one way by formula; the way back is found by iteration, so that there and back
differs by less than 1e-9 degrees. Points outside China are not shifted by anybody.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class CoordinateSystem(StrEnum):
    """In which system a pair of degrees is written."""

    WGS84 = "wgs84"  # GPS, BeiDou receivers, 天地图 (CGCS2000 within a metre)
    GCJ02 = "gcj02"  # 高德, 腾讯
    BD09 = "bd09"  # 百度


class LonLat(NamedTuple):
    """A point in degrees, longitude first; WGS 84 unless said otherwise."""

    lon: float
    lat: float


class Bounds(NamedTuple):
    """A box in degrees of WGS 84."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lon: float, lat: float) -> bool:
        """Whether the point lies in the box, edges included."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def metres_to(self, lon: float, lat: float) -> float:
        """How far outside the box the point is; 0 inside."""
        nearest = (min(max(lon, self.west), self.east), min(max(lat, self.south), self.north))
        return metres_between((lon, lat), nearest)


_EARTH = 6_371_008.8  # mean radius in metres (IUGG)
_SEMI_MAJOR = 6378245.0  # Krasovsky 1940, which the GCJ-02 formula uses
_ECCENTRICITY = 0.00669342162296594323
_BD_TURN = math.pi * 3000.0 / 180.0
_CHINA = Bounds(72.004, 0.8293, 137.8347, 55.8271)


def metres_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in metres between two (lon, lat) points (haversine)."""
    (lon_a, lat_a), (lon_b, lat_b) = a, b
    rise = math.radians(lat_b - lat_a) / 2
    turn = math.radians(lon_b - lon_a) / 2
    chord = math.sin(rise) ** 2 + (
        math.cos(math.radians(lat_a)) * math.cos(math.radians(lat_b)) * math.sin(turn) ** 2
    )
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(chord)))


def in_china(lon: float, lat: float) -> bool:
    """Whether the shift applies here: the customary box around China."""
    return _CHINA.contains(lon, lat)


def from_wgs84(lon: float, lat: float, system: CoordinateSystem) -> LonLat:
    """The same place written in another system."""
    if system is CoordinateSystem.WGS84 or not in_china(lon, lat):
        return LonLat(lon, lat)
    shifted = _gcj_of_wgs(lon, lat)
    return _bd_of_gcj(*shifted) if system is CoordinateSystem.BD09 else shifted


def to_wgs84(lon: float, lat: float, system: CoordinateSystem) -> LonLat:
    """The place in WGS 84 of a point written in this system."""
    if system is CoordinateSystem.WGS84 or not in_china(lon, lat):
        return LonLat(lon, lat)
    if system is CoordinateSystem.BD09:
        lon, lat = _undo(_bd_of_gcj, lon, lat)
    return _undo(_gcj_of_wgs, lon, lat)


def _undo(shift: Callable[[float, float], LonLat], lon: float, lat: float) -> LonLat:
    """The point that `shift` brings to (lon, lat): the shift is small and smooth, so subtracting
    the error converges within a few rounds."""
    guess_lon, guess_lat = lon, lat
    for _ in range(20):
        got = shift(guess_lon, guess_lat)
        off_lon, off_lat = got.lon - lon, got.lat - lat
        guess_lon, guess_lat = guess_lon - off_lon, guess_lat - off_lat
        if abs(off_lon) < 1e-11 and abs(off_lat) < 1e-11:
            break
    return LonLat(guess_lon, guess_lat)


def _gcj_of_wgs(lon: float, lat: float) -> LonLat:
    x, y = lon - 105.0, lat - 35.0
    root = math.sqrt(abs(x))
    ripple = (20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += _wave(y, (20.0, 1.0), (40.0, 3.0), (160.0, 12.0), (320.0, 30.0))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += _wave(x, (20.0, 1.0), (40.0, 3.0), (150.0, 12.0), (300.0, 30.0))
    sine = math.sin(math.radians(lat))
    flat = 1 - _ECCENTRICITY * sine * sine
    meridian = _SEMI_MAJOR * (1 - _ECCENTRICITY) / (flat * math.sqrt(flat))
    parallel = _SEMI_MAJOR / math.sqrt(flat) * math.cos(math.radians(lat))
    return LonLat(lon + math.degrees(east / parallel), lat + math.degrees(north / meridian))


def _wave(value: float, *terms: tuple[float, float]) -> float:
    """Sum of sines; each term is its height and the divisor of its frequency."""
    return (
        sum(height * math.sin(value / divisor * math.pi) for height, divisor in terms) * 2.0 / 3.0
    )


def _bd_of_gcj(lon: float, lat: float) -> LonLat:
    radius = math.hypot(lon, lat) + 0.00002 * math.sin(lat * _BD_TURN)
    angle = math.atan2(lat, lon) + 0.000003 * math.cos(lon * _BD_TURN)
    return LonLat(radius * math.cos(angle) + 0.0065, radius * math.sin(angle) + 0.006)
