"""A passkey authenticator for the tests: real keys and real signatures, in software (WebAuthn)."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import struct
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Authenticator:
    """One device with one key. `origin` and `rp_id` are what its browser says; tests may let it lie."""

    origin: str = "http://testserver"
    rp_id: str = "testserver"
    verifies: bool = True
    count: int = 0
    credential_id: bytes = field(default_factory=lambda: os.urandom(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer the challenge to make a passkey."""
        numbers = self.key.public_key().public_numbers()
        cose = {
            1: 2,
            3: -7,
            -1: 1,
            -2: numbers.x.to_bytes(32, "big"),
            -3: numbers.y.to_bytes(32, "big"),
        }
        attested = bytes(16) + struct.pack(">H", 32) + self.credential_id + cbor2.dumps(cose)
        body = {"fmt": "none", "attStmt": {}, "authData": self._data(ATTESTED) + attested}
        return self._envelope(
            {
                "clientDataJSON": b64(self._client("webauthn.create", options["challenge"])),
                "attestationObject": b64(cbor2.dumps(body)),
                "transports": ["internal"],
            }
        )

    def answer(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer the challenge to prove oneself."""
        self.count += 1
        client, data = self._client("webauthn.get", options["challenge"]), self._data(0)
        signed = data + hashlib.sha256(client).digest()
        return self._envelope(
            {
                "clientDataJSON": b64(client),
                "authenticatorData": b64(data),
                "signature": b64(self.key.sign(signed, ec.ECDSA(SHA256()))),
                "userHandle": None,
            }
        )

    def _data(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        name = hashlib.sha256(self.rp_id.encode()).digest()
        return name + struct.pack(">BI", flags, self.count)

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _envelope(self, response: dict[str, Any]) -> dict[str, Any]:
        number = b64(self.credential_id)
        return {
            "id": number, "rawId": number, "type": "public-key", "response": response,
            "clientExtensionResults": {},
        }  # fmt: skip
