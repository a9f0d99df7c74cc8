"""Streams, servers and processes for the tests of relay, reactor and push."""

from __future__ import annotations

import asyncio
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import nats
from django.conf import settings
from django.db import connection
from nats.js.errors import NotFoundError

PATIENCE_SECONDS = 20


def until(condition: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> Any:
    """Ask until the answer is true, and give it; fails after `seconds`."""
    end = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
    return answer


class Running:
    """An asyncio worker such as the relay, in a thread of its own until the block ends."""

    def __init__(self, work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
        self.work = work
        self.thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self.ready = threading.Event()

    async def _run(self) -> None:
        self.loop, self.stop = asyncio.get_running_loop(), asyncio.Event()
        self.ready.set()
        await self.work(self.stop)

    def __enter__(self) -> Running:
        self.thread.start()
        self.ready.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        if self.thread.is_alive():
            self.loop.call_soon_threadsafe(self.stop.set)
        self.thread.join(15)
        assert not self.thread.is_alive(), "it did not stop"


def start_process(code: str) -> subprocess.Popen[bytes]:
    """A process of ours on the test's database and stream."""
    known = connection.settings_dict
    url = f"postgresql://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}/{known['NAME']}"
    environment = os.environ | {
        "DATABASE_URL": url,
        "NATS_URL": settings.NATS_URL,
        "CHENGMAI_FACT_STREAM": settings.FACT_STREAM,
        "CHENGMAI_FACT_STREAM_BYTES": str(settings.FACT_STREAM_BYTES),
    }
    return subprocess.Popen(
        [sys.executable, "-c", f"import django; django.setup()\n{code}"],
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def messages_of_stream() -> list[dict[str, Any]]:
    """Every message that the stream holds, in its order; nothing where there is no stream."""
    return asyncio.run(_messages())


async def _messages() -> list[dict[str, Any]]:
    bus = await nats.connect(settings.NATS_URL)
    try:
        stream = bus.jetstream()
        try:
            state = (await stream.stream_info(settings.FACT_STREAM)).state
        except NotFoundError:
            return []
        numbers = range(max(state.first_seq, 1), state.last_seq + 1)
        found = [await stream.get_msg(settings.FACT_STREAM, number) for number in numbers]
        return [json.loads(message.data or b"{}") for message in found]
    finally:
        await bus.close()


async def delete_stream() -> None:
    bus = await nats.connect(settings.NATS_URL)
    try:
        await bus.jetstream().delete_stream(settings.FACT_STREAM)
    except NotFoundError:
        pass
    finally:
        await bus.close()


def free_port() -> int:
    """A free port below the range of outgoing connections."""
    while True:
        port = random.randint(20000, 32000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port


class NatsServer:
    """A JetStream server of the test's own, which may be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.port, self.folder = free_port(), folder
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    def start(self) -> None:
        program = Path(sys.executable).parent / "nats-server"
        self.process = subprocess.Popen(
            [program, "-a", "127.0.0.1", "-p", str(self.port), "-js", "-sd", str(self.folder)],
            stderr=subprocess.DEVNULL,
        )
        until(self._greets)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _greets(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
