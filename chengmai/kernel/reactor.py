"""The reactor: every function marked `@reacts_to` is a durable consumer of the fact stream.

A fact comes at least once; the row (handler, ledger id) in kernel_reactiondone is written in the
transaction of the handler's own changes, so it takes effect once. What does not concern a handler
(`where`) is acknowledged and nothing else, however often it comes. A handler that raises is tried
again with growing pauses and at last becomes a dead letter, which a person may read and replay.
Facts of one subject come in order unless one of them had to be tried again.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import nats.errors
import nats.js.errors
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils.module_loading import autodiscover_modules
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy

from chengmai.kernel.deadletters import bury
from chengmai.kernel.facts import REACTIONS, Fact, Reaction, rebuild
from chengmai.kernel.metrics import REACTIONS_RUN
from chengmai.kernel.relay import until_told, wait_for
from chengmai.kernel.streams import connect, ensure_stream, subject_prefix

log = logging.getLogger("chengmai.reactor")

MAX_ACK_PENDING = 256
FETCH = 64
THREADS = 4
SHUTTING_DOWN = ("57P01", "57P02", "57P03")  # SQLSTATE
TROUBLES = (nats.errors.Error, nats.js.errors.Error, OSError, TimeoutError)

# Answers at or below the floor are forgotten (forget_answers): all of them count as given.
_CLAIM = """
INSERT INTO kernel_reactiondone (reaction, entry_id)
SELECT %(reaction)s::varchar, %(entry)s::bigint
WHERE %(anew)s::boolean OR NOT EXISTS (
    SELECT FROM kernel_reactionfloor f
    WHERE f.reaction = %(reaction)s::varchar AND f.entry_id >= %(entry)s::bigint)
ON CONFLICT DO NOTHING
"""
_RAISE_FLOOR = """
WITH old AS (
    SELECT reaction, max(entry_id) AS entry_id FROM kernel_reactiondone
    WHERE done_at < %(before)s::timestamptz GROUP BY reaction
)
INSERT INTO kernel_reactionfloor AS floor (reaction, entry_id) SELECT reaction, entry_id FROM old
ON CONFLICT (reaction) DO UPDATE SET entry_id = greatest(floor.entry_id, excluded.entry_id)
"""
_FORGET = """
DELETE FROM kernel_reactiondone d USING kernel_reactionfloor f
WHERE d.reaction = f.reaction AND d.entry_id <= f.entry_id AND d.done_at < %(before)s::timestamptz
"""


@dataclass(frozen=True)
class Patience:
    """How often a handler is tried, and the pause in seconds before each further try.

    `ack_wait` is after how many seconds of silence another reactor may take a fact over.
    """

    pauses: tuple[float, ...] = (1, 5, 30, 120, 600)
    ack_wait: float = 60

    @property
    def tries(self) -> int:
        return len(self.pauses) + 1


class DatabaseGone(Exception):
    """The handler did not fail; there was no database for it."""


def run_reactor() -> None:
    """Answer facts until SIGTERM or SIGINT, with the handlers of every `reactions.py`."""
    autodiscover_modules("reactions")
    asyncio.run(until_told(answer_facts))


async def answer_facts(
    stop: asyncio.Event,
    reactions: Mapping[str, Reaction] | None = None,
    patience: Patience | None = None,
) -> None:
    """Answer until told to stop; when the bus goes away, begin again."""
    chosen = dict(REACTIONS if reactions is None else reactions)
    pause = 0.1
    with ThreadPoolExecutor(THREADS, thread_name_prefix="reaction") as threads:
        while not stop.is_set():
            try:
                bus = await connect("chengmai-reactor")
                try:
                    await ensure_stream(bus.jetstream())
                    log.info("active", extra={"reactions": len(chosen)})
                    pause = 0.1
                    await _listen_to_all(bus, chosen, threads, patience or Patience(), stop)
                finally:
                    with contextlib.suppress(*TROUBLES):
                        await bus.close()
            except TROUBLES as trouble:
                log.warning("begins again", extra={"trouble": type(trouble).__name__})
                await wait_for(stop, pause)
                pause = min(pause * 2, 5.0)
        _close_connections(threads)


def _close_connections(threads: ThreadPoolExecutor) -> None:
    together = threading.Barrier(THREADS)  # so that every thread takes exactly one turn

    def close() -> None:
        together.wait(10)
        connection.close()

    for turn in [threads.submit(close) for _ in range(THREADS)]:
        turn.result()


async def _listen_to_all(
    bus: Client,
    reactions: Mapping[str, Reaction],
    threads: ThreadPoolExecutor,
    patience: Patience,
    stop: asyncio.Event,
) -> None:
    stream = bus.jetstream()
    try:
        async with asyncio.TaskGroup() as group:
            for one in reactions.values():
                group.create_task(_Listener(one, stream, threads, patience).listen(bus, stop))
            await stop.wait()
    except ExceptionGroup as several:
        if several.split(TROUBLES)[1]:
            raise
        raise ConnectionError("the bus went away") from several


@dataclass
class _Listener:
    reaction: Reaction
    stream: JetStreamContext
    threads: ThreadPoolExecutor
    patience: Patience

    async def listen(self, bus: Client, stop: asyncio.Event) -> None:
        durable = self.reaction.name
        await self.stream.add_consumer(settings.FACT_STREAM, self._config())
        subscription = await self.stream.pull_subscribe_bind(
            durable=durable, stream=settings.FACT_STREAM
        )
        while not stop.is_set():
            if bus.is_closed:
                raise nats.errors.ConnectionClosedError
            try:
                messages = await subscription.fetch(FETCH, timeout=2)
            except TimeoutError:
                continue
            await self._answer_all(messages, stop)

    async def _answer_all(self, messages: Sequence[Msg], stop: asyncio.Event) -> None:
        """In their order; those that have to wait long are not given to another reactor."""
        said = time.monotonic()
        for number, message in enumerate(messages):
            if stop.is_set():
                return
            if time.monotonic() - said > self.patience.ack_wait / 3:
                for waiting in messages[number:]:
                    await waiting.in_progress()
                said = time.monotonic()
            await self._answer(message)

    def _config(self) -> ConsumerConfig:
        return ConsumerConfig(
            durable_name=self.reaction.name,
            filter_subject=f"{subject_prefix()}.{self.reaction.fact.name}.>",
            deliver_policy=DeliverPolicy.ALL,
            ack_policy=AckPolicy.EXPLICIT,
            ack_wait=self.patience.ack_wait,
            max_ack_pending=MAX_ACK_PENDING,
            max_deliver=-1,
        )

    async def _answer(self, message: Msg) -> None:
        body = json.loads(message.data)
        if not self.reaction.hears(body["payload"]):
            await message.ack()
            return
        tries = message.metadata.num_delivered or 1
        try:
            outcome = await self._in_thread(message, run_once, self.reaction, body)
        except Exception as error:
            if tries < self.patience.tries:
                REACTIONS_RUN.labels(self.reaction.name, "failed").inc()
                await message.nak(delay=self.patience.pauses[tries - 1])
                return
            await self._in_thread(message, bury, self.reaction.name, body, error, tries)
            outcome = "buried"
            log.error("dead letter", extra={"reaction": self.reaction.name, "entry": body["id"]})
        REACTIONS_RUN.labels(self.reaction.name, outcome).inc()
        await message.ack()

    async def _in_thread(self, message: Msg, work: Any, *words: Any) -> Any:
        """Run in a thread; tell the bus that we are at it; wait where the database is gone."""
        loop = asyncio.get_running_loop()
        while True:
            running = loop.run_in_executor(self.threads, _with_database, work, *words)
            try:
                while not (await asyncio.wait({running}, timeout=self.patience.ack_wait / 3))[0]:
                    await message.in_progress()
                return running.result()
            except DatabaseGone:
                log.warning("waits for the database")
                await asyncio.sleep(1)
                await message.in_progress()


def _with_database(work: Any, *words: Any) -> Any:
    try:
        return work(*words)
    except (OperationalError, InterfaceError) as trouble:
        state = getattr(trouble.__cause__, "sqlstate", None) or "08000"
        if state.startswith("08") or state in SHUTTING_DOWN:
            connection.close()
            raise DatabaseGone from trouble
        raise


def run_once(reaction: Reaction, body: dict[str, Any], *, anew: bool = False) -> str:
    """Let the handler answer this message, unless it has; `done` or `repeated`.

    `anew` is for a person who replays a dead letter: its fact was never answered, however old.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            claim = {"reaction": reaction.name, "entry": body["id"], "anew": anew}
            cursor.execute(_CLAIM, claim)
            if cursor.rowcount == 0:
                return "repeated"
        reaction.run(fact_from(body))
    return "done"


def forget_answers(before: datetime) -> int:
    """Forget which facts were answered before this moment; returns how many rows went.

    The highest of them is kept per handler as its floor, and a fact at or below it that comes
    again (a redelivery, `ledger resend`) counts as answered. `before` must lie further back than
    the stream keeps its messages (7 days), or a fact that is still on its way would be dropped.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_RAISE_FLOOR, {"before": before})
        cursor.execute(_FORGET, {"before": before})
        return int(cursor.rowcount)


def fact_from(body: dict[str, Any]) -> Fact:
    """The fact that a message tells of."""
    place = body["place"]
    return rebuild(
        body["name"],
        body["payload"],
        at=datetime.fromisoformat(body["at"]),
        actor_id=body["actor_id"],
        place=(place[0], place[1]) if place else None,
    )
