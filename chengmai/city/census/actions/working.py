"""How a worker holds an import: alone, with a sign of life, and stopping when a person says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from chengmai.city.census.errors import Stopped
from chengmai.city.census.models import CensusImport
from chengmai.city.census.words import ImportState, Step

Clock = Callable[[], datetime]
_NAMESPACE = 7_230


@contextmanager
def alone(import_id: int) -> Iterator[bool]:
    """Whether this worker is the only one at the import; the lock goes with its connection."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_lock({_NAMESPACE}, {int(import_id)})")
        got = bool(cursor.fetchone()[0])
    try:
        yield got
    finally:
        if got:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT pg_advisory_unlock({_NAMESPACE}, {int(import_id)})")


def one_at_a_time(target: str) -> None:
    """Chunks of two imports into one table wait for each other; call inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s::text))", [f"census:{target}"])


def beat(
    import_id: int, state: ImportState, step: Step, clock: Clock, done: int = 0, total: int = 0
) -> None:
    """Say how far the work is. Raises Stopped when the import is no longer in that state."""
    alive = CensusImport.objects.filter(pk=import_id, state=state)
    if not alive.update(step=step, done=done, total=total, moved_at=clock()):
        raise Stopped
