"""Reads the whole ledger and names every row that was changed, removed or put in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import connection, transaction

from chengmai.kernel.canonical import ALGORITHMS, START, LedgerRow, canonical, digest_of
from chengmai.kernel.ledger import row_from

CHAINS = 2_000  # read in one go: one snapshot, one statement

_ROWS = """
SELECT e.subject, e.seq, e.name, e.actor_id, e.at, e.lon, e.lat, e.payload, e.algorithm,
       e.prev_hash, e.hash, e.id, h.seq, h.hash
FROM kernel_ledgerentry e LEFT JOIN kernel_ledgerhead h USING (subject)
WHERE {of} ORDER BY e.subject, e.seq, e.id
"""
_EMPTY = """
SELECT e.subject, e.seq FROM kernel_ledgerhead e
WHERE {of} AND e.seq > 0
  AND NOT EXISTS (SELECT FROM kernel_ledgerentry f WHERE f.subject = e.subject) ORDER BY 1
"""
# A span has no upper end where nothing follows: chains without a head lie in it too.
_ONE = "e.subject = %(subject)s"
_SPAN = "e.subject > %(after)s"
_SPAN_UP_TO = "e.subject > %(after)s AND e.subject <= %(up_to)s"
_NEXT = """
SELECT subject FROM kernel_ledgerhead WHERE subject > %s ORDER BY subject LIMIT 1 OFFSET %s
"""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: which subject, which row, and what."""

    subject: str
    seq: int
    wrong: str  # changed | missing | inserted | unchained | head

    def __str__(self) -> str:
        return f"{self.subject} #{self.seq}: {_WORDS[self.wrong]}"


_WORDS = {
    "changed": "changed since it was written",
    "missing": "missing",
    "inserted": "put in from outside",
    "unchained": "does not continue the row before it",
    "head": "is not the row with which the chain ended",
}


@dataclass
class Tally:
    """How much was read."""

    rows: int = 0
    subjects: int = 0


@dataclass(frozen=True)
class Span:
    """The chains whose subjects come after one and up to another in order; None: all that follow."""

    after: str = ""
    up_to: str | None = None


def spans(after: str = "", chains: int = CHAINS) -> Iterator[Span]:
    """The whole ledger behind this subject, in spans of so many chains; at least one."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute(_NEXT, [after, chains - 1])
            found = cursor.fetchone()
            if found is None:
                yield Span(after)
                return
            yield Span(after, found[0])
            after = found[0]


def findings(subject: str | None = None, tally: Tally | None = None) -> Iterator[Finding]:
    """Everything wrong with the ledger, or with the chain of one subject.

    Rows are streamed, span by span, each in one snapshot of its own: a chain lies in one span, and
    chains know nothing of each other. Who rewrote a whole chain together with its head is not
    found here (see anchors).
    """
    tally = tally or Tally()
    if subject is not None:
        yield from _wrong_in(_ONE, {"subject": subject}, tally)
        return
    for span in spans():
        yield from wrong_in_span(span, tally)


def wrong_in_span(span: Span, tally: Tally) -> Iterator[Finding]:
    """Everything wrong with the chains of this span."""
    of = _SPAN if span.up_to is None else _SPAN_UP_TO
    return _wrong_in(of, {"after": span.after, "up_to": span.up_to}, tally)


def verify(say: Callable[[str], None], subject: str | None = None) -> int:
    """Say every finding and the sum; returns 1 when something is wrong, else 0."""
    tally, wrong = Tally(), 0
    for finding in findings(subject, tally):
        wrong += 1
        say(str(finding))
    say(f"{tally.rows} rows of {tally.subjects} subjects read, {wrong} findings")
    return 1 if wrong else 0


def _wrong_in(of: str, words: dict[str, str | None], tally: Tally) -> Iterator[Finding]:
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            _one_snapshot()
        with connection.cursor() as cursor:
            cursor.execute(_EMPTY.format(of=of), words)
            for name, seq in cursor.fetchall():
                yield from (Finding(name, number, "missing") for number in range(1, seq + 1))
        for _name, rows in groupby(_stream(of, words), key=lambda values: values[0]):
            tally.subjects += 1
            yield from _wrong_in_chain(rows, tally)


def _wrong_in_chain(rows: Iterator[tuple[Any, ...]], tally: Tally) -> Iterator[Finding]:
    expected, before = 1, START
    head: tuple[int, bytes] | None = None
    last: LedgerRow | None = None
    for values in rows:
        tally.rows += 1
        row = row_from(values[:12])
        head = None if values[12] is None else (values[12], bytes(values[13]))
        if head is None or row.seq > head[0] or row.seq < expected:
            yield Finding(row.subject, row.seq, "inserted")
            continue
        yield from (Finding(row.subject, number, "missing") for number in range(expected, row.seq))
        if _hash_of(row) != row.hash:
            yield Finding(row.subject, row.seq, "changed")
        elif row.seq == expected and row.prev_hash != before:
            yield Finding(row.subject, row.seq, "unchained")
        expected, before, last = row.seq + 1, row.hash, row
    if head is None or last is None:
        return
    yield from (Finding(last.subject, number, "missing") for number in range(expected, head[0] + 1))
    if last.seq == head[0] and last.hash != head[1]:
        yield Finding(last.subject, last.seq, "head")


def _hash_of(row: LedgerRow) -> bytes | None:
    if row.algorithm not in ALGORITHMS:
        return None
    return digest_of(
        subject=row.subject,
        seq=row.seq,
        name=row.name,
        actor_id=row.actor_id,
        at=row.at,
        place=row.place,
        payload_text=canonical(row.payload),
        algorithm=row.algorithm,
        prev_hash=row.prev_hash,
    )


def _one_snapshot() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _stream(of: str, words: dict[str, str | None]) -> Iterator[tuple[Any, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(_ROWS.format(of=of), words)
        while chunk := cursor.fetchmany(2000):
            yield from chunk
