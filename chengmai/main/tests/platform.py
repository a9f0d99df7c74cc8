"""A whole platform of its own for the tests: `chengmai up` in a folder, with a small staffed city."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from chengmai.main.ground.child import birth_of
from chengmai.main.ground.layout import ROOT, Layout
from chengmai.main.ground.ports import is_free
from chengmai.main.tests.makers import environment

# Each process of a parallel run has a span of its own: a city that lies dead for a while must not
# find another one at its address.
PORTS_OF_A_CITY = 100
FIRST_PORT = 20450 + PORTS_OF_A_CITY * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
CITY = """
import json, django
django.setup()
from django.core.management import call_command
from django.db import transaction
call_command("migrate", interactive=False, verbosity=0)
from chengmai.cases.tests.makers import make_staff
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import make_person, make_session
from chengmai.identity.words import Duty
with transaction.atomic():
    staff = make_staff()
    people = {duty: actor.id for duty, actor in staff.people.items()}
    people["admin"] = make_person([Duty.ADMIN]).pk
    tokens = {duty: make_session(number, idle=None) for duty, number in people.items()}
    unit, condition = staff.unit.pk, staff.city.conditions["E0112"][0].pk
print("CITY" + json.dumps(
    {"tokens": tokens, "unit": unit, "condition": condition, "lon": LON, "lat": LAT}))
"""


@dataclass
class Platform:
    """A platform under a folder; it can be killed, started again, and asked."""

    var: Path
    ports: Mapping[str, int]
    env: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    city: dict[str, Any] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return self.ports["caddy"]

    @property
    def layout(self) -> Layout:
        return Layout(self.var)

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of its commands, without what would point them elsewhere."""
        ours = {"CHENGMAI_VAR": str(self.var), "CHENGMAI_PORT": str(self.port)}
        seed = {"CHENGMAI_KEYS": "", "CHENGMAI_TEST_NAME": ""}
        path = {"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "chengmai.main.settings"}
        return environment(**(seed | ours | path | self.env | more))

    def start(self, seconds: float = 200) -> float:
        """Start everything and wait until it is ready; the seconds that took."""
        began = time.monotonic()
        with (self.var / "up.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "chengmai.main.cli", "up", "--no-demo", "--no-web"],
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(lambda: self.status("readyz") == 200 or self.process.poll() is not None, seconds)
        assert self.process.poll() is None, (self.var / "up.log").read_text()[-2000:]
        return time.monotonic() - began

    def fill(self) -> None:
        """Before the first start: make the small city, one person per duty, each signed in."""
        words = ["test-servers", "--durable", "--var", str(self.var), "--"]
        make_ring = "from chengmai.kernel.keyring import make_key_ring; from pathlib import Path;"
        ring = f"{make_ring} make_key_ring(Path({str(self.var / 'keys.json')!r}))"
        done = self.command(*words, sys.executable, "-c", ring + CITY)
        line = next(line for line in done.stdout.splitlines() if line.startswith("CITY"))
        self.city = json.loads(line.removeprefix("CITY"))

    def command(
        self, *words: str, ok: bool = True, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """One `chengmai` command of this platform."""
        return self.run([sys.executable, "-m", "chengmai.main.cli", *words], ok=ok, **more)

    def run(
        self, words: list[str], *, ok: bool = True, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """A command with the addresses of this platform."""
        addresses = self.layout.addresses
        lines = addresses.read_text().splitlines() if addresses.exists() else []
        known = dict(line.split("=", 1) for line in lines)
        env = self.environment(**known, **more)
        done = subprocess.run(words, env=env, cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert not ok or done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done

    def children(self) -> dict[str, int]:
        """Process ids by name, as the supervisor wrote them down."""
        rows = json.loads(self.layout.children.read_text())
        return {row["name"]: row["pid"] for row in rows if "pid" in row}

    def kill(self, name: str, number: int = signal.SIGKILL) -> int:
        """Send a signal to one of its processes; the process id."""
        pid = self.children()[name]
        os.kill(pid, number)
        return pid

    def destroy(self) -> None:
        """kill -9 of the supervisor and of everything it started."""
        pids = self.children().values()
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        for pid in pids:
            for one in descendants(pid):
                try:
                    os.kill(one, signal.SIGKILL)
                except ProcessLookupError:
                    continue
        until(lambda: not any(birth_of(pid) for pid in pids), 20)

    def stop(self) -> None:
        """Stop as Ctrl-C would; whatever is left is ended by its id."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.destroy()

    def database(self) -> psycopg.Connection[Any]:
        """A connection as the program's own role."""
        lines = self.layout.addresses.read_text().splitlines()
        url = next(x.split("=", 1)[1] for x in lines if x.startswith("DATABASE_URL="))
        return psycopg.connect(url, autocommit=True, connect_timeout=5)

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the program's database."""
        with self.database() as database:
            return database.execute(sql, values).fetchall()

    def status(self, path: str) -> int:
        """The HTTP status at this path; 0 where nobody answers."""
        return self.get(path)[0]

    def get(self, path: str, seconds: float = 5) -> tuple[int, Any]:
        """HTTP status and JSON body at this path."""
        url = f"http://127.0.0.1:{self.port}/{path}"
        try:
            with urllib.request.urlopen(url, timeout=seconds) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as problem:
            return problem.code, None
        except (OSError, ValueError):
            return 0, None


@contextmanager
def platform(var: Path, **env: str) -> Iterator[Platform]:
    """A running platform with its city; ended whatever happens."""
    var.mkdir(parents=True, exist_ok=True)
    var.chmod(0o755)
    names = ("postgres", "nats", "web", "push", "caddy")
    free = (port for port in range(FIRST_PORT, FIRST_PORT + PORTS_OF_A_CITY) if is_free(port))
    ports = dict(zip(names, free, strict=False))
    one = Platform(var, ports, env)
    try:
        one.fill()
        ours = {name: port for name, port in ports.items() if name != "caddy"}
        (var / "ports.json").write_text(json.dumps(ours))
        one.start()
        yield one
    finally:
        one.stop()


def descendants(pid: int) -> list[int]:
    """A process and all that it started, children before parents."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        children = [int(word) for word in path.read_text().split()]
    except OSError:
        children = []
    return [*(x for child in children for x in descendants(child)), pid]


def until(holds: Callable[[], object], seconds: float) -> float:
    """Wait until something holds; the seconds it took. Fails after a while."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, f"it never came true in {seconds} s"
        time.sleep(0.05)
    return time.monotonic() - began
