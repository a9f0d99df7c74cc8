"""The SQL of a tile: one ST_AsMVT per layer, put together into one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chengmai.city.words import Draw, LayerRecipe
from chengmai.identity.words import Actor

EXTENT = 4096
BUFFER = 64
_WORLD = 40_075_016.685578488  # metres around the equator in web mercator
_RANKS = {"city_division": "length(code)"}  # tables that thin by something else than `rank`


def statement(
    parts: Sequence[LayerRecipe], z: int, x: int, y: int, actor: Actor | None
) -> tuple[str, dict[str, Any]]:
    """The statement and its values; nothing that a person sent is pasted into the text."""
    values: dict[str, Any] = {"z": z, "x": x, "y": y}
    layers = " || ".join(
        f"coalesce(({_layer(part, z, _seen(part, actor, values))}), '')" for part in parts
    )
    return f"SELECT {layers}", values


def _seen(part: LayerRecipe, actor: Actor | None, values: dict[str, Any]) -> str:
    """The condition that keeps what the actor may see; its values are added under names."""
    if part.seen is None:
        return ""
    if actor is None:
        return "FALSE"
    condition, given = part.seen(actor)
    for value in given:
        name = f"seen{len(values)}"
        values[name] = value
        condition = condition.replace("%s", f"%({name})s", 1)
    return condition


def _layer(part: LayerRecipe, z: int, seen: str) -> str:
    geometry = _simplified(part, z)
    columns = "".join(f", {column}" for column in part.columns)
    conditions = [
        f"{part.geometry} && ST_TileEnvelope(%(z)s, %(x)s, %(y)s, margin => {BUFFER / EXTENT})"
    ]
    if part.where:
        conditions.append(f"({part.where})")
    if (rank := _highest_rank(part, z)) is not None:
        conditions.append(f"{_RANKS.get(part.table, 'rank')} <= {rank}")
    if seen:
        conditions.append(seen)
    order = f" ORDER BY {part.order}" if part.order else ""
    return (
        f"SELECT ST_AsMVT(t, '{part.id}', {EXTENT}, 'geom') FROM (SELECT"  # noqa: S608
        f" ST_AsMVTGeom({geometry}, ST_TileEnvelope(%(z)s, %(x)s, %(y)s), {EXTENT}, {BUFFER}, true)"
        f" AS geom{columns} FROM {part.table} WHERE {' AND '.join(conditions)}"
        f"{order} LIMIT {part.limit}) t WHERE geom IS NOT NULL"
    )


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
