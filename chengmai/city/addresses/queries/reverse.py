"""Words for a position: the nearest number, crossing, place or road, and how it lies to it."""

from __future__ import annotations

from chengmai.city.addresses.queries.lookup import near_entries, numbers_near, road_lines
from chengmai.city.addresses.rules.lines import LonLat, bearing, compass, foot, metres
from chengmai.city.addresses.words import AddressPart, EntryKind, NearAddress
from chengmai.city.errors import NoGridHere
from chengmai.city.queries.grids import division_names, locate
from chengmai.city.words import GridPlace
from chengmai.kernel.errors import BadInput

_AT = 18  # within so many metres it is that address
_NUMBER, _CROSSING, _PLACE, _ROAD = 60, 45, 150, 120  # how far each is looked for, metres


def address_at(lon: float, lat: float) -> NearAddress:
    """The address of a point (WGS 84), such as 海湾区人民大街128号东北侧约30米.

    Six bounded statements. Raises BadInput (field `point`) for a point outside the city.
    """
    place = _place(lon, lat)
    here = (lon, lat)
    district = place.district_name if place else ""
    options = _options(here)
    if options:
        _, label, spot, away, parts = min(options, key=lambda o: o[0])
        text = label + _how_far(here, spot, away)
    else:
        text, away, parts = (place.community_name if place else ""), 0.0, ()
    named = {part.role: part.text for part in parts}
    return NearAddress(
        text=f"{district}{text}",
        short=text,
        district_code=place.district_code if place else "",
        district_name=district,
        number=named.get("number", ""),
        road=named.get("road", ""),
        crossing=named.get("crossing", ""),
        place=named.get("place", ""),
        metres=round(away, 1),
        parts=_all_parts(options),
    )


_Option = tuple[float, str, LonLat, float, tuple[AddressPart, ...]]


def _options(here: LonLat) -> list[_Option]:
    """What stands near, each with its rank: distance, and how well people know the kind."""
    found: list[_Option] = []
    for road, number in numbers_near(here, _NUMBER, 2):
        away = metres(number.lon_lat, here)
        label = f"{road}{number.number}{number.suffix}号"
        parts = (AddressPart("number", label), AddressPart("road", road))
        found.append((away, label, number.lon_lat, away, parts))
    for crossing in near_entries(EntryKind.CROSSING, here, _CROSSING, 1):
        spot = (crossing.lon, crossing.lat)
        away = metres(spot, here)
        found.append(
            (away - 8, crossing.name, spot, away, (AddressPart("crossing", crossing.name),))
        )
    for place in near_entries(EntryKind.PLACE, here, _PLACE, 2):
        spot = (place.lon, place.lat)
        away = metres(spot, here)
        found.append((away + 8, place.name, spot, away, (AddressPart("place", place.name),)))
    found += _roads(here)
    return found


def _roads(here: LonLat) -> list[_Option]:
    near = near_entries(EntryKind.ROAD, here, _ROAD, 1)
    lines = road_lines([k.entry_id for k in near])
    found: list[_Option] = []
    for known in near:
        if (spot := foot(lines[known.entry_id].parts, here)) is not None:
            parts = (AddressPart("road", known.name),)
            found.append((spot.metres + 45, known.name, spot.spot, spot.metres, parts))
    return found


def _how_far(here: LonLat, spot: LonLat, away: float) -> str:
    if away <= _AT:
        return ""
    return f"{compass(bearing(spot, here))}侧约{max(5, round(away / 5) * 5)}米"


def _all_parts(options: list[_Option]) -> tuple[AddressPart, ...]:
    return tuple(
        AddressPart(parts[0].role, label, f"{round(away)}")
        for _, label, _, away, parts in sorted(options, key=lambda o: o[0])
    )


def _place(lon: float, lat: float) -> GridPlace | None:
    try:
        return locate(lon, lat)
    except NoGridHere:
        return None
    except BadInput:
        if not division_names():  # an empty city has no borders to be outside of
            return None
        raise
