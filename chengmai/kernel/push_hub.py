"""The hub of live push: one consumer of the fact stream, many screens.

The process hears the stream once and hands each fact to the screens that may hear it. Every
screen has a bounded queue; one that does not keep up is dropped and counted, so that it can
neither hold up others nor fill the memory. The last facts are kept in memory for screens that
come back with a Last-Event-ID.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import nats.errors
import nats.js.errors
from django.conf import settings
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import ConsumerConfig, DeliverPolicy

from chengmai.kernel.metrics import PUSH_CLIENTS, PUSH_DROPPED, PUSH_SENT
from chengmai.kernel.streams import connect, ensure_stream, subject_prefix

log = logging.getLogger("chengmai.push")

KEPT = 5000  # facts in memory for screens that come back
KEPT_SECONDS = 120  # how far back a fresh process reads
QUEUE = 256  # frames that a slow screen may be behind
TROUBLES = (nats.errors.Error, nats.js.errors.Error, OSError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Heard:
    """One fact of the stream with its place there, and its frame for staff."""

    number: int
    fact: dict[str, Any]
    frame: bytes


@dataclass(eq=False)
class Screen:
    """One connected browser: which facts it wants, and what waits to be written to it."""

    kind: str
    wants: Callable[[dict[str, Any]], bool]
    shown: Callable[[Heard], bytes]
    asker: str = ""
    queue: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    dropped: bool = False
    unsettled: bool = False

    def ask_again(self) -> None:
        """Let the writer ask at once who is before the screen; an empty comment wakes it."""
        if not self.dropped:
            self.unsettled = True
            self.put(b": who\n\n")

    def offer(self, heard: Heard) -> None:
        """Queue the fact's frame if the screen wants it; a full queue drops the screen."""
        if self.dropped or not self.wants(heard.fact):
            return
        self.put(self.shown(heard))

    def put(self, frame: bytes) -> None:
        """Queue a frame; None at the end of the queue's life tells the writer to hang up."""
        try:
            self.queue.put_nowait(frame)
            PUSH_SENT.inc()
        except asyncio.QueueFull:
            self.drop()

    def drop(self) -> None:
        """Give the screen up: it is too slow. It may come back and resume."""
        self.dropped = True
        PUSH_DROPPED.inc()
        with contextlib.suppress(asyncio.QueueEmpty):
            self.queue.get_nowait()
        self.queue.put_nowait(None)


def frame_of(event: str, data: dict[str, Any], number: int | None = None) -> bytes:
    """One server-sent event in its text form."""
    mark = "" if number is None else f"id: {number}\n"
    return f"{mark}event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


class Hub:
    """Hears the stream and hands facts to screens; starts with its first screen."""

    def __init__(self, watch_seconds: float = 5) -> None:
        self.watch_seconds = watch_seconds
        self.screens: set[Screen] = set()
        self.kept: deque[Heard] = deque(maxlen=KEPT)
        self.last = 0
        self.caught_up = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def ready(self, seconds: float = 3) -> None:
        """Start hearing if nobody has yet, and wait a little for the first connection."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._hear_for_ever())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.caught_up.wait(), seconds)

    async def close(self) -> None:
        """Stop hearing and hang up on every screen."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        for screen in self.screens:
            screen.drop()

    def join(self, screen: Screen, last_event_id: str) -> None:
        """Let a screen hear from now on, after what it missed since `last_event_id`.

        Where that is longer ago than the memory reaches, the screen gets `resync` and reloads.
        """
        screen.put(b"retry: 2000\n" + frame_of("hello", {"last_event_id": self.last}, self.last))
        if last_event_id:
            missed = self.since(last_event_id)
            if missed is None or len(missed) >= QUEUE - 2:
                screen.put(frame_of("resync", {"reason": "too_old"}))
            else:
                for heard in missed:
                    screen.offer(heard)
        self.screens.add(screen)
        PUSH_CLIENTS.labels(screen.kind).inc()

    def leave(self, screen: Screen) -> None:
        """Forget a screen that is gone."""
        if screen in self.screens:
            self.screens.discard(screen)
            PUSH_CLIENTS.labels(screen.kind).dec()

    def since(self, last_event_id: str) -> list[Heard] | None:
        """The facts after this event; None where the memory does not reach so far."""
        if not last_event_id.isdigit():
            return None
        number = int(last_event_id)
        if number == self.last:
            return []
        if number > self.last or not self.kept or number < self.kept[0].number - 1:
            return None
        return [heard for heard in self.kept if heard.number > number]

    async def _hear_for_ever(self) -> None:
        pause = 0.1
        while True:
            try:
                bus = await connect("chengmai-push")
                try:
                    pause = 0.1
                    await self._hear(bus)
                finally:
                    with contextlib.suppress(*TROUBLES):
                        await bus.close()
            except TROUBLES as trouble:
                log.warning("begins again", extra={"trouble": type(trouble).__name__})
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5.0)

    async def _hear(self, bus: Client) -> None:
        stream = bus.jetstream()
        await ensure_stream(stream)
        newest = await self._find_place(stream)
        subscription = await stream.subscribe(
            f"{subject_prefix()}.>",
            stream=settings.FACT_STREAM,
            ordered_consumer=True,
            cb=self._on_message,
            config=self._where_to_begin(),
        )
        begun = await subscription.consumer_info()
        if not begun.num_pending and not (begun.delivered and begun.delivered.consumer_seq):
            self.last = max(self.last, newest)  # nothing to read back
        while self.last < newest and not bus.is_closed:
            await asyncio.sleep(0.01)
        self.caught_up.set()
        await self._watch(bus, stream)

    async def _watch(self, bus: Client, stream: JetStreamContext) -> None:
        """Return when the connection is gone, the stream was made anew, or nothing comes of it."""
        look_at, behind = time.monotonic() + self.watch_seconds, -1
        while not bus.is_closed:
            await asyncio.sleep(0.1)
            if time.monotonic() < look_at:
                continue
            newest = (await stream.stream_info(settings.FACT_STREAM)).state.last_seq
            if newest < self.last or (newest > self.last and behind == self.last):
                return
            behind = self.last if newest > self.last else -1
            look_at = time.monotonic() + self.watch_seconds

    async def _find_place(self, stream: JetStreamContext) -> int:
        """The number of the stream's newest fact.

        A stream that ends before our place was made anew: forget, and let screens reload.
        """
        state = (await stream.stream_info(settings.FACT_STREAM)).state
        if state.last_seq < self.last:
            self.kept.clear()
            self.last = 0
            for screen in self.screens:
                screen.put(frame_of("resync", {"reason": "stream_renewed"}))
        return int(state.last_seq)

    def _where_to_begin(self) -> ConsumerConfig:
        if self.last:
            return ConsumerConfig(
                deliver_policy=DeliverPolicy.BY_START_SEQUENCE, opt_start_seq=self.last + 1
            )
        return ConsumerConfig(
            deliver_policy=DeliverPolicy.BY_START_TIME,
            opt_start_time=datetime.now(UTC) - timedelta(seconds=KEPT_SECONDS),
        )

    async def _on_message(self, message: Msg) -> None:
        number = message.metadata.sequence.stream
        if number <= self.last:
            return
        body = json.loads(message.data)
        shown = {key: body[key] for key in ("id", "name", "subject", "at", "payload")}
        heard = Heard(number, body, frame_of("fact", shown, number))
        self.last = number
        self.kept.append(heard)
        for screen in list(self.screens):
            screen.offer(heard)
