"""The key ring: which keys seal personal data, and which open what older keys sealed.

A ring is `{"current": "k1", "keys": {"k1": …}, "index": …, "index_hash": "sha256"|"sm3",
"index_current": "i1", "indexes": {"i1": …}}` with 256-bit keys in base64. `indexes` are those of
the blind index; a ring of before has only `index`, which is then `i1` too and stays the key of
anchors and signed addresses. It comes from CHENGMAI_KEYS (the JSON itself, or a path to it) or lies in
`var/keys.json` with mode 600, made once by `chengmai up`. Losing it loses the data it sealed.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
import time
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_KEY_BYTES = 32
_LOOK_SECONDS = 1.0
INDEX_HASHES = ("sha256", "sm3")


class KeyRingProblem(RuntimeError):
    """The key ring is missing or broken; the text is one line that says what to do."""


@dataclass(frozen=True, repr=False)
class KeyRing:
    """Sealing keys by id, the id that seals now; keys of the blind index, and the one that counts;
    and the key of anchors and addresses (`index`)."""

    current: str
    keys: dict[str, bytes]
    index: bytes
    index_hash: str = "sha256"
    index_current: str = "i1"
    indexes: dict[str, bytes] = field(default_factory=dict)

    def text(self) -> str:
        """The ring as JSON; keep it secret."""
        return json.dumps(
            {
                "current": self.current,
                "keys": {name: _base64(key) for name, key in self.keys.items()},
                "index": _base64(self.index),
                "index_hash": self.index_hash,
                "index_current": self.index_current,
                "indexes": {name: _base64(key) for name, key in self.indexes.items()},
            },
            indent=1,
        )

    def rotated(self) -> KeyRing:
        """The same ring with a fresh current key; the old keys still open."""
        name = _next_name("k", self.keys)
        fresh = {**self.keys, name: secrets.token_bytes(_KEY_BYTES)}
        return replace(self, current=name, keys=fresh)

    def with_another_index(self) -> tuple[str, KeyRing]:
        """A fresh key of the blind index beside the others, looked for but not written yet."""
        name = _next_name("i", self.indexes)
        return name, replace(self, indexes={**self.indexes, name: secrets.token_bytes(_KEY_BYTES)})


@dataclass
class _Read:
    """The ring as this process read it, and what its file looked like then."""

    ring: KeyRing | None = None
    mark: object = None
    looked_at: float = 0.0


_read = _Read()


def new_key_ring(index_hash: str = "sha256") -> KeyRing:
    """A ring with one fresh key."""
    fresh, index = secrets.token_bytes(_KEY_BYTES), secrets.token_bytes(_KEY_BYTES)
    return KeyRing("k1", {"k1": fresh}, index, index_hash, "i1", {"i1": index})


def make_key_ring(path: Path) -> bool:
    """Make the ring at this path unless it is there, readable by its owner only; whether made.

    The blind index uses HMAC-SM3 where the city chose the national suite (CHENGMAI_CIPHER=sm4).
    """
    if path.exists():
        return False
    national = os.environ.get("CHENGMAI_CIPHER") == "sm4"
    _write(path, new_key_ring("sm3" if national else "sha256"), fresh=True)
    return True


def rotate_key_ring(path: Path) -> str:
    """Add a fresh current key to the ring at this path; its id. Every process seals with it within
    a second, and one that meets the new id earlier reads the ring at once."""
    ring = parse_key_ring(path.read_text()).rotated()
    _write(path, ring, fresh=False)
    return ring.current


def add_index_key(path: Path) -> str:
    """Put a fresh key of the blind index on the ring at this path; its id. Every process looks for
    it within a second; `use_index_key` makes it the one that is written."""
    name, ring = parse_key_ring(path.read_text()).with_another_index()
    _write(path, ring, fresh=False)
    return name


def use_index_key(path: Path, name: str) -> None:
    """Write blind indexes with this key from now on. Raises KeyRingProblem for one not there."""
    ring = parse_key_ring(path.read_text())
    if name not in ring.indexes:
        raise KeyRingProblem(f"The index key {name!r} is not on the ring.")
    _write(path, replace(ring, index_current=name), fresh=False)


def retire_index_key(path: Path, name: str) -> None:
    """Take a key of the blind index off the ring; what it indexed is never found again. Raises
    KeyRingProblem for the current one and for one that is not there."""
    ring = parse_key_ring(path.read_text())
    if name not in ring.indexes or name == ring.index_current:
        raise KeyRingProblem(f"The index key {name!r} is the current one or is not on the ring.")
    kept = {key: value for key, value in ring.indexes.items() if key != name}
    _write(path, replace(ring, indexes=kept), fresh=False)


def retire_key(path: Path, name: str) -> None:
    """Take a key off the ring; what it sealed never opens again. Raises KeyRingProblem for the
    current key and for one that is not there. Ask `resealing.count_by_key` first."""
    ring = parse_key_ring(path.read_text())
    if name not in ring.keys or name == ring.current:
        raise KeyRingProblem(f"The key {name!r} is the current one or is not on the ring.")
    kept = {key: value for key, value in ring.keys.items() if key != name}
    _write(path, replace(ring, keys=kept), fresh=False)


def parse_key_ring(text: str) -> KeyRing:
    """The ring written in this JSON. Raises KeyRingProblem without quoting any of it."""
    try:
        body = json.loads(text)
        keys = {str(name): base64.b64decode(key) for name, key in body["keys"].items()}
        index = base64.b64decode(body["index"])
        current, index_hash = str(body["current"]), str(body.get("index_hash", "sha256"))
        given = body.get("indexes") or {"i1": body["index"]}
        indexes = {str(name): base64.b64decode(key) for name, key in given.items()}
        index_current = str(body.get("index_current", "i1"))
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise KeyRingProblem("The key ring is not readable: restore it from a backup.") from None
    every = (*keys.values(), *indexes.values(), index)
    wrong_size = any(len(key) != _KEY_BYTES for key in every)
    wrong_name = any(not name.isalnum() for name in (*keys, *indexes))
    if (
        current not in keys
        or index_current not in indexes
        or wrong_size
        or wrong_name
        or index_hash not in INDEX_HASHES
    ):
        raise KeyRingProblem("The key ring is not complete: restore it from a backup.")
    return KeyRing(current, keys, index, index_hash, index_current, indexes)


def key_ring() -> KeyRing:
    """The ring of this process. A ring in a file is read again within a second of its change, so
    that a rotation needs no restart. Raises KeyRingProblem."""
    now = time.monotonic()
    if _read.ring is not None and now - _read.looked_at < _LOOK_SECONDS:
        return _read.ring
    given = os.environ.get("CHENGMAI_KEYS", "").strip()
    if given.startswith("{"):
        mark: object = given
    else:
        mark = _mark_of(ring_path())
    if _read.ring is None or mark != _read.mark:
        _read.ring = parse_key_ring(given if isinstance(mark, str) else ring_path().read_text())
        _read.mark = mark
    _read.looked_at = now
    return _read.ring


def ring_path() -> Path:
    """Where the ring's file lies: CHENGMAI_KEYS, else `keys.json` in the city's folder."""
    given = os.environ.get("CHENGMAI_KEYS", "").strip()
    return Path(given) if given and not given.startswith("{") else Path(settings.VAR) / "keys.json"


def read_ring_again() -> None:
    """Forget the ring of this process; the next use reads it."""
    _read.ring = None


def _mark_of(path: Path) -> tuple[int, int, int]:
    """What changes when the file does; where it is gone, a ring that was read stays in use."""
    try:
        found = path.stat()
    except OSError:
        if _read.ring is not None and isinstance(_read.mark, tuple):
            return _read.mark
        raise KeyRingProblem(
            f"No key ring at {path}: run `chengmai up`, restore it, or set CHENGMAI_KEYS."
        ) from None
    return (found.st_ino, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=64)
def derived_key(key: bytes, purpose: str, length: int) -> bytes:
    """A key for one purpose, so that no two ciphers ever share one (HKDF-SHA256)."""
    return HKDF(SHA256(), length, salt=None, info=f"chengmai {purpose}".encode()).derive(key)


def _write(path: Path, ring: KeyRing, *, fresh: bool) -> None:
    """Write beside and rename, so that a reader never sees half a ring."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(ring.text())
        file.flush()
        os.fsync(file.fileno())
    if not fresh:
        draft.replace(path)
        return
    try:
        os.link(draft, path)  # fails where another process made one meanwhile: theirs stays
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _next_name(letter: str, known: dict[str, bytes]) -> str:
    numbers = [int(name[1:]) for name in known if name[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _base64(key: bytes) -> str:
    return base64.b64encode(key).decode()
