"""The words of media: kinds, variants, and the card that other domains see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class MediaKind(StrEnum):
    """What a file is, by its content and never by its name."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"


class Variant(StrEnum):
    """In which form a file is asked for."""

    ORIGINAL = "original"  # as sent, without time, place and camera
    VIEW = "view"  # at most 1600 pixels, upright
    THUMB = "thumb"  # at most 320 pixels, upright


@dataclass(frozen=True)
class MediaCard:
    """One file as other domains and screens know it.

    `position` is (longitude, latitude) in WGS 84 as the camera wrote it. It and `taken_at` are
    for the uploader and for staff; `public()` is for everybody else.
    """

    id: int
    kind: MediaKind
    content_type: str
    name: str
    bytes: int
    sha256: str
    width: int | None
    height: int | None
    taken_at: datetime | None
    position: tuple[float, float] | None
    url: str
    thumbnail_url: str | None

    def public(self) -> MediaCard:
        """The card without what the camera and the sender told."""
        return replace(self, taken_at=None, position=None, name="", sha256="")
