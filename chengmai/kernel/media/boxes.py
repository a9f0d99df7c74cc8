"""The boxes of an MP4 or QuickTime file: what it holds, and what it tells about its maker. Pure.

Phones write the place of recording into `udta` and `meta` boxes. `clean_film` overwrites those in
place with zeros and renames them `free`, so that no offset moves and nothing is encoded again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import IO

_PARENTS = (b"moov", b"trak", b"mdia")
_TELLTALES = (b"udta", b"meta", b"uuid")
_1904 = datetime(1904, 1, 1, tzinfo=UTC)
_ISO_6709 = re.compile(rb"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)")
_MOST_BOXES = 10_000


@dataclass(frozen=True)
class Box:
    """One box: its four-letter kind, where it starts, where its content starts, where it ends."""

    kind: bytes
    start: int
    inside: int
    end: int


def has_video_track(file: IO[bytes]) -> bool:
    """Whether one of the tracks is a picture track."""
    return any(_content(file, box, 12)[8:12] == b"vide" for box in _walk(file, b"hdlr"))


def recorded(file: IO[bytes]) -> tuple[datetime | None, tuple[float, float] | None]:
    """When and where, (lon, lat), the film says it was taken; None where it does not say."""
    when = None
    for box in _walk(file, b"mvhd"):
        head = _content(file, box, 12)
        seconds = int.from_bytes(head[4:12] if head[:1] == b"\x01" else head[4:8], "big")
        if seconds > 2_700_000_000:  # before 1989 the clock was not set
            when = _1904 + timedelta(seconds=min(seconds, 6_000_000_000))
    for box in _walk(file, *_TELLTALES):
        found = _ISO_6709.search(_content(file, box, 65_536))
        if found:
            lat, lon = float(found[1]), float(found[2])
            if abs(lat) <= 90 and abs(lon) <= 180 and (lat or lon):
                return when, (lon, lat)
    return when, None


def clean_film(file: IO[bytes]) -> None:
    """Take place, device and maker out of the file, in place."""
    for box in list(_walk(file, *_TELLTALES)):
        file.seek(box.start + 4)
        file.write(b"free")
        file.seek(box.inside)
        left = box.end - box.inside
        while left > 0:
            left -= file.write(b"\0" * min(left, 65_536))
    file.seek(0)


def _walk(file: IO[bytes], *kinds: bytes) -> Iterator[Box]:
    """All boxes of these kinds, in the parents that matter; a damaged file just ends."""
    end = file.seek(0, 2)
    pending, seen = [(0, end)], 0
    while pending:
        at, stop = pending.pop()
        while at + 8 <= stop and seen < _MOST_BOXES:
            seen += 1
            box = _box_at(file, at, stop)
            if box is None:
                break
            if box.kind in kinds:
                yield box
            elif box.kind in _PARENTS:
                pending.append((box.inside, box.end))
            at = box.end


def _box_at(file: IO[bytes], at: int, stop: int) -> Box | None:
    file.seek(at)
    head = file.read(16)
    size, inside = int.from_bytes(head[:4], "big"), at + 8
    if size == 1:
        size, inside = int.from_bytes(head[8:16], "big"), at + 16
    end = stop if size == 0 else at + size
    return Box(head[4:8], at, inside, end) if inside <= end <= stop else None


def _content(file: IO[bytes], box: Box, most: int) -> bytes:
    file.seek(box.inside)
    return file.read(min(most, box.end - box.inside))
