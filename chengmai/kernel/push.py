"""Live push: server-sent events as a plain ASGI application, a process of its own.

`/live` for staff (session cookie), `/live/citizen?tracking=NO` for whoever has the number. Who
somebody is and what they may hear is given by callables, since the kernel knows nobody. Events:
`hello`, `fact`, `resync` (reload what you show), `goodbye` (the session ended). Heartbeats carry
the newest event id, so a quiet screen also resumes where it was.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar
from urllib.parse import parse_qs

from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone

from chengmai.kernel.push_hub import Heard, Hub, Screen, frame_of

log = logging.getLogger("chengmai.push")

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
T = TypeVar("T")

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


@dataclass
class Push:
    """The application. `authenticate(token, at, visiting)` gives a viewer or None; `visiting` is
    False for the re-checks of an open screen, which must not keep a session awake.
    `unsettles(viewer, fact)` names the facts at which a screen asks at once, and not at the next
    re-check, who is before it: the end of a session, another right."""

    authenticate: Callable[[str, datetime, bool], Any]
    may_hear: Callable[[Any, dict[str, Any]], bool]
    citizen_subject: Callable[[str], str | None]
    unsettles: Callable[[Any, dict[str, Any]], bool] = lambda _viewer, _fact: False
    cookie: str = "chengmai_session"
    heartbeat_seconds: float = 15
    recheck_seconds: float = 30
    write_seconds: float = 20
    most_screens: int = 5000
    most_citizens: int = 3000  # so that strangers never take the seats of the desk
    most_of_one: int = 200  # of one address of citizens, or of one member of staff
    hub: Hub = field(default_factory=Hub)

    def __post_init__(self) -> None:
        self.threads = ThreadPoolExecutor(2, thread_name_prefix="push")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await self.hub.ready(0)
                await send({"type": "lifespan.startup.complete"})
            else:
                await self.hub.close()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, hub = scope["path"].rstrip("/"), self.hub
        if path not in ("/live", "/live/citizen"):
            return await _problem(send, 404, "kernel.not_found", "There is nothing here.")
        if scope["method"] != "GET":
            return await _problem(send, 405, "kernel.method_not_allowed", "Only GET is taken here.")
        if len(hub.screens) >= self.most_screens:
            return await _too_many(send)
        await hub.ready()
        if path == "/live":
            await self._staff(scope, receive, send)
        else:
            await self._citizen(scope, receive, send)

    async def _staff(self, scope: Scope, receive: Receive, send: Send) -> None:
        token = _cookie(scope, self.cookie)
        viewer = await self._ask(self.authenticate, token, timezone.now(), True) if token else None
        if viewer is None:
            return await _problem(send, 401, "identity.session_expired", "Please sign in again.")
        asker = f"staff {getattr(viewer, 'id', None)}"
        if self._has_many(asker):
            return await _too_many(send)
        seat = _Seat(viewer)

        def wants(fact: dict[str, Any]) -> bool:
            if seat.viewer is None:
                return False
            if self.unsettles(seat.viewer, fact):
                screen.ask_again()
            return self.may_hear(seat.viewer, fact)

        screen = Screen("staff", wants, lambda heard: heard.frame, asker)

        async def still_there() -> bool:
            try:
                seat.viewer = await self._ask(self.authenticate, token, timezone.now(), False)
            except DatabaseError:
                return True  # the database is away; the session is judged when it is back
            return seat.viewer is not None

        await self._stream(screen, scope, receive, send, still_there)

    async def _citizen(self, scope: Scope, receive: Receive, send: Send) -> None:
        asker = f"citizen {_network(scope)}"
        citizens = sum(screen.kind == "citizen" for screen in self.hub.screens)
        if citizens >= self.most_citizens or self._has_many(asker):
            return await _too_many(send)
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("tracking", [""])[0]
        subject = await self._ask(self.citizen_subject, asked) if asked else None
        if subject is None:
            return await _problem(send, 404, "kernel.not_found", "There is nothing here.")
        screen = Screen("citizen", lambda fact: fact["subject"] == subject, _for_citizen, asker)
        await self._stream(screen, scope, receive, send, _always)

    def _has_many(self, asker: str) -> bool:
        return sum(one.asker == asker for one in self.hub.screens) >= self.most_of_one

    async def _stream(
        self,
        screen: Screen,
        scope: Scope,
        receive: Receive,
        send: Send,
        still_there: Callable[[], Awaitable[bool]],
    ) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        self.hub.join(screen, _last_event_id(scope))
        writer = asyncio.create_task(self._write(screen, send, still_there))
        gone = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({writer, gone}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.hub.leave(screen)
            for task in (writer, gone):
                task.cancel()
            await asyncio.gather(writer, gone, return_exceptions=True)
            with contextlib.suppress(Exception):
                async with asyncio.timeout(1):
                    await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _write(
        self, screen: Screen, send: Send, still_there: Callable[[], Awaitable[bool]]
    ) -> None:
        check_at = time.monotonic() + self.recheck_seconds
        while True:
            body = await self._next(screen)
            if body is None:
                return
            if time.monotonic() >= check_at or screen.unsettled:
                screen.unsettled = False
                check_at = time.monotonic() + self.recheck_seconds
                if not await still_there():
                    body = frame_of("goodbye", {"code": "identity.session_expired"})
            try:
                async with asyncio.timeout(self.write_seconds):
                    await send({"type": "http.response.body", "body": body, "more_body": True})
            except TimeoutError:
                screen.drop()
                return
            if body.startswith(b"event: goodbye"):
                return

    async def _next(self, screen: Screen) -> bytes | None:
        """Everything that waits, as one piece; a heartbeat when nothing comes; None to hang up."""
        try:
            async with asyncio.timeout(min(self.heartbeat_seconds, self.recheck_seconds)):
                frames = [await screen.queue.get()]
        except TimeoutError:
            return f": beat\nid: {self.hub.last}\n\n".encode()
        while not screen.queue.empty():
            frames.append(screen.queue.get_nowait())
        if screen.dropped or None in frames:
            return None
        return b"".join(frame for frame in frames if frame is not None)

    async def _ask(self, question: Callable[..., T], *words: Any) -> T:
        """Ask the database in a thread, so that the event loop never waits for it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, _asked, question, *words)


@dataclass
class _Seat:
    """Who sits before the screen; the re-check may find other duties, or nobody."""

    viewer: Any


def _asked(question: Callable[..., T], *words: Any) -> T:
    try:
        return question(*words)
    except DatabaseError:
        connection.close()
        raise


async def _always() -> bool:
    return True


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _for_citizen(heard: Heard) -> bytes:
    """What somebody with a tracking number may know: that something happened, when, and to where."""
    fact = heard.fact
    stage = fact["payload"].get("target")
    return frame_of("fact", {"name": fact["name"], "at": fact["at"], "stage": stage}, heard.number)


def _header(scope: Scope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key.lower() == name:
            return str(value.decode("latin-1"))
    return ""


def _cookie(scope: Scope, name: str) -> str:
    try:
        found = SimpleCookie(_header(scope, b"cookie")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _last_event_id(scope: Scope) -> str:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return _header(scope, b"last-event-id") or asked.get("last_event_id", [""])[0]


def _network(scope: Scope) -> str:
    """The peer, or what our own gateway on this machine says of it; of IPv6 its /64."""
    peer = str((scope.get("client") or ("",))[0])
    if peer in ("", "127.0.0.1", "::1"):
        peer = _header(scope, b"x-forwarded-for").rsplit(",", 1)[-1].strip() or peer
    return ":".join(peer.split(":")[:4]) if ":" in peer else peer


async def _too_many(send: Send) -> None:
    await _problem(send, 503, "kernel.too_many_screens", "Too many live screens.")


async def _problem(send: Send, status: int, code: str, detail: str) -> None:
    body = {"type": f"urn:chengmai:problem:{code}", "status": status, "code": code}
    text = json.dumps(body | {"detail": detail, "facts": {}}).encode()
    headers = [(b"content-type", b"application/problem+json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text, "more_body": False})
