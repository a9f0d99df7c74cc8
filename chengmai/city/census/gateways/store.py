"""Where sent files lie: in the media store, under a name that no address leads to."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import storages


def _path_of(key: str) -> str:
    return f"census/{key[:2]}/{key}"


def keep(key: str, content: IO[bytes]) -> None:
    """Put a file into the store."""
    content.seek(0)
    storages["media"].save(_path_of(key), File(content))


def fetch(key: str, target: Path) -> bool:
    """Bring a file to a path of ours; False where it is gone."""
    try:
        with storages["media"].open(_path_of(key)) as source, target.open("wb") as out:
            shutil.copyfileobj(source, out, 1 << 20)
    except FileNotFoundError:
        return False
    return True


def remove(key: str) -> None:
    """Take a file away; one that is not there is no trouble."""
    storages["media"].delete(_path_of(key))
