"""The whole ledger read again on all cores, span by span: with progress, and where to go on."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from chengmai.kernel.verify import CHAINS, Finding, Span, Tally, spans, wrong_in_span

Say = Callable[[str], None]
MOST_JOBS = 8
AHEAD = 3  # spans that wait for each process
SAY_SECONDS = 5.0
SHORT = 50_000  # rows that one process reads sooner than two have started


@dataclass
class Found:
    """What a span gave."""

    rows: int
    subjects: int
    findings: list[Finding] = field(default_factory=list)


class Stopped(KeyboardInterrupt):
    """Somebody stopped the reading; `after` is where it can go on."""

    def __init__(self, after: str) -> None:
        super().__init__(after)
        self.after = after


def verify_whole(say: Say, *, jobs: int = 0, after: str = "", chains: int = CHAINS) -> int:
    """Read every chain behind the subject `after`; 1 when something is wrong, else 0.

    `jobs` processes read side by side (0: one for each core, eight at most, and none beside this
    one where the ledger is short); memory is bounded by a few spans each. Says its progress each five seconds. Raises Stopped at Ctrl-C, with the subject
    up to which everything was read.
    """
    tally, wrong, began = Tally(), 0, time.monotonic()
    said, about, done = began, _about(), after
    jobs = jobs or (min(MOST_JOBS, os.cpu_count() or 1) if about > SHORT else 1)
    try:
        for span, found in _read(spans(after, chains), jobs):
            tally.rows += found.rows
            tally.subjects += found.subjects
            wrong += len(found.findings)
            for one in found.findings:
                say(str(one))
            done = span.up_to or done
            if time.monotonic() - said > SAY_SECONDS:
                said = time.monotonic()
                rate = tally.rows / (said - began)
                say(f"  {tally.rows:,} of about {about:,} rows, {rate:,.0f} a second, up to {done}")
    except KeyboardInterrupt:
        raise Stopped(done) from None
    took = time.monotonic() - began
    say(
        f"{tally.rows} rows of {tally.subjects} subjects read, {wrong} findings"
        f" ({took:.1f} s, {tally.rows / max(took, 0.001):,.0f} rows a second, {jobs} processes)"
    )
    return 1 if wrong else 0


def read_span(span: Span) -> Found:
    """Read one span, in this process."""
    tally = Tally()
    findings = list(wrong_in_span(span, tally))
    return Found(tally.rows, tally.subjects, findings)


def _read(several: Iterator[Span], jobs: int) -> Iterator[tuple[Span, Found]]:
    """Every span with what it gave, in their order."""
    if jobs == 1:
        for span in several:
            yield span, read_span(span)
        return
    # Spawned, not forked: a process of its own has connections of its own.
    context = multiprocessing.get_context("spawn")
    given = {**connection.settings_dict}
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(given,)) as pool:
        waiting: deque[tuple[Span, Future[Found]]] = deque()
        try:
            for span in several:
                waiting.append((span, pool.submit(read_span, span)))
                if len(waiting) >= jobs * AHEAD:
                    first, future = waiting.popleft()
                    yield first, future.result()
            while waiting:
                first, future = waiting.popleft()
                yield first, future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin(database: dict[str, Any]) -> None:
    """In the new process: Django on the database of the one that asks."""
    import signal

    import django

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that asks tells when to stop
    django.setup()
    connection.settings_dict.update(database)


def _about() -> int:
    """How many rows there are: as the statistics have it, or at most as many as numbers were given."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(CASE WHEN c.reltuples < 0 THEN s.last_value ELSE c.reltuples END)::bigint"
            " FROM kernel_ledgerentry_id_seq s, pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            " WHERE i.inhparent = 'kernel_ledgerentry'::regclass"
        )
        found = cursor.fetchone()
    return int(found[0] or 0) if found else 0
