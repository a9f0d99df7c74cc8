"""A year is cut, archived and brought back while people write and read: nobody loses, nobody waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.db import connection, transaction

from chengmai.kernel import years
from chengmai.kernel.ledger import copy_history, entries_of, publish
from chengmai.kernel.models import LedgerYear
from chengmai.kernel.tests.makers import NOON, make_fact, new_lamp
from chengmai.kernel.verify import findings

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
YEAR = 2031
LONGEST = 1.0  # seconds for which the ledger may be held, and a writer wait
LOADED = 3.0  # times as long on a machine that is busy with other tests


@dataclass
class Work:
    """What writers wrote and readers read, and the longest that one of them waited, in seconds."""

    written: list[tuple[str, int]] = field(default_factory=list)
    wrong: list[BaseException] = field(default_factory=list)
    longest: float = 0.0
    reads: int = 0


@pytest.fixture
def one_ledger() -> Iterator[None]:
    """Put the year's rows back into the open part afterwards: the tests after this one share it."""
    yield
    with transaction.atomic(), connection.cursor() as cursor:
        name = f"kernel_ledger_{YEAR}"
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [name])
        if not cursor.fetchone()[0]:
            return
        for part in (name, years.OPEN):
            cursor.execute(f"ALTER TABLE kernel_ledgerentry DETACH PARTITION {part}")
        cursor.execute(f"ALTER TABLE {years.OPEN} DROP CONSTRAINT IF EXISTS ledger_ids_from")
        cursor.execute(f"INSERT INTO {years.OPEN} SELECT * FROM {name}")  # noqa: S608
        cursor.execute(f"DROP TABLE {name}")
        years._attach(years.OPEN, 0, None)
        LedgerYear.objects.filter(year=YEAR).delete()


def until_told(ended: threading.Event, work: Work, once: Callable[[], None]) -> threading.Thread:
    """Do this over and over in a thread with a connection of its own."""

    def run() -> None:
        try:
            while not ended.is_set():
                began = time.monotonic()
                once()
                work.longest = max(work.longest, time.monotonic() - began)
        except BaseException as wrong:
            work.wrong.append(wrong)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_nothing_is_lost_and_nobody_waits_while_a_year_goes_and_comes(one_ledger):
    lamps = [new_lamp() for _ in range(300)]
    with transaction.atomic():
        copy_history(make_fact(lamp, words="旧") for lamp in lamps for _ in range(8))
    work, ended, shared = Work(), threading.Event(), new_lamp()

    def write(lamp: str) -> None:
        with transaction.atomic():
            publish(make_fact(lamp, words="新"))
            number = publish(make_fact(shared, words="众"))
        work.written.append((f"lamp:{lamp}", number))

    def read() -> None:
        found = entries_of(f"lamp:{lamps[7]}")
        assert len(found) >= 8
        assert [row.seq for row in found] == list(range(1, len(found) + 1))
        work.reads += 1

    threads = [until_told(ended, work, lambda lamp=lamp: write(lamp)) for lamp in lamps[:3]]
    threads.append(until_told(ended, work, read))
    try:
        years.cut_year(YEAR, at=NOON)
        there = years.archive_year(YEAR, at=NOON, say=lambda _: None)
        back = years.bring_back_year(YEAR, at=NOON, say=lambda _: None)
        time.sleep(0.3)
    finally:
        ended.set()
        for thread in threads:
            thread.join(30)
    assert work.wrong == []
    assert there.rows == back.rows >= 2_400
    assert max(there.locked, back.locked) < LONGEST
    assert work.longest < LONGEST * LOADED
    assert len(work.written) > 20 and work.reads > 20
    told = entries_of(f"lamp:{shared}")
    assert len(told) == len(work.written)
    assert {row.id for row in told} == {number for _, number in work.written}
    subjects = [f"lamp:{lamp}" for lamp in [shared, *lamps[:10]]]
    assert [str(one) for subject in subjects for one in findings(subject)] == []


def test_a_long_reader_delays_the_cut_and_not_the_writers(one_ledger):
    work, ended, lamp, reads = Work(), threading.Event(), new_lamp(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            publish(make_fact(lamp, words="新"))

    def read_for_long() -> None:
        with transaction.atomic():
            entries_of(f"lamp:{lamp}")
            reads.set()
            time.sleep(2.5)
        ended.wait(30)

    write()
    slow = until_told(ended, Work(), read_for_long)
    assert reads.wait(10)
    writer, began = until_told(ended, work, write), time.monotonic()
    try:
        years.cut_year(YEAR, at=NOON)
        assert time.monotonic() - began > 1.5, "it had to wait for the reader"
    finally:
        ended.set()
        for thread in (writer, slow):
            thread.join(30)
    assert work.wrong == []
    assert work.longest < LONGEST * LOADED / 2
    assert [str(one) for one in findings(f"lamp:{lamp}")] == []


def test_the_bound_of_a_cut_that_was_killed_is_taken_away():
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {years.OPEN} ADD CONSTRAINT {years.BOUND} CHECK (id < 9e15)")
    assert years.free_open_part()
    assert not years.free_open_part()
