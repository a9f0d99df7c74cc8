"""The words of city: divisions, grids, classes of components and matters, layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from chengmai.identity.words import Actor
from chengmai.kernel.worktime import Allowance


class DivisionLevel(StrEnum):
    """Levels of administrative division; the value's code length is in `CODE_LENGTH`."""

    PROVINCE = "province"  # 省
    CITY = "city"  # 市
    DISTRICT = "district"  # 区县
    STREET = "street"  # 街道(镇)
    COMMUNITY = "community"  # 社区(村)


CODE_LENGTH = {
    DivisionLevel.PROVINCE: 2,
    DivisionLevel.CITY: 4,
    DivisionLevel.DISTRICT: 6,
    DivisionLevel.STREET: 9,
    DivisionLevel.COMMUNITY: 12,
}


class ManagementLevel(StrEnum):
    """How strictly a unit grid is managed; A is the strictest (GB/T 30428.8)."""

    A = "A"
    B = "B"
    C = "C"


class ClassKind(StrEnum):
    """A thing that stands there, or something that happens."""

    COMPONENT = "component"  # 部件
    MATTER = "matter"  # 事件


class ComponentState(StrEnum):
    """The state of one component (GB/T 30428.2 attribute 状态)."""

    INTACT = "intact"  # 完好
    DAMAGED = "damaged"  # 破损
    LOST = "lost"  # 丢失
    ABOLISHED = "abolished"  # 废除
    REMOVED = "removed"  # 移除


class ComponentChangeKind(StrEnum):
    """What happened to a component's row."""

    CREATED = "created"
    EDITED = "edited"
    MOVED = "moved"
    STATE = "state"
    PHOTO = "photo"
    DELETED = "deleted"  # an undone import took away what it had created


class BaseKind(StrEnum):
    """What the base map draws."""

    LAND = "land"
    WATER = "water"
    GREEN = "green"
    COAST = "coast"
    ROAD = "road"
    BUILDING = "building"


class Draw(StrEnum):
    """How a layer is drawn."""

    POINTS = "points"
    LINES = "lines"
    AREAS = "areas"


@dataclass(frozen=True)
class LayerRecipe:
    """A layer of the one map as data; each domain lists its own in `layers.py` as `LAYERS`.

    `columns` are columns of `table` or `expression AS name`, written by us and never by a person
    (a percent sign is written twice);
    `geometry` is a stored column in web mercator (EPSG 3857) with a GiST index. `thinning` holds
    (below zoom, highest rank): farther out only important rows are drawn. `versioned` says that
    the table counts its changes (`counts_changes`), so tiles are cached until it changes; others
    are read anew each time. `seen` gives the condition that keeps what an actor may see, with `%s`
    for each of its values: the same door through which the domain's other reads pass.

    Points below zoom `cluster_below` gather in cells that say how many they hold, and how many of
    them meet each condition of `mix` (name, SQL over the columns' names; columns of such a layer
    have a maximum, so no booleans). `narrowed` turns the filters of an address (`?since=…`) into
    a condition; `branches` are conditions that are read one after the other, each by an index of
    its own. Below zoom `place_leads_from` a tile holds so much of the city that the other
    conditions are the better way in: the index of the place is not asked there. `group` is where
    the layer stands in the tree.
    """

    id: str
    title: str
    table: str
    geometry: str = "geometry_3857"
    columns: tuple[str, ...] = ()
    draw: Draw = Draw.AREAS
    min_zoom: int = 0
    max_zoom: int = 22
    where: str = ""
    branches: tuple[str, ...] = ()
    place_leads_from: int = 0
    thinning: tuple[tuple[int, int], ...] = ()
    order: str = ""
    limit: int = 20_000
    cluster_below: int = 0
    mix: tuple[tuple[str, str], ...] = ()
    public: bool = False
    versioned: bool = True
    seen: Callable[[Actor], tuple[str, list[Any]]] | None = None
    narrowed: Callable[[Mapping[str, str]], tuple[str, list[Any]]] | None = None
    base: bool = False
    group: str = "things"
    shown: bool = False
    opacity: float = 1.0
    rank: int = 50
    colour: str = ""
    colour_by: Mapping[str, object] | None = None
    symbol: str = ""
    symbol_by: Mapping[str, object] | None = None
    names: Mapping[str, str] | None = None


@dataclass(frozen=True)
class GridPlace:
    """Where a point lies, from the unit grid up to the district, and who walks there."""

    grid_code: str
    management_level: ManagementLevel
    community_code: str
    community_name: str
    street_code: str
    street_name: str
    district_code: str
    district_name: str
    duty_grid_code: str | None = None
    duty_grid_name: str | None = None
    collector_id: int | None = None


@dataclass(frozen=True)
class ConditionCard:
    """One condition for filing (立案条件), with the time allowed per management level."""

    id: int
    no: int
    text: str
    limits: Mapping[ManagementLevel, Allowance]
    close_condition: str
    source: str = ""
    clause: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class ClassCard:
    """A class of component or matter (小类) with its conditions."""

    code: str
    kind: ClassKind
    major_code: str
    major_name: str
    name: str
    conditions: tuple[ConditionCard, ...] = ()
    self_disposable: bool = False

    def condition(self, condition_id: int) -> ConditionCard | None:
        """The condition with this id, if the class has it."""
        return next((c for c in self.conditions if c.id == condition_id), None)


@dataclass(frozen=True)
class ClassName:
    """What a code was called from `since` until the day before `until`."""

    since: date
    until: date | None
    name: str


@dataclass(frozen=True)
class GridFate:
    """A closed unit grid: since when, and the grids in use that have its ground now."""

    closed_on: date
    successors: tuple[str, ...]


@dataclass(frozen=True)
class GridOutline:
    """A unit grid in use with its ground as GeoJSON (WGS 84)."""

    code: str
    community_code: str
    community_name: str
    management_level: ManagementLevel
    area_m2: float | None
    duty_grid_code: str | None
    duty_grid_name: str
    collector_name: str
    shape: dict[str, Any]
    components: int


@dataclass(frozen=True)
class GridPart:
    """A grid that a division or merger would make."""

    code: str
    shape: dict[str, Any]
    area_m2: float
    components: int


@dataclass(frozen=True)
class GridPlan:
    """What dividing or joining grids would give; the duty grid and its collector stay."""

    olds: tuple[str, ...]
    parts: tuple[GridPart, ...]
    management_level: ManagementLevel
    levels_lost: tuple[str, ...]
    duty_grid_code: str
    duty_grid_name: str
    collector_name: str


class PlanKind(StrEnum):
    """A change of the ground that may be planned for a day."""

    SPLIT = "split_grid"
    MERGE = "merge_grids"
    DRAW = "draw_area"
    END = "end_area"


class PlanState(StrEnum):
    """Where a planned change stands."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class DivisionCard:
    """One administrative division."""

    code: str
    name: str
    level: DivisionLevel


@dataclass(frozen=True)
class ComponentCard:
    """One component as other domains may know it; `lon`, `lat` in WGS 84."""

    code: str
    class_code: str
    grid_code: str
    state: ComponentState
    lon: float
    lat: float
    location_text: str = ""
