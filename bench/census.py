"""A census of components from a zipped Shapefile: read, checked, compared, taken, exported, undone.

    script/bench census [--rows 200000] [--quick]

The Shapefile (GBK, no .cpg, CGCS2000) is made over the demo city's unit grids. Every phase goes
through the same actions as the console; times are wall seconds of one worker and its database.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "chengmai_bench_census"
AIM_SECONDS = 60


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


def prepare() -> None:
    """Migrate and fill the demo city: grids, classes, offices, a few components, few cases."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    from chengmai.main.demo import seed_demo

    seed_demo(out=lambda _: None, cases=0, components=2_000)


def shapefile(rows: int, folder: Path) -> bytes:
    """A zipped Shapefile of so many components spread over the unit grids, as surveyors send it."""
    import numpy as np
    from django.db import connection
    from pyogrio import raw

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM city_unitgrid WHERE closed_at IS NULL")
        each = rows // cursor.fetchone()[0] + 1
        cursor.execute(
            "SELECT g.code, ST_AsBinary((ST_Dump(ST_GeneratePoints(ST_Buffer(g.geometry, -0.00001),"
            " %s::int, 7))).geom) FROM city_unitgrid g WHERE closed_at IS NULL",
            [each],
        )
        found = cursor.fetchall()
        cursor.execute(
            "SELECT substr(code, 2) FROM city_matterclass WHERE kind = 'component' AND length(code) = 5"
        )
        classes = [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "SELECT name FROM identity_organisation WHERE kind IN ('department', 'unit')"
        )
        offices = [row[0] for row in cursor.fetchall()]
    chance = np.random.default_rng(7)
    found = [found[i] for i in chance.permutation(len(found))[:rows]]
    n = len(found)
    kinds = [classes[i] for i in chance.integers(0, len(classes), n)]
    codes = [
        f"{g[:6]}{k}{500_000 + i % 400_000:06d}"
        for i, ((g, _), k) in enumerate(zip(found, kinds, strict=True))
    ]
    names = [offices[i] for i in chance.integers(0, len(offices), n)]
    states = [("完好", "破损", "丢失")[i] for i in chance.choice(3, n, p=[0.97, 0.025, 0.005])]
    columns: dict[str, list[Any]] = {
        "ObjID": codes,
        "ObjState": states,
        "DeptName1": names,
        "DeptName2": names,
        "DeptName3": names,
        "BGID": [g for g, _ in found],
        "LocateDSC": [f"海阳路{i % 900 + 1}号旁" for i in range(n)],
        "Material": ["铸铁" if i % 2 else "混凝土" for i in range(n)],
        "Accuracy": ["A"] * n,
        "ORDate": [f"20{15 + i % 10}-{i % 12 + 1:02d}-{i % 28 + 1:02d}" for i in range(n)],
        "DataSource": ["实测"] * n,
        "Note": [""] * n,
    }
    raw.write(
        folder / "x.shp",
        np.array([bytes(shape) for _, shape in found], dtype=object),
        [np.array(values, dtype=object) for values in columns.values()],
        np.array(list(columns), dtype=object),
        geometry_type="Point",
        driver="ESRI Shapefile",
        crs="EPSG:4490",
        encoding="gb18030",
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for suffix in (".shp", ".shx", ".dbf", ".prj"):
            box.write(folder / f"x{suffix}", f"部件普查{suffix}")
    return out.getvalue()


class Table:
    """The one table at the end: wall seconds, and processor seconds of worker and database."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str, float, float, float]] = []

    @contextmanager
    def timed(self, phase: str) -> Iterator[Callable[[str], None]]:
        """Time a phase; call what is given to say something beside it."""
        said = [""]
        wall, worker, database = time.perf_counter(), time.process_time(), _backend_seconds()
        yield lambda words: said.__setitem__(0, words)
        wall, worker = time.perf_counter() - wall, time.process_time() - worker
        self.lines.append((phase, said[0], wall, worker, _backend_seconds() - database))

    def total(self, phase: str, words: str, lines: int) -> None:
        """The sum of the last lines."""
        last = self.lines[-lines:]
        self.lines.append((phase, words, *(sum(line[at] for line in last) for at in (2, 3, 4))))

    def show(self, rows: int) -> None:
        """Print it."""
        print(f"\n{'phase':<34}{'':<36}{'wall s':>8}{'worker s':>10}{'db s':>8}{'rows/s':>9}")
        for phase, words, wall, worker, database in self.lines:
            rate = rows / max(wall, 1e-9)
            print(f"{phase:<34}{words:<36}{wall:>8.1f}{worker:>10.1f}{database:>8.1f}{rate:>9.0f}")


def _backend_seconds() -> float:
    """Processor seconds of our database process so far; 0 where it runs elsewhere."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def bench(rows: int, table: Table) -> None:
    """One import, the same again, a changed one, both undone; every format out."""
    from django.utils import timezone

    from chengmai.city.census.actions.checking import start_check
    from chengmai.city.census.actions.exporting import write_export
    from chengmai.city.census.actions.receiving import receive_file
    from chengmai.city.census.actions.taking import go_on, start_take, start_undo
    from chengmai.city.census.words import Form, Wanted
    from chengmai.identity.words import SYSTEM

    with TemporaryDirectory() as name:
        content = shapefile(rows, Path(name))
    print(f"A Shapefile of {rows} components, {len(content) / 1e6:.1f} MB as zip.")

    def worked(row: Any) -> Any:
        found = go_on(row.pk, clock=timezone.now)
        if found is None or found.state == "failed":
            raise SystemExit(f"The import failed: {found and found.error}")
        return found

    def checked(label: str) -> Any:
        with table.timed(f"{label}: received, looked into") as say:
            row = receive_file(
                content=io.BytesIO(content),
                file_name="部件普查.zip",
                actor=SYSTEM,
                at=timezone.now(),
            )
            row = worked(row)
            say(row.kind)
        with table.timed(f"{label}: read, placed, compared") as say:
            start_check(
                import_id=row.pk,
                target=row.target,
                choices=row.choices,
                actor=SYSTEM,
                at=timezone.now(),
            )
            row = worked(row)
            told = f"+{row.added} ~{row.changed} ={row.unchanged} !{row.refused}"
            say(f"{told}, read {row.seconds['read']:.0f} s")
        return row

    def done(row: Any, step: Callable[..., Any], label: str) -> Any:
        with table.timed(label) as say:
            row = worked(step(import_id=row.pk, actor=SYSTEM, at=timezone.now()))
            say(f"{row.taken if row.state == 'taken' else row.undone} rows")
        return row

    first = checked("first")
    first = done(first, start_take, "first: taken")
    table.total("FIRST IMPORT, END TO END", f"aim {AIM_SECONDS} s at 200,000 rows", 3)
    checked("same again")
    with TemporaryDirectory() as folder:
        for form in (Form.SHAPEFILE, Form.GEOPACKAGE, Form.CSV):
            with table.timed(f"out: {form}") as say:
                say(
                    f"{write_export(Path(folder) / form, Wanted('components', form), lambda _: None)} rows"
                )
    done(first, start_undo, "first: undone")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rows", type=int, default=200_000)
    words.add_argument("--quick", action="store_true", help="5,000 rows")
    options = words.parse_args()
    rows = 5_000 if options.quick else options.rows
    os.environ["DATABASE_URL"] = own_database()
    with TemporaryDirectory() as media:
        os.environ["CHENGMAI_MEDIA"] = media
        prepare()
        table = Table()
        bench(rows, table)
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; load {os.getloadavg()[0]:.1f}"
    )
    table.show(rows)


if __name__ == "__main__":
    main()
