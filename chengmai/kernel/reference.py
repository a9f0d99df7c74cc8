"""Reference data kept in memory for a few seconds, so that hot paths ask the database rarely."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")

_kept: dict[str, tuple[float, float, Any]] = {}  # when, for what share of its time, value
_lock = threading.Lock()


def cached(name: str, loader: Callable[[], T], seconds: float = 5) -> T:
    """What `loader` gave within the last `seconds`, or what it gives now.

    Each is kept for half to all of that time, by chance, so that what was loaded together is not
    asked anew by one and the same request. Other processes see a change of the data at the latest after `seconds`; the process that
    changes it calls `forget`. What is kept must not be changed by its readers. A loader that
    fails keeps nothing.
    """
    found = _kept.get(name)
    now = time.monotonic()
    if found is not None and now - found[0] < seconds * found[1]:
        return cast(T, found[2])
    value = loader()
    with _lock:
        _kept[name] = (now, random.uniform(0.5, 1), value)  # noqa: S311
    return value


def kept(name: str, seconds: float = 5) -> Any:
    """What `cached` would give without loading; None where it would load."""
    found = _kept.get(name)
    if found is not None and time.monotonic() - found[0] < seconds * found[1]:
        return found[2]
    return None


def forget(name: str | None = None) -> None:
    """Ask anew next time: one name, every name that begins with it and a colon, or everything."""
    with _lock:
        for kept in list(_kept):
            if name is None or kept == name or kept.startswith(f"{name}:"):
                del _kept[kept]
