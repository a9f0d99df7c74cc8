"""What is wrong with the platform at this moment, by cause, as a person at a desk should hear it.

The lookout asks everything itself on a connection of its own with short patience, so it answers
while the database is down, hangs or has no connection left. One look serves all who ask within
two seconds. See `GET /api/v1/status` and docs/running/when-it-breaks.md.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.conf import settings

from chengmai.kernel import disks
from chengmai.kernel.problems import NO_SLOT
from chengmai.kernel.settings import DEFAULTS
from chengmai.kernel.streams import database_parameters

SECONDS = 2.0  # for so long a look counts
PATIENCE_SECONDS = 2
TOO_MANY_CONNECTIONS = "53300"
SEVERE, WARNING = "severe", "warning"
NUMBERS = (
    "disk_warn_megabytes",
    "disk_refuse_megabytes",
    "clock_drift_seconds",
    "messages_late_seconds",
)

_ASK = """
SELECT (SELECT count(*) FROM kernel_outbox),
       (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(queued_at)), 0)
        FROM kernel_outbox),
       extract(epoch FROM clock_timestamp()),
       (SELECT jsonb_object_agg(key, value ORDER BY valid_from) FROM kernel_setting
        WHERE valid_from <= current_date AND key = ANY(%s))
"""


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong: a stable code that screens translate, how bad, and figures."""

    code: str
    level: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """What one look found. `database` is whether it answered; times in seconds."""

    troubles: tuple[Trouble, ...]
    database: bool
    nats: bool
    depth: int = 0
    lag: float = 0.0
    drift: float | None = None

    @property
    def writes_taken(self) -> bool:
        """Whether the platform takes what people send."""
        return self.database and not any(c.code == "disk_full" for c in self.troubles)


_lock = threading.Lock()
_last: tuple[float, Look] | None = None
_numbers: dict[str, int] = {}


def look() -> Look:
    """What is wrong now; at most two seconds old, and never waits for a second asker's look."""
    global _last
    kept = _last
    if kept is not None and time.monotonic() - kept[0] < SECONDS:
        return kept[1]
    if kept is not None and not _lock.acquire(blocking=False):
        return kept[1]
    if kept is None:
        _lock.acquire()
    try:
        found = _look_around()
        _last = (time.monotonic(), found)
        return found
    finally:
        _lock.release()


def look_anew() -> Look:
    """Look now, whatever was seen before."""
    global _last
    _last = None
    disks.forget_rooms()
    return look()


def _look_around() -> Look:
    found: list[Trouble] = []
    depth, lag, drift = 0, 0.0, None
    try:
        depth, lag, drift = _ask_database()
    except psycopg.Error as trouble:
        found.append(_database_trouble(trouble))
    database = drift is not None
    nats = nats_answers(settings.NATS_URL)
    if not nats or (database and lag > _number("messages_late_seconds")):
        facts = {"waiting": depth, "seconds": round(lag)} if database else {}
        found.append(Trouble("messages_delayed", WARNING, facts))
    if drift is not None and abs(drift) > _number("clock_drift_seconds"):
        found.append(Trouble("clock_off", WARNING, {"seconds": round(drift)}))
    found += [*_disk_trouble(), *_restarting()]
    return Look(tuple(found), database, nats, depth, lag, drift)


def _ask_database() -> tuple[int, float, float]:
    """Facts that wait, the age of the oldest, and by how much our clock is ahead (seconds)."""
    words = database_parameters() | {
        "connect_timeout": PATIENCE_SECONDS,
        "application_name": "chengmai-lookout",
        "options": f"-c statement_timeout={PATIENCE_SECONDS * 1000}",
        "tcp_user_timeout": PATIENCE_SECONDS * 1000,
    }
    with psycopg.connect(**words, autocommit=True) as database:
        before = time.time()
        row = database.execute(_ASK, [list(NUMBERS)]).fetchone()
        after = time.time()
    if row is None:
        raise psycopg.OperationalError("no answer")
    depth, lag, clock, numbers = row
    _numbers.update({key: int(value) for key, value in (numbers or {}).items()})
    for key in disks.in_force:
        disks.in_force[key] = _number(key)
    ahead = (before + after) / 2 - float(clock)
    return int(depth), float(lag), 0.0 if abs(ahead) <= (after - before) / 2 else ahead


def _number(key: str) -> int:
    return _numbers.get(key, DEFAULTS[key])


def _database_trouble(trouble: psycopg.Error) -> Trouble:
    said = str(trouble)
    busy = trouble.sqlstate == TOO_MANY_CONNECTIONS or any(words in said for words in NO_SLOT)
    return Trouble("database_busy" if busy else "database_unavailable", SEVERE)


def _disk_trouble() -> list[Trouble]:
    room = disks.tightest()
    if room is None or room.free_megabytes >= disks.in_force["disk_warn_megabytes"]:
        return []
    full = room.free_megabytes < disks.in_force["disk_refuse_megabytes"]
    facts = {"disk": room.name, "free_megabytes": room.free_megabytes}
    return [
        Trouble("disk_full" if full else "disk_nearly_full", SEVERE if full else WARNING, facts)
    ]


def often_ended(since: float) -> dict[str, int]:
    """How often each process of this machine's supervisor has ended since then (Unix seconds).

    The supervisor remembers the last ten minutes and twenty ends.
    """
    ends = ((row["name"], [at for at in row.get("ends", ()) if at >= since]) for row in _children())
    return {name: len(found) for name, found in ends if found}


def _children() -> list[dict[str, Any]]:
    """What the supervisor of this machine wrote down about its processes; empty without one."""
    try:
        found: list[dict[str, Any]] = json.loads((Path(settings.VAR) / "children.json").read_text())
    except (OSError, ValueError):
        return []
    return found


def _restarting() -> list[Trouble]:
    """The processes that the supervisor of this machine is about to start again."""
    names = sorted(row["name"] for row in _children() if row.get("waits"))
    return [Trouble("process_restarting", WARNING, {"processes": names})] if names else []


def nats_answers(url: str, seconds: float = 0.5) -> bool:
    """Whether a NATS server greets us there."""
    parts = urlsplit(url.split(",")[0])
    try:
        with socket.create_connection(
            (parts.hostname or "127.0.0.1", parts.port or 4222), seconds
        ) as line:
            line.settimeout(seconds)
            return line.recv(4) == b"INFO"
    except OSError:
        return False
