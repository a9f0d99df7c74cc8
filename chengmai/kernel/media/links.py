"""Addresses of files: signed, and good for an hour or two (GB/T 22239-2019, 8.1.4.2).

An address is `/media/{key}/{variant}?e={end}&s={signature}`: `end` in seconds since 1970, the
signature an HMAC-SHA256 over key, variant and end. Addresses given within the same hour are equal,
so that browsers keep pictures; whoever was shown one can pass it on for that time and no longer.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time

from chengmai.kernel.keyring import derived_key, key_ring
from chengmai.kernel.media.words import Variant
from chengmai.kernel.settings import setting

_BARE = re.compile(r'("\w*url"\s*:\s*")/media/([0-9a-f]{32})/(original|view|thumb)"')
_SIGNED_BYTES = 16


def address(key: str, variant: Variant) -> str:
    """Where the variant is served, for whoever may see it now."""
    end = _end(time.time())
    return f"/media/{key}/{variant.value}?e={end}&s={_signature(key, variant.value, end)}"


def with_signed_addresses(json_text: str) -> str:
    """JSON that a query wrote, with every bare address in a field `…url` signed.

    Only whole values of such fields, so that an address that somebody wrote into a text does not
    come back signed.
    """
    return _BARE.sub(lambda found: f'{found[1]}{address(found[2], Variant(found[3]))}"', json_text)


def is_good(key: str, variant: str, end: str, signature: str, *, now: float) -> bool:
    """Whether we gave this address and its time has not passed; equal work for any signature."""
    if not end.isdecimal() or len(end) > 12:
        return False
    ours = _signature(key, variant, int(end))
    return hmac.compare_digest(ours.encode(), signature.encode()) and now < int(end)


def seconds_good() -> int:
    """How long an address is good at most."""
    return 2 * 60 * setting("media_link_minutes")


def _end(now: float) -> int:
    span = max(60, 60 * setting("media_link_minutes"))
    return (int(now) // span + 2) * span


def _signature(key: str, variant: str, end: int) -> str:
    secret = derived_key(key_ring().index, "media addresses", 32)
    mac = hmac.digest(secret, f"{key}/{variant}/{end}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac[:_SIGNED_BYTES]).decode().rstrip("=")
