"""Ports of the private servers: chosen once, kept in var/, moved on when another program has them.

All of them lie below 32768, where the system never hands one out to an outgoing connection.
Between the choice and the listening lie seconds (a cluster is made, a schema brought up to date): a
port that was chosen is reserved on this machine by a name that the kernel takes back with the process.
"""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Mapping
from pathlib import Path

from chengmai.main.ground.layout import Layout
from chengmai.main.ground.trouble import Trouble

DEFAULTS = {"postgres": 15433, "nats": 14223, "web": 18001, "push": 18002}
CEILING = 32768
STRIDE = 10
SLOTS = 99


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose(layout: Layout, defaults: Mapping[str, int] = DEFAULTS) -> dict[str, int]:
    """A free port for every private server: the one of last time where it is still free.

    Each is reserved for this `var/` until this process ends, so that of two platforms started in
    the same moment neither takes what the other has chosen.
    """
    kept = _kept(layout.ports)
    chosen: dict[str, int] = {}
    for name, default in defaults.items():
        start = kept.get(name, default)
        chosen[name] = _first_free(start, set(chosen.values()), layout)
    layout.ports.write_text(json.dumps(chosen, indent=1))
    return chosen


def spread(defaults: Mapping[str, int]) -> dict[str, int]:
    """The same ports moved on by chance together, so that runs side by side seldom want the same."""
    step = STRIDE * secrets.randbelow(SLOTS)
    return {name: port + step for name, port in defaults.items()}


def public_port(wanted: int) -> int:
    """The port people type; it is never moved in silence."""
    if not 0 < wanted < 65536:
        raise Trouble(f"CHENGMAI_PORT={wanted} is not a port.", "Choose one from 1 to 65535.")
    if not is_free(wanted, "0.0.0.0") or not is_free(wanted):  # noqa: S104 - a probe, not a server
        raise Trouble(
            f"Port {wanted} is in use by another program.",
            f"Stop that program, or choose another port: CHENGMAI_PORT={wanted + 1} script/up",
        )
    return wanted


def _first_free(start: int, taken: set[int], layout: Layout) -> int:
    for port in range(start, CEILING, STRIDE):
        if port not in taken and is_free(port) and _reserve(port, layout):
            return port
    raise Trouble(f"No free port from {start} to {CEILING}.", "Stop servers that you do not need.")


_reserved: dict[int, tuple[Path, socket.socket]] = {}


def _reserve(port: int, layout: Layout) -> bool:
    """Take the port's name on this machine; whether it is ours. Linux gives it back when we end."""
    if port in _reserved:
        return _reserved[port][0] == layout.var
    mark = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        mark.bind(f"\0chengmai-port-{port}")
    except OSError:
        mark.close()
        return False
    _reserved[port] = (layout.var, mark)
    return True


def _kept(path: Path) -> dict[str, int]:
    try:
        return {str(name): int(port) for name, port in json.loads(path.read_text()).items()}
    except (OSError, ValueError, AttributeError):
        return {}
