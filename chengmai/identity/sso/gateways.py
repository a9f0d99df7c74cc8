"""Speaking to an OpenID Connect provider, and to no one else in its dialect.

Plain HTTPS with a time limit and a size limit, no redirects; plain HTTP only on the loopback.
"""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from chengmai.identity.sso.errors import ProviderRefused, ProviderUnavailable

_SECONDS = 6
_BYTES = 512 * 1024
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class Addresses:
    """Where the provider does what, from its discovery document."""

    authorise: str
    token: str
    keys: str


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


# No proxy of the environment either: who may hear a client secret is the provider alone.
_OPENER = urllib.request.build_opener(_NoRedirects, urllib.request.ProxyHandler({}))


def discover(issuer: str) -> Addresses:
    """The provider's addresses. ProviderUnavailable; ProviderRefused for another issuer's document."""
    found = _json(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != issuer:
        raise ProviderRefused("This is another provider's document.", why="issuer")
    try:
        return Addresses(
            authorise=_safe(found["authorization_endpoint"]),
            token=_safe(found["token_endpoint"]),
            keys=_safe(found["jwks_uri"]),
        )
    except KeyError:
        raise ProviderUnavailable("The provider's document is not complete.") from None


def signing_keys(address: str) -> list[dict[str, Any]]:
    """The provider's public keys (JWK)."""
    keys = _json(address).get("keys")
    if not isinstance(keys, list):
        raise ProviderUnavailable("The provider's keys cannot be read.")
    return [key for key in keys if isinstance(key, dict)]


def redeem(
    address: str,
    *,
    code: str,
    verifier: str,
    redirect_uri: str,
    client_id: str,
    client_secret: str | None,
) -> str:
    """The ID token for a code. ProviderRefused when the provider refuses the code."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if client_secret:
        pair = f"{quote(client_id, safe='')}:{quote(client_secret, safe='')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    else:
        form["client_id"] = client_id
    answer = _json(address, urlencode(form).encode(), headers)
    token = answer.get("id_token")
    if not isinstance(token, str):
        raise ProviderRefused("The provider gave no ID token.", why="no_token")
    return token


def _json(
    address: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 - _safe lets only https through
        _safe(address), data=body, headers={"Accept": "application/json", **(headers or {})}
    )
    try:
        with _OPENER.open(request, timeout=_SECONDS) as answer:
            text = answer.read(_BYTES + 1)
        if len(text) > _BYTES:
            raise ProviderUnavailable("The provider's answer is too large.")
        found = json.loads(text)
    except urllib.error.HTTPError as error:
        if body is not None and error.code in (400, 401):
            raise ProviderRefused("The provider refused the code.", why="code") from None
        raise ProviderUnavailable("The provider does not answer.", status=error.code) from None
    except (OSError, ValueError):
        raise ProviderUnavailable("The provider does not answer.") from None
    if not isinstance(found, dict):
        raise ProviderUnavailable("The provider's answer cannot be read.")
    return found


def _safe(address: Any) -> str:
    parts = urlsplit(str(address))
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return str(address)
    raise ProviderUnavailable("The provider must be reached by https.")
