"""Ask ClamAV about a file before it is kept (GB/T 22239-2019, 8.1.4.5 恶意代码防范).

CHENGMAI_CLAMD names the daemon of Debian's `clamav-daemon`: `unix:/run/clamav/clamd.ctl` or
`tcp:127.0.0.1:3310`. Without it nothing is asked, and the System page says so. With it, a file that
could not be asked about is refused: the platform does not keep what nobody looked at.
"""

from __future__ import annotations

import os
import socket
import struct
from typing import IO

from chengmai.kernel.media.errors import Infected, NotScanned

_PIECE = 256 * 1024
_SECONDS = 60


def scanner() -> str:
    """The address of the daemon; empty where the city has none."""
    return os.environ.get("CHENGMAI_CLAMD", "").strip()


def refuse_infected(file: IO[bytes]) -> None:
    """Raise Infected where ClamAV knows the content as malware, NotScanned where it cannot say."""
    if not scanner():
        return
    verdict = _asked(b"zINSTREAM\0", file)
    if verdict.endswith(" OK"):
        return
    if verdict.endswith(" FOUND"):
        raise Infected(
            "The file holds malware.",
            field="file",
            found=verdict.removeprefix("stream: ").removesuffix(" FOUND")[:80],
            remedy="Do not open it; send another file.",
        )
    raise _not_scanned(verdict)


def scanner_version() -> str | None:
    """What the daemon says of itself and its signatures; None where there is none to ask.

    Raises NotScanned where one is named and does not answer.
    """
    return _asked(b"zVERSION\0", None) if scanner() else None


def _asked(command: bytes, file: IO[bytes] | None) -> str:
    try:
        with _connected() as daemon:
            daemon.sendall(command)
            if file is not None:
                file.seek(0)
                while piece := file.read(_PIECE):
                    daemon.sendall(struct.pack(">L", len(piece)) + piece)
                daemon.sendall(struct.pack(">L", 0))
            return _answer(daemon)
    except OSError as problem:
        raise _not_scanned(type(problem).__name__) from None


def _connected() -> socket.socket:
    kind, _, place = scanner().partition(":")
    if kind == "unix":
        daemon = socket.socket(socket.AF_UNIX)
        daemon.settimeout(_SECONDS)
        daemon.connect(place)
        return daemon
    host, _, port = place.rpartition(":")
    if kind != "tcp" or not port.isdecimal():
        raise OSError("CHENGMAI_CLAMD is neither unix:PATH nor tcp:HOST:PORT")
    return socket.create_connection((host, int(port)), timeout=_SECONDS)


def _answer(daemon: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < 4096:
        piece = daemon.recv(4096)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _not_scanned(why: str) -> NotScanned:
    return NotScanned(
        "The file could not be checked for malware.",
        field="file",
        why=why[:120],
        remedy="Send it again in a few minutes.",
    )
