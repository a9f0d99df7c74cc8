"""The database that is backed up: the private cluster, or the server that DATABASE_URL names."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from chengmai.main.ground.layout import Layout, tool
from chengmai.main.ground.trouble import Trouble

ROLE = "chengmai_backup"
PIECE = 1024 * 1024
# What a server says that lets us read its tables but not copy it as a whole.
NOT_PERMITTED = re.compile(
    r"replication|pg_hba\.conf|incompatible server version|must be superuser", re.IGNORECASE
)


@dataclass(frozen=True)
class Source:
    """How the server is reached by PostgreSQL's own programs."""

    host: str
    port: str
    user: str
    password: str
    database: str

    @property
    def env(self) -> dict[str, str]:
        return {
            **os.environ,
            "PGHOST": self.host,
            "PGPORT": self.port,
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
            "PGCONNECT_TIMEOUT": "10",
            "PGAPPNAME": "chengmai-backup",
        }


class NotPermitted(Exception):
    """The server does not let this role copy it as a whole."""


def source_here(layout: Layout, url: str) -> tuple[Source, Source]:
    """The database as the program's own role, and as the role that may copy the whole server."""
    parts = urlsplit(url)
    own = Source(
        parts.hostname or "127.0.0.1",
        str(parts.port or 5432),
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.path.lstrip("/"),
    )
    password = layout.var / "backup.password"
    if is_private(layout, url) and password.exists():
        return own, Source(own.host, own.port, ROLE, password.read_text().strip(), own.database)
    return own, own


def is_private(layout: Layout, url: str) -> bool:
    """Whether this is the cluster in `var/`."""
    given = layout.var / "database.password"
    return given.exists() and given.read_text().strip() == unquote(urlsplit(url).password or "")


@dataclass
class BaseCopy:
    """The whole server as one tar, taken while it works, with the log needed to make it whole."""

    source: Source
    name: str
    head: bytes = b""

    def pieces(self) -> Iterator[bytes]:
        """The tar. Raises NotPermitted before the first byte; Trouble where the copy breaks off."""
        command = (
            *(tool("pg_basebackup"), "--pgdata=-", "--format=tar", "--wal-method=fetch"),
            *("--checkpoint=fast", f"--label={self.name}", "--no-password"),
            "--manifest-checksums=SHA256",
        )
        for piece in _output(command, self.source, "The copy of the database"):
            self.head = self.head or piece[:4096]
            yield piece

    def first_segment(self) -> str:
        """The segment where replay of this copy begins; `backup_label` comes first in the tar."""
        found = re.search(rb"START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)", self.head)
        if found is None:
            raise Trouble("The copy of the database has no label.", "Begin again.")
        return found[1].decode()


def dump(source: Source) -> Iterator[bytes]:
    """The program's own database as a dump, where the server cannot be copied."""
    command = (tool("pg_dump"), "--format=custom", "--compress=0", "--no-owner", source.database)
    yield from _output(command, source, "The dump of the database")


def _output(command: tuple[str, ...], source: Source, what: str) -> Iterator[bytes]:
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, env=source.env, cwd=Path("/"), stdout=subprocess.PIPE, stderr=said
        ) as process,
    ):
        began = False
        try:
            while piece := process.stdout.read(PIECE) if process.stdout else b"":
                began = True
                yield piece
        except GeneratorExit:
            process.kill()
            raise
        if process.wait() == 0:
            return
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines() or ["no reason given"]
        if not began and NOT_PERMITTED.search(" ".join(lines)):
            raise NotPermitted(lines[-1])
        raise Trouble(f"{what} broke off: {lines[-1][:300]}.", "Mend that and begin again.")
