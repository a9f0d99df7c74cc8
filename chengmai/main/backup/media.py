"""Media in a backup: each file once by its content, so that the next backup copies only new ones."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from chengmai.main.backup.depot import Depot
from chengmai.main.ground.trouble import Trouble

PIECE = 1024 * 1024


def copy_media(depot: Depot, before: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Copy every file that the place does not have; path → SHA-256 and bytes of all of them.

    A path is written once and never changed, so one known from `before` with the same size is not
    read again. A file removed while we look is left out.
    """
    store = storages["media"]
    there = set(depot.place.names("media"))
    found: dict[str, list[Any]] = {}
    for path, size in _walk(store, ""):
        known = before.get(path)
        if known and known[1] == size and _name(known[0]) in there:
            found[path] = known
            continue
        try:
            sha256 = _hash(store, path)
            if _name(sha256) not in there:
                depot.put(_name(sha256), _pieces(store, path))
                there.add(_name(sha256))
        except FileNotFoundError:
            continue
        found[path] = [sha256, size]
    return found


def bring_media_back(
    depot: Depot, media: Mapping[str, list[Any]], say: Callable[[str], None]
) -> int:
    """Write every file that is missing or different, each checked; how many were written."""
    store = storages["media"]
    count = 0
    for path, (sha256, size) in media.items():
        if store.exists(path) and store.size(path) == size and _hash(store, path) == sha256:
            continue
        content = b"".join(depot.get(_name(sha256)))
        if hashlib.sha256(content).hexdigest() != sha256:
            raise depot.changed(_name(sha256))
        store.delete(path)
        store.save(path, ContentFile(content))
        count += 1
        if count % 1000 == 0:
            say(f"  {count} media files brought back")
    return count


def check_media(depot: Depot, media: Mapping[str, list[Any]]) -> int:
    """Read every media file of a backup and compare its hash; how many."""
    wanted = {sha256 for sha256, _ in media.values()}
    for sha256 in wanted:
        if _sha256(depot.get(_name(sha256))) != sha256:
            raise depot.changed(_name(sha256))
    return len(wanted)


def _walk(store: Storage, folder: str) -> Iterator[tuple[str, int]]:
    try:
        folders, names = store.listdir(folder)
    except FileNotFoundError:
        return
    except NotImplementedError:
        raise Trouble("The media store cannot be listed.", "Back it up by its own means.") from None
    for name in names:
        path = f"{folder}/{name}" if folder else name
        try:
            yield path, store.size(path)
        except FileNotFoundError:
            continue
    for name in folders:
        yield from _walk(store, f"{folder}/{name}" if folder else name)


def _name(sha256: str) -> str:
    return f"media/{sha256[:2]}/{sha256}"


def _hash(store: Storage, path: str) -> str:
    return _sha256(_pieces(store, path))


def _sha256(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def _pieces(store: Storage, path: str) -> Iterator[bytes]:
    with store.open(path) as file:
        yield from file.chunks(PIECE)
