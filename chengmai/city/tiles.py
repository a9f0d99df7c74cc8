"""Vector tiles out of PostGIS: one statement per tile, cached as long as the data stays the same.

A layer is a `LayerRecipe`; the recipes of every domain are listed by the modules named in the
setting MAP_LAYERS. A versioned layer's table counts its changes by a trigger, and the count is
part of the ETag: a browser that has the tile is answered without touching any geometry.
"""

from __future__ import annotations

import hashlib
import importlib
import threading
from collections import OrderedDict
from functools import cache

from django.conf import settings
from django.db import connection

from chengmai.city.errors import LayerNotFound, NoSuchTile
from chengmai.city.models import LayerVersion
from chengmai.city.rules import MAX_ZOOM, tile_exists
from chengmai.city.tile_sql import statement
from chengmai.city.words import LayerRecipe
from chengmai.identity.words import Actor
from chengmai.kernel.reference import cached

BASE = "base"
CACHE_BYTES = 48 * 1024 * 1024


@cache
def recipes() -> dict[str, LayerRecipe]:
    """Every layer of every domain by its id, in drawing order."""
    found: dict[str, LayerRecipe] = {}
    for name in settings.MAP_LAYERS:
        for recipe in importlib.import_module(name).LAYERS:
            found[recipe.id] = recipe
    return found


def layers_shown_to(actor: Actor | None) -> list[LayerRecipe]:
    """The layers that the actor may switch on; the base map's own are not among them."""
    return [r for r in recipes().values() if not r.base and (r.public or actor is not None)]


def tile(layer: str, z: int, x: int, y: int, actor: Actor | None) -> bytes | None:
    """The Mapbox vector tile of a layer (`base`: of the whole base map), None where it is empty.

    Raises LayerNotFound for a layer that is not there or not the actor's to see, NoSuchTile for
    an address outside the world.
    """
    parts = _parts(layer, actor)
    if not tile_exists(z, x, y):
        raise NoSuchTile(
            "There is no such tile.",
            field="tile",
            remedy=f"Zoom is 0 to {MAX_ZOOM}; column and row are 0 to 2^zoom - 1.",
        )
    drawn = [part for part in parts if part.min_zoom <= z <= part.max_zoom]
    if not drawn:
        return None
    version = etag(layer, actor)
    if version is None:
        return _read(drawn, z, x, y, actor)
    key = f"{layer}/{z}/{x}/{y}/{version}"
    kept = TILES.get(key)
    if kept is None:
        kept = _read(drawn, z, x, y, actor) or b""
        TILES.put(key, kept)
    return kept or None


def etag(layer: str, actor: Actor | None) -> str | None:
    """What changes when the layer's data or recipe changes; None for a layer that is live."""
    parts = _parts(layer, actor)
    if not all(part.versioned for part in parts):
        return None
    versions = cached("city.versions", _load_versions, seconds=2)
    text = repr([(part, versions.get(part.table, 0)) for part in parts])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _parts(layer: str, actor: Actor | None) -> list[LayerRecipe]:
    if layer == BASE:
        return [recipe for recipe in recipes().values() if recipe.base]
    recipe = recipes().get(layer)
    if recipe is None or not (recipe.public or actor is not None):
        raise LayerNotFound("No such layer.", layer=layer[:40])
    return [recipe]


def _read(parts: list[LayerRecipe], z: int, x: int, y: int, actor: Actor | None) -> bytes | None:
    sql, values = statement(parts, z, x, y, actor)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found = cursor.fetchone()
    return bytes(found[0]) if found and found[0] else None


def _load_versions() -> dict[str, int]:
    return dict(LayerVersion.objects.values_list("name", "version"))


class TileCache:
    """The tiles used last, within a number of bytes; threads may share it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.bytes = 0
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> bytes | None:
        """The tile, which counts as used now."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: str, value: bytes) -> None:
        """Keep a tile and drop the ones that were not used for longest."""
        with self._lock:
            self.bytes += len(value) - len(self._kept.pop(key, b""))
            self._kept[key] = value
            while self.bytes > self.limit or len(self._kept) > 20_000:
                _, dropped = self._kept.popitem(last=False)
                self.bytes -= len(dropped)

    def clear(self) -> None:
        """Forget every tile."""
        with self._lock:
            self._kept.clear()
            self.bytes = 0


TILES = TileCache(CACHE_BYTES)
