"""An OpenID Connect provider for the tests: honest until it is told to lie in one point.

`python -m chengmai.identity.tests.provider PORT` serves discovery, keys, /authorize (which takes
whoever is set as the user), /token (client secret, PKCE, each code once), and /mood for tests.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jws
from joserfc.jwk import ECKey, RSAKey

CLIENT, SECRET = "chengmai", "between-us"
REDIRECT = "http://testserver/sign-in/sso"


class Provider:
    """What the provider knows: keys, codes it has given, and its mood."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.codes: dict[str, dict[str, str]] = {}
        self.mood: dict[str, object] = {}
        self.stranger = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"})
        self.new_keys()

    def new_keys(self) -> None:
        """A fresh set of keys; the old ones are gone."""
        mark = secrets.token_hex(2)
        self.rsa = RSAKey.generate_key(2048, {"kid": f"rsa-{mark}", "use": "sig"})
        self.ec = ECKey.generate_key("P-256", {"kid": f"ec-{mark}", "use": "sig"})

    def id_token(self, nonce: str) -> str:
        """The token, with what the mood changes in it."""
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": "subject-7", "iat": now, "exp": now + 120,
            "nonce": nonce, "preferred_username": "zhang",
        }  # fmt: skip
        claims.update(self.mood.get("claims", {}))
        claims = {name: value for name, value in claims.items() if value is not None}
        alg = str(self.mood.get("alg", "RS256"))
        if alg == "none":
            parts = ({"alg": "none", "typ": "JWT"}, claims)
            return ".".join(_b64(json.dumps(part).encode()) for part in parts) + "."
        key = self.ec if alg.startswith("ES") else self.rsa
        if alg == "HS256":  # the public key as a shared secret: an old trick
            parts = ({"alg": alg, "kid": key.kid}, claims)
            text = ".".join(_b64(json.dumps(part).encode()) for part in parts)
            mac = hmac.new(self.rsa.as_pem(private=False), text.encode(), "sha256")
            return f"{text}.{_b64(mac.digest())}"
        kid = key.kid
        if self.mood.get("stranger"):
            key, kid = self.stranger, self.rsa.kid
        head = {"alg": alg, "kid": kid or "k"}
        return jws.serialize_compact(head, json.dumps(claims), key, algorithms=[alg])


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Desk(BaseHTTPRequestHandler):
    """The provider over HTTP."""

    provider: Provider

    def do_GET(self) -> None:
        p, url = self.provider, urlsplit(self.path)
        if url.path == "/.well-known/openid-configuration":
            self.say(200, {
                "issuer": p.issuer, "authorization_endpoint": f"{p.issuer}/authorize",
                "token_endpoint": f"{p.issuer}/token", "jwks_uri": f"{p.issuer}/jwks",
            })  # fmt: skip
        elif url.path == "/jwks":
            keys = [key.as_dict(private=False) for key in (p.rsa, p.ec)]
            self.say(200, {"keys": keys})
        elif url.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(url.query).items()}
            wanted = {
                "client_id": CLIENT, "redirect_uri": REDIRECT, "response_type": "code",
                "code_challenge_method": "S256",
            }  # fmt: skip
            if any(asked.get(name) != value for name, value in wanted.items()):
                return self.say(400, {"error": "invalid_request"})
            code = secrets.token_urlsafe(16)
            p.codes[code] = asked
            back = urlencode({"code": code, "state": asked["state"]})
            self.send_response(302)
            self.send_header("Location", f"{REDIRECT}?{back}")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.say(404, {})

    def do_POST(self) -> None:
        p, body = self.provider, self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/mood":
            p.mood = json.loads(body)
            if p.mood.pop("rotate", False):
                p.new_keys()
            return self.say(200, {})
        form = {name: values[0] for name, values in parse_qs(body).items()}
        asked = p.codes.pop(form.get("code", ""), None)
        pair = base64.b64decode(self.headers.get("Authorization", "Basic ")[6:]).decode()
        name, _, secret = pair.partition(":")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if (unquote(name), unquote(secret)) != (CLIENT, SECRET):
            return self.say(401, {"error": "invalid_client"})
        if (
            asked is None
            or asked["code_challenge"] != _b64(digest)
            or asked["redirect_uri"] != form.get("redirect_uri")
        ):
            return self.say(400, {"error": "invalid_grant"})
        return self.say(200, {"token_type": "Bearer", "id_token": p.id_token(asked["nonce"])})

    def say(self, status: int, body: dict[str, object]) -> None:
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def main(port: int) -> None:
    Desk.provider = Provider(f"http://127.0.0.1:{port}")
    ThreadingHTTPServer(("127.0.0.1", port), Desk).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))
