"""Media over HTTP: `POST /api/v1/media` takes one file, `GET /media/…` is in `serving`."""

from __future__ import annotations

from datetime import datetime
from typing import IO, cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile

from chengmai.kernel.api import idempotent
from chengmai.kernel.device import ensure_owner
from chengmai.kernel.media.actions import keep_upload
from chengmai.kernel.media.words import MediaCard, MediaKind

router = Router(tags=["media"])


class Position(Schema):
    """Degrees of WGS 84."""

    lon: float
    lat: float


class MediaOut(Schema):
    """One file; `position` and `taken_at` are what the camera wrote."""

    id: int
    kind: MediaKind
    content_type: str
    name: str
    bytes: int
    sha256: str
    width: int | None
    height: int | None
    taken_at: datetime | None
    position: Position | None
    url: str
    thumbnail_url: str | None

    @classmethod
    def of(cls, card: MediaCard) -> MediaOut:
        """The card on the wire; other domains use it for the media they show."""
        position = card.position and Position(lon=card.position[0], lat=card.position[1])
        values = {name: getattr(card, name) for name in cls.model_fields if name != "position"}
        return cls(position=position or None, **values)


@router.post("", response={201: MediaOut})
@idempotent
def post_media(
    request: HttpRequest, response: HttpResponse, file: File[UploadedFile]
) -> Status[MediaOut]:
    """Keep a photo, video, recording or document; the same content again is the same file."""
    card = keep_upload(
        file=cast(IO[bytes], file),
        name=file.name or "",
        owner=ensure_owner(request, response),
        at=timezone.now(),
    )
    return Status(201, MediaOut.of(card))
