"""The ground the demo city stands on: a metric plane, bent along an invented coast.

Two coordinate systems: *bent* (u metres along the coast, v metres inland) in which streets are
straight, and the *plane* (x metres east, y metres north of `ORIGIN`) in which they bend with the
coast. Longitude and latitude are WGS 84 and an affine image of the plane.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString

Points = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.float64]

ORIGIN = (119.6, 39.9)  # longitude, latitude (WGS 84) of plane (0, 0)
METRES_PER_DEGREE = (85518.0, 111032.6)  # at 39.9° N on the WGS 84 ellipsoid
CENTRE_UV = (-200.0, 2300.0)  # the bent point that lies on ORIGIN
TURN = math.radians(17.0)  # the coast runs east-north-east
REACH = 3600.0  # how far inland the streets still feel the coast, metres
LEAN = 420.0

# (along, inland, height, width): bumps of the coast; positive cuts a bay into the land
BUMPS = (
    (900.0, 1500.0, 2500.0),
    (-4700.0, -950.0, 1100.0),
    (6600.0, -820.0, 1500.0),
    (-7900.0, 430.0, 1300.0),
    (9900.0, 600.0, 1700.0),
)
# (a, b, angle, radius): places whose streets turn against the coast
SWIRLS = (
    (-1100.0, 3350.0, 0.20, 1200.0),
    (-3700.0, 5100.0, -0.30, 1300.0),
    (6700.0, 1500.0, 0.16, 1500.0),
    (3300.0, 4700.0, 0.22, 1300.0),
    (-8000.0, 1700.0, -0.14, 1200.0),
)


def coast(u: Numbers) -> Numbers:
    """How far the coast lies inland of the straight line, metres, for each u."""
    line = 45.0 * np.sin(u / 310.0) + 70.0 * np.sin(u / 870.0 + 1.0)
    for at, height, width in BUMPS:
        line = line + height * np.exp(-(((u - at) / width) ** 2))
    far = np.clip((np.abs(u) - 11000.0) / 15000.0, 0.0, 1.0)
    return np.asarray(line + far * (5200.0 * np.sin(u / 13000.0) + 1500.0 * np.sin(u / 4100.0)))


def _slope(u: Numbers) -> Numbers:
    slope = np.zeros_like(u)
    for at, height, width in BUMPS:
        t = (u - at) / width
        slope = slope - 2.0 * t / width * height * np.exp(-(t**2))
    return slope


def _lean(v: Numbers) -> Numbers:
    return np.asarray(LEAN * (1.0 - np.exp(-np.clip(v, 0.0, None) / LEAN)))


def _swirl(points: Points, sign: float) -> Points:
    for a, b, angle, radius in SWIRLS if sign > 0 else reversed(SWIRLS):
        offset = points - np.array([a, b])
        theta = sign * angle * np.exp(-((np.hypot(offset[:, 0], offset[:, 1]) / radius) ** 2))
        c, s = np.cos(theta), np.sin(theta)
        turned = np.column_stack(
            [offset[:, 0] * c - offset[:, 1] * s, offset[:, 0] * s + offset[:, 1] * c]
        )
        points = turned + np.array([a, b])
    return points


def _turn(points: Points, angle: float) -> Points:
    c, s = math.cos(angle), math.sin(angle)
    return np.asarray(points @ np.array([[c, s], [-s, c]]))


def _bend_raw(uv: Points) -> Points:
    u, v = uv[:, 0], uv[:, 1]
    a = u - _slope(u) * _lean(v)
    b = v + coast(u) * np.exp(-np.abs(v) / REACH)
    return _turn(_swirl(np.column_stack([a, b]), 1.0), TURN)


_SHIFT: Points = _bend_raw(np.array([CENTRE_UV]))[0]


def bend(uv: Points) -> Points:
    """From bent coordinates (u, v) to the plane (x, y), metres."""
    return np.asarray(_bend_raw(np.asarray(uv, dtype=float).reshape(-1, 2)) - _SHIFT)


def unbend(xy: Points) -> Points:
    """From the plane back to bent coordinates; exact to centimetres inside the city."""
    ab = _swirl(_turn(np.asarray(xy, dtype=float).reshape(-1, 2) + _SHIFT, -TURN), -1.0)
    u, v = ab[:, 0].copy(), ab[:, 1].copy()
    for _ in range(60):
        u = 0.4 * u + 0.6 * (ab[:, 0] + _slope(u) * _lean(v))
        v = 0.4 * v + 0.6 * (ab[:, 1] - coast(u) * np.exp(-np.abs(v) / REACH))
    return np.column_stack([u, v])


def bent_line(uv: Sequence[tuple[float, float]], step: float = 40.0) -> LineString:
    """A line through these bent points, bent with the ground, in the plane."""
    straight = LineString(uv)
    count = max(2, int(straight.length / step) + 1)
    along = np.linspace(0.0, straight.length, count)
    return LineString(
        bend(shapely.get_coordinates(shapely.line_interpolate_point(straight, along)))
    )


def smooth_line(
    uv: Sequence[tuple[float, float]], step: float = 40.0, rounds: int = 3
) -> LineString:
    """Like `bent_line`, with the corners rounded off (Chaikin) before bending."""
    points = np.array(uv, dtype=float)
    for _ in range(rounds):
        ahead = points[:-1] * 0.75 + points[1:] * 0.25
        behind = points[:-1] * 0.25 + points[1:] * 0.75
        middle = np.empty((2 * len(ahead), 2))
        middle[0::2], middle[1::2] = ahead, behind
        points = np.vstack([points[:1], middle, points[-1:]])
    return bent_line([(float(x), float(y)) for x, y in points], step)


def to_lonlat(xy: Points) -> Points:
    """From the plane to WGS 84 longitude and latitude, to 8 decimals (about a millimetre)."""
    return np.asarray(np.round(np.asarray(xy) / np.array(METRES_PER_DEGREE) + np.array(ORIGIN), 8))


def from_lonlat(lonlat: Points) -> Points:
    """From WGS 84 longitude and latitude to the plane, metres."""
    return np.asarray(
        (np.asarray(lonlat, dtype=float) - np.array(ORIGIN)) * np.array(METRES_PER_DEGREE)
    )
