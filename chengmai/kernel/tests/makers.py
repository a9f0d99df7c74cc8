"""Makers with honest defaults."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from chengmai.kernel.tests.facts_told import LampLit

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def new_lamp() -> str:
    """A lamp that no other test knows: the ledger keeps what was told in earlier tests."""
    return uuid.uuid4().hex[:12]


def make_fact(lamp: str, **values: Any) -> LampLit:
    return LampLit(**{"at": NOON, "lamp": lamp, **values})
