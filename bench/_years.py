"""The ledger of the cases bench: a partition for each year, filled bare and dressed afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, transaction

OPEN = "kernel_ledger_now"


def year_table(years: list[int], week: int) -> str:
    """Where the facts of the cases of a week go; the newest year's into the open partition."""
    return OPEN if years[week] == years[-1] else f"kernel_ledger_{years[week]}"


def empty_years(years: list[int], starts: list[tuple[int, int, int]]) -> list[str]:
    """Set the demo city's own ledger aside as a year of its own and make a bare table a year.

    The names of the tables in order, each with the first number behind a colon.
    """
    ordered = sorted(set(years))
    first = f"kernel_ledger_{ordered[0] - 1}"
    tables = [f"{first}:0"]
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE kernel_ledgerentry DETACH PARTITION {OPEN}")
        cursor.execute(f"ALTER TABLE {OPEN} RENAME TO {first}")
        for key in ("pkey", "seq"):
            cursor.execute(f"ALTER TABLE {first} RENAME CONSTRAINT {OPEN}_{key} TO {first}_{key}")
        for year in ordered:
            name = OPEN if year == ordered[-1] else f"kernel_ledger_{year}"
            begin = starts[years.index(year)][2] + 1
            cursor.execute(
                f"CREATE TABLE {name} (LIKE kernel_ledgerentry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
            )
            tables.append(f"{name}:{begin}")
    return tables


def ledger_keys(tables: list[str]) -> list[str]:
    """The keys that the bare tables get."""
    names = [table.split(":")[0] for table in tables[1:]]
    return [
        f"ALTER TABLE {name} ADD CONSTRAINT {name}_{suffix} {key}"
        for name in names
        for suffix, key in (("pkey", "PRIMARY KEY (id)"), ("seq", "UNIQUE (subject, seq)"))
    ]


def close_years(tables: list[str]) -> None:
    """Attach every year in its bounds, append-only as the others."""
    from chengmai.kernel.models import LedgerYear
    from chengmai.kernel.years import _attach, _refuse

    found = [(name, int(begin)) for name, _, begin in (table.partition(":") for table in tables)]
    for number, (name, begin) in enumerate(found):
        end = found[number + 1][1] if number + 1 < len(found) else None
        if number:
            _refuse(name, "UPDATE OR DELETE OR TRUNCATE", "ledger_is_append_only")
        _attach(name, begin, end)
        if end is not None:
            year = int(name.rsplit("_", 1)[1])
            now = datetime.now(UTC)
            LedgerYear.objects.create(year=year, first_id=begin, end_id=end, cut_at=now)


def archived_year() -> int:
    """The fullest of the closed years."""
    from chengmai.kernel.models import LedgerYear

    return max(LedgerYear.objects.all(), key=lambda one: one.end_id - one.first_id).year


def archive(year: int, say: Callable[[str], None]) -> None:
    """Archive this year while somebody writes facts; how long it took, and the writer waited."""
    from django.utils import timezone

    from chengmai.kernel.years import archive_year

    with writer() as waits:
        began = time.perf_counter()
        moved = archive_year(year, at=timezone.now(), say=lambda _: None)
        taken = time.perf_counter() - began
    say(
        f"Archived the ledger of {year}: {moved.rows:,} rows in {taken:.0f} s,"
        f" {moved.bytes_before / 2**20:,.0f} MB before, {moved.bytes_after / 2**20:,.0f} MB now;"
        f" the ledger was held for {moved.locked * 1000:.0f} ms; {len(waits):,} facts were written"
        f" meanwhile, the slowest in {max(waits, default=0) * 1000:.0f} ms."
    )


@contextmanager
def writer() -> Iterator[list[float]]:
    """Somebody who writes a fact every few milliseconds; what each took, in seconds."""
    from chengmai.kernel.ledger import publish
    from chengmai.kernel.retention import RetentionApplied

    waits: list[float] = []
    ended = threading.Event()

    def write() -> None:
        while not ended.wait(0.005):
            now, began = datetime.now(UTC), time.perf_counter()
            with transaction.atomic():
                publish(RetentionApplied(at=now, rule="bench", cutoff=now.isoformat(), removed=0))
            waits.append(time.perf_counter() - began)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield waits
    finally:
        ended.set()
        thread.join()
