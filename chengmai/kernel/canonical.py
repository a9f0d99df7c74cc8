"""One spelling for every fact, and the hash that chains it to the fact before it.

Importing this module loads no framework.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes

_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)
START = b""  # what the first fact of a subject chains to


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One ledger row as written and as read; `id` is 0 before the database has given one."""

    subject: str
    seq: int
    name: str
    actor_id: int | None
    at: datetime
    place: tuple[float, float] | None
    payload: dict[str, Any]
    algorithm: str
    prev_hash: bytes
    hash: bytes
    id: int = 0


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces, and numbers as PostgreSQL's jsonb gives them back.

    Raises ValueError for NaN and infinity, TypeError for what is not JSON.
    """
    text = _CANONICAL.encode(value)
    if "e+" in text or "-0.0" in text:
        value = json.loads(text, parse_float=_steady)
        text = _CANONICAL.encode(value)
    return text


def _steady(digits: str) -> float | int:
    """jsonb writes 1e+22 as a whole number and knows no negative zero."""
    number = float(digits) + 0.0
    return int(number) if "e+" in digits else number


def _sm3(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def _sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


ALGORITHMS: dict[str, Callable[[bytes], bytes]] = {"sm3": _sm3, "sha256": _sha256}


def digest_of(
    *,
    subject: str,
    seq: int,
    name: str,
    actor_id: int | None,
    at: datetime,
    place: tuple[float, float] | None,
    payload_text: str,
    algorithm: str,
    prev_hash: bytes,
) -> bytes:
    """The hash of a row: over its canonical JSON, in which the hash before it is one field."""
    head = json.dumps(
        [prev_hash.hex(), algorithm, subject, seq, name, actor_id, instant(at), place],
        ensure_ascii=False,
    )
    return ALGORITHMS[algorithm](f"{head}{payload_text}".encode())


def instant(at: datetime) -> str:
    """A moment in UTC to the microsecond. Raises ValueError for a naive time."""
    if at.tzinfo is None:
        raise ValueError("A fact needs an aware time")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
