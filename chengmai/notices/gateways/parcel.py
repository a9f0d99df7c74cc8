"""What every gateway takes, and how it speaks HTTP to a provider."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from chengmai.notices.errors import SendFailed

SECONDS = 10
_MOST_ANSWER = 64 * 1024


@dataclass(frozen=True)
class Parcel:
    """One message on its way: the address in the channel's own form, and the filled words."""

    message_id: int
    address: Mapping[str, Any]
    title: str
    body: str
    values: Mapping[str, str] = field(default_factory=dict)
    provider_id: str = ""
    link: str = ""
    urgent: bool = False


class Gateway(Protocol):
    """A way out. `send` gives the provider's number of the message, or raises SendFailed."""

    def send(self, parcel: Parcel) -> str: ...


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """A provider answers itself; what sends elsewhere is not followed."""


_opener = urllib.request.build_opener(_NoRedirects)


def ask_json(
    url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object that an HTTP(S) address answers. Raises SendFailed, again or for good."""
    if not url.startswith(("https://", "http://")):
        raise SendFailed("The provider's address is not http(s).", again=False)
    request = urllib.request.Request(url, body, dict(headers or {}))  # noqa: S310
    if body is not None:
        request.add_header("Content-Type", "application/json; charset=utf-8")
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            found = json.loads(answer.read(_MOST_ANSWER))
    except urllib.error.HTTPError as refusal:
        again = refusal.code in (408, 425, 429) or refusal.code >= 500
        raise SendFailed(f"HTTP {refusal.code}", again=again) from None
    except (OSError, http.client.HTTPException) as problem:
        raise SendFailed(type(problem).__name__, again=True) from None
    except ValueError:
        raise SendFailed("The answer is not JSON.", again=True) from None
    if not isinstance(found, dict):
        raise SendFailed("The answer is no JSON object.", again=True)
    return found
