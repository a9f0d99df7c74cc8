"""The whole platform as `chengmai up` starts it, with a small demo city, for the journeys."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "journeys"
READY_WITHIN = 240  # seconds; a machine that builds the web first needs most of it
SMALL = {"CHENGMAI_DEMO_CASES": "240", "CHENGMAI_DEMO_COMPONENTS": "6000"}
# Journeys bring servers of their own, whatever the shell that started them points at.
NOT_OURS = ("DATABASE_URL", "NATS_URL", "CHENGMAI_KEYS", "CHENGMAI_SITE", "CHENGMAI_SECRET")


class CityDidNotStart(Exception):
    """`chengmai up` ended or was too slow; the message is what it said."""


@contextmanager
def running_city() -> Iterator[str]:
    """A city that lives as long as the block; yields its address without a slash at the end.

    CHENGMAI_JOURNEYS_AT names a city that runs already, for work on the journeys themselves.
    """
    given = os.environ.get("CHENGMAI_JOURNEYS_AT")
    if given:
        yield given.rstrip("/")
        return
    with _started("city") as (address, _):
        yield address


@contextmanager
def empty_city() -> Iterator[tuple[str, str]]:
    """A real city before its first day: its address, and the first administrator's password.

    CHENGMAI_JOURNEYS_EMPTY names one that runs already, as `ADDRESS PASSWORD`.
    """
    if given := os.environ.get("CHENGMAI_JOURNEYS_EMPTY"):
        address, password = given.split()
        yield address.rstrip("/"), password
        return
    with _started("empty", "--no-demo") as (address, said):
        found = re.search(r"First administrators?: admin, password (\S+)", said.read_text())
        if found is None:
            raise CityDidNotStart("The first administrator's password was not said.")
        yield address, found[1]


@contextmanager
def _started(name: str, *words: str) -> Iterator[tuple[str, Path]]:
    """`chengmai up` with these words: its address, and the file that holds what it said."""
    var = KEPT / f"{name}-{os.getpid()}"
    var.mkdir(parents=True)
    port = free_port(18400)
    log = KEPT / f"{name}.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "chengmai.main.cli", "up", *words],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=_environment(var, port),
            start_new_session=True,
        )
    address = f"http://localhost:{port}"
    try:
        _wait_until_ready(process, address, log)
        yield address, log
    finally:
        _stop(process)
        shutil.copytree(var / "log", KEPT / "log", dirs_exist_ok=True)
        shutil.rmtree(var, ignore_errors=True)


def free_port(start: int) -> int:
    """The first port from `start` that nothing listens on; below the ephemeral range."""
    for port in range(start, 32768):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise CityDidNotStart("There is no free port.")


def _environment(var: Path, port: int) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return {**SMALL, **ours, "CHENGMAI_VAR": str(var), "CHENGMAI_PORT": str(port)}


def _wait_until_ready(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    last = time.monotonic() + READY_WITHIN
    while time.monotonic() < last:
        if process.poll() is not None:
            raise CityDidNotStart(log.read_text()[-3000:])
        if "Ready in" in log.read_text() and answers(f"{address}/healthz"):
            return
        time.sleep(0.3)
    raise CityDidNotStart(f"Not ready within {READY_WITHIN} s.\n{log.read_text()[-3000:]}")


def answers(url: str) -> bool:
    """Whether this address of the city answers with 200."""
    with suppress(urllib.error.URLError, OSError), urllib.request.urlopen(url, timeout=2) as got:  # noqa: S310
        return bool(got.status == 200)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=40)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
