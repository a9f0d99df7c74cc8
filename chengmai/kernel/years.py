"""The years of the ledger: cut off when they end, archived when they are seldom read.

A cut leaves the full partition as it is and begins an empty one. To archive a year is to write its
partition anew: chain by chain, so that a case's steps lie together, without gaps, for reading only, in a tablespace of its own where the city has one. The new one takes the old one's
place in one transaction, after every row was compared; until then nothing changes, and a run that
was cut off goes on where it stopped. Readers see the same table all the time (decision 0082).

Both changes need the ledger for themselves for some milliseconds. While that lock is waited for,
everybody after it waits too; so it is asked for with little patience, again and again, and a long
reader delays the change instead of the city.
"""

# ruff: noqa: S608 - only our own names and numbers are pasted into SQL
from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg.errors import LockNotAvailable

from chengmai.kernel.errors import Refusal
from chengmai.kernel.models import LedgerYear

OPEN = "kernel_ledger_now"
BOUND = "ledger_ids_below"
_UNBIND = f"ALTER TABLE {OPEN} DROP CONSTRAINT IF EXISTS {BOUND}"
AHEAD = 1_000_000  # numbers left for what is written while the cut is prepared
BATCH = 20_000  # chains
LOCK_MILLISECONDS = 250  # so long others stand behind us at most, each time
TRY_SECONDS = 300.0  # and so long we try
PAUSE_SECONDS = 0.5
VACUUM_MILLISECONDS = 5_000
Say = Callable[[str], None]

_COLUMNS = "id, subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash"
# The sum of every row's number and hash; the same rows in another order give the same.
_DIGEST = (
    "SELECT count(*), coalesce(sum(hashtextextended(id || encode(hash, 'hex') || encode(prev_hash,"
    " 'hex') || subject || seq || name || coalesce(actor_id, 0) || extract(epoch FROM at)"
    " || coalesce(lon, 0) || coalesce(lat, 0) || algorithm || payload::text, 0)::numeric), 0)::text"
    " FROM {}"
)


class NoSuchYear(Refusal):
    """The ledger has no closed year of this number, or it is already as wanted."""

    code = "ledger.no_such_year"
    status = 404


class YearDiffers(Refusal):
    """The copy of a year is not the year; nothing was changed."""

    code = "ledger.year_differs"
    status = 500


class LedgerBusy(Refusal):
    """Somebody reads the ledger in one long transaction; nothing was changed."""

    code = "ledger.busy"
    status = 503


@dataclass(frozen=True)
class Moved:
    """What moving a year did; bytes with indexes, and the seconds in which nobody could write."""

    rows: int
    bytes_before: int
    bytes_after: int
    locked: float = 0.0


@dataclass(frozen=True)
class Alone:
    """How often the ledger was asked for, and for how many seconds it was held."""

    tries: int
    seconds: float


def cut_year(year: int, *, at: datetime) -> LedgerYear:
    """Close the open partition as that of `year` and begin an empty one; nobody waits for long.

    Raises NoSuchYear when the year is cut already, LedgerBusy.
    """
    if LedgerYear.objects.filter(year=year).exists():
        raise NoSuchYear("This year of the ledger is closed already.", year=year)
    first = _first_open_id()
    with _only_cutter(), connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM kernel_ledgerentry_id_seq")
        end = cursor.fetchone()[0] + AHEAD
        known = LedgerYear(year=year, first_id=first, end_id=end, cut_at=at)
        bound = f"ALTER TABLE {OPEN} ADD CONSTRAINT {BOUND} CHECK (id < {end}) NOT VALID"
        try:
            # Checked while others write, so that the exchange below need not read the rows.
            _alone(OPEN, _UNBIND, lambda now: now.execute(bound))
            cursor.execute(f"ALTER TABLE {OPEN} VALIDATE CONSTRAINT {BOUND}")
            # Waits for every writer and keeps out the next: numbers are given out under this lock.
            _alone(OPEN, _take_out(OPEN), lambda now: _begin_anew(now, known))
        except Refusal:
            _alone(OPEN, _UNBIND, lambda _: None)
            raise
    return known


def free_open_part() -> bool:
    """Take away the bound that a cut left when it was killed; whether there was one.

    It lies a million rows ahead: left there, the ledger would take nothing more one day.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_constraint WHERE conname = %s AND conrelid = %s::regclass",
            [BOUND, OPEN],
        )
        if not cursor.fetchone()[0]:
            return False
    with _only_cutter():
        _alone(OPEN, _UNBIND, lambda _: None)
    return True


@contextmanager
def _only_cutter() -> Iterator[None]:
    """One cut at a time. Raises LedgerBusy while another is at work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('kernel.cut_year'))")
        if not cursor.fetchone()[0]:
            raise LedgerBusy("Another cut is at work.", remedy="Wait until it has ended.")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('kernel.cut_year'))")


def _begin_anew(cursor: CursorWrapper, known: LedgerYear) -> None:
    name, first, end = _name(known.year), known.first_id, known.end_id
    cursor.execute("SELECT setval('kernel_ledgerentry_id_seq', %s, false)", [end])
    cursor.execute(f"ALTER TABLE {OPEN} RENAME TO {name}")
    cursor.execute(f"ALTER TABLE {name} RENAME CONSTRAINT {OPEN}_pkey TO {name}_pkey")
    cursor.execute(f"ALTER TABLE {name} RENAME CONSTRAINT {OPEN}_seq TO {name}_seq")
    _attach(name, first, end)
    _make(OPEN)
    cursor.execute(f"ALTER TABLE {OPEN} ADD CONSTRAINT ledger_ids_from CHECK (id >= {end})")
    _attach(OPEN, end, None)
    known.save(force_insert=True)


def _take_out(name: str) -> str:
    return f"ALTER TABLE kernel_ledgerentry DETACH PARTITION {name}"


def _alone(part: str, locking: str, work: Callable[[CursorWrapper], object]) -> Alone:
    """Do this in a transaction whose first statement locks the ledger, as soon as that is quick.

    An autovacuum of the part is waited for first, under a lock that readers and writers do not
    feel, and PostgreSQL ends it. Raises LedgerBusy when the lock was not to be had for five minutes.
    """
    tries, until = 0, time.monotonic() + TRY_SECONDS
    while True:
        tries += 1
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = {VACUUM_MILLISECONDS}")
                cursor.execute(f"ALTER TABLE {part} ALTER COLUMN name SET STATISTICS -1")
                cursor.execute(f"SET LOCAL lock_timeout = {LOCK_MILLISECONDS}")
                cursor.execute(locking)
                began = time.monotonic()
                work(cursor)
                cursor.execute("SET LOCAL lock_timeout = DEFAULT")
            return Alone(tries, time.monotonic() - began)
        except OperationalError as problem:
            if not isinstance(problem.__cause__, LockNotAvailable):
                raise
            if time.monotonic() > until:
                raise LedgerBusy(
                    "Somebody reads the ledger in one long transaction.",
                    remedy="Try again when the dump or report that runs now has ended.",
                ) from None
        time.sleep(PAUSE_SECONDS)


def archive_year(year: int, *, at: datetime, say: Say, dry_run: bool = False) -> Moved:
    """Write a closed year in its cold form. Raises NoSuchYear, YearDiffers."""
    return _move(year, cold=True, at=at, say=say, dry_run=dry_run)


def bring_back_year(year: int, *, at: datetime, say: Say, dry_run: bool = False) -> Moved:
    """Write an archived year in the form that it had before. Raises NoSuchYear, YearDiffers."""
    return _move(year, cold=False, at=at, say=say, dry_run=dry_run)


def _move(year: int, *, cold: bool, at: datetime, say: Say, dry_run: bool) -> Moved:
    known = LedgerYear.objects.filter(year=year, cold=not cold).first()
    if known is None:
        raise NoSuchYear(
            f"The ledger has no {'closed' if cold else 'archived'} year {year}.", year=year
        )
    name, fresh = _name(year), f"{_name(year)}_{'cold' if cold else 'warm'}"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*), pg_total_relation_size('{name}') FROM {name}")
        rows, before = cursor.fetchone()
    if dry_run:
        say(f"{name}: {rows} rows, {before / 2**20:.0f} MB would be written anew.")
        return Moved(rows, before, before)
    _make(fresh, cold=cold, keep=True)
    _copy(name, fresh, say)
    with connection.cursor() as cursor:
        cursor.execute(_DIGEST.format(name))
        expected = cursor.fetchone()
        cursor.execute(_DIGEST.format(fresh))
        if cursor.fetchone() != expected:
            raise YearDiffers("The copy differs from the year; drop it and try again.", table=fresh)
        for bound in (f"id >= {known.first_id}", f"id < {known.end_id}"):
            cursor.execute(f"ALTER TABLE {fresh} ADD CHECK ({bound})")
    known.cold, known.moved_at, known.rows = cold, at, rows
    held = _alone(name, _take_out(name), lambda cursor: _exchange(cursor, known, fresh, before))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {name}")
    after = known.bytes_cold if cold else known.bytes_warm
    say(
        f"{name}: {rows} rows, {before / 2**20:.0f} MB, now {after / 2**20:.0f} MB;"
        f" the ledger was held for {held.seconds * 1000:.0f} ms."
    )
    return Moved(rows, before, after, held.seconds)


def _copy(source: str, fresh: str, say: Say) -> None:
    """Chain by chain, in batches that are committed; goes on behind the last chain that is there."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT subject FROM {fresh} ORDER BY subject DESC LIMIT 1")
        found = cursor.fetchone()
        last = found[0] if found else ""
        done = 0
        while True:
            cursor.execute(
                f"SELECT max(subject), count(*) FROM (SELECT DISTINCT subject FROM {source}"
                " WHERE subject > %s ORDER BY subject LIMIT %s) AS next",
                [last, BATCH],
            )
            upto, chains = cursor.fetchone()
            if not chains:
                return
            cursor.execute(
                f"INSERT INTO {fresh} ({_COLUMNS}) SELECT {_COLUMNS} FROM {source}"
                " WHERE subject > %s AND subject <= %s ORDER BY subject, seq",
                [last, upto],
            )
            last, done = upto, done + chains
            say(f"{done} chains written")


def _exchange(cursor: CursorWrapper, known: LedgerYear, fresh: str, before: int) -> None:
    """Put the new form in the place of the old one, which is out already."""
    name = _name(known.year)
    cursor.execute(f"SELECT pg_total_relation_size('{fresh}')")
    (after,) = cursor.fetchone()
    cursor.execute(f"DROP TABLE {name}")
    cursor.execute(f"ALTER TABLE {fresh} RENAME TO {name}")
    cursor.execute(f"ALTER TABLE {name} RENAME CONSTRAINT {fresh}_pkey TO {name}_pkey")
    cursor.execute(f"ALTER TABLE {name} RENAME CONSTRAINT {fresh}_seq TO {name}_seq")
    _attach(name, known.first_id, known.end_id)
    if known.cold:
        _refuse(name, "INSERT OR UPDATE OR DELETE OR TRUNCATE", "year_is_closed")
    known.bytes_warm, known.bytes_cold = (before, after) if known.cold else (after, 0)
    known.save()


def _make(name: str, *, cold: bool = False, keep: bool = False) -> None:
    """An empty partition that is not attached yet; with `keep`, one that is there already stays."""
    space = os.environ.get("CHENGMAI_COLD_TABLESPACE", "") if cold else ""
    packed = "fillfactor = 100"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [name])
        if keep and cursor.fetchone()[0]:
            return
        cursor.execute(
            f"CREATE TABLE {name} (LIKE kernel_ledgerentry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
            + (f" WITH ({packed})" if cold else "")
            + (f" TABLESPACE {connection.ops.quote_name(space)}" if space else "")
        )
        if cold:  # counts for payloads above 2 kB; the usual ones are too short to be compressed
            cursor.execute(f"ALTER TABLE {name} ALTER COLUMN payload SET COMPRESSION lz4")
        cursor.execute(f"ALTER TABLE {name} ADD CONSTRAINT {name}_pkey PRIMARY KEY (id)")
        cursor.execute(f"ALTER TABLE {name} ADD CONSTRAINT {name}_seq UNIQUE (subject, seq)")
        _refuse(name, "UPDATE OR DELETE OR TRUNCATE", "ledger_is_append_only")


def _refuse(name: str, what: str, trigger: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TRIGGER {trigger} BEFORE {what} ON {name}"
            " FOR EACH STATEMENT EXECUTE FUNCTION kernel_ledger_is_append_only()"
        )
        cursor.execute(f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {trigger}")
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {name} FROM PUBLIC, CURRENT_USER")


def _attach(name: str, first: int, end: int | None) -> None:
    lower = first if first else "MINVALUE"
    upper = end if end is not None else "MAXVALUE"
    with connection.cursor() as cursor:
        cursor.execute(
            f"ALTER TABLE kernel_ledgerentry ATTACH PARTITION {name}"
            f" FOR VALUES FROM ({lower}) TO ({upper})"
        )


def _first_open_id() -> int:
    newest = LedgerYear.objects.order_by("-end_id").first()
    return newest.end_id if newest else 0


def _name(year: int) -> str:
    return f"kernel_ledger_{int(year)}"
