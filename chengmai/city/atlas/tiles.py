"""Vector tiles out of PostGIS: one statement per tile, cached as long as the data stays the same.

A versioned layer's table counts its changes by a trigger, and the count is part of the tag: a
browser that has the tile is answered without touching any geometry. No tile is larger than
MOST_BYTES: too many points gather in cells, and of too many lines or areas the last ones of the
layer's order are left out, which the tile says (`truncated`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import connection

from chengmai.city.atlas.cache import ANSWERS, TILES, KeptTile, packed
from chengmai.city.atlas.catalogue import BASE, snapshot
from chengmai.city.atlas.tile_sql import WHOLE, Detail, statement
from chengmai.city.errors import NoSuchTile
from chengmai.city.rules import MAX_ZOOM, tile_exists
from chengmai.city.words import LayerRecipe
from chengmai.identity.words import Actor

MOST_BYTES = 100_000
# What is tried in turn until a tile is small enough; points gather first.
_SMALLER = (
    Detail(cells=32),
    Detail(cells=16, share=0.25),
    Detail(cells=16, share=0.06),
    Detail(cells=8, share=0.01),
)

__all__ = ["BASE", "MOST_BYTES", "TILES", "kept_tile", "tag_of", "tile"]


def tile(layer: str, z: int, x: int, y: int, actor: Actor | None) -> bytes | None:
    """The Mapbox vector tile of a layer (`base`: of the whole base map), None where it is empty.

    Raises LayerNotFound for a layer that is not there or not the actor's to see, NoSuchTile for
    an address outside the world.
    """
    return kept_tile(layer, z, x, y, actor).plain() or None


def tag_of(layer: str, actor: Actor | None) -> str | None:
    """The layer's tag for somebody who may see it; LayerNotFound for anybody else."""
    now = snapshot()
    now.parts(layer, actor)
    return now.tag(layer)


def kept_tile(
    layer: str,
    z: int,
    x: int,
    y: int,
    actor: Actor | None,
    filters: Mapping[str, str] | None = None,
) -> KeptTile:
    """The tile from the cache or the database; `filters` only where the layer knows some."""
    now = snapshot()
    parts = now.parts(layer, actor)
    if not tile_exists(z, x, y):
        raise NoSuchTile(
            "There is no such tile.",
            field="tile",
            remedy=f"Zoom is 0 to {MAX_ZOOM}; column and row are 0 to 2^zoom - 1.",
        )
    drawn = [part for part in parts if part.min_zoom <= z <= part.max_zoom]
    if not drawn:
        return KeptTile(b"")
    tag = now.tag(layer)
    if tag is None:
        ANSWERS.labels("live").inc()
        return draw(drawn, z, x, y, actor, filters)
    key = (layer, z, x, y, tag)
    kept = TILES.get(key)
    if kept is None:
        ANSWERS.labels("drawn").inc()
        kept = draw(drawn, z, x, y, actor)
        TILES.put(key, kept)
    else:
        ANSWERS.labels("kept").inc()
    return kept


def draw(
    parts: Sequence[LayerRecipe],
    z: int,
    x: int,
    y: int,
    actor: Actor | None,
    filters: Mapping[str, str] | None = None,
) -> KeptTile:
    """Read a tile, with less and less detail until it is small enough."""
    body = _read(parts, z, x, y, actor, filters, WHOLE)
    if len(body) <= MOST_BYTES:
        return packed(body)
    truncated = not all(part.cluster_below for part in parts)
    for detail in _SMALLER:
        smaller = replace(detail, marked=truncated)
        body = _read(parts, z, x, y, actor, filters, smaller)
        if len(body) <= MOST_BYTES:
            break
    return packed(body, truncated=truncated)


def _read(
    parts: Sequence[LayerRecipe],
    z: int,
    x: int,
    y: int,
    actor: Actor | None,
    filters: Mapping[str, str] | None,
    detail: Detail,
) -> bytes:
    sql, values = statement(parts, z, x, y, actor, filters=filters, detail=detail)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchone()
    return bytes(found[0]) if found and found[0] else b""
