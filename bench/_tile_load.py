"""Asking for tiles: each once over a few connections, or again and again for some seconds."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 16


@dataclass(frozen=True)
class Run:
    """Tiles a second, the 95th percentile in milliseconds, and the largest tile in bytes."""

    rate: float
    p95: float
    largest: int = 0
    failed: int = 0

    def __str__(self) -> str:
        size = f", ≤ {self.largest / 1000:.1f} kB" if self.largest else ""
        wrong = f", {self.failed} FAILED" if self.failed else ""
        return f"{self.rate:,.0f}/s, p95 {self.p95:.1f} ms{size}{wrong}"


@dataclass(frozen=True)
class Load:
    """Where to ask, and with which cookie."""

    base: str
    cookie: str

    def headers(self) -> str:
        """What each request carries."""
        cookie = f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        return f"Host: localhost\r\nAccept-Encoding: gzip\r\n{cookie}"

    def wait(self, path: str, log: Path) -> None:
        """Until the address answers, at most a minute."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.base + path, timeout=2):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.2)
        raise SystemExit(f"{self.base} did not answer; see {log}")

    @staticmethod
    def wrk() -> str | None:
        """Where wrk is, if it is."""
        return shutil.which("wrk")


def sweep(load: Load, paths: list[str], connections: int = CONNECTIONS) -> Run:
    """Ask for each path once."""
    return asyncio.run(_sweep(load, paths, connections))


async def _sweep(load: Load, paths: list[str], connections: int) -> Run:
    left = list(reversed(paths))
    seconds: list[float] = []
    sizes: list[int] = []
    failed = 0

    async def one() -> None:
        nonlocal failed
        where = urlsplit(load.base)
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        while left:
            path = left.pop()
            began = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\n{load.headers()}\r\n".encode())
            status, size = await _answer(reader)
            seconds.append(time.perf_counter() - began)
            sizes.append(size)
            failed += status >= 400
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(connections)))
    span = time.perf_counter() - began
    p95 = sorted(seconds)[int(0.95 * len(seconds))] * 1000
    return Run(len(seconds) / span, p95, max(sizes), failed)


async def _answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    if "transfer-encoding: chunked" in head:
        total = 0
        while size := int((await reader.readline()).strip() or b"0", 16):
            total += len(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
        return status, total
    length = re.search(r"content-length: (\d+)", head)
    size = int(length[1]) if length and status not in (204, 304) else 0
    await reader.readexactly(size)
    return status, size


def hammer(load: Load, paths: list[str], seconds: float) -> Run:
    """Ask for the paths in turn for so many seconds."""
    if Load.wrk():
        return _by_wrk(load, paths, seconds)
    rounds, began = [], time.monotonic()
    while time.monotonic() - began < seconds:
        rounds.append(sweep(load, paths))
    return Run(sum(r.rate for r in rounds) / len(rounds), max(r.p95 for r in rounds))


def _by_wrk(load: Load, paths: list[str], seconds: float) -> Run:
    listed = ",".join(f'"{path}"' for path in paths)
    cookie = f'["Cookie"]="{load.cookie}",' if load.cookie else ""
    script = f"""
local paths = {{{listed}}}
local n = 0
local headers = {{{cookie} ["Accept-Encoding"]="gzip", ["Host"]="localhost"}}
request = function()
  n = n % #paths + 1
  return wrk.format("GET", paths[n], headers)
end
done = function(summary, latency, requests)
  io.write(string.format("p95 %.3f failed %d (status %d, read %d, connect %d, timeout %d)\\n",
    latency:percentile(95) / 1000,
    summary.errors.status + summary.errors.read + summary.errors.connect + summary.errors.timeout,
    summary.errors.status, summary.errors.read, summary.errors.connect, summary.errors.timeout))
end
"""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(
            [
                str(Load.wrk()),
                "-t1",
                f"-c{CONNECTIONS}",
                f"-d{seconds:g}s",
                "-s",
                file.name,
                load.base,
            ],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    rate = re.search(r"Requests/sec:\s*([\d.]+)", done)
    tail = re.search(r"p95 ([\d.]+) failed (\d+)", done)
    if rate is None or tail is None:
        raise SystemExit(f"wrk said something else:\n{done}")
    return Run(float(rate[1]), float(tail[1]), 0, int(tail[2]))
