"""The relay: carries ledger rows from the outbox to JetStream, at least once and in order.

It reads what is in the outbox, never "what is newer than the last": a transaction that commits
late is found late, and nothing is skipped. The rows of one subject are in the outbox in the order
of their commits (the ledger locks the subject's head), and a row is sent only after the row before
it on the same subject was acknowledged. A row leaves the outbox after its acknowledgement; killed
in between, the relay sends it again under the same message id and JetStream drops the repetition.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import nats.errors
import nats.js.errors
import psycopg
from nats.js import JetStreamContext

from chengmai.kernel.metrics import RELAY_FAILURES, RELAYED
from chengmai.kernel.streams import (
    bus_subject,
    connect,
    database_parameters,
    ensure_stream,
    message_body,
)

log = logging.getLogger("chengmai.relay")

LOCK = 7_211_001  # pg_advisory_lock: one relay is active in a database, the others stand by
BATCH = 500
# Facts travel together: under load twenty looks a second carry what fifty did, for half the work.
SHORTEST_WAIT, LONGEST_WAIT = 0.05, 0.25
ACK_SECONDS = 5.0
TROUBLES = (psycopg.Error, nats.errors.Error, nats.js.errors.Error, OSError, TimeoutError)

# Two questions and no join: asked often, a join is planned for any number of waiting rows, and then
# the whole ledger is read for a handful.
_WAITING = "SELECT entry_id FROM kernel_outbox ORDER BY entry_id LIMIT %s"
_ENTRIES = """
SELECT id, name, subject, seq, actor_id, at, lon, lat, payload::text
FROM kernel_ledgerentry WHERE id = ANY(%s) ORDER BY id
"""
_SENT = "DELETE FROM kernel_outbox WHERE entry_id = ANY(%s)"
# What a bus that lost its last moments (a power cut before its fsync) may not have any more. It is
# younger than JetStream's duplicate window, so what the bus still has is not stored twice.
_OFFER_AGAIN = """
INSERT INTO kernel_outbox (entry_id)
SELECT id FROM (SELECT id, at FROM kernel_ledgerentry ORDER BY id DESC LIMIT 20000) newest
WHERE at > now() - interval '2 minutes' ON CONFLICT DO NOTHING
"""
_RESEND = """
INSERT INTO kernel_outbox (entry_id)
SELECT id FROM kernel_ledgerentry WHERE id >= %s ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Message:
    """One ledger row on its way."""

    ledger_id: int
    about: str
    bus_subject: str
    body: bytes


def run_relay() -> None:
    """Carry facts until SIGTERM or SIGINT."""
    asyncio.run(until_told(carry_facts))


async def until_told(work: Any) -> None:
    """Run `work(stop)` and set `stop` on SIGTERM or SIGINT."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await work(stop)


async def carry_facts(stop: asyncio.Event) -> None:
    """Carry until told to stop; when the database or the bus goes away, begin again."""
    pause = 0.1
    while not stop.is_set():
        try:
            async with await psycopg.AsyncConnection.connect(
                **database_parameters(), autocommit=True, application_name="chengmai-relay"
            ) as database:
                if not await _become_active(database, stop):
                    return
                bus = await connect("chengmai-relay")
                try:
                    stream = bus.jetstream()
                    await ensure_stream(stream)
                    await database.execute(_OFFER_AGAIN)
                    log.info("active")
                    pause = 0.1
                    await _carry(database, stream, stop)
                finally:
                    with contextlib.suppress(*TROUBLES):
                        await bus.close()
        except TROUBLES as trouble:
            RELAY_FAILURES.inc()
            log.warning(
                "begins again", extra={"trouble": type(trouble).__name__, "in_seconds": pause}
            )
            await wait_for(stop, pause)
            pause = min(pause * 2, 5.0)


async def wait_for(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but wake when told to stop."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


async def _become_active(database: psycopg.AsyncConnection[Any], stop: asyncio.Event) -> bool:
    """Wait for the lock that only one relay holds; False when told to stop before."""
    while not stop.is_set():
        cursor = await database.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        found = await cursor.fetchone()
        if found and found[0]:
            return True
        await wait_for(stop, 0.5)
    return False


async def _carry(
    database: psycopg.AsyncConnection[Any], stream: JetStreamContext, stop: asyncio.Event
) -> None:
    wait = SHORTEST_WAIT
    while not stop.is_set():
        carried = await carry_batch(database, stream)
        wait = SHORTEST_WAIT if carried else min(wait * 1.5, LONGEST_WAIT)
        if carried < BATCH:
            await wait_for(stop, wait)


async def carry_batch(database: psycopg.AsyncConnection[Any], stream: JetStreamContext) -> int:
    """Send the oldest rows of the outbox and take out those acknowledged; returns how many."""
    cursor = await database.execute(_WAITING, [BATCH])
    waiting = [row[0] for row in await cursor.fetchall()]
    if not waiting:
        return 0
    cursor = await database.execute(_ENTRIES, [waiting])
    messages = [_message(row) for row in await cursor.fetchall()]
    for wave in waves(messages):
        await _send(stream, wave)
    await database.execute(_SENT, [[message.ledger_id for message in messages]])
    RELAYED.inc(len(messages))
    return len(messages)


def waves(messages: Iterable[Message]) -> list[list[Message]]:
    """Messages that may travel together: in each wave a subject appears once, in order."""
    found: list[list[Message]] = []
    turn: dict[str, int] = {}
    for message in messages:
        number = turn.get(message.about, 0)
        turn[message.about] = number + 1
        if number == len(found):
            found.append([])
        found[number].append(message)
    return found


async def _send(stream: JetStreamContext, wave: Sequence[Message]) -> None:
    """Publish together, await every acknowledgement. Raises when one is missing."""
    futures = [
        await stream.publish_async(
            message.bus_subject,
            message.body,
            wait_stall=ACK_SECONDS,
            headers={"Nats-Msg-Id": str(message.ledger_id)},
        )
        for message in wave
    ]
    _done, missing = await asyncio.wait(futures, timeout=ACK_SECONDS)
    for future in missing:
        future.cancel()
    if missing:
        raise TimeoutError(f"{len(missing)} of {len(wave)} facts were not acknowledged")
    for future in futures:
        future.result()


def _message(row: Sequence[Any]) -> Message:
    ledger_id, name, subject, seq, actor_id, at, lon, lat, payload_text = row
    body = message_body(
        ledger_id=ledger_id,
        name=name,
        subject=subject,
        seq=seq,
        actor_id=actor_id,
        at=at,
        place=None if lon is None else (lon, lat),
        payload_text=payload_text,
    )
    return Message(ledger_id, subject, bus_subject(name, subject), body)


def resend(from_ledger_id: int) -> int:
    """Offer old facts to the bus again, after its store was lost; returns how many.

    Reactions answer each fact once however often it comes.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_RESEND, [from_ledger_id])
        return int(cursor.rowcount)
