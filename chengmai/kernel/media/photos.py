"""Read a photo: what the camera tells, and the pictures that others see."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from PIL import ExifTags, Image

from chengmai.kernel.media.errors import BrokenFile, TooManyPixels
from chengmai.kernel.media.strip import NotWhole, stripped
from chengmai.kernel.media.words import Variant

_SIZES = ((Variant.VIEW, 1600), (Variant.THUMB, 320))
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_CHINA = timezone(timedelta(hours=8))
_DAMAGE = (OSError, ValueError, SyntaxError, NotWhole, TypeError, EOFError, MemoryError)


@dataclass(frozen=True)
class Photo:
    """A photo taken apart: upright size in pixels, what the camera told, and what is stored."""

    width: int
    height: int
    taken_at: datetime | None
    position: tuple[float, float] | None
    pictures: dict[Variant, bytes]


def read_photo(data: bytes, content_type: str, *, max_pixels: int) -> Photo:
    """Decode once, at the smallest scale that serves. Refuses damage and too many pixels."""
    try:
        image = Image.open(io.BytesIO(data), formats=[_FORMATS[content_type]])
        width, height = image.size
        if width * height > max_pixels:
            raise _too_many(width, height, max_pixels)
        exif = _exif(image)
        orientation = _orientation(exif)
        taken_at, position = _taken_at(exif), _position(exif)
        pictures = {Variant.ORIGINAL: stripped(data, content_type, orientation)}
        pictures |= _smaller(image, orientation)
    except Image.DecompressionBombError:
        raise _too_many(0, 0, max_pixels) from None
    except _DAMAGE:
        raise BrokenFile(
            "The picture is damaged.", field="file", remedy="Take or send it again."
        ) from None
    if orientation >= 5:
        width, height = height, width
    return Photo(width, height, taken_at, position, pictures)


def _smaller(image: Image.Image, orientation: int) -> dict[Variant, bytes]:
    pictures = {}
    largest = _SIZES[0][1]
    share = min(1.0, largest / max(image.size))
    size_wanted = (int(image.width * share), int(image.height * share))
    image.draft("RGB", size_wanted)  # a JPEG is decoded at a half, quarter or eighth
    picture: Image.Image = image
    colours = image.info.get("icc_profile") if image.mode == "RGB" else None
    if image.format != "JPEG":  # let the decoder finish, then shrink by whole steps
        image.load()
    for variant, size in _SIZES:
        # Averaged over whole steps first: a thumbnail in a third of the time, as good to look at.
        picture.thumbnail((size, size), Image.Resampling.BILINEAR, reducing_gap=1.0)
        if variant is Variant.VIEW:
            picture = _upright(_opaque(picture), orientation)
            picture.info.clear()  # the encoder would copy the comment from here
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=80, icc_profile=colours)
        pictures[variant] = out.getvalue()
    return pictures


def _opaque(picture: Image.Image) -> Image.Image:
    """RGB; what shines through lies on white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGB", layered.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    return picture.convert("RGB")


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _too_many(width: int, height: int, most: int) -> TooManyPixels:
    return TooManyPixels(
        "The picture has too many pixels.",
        field="file",
        width=width,
        height=height,
        most=most,
        remedy="Send a smaller picture.",
    )


def _exif(image: Image.Image) -> dict[int, dict[int, Any]]:
    """The three blocks that matter; a broken EXIF block is as good as none."""
    try:
        exif = image.getexif()
        return {
            0: dict(exif),
            ExifTags.IFD.Exif: dict(exif.get_ifd(ExifTags.IFD.Exif)),
            ExifTags.IFD.GPSInfo: dict(exif.get_ifd(ExifTags.IFD.GPSInfo)),
        }
    except Exception:
        return {0: {}, ExifTags.IFD.Exif: {}, ExifTags.IFD.GPSInfo: {}}


def _orientation(exif: dict[int, dict[int, Any]]) -> int:
    value = exif[0].get(ExifTags.Base.Orientation, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _taken_at(exif: dict[int, dict[int, Any]]) -> datetime | None:
    """When the shutter fell; a camera that does not name its zone is taken to be in China."""
    block = exif[ExifTags.IFD.Exif]
    written = block.get(ExifTags.Base.DateTimeOriginal) or exif[0].get(ExifTags.Base.DateTime)
    zone = block.get(ExifTags.Base.OffsetTimeOriginal)
    try:
        local = datetime.strptime(str(written).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
    if local.year < 1990:
        return None
    try:
        return datetime.fromisoformat(f"{local.isoformat()}{str(zone).strip(chr(0) + ' ')}")
    except ValueError:
        return local.replace(tzinfo=_CHINA)


def _position(exif: dict[int, dict[int, Any]]) -> tuple[float, float] | None:
    """(longitude, latitude) in WGS 84, or None where there is none or it is nonsense."""
    gps = exif[ExifTags.IFD.GPSInfo]
    try:
        lat = _degrees(gps[ExifTags.GPS.GPSLatitude], gps.get(ExifTags.GPS.GPSLatitudeRef), "S")
        lon = _degrees(gps[ExifTags.GPS.GPSLongitude], gps.get(ExifTags.GPS.GPSLongitudeRef), "W")
    except (KeyError, TypeError, ValueError, ZeroDivisionError, IndexError):
        return None
    sound = abs(lat) <= 90 and abs(lon) <= 180 and (lat != 0 or lon != 0)
    return (lon, lat) if sound else None


def _degrees(parts: Any, reference: Any, negative: str) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if str(reference).strip("\0 ").upper() == negative else value
