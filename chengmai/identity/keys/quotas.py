"""How often a client may call: counted in this process, told to the database every few seconds.

Exact: within one process no more than `per_minute` calls in a minute (a bucket that fills
evenly). Over several web processes each has a bucket of its own, so the city as a whole answers
up to `per_minute` × processes. The day's count is shared: every process adds its calls to the
row of the day at most every FLUSH_SECONDS while calls come, and learns the sum of all; what it
answers beyond `per_day` is at most what the other processes answered since. At a crash the calls
of the last seconds are not counted. No call writes by itself.
"""

from __future__ import annotations

import atexit
import contextlib
import threading
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

from chengmai.identity.keys.errors import QuotaSpent
from chengmai.identity.keys.rules import Bucket
from chengmai.identity.words import ClientCard

FLUSH_SECONDS = 5.0
_lock = threading.Lock()

_ADD = """
    INSERT INTO identity_clientuse (client_id, day, requests, refused)
    VALUES (%s, %s, %s, %s)
    ON CONFLICT (client_id, day) DO UPDATE SET
        requests = identity_clientuse.requests + EXCLUDED.requests,
        refused = identity_clientuse.refused + EXCLUDED.refused
    RETURNING requests"""


@dataclass
class _Count:
    """One client in this process: its bucket, the day's known sum, and what is not told yet."""

    bucket: Bucket
    day: date
    known: int = 0
    new: int = 0
    refused: int = 0
    told_at: float = field(default=float("-inf"))


_counts: dict[int, _Count] = {}


def spend(client: ClientCard, at: datetime) -> None:
    """Count one call. Raises QuotaSpent, which names the seconds to wait, beyond a quota."""
    now, today = time.monotonic(), timezone.localdate(at)
    with _lock:
        count = _count_of(client, now, today)
        wait = count.bucket.take(now)
        if not wait and count.known + count.new >= client.per_day:
            wait = _seconds_left(at)
        if wait:
            count.refused += 1
        else:
            count.new += 1
        due = now - count.told_at >= FLUSH_SECONDS
    if due:
        flush()
    if wait:
        raise QuotaSpent("The quota of this key is spent.", seconds=max(1, round(wait + 0.5)))


def flush() -> None:
    """Tell the database what this process has counted since, one statement per active client."""
    with _lock:
        waiting = [(key, one) for key, one in _counts.items() if one.new or one.refused]
        told = [(key, one, one.day, one.new, one.refused) for key, one in waiting]
        for one in (pair[1] for pair in waiting):
            one.new = one.refused = 0
            one.told_at = time.monotonic()
    for client_id, one, day, new, refused in told:
        try:
            with connection.cursor() as cursor:
                cursor.execute(_ADD, [client_id, day, new, refused])
                total = int(cursor.fetchone()[0])
        except DatabaseError:
            with _lock:
                one.new, one.refused = one.new + new, one.refused + refused
            raise
        with _lock:
            if one.day == day:
                one.known = total


def forget_counts() -> None:
    """Begin to count anew, as a fresh process does."""
    with _lock:
        _counts.clear()


def _count_of(client: ClientCard, now: float, today: date) -> _Count:
    count = _counts.get(client.id)
    if count is None or count.bucket.per_minute != client.per_minute:
        bucket = Bucket(client.per_minute, float(client.per_minute), now)
        count = _counts[client.id] = _Count(bucket, today)
    if count.day != today:
        count.day, count.known, count.new = today, 0, 0
    return count


def _seconds_left(at: datetime) -> float:
    local = timezone.localtime(at)
    midnight = (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight - local).total_seconds()


@atexit.register
def _last_words() -> None:
    with contextlib.suppress(Exception):
        flush()
