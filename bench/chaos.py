"""Faults under load, one after the other: what was lost, what was doubled, when it was back.

    script/bench chaos [--hold 6] [--only NAME[,NAME...]] [--no-disk]

A fault that this machine cannot show has its line too: "not evaluated" and why. It starts whole platforms of its own (`chengmai up`) and needs root for the full and the slow disk.
People report and move cases over HTTP with idempotency keys and send again what fails.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import psycopg
from _cost import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from chengmai.main.tests import faults
from chengmai.main.tests.faults import Fault, Row, Skipped, trial
from chengmai.main.tests.platform import Platform, platform

FAULTS = (
    Fault("web worker, kill -9", faults.kill_web_worker),
    Fault("whole web, kill -9", faults.kill_whole_web),
    Fault("worker, kill -9", faults.kill("worker")),
    Fault("worker of long work, kill -9", faults.kill("worker-long")),
    Fault("relay, kill -9", faults.kill("relay")),
    Fault("reactor, kill -9", faults.kill("reactor")),
    Fault("push, kill -9", faults.kill("push")),
    Fault("NATS, kill -9", faults.kill("nats")),
    Fault("PostgreSQL, kill -9", faults.kill("postgres")),
    Fault("NATS cut off (SIGSTOP)", faults.pause("nats")),
    Fault("PostgreSQL hangs (SIGSTOP)", faults.pause("postgres")),
    Fault("no connections left", faults.no_connections_left),
    Fault("slow disk, 200 kB/s", faults.slow_disk),
    Fault("clock of one web +2 h", faults.clock_jump(2)),
    Fault("clock of one web -2 h", faults.clock_jump(-2)),
    Fault("lost power", faults.lost_power),
)
ON_A_SMALL_DISK = (
    Fault("disk nearly full, 60 MB left", faults.full_disk(60)),
    Fault("disk full, nothing left", faults.full_disk(0)),
)
EVERY = (*FAULTS, *ON_A_SMALL_DISK)
SMALLER = (("disk_warn_megabytes", 120), ("disk_refuse_megabytes", 80))


def main() -> None:
    """Run every fault and print one table, whatever happens on the way."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--hold", type=float, default=6, help="seconds that a fault lasts at least")
    words.add_argument("--patience", type=float, default=150, help="seconds until it must be back")
    words.add_argument("--only", default="", help="parts of names, by commas")
    words.add_argument("--no-disk", action="store_true", help="without the full disk")
    options = words.parse_args()
    wanted = [part for part in options.only.split(",") if part]
    began = time.monotonic()
    rows = {fault.name: Row(fault.name, left_out="not asked for") for fault in EVERY}

    def chosen(several: tuple[Fault, ...]) -> list[Fault]:
        return [f for f in several if not wanted or any(part in f.name for part in wanted)]

    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="chengmai-chaos-"))
        folder.chmod(0o755)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        stack.callback(tell, rows, options.hold, began)
        if some := chosen(FAULTS):
            run(folder / "var", some, options, rows)
        if (some := chosen(ON_A_SMALL_DISK)) and not options.no_disk:
            try:
                with faults.small_disk(folder / "disk"):
                    # JetStream makes no stream that is allowed more than three quarters of the disk.
                    stream = {"CHENGMAI_FACT_STREAM_BYTES": "67108864"}
                    run(folder / "disk", some, options, rows, SMALLER, **stream)
            except Skipped as why:
                for fault in some:
                    rows[fault.name].left_out = f"{why}"
    if any(row.lost or row.doubled or row.failed for row in rows.values()):
        raise SystemExit(1)


def run(
    var: Path,
    several: list[Fault],
    options: argparse.Namespace,
    rows: dict[str, Row],
    numbers: tuple[tuple[str, int], ...] = (),
    **more: str,
) -> None:
    """A platform of its own, and every fault on it. One that does not start leaves its rows open."""
    left = list(several)
    try:
        with platform(var, **more) as city:
            for key, value in numbers:
                city.ask(
                    "INSERT INTO kernel_setting (key, value, valid_from, source, clause)"
                    " VALUES (%s, to_jsonb(%s::int), '2020-01-01', 'bench', '') RETURNING id",
                    key,
                    value,
                )
            while left:
                one_fault(city, left[0], options, rows)
                left.pop(0)
            said = city.command("ledger", "verify").stdout.strip().splitlines()
            print(f"  ledger: {'; '.join(said)}", flush=True)
    except (AssertionError, OSError, psycopg.Error, subprocess.SubprocessError) as wrong:
        for fault in left:
            rows[fault.name].left_out = f"the platform was not there: {wrong}".replace("\n", " ")[
                -160:
            ]


def one_fault(
    city: Platform, fault: Fault, options: argparse.Namespace, rows: dict[str, Row]
) -> None:
    """One row. A platform that did not come back by itself is started anew for the next."""
    row = rows[fault.name] = Row(fault.name)
    try:
        trial(city, fault, hold=options.hold, patience=options.patience, row=row)
    except Skipped as why:
        row.left_out = f"{why}"
    except AssertionError as wrong:
        row.failed = f"{wrong}"[:160]
        city.stop()
        city.start()
    print(f"  {row.fault}: {verdict(row)}", flush=True)


def verdict(row: Row) -> str:
    """One line for who watches."""
    if row.left_out:
        return f"not evaluated: {row.left_out}"
    if row.failed:
        return f"FAILED: {row.failed}"
    return f"back after {row.back:.1f} s; {row.said}"


def tell(rows: dict[str, Row], hold: float, began: float) -> None:
    """The table: every fault has its line."""
    print(f"\nFaults under load on {machine()}; each lasts {hold:g} s or until it mends itself")
    head = ("fault", "acknowledged", "lost", "doubled", "back after s", "desk said", "client saw")
    table = [head] + [
        (r.fault, *(("-",) * 5), verdict(r))
        if r.left_out or r.failed
        else (
            r.fault,
            f"{r.acknowledged}",
            f"{r.lost}",
            f"{r.doubled}",
            f"{r.back:.1f}",
            r.said,
            r.errors,
        )
        for r in rows.values()
    ]
    wide = [max(len(row[n]) for row in table) for n in range(len(head) - 1)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, wide, strict=False)]
        print("  ".join([*cells, row[-1]]))
    print(f"{(time.monotonic() - began) / 60:.1f} minutes in all", flush=True)


if __name__ == "__main__":
    main()
