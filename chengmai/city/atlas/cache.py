"""The tiles used last, compressed, within a number of bytes; the threads of a process share it."""

from __future__ import annotations

import gzip
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass

from prometheus_client import Counter, Gauge

BYTES = int(os.environ.get("CHENGMAI_TILE_CACHE_MB", 64)) * 1024 * 1024
MOST = 40_000
_OVERHEAD = 400  # bytes that an entry costs beside its tile
_WORTH = 512  # a smaller tile is kept as it is

ANSWERS = Counter("chengmai_tiles", "Tiles by how they were answered", ["how"])
EVICTED = Counter("chengmai_tile_evictions", "Tiles dropped from the cache for room")
KEPT = Gauge("chengmai_tile_cache_bytes", "Bytes of tiles kept", multiprocess_mode="livesum")


@dataclass(frozen=True, slots=True)
class KeptTile:
    """One tile: its bytes (compressed where `zipped`), or empty; `truncated` where rows are left
    out to keep it small."""

    body: bytes
    zipped: bool = False
    truncated: bool = False

    def plain(self) -> bytes:
        """The tile as it was drawn."""
        return gzip.decompress(self.body) if self.zipped else self.body


def packed(drawn: bytes, *, truncated: bool = False) -> KeptTile:
    """A tile ready to be kept and sent."""
    if len(drawn) < _WORTH:
        return KeptTile(drawn, truncated=truncated)
    return KeptTile(gzip.compress(drawn, 5, mtime=0), zipped=True, truncated=truncated)


class TileCache:
    """Keeps what was used last and drops what was not used for longest."""

    def __init__(self, limit: int, most: int = MOST) -> None:
        self.limit = limit
        self.most = most
        self.bytes = 0
        self.evictions = 0
        self._kept: OrderedDict[tuple[str, int, int, int, str], KeptTile] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, int, int, int, str]) -> KeptTile | None:
        """The tile of (layer, zoom, column, row, version), which counts as used now."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: tuple[str, int, int, int, str], tile: KeptTile) -> None:
        """Keep a tile and drop the ones that were not used for longest."""
        with self._lock:
            before = self._kept.pop(key, None)
            self.bytes += (
                len(tile.body) + _OVERHEAD - (len(before.body) + _OVERHEAD if before else 0)
            )
            self._kept[key] = tile
            while self.bytes > self.limit or len(self._kept) > self.most:
                _, dropped = self._kept.popitem(last=False)
                self.bytes -= len(dropped.body) + _OVERHEAD
                self.evictions += 1
                EVICTED.inc()
        KEPT.set(self.bytes)

    def clear(self) -> None:
        """Forget every tile."""
        with self._lock:
            self._kept.clear()
            self.bytes = 0


TILES = TileCache(BYTES)
