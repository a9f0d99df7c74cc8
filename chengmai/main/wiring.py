"""What the processes must have imported: every domain's facts and its answers to facts."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

DOMAINS = ("identity", "city", "cases", "citizen")


def load_reactions() -> None:
    """Import `events` and `reactions` of every domain that has them, so that `REACTIONS` is whole."""
    for domain in DOMAINS:
        for part in ("events", "reactions"):
            name = f"chengmai.{domain}.{part}"
            if find_spec(name) is not None:
                import_module(name)
