"""The ledger: every fact is one append-only row, chained by hash to the row before it.

`publish` writes in the caller's transaction: the change and the fact that tells of it are committed
together or not at all. The head of the subject's chain is locked until then, so the facts of one
subject get their numbers, and their ledger ids, in the order in which they are committed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.db import connection

from chengmai.kernel.behalf import FIELD, absent_person
from chengmai.kernel.canonical import START, LedgerRow, canonical, digest_of
from chengmai.kernel.facts import Fact

LARGEST_PAYLOAD = 200_000  # characters; the bus takes messages of 1 MB, and 4 bytes are one at most

# Joins the head of a subject (an SQL expression) to a caller's own row, as `head`.
HEAD_JOIN = "LEFT JOIN kernel_ledgerhead AS head ON head.subject = {subject}"

_HEAD = "SELECT seq, hash FROM kernel_ledgerhead WHERE subject = %s FOR UPDATE"

_BEGIN_CHAIN = """
WITH head AS (
    INSERT INTO kernel_ledgerhead (subject, seq, hash) VALUES (%(subject)s, 1, %(hash)s)
    ON CONFLICT (subject) DO NOTHING RETURNING 1
), entry AS (
    INSERT INTO kernel_ledgerentry
        (subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash)
    SELECT %(subject)s, 1, %(name)s, %(actor_id)s::bigint, %(at)s::timestamptz,
           %(lon)s::float8, %(lat)s::float8, %(payload)s::jsonb, %(algorithm)s,
           %(prev_hash)s::bytea, %(hash)s::bytea
    FROM head
    RETURNING id
)
INSERT INTO kernel_outbox (entry_id) SELECT id FROM entry RETURNING entry_id
"""

# The head is matched by its hash: where the caller read it without a lock and somebody wrote in
# between, none matches and nothing is written.
_CONTINUE_CHAIN = """
WITH head AS (
    UPDATE kernel_ledgerhead SET seq = %(seq)s, hash = %(hash)s
    WHERE subject = %(subject)s AND hash = %(prev_hash)s RETURNING 1
), entry AS (
    INSERT INTO kernel_ledgerentry
        (subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash)
    SELECT %(subject)s, %(seq)s::bigint, %(name)s, %(actor_id)s::bigint, %(at)s::timestamptz,
           %(lon)s::float8, %(lat)s::float8, %(payload)s::jsonb, %(algorithm)s,
           %(prev_hash)s::bytea, %(hash)s::bytea
    FROM head
    RETURNING id
)
INSERT INTO kernel_outbox (entry_id) SELECT id FROM entry RETURNING entry_id
"""

_HEADS = """
INSERT INTO kernel_ledgerhead AS head (subject, seq, hash)
SELECT subject, 0, ''::bytea FROM unnest(%s::text[]) AS subject ORDER BY subject
ON CONFLICT (subject) DO UPDATE SET seq = head.seq
RETURNING subject, seq, hash
"""

_MANY = """
WITH given AS (
    SELECT * FROM unnest(
        %(subject)s::text[], %(seq)s::bigint[], %(name)s::text[], %(actor_id)s::bigint[],
        %(at)s::timestamptz[], %(lon)s::float8[], %(lat)s::float8[], %(payload)s::text[],
        %(algorithm)s::text[], %(prev_hash)s::bytea[], %(hash)s::bytea[]
    ) WITH ORDINALITY AS g
        (subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash, place_no)
), last AS (
    SELECT DISTINCT ON (subject) subject, seq, hash FROM given ORDER BY subject, seq DESC
), head AS (
    UPDATE kernel_ledgerhead h SET seq = last.seq, hash = last.hash
    FROM last WHERE h.subject = last.subject
), entry AS (
    INSERT INTO kernel_ledgerentry
        (subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash)
    SELECT subject, seq, name, actor_id, at, lon, lat, payload::jsonb, algorithm, prev_hash, hash
    FROM given ORDER BY place_no
    RETURNING id
)
INSERT INTO kernel_outbox (entry_id) SELECT id FROM entry ORDER BY id RETURNING entry_id
"""

_READ = """
SELECT subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash, id
FROM kernel_ledgerentry
"""


class OutsideTransaction(RuntimeError):
    """A fact was published where it could not be committed together with its change."""


def publish(fact: Fact, *, fresh: bool = False, head: tuple[int, bytes] | None = None) -> int:
    """Write one fact into the ledger and the outbox; returns its ledger id. Two SQL statements.

    One is enough where the subject was created in this transaction (`fresh`), or where the caller
    has read the subject's head with a row that it locked (HEAD_JOIN); should that head have
    moved on meanwhile, the fact is chained to the one that holds. Raises OutsideTransaction when
    no transaction is open.
    """
    _must_be_inside()
    subject = fact.subject
    with connection.cursor() as cursor:
        if head is not None:
            seq, prev_hash = head
            row = _columns(fact, subject, seq + 1, bytes(prev_hash), settings.LEDGER_HASH)
            cursor.execute(_CONTINUE_CHAIN, row)
            if written := cursor.fetchone():
                return _ledger_id(written)
        if not fresh:
            cursor.execute(_HEAD, [subject])
            if locked := cursor.fetchone():
                seq, prev_hash = locked
                row = _columns(fact, subject, seq + 1, bytes(prev_hash), settings.LEDGER_HASH)
                cursor.execute(_CONTINUE_CHAIN, row)
                return _ledger_id(cursor.fetchone())
        cursor.execute(_BEGIN_CHAIN, _columns(fact, subject, 1, START, settings.LEDGER_HASH))
        begun = cursor.fetchone()
    # Somebody else wrote the subject's first fact between our two statements: chain to theirs.
    return _ledger_id(begun) if begun else publish(fact)


def publish_all(facts: Iterable[Fact]) -> list[int]:
    """Write many facts in their order, in two SQL statements; returns their ledger ids."""
    told = list(facts)
    if not told:
        return []
    _must_be_inside()
    subjects = sorted({fact.subject for fact in told})
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [subjects])
        heads = {subject: (seq, bytes(hash_)) for subject, seq, hash_ in cursor.fetchall()}
        rows = list(compose_rows(told, heads))
        columns = {key: [row[key] for row in rows] for key in rows[0]}
        cursor.execute(_MANY, columns)
        return [ledger_id for (ledger_id,) in cursor.fetchall()]


def compose_rows(
    facts: Iterable[Fact], heads: dict[str, tuple[int, bytes]] | None = None
) -> Iterator[dict[str, Any]]:
    """The columns that these facts become, chained in memory; `heads` is read and moved on.

    Without `heads` every subject begins its chain here.
    """
    heads = {} if heads is None else heads
    algorithm = settings.LEDGER_HASH
    for fact in facts:
        subject = fact.subject
        seq, prev_hash = heads.get(subject, (0, START))
        row = _columns(fact, subject, seq + 1, prev_hash, algorithm)
        heads[subject] = (seq + 1, row["hash"])
        yield row


def copy_history(facts: Iterable[Fact]) -> int:
    """Write the history of subjects that have none yet, by COPY and without telling the relay.

    For seeding and take-over of old records, inside a transaction. Returns the number of rows.
    Raises IntegrityError when a subject already has a chain.
    """
    _must_be_inside()
    heads: dict[str, tuple[int, bytes]] = {}
    count = 0
    with connection.cursor() as cursor, connection.wrap_database_errors:
        with cursor.copy(
            "COPY kernel_ledgerentry (subject, seq, name, actor_id, at, lon, lat, payload,"
            " algorithm, prev_hash, hash) FROM STDIN"
        ) as copy:
            for row in compose_rows(facts, heads):
                copy.write_row(tuple(row.values()))
                count += 1
        with cursor.copy("COPY kernel_ledgerhead (subject, seq, hash) FROM STDIN") as copy:
            for subject, (seq, hash_) in heads.items():
                copy.write_row((subject, seq, hash_))
    return count


def entries_of(subject: str, after: int | None = None, limit: int | None = None) -> list[LedgerRow]:
    """The facts of one subject in order, those beyond sequence number `after`."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_READ} WHERE subject = %s AND seq > %s ORDER BY seq LIMIT %s",
            [subject, after or 0, limit],
        )
        return [row_from(values) for values in cursor.fetchall()]


def last_entries(limit: int = 50, before: int | None = None) -> list[LedgerRow]:
    """The newest facts of all subjects, newest first, those with a ledger id below `before`."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_READ} WHERE id < %s ORDER BY id DESC LIMIT %s",
            [before if before is not None else 2**63 - 1, limit],
        )
        return [row_from(values) for values in cursor.fetchall()]


def last_seq(subject: str) -> int:
    """The number of the subject's newest fact; 0 when it has none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM kernel_ledgerhead WHERE subject = %s", [subject])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def row_from(values: Sequence[Any]) -> LedgerRow:
    """A LedgerRow from the columns of the ledger table in their order, `id` last."""
    subject, seq, name, actor_id, at, lon, lat, payload, algorithm, prev_hash, hash_, id_ = values
    return LedgerRow(
        subject=subject,
        seq=seq,
        name=name,
        actor_id=actor_id,
        at=at,
        place=None if lon is None else (lon, lat),
        payload=json.loads(payload),
        algorithm=algorithm,
        prev_hash=bytes(prev_hash),
        hash=bytes(hash_),
        id=id_,
    )


def _columns(
    fact: Fact, subject: str, seq: int, prev_hash: bytes, algorithm: str
) -> dict[str, Any]:
    told = fact.payload()
    absent = absent_person()
    if absent is not None and fact.actor_id is not None:
        told = {**told, FIELD: absent}
    payload = canonical(told)
    if len(payload) > LARGEST_PAYLOAD:
        raise ValueError(f"{fact.name} is too large: facts hold ids, not what they stand for")
    lon, lat = _place(fact)
    return {
        "subject": subject,
        "seq": seq,
        "name": fact.name,
        "actor_id": fact.actor_id,
        "at": fact.at,
        "lon": lon,
        "lat": lat,
        "payload": payload,
        "algorithm": algorithm,
        "prev_hash": prev_hash,
        "hash": digest_of(
            subject=subject,
            seq=seq,
            name=fact.name,
            actor_id=fact.actor_id,
            at=fact.at,
            place=None if lon is None or lat is None else (lon, lat),
            payload_text=payload,
            algorithm=algorithm,
            prev_hash=prev_hash,
        ),
    }


def _place(fact: Fact) -> tuple[float, float] | tuple[None, None]:
    return (None, None) if fact.place is None else (float(fact.place[0]), float(fact.place[1]))


def _must_be_inside() -> None:
    if not connection.in_atomic_block:
        raise OutsideTransaction("Publish inside the transaction of the change that it tells of.")


def _ledger_id(found: tuple[Any, ...] | None) -> int:
    if found is None:
        raise RuntimeError("The ledger took no row")
    return int(found[0])
