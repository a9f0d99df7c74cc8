"""Where made files lie: in the media store, under a name that no address leads to."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import storages


def path_of(key: str) -> str:
    """`exports/ab/ab12…`; the addresses of media reach only what lies under a media key."""
    return f"exports/{key[:2]}/{key}"


def keep(key: str, made: Path) -> int:
    """Put a made file into the store; its size in bytes."""
    with made.open("rb") as file:
        storages["media"].save(path_of(key), File(file))
    return made.stat().st_size


def read(key: str) -> IO[bytes] | None:
    """The file, or None where it is gone; the caller closes it."""
    try:
        return storages["media"].open(path_of(key))
    except FileNotFoundError:
        return None


def remove(key: str) -> None:
    """Take the file away; a file that is not there is no trouble."""
    storages["media"].delete(path_of(key))
