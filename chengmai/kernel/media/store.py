"""Where the bytes lie: a local folder, or an S3-compatible store by setting (`STORAGES["media"]`).

A file's variants lie under its random key, so nothing in the store can be found by guessing, and
a name of the sender never becomes a path.
"""

from __future__ import annotations

from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

from chengmai.kernel.media.words import Variant


class MediaGone(Exception):
    """The table knows the file, the store does not have it."""


def write(key: str, variant: Variant, content: bytes | IO[bytes]) -> None:
    """Store one variant."""
    file: File[bytes] = ContentFile(content) if isinstance(content, bytes) else File(content)
    _store().save(path_of(key, variant), file)


def write_untouched(key: str, content: IO[bytes]) -> None:
    """Store the file as it was sent, where no address leads (setting MEDIA_KEEP_UNTOUCHED)."""
    content.seek(0)
    _store().save(f"untouched/{key[:2]}/{key}", File(content))


def read(key: str, variant: Variant) -> File[bytes]:
    """Open one variant; the caller closes it. Raises MediaGone."""
    try:
        return _store().open(path_of(key, variant))
    except FileNotFoundError:
        raise MediaGone(path_of(key, variant)) from None


def remove(key: str) -> None:
    """Remove all variants; those that are not there are no matter."""
    for variant in Variant:
        _store().delete(path_of(key, variant))
    _store().delete(f"untouched/{key[:2]}/{key}")


def path_of(key: str, variant: Variant) -> str:
    """The place of a variant in the store."""
    return f"{key[:2]}/{key}/{variant.value}"


def _store() -> Storage:
    return storages["media"]
