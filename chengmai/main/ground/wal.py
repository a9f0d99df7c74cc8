"""The second copy of PostgreSQL's log (WAL), written while it is made, outside the data folder.

`pg_receivewal` writes it to `var/wal/<life>`, or below CHENGMAI_WAL (best: another disk). A *life* is
one unbroken history of a cluster; it begins with initdb or with a restore, so that two histories
never mix. With CHENGMAI_BACKUP_WAL=sync a commit is answered when this copy is on its disk too.
See docs/decisions/0089-backup-and-restore.md.
"""

from __future__ import annotations

import os
from pathlib import Path

from chengmai.main.ground import postgres
from chengmai.main.ground.child import Spec
from chengmai.main.ground.layout import Layout, tool
from chengmai.main.ground.trouble import Trouble

MODES = ("sync", "async", "off")


def wal_mode() -> str:
    """How the log is kept: `sync`, `async` (where backups are made at all), or `off`."""
    wanted = os.environ.get("CHENGMAI_BACKUP_WAL", "")
    if wanted and wanted not in MODES:
        raise Trouble(f"CHENGMAI_BACKUP_WAL={wanted} is unknown.", f"Say {', '.join(MODES)}.")
    return wanted or ("async" if os.environ.get("CHENGMAI_BACKUP_TO") else "off")


def wal_root(layout: Layout) -> Path:
    """Where the log is written while it is made."""
    return Path(os.environ.get("CHENGMAI_WAL") or layout.var / "wal").resolve()


def life_of(data: Path) -> str:
    """The life of this data folder; empty where it has none."""
    path = data / postgres.LIFE_FILE
    return path.read_text().strip() if path.exists() else ""


def spec(cluster: postgres.Cluster, life: str) -> Spec:
    """How the log of this life is kept. It comes back by itself 5 s after a server that was away."""
    folder = wal_root(cluster.layout) / life
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise Trouble(
            f"{folder} cannot be written ({problem.strerror}).", "Mend CHENGMAI_WAL."
        ) from None
    words = f"host=127.0.0.1 port={cluster.port} user={postgres.BACKUP_ROLE}"
    command = (
        *(tool("pg_receivewal"), "--directory", str(folder), "--slot", postgres.SLOT),
        *("--dbname", f"{words} application_name={postgres.SLOT}"),
        "--no-password",
        *("--status-interval", "1"),  # seconds: pg_stat_replication says how far it is
        # On the disk at once, and said so at once: what a commit waits for.
        *(("--synchronous",) if wal_mode() == "sync" else ()),
    )
    return Spec(
        "wal",
        command,
        env={"PGPASSWORD": cluster.layout.secret("backup.password")},
        ready=lambda: postgres.log_is_kept(cluster),
        cwd=Path("/"),
    )
