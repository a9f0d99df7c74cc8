"""One supervisor per `var/`: a lock that dies with its holder, so a stale one is recognised."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from chengmai.main.ground.layout import Layout
from chengmai.main.ground.trouble import Trouble


@contextmanager
def held(layout: Layout) -> Iterator[str | None]:
    """Hold the lock of this `var/`; yields the id of a previous holder that died without release.

    The kernel drops the lock with its process, so a file left by `kill -9` never blocks a start.
    Raises Trouble when another supervisor is alive.
    """
    fd = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(fd, 20, 0).decode().strip() or "?"
            raise Trouble(
                f"Chengmai already runs from {layout.var} (process {holder}).",
                f"Use it as it is, or stop it first: kill {holder}",
            ) from None
        previous = os.pread(fd, 20, 0).decode().strip() or None
        os.ftruncate(fd, 0)
        os.pwrite(fd, f"{os.getpid()}\n".encode(), 0)
        try:
            yield previous
        finally:
            os.ftruncate(fd, 0)
    finally:
        os.close(fd)
