"""Coordinate systems: what a file says, what its numbers say, and the way to WGS 84.

A system is named `wgs84`, `cgcs2000` (EPSG 4490, within a metre of WGS 84), `gcj02`, `bd09`,
`epsg:NNNN`, or `file`: the text that the file itself carries. CGCS2000 Gauss-Krueger zones of
three degrees are EPSG 4513-4533 (easting begins with the zone's number) and 4534-4554 (without).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from chengmai.city.census.errors import BadChoice
from chengmai.city.census.words import SystemFinding
from chengmai.kernel.places import Bounds, CoordinateSystem
from chengmai.kernel.places_many import many_from_wgs84, many_to_wgs84

Floats = NDArray[np.float64]
Transform = Callable[[Floats], Floats]
PLAIN = ("wgs84", "cgcs2000", "gcj02", "bd09")
CHINA = Bounds(73.0, 3.0, 136.0, 54.0)
_SHIFTED = {"gcj02": CoordinateSystem.GCJ02, "bd09": CoordinateSystem.BD09}
_MARGIN = 0.05  # degrees around the city within which a sample may lie
_ENOUGH = 0.8  # share of a sample that must lie in the city


def to_degrees(system: str, of_file: str = "") -> Transform | None:
    """The way from a system to degrees of WGS 84; None where the numbers are those already.

    Raises BadChoice for a system that nobody knows.
    """
    if system in ("wgs84", "cgcs2000"):
        return None
    if system in _SHIFTED:
        return lambda points: many_to_wgs84(points, _SHIFTED[system])
    crs = crs_of(system, of_file)
    if is_plain(crs):
        return None
    return _transform(Transformer.from_crs(crs, 4326, always_xy=True))


def from_degrees(system: str) -> Transform | None:
    """The way from degrees of WGS 84 to a system; None where they are the same."""
    if system in ("wgs84", "cgcs2000"):
        return None
    if system in _SHIFTED:
        return lambda points: many_from_wgs84(points, _SHIFTED[system])
    return _transform(Transformer.from_crs(4326, crs_of(system, ""), always_xy=True))


def crs_of(system: str, of_file: str = "") -> CRS:
    """The system as PROJ knows it. Raises BadChoice."""
    try:
        if system == "file" and of_file:
            return _read(of_file)
        if system.startswith("epsg:"):
            return _read(system.upper())
        if system in PLAIN:
            return _read("EPSG:4490" if system == "cgcs2000" else "EPSG:4326")
    except CRSError:
        pass
    raise BadChoice(
        "This coordinate system is not known.",
        field="system",
        remedy="Choose wgs84, cgcs2000, gcj02, bd09 or an EPSG number such as epsg:4549.",
    )


@lru_cache(maxsize=200)
def _read(text: str) -> CRS:
    return CRS.from_user_input(text)


def is_plain(crs: CRS) -> bool:
    """Whether its numbers are degrees of WGS 84 or of CGCS2000."""
    return crs.is_geographic and crs.to_epsg(min_confidence=25) in (4326, 4490, 4979, 4480)


def _transform(transformer: Transformer) -> Transform:
    def apply(points: Floats) -> Floats:
        lon, lat = transformer.transform(points[:, 0], points[:, 1], errcheck=False)
        return np.column_stack((lon, lat))

    return apply


def title_of(system: str, of_file: str = "") -> str:
    """The name of a system for people."""
    plain = {"wgs84": "WGS 84", "cgcs2000": "CGCS2000（经纬度）", "gcj02": "GCJ-02（高德、腾讯）",
             "bd09": "BD-09（百度）"}  # fmt: skip
    return plain.get(system) or str(crs_of(system, of_file).name)


def judge(
    declared: str, points: Floats, bounds: Bounds | None, *, by_rule: str = "", hint: str = ""
) -> SystemFinding:
    """In which system a sample of coordinates is.

    `declared` is what the file carries; `by_rule` what its format prescribes; `hint` what its
    columns suggest. Without a fitting declaration the finding is unsure, and a person is asked.
    """
    sample = _usable(points)
    if hint:
        return SystemFinding(hint, False, "hint", _fitting(sample, bounds))
    said = _named(declared) or by_rule
    if not len(sample):
        return SystemFinding(said or "wgs84", bool(said), "no_points")
    if said and _inside(sample, said, declared, bounds) >= _ENOUGH:
        return SystemFinding(said, True, "declared" if declared else "format")
    fitting = _fitting(sample, bounds)
    why = "declared_does_not_fit" if said else "not_declared"
    if fitting:
        first = fitting[0]
        turned = first.startswith("swapped:")
        return SystemFinding(first.removeprefix("swapped:"), False, why, fitting, turned)
    return SystemFinding(said, False, "nothing_fits" if not said else why, ())


def _named(declared: str) -> str:
    """The short name of what a file carries; `file` where it has none; "" when unreadable."""
    if not declared:
        return ""
    try:
        crs = _read(declared)
    except CRSError:
        return ""
    number = crs.to_epsg(min_confidence=70)
    if number == 4326:
        return "wgs84"
    if number == 4490:
        return "cgcs2000"
    return f"epsg:{number}" if number else "file"


def _usable(points: Floats) -> Floats:
    if not len(points):
        return points
    finite = np.isfinite(points).all(axis=1) & (np.abs(points) < 1e9).all(axis=1)
    return points[finite & (np.abs(points) > 1e-9).any(axis=1)]


def _fitting(sample: Floats, bounds: Bounds | None) -> tuple[str, ...]:
    """The systems that bring the sample into the city, the likeliest first."""
    if not len(sample):
        return ()
    degrees = bool((np.abs(sample[:, 0]) <= 180).mean() > 0.5 and (np.abs(sample[:, 1]) <= 180).mean() > 0.5)  # fmt: skip
    names = PLAIN if degrees else _projected(bounds)
    straight = [name for name in names if _inside(sample, name, "", bounds) >= _ENOUGH]
    if straight:
        return tuple(straight)
    turned = sample[:, ::-1]
    return tuple(f"swapped:{n}" for n in names if _inside(turned, n, "", bounds) >= _ENOUGH)


def _projected(bounds: Bounds | None) -> tuple[str, ...]:
    centre = (bounds.west + bounds.east) / 2 if bounds else None
    meridians = [m for m in range(75, 136, 3) if centre is None or abs(m - centre) <= 4.5]
    meridians.sort(key=lambda m: abs(m - (centre or 105)))
    names = [f"epsg:{4534 + (m - 75) // 3}" for m in meridians]
    names += [f"epsg:{4513 + (m - 75) // 3}" for m in meridians]
    names += [f"epsg:{4491 + (m - 75) // 6}" for m in meridians if (m - 75) % 6 == 0]
    utm = sorted({int((m + 180) // 6) + 1 for m in meridians})
    return (*names, "epsg:3857", *(f"epsg:{32600 + zone}" for zone in utm))


def _inside(sample: Floats, system: str, of_file: str, bounds: Bounds | None) -> float:
    """The share of the sample that lies in the city when read in this system."""
    west, south, east, north = bounds or CHINA
    way = to_degrees(system, of_file)
    with np.errstate(invalid="ignore"):
        lon, lat = (way(sample) if way else sample).T
        within = (
            (lon >= west - _MARGIN) & (lon <= east + _MARGIN)
            & (lat >= south - _MARGIN) & (lat <= north + _MARGIN)
        )  # fmt: skip
    return float(within.mean())
