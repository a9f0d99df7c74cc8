"""The stretch of PostgreSQL's log (WAL) that continues a base backup: shipped, gathered, checked.

Who writes it while it is made is told in chengmai/main/ground/wal.py.
"""

from __future__ import annotations

import contextlib
import re
import struct
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from chengmai.main.backup.depot import Depot
from chengmai.main.ground.layout import tool
from chengmai.main.ground.trouble import Trouble

SEGMENT = re.compile(r"[0-9A-F]{24}(\.partial)?|[0-9A-F]{8}\.history")
SEGMENT_BYTES = 16 * 1024 * 1024
PER_LOG = 0x1_0000_0000 // SEGMENT_BYTES
PIECE = 1024 * 1024


def ship(depot: Depot, folder: Path, life: str) -> int:
    """Copy what the place does not have yet of this life's log; how many files.

    A segment under way is copied each time as `.partial`; a full one once.
    """
    if not folder.is_dir():
        return 0
    there = depot.place.names(f"wal/{life}")
    count = 0
    for path in segments_in(folder).values():
        if f"wal/{life}/{path.name}" in there and path.suffix != ".partial":
            continue
        opened = opened_segment(path)
        if opened is None:
            continue
        name = f"wal/{life}/{opened[0]}"
        with opened[1] as file:
            depot.put(name, iter(lambda: file.read(PIECE), b""))
        depot.place.remove(f"{name}.partial")
        count += 1
    return count


def opened_segment(path: Path) -> tuple[str, BinaryIO] | None:
    """A segment and the name that it has now: one under way may have been completed meanwhile.

    None where it is gone. Once open it is read to its end whatever becomes of its name.
    """
    for now in (path, path.with_suffix("")):
        with contextlib.suppress(FileNotFoundError):
            return now.name, now.open("rb")
    return None


def segments_in(folder: Path) -> dict[str, Path]:
    """The log files of a folder by name, in their order."""
    found = (path for path in folder.iterdir() if SEGMENT.fullmatch(path.name))
    return {path.name: path for path in sorted(found, key=lambda path: path.name)}


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file in pieces."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def gather(
    target: Path, depot: Depot | None, life: str, folders: Iterable[Path], first: str
) -> list[str]:
    """Bring every segment from `first` on together in one folder; their names in order.

    A full segment goes before one under way; folders (the kept log, an old `pg_wal`) before the
    place, since they are newer. Raises Trouble where a segment is torn.
    """
    target.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        if folder.is_dir():
            for name, path in segments_in(folder).items():
                if name.endswith(".history") or is_written(path):
                    _bring(target, name, pieces_of(path), first)
    if depot is not None and life:
        for stored in sorted(depot.place.names(f"wal/{life}")):
            name = stored.rsplit("/", 1)[-1]
            if SEGMENT.fullmatch(name) and not (target / name).exists():
                _bring(target, name, depot.get(stored), first)
    for partial in target.glob("*.partial"):
        whole = partial.with_suffix("")
        partial.unlink() if whole.exists() else partial.rename(whole)
    return sorted(path.name for path in target.iterdir() if len(path.name) == 24)


def is_written(path: Path) -> bool:
    """Whether a segment holds what its name says.

    A server renames segments that it needs no more for later use: in an old `pg_wal` they carry
    the names of log that was never written, and the position in their first page is an older one.
    """
    with path.open("rb") as file:
        head = file.read(16)
    if len(head) < 16:
        return False
    _magic, _info, _timeline, position = struct.unpack("<HHIQ", head)
    return bool(position == _number(path.name[8:24]) * SEGMENT_BYTES)


def _bring(target: Path, name: str, pieces: Iterable[bytes], first: str) -> None:
    if not name.endswith(".history") and name[8:24] < first[8:24]:
        return
    path = target / name
    if path.exists():
        return
    with path.open("wb") as file:
        size = sum(file.write(piece) for piece in pieces)
    if not name.endswith(".history") and size != SEGMENT_BYTES:
        raise torn(name, f"it has {size} of {SEGMENT_BYTES} bytes")


def torn(name: str, how: str) -> Trouble:
    """The trouble with a segment that cannot be read to its end."""
    return Trouble(
        f"The log segment {name} is torn: {how}.",
        "Bring it back from another copy, or restore to a time before it with --at.",
    )


def check_unbroken(names: list[str], first: str) -> None:
    """Raise Trouble where a segment is missing between the first and the last."""
    have = {name[8:] for name in names}
    numbers = sorted(_number(name) for name in have)
    expected = _number(first[8:])
    for number in numbers:
        if number != expected:
            missing = f"{first[:8]}{expected // PER_LOG:08X}{expected % PER_LOG:08X}"
            raise Trouble(
                f"The log segment {missing} is missing, and what came after it cannot be used.",
                "Bring it back from another copy, or restore to a time before it with --at.",
            )
        expected = number + 1


def check_readable(folder: Path, names: list[str], start: str) -> None:
    """Raise Trouble where the log cannot be read up to its last segment.

    Within the last segment the log simply ends; a bad record before that is damage.
    """
    done = subprocess.run(
        [tool("pg_waldump"), "--quiet", "--path", str(folder), "--start", start],
        capture_output=True,
        text=True,
    )
    found = re.search(r"error in WAL record at ([0-9A-F]+)/([0-9A-F]+)", done.stderr)
    if done.returncode != 0 and found:
        place = int(found[1], 16) * PER_LOG + int(found[2], 16) // SEGMENT_BYTES
        last = _number(names[-1][8:])
        if place < last - 1:
            name = f"{names[-1][:8]}{place // PER_LOG:08X}{place % PER_LOG:08X}"
            raise torn(name, done.stderr.strip().splitlines()[-1][:200])


def prune(depot: Depot, needed: Mapping[str, str]) -> int:
    """Remove from the place the log that no kept backup needs; how many files.

    `needed` names for each life the first segment that its oldest kept backup needs.
    """
    removed = 0
    for name in depot.place.names("wal"):
        _, life, segment = name.split("/")
        first = needed.get(life)
        if first is None or (len(segment) >= 24 and segment[8:24] < first[8:24]):
            depot.place.remove(name)
            removed += 1
    return removed


def prune_local(depot: Depot, folder: Path, newest: Mapping[str, str]) -> int:
    """Remove from the live copy what lies before the newest backup and is in the place as well."""
    removed = 0
    for life, first in newest.items():
        there = depot.place.names(f"wal/{life}")
        local = folder / life
        for segment, path in segments_in(local).items() if local.is_dir() else ():
            old = len(segment) == 24 and segment[8:] < first[8:]
            if old and f"wal/{life}/{segment}" in there:
                path.unlink()
                removed += 1
    return removed


def _number(tail: str) -> int:
    return int(tail[:8], 16) * PER_LOG + int(tail[8:16], 16)
