"""Sealing personal data at rest, and finding it without opening it (domain reference 7.5, P9).

A sealed value is `1.<cipher>.<key id>.<base64url>`: authenticated encryption, AES-256-GCM (`a`)
by default or SM4-GCM (`s`) where CHENGMAI_CIPHER=sm4. The context, such as `contact.phone`, is
bound to it, so a sealed value moved into another column does not open. Both ciphers and every
key on the ring open at any time; the setting only chooses what seals next.
"""

from __future__ import annotations

import base64
import binascii
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from chengmai.kernel.keyring import (
    KeyRing,
    KeyRingProblem,
    derived_key,
    key_ring,
    make_key_ring,
    read_ring_again,
    rotate_key_ring,
)
from chengmai.kernel.masks import looks_like_phone, mask_name, mask_phone, normalised_phone

__all__ = [
    "KeyRingProblem",
    "SealBroken",
    "blind_index",
    "blind_indexes",
    "index_key_of",
    "is_current_index",
    "make_key_ring",
    "mask_name",
    "mask_phone",
    "normalised_phone",
    "open_sealed",
    "resealed",
    "rotate_key_ring",
    "seal",
    "sealed_with_current_key",
]

_NONCE = 12
_TAG = 16
_INDEX_SIGNS = 64  # as long as the columns that hold one


class SealBroken(RuntimeError):
    """A sealed value does not open: changed, moved to another context, or its key is gone."""


def seal(text: str, context: str) -> str:
    """Encrypt a text for one context. Every call gives another token."""
    ring = key_ring()
    cipher = "s" if os.environ.get("CHENGMAI_CIPHER") == "sm4" else "a"
    head = f"1.{cipher}.{ring.current}"
    nonce = os.urandom(_NONCE)
    bound = f"{head}|{context}".encode()
    key = ring.keys[ring.current]
    body = (_seal_sm4 if cipher == "s" else _seal_aes)(key, nonce, text.encode(), bound)
    return f"{head}.{base64.urlsafe_b64encode(nonce + body).decode()}"


def open_sealed(token: str, context: str) -> str:
    """The text that was sealed for this context. Raises SealBroken, never returns rubbish."""
    try:
        version, cipher, key_id, packed = token.split(".")
        body = base64.b64decode(packed.encode(), altchars=b"-_", validate=True)
        if base64.urlsafe_b64encode(body).decode() != packed:  # loose bits behind the last byte
            raise ValueError
        opener = {"a": _open_aes, "s": _open_sm4}[cipher]
    except (ValueError, KeyError, binascii.Error):
        raise SealBroken(f"This is not a sealed value ({context}).") from None
    if version != "1" or len(body) < _NONCE + _TAG:
        raise SealBroken(f"This is not a sealed value ({context}).")
    bound = f"{version}.{cipher}.{key_id}|{context}".encode()
    try:
        return opener(_key(key_id), body[:_NONCE], body[_NONCE:], bound).decode()
    except InvalidTag:
        raise SealBroken(f"A sealed value was changed or moved ({context}).") from None


def sealed_with_current_key(token: str) -> bool:
    """Whether the token needs no new sealing after a rotation."""
    return token.split(".")[2:3] == [key_ring().current]


def resealed(token: str, context: str) -> str:
    """The same text under the current key; the token itself where it already is."""
    return token if sealed_with_current_key(token) else seal(open_sealed(token, context), context)


def blind_index(text: str, context: str) -> str:
    """What equal values share and nobody without the key can compute: a keyed hash, 64 signs.

    Width, case and outer blanks do not matter; phone numbers are compared by their digits. The
    index of a later key than the ring's first names it: `i2.` and hex.
    """
    return _index_by(key_ring().index_current, text, context)


def blind_indexes(text: str, context: str) -> list[str]:
    """Under which indexes a value may stand now: the current one first, then those of keys from
    before a rotation (or to come) while they are on the ring."""
    ring = key_ring()
    others = [name for name in ring.indexes if name != ring.index_current]
    return [_index_by(name, text, context) for name in (ring.index_current, *others)]


def is_current_index(index: str) -> bool:
    """Whether an index needs no new computing after a rotation."""
    return index_key_of(index) == key_ring().index_current


def index_key_of(index: str) -> str:
    """The id of the key that an index was computed with."""
    return index.split(".")[0] if "." in index else "i1"


def _index_by(name: str, text: str, context: str) -> str:
    plain = normalised_phone(text) if looks_like_phone(text) else _folded(text)
    ring = key_ring()
    algorithm = hashes.SM3() if ring.index_hash == "sm3" else hashes.SHA256()
    mac = hmac.HMAC(derived_key(ring.indexes[name], "blind index", 32), algorithm)
    mac.update(f"{context}\0{plain}".encode())
    found = mac.finalize().hex()
    return found if name == "i1" else f"{name}.{found}"[:_INDEX_SIGNS]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _key(key_id: str) -> bytes:
    """The key of this id; a ring that lacks it is read once more, for it may have been rotated."""
    ring: KeyRing = key_ring()
    if key_id not in ring.keys:
        read_ring_again()
        ring = key_ring()
    if key_id not in ring.keys:
        raise SealBroken(f"The key {key_id!r} is not on the ring: restore the older key ring.")
    return ring.keys[key_id]


def _seal_aes(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    return AESGCM(derived_key(key, "aes-256-gcm", 32)).encrypt(nonce, text, bound)


def _open_aes(key: bytes, nonce: bytes, body: bytes, bound: bytes) -> bytes:
    return AESGCM(derived_key(key, "aes-256-gcm", 32)).decrypt(nonce, body, bound)


def _seal_sm4(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    cipher = Cipher(algorithms.SM4(derived_key(key, "sm4-gcm", 16)), modes.GCM(nonce))
    encryptor = cipher.encryptor()
    encryptor.authenticate_additional_data(bound)
    return encryptor.update(text) + encryptor.finalize() + encryptor.tag


def _open_sm4(key: bytes, nonce: bytes, body: bytes, bound: bytes) -> bytes:
    tag = body[-_TAG:]
    cipher = Cipher(algorithms.SM4(derived_key(key, "sm4-gcm", 16)), modes.GCM(nonce, tag))
    decryptor = cipher.decryptor()
    decryptor.authenticate_additional_data(bound)
    return decryptor.update(body[:-_TAG]) + decryptor.finalize()
