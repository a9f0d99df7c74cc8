"""The SQL of a tile: one ST_AsMVT per layer, put together into one value."""

# ruff: noqa: S608 - only our own recipes are pasted into SQL; every value is a parameter
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chengmai.city.words import Draw, LayerRecipe
from chengmai.identity.words import Actor

EXTENT = 4096
BUFFER = 64
CELLS = 8  # clusters a side of a tile, where nothing else is asked
_WORLD = 40_075_016.685578488  # metres around the equator in web mercator
_HALF = _WORLD / 2
_RANKS = {"city_division": "length(code)"}  # tables that thin by something else than `rank`
_ENVELOPE = "ST_TileEnvelope(%(z)s, %(x)s, %(y)s)"

_LEFT_OUT = (
    f" || (SELECT ST_AsMVT(t, 'truncated', {EXTENT}, 'geom') FROM (SELECT ST_AsMVTGeom("
    f"ST_Centroid({_ENVELOPE}), {_ENVELOPE}, {EXTENT}, 0, true) AS geom) t)"
)


@dataclass(frozen=True)
class Detail:
    """How much of a tile is drawn: `cells` a side where points gather, `share` of the limits.

    A `marked` tile says in a layer `truncated` of one point that rows were left out of it.
    """

    cells: int = 0  # 0: as the recipe says
    share: float = 1.0
    marked: bool = False


WHOLE = Detail()


def statement(
    parts: Sequence[LayerRecipe],
    z: int,
    x: int,
    y: int,
    actor: Actor | None,
    *,
    filters: Mapping[str, str] | None = None,
    detail: Detail = WHOLE,
) -> tuple[str, dict[str, Any]]:
    """The statement and its values; nothing that a person sent is pasted into the text."""
    values: dict[str, Any] = {"z": z, "x": x, "y": y}
    layers = " || ".join(
        f"coalesce(({_layer(part, z, _conditions(part, actor, filters or {}, values), detail)}), '')"
        for part in parts
    )
    return f"SELECT {layers}{_LEFT_OUT if detail.marked else ''}", values


def _conditions(
    part: LayerRecipe, actor: Actor | None, filters: Mapping[str, str], values: dict[str, Any]
) -> list[str]:
    """What the actor may see and what the address asks for; values are added under names."""
    found = []
    if part.seen is not None:
        found.append("FALSE" if actor is None else _named(*part.seen(actor), values))
    if part.narrowed is not None and filters:
        found.append(_named(*part.narrowed(filters), values))
    return found


def _named(condition: str, given: list[Any], values: dict[str, Any]) -> str:
    for value in given:
        name = f"given{len(values)}"
        values[name] = value
        condition = condition.replace("%s", f"%({name})s", 1)
    return condition


def _layer(part: LayerRecipe, z: int, conditions: list[str], detail: Detail) -> str:
    cells = detail.cells or (CELLS if z < part.cluster_below else 0)
    if part.cluster_below and cells:
        return _gathered(
            part, z, conditions, min(cells, CELLS) if z < part.cluster_below else cells
        )
    limit = max(1, int(part.limit * detail.share))
    columns = "".join(f", {column}" for column in part.columns)
    order = f" ORDER BY {part.order}" if part.order else ""
    margin = f"ST_TileEnvelope(%(z)s, %(x)s, %(y)s, margin => {BUFFER / EXTENT})"
    rows = " UNION ALL ".join(
        f"(SELECT ST_AsMVTGeom({_simplified(part, z)}, {_ENVELOPE}, {EXTENT}, {BUFFER}, true)"
        f" AS geom{columns} FROM {part.table} WHERE {where}{order} LIMIT {limit})"
        for where in _wheres(part, z, conditions, margin)
    )
    return (
        f"SELECT ST_AsMVT(t, '{part.id}', {EXTENT}, 'geom')"
        f" FROM (SELECT * FROM ({rows}) b LIMIT {limit}) t WHERE geom IS NOT NULL"
    )


def _wheres(part: LayerRecipe, z: int, conditions: list[str], envelope: str) -> list[str]:
    """The conditions of each branch of a layer (most have one)."""
    inside = f"{part.geometry} && {envelope}"
    every = [f"({inside}) IS TRUE" if z < part.place_leads_from else inside]
    if part.where:
        every.append(f"({part.where})")
    if (rank := _highest_rank(part, z)) is not None:
        every.append(f"{_RANKS.get(part.table, 'rank')} <= {rank}")
    every += conditions
    return [" AND ".join([*every, *([f"({b})"] if b else [])]) for b in part.branches or ("",)]


def _gathered(part: LayerRecipe, z: int, conditions: list[str], cells: int) -> str:
    """Points in cells aligned to the world, so that every point counts in one tile only.

    A cell stands between its middle and the mean of its points, so that neighbours keep apart;
    a point that is alone in its cell keeps its place and its columns.
    """
    side = _WORLD / 2**z / cells
    names = [_name(column) for column in part.columns]
    numbered = "id" in part.columns
    used = [
        column
        for column in part.columns
        if not numbered or column == "id" or _mixes(part, _name(column))
    ]
    columns = "".join(f", {column}" for column in used)
    rows = " UNION ALL ".join(
        f"SELECT ST_X({part.geometry}) AS px, ST_Y({part.geometry}) AS py{columns}"
        f" FROM {part.table} WHERE {where}"
        for where in _wheres(part, z, conditions, _ENVELOPE)
    )
    if numbered:  # what a point shows alone is looked up for the few that are
        alone = ", CASE WHEN count(*) = 1 THEN min(id) END AS lone"
        beside = (
            f" LEFT JOIN LATERAL (SELECT {', '.join(part.columns)} FROM {part.table}"
            f" WHERE {part.table}.id = g.lone) AS a ON TRUE"
        )
    else:
        alone = "".join(f", CASE WHEN count(*) = 1 THEN max({n}) END AS {n}" for n in names)
        beside = ""
    mixed = "".join(
        f", CASE WHEN count(*) > 1 THEN count(*) FILTER (WHERE {sql})::int END AS {name}"
        for name, sql in part.mix
        if name not in names
    )
    place = "CASE WHEN count(*) = 1 THEN avg({p}) ELSE (avg({p}) + {middle}) / 2 END"
    east = place.format(p="px", middle=f"(cx + 0.5) * {side!r} - {_HALF!r}")
    north = place.format(p="py", middle=f"{_HALF!r} - (cy + 0.5) * {side!r}")
    shown = ", ".join(
        dict.fromkeys(["geom", "point_count", *(name for name, _ in part.mix), *names])
    )
    # The fences (OFFSET 0) keep the planner from reckoning the cell of a row again and again, and
    # from guessing one row where there are thousands: twice as fast where a tile is dense.
    return (
        f"SELECT ST_AsMVT(t, '{part.id}', {EXTENT}, 'geom') FROM (SELECT {shown} FROM (SELECT cx, cy,"
        f" ST_AsMVTGeom(ST_SetSRID(ST_MakePoint({east}, {north}), 3857), {_ENVELOPE},"
        f" {EXTENT}, {BUFFER}, true) AS geom"
        f", CASE WHEN count(*) > 1 THEN count(*)::int END AS point_count{mixed}{alone}"
        f" FROM (SELECT *, floor((px + {_HALF!r}) / {side!r})::int AS cx,"
        f" floor(({_HALF!r} - py) / {side!r})::int AS cy FROM ({rows}) s OFFSET 0) c"
        f" GROUP BY cx, cy OFFSET 0) g{beside}"
        f" WHERE cx BETWEEN %(x)s::bigint * {cells} AND %(x)s::bigint * {cells} + {cells - 1}"
        f" AND cy BETWEEN %(y)s::bigint * {cells} AND %(y)s::bigint * {cells} + {cells - 1}"
        f" AND geom IS NOT NULL) t"
    )


def _mixes(part: LayerRecipe, name: str) -> bool:
    """Whether the numbers of a layer's cells are counted by this column."""
    return any(re.search(rf"\b{name}\b", sql) for _, sql in part.mix)


def _name(column: str) -> str:
    """The name of a column: `expression AS name`, or the column itself."""
    return column.rsplit(" AS ", 1)[-1].strip()


def _simplified(part: LayerRecipe, z: int) -> str:
    """Lines and areas without the corners that half a pixel hides; near enough they stay whole."""
    geometry = part.geometry
    if part.draw is Draw.LINES:  # an area drawn as a line has no edges where the tile ends
        geometry = (
            f"CASE WHEN ST_Dimension({geometry}) = 2 THEN ST_Boundary({geometry})"
            f" ELSE {geometry} END"
        )
    if part.draw is Draw.POINTS or z >= 15:
        return geometry
    half_pixel = _WORLD / 2**z / 512 / 2
    return f"ST_Simplify({geometry}, {half_pixel:.3f}, true)"


def _highest_rank(part: LayerRecipe, z: int) -> int | None:
    return next((rank for below, rank in part.thinning if z < below), None)
