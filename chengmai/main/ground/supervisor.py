"""The supervisor: starts children in order, keeps them running, stops them in reverse order.

It has one thread and one loop; signals only set a flag, so a child is never lost between its start
and its entry in the list. A child that ends by itself is started again after 1, 2, 4 … 30 seconds.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from chengmai.main.ground.child import Child, Spec, birth_of, end_group
from chengmai.main.ground.layout import Layout
from chengmai.main.ground.trouble import Stopped, Trouble

TICK = 0.1
STEADY_AFTER = 60.0
LONGEST_PAUSE = 30.0
ENDS_REMEMBERED = 20
ENDS_SECONDS = 600  # how long an end is remembered, for the lookout


def print_line(line: str) -> None:
    print(line, flush=True)


class Supervisor:
    """Owner of all child processes of one `var/`. Use as a context manager: leaving stops all."""

    def __init__(
        self, layout: Layout, say: Callable[[str], None] = print_line, first_pause: float = 1.0
    ) -> None:
        self.layout = layout
        self._say = say
        self.first_pause = first_pause
        self.running: dict[str, Child] = {}
        self.waiting: dict[str, tuple[float, Spec]] = {}
        self.pauses: dict[str, float] = {}
        self.ends: dict[str, list[float]] = {}
        self.asked_to_stop = False
        self._unwritten = False
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Supervisor:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._handlers[number] = signal.signal(number, self._on_signal)
        self._end_leftovers()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def start(self, *specs: Spec) -> None:
        """Start these together and wait until every one is ready; tell how long each took."""
        began = time.monotonic()
        for spec in specs:
            self._check()
            self._spawn(spec)
        pending = {spec.name: spec for spec in specs}
        while pending:
            for name, spec in list(pending.items()):
                took = time.monotonic() - began
                if self._is_ready(spec, took):
                    del pending[name]
                    self.say(f"  {name:<10} ready in {took:.1f} s")
            self._pause(TICK / 2 if pending else 0)

    def run_step(self, spec: Spec) -> None:
        """Run one command to its end, as a child like the others. Raises Trouble when it fails."""
        self._check()
        child = self._spawn(spec)
        while (code := child.exit_code()) is None:
            self._pause(TICK / 2)
        self._forget(spec.name)
        if code != 0:
            raise self._failed(child, f"The step {spec.name} failed (exit {code})")

    def keep(self) -> None:
        """Watch over the children until someone asks to stop."""
        self.keep_while(lambda: True)

    def keep_while(self, wanted: Callable[[], bool]) -> None:
        """Watch over the children as long as they are wanted and nobody asks to stop."""
        with contextlib.suppress(Stopped):
            while wanted():
                self._pause(TICK)
                self.look_after()

    def look_after(self) -> None:
        """One round: notice ends, start again what waited long enough, keep logs bounded."""
        now = time.monotonic()
        for name, child in list(self.running.items()):
            code = child.exit_code()
            if code is not None:
                end_group(child.pid)
                self._forget(name)
                self._plan_restart(child, code, now)
            else:
                child.bound_log()
        if self._unwritten:
            self._write_down()
        for name, (when, spec) in list(self.waiting.items()):
            if now >= when:
                del self.waiting[name]
                try:
                    self._spawn(spec)
                except OSError as problem:  # no room for its log, no process to be had
                    self.waiting[name] = (now + LONGEST_PAUSE / 10, spec)
                    self.say(f"{name} cannot be started yet: {problem.strerror}.")
                    continue
                self.say(f"{name} was started again.")

    def end(self, name: str) -> None:
        """Stop one child for good."""
        child = self.running.get(name)
        if child is not None:
            child.ask_to_stop()
            child.finish()
            self._forget(name)

    def say(self, line: str) -> None:
        """Tell whoever started us; that nobody can hear it (a full disk, a closed pipe) is no matter."""
        with contextlib.suppress(OSError):
            self._say(line)

    def pause(self, seconds: float) -> None:
        """Wait a little. Raises Stopped when someone asks to stop."""
        self._pause(seconds)

    def stop(self) -> None:
        """Stop every child, the last started first; returns when nothing is left of any."""
        self.asked_to_stop = True
        self.waiting.clear()
        for name in reversed(list(self.running)):
            self.end(name)

    def _spawn(self, spec: Spec) -> Child:
        child = Child(spec, self.layout.logs / f"{spec.name}.log")
        self.running[spec.name] = child
        self._write_down()
        return child

    def _forget(self, name: str) -> None:
        self.running.pop(name, None)
        self._write_down()

    def _is_ready(self, spec: Spec, took: float) -> bool:
        child = self.running[spec.name]
        code = child.exit_code()
        if code is not None:
            raise self._failed(child, f"{spec.name} ended while starting (exit {code})")
        if spec.ready():
            return True
        if took > spec.ready_within:
            raise self._failed(child, f"{spec.name} was not ready in {spec.ready_within:.0f} s")
        return False

    def _failed(self, child: Child, what: str) -> Trouble:
        words = child.last_words()
        said = f"{what}: {words.rstrip(chr(46))}." if words else f"{what}."
        return Trouble(said, f"See {self._log_of(child)}")

    def _plan_restart(self, child: Child, code: int, now: float) -> None:
        name = child.spec.name
        steady = now - child.started > STEADY_AFTER
        pause = self.first_pause if steady else self.pauses.get(name, self.first_pause)
        self.pauses[name] = min(pause * 2, LONGEST_PAUSE)
        self.waiting[name] = (now + pause, child.spec)
        self.ends[name] = [*self.ends.get(name, []), time.time()][-ENDS_REMEMBERED:]
        self._write_down()
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit {code}"
        self.say(f"{name} ended ({how}); starting again in {pause:g} s; see {self._log_of(child)}")

    def _log_of(self, child: Child) -> str:
        return self.layout.shown(child.log)

    def _pause(self, seconds: float) -> None:
        self._check()
        time.sleep(seconds)
        self._check()

    def _check(self) -> None:
        if self.asked_to_stop:
            raise Stopped

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.asked_to_stop = True

    def _write_down(self) -> None:
        rows: list[dict[str, object]] = [
            {"name": n, "pid": c.pid, "birth": c.birth, "signal": int(c.spec.stop_signal)}
            for n, c in self.running.items()
        ]
        rows += [{"name": name, "waits": True} for name in self.waiting]  # for the lookout
        since = time.time() - ENDS_SECONDS
        rows += [
            {"name": name, "ends": [round(at) for at in ends if at > since]}
            for name, ends in self.ends.items()
        ]
        fresh = self.layout.children.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(rows))
            fresh.replace(self.layout.children)
            self._unwritten = False
        except OSError:  # a full disk must not end who brings everything back
            self._unwritten = True

    def _end_leftovers(self) -> None:
        """End children of a supervisor that was killed; only those that are provably ours."""
        try:
            rows = json.loads(self.layout.children.read_text())
        except (OSError, ValueError):
            return
        for row in reversed([row for row in rows if "pid" in row]):
            pid, birth = int(row["pid"]), str(row["birth"])
            if not birth or birth_of(pid) != birth:
                continue
            self.say(f"Ending {row['name']} (process {pid}), left by an earlier run.")
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, int(row["signal"]))
            until = time.monotonic() + 15
            while birth_of(pid) == birth and time.monotonic() < until:
                time.sleep(TICK)
            end_group(pid)
