"""How much room the disks have, and whether what people send is still taken.

A full disk stops PostgreSQL in the middle of its work. Below the threshold `disk_refuse_megabytes`
(a row of `kernel_setting`) requests that would write are refused with 507 and a time to try again,
so the database keeps room to finish and to clean up; reading goes on.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from chengmai.kernel.errors import Refusal
from chengmai.kernel.settings import DEFAULTS

SECONDS = 1.0  # for so long a measurement counts
MEGABYTE = 1_000_000
RETRY_AFTER_SECONDS = 30


class DiskFull(Refusal):
    """There is no room to keep what was sent."""

    code = "kernel.disk_full"
    status = 507


@dataclass(frozen=True)
class Room:
    """What is left on the disk that serves this purpose, in megabytes of 10^6 bytes."""

    name: str
    free_megabytes: int


# The numbers in force; the lookout writes here what the rows say, so that asking for room never
# waits for the database.
in_force: dict[str, int] = {
    key: DEFAULTS[key] for key in ("disk_warn_megabytes", "disk_refuse_megabytes")
}
_measured: tuple[float, tuple[Room, ...]] = (float("-inf"), ())


def rooms() -> tuple[Room, ...]:
    """The room on every disk that we write to, at most a second old. Costs microseconds."""
    global _measured
    now = time.monotonic()
    if now - _measured[0] > SECONDS:
        _measured = (now, _measure(places()))
    return _measured[1]


def forget_rooms() -> None:
    """Measure anew at the next question."""
    global _measured
    _measured = (float("-inf"), ())


def tightest() -> Room | None:
    """The disk with the least room; None where none can be measured."""
    return min(rooms(), key=lambda room: room.free_megabytes, default=None)


def refuse_when_full() -> DiskFull | None:
    """The refusal of whatever would write, while a disk is as good as full; else None."""
    room = tightest()
    if room is None or room.free_megabytes >= in_force["disk_refuse_megabytes"]:
        return None
    return disk_full(room.name)


def disk_full(name: str = "data") -> DiskFull:
    """The refusal in its words."""
    return DiskFull(
        "There is no room left to keep this; nothing was lost.",
        disk=name,
        remedy="Try again later; the administrator must make room on the disk.",
        retry_after_seconds=RETRY_AFTER_SECONDS,
    )


def places() -> dict[str, Path]:
    """Purpose and folder of the disks: var, media, and what CHENGMAI_DISKS names (`data=/a,…`)."""
    found = {"var": Path(settings.VAR), "media": Path(settings.MEDIA_ROOT)}
    for pair in filter(None, os.environ.get("CHENGMAI_DISKS", "").split(",")):
        name, _, folder = pair.partition("=")
        found[name] = Path(folder)
    return found


def _measure(folders: Mapping[str, Path]) -> tuple[Room, ...]:
    seen: dict[int, Room] = {}
    for name, folder in folders.items():
        try:
            device = folder.stat().st_dev
            free = shutil.disk_usage(folder).free // MEGABYTE
        except OSError:
            continue  # not there yet, or not ours to see
        seen.setdefault(device, Room(name, free))
    return tuple(seen.values())
