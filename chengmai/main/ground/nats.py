"""The private NATS server with a JetStream store in var/: it carries facts to those who react."""

from __future__ import annotations

import json
import socket
from pathlib import Path

from chengmai.main.ground.child import Spec
from chengmai.main.ground.layout import Layout, tool

USER = "chengmai"


def url(layout: Layout, port: int) -> str:
    """The address for the program, with the password that keeps other local users out."""
    return f"nats://{USER}:{layout.secret('nats.password')}@127.0.0.1:{port}"


def config(layout: Layout, port: int, *, durable: bool) -> str:
    """The server's configuration. Durable: every message is on the disk before it is acknowledged."""
    sync = "always" if durable else "2m"
    return f"""listen: "127.0.0.1:{port}"
server_name: "chengmai"
max_payload: 4MB
authorization {{
  user: "{USER}"
  password: {json.dumps(layout.secret("nats.password"))}
}}
jetstream {{
  store_dir: {json.dumps(str(layout.var / "nats"))}
  sync_interval: {sync}
}}
"""


def spec(layout: Layout, port: int, *, durable: bool = True) -> Spec:
    """Write the configuration and tell how the server is started."""
    path = layout.var / "nats.conf"
    path.touch(mode=0o600)
    path.write_text(config(layout, port, durable=durable))
    return Spec(
        name="nats",
        command=(tool("nats-server"), "-c", str(path)),
        ready=lambda: greets(port),
        stop_within=20,
        cwd=Path("/"),
    )


def greets(port: int) -> bool:
    """Whether a NATS server says its INFO line there."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            return connection.recv(64).startswith(b"INFO ")
    except OSError:
        return False
