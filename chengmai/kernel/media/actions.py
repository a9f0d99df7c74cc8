"""Every write of media: keep what was sent, tie it to what it shows, forget what nobody used."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import IO

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.media import store
from chengmai.kernel.media.boxes import clean_film, recorded
from chengmai.kernel.media.contents import Content, recognise
from chengmai.kernel.media.errors import EmptyFile, FileTooLarge, KindNotWanted, NotYourMedia
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.photos import read_photo
from chengmai.kernel.media.queries import Limit, card_of, file_of, limits
from chengmai.kernel.media.quota import refuse_beyond_quota
from chengmai.kernel.media.scan import refuse_infected
from chengmai.kernel.media.words import MediaCard, MediaKind, Variant

_FILMS = ("video/mp4", "video/quicktime", "audio/mp4")


def keep_upload(
    *,
    file: IO[bytes],
    name: str,
    owner: str,
    at: datetime,
    wanted: frozenset[MediaKind] = frozenset(MediaKind),
) -> MediaCard:
    """Check a file, take what it tells out of it, store it with its smaller pictures.

    The same content from the same owner is the same file. `file` may be changed in place.
    Refuses empty, too large, unknown, misnamed, damaged, infected and unwanted files, and those
    beyond the sender's quota of a day (`media.*`).
    """
    content = _checked(file, name, wanted)
    limit = limits()[content.kind]
    size = _size(file)
    if size > limit.max_bytes:
        raise too_large(size, limit.max_bytes)
    sha256 = _hash(file)
    known = file_of(owner, sha256)
    if known is not None:
        return card_of(_freshened(known, at))
    refuse_beyond_quota(owner=owner, size=size, at=at)
    refuse_infected(file)
    row = MediaFile(
        owner=owner,
        sha256=sha256,
        kind=content.kind.value,
        content_type=content.content_type,
        name=_plain_name(name),
        bytes=size,
        created_at=at,
    )
    _store_content(row, file, content, limit)
    return _keep_row(row)


def claim_media(*, ids: Iterable[int], owner: str, subject: str) -> None:
    """Tie files to what they show, such as `case:17`. One statement.

    Refuses the whole list where one of the files is missing or somebody else's, alike.
    """
    _tie(list(set(ids)), subject, owner)


def attach(*, ids: Iterable[int], subject: str) -> None:
    """Tie files to a subject whoever sent them, for callers that have checked. One statement."""
    _tie(list(set(ids)), subject, None)


def forget_unused(*, before: datetime, at_most: int = 1000) -> int:
    """Remove files sent before this time that nothing uses; how many were removed."""
    with transaction.atomic():
        unused = MediaFile.objects.select_for_update(skip_locked=True).filter(
            subjects=[], created_at__lt=before
        )
        rows = list(unused.order_by("created_at")[:at_most])
        MediaFile.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        store.remove(row.key)
    return len(rows)


def too_large(size: int, most: int) -> FileTooLarge:
    """The refusal of a file of so many bytes."""
    return FileTooLarge(
        "The file is too large.",
        field="file",
        bytes=size,
        most=most,
        remedy=f"Send at most {most // 1_000_000} MB.",
    )


def _freshened(known: MediaFile, at: datetime) -> MediaFile:
    """A file that nothing uses and that is sent again counts as sent now."""
    if not known.subjects:
        known.created_at = at
        known.save(update_fields=["created_at"])
    return known


def _checked(file: IO[bytes], name: str, wanted: frozenset[MediaKind]) -> Content:
    if _size(file) == 0:
        raise EmptyFile("The file is empty.", field="file", remedy="Choose the file again.")
    content = recognise(file, name)
    if content.kind not in wanted:
        raise KindNotWanted(
            f"This place takes no {content.kind}.",
            field="file",
            content_is=content.content_type,
            wanted=sorted(wanted),
            remedy="Send another kind of file.",
        )
    return content


def _store_content(row: MediaFile, file: IO[bytes], content: Content, limit: Limit) -> None:
    """Write the variants under the row's key and note on the row what the file told."""
    if settings.MEDIA_KEEP_UNTOUCHED:
        store.write_untouched(row.key, file)
    if content.kind is MediaKind.IMAGE:
        file.seek(0)
        photo = read_photo(file.read(), content.content_type, max_pixels=limit.max_pixels or 0)
        row.width, row.height, row.taken_at = photo.width, photo.height, photo.taken_at
        row.lon, row.lat = photo.position or (None, None)
        for variant, picture in photo.pictures.items():
            store.write(row.key, variant, picture)
        return
    if content.content_type in _FILMS:
        row.taken_at, position = recorded(file)
        row.lon, row.lat = position or (None, None)
        clean_film(file)
    file.seek(0)
    store.write(row.key, Variant.ORIGINAL, file)


def _keep_row(row: MediaFile) -> MediaCard:
    """Insert; where the same owner sent the same content at the same moment, theirs stays."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        store.remove(row.key)
        known = file_of(row.owner, row.sha256)
        if known is None:
            raise
        return card_of(known)
    return card_of(row)


def _tie(ids: list[int], subject: str, owner: str | None) -> None:
    if not ids:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE media_mediafile SET subjects =
                CASE WHEN %(subject)s = ANY (subjects) THEN subjects
                     ELSE array_append(subjects, %(subject)s::varchar) END
            WHERE id = ANY (%(ids)s)
              AND (%(owner)s::varchar IS NULL OR owner = %(owner)s)
              AND (SELECT count(*) FROM media_mediafile WHERE id = ANY (%(ids)s)
                   AND (%(owner)s::varchar IS NULL OR owner = %(owner)s)) = %(number)s
            """,
            {"subject": subject, "ids": ids, "owner": owner, "number": len(ids)},
        )
        if cursor.rowcount != len(ids):
            raise NotYourMedia("No such file.", field="media_ids")


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)


def _hash(file: IO[bytes]) -> str:
    """SHA-256 of the content as it was sent, so that the sender can compare."""
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()


def _plain_name(name: str) -> str:
    """The last part of a name, without signs that steer terminals or text direction."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return mask_numbers_in(plain)[-200:]
