"""Session tokens: 256 random bits to the holder, only their SHA-256 hash to the database."""

from __future__ import annotations

import hashlib
import secrets

COOKIE = "chengmai_session"


def new_token() -> str:
    """A token that cannot be guessed."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What the database keeps of a token: 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()
