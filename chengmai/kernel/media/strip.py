"""Take what a camera tells out of a picture, without encoding the picture again. Pure.

Only the parts that draw the picture are kept, so time, place, camera, thumbnails with another
content, comments, second pictures, and anything hung behind the end are gone. A JPEG keeps its
orientation, in an EXIF block that holds nothing else.
"""

from __future__ import annotations

import re
import struct

_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"}
    | {b"bKGD", b"pHYs"}
)
_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_WEBP_TELLS = 0x08 | 0x04  # the flags for EXIF and XMP


class NotWhole(ValueError):
    """The file ends before the picture does."""


def stripped(data: bytes, content_type: str, orientation: int = 1) -> bytes:
    """The picture alone. Raises NotWhole where its parts cannot be followed to the end."""
    try:
        if content_type == "image/jpeg":
            return _jpeg(data, orientation)
        return _png(data) if content_type == "image/png" else _webp(data)
    except (struct.error, IndexError):
        raise NotWhole from None


def _jpeg(data: bytes, orientation: int) -> bytes:
    kept = [b"\xff\xd8", _orientation_block(orientation)]
    at = 2
    while True:
        while data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise NotWhole
        marker = data[at + 1]
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if end > len(data) or end < at + 4:
            raise NotWhole
        if marker == 0xDA:  # picture data follows up to the next real marker
            found = _MARKER.search(data, end)
            if found is None:
                raise NotWhole
            end = found.start()
        if _jpeg_part_is_kept(marker, data[at + 4 : at + 16]):
            kept.append(data[at:end])
        at = end


def _jpeg_part_is_kept(marker: int, start: bytes) -> bool:
    if marker == 0xE2:
        return start.startswith(b"ICC_PROFILE\0")
    if 0xE0 <= marker <= 0xEF:
        return marker in (0xE0, 0xEE) and start[:5] in (b"JFIF\0", b"Adobe")
    return marker != 0xFE


def _orientation_block(orientation: int) -> bytes:
    if not 2 <= orientation <= 8:
        return b""
    tiff = b"MM\0*" + struct.pack(">LHHHLHHL", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 8 + len(tiff)) + b"Exif\0\0" + tiff


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while True:
        length, kind = struct.unpack_from(">L4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise NotWhole
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end


def _webp(data: bytes) -> bytes:
    stop = 8 + struct.unpack_from("<L", data, 4)[0]
    if stop > len(data):
        raise NotWhole
    kept, at = [], 12
    while at + 8 <= stop:
        kind, length = struct.unpack_from("<4sL", data, at)
        end = at + 8 + length + length % 2
        part = data[at:end]
        if kind == b"VP8X":
            part = part[:8] + bytes([part[8] & ~_WEBP_TELLS]) + part[9:]
        if kind in _WEBP_KEPT:
            kept.append(part)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<L", len(body)) + body
