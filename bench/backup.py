"""What a second copy of the log costs commits and moves, and how long a whole city takes to come back.

    script/bench backup [--seconds 5] [--moves 300] [--cases 20000] [--components 120000]

Servers of its own (fsync on); the second copy lies on the same disk, which is its worst case.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from _cost import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from chengmai.main.ground import postgres
from chengmai.main.ground.layout import ROOT, Layout

# The servers around this bench are not those that it asks.
OUTER = ("DATABASE_URL", "NATS_URL", "CHENGMAI_WAL", "CHENGMAI_DISKS", "CHENGMAI_KEYS")
TEXT = "路面有积灰，请来清扫。" * 40


def main() -> None:
    """Print one table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seconds", type=float, default=5)
    words.add_argument("--moves", type=int, default=300, help="cases moved through the loop")
    words.add_argument("--cases", type=int, default=20_000)
    words.add_argument("--components", type=int, default=120_000)
    words.add_argument("--commits", action="store_true", help=argparse.SUPPRESS)
    options = words.parse_args()
    if options.commits:
        commits(options.seconds)
        return
    folder = Path(tempfile.mkdtemp(prefix="chengmai-backup-"))
    folder.chmod(0o755)
    lines: list[str] = []
    try:
        for mode in ("off", "async", "sync"):
            again = [sys.executable, __file__, "--commits", "--seconds", str(options.seconds)]
            said = city(folder / mode, {"CHENGMAI_BACKUP_WAL": mode}, *again)
            lines += [f"log kept {mode:<6} {line}" for line in said if "ms" in line]
            lines += moves(folder / mode, mode, options.moves)
        lines += whole_city(folder / "whole", options.cases, options.components)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\nBackup and restore on {machine()}")
    print("\n".join(lines))


def moves(var: Path, mode: str, cases: int) -> list[str]:
    """The closed loop over HTTP (bench/loop.py) on the servers of this mode: reports and moves."""
    words = ("--cases", f"{cases}", "--past", "1000", "--photos", "40", "--lists", "20")
    again = [sys.executable, str(ROOT / "bench" / "loop.py"), *words]
    more = {"CHENGMAI_BACKUP_WAL": mode, "CHENGMAI_RATE_LIMITS": "off"}
    kept = []
    for line in city(var, more, *again):
        cells = line.split()
        if cells[:1] in (["report"], ["move"]):
            name, number, rate, *rest = cells
            p50, p95 = [cell for cell in rest if "." in cell][:2]
            kept.append(
                f"log kept {mode:<6} {name:<10} {rate:>5}/s  median {p50} ms  p95 {p95} ms"
                f"  ({number} of them, 8 clients)"
            )
    return kept


def city(var: Path, more: dict[str, str], *command: str) -> list[str]:
    """Run a command with servers under `var`; what it said."""
    words = ["-m", "chengmai.main.cli", "test-servers", "--durable", "--var", str(var), "--"]
    return run([*words, *command], var, more)


def run(words: list[str], var: Path, more: dict[str, str]) -> list[str]:
    """Our own command line; the lines it printed."""
    taken = {k: v for k, v in os.environ.items() if k not in OUTER}
    env = {**taken, "CHENGMAI_VAR": str(var), "PYTHONPATH": str(ROOT), **more}
    done = subprocess.run(
        [sys.executable, *words], env=env, cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise SystemExit(done.stdout[-1500:] + done.stderr[-1500:])
    return done.stdout.splitlines()


def commits(seconds: float) -> None:
    """One row a commit, by one client and by eight; how far the second copy is behind meanwhile."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as database:
        database.execute("CREATE TABLE IF NOT EXISTS bench_commits (id serial, words text)")
    for clients in (1, 8):
        taken: list[float] = []
        behind: list[float] = []
        until = time.monotonic() + seconds

        def work(taken: list[float] = taken, until: float = until) -> None:
            with psycopg.connect(url, autocommit=True) as database:
                while (began := time.monotonic()) < until:
                    database.execute("INSERT INTO bench_commits (words) VALUES (%s)", [TEXT])
                    taken.append(time.monotonic() - began)

        threads = [threading.Thread(target=work) for _ in range(clients)]
        threads.append(threading.Thread(target=lag, args=(behind, until)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(
            f"{clients} client{'s' if clients > 1 else ' '}  {len(taken) / seconds:6.0f}/s"
            f"  median {statistics.median(taken) * 1000:5.2f} ms"
            f"  p95 {percentile(taken, 0.95) * 1000:5.2f} ms{behind_words(behind)}"
        )


def lag(behind: list[float], until: float) -> None:
    """Bytes by which the second copy is behind what the server has on its disk, 20 times a second.

    Of what it says it has written, once a second without `sync`, so up to a second of log too much.
    Without `sync` it flushes each 16 MB; what is written outlives everything but a loss of power.
    """
    layout = Layout(Path(os.environ["CHENGMAI_VAR"]))
    port = urlsplit(os.environ["DATABASE_URL"]).port or 0
    server = postgres.cluster(layout, port).superuser_conninfo()
    with psycopg.connect(server, autocommit=True) as database:
        while time.monotonic() < until:
            for (found,) in database.execute(
                "SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), write_lsn)::float8"
                " FROM pg_stat_replication WHERE write_lsn IS NOT NULL"
            ):
                behind.append(max(0.0, found))
            time.sleep(0.05)


def behind_words(behind: list[float]) -> str:
    """The lag in kilobytes; nothing where no second copy is written."""
    if not behind:
        return ""
    return (
        f"  copy behind: median {statistics.median(behind) / 1000:.0f} kB,"
        f" p95 {percentile(behind, 0.95) / 1000:.0f} kB, most {max(behind) / 1000:.0f} kB"
    )


def percentile(figures: list[float], share: float) -> float:
    """The figure below which this share of them lies."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def whole_city(var: Path, cases: int, components: int) -> list[str]:
    """Make the demo city, back it up, lose its data folder, bring it back."""
    place = var.with_name("place")
    more = {
        "CHENGMAI_DEMO_CASES": str(cases),
        "CHENGMAI_DEMO_COMPONENTS": str(components),
        "CHENGMAI_BACKUP_WAL": "sync",
        "CHENGMAI_BACKUP_TO": str(place),
        "CHENGMAI_BACKUP_PASSPHRASE": "bench",
    }
    cli = (sys.executable, "-m", "chengmai.main.cli")
    began = time.monotonic()
    city(var, more, *cli, "prepare", "--demo")
    made = time.monotonic() - began
    said = city(var, more, *cli, "backup")
    lines = [f"demo city made in {made:.0f} s ({cases} cases, {components} components)"]
    lines += [line for line in said if line.startswith("Backup ")]
    for path in (var / "postgres", *Path("/var/lib/chengmai").glob("*/postgres")):
        if (path / "chengmai.life").exists() and path.is_relative_to(var):
            shutil.rmtree(path)
    said = run(["-m", "chengmai.main.cli", "restore", "--from", str(place)], var, more)
    return [*lines, *(line for line in said if line.startswith(("RTO", "Restored", "  ledger")))]


if __name__ == "__main__":
    main()
