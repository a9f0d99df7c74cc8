"""The words of managed areas: families, kinds, and what stands at a point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class AreaFamily(StrEnum):
    """What an area of a kind is for."""

    GRID = "grid"  # 管理网格: who manages this ground (sanitation, greening, drainage, …)
    RESPONSIBILITY = "responsibility"  # 责任区: who keeps this stretch (shopfronts, cleaning)


@dataclass(frozen=True)
class AreaKindCard:
    """A kind of managed area; `levels` are the names of its levels, the strictest first."""

    code: str
    name: str
    family: AreaFamily
    colour: str
    levels: tuple[str, ...] = ()
    min_zoom: int = 12


@dataclass(frozen=True)
class AreaCard:
    """One managed area and who answers for it."""

    id: int
    kind: str
    kind_name: str
    family: AreaFamily
    code: str
    name: str
    level: str
    organisation_id: int | None
    person_id: int | None
    party: str
    valid_from: date
    valid_to: date | None = None


class AreaFaultKind(StrEnum):
    """What may stand against the ground of an area."""

    CROSSING = "crossing"  # its own border crosses itself
    OVERLAP = "overlap"  # another area of its kind has a part of it
    OUTSIDE = "outside"  # a part of it is outside the city


@dataclass(frozen=True)
class AreaFault:
    """One thing that stands against a shape; `shape` is where, as GeoJSON. It cannot be saved
    while one `blocks`."""

    kind: AreaFaultKind
    blocks: bool
    area_m2: float | None = None
    other_code: str = ""
    other_name: str = ""
    shape: dict[str, Any] | None = None
    detail: str = ""
