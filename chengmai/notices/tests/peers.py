"""Real peers on the loopback: an SMTP server, an SMS provider, a push service, WeChat's API."""

from __future__ import annotations

import base64
import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from aiosmtpd.controller import Controller
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from http_ece import decrypt


@dataclass
class Asked:
    """One request that a peer heard."""

    path: str
    headers: dict[str, str]
    body: bytes


Answer = Callable[[Asked], tuple[int, dict[str, Any] | bytes]]


@dataclass
class Peer:
    """An HTTP server that keeps what it hears and answers as the test says."""

    url: str = ""
    heard: list[Asked] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def http_peer(answer: Answer) -> Iterator[Peer]:
    """Serve until the block ends."""
    peer = Peer()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.path, headers, self.rfile.read(length))
            peer.heard.append(asked)
            status, body = answer(asked)
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            for name, value in peer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = _serve

        def log_message(self, *_: Any) -> None:
            """Be silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    peer.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield peer
    server.shutdown()
    server.server_close()


class Letters:
    """What an SMTP server received; `refuse` answers a recipient with a code instead."""

    def __init__(self) -> None:
        self.received: list[Any] = []
        self.refuse = ""

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.received.append(envelope)
        return "250 accepted"


@contextmanager
def smtp_server(port: int) -> Iterator[Letters]:
    """A real SMTP server (aiosmtpd) until the block ends."""
    letters = Letters()
    controller = Controller(letters, hostname="127.0.0.1", port=port)
    controller.start()
    yield letters
    controller.stop()


class Browser:
    """A browser's side of web push: its keys, its subscription, and reading what arrives."""

    def __init__(self, endpoint: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = b"0123456789abcdef"
        public = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        self.subscription = {
            "endpoint": endpoint,
            "expirationTime": None,
            "keys": {"p256dh": _url64(public), "auth": _url64(self.auth)},
        }

    def read(self, asked: Asked) -> dict[str, Any]:
        """Decrypt a push message (RFC 8291)."""
        text = decrypt(asked.body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        found: dict[str, Any] = json.loads(text)
        return found


def _url64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class Pop3(socketserver.StreamRequestHandler):
    """One conversation of RFC 1939, as far as a reader needs it."""

    letters: ClassVar[list[bytes]]

    def handle(self) -> None:
        letters = self.letters
        gone: set[int] = set()
        self._say("+OK here")
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            if word == "PASS" and rest != "p4ss":
                self._say("-ERR no")
            elif word == "LIST":
                sizes = [f"{n} {len(one)}" for n, one in enumerate(letters, 1)]
                self._say("+OK", *sizes, ".")
            elif word == "RETR":
                text = letters[int(rest) - 1].decode()
                self._say("+OK", *text.splitlines(), ".")
            elif word == "DELE":
                gone.add(int(rest))
                self._say("+OK")
            elif word == "QUIT":
                letters[:] = [one for n, one in enumerate(letters, 1) if n not in gone]
                self._say("+OK")
                return
            else:
                self._say("+OK")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def pop3_server(letters: list[bytes]) -> Iterator[int]:
    """A mailbox with these letters until the block ends; its port."""
    mailbox = type("Mailbox", (Pop3,), {"letters": letters})
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), mailbox)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield int(server.server_address[1])
    server.shutdown()
    server.server_close()
