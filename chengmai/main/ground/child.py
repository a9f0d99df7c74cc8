"""One child process: started in its own group, stopped with everything it started."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chengmai.main.ground.layout import ROOT
from chengmai.main.ground.trouble import Trouble

TROUBLE_WORDS = re.compile(
    r"\b(\w*error|cannot|could not|not found|failed|fatal|no such|refused)\b", re.IGNORECASE
)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
BEHIND_REQUESTS = 10  # the niceness of what answers nobody who waits
LOG_BYTES = 8 * 1024 * 1024


def _at_once() -> bool:
    return True


@dataclass(frozen=True)
class Spec:
    """How one process is started, known to be ready, and stopped. Times in seconds."""

    name: str
    command: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    ready: Callable[[], bool] = _at_once
    ready_within: float = 60.0
    stop_signal: signal.Signals = signal.SIGTERM
    stop_within: float = 10.0
    user: str | None = None
    nice: int = 0  # 0 to 19: how far behind the others it stands where processors are short
    cwd: Path = ROOT


class Child:
    """A running process of a Spec; its output goes to one log file of bounded size."""

    def __init__(self, spec: Spec, log: Path) -> None:
        self.spec = spec
        self.log = log
        self.started = time.monotonic()
        with log.open("ab") as out:
            try:
                self.process = subprocess.Popen(
                    _wrapped(spec),
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=subprocess.STDOUT,
                    env={**os.environ, **spec.env},
                    cwd=spec.cwd,
                    start_new_session=True,
                )
            except FileNotFoundError:
                raise Trouble(
                    f"The program {spec.command[0]} is missing.", "Run: script/up"
                ) from None
        self.pid = self.process.pid
        self.birth = birth_of(self.pid)

    def exit_code(self) -> int | None:
        """None while it runs."""
        return self.process.poll()

    def ask_to_stop(self) -> None:
        """Send the process its stop signal; it is expected to stop its own children."""
        with contextlib.suppress(ProcessLookupError):
            if self.exit_code() is None:
                os.kill(self.pid, self.spec.stop_signal)

    def finish(self) -> None:
        """Wait for the end as long as the Spec allows, then end whatever is left of the group."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(self.spec.stop_within)
        end_group(self.pid)
        self.process.wait()

    def bound_log(self) -> None:
        """Keep the log within its size: the full one becomes NAME.log.1, the new one starts empty."""
        with contextlib.suppress(OSError):  # gone, or no room for a copy: then next time
            if self.log.stat().st_size > LOG_BYTES:
                shutil.copyfile(self.log, self.log.with_suffix(".log.1"))
                os.truncate(self.log, 0)

    def last_words(self) -> str:
        """The last line that the process wrote, for a report of one line."""
        return last_line(self.log)


def last_line(log: Path) -> str:
    """The last line of a log that names a problem, or else says anything; empty when none does."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 8192))
            text = COLOURS.sub("", file.read().decode(errors="replace"))
            lines = [line.strip() for line in text.splitlines()]
    except FileNotFoundError:
        return ""
    said = [line[:300] for line in reversed(lines) if len(line) > 3 and line[:3] != "at "]
    return next((line for line in said if TROUBLE_WORDS.search(line)), next(iter(said), ""))


def end_group(pgid: int) -> None:
    """Kill every process that is left of a group and see it go; none left is fine."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pgid, signal.SIGKILL)
        until = time.monotonic() + 5
        while _group_lives(pgid) and time.monotonic() < until:
            time.sleep(0.01)


def _group_lives(pgid: int) -> bool:
    return any(
        fields[2] == str(pgid) and fields[0] != "Z"
        for path in Path("/proc").glob("[0-9]*/stat")
        if (fields := _stat(path))
    )


def birth_of(pid: int) -> str:
    """When a living process began, in clock ticks since boot: tells it from a later one of its id.

    Empty when there is no such process, or when it is dead and only not yet collected.
    """
    fields = _stat(Path(f"/proc/{pid}/stat"))
    return fields[19] if fields and fields[0] != "Z" else ""


def _stat(path: Path) -> list[str]:
    """State, parent, group and so on of a process; empty when it is gone."""
    try:
        return path.read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _wrapped(spec: Spec) -> list[str]:
    """Let the child hear of our death even by kill -9, and drop privileges where the Spec says so."""
    command = ["nice", "-n", f"{spec.nice}", *spec.command] if spec.nice else list(spec.command)
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        if spec.user is not None:
            raise Trouble("The program setpriv is missing.", "Run: apt-get install util-linux")
        return command
    signal_name = spec.stop_signal.name.removeprefix("SIG")
    user = ["--reuid", spec.user, "--regid", spec.user, "--init-groups"] if spec.user else []
    return [setpriv, *user, "--pdeathsig", signal_name, "--", *command]
