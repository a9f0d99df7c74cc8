"""Every read of media."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from chengmai.kernel.media import store
from chengmai.kernel.media.errors import NotYourMedia
from chengmai.kernel.media.links import address
from chengmai.kernel.media.models import MediaFile, MediaLimit
from chengmai.kernel.media.words import MediaCard, MediaKind, Variant
from chengmai.kernel.reference import cached


@dataclass(frozen=True)
class Limit:
    """How large a file of a kind may be: bytes, and pixels where it is a picture."""

    max_bytes: int
    max_pixels: int | None


# What holds where a city has removed the row of a kind; the rows start with the same values.
STARTING = {
    MediaKind.IMAGE: Limit(25_000_000, 60_000_000),
    MediaKind.VIDEO: Limit(200_000_000, None),
    MediaKind.AUDIO: Limit(30_000_000, None),
    MediaKind.DOCUMENT: Limit(30_000_000, None),
}
_SAME = "SELECT id FROM media_mediafile WHERE owner = %s AND sha256 = %s"


def media_cards(ids: Iterable[int]) -> list[MediaCard]:
    """The cards of these files, in this order; unknown ids are left out. One statement."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    found = MediaFile.objects.in_bulk(wanted)
    return [card_of(found[item]) for item in wanted if item in found]


def read_view(media_id: int) -> bytes | None:
    """The picture of this number as screens show it (JPEG), for a document that the caller may
    make; None where it is no picture or its bytes are gone."""
    return _read(media_id, Variant.VIEW)


def read_original(media_id: int) -> bytes | None:
    """The picture of this number at its full size, without what the camera told; None where it is
    no picture or its bytes are gone."""
    return _read(media_id, Variant.ORIGINAL)


def _read(media_id: int, variant: Variant) -> bytes | None:
    row = MediaFile.objects.filter(pk=media_id, kind=MediaKind.IMAGE).first()
    if row is None:
        return None
    try:
        with store.read(row.key, variant) as file:
            content: bytes = file.read()
    except store.MediaGone:
        return None
    return content


def file_by_key(key: str) -> MediaFile:
    """The file at this address."""
    try:
        return MediaFile.objects.get(key=key)
    except MediaFile.DoesNotExist:
        raise NotYourMedia("No such file.", key=key) from None


def file_of(owner: str, sha256: str) -> MediaFile | None:
    """What this owner sent before with the same content.

    Hardly ever anything, so its columns are read only where there is something.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SAME, [owner, sha256])
        found = cursor.fetchone()
    return MediaFile.objects.get(pk=found[0]) if found else None


def limits() -> dict[MediaKind, Limit]:
    """The limits of every kind, as they were within the last seconds."""
    return cached("media.limits", _limits)


def _limits() -> dict[MediaKind, Limit]:
    rows = MediaLimit.objects.all()
    return STARTING | {MediaKind(row.kind): Limit(row.max_bytes, row.max_pixels) for row in rows}


def most_bytes(kind: MediaKind) -> int:
    """How large a file of this kind may be."""
    return limits()[kind].max_bytes


def card_of(row: MediaFile) -> MediaCard:
    """The row in words."""
    image = row.kind == MediaKind.IMAGE
    position = None if row.lon is None or row.lat is None else (row.lon, row.lat)
    return MediaCard(
        id=row.pk,
        kind=MediaKind(row.kind),
        content_type=row.content_type,
        name=row.name,
        bytes=row.bytes,
        sha256=row.sha256,
        width=row.width,
        height=row.height,
        taken_at=row.taken_at,
        position=position,
        url=address(row.key, Variant.VIEW if image else Variant.ORIGINAL),
        thumbnail_url=address(row.key, Variant.THUMB) if image else None,
    )
