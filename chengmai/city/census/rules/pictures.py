"""Names of pictures: as a cell lists them, and as an archive holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from chengmai.city.census.words import Reason

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
Entry = TypeVar("Entry")
_BETWEEN = re.compile(r"[;；,，、|\r\n]+")


def names_in(cell: str) -> list[str]:
    """The names that a cell lists, each once, in its order."""
    return list(dict.fromkeys(name for part in _BETWEEN.split(cell) if (name := part.strip())))


def plain_name(name: str) -> str:
    """A name without case and width, with one kind of slash and none before it."""
    text = unicodedata.normalize("NFKC", name).strip().lower().replace("\\", "/")
    return re.sub(r"^(\.?/)+", "", text)


def is_picture(name: str) -> bool:
    """Whether a file in an archive is taken for a picture, by its ending."""
    return name.lower().endswith(ENDINGS)


def lookup(found: Iterable[tuple[str, Entry]]) -> dict[str, list[Entry]]:
    """Entries by every name that people may write: the whole path, each shorter one, the last
    part, and that without its ending."""
    names: dict[str, list[Entry]] = {}
    for path, entry in found:
        parts = plain_name(path).split("/")
        ways = ["/".join(parts[at:]) for at in range(len(parts))]
        for way in (*ways, *(one.rpartition(".")[0] for one in ways)):
            names.setdefault(way, []).append(entry)
    return names


def pick(names: Mapping[str, list[Entry]], wanted: str) -> tuple[Entry | None, Reason | None]:
    """The entry of this name, or why there is none."""
    found = names.get(plain_name(wanted), [])
    if not found:
        return None, Reason.PICTURE_MISSING
    if len(found) > 1:
        return None, Reason.PICTURE_DOUBLE
    return found[0], None
