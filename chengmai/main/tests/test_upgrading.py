"""The schema goes back to the last release and forward again under a full city that is being read.

The readers are the code of that release: they ask for its tables and columns, so whatever a newer
schema takes away from it makes a read fail.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from chengmai.main.ground.layout import ROOT
from chengmai.main.upgrading import RELEASES, TAKEN_AWAY, targets_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
LONGEST_READ_SECONDS = 2.0
READERS = 2


def environment(url: str, var: object) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": url,
        "CHENGMAI_VAR": str(var),
        "PYTHONPATH": str(ROOT),
        "CHENGMAI_DEMO_CASES": "300",
        "CHENGMAI_DEMO_COMPONENTS": "1500",
    }


def chengmai(url: str, var: object, *words: str) -> float:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "chengmai.main.cli", *words],
        env=environment(url, var),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    return time.monotonic() - began


@pytest.fixture
def url(tmp_path) -> Iterator[str]:
    """A database of its own with a whole demo city."""
    name = f"upgrade_{os.getpid()}"
    parts = urlsplit(settings.DATABASE_URL)
    server = urlunsplit(parts._replace(path="/postgres"))
    with psycopg.connect(server, autocommit=True) as database:
        database.execute(f"CREATE DATABASE {name}")
    made = urlunsplit(parts._replace(path=f"/{name}"))
    try:
        chengmai(made, tmp_path, "migrate")
        chengmai(made, tmp_path, "seed")
        yield made
    finally:
        with psycopg.connect(server, autocommit=True) as database:
            database.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def reads_of(release: str) -> list[str]:
    """What the code of that release reads: each of its tables, by its columns."""
    executor = MigrationExecutor(connection)
    wanted = [(app, name) for app, name in targets_of(release, executor) if name]
    state = executor.loader.project_state(wanted)
    ours = set(RELEASES[release])
    found = []
    for model in state.apps.get_models():
        if model._meta.app_label in ours:
            columns = ", ".join(f'"{f.column}"' for f in model._meta.local_concrete_fields)
            table, key = model._meta.db_table, model._meta.pk.column
            tail = f'FROM "{table}" ORDER BY "{key}" DESC LIMIT 50'
            found.append(f"SELECT {columns} {tail}")
    return found


class Readers:
    """A few who read all the time, and remember the slowest answer and every failure."""

    def __init__(self, url: str, reads: list[str]) -> None:
        self.url, self.reads = url, reads
        self.failed: dict[str, str] = {}
        self.slowest, self.count = 0.0, 0
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._read, daemon=True) for _ in range(READERS)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(30)

    def _read(self) -> None:
        chance = random.Random(1)
        with psycopg.connect(self.url, autocommit=True, prepare_threshold=None) as database:
            while not self._ended.is_set():
                statement = chance.choice(self.reads)
                began = time.monotonic()
                try:
                    database.execute(statement).fetchall()
                except psycopg.Error as problem:
                    said = str(problem).splitlines()[0]
                    self.failed.setdefault(re.search(r'FROM "(\w+)"', statement)[1], said)
                self.slowest = max(self.slowest, time.monotonic() - began)
                self.count += 1
                self._ended.wait(0.005)


def test_a_release_goes_back_and_forward_under_a_city_that_is_being_read(
    url: str, tmp_path, capsys: pytest.CaptureFixture[str]
):
    def rows() -> list[tuple[object, ...]]:
        with psycopg.connect(url) as database:
            return database.execute(
                "SELECT (SELECT count(*) FROM cases_case), (SELECT count(*) FROM city_component),"
                " (SELECT count(*) FROM kernel_ledgerentry), (SELECT count(*) FROM identity_person)"
            ).fetchall()

    before = rows()
    assert before[0][0] >= 300
    with Readers(url, reads_of("0.1.0")) as readers:
        back = chengmai(url, tmp_path, "migrate", "--back-to", "0.1.0")
        assert rows() == before
        forward = chengmai(url, tmp_path, "migrate")
    assert set(readers.failed) <= set(TAKEN_AWAY["0.1.0"]), readers.failed
    assert readers.count > 200
    assert readers.slowest < LONGEST_READ_SECONDS
    assert rows() == before
    with capsys.disabled():
        sys.stdout.write(
            f"\nupgrade: back in {back:.1f} s, forward in {forward:.1f} s, {readers.count} reads,"
            f" failed: {', '.join(readers.failed) or 'none'},"
            f" the slowest {readers.slowest * 1000:.0f} ms\n"
        )
