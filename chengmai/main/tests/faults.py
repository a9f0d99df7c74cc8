"""Faults of a platform at work, one after the other: what was lost, what was said, when it was back."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import psycopg

from chengmai.main.ground.layout import ROOT, tool
from chengmai.main.tests.load import Load, judge
from chengmai.main.tests.platform import Platform, descendants, until

Heal = Callable[[], None]


class Skipped(Exception):
    """This machine cannot show the fault; the text says why."""


@dataclass(frozen=True)
class Fault:
    """A fault: `strike` does it and gives what ends it after `seconds` (None: it ends itself)."""

    name: str
    strike: Callable[[Platform], Heal | None]
    seconds: float = 0.0


@dataclass
class Row:
    """What became of it. Times in seconds; `back` counts from the strike, or from the end of it."""

    fault: str
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    errors: str = ""
    back: float = 0.0
    said: str = ""
    facts: int = 0
    left_out: str = ""  # why it was not evaluated
    failed: str = ""  # what never came true


@dataclass
class Watch:
    """Somebody who looks at the desk all the time, and somebody who listens to the live line."""

    platform: Platform
    said: set[str] = field(default_factory=set)
    well: bool = False
    heard: set[int] = field(default_factory=set)
    resyncs: int = 0

    def __enter__(self) -> Watch:
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=work, daemon=True) for work in (self._look, self._listen)
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(20)

    def _look(self) -> None:
        while not self._ended.wait(0.3):
            status, body = self.platform.get("api/v1/status", 6)
            codes = {one["code"] for one in body["troubles"]} if status == 200 else {"unreachable"}
            self.said |= codes
            self.well = not codes

    def _listen(self) -> None:
        last = ""
        while not self._ended.wait(0.3):
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                last = self._one_line(last)

    def _one_line(self, last: str) -> str:
        line = http.client.HTTPConnection("127.0.0.1", self.platform.port, timeout=20)
        token = self.platform.city["tokens"]["leader"]
        headers = {"Cookie": f"chengmai_session={token}", "Last-Event-ID": last}
        try:
            line.request("GET", "/live", headers=headers)
            answer, kind = line.getresponse(), ""
            while not self._ended.is_set() and (raw := answer.readline()):
                text = raw.decode().strip("\n")
                name, _, value = text.partition(": ")
                if name == "id":
                    last = value
                elif name == "event":
                    kind = value
                    self.resyncs += kind == "resync"
                elif name == "data" and kind == "fact":
                    self.heard.add(int(json.loads(value)["id"]))
        finally:
            line.close()
        return last


def trial(
    platform: Platform, fault: Fault, *, hold: float, patience: float = 90, row: Row | None = None
) -> Row:
    """Strike while people work, wait until everything is well again, then ask for each step.

    Raises Skipped where this machine cannot show the fault; `row` keeps what was seen until then.
    """
    row = row or Row(fault.name)
    last_before = newest_entry(platform)
    with Watch(platform) as watch, Load(platform, people=2, pause=0.15) as load:
        until(lambda: len(load.journal.answered_at) >= 4 and watch.well, 90)
        watch.said.clear()
        change_calendar(platform)
        heal = fault.strike(platform)
        began = time.monotonic()
        if heal is not None:
            time.sleep(fault.seconds or hold)
            heal()
            began = time.monotonic()
        else:
            time.sleep(0.3)
        row.back = _until_well(platform, load, watch, began, patience)
        if check_reactions(platform) > 1.0:
            row.back = time.monotonic() - began
        time.sleep(max(0.0, hold - (time.monotonic() - began)))
    drained(platform)
    verdict = judge(platform, load.journal)
    row.acknowledged, row.lost, row.doubled = verdict.acknowledged, verdict.lost, verdict.doubled
    assert load.journal.refused == [], load.journal.refused[:3]
    row.errors = ", ".join(f"{code} x{n}" for code, n in sorted(load.journal.errors.items())) or "-"
    row.said = ", ".join(sorted(watch.said)) or "-"
    row.facts = newest_entry(platform) - last_before
    check_reactions(platform)
    return row


def _until_well(
    platform: Platform, load: Load, watch: Watch, began: float, patience: float
) -> float:
    """Seconds until a fresh step is acknowledged, heard on the live line, and the desk is calm."""
    asked = newest_soon(platform, patience)

    def back() -> bool:
        answered = load.journal.answered_at[-1] > began
        heard = any(number > asked for number in watch.heard) or watch.resyncs > 0
        return answered and heard and watch.well and platform.status("readyz") == 200

    until(back, patience)
    return time.monotonic() - began


def newest_soon(platform: Platform, patience: float) -> int:
    """The newest ledger id, as soon as the database says one."""
    found: list[int] = []

    def answered() -> bool:
        with contextlib.suppress(psycopg.Error):
            found.append(newest_entry(platform))
        return bool(found)

    until(answered, patience)
    return found[0]


def newest_entry(platform: Platform) -> int:
    return int(platform.ask("SELECT coalesce(max(id), 0) FROM kernel_ledgerentry")[0][0])


def drained(platform: Platform) -> None:
    """The relay has caught up."""
    until(lambda: platform.ask("SELECT count(*) FROM kernel_outbox") == [(0,)], 120)


_days = iter(date(2027, 1, 4) + timedelta(days=number) for number in range(300))


def change_calendar(platform: Platform) -> None:
    """Tell a fact that has a reaction: the administrator makes a day a holiday."""
    body = {"working": False, "name": "演练"}
    line = http.client.HTTPConnection("127.0.0.1", platform.port, timeout=10)
    headers = {
        "Cookie": f"chengmai_session={platform.city['tokens']['admin']}",
        "X-Chengmai-Client": "test",
        "Content-Type": "application/json",
    }
    path = f"/api/v1/city/calendar/days/{next(_days)}"
    line.request("PUT", path, json.dumps(body).encode(), headers)
    answer = line.getresponse()
    text = answer.read()
    assert answer.status == 200, text
    line.close()


def check_reactions(platform: Platform) -> float:
    """Every fact that somebody reacts to was answered, once, and nothing lies dead; seconds waited.

    What a killed reactor had in its hands is given to the next one after a minute (its ack_wait).
    """
    unanswered = (
        "SELECT count(*) FROM kernel_ledgerentry e WHERE e.name = 'city.CalendarChanged'"
        " AND 1 <> (SELECT count(*) FROM kernel_reactiondone d WHERE d.entry_id = e.id)"
    )
    waited = until(lambda: platform.ask(unanswered) == [(0,)], 90)
    assert platform.ask("SELECT count(*) FROM kernel_deadletter") == [(0,)]
    return waited


# The faults themselves.


def kill(name: str) -> Callable[[Platform], None]:
    """kill -9 of one process of the platform."""

    def strike(platform: Platform) -> None:
        platform.kill(name)

    return strike


def kill_web_worker(platform: Platform) -> None:
    """kill -9 of one of the web's workers."""
    _signal(descendants(platform.children()["web"])[0], signal.SIGKILL)


def kill_whole_web(platform: Platform) -> None:
    """kill -9 of the web with all its workers."""
    for pid in descendants(platform.children()["web"]):
        _signal(pid, signal.SIGKILL)


def pause(name: str) -> Callable[[Platform], Heal]:
    """Stop a process in its tracks (SIGSTOP): it hangs, as if the network to it were cut."""

    def strike(platform: Platform) -> Heal:
        pids = descendants(platform.children()[name])
        for pid in pids:
            _signal(pid, signal.SIGSTOP)

        def heal() -> None:
            for pid in pids:
                _signal(pid, signal.SIGCONT)

        return heal

    return strike


def no_connections_left(platform: Platform) -> Heal:
    """Somebody takes every connection that PostgreSQL gives to the program's role."""
    taken: list[psycopg.Connection[object]] = []
    ended, none_left = threading.Event(), threading.Event()

    def hold() -> None:
        while not ended.is_set():
            try:
                taken.append(platform.database())
            except psycopg.Error:
                none_left.set()
                ended.wait(0.05)

    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    # Connections that the web keeps stay its own: end them, so that it must ask for new ones.
    assert none_left.wait(60), "PostgreSQL gave a connection to everybody who asked"
    with contextlib.suppress(psycopg.Error):
        taken[0].execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = current_user AND application_name = '' AND pid <> ALL(%s)",
            [[one.info.backend_pid for one in taken]],
        )

    def heal() -> None:
        ended.set()
        thread.join(10)
        for one in taken:
            one.close()

    return heal


def lost_power(_platform: Platform) -> Heal:
    """Nothing here can cut the power of the machine under it."""
    raise Skipped("kill -9 keeps the page cache; cut the plug of a machine of its own")


def slow_disk(platform: Platform) -> Heal:
    """PostgreSQL and NATS may write 200 kB a second (cgroup v1 blkio; nothing else is slowed)."""
    root = Path("/sys/fs/cgroup/blkio")
    if not (root / "blkio.throttle.write_bps_device").exists():
        raise Skipped("needs root and cgroup v1 blkio")
    device = platform.var.stat().st_dev
    whole = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}")
    if not whole.exists():
        raise Skipped("the folder lies on no block device")
    if (whole / "partition").exists():
        whole = whole.resolve().parent
    group = root / f"chengmai-{os.getpid()}"
    try:
        group.mkdir()
        limit = f"{(whole / 'dev').read_text().strip()} 200000"
        (group / "blkio.throttle.write_bps_device").write_text(limit)
    except OSError as problem:
        raise Skipped(f"cgroup: {problem.strerror}") from None
    children = platform.children()
    for pid in [*descendants(children["postgres"]), *descendants(children["nats"])]:
        with contextlib.suppress(OSError):
            (group / "cgroup.procs").write_text(str(pid))

    def heal() -> None:
        for pid in (group / "cgroup.procs").read_text().split():
            with contextlib.suppress(OSError):
                (root / "cgroup.procs").write_text(pid)
        until(lambda: not (group / "cgroup.procs").read_text().strip(), 20)
        group.rmdir()

    return heal


def full_disk(leave_megabytes: int) -> Callable[[Platform], Heal]:
    """Something else fills the disk of this platform up to so little room."""

    def strike(platform: Platform) -> Heal:
        filler = platform.var / "filler"
        room = shutil.disk_usage(platform.var).free - leave_megabytes * 1_000_000
        if room > 2_000_000_000:
            raise Skipped("the platform has no small disk of its own")
        with filler.open("wb") as file:
            if leave_megabytes:
                os.posix_fallocate(file.fileno(), 0, room)
            else:
                with contextlib.suppress(OSError):
                    while True:
                        file.write(bytes(1_000_000))
                        file.flush()
        return filler.unlink

    return strike


@contextmanager
def small_disk(folder: Path, megabytes: int = 700) -> Iterator[Path]:
    """A small disk (tmpfs) for a whole `var/`. Raises Skipped where it cannot be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={megabytes}m,mode=755"
    words = [tool("mount"), "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise Skipped(f"mount: {done.stderr.strip()[:80] or 'needs root'}")
    try:
        yield folder
    finally:
        subprocess.run([tool("umount"), str(folder)], check=False)


def clock_jump(hours: float) -> Callable[[Platform], Heal]:
    """The web starts again with a clock that is off (libfaketime), the rest keeps the right one."""
    library = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")

    def strike(platform: Platform) -> Heal:
        if not library.exists():
            raise Skipped("needs the package libfaketime")
        own = other_web(platform, {
            "LD_PRELOAD": str(library),
            "FAKETIME": f"{hours:+g}h",
            "DONT_FAKE_MONOTONIC": "1",
        })  # fmt: skip
        right = platform.ports
        platform.ports = {**right, "caddy": right["web"] + 40}

        def heal() -> None:
            platform.ports = right
            end_all(own)

        return heal

    return strike


def other_web(platform: Platform, more: dict[str, str]) -> subprocess.Popen[bytes]:
    """One more web process beside the platform's own, answering on its own port."""
    port = platform.ports["web"] + 40
    lines = platform.layout.addresses.read_text().splitlines()
    env = platform.environment(**dict(line.split("=", 1) for line in lines), **more)
    words = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws"]
    with (platform.var / "other-web.log").open("ab") as log:
        process = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("granian")),
                *words,
                "chengmai.main.wsgi:application",
            ],
            env=env,
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )
    url = ("127.0.0.1", port)

    def answers() -> bool:
        line = http.client.HTTPConnection(*url, timeout=20)
        with contextlib.suppress(OSError, http.client.HTTPException):
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        return False

    try:
        until(answers, 90)
    except AssertionError:
        end_all(process)
        raise
    return process


def end_all(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a process and its children."""
    for pid in descendants(process.pid):
        _signal(pid, signal.SIGKILL)
    process.wait()


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
