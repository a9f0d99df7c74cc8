"""Pure decisions of single sign-on: what must hold of an ID token (OpenID Connect Core 3.1.3.7)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from chengmai.identity.sso.errors import ProviderRefused

ALGORITHMS = ("RS256", "PS256", "ES256")
_OLDEST_MINUTES = 10


def challenge_of(verifier: str) -> str:
    """The PKCE challenge of a verifier (S256, RFC 7636)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def refuse_bad_claims(
    claims: Mapping[str, Any],
    *,
    issuer: str,
    client_id: str,
    nonce: str,
    now: float,
    skew: int,
) -> str:
    """The subject, when every claim holds; else ProviderRefused that names the wrong one.

    `now` and the claims are seconds since 1970; `skew` seconds are forgiven on each side.
    """
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    _must(claims.get("iss") == issuer, "issuer")
    _must(client_id in audiences, "audience")
    party = claims.get("azp")
    _must(party == client_id if party is not None else len(audiences) == 1, "authorised_party")
    expires, issued = claims.get("exp"), claims.get("iat")
    _must(_seconds(expires) > now - skew, "expired")
    _must(_seconds(issued) < now + skew, "issued_in_future")
    _must(_seconds(issued) > now - skew - 60 * _OLDEST_MINUTES, "issued_long_ago")
    before = claims.get("nbf")
    _must(before is None or 0 < _seconds(before) < now + skew, "not_yet")
    given = claims.get("nonce")
    _must(isinstance(given, str) and hmac.compare_digest(given.encode(), nonce.encode()), "nonce")
    subject = claims.get("sub")
    _must(isinstance(subject, str) and 0 < len(subject) <= 255, "subject")
    return str(subject)


def _seconds(value: Any) -> float:
    """The moment that a claim names; the beginning of time for what is no moment."""
    is_time = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_time else 0.0


def _must(holds: bool, why: str) -> None:
    if not holds:
        raise ProviderRefused("The provider's answer does not hold.", why=why)
