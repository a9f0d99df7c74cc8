"""The words of addresses: what a gazetteer entry is, how words met it, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry of the gazetteer names."""

    ROAD = "road"  # 道路
    CROSSING = "crossing"  # 路口
    PLACE = "place"  # 地点
    COMPONENT_PLACE = "component_place"  # 部件所在地
    COMMUNITY = "community"  # 社区(村)
    STREET = "street"  # 街道(镇)
    DISTRICT = "district"  # 区县
    CITY = "city"  # 市


DIVISION_KINDS = frozenset(
    {EntryKind.COMMUNITY, EntryKind.STREET, EntryKind.DISTRICT, EntryKind.CITY}
)
PLACE_KINDS = frozenset({EntryKind.PLACE, EntryKind.COMPONENT_PLACE})


class Match(StrEnum):
    """How the words met a name, best first."""

    NAME = "name"  # the name itself
    ALIAS = "alias"  # another name of it, from the table of aliases
    SHORT = "short"  # the name without its city or kind: 一中, 向阳
    SOUND = "sound"  # sounds the same: 仁民大街
    TYPO = "typo"  # one character differs


class Found(StrEnum):
    """What kind of position an answer is, most exact first."""

    NUMBER = "number"  # a known house number
    INTERPOLATED = "interpolated"  # between two known numbers
    BEYOND = "beyond"  # past the last known number
    CROSSING = "crossing"
    PLACE = "place"
    STRETCH = "stretch"  # a road between two others
    ROAD_IN_AREA = "road_in_area"  # a road within a community or street
    ROAD = "road"
    AREA = "area"  # a community, street or district
    COMPONENT = "component"  # by the 16 digits of a component
    GRID = "grid"  # by the 15 digits of a unit grid


@dataclass(frozen=True)
class AddressPart:
    """One thing that was recognised: its words, what they were taken for, and how sure."""

    role: str  # division, road, number, crossing, place, relation, unit, unread, note
    text: str
    meaning: str = ""
    how: str = ""


@dataclass(frozen=True)
class Candidate:
    """A possible position: WGS 84, score 0–1, `precision_m` the honest radius of error."""

    text: str
    found: Found
    lon: float
    lat: float
    score: float
    precision_m: float
    parts: tuple[AddressPart, ...] = ()
    district_code: str = ""
    entry_id: int | None = None


@dataclass(frozen=True)
class Suggestion:
    """One line under what is being typed."""

    kind: str
    name: str
    detail: str
    lon: float
    lat: float
    score: float
    how: str
    precision_m: float


@dataclass(frozen=True)
class NearAddress:
    """Words for a position. `text` says it in one line; the parts say what stands how far away."""

    text: str
    short: str
    district_code: str = ""
    district_name: str = ""
    number: str = ""
    road: str = ""
    crossing: str = ""
    place: str = ""
    metres: float = 0.0
    parts: tuple[AddressPart, ...] = field(default=())


@dataclass(frozen=True)
class Geocoded:
    """The answer to `geocode`: the best candidate, and whether it is sure enough to be used."""

    best: Candidate | None
    certain: bool
    why: str = ""  # nothing, unsure, imprecise


@dataclass(frozen=True)
class SourceCard:
    """One source of the gazetteer: how many entries it gave, when, and whether it has changed."""

    source: str
    entries: int
    built_at: str | None
    stale: bool


@dataclass(frozen=True)
class HouseNumberCard:
    """One house number; `text` is how it stands on the door, `on_road` whether its road is known."""

    id: int
    road: str
    number: int
    suffix: str
    text: str
    community_code: str
    lon: float
    lat: float
    source: str
    on_road: bool
