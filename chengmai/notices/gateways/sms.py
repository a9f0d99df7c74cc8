"""SMS through an HTTP provider, in the plain protocol of docs/standards/sms-http.md."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass

from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.parcel import Parcel, ask_json

SIGNATURE = "X-Signature"


@dataclass(frozen=True)
class HttpSms:
    """Posts one signed JSON object a message; the same `id` is the same message for the provider."""

    url: str
    secret: str
    sign: str = ""

    def send(self, parcel: Parcel) -> str:
        """Raises SendFailed; 4xx but 408, 425 and 429 are for good."""
        body = json.dumps(
            {
                "id": str(parcel.message_id),
                "to": parcel.address["phone"],
                "sign": self.sign,
                "text": parcel.body,
                "template": parcel.provider_id,
                "params": dict(parcel.values),
            },
            ensure_ascii=False,
        ).encode()
        found = ask_json(self.url, body, {SIGNATURE: signature_of(self.secret, body)})
        if "no" not in found:
            raise SendFailed(
                str(found.get("problem", "No number in the answer."))[:80], again=False
            )
        return str(found["no"])[:80]


def signature_of(secret: str, body: bytes) -> str:
    """HMAC-SHA256 of the body in hex, under the secret shared with the provider."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Whether the provider signed this body."""
    return bool(secret) and hmac.compare_digest(
        signature_of(secret, body).encode(), signature.encode()
    )
