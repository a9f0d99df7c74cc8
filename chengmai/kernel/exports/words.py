"""The words of exports: where a job stands, and what a maker promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any


class ExportState(StrEnum):
    """Where an export stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"  # the file was there and has been removed


OPEN = (ExportState.WAITING, ExportState.RUNNING)
KEPT = (*OPEN, ExportState.DONE)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Order:
    """What a maker is given: who asked for what, where to write, and how to say how far it is.

    `progress(done, total)` raises `ExportStopped` when the person has cancelled. `asked_by` is a
    number that the asking domain understands.
    """

    job_id: int
    asked_by: int
    params: dict[str, Any]
    at: datetime
    path: Path
    progress: Progress


@dataclass(frozen=True)
class Made:
    """What a maker made: how many rows (or cases), and what the ledger should know of it."""

    rows: int
    told: dict[str, Any]
    scope: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of file that a domain can make.

    `may_fetch(asked_by, params, scope)` is asked before every download and raises a refusal when
    the person may no longer see what the file holds.
    """

    name: str
    content_type: str
    make: Callable[[Order], Made]
    may_fetch: Callable[[int, dict[str, Any], str], None]


@dataclass(frozen=True)
class ExportLimits:
    """How many files a person may keep or await at once, and for how long a file stays."""

    most_jobs: int
    hours: int
