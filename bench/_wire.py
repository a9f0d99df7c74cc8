"""A small keep-alive HTTP client: cheap enough not to be what is measured."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tally:
    """What one kind of request took."""

    name: str
    seconds: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    failures: dict[str, int] = field(default_factory=dict)
    began: float = 0.0
    ended: float = 0.0
    cpu: dict[str, float] = field(default_factory=dict)  # milliseconds a request

    def rate(self) -> float:
        """Requests a second."""
        span = self.ended - self.began
        return len(self.seconds) / span if span > 0 else 0.0

    def percentile(self, share: float) -> float:
        """Milliseconds."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 if ordered else 0.0


class Connection:
    """One connection to the web process; requests one after the other."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.reader = asyncio.StreamReader()
        self.writer: asyncio.StreamWriter | None = None

    async def request(
        self,
        method: str,
        path: str,
        *,
        token: str,
        body: bytes = b"",
        content_type: str = "application/json",
        tally: Tally | None = None,
    ) -> tuple[int, bytes]:
        """Status and body. The tally gets the time and the number of SQL statements."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: chengmai_session={token}\r\n"
            f"X-Chengmai-Client: bench\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        began = time.perf_counter()
        self.writer.write(head.encode() + body)
        status, headers, answer = await self._read()
        if tally is not None:
            tally.seconds.append(time.perf_counter() - began)
            counted = headers.get("x-sql-statements")
            if counted is not None:
                tally.statements.append(int(counted))
            if status >= 400:
                code = f"{status} {answer[:300].decode(errors='replace')}"
                tally.failures[code] = tally.failures.get(code, 0) + 1
        return status, answer

    async def _read(self) -> tuple[int, dict[str, str], bytes]:
        head = await self.reader.readuntil(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        status = int(lines[0].split(" ", 2)[1])
        if headers.get("transfer-encoding") == "chunked":
            return status, headers, await self._chunks()
        return status, headers, await self.reader.readexactly(int(headers.get("content-length", 0)))

    async def _chunks(self) -> bytes:
        parts = []
        while size := int((await self.reader.readline()).strip() or b"0", 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readline()
        await self.reader.readline()
        return b"".join(parts)

    async def post(self, path: str, token: str, body: Any, tally: Tally) -> Any:
        """A JSON post; the JSON answer."""
        data = json.dumps(body).encode()
        status, answer = await self.request("POST", path, token=token, body=data, tally=tally)
        return json.loads(answer) if status < 300 else None

    def close(self) -> None:
        """Hang up."""
        if self.writer is not None:
            self.writer.close()


def multipart(photo: bytes) -> tuple[bytes, str]:
    """One photo as a form, and its content type."""
    line = "bench-boundary-7f3a"
    head = (
        f'--{line}\r\nContent-Disposition: form-data; name="file"; filename="photo.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    return (
        head.encode() + photo + f"\r\n--{line}--\r\n".encode(),
        f"multipart/form-data; boundary={line}",
    )
