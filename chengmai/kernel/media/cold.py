"""A second, slower place for the files of closed years; readers see one store all the time.

What is written goes to the warm place. What is asked for is looked up there first, then in the cold
place, then once more in the warm one: a file that is on its way back leaves the cold place only
when it lies whole in the warm one, and the other way round.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.utils.module_loading import import_string

from chengmai.kernel.errors import Refusal
from chengmai.kernel.media.models import MediaFile
from chengmai.kernel.media.store import path_of
from chengmai.kernel.media.words import Variant

CITY = ZoneInfo("Asia/Shanghai")
PIECE = 1024 * 1024
BATCH = 500
# Thumbnails stay: lists of old cases are as quick as ever, and they take a fiftieth of the room.
MOVED = (Variant.ORIGINAL, Variant.VIEW)
Say = Callable[[str], None]


class NoColdPlace(Refusal):
    """This city keeps its files in one place."""

    code = "media.no_cold_place"


class CopyDiffers(Refusal):
    """What was written to the other place is not what was read; the file stays where it was."""

    code = "media.copy_differs"
    status = 500


class TwoPlaces(Storage):
    """A warm and a cold storage as one; each is given as in STORAGES (BACKEND, OPTIONS)."""

    def __init__(self, warm: Mapping[str, Any], cold: Mapping[str, Any]) -> None:
        self.warm: Storage = import_string(warm["BACKEND"])(**warm.get("OPTIONS", {}))
        self.cold: Storage = import_string(cold["BACKEND"])(**cold.get("OPTIONS", {}))

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        for place in (self.warm, self.cold):
            with contextlib.suppress(FileNotFoundError):
                found: File[bytes] = place.open(name, mode)
                return found
        return self.warm.open(name, mode)

    def _save(self, name: str, content: File[bytes]) -> str:
        return str(self.warm.save(name, content))

    def delete(self, name: str) -> None:
        """From both places."""
        self.warm.delete(name)
        self.cold.delete(name)

    def exists(self, name: str) -> bool:
        return self.warm.exists(name) or self.cold.exists(name) or self.warm.exists(name)

    def size(self, name: str) -> int:
        for place in (self.warm, self.cold):
            with contextlib.suppress(FileNotFoundError):
                return int(place.size(name))
        return int(self.warm.size(name))

    def listdir(self, path: str) -> tuple[list[str], list[str]]:
        """Folders and files of both, each once. Raises FileNotFoundError where neither has it."""
        folders: set[str] = set()
        names: set[str] = set()
        missed = 0
        for place in (self.cold, self.warm):
            try:
                some, more = place.listdir(path)
            except FileNotFoundError:
                missed += 1
                continue
            folders.update(some)
            names.update(name for name in more if not name.endswith(PART))
        if missed == 2:
            raise FileNotFoundError(path)
        return sorted(folders), sorted(names)


PART = ".part"


@dataclass
class MovedFiles:
    """What moving the files of a year did."""

    files: int = 0
    bytes: int = 0


def move_year(year: int, *, say: Say, back: bool = False, dry_run: bool = False) -> MovedFiles:
    """Move the files that were sent in this year (city's time) to the cold place, or `back`.

    Each is copied, read back and compared before it leaves its old place, so that a run that was
    stopped at any moment has lost nothing, and goes on when it is started again. Raises
    NoColdPlace, CopyDiffers.
    """
    store = storages["media"]
    if not isinstance(store, TwoPlaces):
        raise NoColdPlace("Name a second place for files: CHENGMAI_MEDIA_COLD.", year=year)
    source, target = (store.cold, store.warm) if back else (store.warm, store.cold)
    moved, seen = MovedFiles(), 0
    for keys in _keys_of(year):
        for key in keys:
            for variant in MOVED:
                _move(source, target, path_of(key, variant), moved, dry_run=dry_run)
        seen += len(keys)
        say(f"{seen} files of {year} looked at, {moved.bytes / 1e6:,.0f} MB moved")
    return moved


def _keys_of(year: int) -> Iterator[list[str]]:
    sent = MediaFile.objects.filter(
        created_at__gte=datetime(year, 1, 1, tzinfo=CITY),
        created_at__lt=datetime(year + 1, 1, 1, tzinfo=CITY),
    ).order_by("pk")
    last = 0
    while rows := list(sent.filter(pk__gt=last).values_list("pk", "key")[:BATCH]):
        last = rows[-1][0]
        yield [key for _, key in rows]


def _move(source: Storage, target: Storage, path: str, moved: MovedFiles, *, dry_run: bool) -> None:
    try:
        size = source.size(path)
    except FileNotFoundError:
        return  # moved already, erased, or a variant that this file does not have
    moved.files += 1
    moved.bytes += size
    if dry_run:
        return
    read = _digest(source, path)
    if not target.exists(path) or _digest(target, path) != read:
        _copy(source, target, path)
        if _digest(target, path) != read:
            target.delete(path)
            raise CopyDiffers("The copy of a file differs from the file.", path=path)
    source.delete(path)
    if folder := _local(source, path):
        with contextlib.suppress(OSError):
            folder.parent.rmdir()  # only where nothing is left in it


def _copy(source: Storage, target: Storage, path: str) -> None:
    """Whole or not at all: nobody ever reads half a file."""
    end = _local(target, path)
    if end is None:  # a bucket shows a file only when it is complete
        with source.open(path) as file:
            target.delete(path)
            target.save(path, file)
        return
    end.parent.mkdir(parents=True, exist_ok=True)
    part = end.with_name(f"{end.name}.{secrets.token_hex(4)}{PART}")
    try:
        with source.open(path) as file, part.open("wb") as out:
            for piece in file.chunks(PIECE):
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o640)
        part.replace(end)
    finally:
        part.unlink(missing_ok=True)


def _local(place: Storage, path: str) -> Path | None:
    try:
        return Path(place.path(path))
    except NotImplementedError:
        return None


def _digest(place: Storage, path: str) -> str:
    digest = hashlib.sha256()
    with place.open(path) as file:
        for piece in file.chunks(PIECE):
            digest.update(piece)
    return digest.hexdigest()
