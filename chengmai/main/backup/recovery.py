"""A base backup brought forward: PostgreSQL replays the log in private until it has caught up.

During recovery the server listens on no port, only on a socket in a folder of its own that this
user alone may enter; who connects is asked of the system (peer), so no password is needed and none
is opened to others. The data lies beside its place until everything is well.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import signal
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from chengmai.main.backup.depot import Depot
from chengmai.main.backup.manifest import Manifest
from chengmai.main.backup.places import Flow
from chengmai.main.ground import postgres
from chengmai.main.ground.child import Spec, last_line
from chengmai.main.ground.layout import tool
from chengmai.main.ground.postgres import Cluster
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Trouble

PATIENCE = 30.0  # seconds without progress in the replay


@dataclass(frozen=True)
class Reached:
    """Where the replay ended: the last commit, and the newest row of the ledger."""

    last_commit: datetime | None
    ledger_up_to: int


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file or folder below the target and owned by whoever unpacks; nothing else is in a copy.

    What `filter="data"` does, which the Python of Debian 12 (3.11.2) does not have yet. Raises
    ReadError for a link, a device, or a name that leads elsewhere.
    """
    parts = Path(member.name).parts
    if not (member.isfile() or member.isdir()) or ".." in parts or Path(member.name).is_absolute():
        raise tarfile.ReadError(member.name)
    member.uid, member.gid, member.uname, member.gname = os.getuid(), os.getgid(), "", ""
    member.mode &= 0o755
    return member


def unpack(depot: Depot, manifest: Manifest, folder: Path, user: str | None) -> tuple[str, str]:
    """Unpack a base backup, its hash checked; start position and first segment of its log."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    stream = Flow(depot.get(manifest.database.name, manifest.database))
    try:
        with tarfile.open(fileobj=stream, mode="r|", bufsize=1024 * 1024) as tar:
            for member in tar:
                tar.extract(_plain(member), folder)
        while stream.read(1024 * 1024):
            pass  # to the end, so that the hash is over all of it
    except tarfile.TarError:
        raise depot.changed(manifest.database.name) from None
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o700)
        if user is not None:
            shutil.chown(path, user, user)
    body = json.loads((folder / "backup_manifest").read_text())
    start = str(body["WAL-Ranges"][0]["Start-LSN"])
    return start, manifest.first_segment


def replay(
    cluster: Cluster,
    folder: Path,
    log: Path | None,
    at: datetime | None,
    supervisor: Supervisor,
    say: Callable[[str], None],
) -> Reached:
    """Let PostgreSQL replay the log (up to `at`), then give its roles the secrets of this `var/`."""
    (folder / "recovery.signal").touch()
    postgres.give(folder / "recovery.signal", cluster.user)
    with _sockets(cluster.user) as (sockets, hba, ident):
        command = (
            *(tool("postgres"), "-D", str(folder), "-c", "listen_addresses="),
            *("-c", f"unix_socket_directories={sockets}", "-c", f"hba_file={hba}"),
            *("-c", f"ident_file={ident}", "-c", "archive_mode=off", "-c", "hot_standby=on"),
            *("-c", f"restore_command={_restore_command(log)}"),
            *("-c", "recovery_target_action=promote", "-c", "recovery_target_timeline=latest"),
            *("-c", f"recovery_target_time={at.isoformat() if at else ''}"),
            *("-c", "synchronous_standby_names=", "-c", "fsync=on"),
        )
        spec = Spec(
            "recovery",
            command,
            stop_signal=signal.SIGINT,
            stop_within=120,
            user=cluster.user,
            cwd=Path("/"),
        )
        supervisor.start(spec)
        try:
            _caught_up(supervisor, sockets, at, say)
            return _make_ours(cluster, sockets)
        finally:
            supervisor.end("recovery")


def _restore_command(log: Path | None) -> str:
    if log is None:
        return "false"
    return f'cp "{log}/%f" "%p"'


def _caught_up(
    supervisor: Supervisor, sockets: Path, at: datetime | None, say: Callable[[str], None]
) -> None:
    """Wait until the server takes writes; tell how far it is; Trouble where it gives up."""
    log = supervisor.layout.logs / "recovery.log"
    child = supervisor.running["recovery"]
    seen, since, told = "", time.monotonic(), time.monotonic()
    while True:
        if child.exit_code() is not None:
            raise _gave_up(log, at)
        with contextlib.suppress(psycopg.OperationalError), _connected(sockets) as database:
            row = database.execute(
                "SELECT pg_is_in_recovery(), pg_last_wal_replay_lsn()::text,"
                " pg_last_xact_replay_timestamp()::text"
            ).fetchone()
            if row and not row[0]:
                return
            if row and f"{row[1]}" != seen:
                seen, since = f"{row[1]}", time.monotonic()
            if row and time.monotonic() - told > 10:
                told = time.monotonic()
                say(f"  replayed up to {row[2]}")
        size = str(log.stat().st_size)
        if time.monotonic() - since > PATIENCE and size == seen:
            raise _gave_up(log, at)
        if time.monotonic() - since > PATIENCE:
            seen, since = size, time.monotonic()
        supervisor.pause(0.1)


def _gave_up(log: Path, at: datetime | None) -> Trouble:
    text = log.read_text(errors="replace") if log.exists() else ""
    if at is not None and "recovery ended before configured recovery target" in text:
        return Trouble(
            f"The log ends before {at.isoformat()}.",
            "Choose an earlier time, or leave --at away for all there is.",
        )
    return Trouble(
        f"PostgreSQL could not replay the log: {last_line(log).rstrip('.')}.",
        f"See {log}; choose another backup with --backup NAME.",
    )


def _make_ours(cluster: Cluster, sockets: Path) -> Reached:
    """The roles get the passwords of this `var/`; what was reached is read."""
    secret = cluster.layout.secret
    names = {
        "postgres": "postgres.password",
        postgres.ROLE: "database.password",
        "chengmai_backup": "backup.password",
    }
    with _connected(sockets) as database:
        have = {name for (name,) in database.execute("SELECT rolname FROM pg_roles")}
        for role, file in names.items():
            if role in have:
                words = sql.SQL("ALTER ROLE {} PASSWORD {}")
                database.execute(words.format(sql.Identifier(role), sql.Literal(secret(file))))
        found = database.execute("SELECT pg_last_xact_replay_timestamp()").fetchone()
    with _connected(sockets, postgres.DATABASE) as database:
        row = database.execute("SELECT coalesce(max(id), 0) FROM kernel_ledgerentry").fetchone()
        # JetStream begins anew after a restore: what was on its way to reactions is offered again.
        database.execute(
            "INSERT INTO kernel_outbox (entry_id) SELECT id FROM kernel_ledgerentry"
            " WHERE at > coalesce(%s, now()) - interval '1 day' ON CONFLICT DO NOTHING",
            [found[0] if found else None],
        )
    return Reached(found[0] if found else None, int(row[0]) if row else 0)


def _connected(sockets: Path, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(
        host=str(sockets), user="postgres", dbname=database, autocommit=True, connect_timeout=3
    )


@contextlib.contextmanager
def _sockets(user: str | None) -> Iterator[tuple[Path, Path, Path]]:
    """A folder for the socket, and rules that let in nobody but this user of the system."""
    me = pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(tempfile.mkdtemp(prefix="chengmai-", dir="/tmp"))
    try:
        hba, ident = folder / "hba.conf", folder / "ident.conf"
        hba.write_text("local all postgres peer map=here\n")
        ident.write_text(f"here {me} postgres\n")
        for path in (folder, hba, ident):
            postgres.give(path, user)
        yield folder, hba, ident
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def restore_dump(source_env: dict[str, str], database: str, pieces: Iterable[bytes]) -> None:
    """Feed a dump to pg_restore. Raises Trouble where it fails."""
    command = (tool("pg_restore"), "--no-owner", "--exit-on-error", f"--dbname={database}")
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command, env=source_env, stdin=subprocess.PIPE, stdout=said, stderr=said
        ) as process,
    ):
        if process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                for piece in pieces:
                    process.stdin.write(piece)
                process.stdin.close()
        if process.wait() != 0:
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines() or ["no reason"]
            raise Trouble(f"The dump could not be restored: {lines[-1][:300]}.", "Mend that.")
