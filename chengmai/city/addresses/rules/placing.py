"""From what was recognised to a position: numbers along roads, relations, and honest errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chengmai.city.addresses.rules.lines import (
    Line,
    LonLat,
    aside,
    at,
    foot,
    metres,
    moved,
    opposite,
    side,
    walk,
)
from chengmai.city.addresses.rules.tokens import Relation, Tie
from chengmai.city.addresses.words import Found

HALF_WIDTH = {1: 18.0, 2: 19.0, 3: 14.0, 4: 9.0, 5: 6.0}  # kerb and a little, metres, by rank
_BEYOND = 12  # so many numbers past the last known one are still believed


@dataclass(frozen=True)
class Spot:
    """A position with its radius of error, and how it was found."""

    lon_lat: LonLat
    precision_m: float
    found: Found
    score: float


def on_number(
    parts: Sequence[Line],
    known: Sequence[tuple[int, str, LonLat]],
    wanted: int,
    suffix: str,
) -> Spot | None:
    """Where a house number is: known, between two of its own side, or a little past the last one.

    `known` are (number, suffix, position). None where nothing tells: too far past the last number.
    """
    exact = [k for k in known if k[0] == wanted]
    if exact:
        same = [k for k in exact if k[1] == suffix]
        chosen = (same or exact)[0]
        return Spot(chosen[2], 12 if same else 25, Found.NUMBER, 1.0 if same else 0.95)
    for step, penalty in ((2, 1.0), (1, 0.95)):
        kin = [k for k in known if step == 1 or k[0] % 2 == wanted % 2]
        below = max((k for k in kin if k[0] < wanted), default=None, key=lambda k: k[0])
        above = min((k for k in kin if k[0] > wanted), default=None, key=lambda k: k[0])
        if below and above:
            spot = _between(parts, below, above, wanted)
            return replace(spot, score=spot.score * penalty)
    nearest = min(known, default=None, key=lambda k: abs(k[0] - wanted))
    if nearest is None or abs(nearest[0] - wanted) > _BEYOND:
        return None
    return Spot(nearest[2], 20 + 8 * abs(nearest[0] - wanted), Found.BEYOND, 0.8)


def _between(
    parts: Sequence[Line],
    below: tuple[int, str, LonLat],
    above: tuple[int, str, LonLat],
    wanted: int,
) -> Spot:
    share = (wanted - below[0]) / (above[0] - below[0])
    apart = metres(below[2], above[2])
    one, other = foot(parts, below[2]), foot(parts, above[2])
    precision = max(15.0, apart / 3)
    score = 0.93 if apart < 400 else 0.84 if apart < 1200 else 0.7
    if one is not None and other is not None and one.part == other.part:
        spot, heading = at(parts[one.part], one.along + share * (other.along - one.along))
        left = one.left + share * (other.left - one.left)
        return Spot(aside(spot, heading, left), precision, Found.INTERPOLATED, score)
    lon = below[2][0] + share * (above[2][0] - below[2][0])
    lat = below[2][1] + share * (above[2][1] - below[2][1])
    return Spot((lon, lat), precision * 1.5, Found.INTERPOLATED, score * 0.95)


def related(
    spot: Spot,
    relations: Sequence[Relation],
    roads: Sequence[tuple[int, Sequence[Line]]],
    reach: float = 0.0,
) -> Spot:
    """The spot moved as the relations say, one after the other.

    `roads` are (rank, line) of the roads at the spot, the named one first; `reach` is how far the
    named thing itself reaches, so that "beside" and "north of" begin at its edge.
    """
    for relation in relations:
        spot = _related(spot, relation, roads, reach)
        reach = 0.0
    return spot


def _related(
    spot: Spot,
    relation: Relation,
    roads: Sequence[tuple[int, Sequence[Line]]],
    reach: float,
) -> Spot:
    way, far, here = relation.bearing, relation.metres, spot.lon_lat
    if relation.tie is Tie.OFFSET and way is not None and far is not None:
        for _, parts in roads:
            if (end := walk(parts, here, way, far)) is not None:
                return _at(spot, end, 10 + 0.1 * far)
        return _at(spot, moved(here, way, far), 15 + 0.15 * far)
    if relation.tie is Tie.CORNER and way is not None:
        width = max((HALF_WIDTH.get(rank, 8.0) for rank, _ in roads), default=10.0)
        return _at(spot, moved(here, way, width * 1.3 if roads else 20 + reach / 2), 10)
    if relation.tie is Tie.SIDE and way is not None:
        for rank, parts in roads:
            if (end := side(parts, here, way, HALF_WIDTH.get(rank, 8.0))) is not None:
                return _at(spot, end, 10)
        return _at(spot, moved(here, way, 20 + min(reach, 200) / 2), 15)
    if relation.tie is Tie.OPPOSITE:
        for rank, parts in roads:
            if (end := opposite(parts, here, HALF_WIDTH.get(rank, 8.0))) is not None:
                return _at(spot, end, 15)
        return _at(spot, here, 40)
    more = {Tie.BESIDE: 20.0, Tie.NEAR: 60.0, Tie.AT: 5.0}.get(relation.tie, 10.0)
    return _at(spot, here, more if far is None else max(20.0, far))


def _at(spot: Spot, end: LonLat, more: float) -> Spot:
    return replace(spot, lon_lat=end, precision_m=spot.precision_m + more)
