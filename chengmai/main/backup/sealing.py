"""How a file of a backup is written: compressed, and sealed where there is a passphrase.

A sealed file is `CMS1`, seven random bytes, then pieces of a mebibyte, each AES-256-GCM with a
counter and a mark of the last one in its nonce, so that pieces can neither be swapped nor cut off.
The file's name is bound to it. The key comes from the passphrase by scrypt.
"""

from __future__ import annotations

import base64
import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from chengmai.main.ground.trouble import Trouble

MAGIC = b"CMS1"
PIECE = 1024 * 1024
TAG = 16
CHECK = b"chengmai backup"


@dataclass(frozen=True, repr=False)
class Seal:
    """The key of one place, made from its passphrase."""

    key: bytes

    def file_key(self, prefix: bytes) -> AESGCM:
        """A key for one file."""
        return AESGCM(HKDF(SHA256(), 32, salt=prefix, info=b"chengmai backup").derive(self.key))


def passphrase_here() -> str | None:
    """The passphrase that the environment gives, or None."""
    path = os.environ.get("CHENGMAI_BACKUP_PASSPHRASE_FILE")
    if path:
        try:
            return Path(path).read_text().strip() or None
        except OSError as problem:
            raise Trouble(
                f"The passphrase in {path} cannot be read ({problem.strerror}).",
                "Mend CHENGMAI_BACKUP_PASSPHRASE_FILE.",
            ) from None
    return os.environ.get("CHENGMAI_BACKUP_PASSPHRASE") or None


def new_lock(passphrase: str) -> tuple[Seal, dict[str, str]]:
    """A seal with fresh salt, and what must be kept beside the backups to make it again."""
    salt = os.urandom(16)
    seal = Seal(_key_from(passphrase, salt))
    check = b"".join(sealed([CHECK], seal, "check"))
    return seal, {
        "salt": base64.b64encode(salt).decode(),
        "check": base64.b64encode(check).decode(),
    }


def unlocked(passphrase: str, lock: dict[str, str]) -> Seal | None:
    """The seal of a place, or None where the passphrase is not the one."""
    seal = Seal(_key_from(passphrase, base64.b64decode(lock["salt"])))
    try:
        return seal if b"".join(opened([base64.b64decode(lock["check"])], seal, "check")) else None
    except Broken:
        return None


class Broken(Exception):
    """The file was changed, cut off or put in another's place."""


def sealed(pieces: Iterable[bytes], seal: Seal | None, name: str) -> Iterator[bytes]:
    """These bytes sealed for this file name; as they are without a seal."""
    if seal is None:
        yield from pieces
        return
    prefix = os.urandom(7)
    cipher = seal.file_key(prefix)
    yield MAGIC + prefix
    number, waiting = 0, b""
    for piece in _even(pieces, PIECE):
        if waiting:
            yield cipher.encrypt(_nonce(prefix, number, last=False), waiting, name.encode())
            number += 1
        waiting = piece
    yield cipher.encrypt(_nonce(prefix, number, last=True), waiting, name.encode())


def opened(pieces: Iterable[bytes], seal: Seal | None, name: str) -> Iterator[bytes]:
    """What was sealed for this file name. Raises Broken, never gives a changed byte."""
    if seal is None:
        yield from pieces
        return
    source = _Reader(pieces)
    head = source.take(len(MAGIC) + 7)
    if head[: len(MAGIC)] != MAGIC:
        raise Broken(name)
    prefix = head[len(MAGIC) :]
    cipher = seal.file_key(prefix)
    number, piece = 0, source.take(PIECE + TAG)
    while True:
        following = source.take(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(prefix, number, last=not following), piece, name.encode())
        except InvalidTag:
            raise Broken(name) from None
        if not following:
            return
        number, piece = number + 1, following


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compressed in the format of gzip, at its quickest."""
    squeeze = zlib.compressobj(1, zlib.DEFLATED, 31)
    for piece in pieces:
        if out := squeeze.compress(piece):
            yield out
    yield squeeze.flush()


def unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed. Raises Broken where the check at the end fails or is missing."""
    grow = zlib.decompressobj(31)
    try:
        for piece in pieces:
            if out := grow.decompress(piece):
                yield out
        yield grow.flush()
    except zlib.error:
        raise Broken("compressed data") from None
    if not grow.eof:
        raise Broken("compressed data")


class Digest:
    """Counts and hashes what passes."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self.bytes = 0

    def over(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same bytes."""
        for piece in pieces:
            self._hash.update(piece)
            self.bytes += len(piece)
            yield piece

    def hex(self) -> str:
        """SHA-256 of what has passed."""
        return self._hash.hexdigest()


class _Reader:
    """Takes pieces of a wanted size from pieces of any size."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._kept = bytearray()

    def take(self, size: int) -> bytes:
        while len(self._kept) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._kept += piece
        taken = bytes(self._kept[:size])
        del self._kept[:size]
        return taken


def _even(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    reader = _Reader(pieces)
    while piece := reader.take(size):
        yield piece


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + (b"\1" if last else b"\0")


def _key_from(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
