"""Web push (RFC 8030, 8291, 8292) to the browsers that people allowed it in."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.parcel import SECONDS, Parcel

_DAY = 86_400


@dataclass(frozen=True)
class WebPush:
    """Signs with the city's VAPID key; pushes only to the push services that a row allows.

    A browser names its service's address itself, so without that list anybody could make the
    server call any machine.
    """

    private_key: str
    subject: str
    hosts: tuple[str, ...]

    def send(self, parcel: Parcel) -> str:
        """Raises SendFailed; a browser that took its permission back is `gone` for good."""
        from pywebpush import WebPushException, webpush  # seconds of imports, for the worker only

        where = urlsplit(str(parcel.address["endpoint"]))
        if not allowed_host(where.scheme, where.hostname or "", self.hosts):
            raise SendFailed("This push service is not allowed.", again=False)
        session = _stays_here()
        try:
            answer = webpush(
                subscription_info=dict(parcel.address),
                data=told(parcel),
                vapid_private_key=self.private_key,
                vapid_claims={"sub": self.subject},
                ttl=_DAY,
                timeout=SECONDS,
                headers={"Urgency": "high" if parcel.urgent else "normal", "Topic": _topic(parcel)},
                requests_session=session,
            )
        except WebPushException as refusal:
            status = getattr(refusal.response, "status_code", None)
            if status in (404, 410):
                raise SendFailed("gone", again=False, gone=True) from None
            again = status is None or status in (408, 429) or status >= 500
            raise SendFailed(f"HTTP {status}", again=again) from None
        except (OSError, ValueError) as problem:
            raise SendFailed(type(problem).__name__, again=isinstance(problem, OSError)) from None
        return str(getattr(answer, "headers", {}).get("Location", ""))[-80:]


def told(parcel: Parcel) -> str:
    """What the browser's worker (push-sw.js) reads: JSON with title, body, link and id."""
    words = {"title": parcel.title, "body": parcel.body, "link": parcel.link}
    return json.dumps(words | {"id": parcel.message_id}, ensure_ascii=False)


def _topic(parcel: Parcel) -> str:
    """A message that is sent again takes the place of itself where it still waits (RFC 8030, 5.4)."""
    return f"notice-{parcel.message_id}"


def _stays_here() -> Any:
    """A session that follows no redirect: the service answers itself, on no other machine."""
    import requests

    class StaysHere(requests.Session):
        def get_redirect_target(self, resp: requests.Response) -> None:
            """None, wherever the answer sends to."""

    session = StaysHere()
    session.trust_env = False  # no proxy and no password of the environment
    return session


def allowed_host(scheme: str, host: str, hosts: tuple[str, ...]) -> bool:
    """Whether the host is one of these or below one of them; `http://…` in the list allows http."""
    for name in hosts:
        plain = name.removeprefix("http://")
        fits = host == plain or host.endswith(f".{plain}")
        if fits and scheme == ("http" if name.startswith("http://") else "https"):
            return True
    return False


def new_vapid_keys() -> tuple[str, str]:
    """A fresh pair for a city: the private key, and the public one as browsers want it (base64url)."""
    key = ec.generate_private_key(ec.SECP256R1())
    number = key.private_numbers().private_value.to_bytes(32, "big")
    point = key.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return _url64(number), _url64(point)


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
