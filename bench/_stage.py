"""The stage of the loop bench: a database of its own with a small city, and the processes."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import nats
import nats.js.errors
import psycopg
from _cost import Meter, family, postmaster_of

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "chengmai_bench_loop"
FACT_STREAM = "BENCH_LOOP"
WORKERS, THREADS = 2, 3


@dataclass
class City:
    """Who acts, by duty, with the token of a key; and what a case needs on its way."""

    tokens: dict[str, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    unit: int = 0
    condition: int = 0
    class_code: str = "E0112"
    points: list[tuple[float, float]] = field(default_factory=list)


def own_database() -> str:
    """Make the bench's database anew on the given server; its URL."""
    given = os.environ.get(
        "DATABASE_URL", "postgresql://chengmai:chengmai@127.0.0.1:15432/chengmai"
    )
    parts = urlsplit(given)
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(parts._replace(path=f"/{DATABASE}"))


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder for the keys and the pictures of this run, named in the environment, then gone."""
    sys.path.insert(0, str(ROOT))
    with TemporaryDirectory(prefix="bench-", dir=_var()) as made:
        folder = Path(made)
        os.environ["CHENGMAI_KEYS"] = str(folder / "keys.json")
        os.environ["CHENGMAI_MEDIA"] = str(folder / "media")
        yield folder


def _var() -> Path:
    var = Path(os.environ.get("CHENGMAI_VAR", ROOT / "var"))
    var.mkdir(exist_ok=True, parents=True)
    return var


def database_words() -> str:
    """What the database promises after a commit, asked of the server itself."""
    names = ("server_version", "fsync", "synchronous_commit")
    asked = ", ".join(f"current_setting('{name}')" for name in names)
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        version, fsync, commit = server.execute(f"SELECT {asked}").fetchone() or ("?",) * 3
    return f"PostgreSQL {version.split()[0]}, fsync {fsync}, synchronous_commit {commit}"


def prepare(past_cases: int) -> City:
    """Migrate, and fill a small city with one person per duty and a past of closed cases."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from chengmai.kernel.keyring import make_key_ring, ring_path

    make_key_ring(ring_path())
    call_command("migrate", interactive=False, verbosity=0)
    from chengmai.cases.tests.makers import make_staff
    from chengmai.city.tests.makers import HEIGHT, LAT, LON, WIDTH
    from chengmai.identity.models import Person
    from chengmai.identity.tests.makers import make_session
    from chengmai.notices.actions import load_default_templates

    load_default_templates(timezone.localdate())
    staff = make_staff()
    city = City(unit=staff.unit.pk, condition=staff.city.conditions["E0112"][0].pk)
    for duty, actor in staff.people.items():
        city.people[duty] = actor.id or 0
        person = Person.objects.get(pk=actor.id)
        city.tokens[duty] = make_session(person, idle=None)
    city.points = [
        (LON + WIDTH * (x / 20 - 0.45), LAT + HEIGHT * (y / 20 - 0.45))
        for x in range(38)
        for y in range(38)
    ]
    _past(past_cases)
    return city


def _past(number: int) -> None:
    """Closed cases of the last year, so that lists and indexes have something to carry."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO cases_case (case_no, stage, kind, class_code, description, source,
                source_key, reported_at, stage_since, closed_at, check_passed, point, grid_code,
                district_code, clocks)
            SELECT 'P' || n, 'closed', 'matter', 'E0110', '过去的案件 ' || n, 'hotline', '',
                now() - n * interval '50 minutes', now(), now() - n * interval '49 minutes', TRUE,
                st_setsrid(st_makepoint(119.6 + mod(n, 100) / 100000.0, 39.93), 4326),
                '130302001001001', '130302', '{}'
            FROM generate_series(1, %s) AS n
            """,
            [number],
        )
        cursor.execute("ANALYZE")


def free_port() -> int:
    """A port below 32768 that nobody listens on."""
    for port in range(21300, 21400):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise SystemExit("No free port between 21300 and 21400.")


@dataclass
class Running:
    """The processes under load; `port` is where the requests go."""

    port: int
    web: int
    meter: Meter

    def peak_megabytes(self) -> float:
        """The sum of the web's peaks of resident memory."""
        return sum(_peak_kilobytes(pid) for pid in family(self.web)) / 1024


def _peak_kilobytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


@contextmanager
def running(log: Path, *, through_caddy: bool = False) -> Iterator[Running]:
    """Web as in production (granian, WSGI), relay, reactor and, if wanted, Caddy; then ended."""
    from chengmai.main.ground.child import BEHIND_REQUESTS

    with ThreadPoolExecutor(1) as apart:  # a bench that is asynchronous itself comes here too
        apart.submit(asyncio.run, _forget_facts()).result()
    port = free_port()
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "chengmai.main.settings",
        "CHENGMAI_FACT_STREAM": FACT_STREAM,
        "CHENGMAI_DB_KEEP": "600",
        "CHENGMAI_SECRET": "the same for all workers, as script/up keeps it",
        "CHENGMAI_COUNT_SQL": "1",
    }
    bin_ = Path(sys.executable).parent
    words = {
        "web": [
            str(bin_ / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
            "--workers", str(WORKERS), "--blocking-threads", str(THREADS), "--no-ws",
            "chengmai.main.wsgi:application",
        ],
        "relay": [str(bin_ / "chengmai"), "relay"],
        "react": ["nice", "-n", f"{BEHIND_REQUESTS}", str(bin_ / "chengmai"), "react"],
    }  # fmt: skip
    children: list[subprocess.Popen[bytes]] = []
    with log.open("wb") as out, TemporaryDirectory() as folder:

        def start(command: Sequence[str], name: str = "bench") -> int:
            named = {**env, "PGAPPNAME": f"bench-{name}"}
            child = subprocess.Popen(command, env=named, cwd=ROOT, stdout=out, stderr=out)
            children.append(child)
            return child.pid

        try:
            others = {name: start(command, name) for name, command in words.items()}
            web = others.pop("web")
            _wait(port, children[0], log)
            entrance, gateway = port, None
            if through_caddy:
                entrance = free_port()
                gateway = start(_caddy(Path(folder), entrance, port))
                _wait(entrance, children[-1], log)
            postmaster = postmaster_of(os.environ["DATABASE_URL"])
            yield Running(entrance, web, Meter(web, gateway, others, postmaster))
        finally:
            _end(children)


async def _forget_facts() -> None:
    """Take away the stream of the run before.

    A new database numbers its facts from 1 again; for ten minutes the bus would drop them as
    repetitions, and the reactor would rest while the bench calls its own figures good.
    """
    bus = await nats.connect(os.environ["NATS_URL"])
    with suppress(nats.js.errors.NotFoundError):
        await bus.jetstream().delete_stream(FACT_STREAM)
    await bus.close()


def _caddy(folder: Path, port: int, web: int) -> list[str]:
    """Caddy as `script/up` runs it, in front of this web."""
    from chengmai.main.ground.caddy import Site, caddyfile
    from chengmai.main.ground.layout import Layout, tool

    path = folder / "Caddyfile"
    path.write_text(caddyfile(Layout(folder), Site(port=port), {"web": web, "push": web}))
    return [tool("caddy"), "run", "--config", str(path), "--adapter", "caddyfile"]


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(10)
        except subprocess.TimeoutExpired:
            child.kill()


def _wait(port: int, web: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120  # a machine at its limit takes its time
    while time.monotonic() < until and web.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"The web or Caddy did not start; see {log}:\n{log.read_text()[-2000:]}")
