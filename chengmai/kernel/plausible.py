"""Is this point plausible, and if not, which mistake was made?

A person who sends (0, 0), latitude first, metres, or Baidu's numbers is told so, and told what to
do, instead of hearing that the point is "invalid". Pure; the city passes its own bounds in.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum

from chengmai.kernel.errors import BadInput
from chengmai.kernel.places import Bounds, CoordinateSystem, LonLat, metres_between, to_wgs84

Contains = Callable[[float, float], bool]
_MERCATOR = 20037508.342789244


class Mistake(StrEnum):
    """The likely reason why a point cannot be right."""

    NOT_A_NUMBER = "not_a_number"
    ZERO = "zero"
    SWAPPED = "swapped"
    SIGN = "sign"
    METRES = "metres"
    OUT_OF_RANGE = "out_of_range"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    OUTSIDE = "outside"


_WORDS = {
    Mistake.NOT_A_NUMBER: ("The point is not two numbers.", "Send longitude and latitude in degrees."),
    Mistake.ZERO: ("The point is (0, 0): no position was found.", "Turn positioning on or mark the place on the map."),
    Mistake.SWAPPED: ("Longitude and latitude are swapped.", "Send longitude first."),
    Mistake.SIGN: ("The sign of the point is wrong.", "East and north are positive."),
    Mistake.METRES: ("The point is in metres of a projection.", "Send degrees of WGS 84."),
    Mistake.OUT_OF_RANGE: ("The point is not on the globe.", "Longitude is within ±180, latitude within ±90."),
    Mistake.GCJ02: ("The point looks like GCJ-02.", "Name its coordinate system as gcj02."),
    Mistake.BD09: ("The point looks like BD-09.", "Name its coordinate system as bd09."),
    Mistake.OUTSIDE: ("The point is outside the city.", "Mark a place inside the city."),
}  # fmt: skip


def check_plausible(
    lon: object,
    lat: object,
    *,
    bounds: Bounds | tuple[float, float, float, float],
    contains: Contains | None = None,
    field: str = "point",
) -> LonLat:
    """The point (WGS 84, degrees), or `BadInput` whose facts name the field, the mistake and the
    remedy; `outside` also says how many metres. `contains` is a finer test than the box."""
    box = Bounds(*bounds)
    inside = contains or box.contains
    x, y = _number(lon), _number(lat)
    if x is None or y is None:
        raise _refusal(Mistake.NOT_A_NUMBER, field)
    if abs(x) <= 180 and abs(y) <= 90 and inside(x, y):
        return LonLat(x, y)
    mistake = _mistake(x, y, box, inside)
    facts: dict[str, object] = {"lon": x, "lat": y}
    if mistake in (Mistake.OUTSIDE, Mistake.GCJ02, Mistake.BD09):
        facts["metres"] = round(box.metres_to(x, y))
    raise _refusal(mistake, field, **facts)


def _mistake(x: float, y: float, box: Bounds, inside: Contains) -> Mistake:
    if abs(x) < 1e-3 and abs(y) < 1e-3:
        return Mistake.ZERO
    if inside(y, x):
        return Mistake.SWAPPED
    if inside(abs(x), abs(y)):
        return Mistake.SIGN
    if abs(x) > 180 or abs(y) > 90:
        metres = abs(x) > 1000 and abs(y) > 1000
        return Mistake.METRES if metres or inside(*_unproject(x, y)) else Mistake.OUT_OF_RANGE
    if not box.contains(x, y):
        for system, mistake in (
            (CoordinateSystem.GCJ02, Mistake.GCJ02),
            (CoordinateSystem.BD09, Mistake.BD09),
        ):
            if inside(*to_wgs84(x, y, system)):
                return mistake
    return Mistake.OUTSIDE


def likely_system(
    lon: float, lat: float, *, known: tuple[float, float], within: float = 60.0
) -> CoordinateSystem | None:
    """In which system the point is written, when the true place `known` (WGS 84) is roughly known,
    such as from a photo's position or an address: the one that brings it within so many metres."""
    distances = {
        system: metres_between(to_wgs84(lon, lat, system), known) for system in CoordinateSystem
    }
    best = min(distances, key=lambda system: distances[system])
    return best if distances[best] <= within else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _unproject(x: float, y: float) -> tuple[float, float]:
    """Degrees of web-mercator metres."""
    if abs(x) > _MERCATOR or abs(y) > _MERCATOR:
        return (math.inf, math.inf)
    return (
        x / _MERCATOR * 180,
        math.degrees(2 * math.atan(math.exp(y / _MERCATOR * math.pi)) - math.pi / 2),
    )


def _refusal(mistake: Mistake, field: str, **facts: object) -> BadInput:
    message, remedy = _WORDS[mistake]
    if "metres" in facts and mistake is Mistake.OUTSIDE:
        message = f"The point is {facts['metres']} m outside the city."
    return BadInput(message, field=field, mistake=mistake.value, remedy=remedy, **facts)
