"""Faults under load, one after the other: what was lost, what was doubled, when it was back.

    script/bench chaos [--hold 8] [--only NAME[,NAME...]] [--no-disk]

It starts whole platforms of its own (`chengmai up`) and needs root for the full and the slow disk.
People report and move cases over HTTP with idempotency keys and send again what fails.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from _cost import machine

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from chengmai.main.tests import faults
from chengmai.main.tests.faults import Fault, Row, Skipped, trial
from chengmai.main.tests.platform import platform

FAULTS = (
    Fault("web worker, kill -9", faults.kill_web_worker),
    Fault("whole web, kill -9", faults.kill_whole_web),
    Fault("worker, kill -9", faults.kill("worker")),
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
)
ON_A_SMALL_DISK = (
    Fault("disk nearly full, 60 MB left", faults.full_disk(60)),
    Fault("disk full, nothing left", faults.full_disk(0)),
)
SMALLER = (("disk_warn_megabytes", 120), ("disk_refuse_megabytes", 80))


def main() -> None:
    """Run every fault and print one table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--hold", type=float, default=8, help="seconds that a fault lasts at least")
    words.add_argument("--only", default="", help="parts of names, by commas")
    words.add_argument("--no-disk", action="store_true", help="without the full disk")
    options = words.parse_args()
    wanted = [part for part in options.only.split(",") if part]

    def chosen(several: tuple[Fault, ...]) -> list[Fault]:
        return [f for f in several if not wanted or any(part in f.name for part in wanted)]

    rows: list[Row] = []
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="chengmai-chaos-"))
        folder.chmod(0o755)
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        if some := chosen(FAULTS):
            rows += run(folder / "var", some, options.hold)
        if (some := chosen(ON_A_SMALL_DISK)) and not options.no_disk:
            try:
                with faults.small_disk(folder / "disk"):
                    # JetStream makes no stream that is allowed more than three quarters of the disk.
                    stream = {"CHENGMAI_FACT_STREAM_BYTES": "67108864"}
                    rows += run(folder / "disk", some, options.hold, SMALLER, **stream)
            except Skipped as why:
                rows += [Row(fault.name, said=f"skipped: {why}") for fault in some]
    tell(rows, options.hold)
    if any(row.lost or row.doubled or row.said.startswith("FAILED") for row in rows):
        raise SystemExit(1)


def run(
    var: Path,
    several: list[Fault],
    hold: float,
    numbers: tuple[tuple[str, int], ...] = (),
    **more: str,
) -> list[Row]:
    """A platform of its own, and every fault on it."""
    rows = []
    with platform(var, **more) as city:
        for key, value in numbers:
            city.ask(
                "INSERT INTO kernel_setting (key, value, valid_from, source, clause)"
                " VALUES (%s, to_jsonb(%s::int), '2020-01-01', 'bench', '') RETURNING id",
                key,
                value,
            )
        for fault in several:
            try:
                row = trial(city, fault, hold=hold)
            except AssertionError as wrong:
                row = Row(fault.name, said=f"FAILED: {wrong}"[:200])
            rows.append(row)
            print(f"  {row.fault}: back after {row.back:.1f} s; {row.said}", flush=True)
        said = city.command("ledger", "verify").stdout.strip().splitlines()
        print(f"  ledger: {'; '.join(said)}", flush=True)
    return rows


def tell(rows: list[Row], hold: float) -> None:
    """The table."""
    print(f"\nFaults under load on {machine()}; each lasts {hold:g} s or until it mends itself")
    head = ("fault", "acknowledged", "lost", "doubled", "back after s", "desk said", "client saw")
    table = [head] + [
        (
            r.fault,
            f"{r.acknowledged}",
            f"{r.lost}",
            f"{r.doubled}",
            f"{r.back:.1f}",
            r.said,
            r.errors,
        )
        for r in rows
    ]
    wide = [max(len(row[n]) for row in table) for n in range(len(head) - 1)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, wide, strict=False)]
        print("  ".join([*cells, row[-1]]))


if __name__ == "__main__":
    main()
