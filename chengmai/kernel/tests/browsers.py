"""A teller of facts and a browser for the tests of live push."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

from chengmai.kernel.push import Push
from chengmai.kernel.streams import bus_subject, connect, ensure_stream


class Tellers:
    """Tells facts to the stream as the relay does."""

    def __init__(self) -> None:
        self.number = 0

    async def __aenter__(self) -> Tellers:
        self.bus = await connect("test")
        await ensure_stream(self.bus.jetstream())
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bus.close()

    async def tell(self, subject: str = "case:1", **payload: Any) -> None:
        self.number += 1
        body = {
            "id": self.number,
            "name": "cases.CaseMoved",
            "subject": subject,
            "seq": 1,
            "actor_id": 5,
            "at": "2026-03-02T04:00:00+00:00",
            "place": None,
            "payload": payload,
        }
        text = json.dumps(body).encode()
        headers = {"Nats-Msg-Id": uuid.uuid4().hex}
        await self.bus.jetstream().publish(
            bus_subject(body["name"], subject), text, headers=headers
        )


class Browser:
    """A browser on the ASGI application. `slow` never takes what is written to it."""

    def __init__(self, push: Push, path: str, *, slow: bool = False, **headers: str) -> None:
        path, _, query = path.partition("?")
        self.scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": query.encode(),
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
        }
        self.push, self.slow = push, slow
        self.status, self.text = 0, ""
        self.gone = asyncio.Event()
        self.task = asyncio.create_task(push(self.scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        if self.slow and self.text:
            await asyncio.sleep(3600)
        self.text += message["body"].decode()

    def events(self, kind: str = "fact") -> list[dict[str, Any]]:
        found = []
        for block in self.text.split("\n\n"):
            lines = block.split("\n")
            if f"event: {kind}" in lines:
                found += [json.loads(line[6:]) for line in lines if line.startswith("data: ")]
        return found

    async def until(self, condition: Callable[[], Any], seconds: float = 10) -> Any:
        end = time.monotonic() + seconds
        while not (answer := condition()):
            assert time.monotonic() < end, f"it did not happen in time: {self.text}"
            await asyncio.sleep(0.01)
        return answer

    async def close(self) -> None:
        self.gone.set()
        await asyncio.wait_for(self.task, 5)
