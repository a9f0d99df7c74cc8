"""The private servers together: PostgreSQL and NATS, unless the environment points elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from chengmai.main.ground import lock, nats, ports, postgres, wal
from chengmai.main.ground.layout import Layout
from chengmai.main.ground.supervisor import Supervisor

TEST_PORTS = {"postgres": 15533, "nats": 14323}


def start_servers(
    layout: Layout, supervisor: Supervisor, chosen: dict[str, int], *, durable: bool = True
) -> dict[str, str]:
    """Start what the environment does not point elsewhere; tell the addresses of both."""
    env: dict[str, str] = {}
    specs = []
    cluster = None
    disks: dict[str, Path] = {}
    if not os.environ.get("DATABASE_URL"):
        cluster = postgres.cluster(layout, chosen["postgres"], durable=durable)
        postgres.make(cluster, supervisor)
        specs.append(postgres.spec(cluster))
        disks["data"] = cluster.data
        env["DATABASE_URL"] = cluster.url
    if not os.environ.get("NATS_URL"):
        specs.append(nats.spec(layout, chosen["nats"], durable=durable))
        disks["messages"] = layout.var / "nats"
        env["NATS_URL"] = nats.url(layout, chosen["nats"])
    supervisor.start(*specs)
    if cluster is not None:
        postgres.provide(cluster)
        keep_log(cluster, supervisor)
        disks["log"] = wal.wal_root(layout)
        env["CHENGMAI_WAL"] = str(wal.wal_root(layout))
    env["CHENGMAI_DISKS"] = ",".join(f"{name}={path}" for name, path in disks.items())
    return env


def keep_log(cluster: postgres.Cluster, supervisor: Supervisor) -> None:
    """Write PostgreSQL's log a second time outside its data, where backups are wanted."""
    mode = wal.wal_mode()
    if mode == "off":
        postgres.remove_slot(cluster)
        return
    life = postgres.provide_slot(cluster)
    supervisor.start(wal.spec(cluster, life))
    if mode == "sync":
        postgres.write_settings(cluster, waits_for_log=True)
        postgres.reload(cluster)


def with_servers(
    var: Path, command: Sequence[str], *, durable: bool, say: Callable[[str], None]
) -> int:
    """Run a command with private servers of its own under `var`; its exit code, servers stopped."""
    layout = Layout(var.resolve())
    layout.prepare()
    with lock.held(layout), Supervisor(layout, say) as supervisor:
        chosen = ports.choose(layout, ports.spread(TEST_PORTS))
        env = start_servers(layout, supervisor, chosen, durable=durable)
        env["CHENGMAI_VAR"] = str(layout.var)
        with subprocess.Popen([*command], env={**os.environ, **env}) as process:
            supervisor.keep_while(lambda: process.poll() is None)
            if process.poll() is None:
                process.terminate()
            return process.wait()


def chengmai_command(*arguments: str) -> tuple[str, ...]:
    """Our own command line in a new process of the same Python."""
    return (sys.executable, "-m", "chengmai.main.cli", *arguments)
