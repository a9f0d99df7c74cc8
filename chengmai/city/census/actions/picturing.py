"""Pictures of an import: archives beside the table, each picture hardened as any upload is."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, Any

from django.db import transaction

from chengmai.city.census.actions.receiving import measured, refuse_too_large
from chengmai.city.census.actions.working import Clock, beat
from chengmai.city.census.errors import FileNotReadable, FileTooLarge, ImportNotReady
from chengmai.city.census.gateways import store
from chengmai.city.census.gateways.pictures import (
    Entry,
    PictureBoxes,
    count_pictures,
    picture_boxes,
)
from chengmai.city.census.models import CensusImport, CensusPicture, new_key
from chengmai.city.census.queries.imports import get_import, limits_now
from chengmai.city.census.staging.pictures import Taken, write_pictures
from chengmai.city.census.words import Choices, FieldKind, ImportState, Reason, Step, TargetSpec
from chengmai.identity.words import Actor
from chengmai.kernel.errors import Refusal
from chengmai.kernel.media.public import (
    MediaKind,
    keep_upload,
    known_media,
    most_bytes,
    read_original,
    tie_many,
    untie_many,
)

OWNER = "census"
MOST_ARCHIVES = 12
_BEFORE = (ImportState.FOUND, ImportState.CHECKED, ImportState.FAILED, ImportState.CANCELLED)
_WHY = {
    "media.too_large": Reason.PICTURE_LARGE,
    "media.too_many_pixels": Reason.PICTURE_LARGE,
    "media.bomb": Reason.PICTURE_LARGE,
    "media.infected": Reason.PICTURE_INFECTED,
}
_STOPS = ("media.quota_reached", "media.not_scanned")


@transaction.atomic
def add_pictures(
    *, import_id: int, content: IO[bytes], file_name: str, actor: Actor, at: datetime
) -> CensusImport:
    """Keep a zip of pictures beside the file of an import, which is checked again afterwards.

    The same archive again changes nothing. Raises ImportNotReady, FileTooLarge, FileNotReadable
    or UnsafeArchive.
    """
    row = _changeable(actor, import_id)
    size, digest = measured(content)
    refuse_too_large(size)
    if any(one["sha256"] == digest for one in row.pictures):
        return row
    if len(row.pictures) >= MOST_ARCHIVES:
        raise FileTooLarge("Too many archives.", field="file", limit=MOST_ARCHIVES, remedy="Pack the pictures into fewer archives.")  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="chengmai-pictures-") as folder:
        path = Path(folder) / "sent"
        content.seek(0)
        with path.open("wb") as out:
            while chunk := content.read(1 << 20):
                out.write(chunk)
        number = count_pictures(path, limits_now()) if size else 0
    if not number:
        raise FileNotReadable("The file is empty.", field="file", reason="empty", remedy="Choose another file.")  # fmt: skip
    name = Path(file_name.replace("\\", "/")).name.replace("\x00", "")[:200] or "?"
    key = new_key()
    kept = {"key": key, "name": name, "bytes": size, "sha256": digest, "pictures": number}
    row.pictures = [*row.pictures, kept]
    _check_again(row, at)
    store.keep(key, content)
    return row


@transaction.atomic
def drop_pictures(*, import_id: int, actor: Actor, at: datetime) -> CensusImport:
    """Take the archives of pictures away again; those that were taken from them go later."""
    row = _changeable(actor, import_id)
    keys = [str(one["key"]) for one in row.pictures]
    row.pictures = []
    _check_again(row, at)
    for key in keys:
        transaction.on_commit(partial(store.remove, key))
    return row


def read_pictures(row: CensusImport, target: TargetSpec, choices: Choices, clock: Clock) -> bool:
    """Take the pictures that the rows name, where the file has such a column. Raises Stopped."""
    spec = next((one for one in target.fields if one.kind is FieldKind.PICTURES), None)
    if spec is None or spec.name not in choices.columns:
        return False

    def progress(done: int, total: int) -> None:
        beat(row.pk, ImportState.CHECKING, Step.PICTURES, clock, done, total)

    with _boxes(row) as boxes:
        taker = _Taker(boxes, row.pk, clock)
        ids = write_pictures(row.pk, spec, choices.columns[spec.name], taker.take, progress)
    _hold(row, ids)
    return True


def forget_pictures(row_id: int, archives: list[dict[str, Any]], ids: list[int]) -> None:
    """An import no longer needs its archives, nor the pictures that no component shows."""
    for one in archives:
        store.remove(str(one["key"]))
    untie_many([(number, _subject(row_id)) for number in ids])


def note_given_out(media_id: int) -> bytes | None:
    """The bytes of a picture for an export; they are known again when they come back."""
    content = read_original(media_id)
    if content is not None:
        _note(hashlib.sha256(content).hexdigest(), media_id)
    return content


class _Taker:
    """Takes pictures by name; each content once."""

    def __init__(self, boxes: PictureBoxes, import_id: int, clock: Clock) -> None:
        self._boxes, self._import_id, self._clock = boxes, import_id, clock
        self._most = most_bytes(MediaKind.IMAGE)
        self._taken: dict[int, Taken] = {}

    def take(self, name: str) -> Taken:
        entry, why = self._boxes.pick(name)
        if entry is None:
            return None, why
        if id(entry) not in self._taken:
            self._taken[id(entry)] = self._read(entry)
        return self._taken[id(entry)]

    def _read(self, entry: Entry) -> Taken:
        if entry.info.file_size > self._most:
            return None, Reason.PICTURE_LARGE
        try:
            with self._boxes.opened(entry, self._most) as copy:
                if copy is None:
                    return None, Reason.PICTURE_LARGE
                _, digest = measured(copy)
                known = _known(digest)
                if known is not None:
                    return known, None
                name = entry.info.filename.replace("\\", "/").rpartition("/")[2]
                card = keep_upload(
                    file=copy, name=name, owner=OWNER, at=self._clock(), wanted=frozenset({MediaKind.IMAGE})
                )  # fmt: skip
        except Refusal as refusal:
            if refusal.code in _STOPS:
                raise
            return None, _WHY.get(refusal.code, Reason.PICTURE_BROKEN)
        tie_many([(card.id, _subject(self._import_id))])
        _note(digest, card.id)
        return card.id, None


@contextmanager
def _boxes(row: CensusImport) -> Iterator[PictureBoxes]:
    with tempfile.TemporaryDirectory(prefix="chengmai-pictures-") as name:
        folder, paths = Path(name), []
        for number, key in enumerate([row.key, *(str(one["key"]) for one in row.pictures)]):
            path = folder / f"sent{number}"
            if store.fetch(key, path):
                paths.append(path)
        with picture_boxes(paths, folder, limits_now()) as boxes:
            yield boxes


@transaction.atomic
def _hold(row: CensusImport, ids: set[int]) -> None:
    """The pictures stay as long as the import does, and those of a check before it go."""
    now = CensusImport.objects.select_for_update().get(pk=row.pk)
    gone = set(now.picture_ids) - ids
    untie_many([(number, _subject(row.pk)) for number in gone])
    tie_many([(number, _subject(row.pk)) for number in ids])
    now.picture_ids = row.picture_ids = sorted(ids)
    now.save(update_fields=["picture_ids"])


def _known(digest: str) -> int | None:
    found = CensusPicture.objects.filter(pk=digest).values_list("media_id", flat=True).first()
    return found if found is not None and known_media([found]) else None


def _note(digest: str, media_id: int) -> None:
    CensusPicture.objects.update_or_create(sha256=digest, defaults={"media_id": media_id})


def _changeable(actor: Actor, import_id: int) -> CensusImport:
    row = get_import(actor, import_id, lock=True)
    if row.state not in _BEFORE or row.taken:
        raise ImportNotReady("Pictures come before an import is taken.", state=row.state)
    return row


def _check_again(row: CensusImport, at: datetime) -> None:
    if row.state == ImportState.CHECKED:
        row.state = ImportState.FOUND
    row.moved_at = at
    row.save(update_fields=["pictures", "state", "moved_at"])


def _subject(import_id: int) -> str:
    return f"census-import:{import_id}"
