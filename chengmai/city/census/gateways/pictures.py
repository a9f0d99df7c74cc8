"""Pictures that lie in archives beside a table; read one by one, never unpacked under their names."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from chengmai.city.census.errors import FileNotReadable, FileTooLarge
from chengmai.city.census.gateways.archive import safe_entries
from chengmai.city.census.gateways.contents import broken_archive, kind_of
from chengmai.city.census.rules.pictures import is_picture, lookup, pick
from chengmai.city.census.words import Limits, Reason

_CHUNK = 1 << 20
_MOST_INSIDE = 20
_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError)


@dataclass(frozen=True)
class Entry:
    """One picture in one archive."""

    box: zipfile.ZipFile
    info: zipfile.ZipInfo


class PictureBoxes:
    """The pictures of some archives, found by the names that a table gives them."""

    def __init__(self, entries: list[tuple[str, Entry]]) -> None:
        self._names = lookup(entries)
        self.count = len(entries)

    def pick(self, name: str) -> tuple[Entry | None, Reason | None]:
        """The picture of this name, or why there is none."""
        return pick(self._names, name)

    @contextmanager
    def opened(self, entry: Entry, most: int) -> Iterator[IO[bytes] | None]:
        """A copy of a picture that may be changed; None where it is larger than `most` bytes.
        Raises FileNotReadable where the archive is damaged here."""
        with tempfile.SpooledTemporaryFile(max_size=4 << 20) as copy:
            try:
                with entry.box.open(entry.info) as source:
                    while (chunk := source.read(_CHUNK)) and copy.tell() <= most:
                        copy.write(chunk)
            except _BROKEN as problem:
                raise broken_archive() from problem
            yield copy if copy.tell() <= most else None


@contextmanager
def picture_boxes(paths: list[Path], folder: Path, limits: Limits) -> Iterator[PictureBoxes]:
    """The pictures in these files; those that are no archive hold none.

    Raises FileNotReadable, FileTooLarge or UnsafeArchive.
    """
    with ExitStack() as open_ones:
        entries: list[tuple[str, Entry]] = []
        for path in paths:
            if path.stat().st_size and kind_of(path) is None:
                _collect(path, folder, limits, open_ones, entries, depth=0)
        if len(entries) > limits.pictures:
            raise FileTooLarge("Too many pictures.", field="file", pictures=len(entries), limit=limits.pictures, remedy="Divide the data into several imports.")  # fmt: skip
        yield PictureBoxes(entries)


def count_pictures(path: Path, limits: Limits) -> int:
    """How many pictures an archive holds. Raises FileNotReadable where it is none or has none."""
    with tempfile.TemporaryDirectory(prefix="chengmai-pictures-") as name:
        if kind_of(path) is not None:
            raise FileNotReadable("Pictures come as one zip.", field="file", reason="no_pictures", remedy="Pack the pictures as .zip.")  # fmt: skip
        with picture_boxes([path], Path(name), limits) as boxes:
            if not boxes.count:
                raise FileNotReadable("The archive holds no pictures.", field="file", reason="no_pictures", remedy="Pack JPEG, PNG or WebP files as .zip.")  # fmt: skip
            return boxes.count


def _collect(
    path: Path, folder: Path, limits: Limits, open_ones: ExitStack, entries: list[tuple[str, Entry]], depth: int
) -> None:  # fmt: skip
    try:
        box = open_ones.enter_context(zipfile.ZipFile(path))
        found = list(safe_entries(box, limits))
    except _BROKEN as problem:
        raise broken_archive() from problem
    inner = []
    for name, info in found:
        if is_picture(name.name):
            entries.append((name.as_posix(), Entry(box, info)))
        elif name.suffix.lower() == ".zip" and depth == 0:
            inner.append(info)
    for number, info in enumerate(inner[:_MOST_INSIDE]):
        inside = folder / f"pictures{number}.zip"
        with box.open(info) as source, inside.open("wb") as out:
            left = limits.unpacked
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise FileTooLarge("The archive unpacks to too much.", field="file", remedy="Divide the data into several files.")  # fmt: skip
                out.write(chunk)
        _collect(inside, folder, limits, open_ones, entries, depth + 1)
