"""How fast tiles are: 200,000 components drawn cold and served from the cache, beside tipg.

Aims: cold at zoom 14 at least 400 tiles/s, cached at least 3,000/s, the first map under 3 s. The
load comes from wrk where it is installed, else from asyncio clients, over keep-alive connections on
the loopback; tipg (PyPI) runs on the same tables with as many workers, in var/peers/tipg.

    script/bench tiles [--components N] [--seconds S] [--no-peer] [--no-browser] [--keep]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from _cost import Meter, per_request, postmaster_of
from _tile_load import Load, Run, hammer, sweep
from _tile_peer import PEER, peer_running

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "chengmai_bench_tiles"
WORKERS, THREADS = 2, 3
PORTS = (20211, 20212, 20213)  # web, Caddy, tipg
BOX = (119.47, 39.83, 119.74, 40.03)
Row = tuple[str, str, str]


def main() -> None:
    """Fill, start, measure, print."""
    words = argparse.ArgumentParser()
    words.add_argument("--components", type=int, default=200_000)
    words.add_argument("--seconds", type=float, default=8)
    words.add_argument("--no-peer", action="store_true")
    words.add_argument("--no-browser", action="store_true")
    words.add_argument("--keep", action="store_true", help="use the database of the last run")
    wanted = words.parse_args()
    url = own_database(keep=wanted.keep)
    os.environ["DATABASE_URL"] = url
    token, count = fill(wanted.components)
    rows: list[Row] = []
    with web_running() as (base, meter):
        load = Load(f"http://127.0.0.1:{PORTS[0]}", f"chengmai_session={token}")
        through = Load(f"http://127.0.0.1:{PORTS[1]}", f"chengmai_session={token}")
        rows += ours(load, through, meter, url, wanted.seconds)
        if not wanted.no_browser:
            rows.append(first_map(base, token))
    if not wanted.no_peer:
        with peer_running(url, PORTS[2], WORKERS):
            rows += peers(Load(f"http://127.0.0.1:{PORTS[2]}", ""))
    tell(rows, count)


def own_database(*, keep: bool) -> str:
    """Make the bench's database anew on the given server, or keep the one that is; its URL."""
    given = os.environ.get(
        "DATABASE_URL", "postgresql://chengmai:chengmai@127.0.0.1:15432/chengmai"
    )
    parts = urlsplit(given)
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if keep and there.fetchone():
            return urlunsplit(parts._replace(path=f"/{DATABASE}"))
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(parts._replace(path=f"/{DATABASE}"))


def fill(components: int) -> tuple[str, int]:
    """The demo city with so many components and no cases; an operator's session and the count."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    os.environ.setdefault("CHENGMAI_SECRET", "the same for all workers, as script/up keeps it")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", interactive=False, verbosity=0)
    from chengmai.city.models import Component
    from chengmai.identity.models import Person
    from chengmai.identity.tests.makers import make_session
    from chengmai.main.demo import seed_demo

    seed_demo(out=lambda words: print(words, file=sys.stderr), cases=0, components=components)
    token = make_session(Person.objects.get(username="operator1"))
    count = Component.objects.count()
    connection.close()
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("VACUUM ANALYZE")
    return token, count


@contextmanager
def web_running() -> Iterator[tuple[str, Meter]]:
    """Granian as in production, and Caddy in front of it; Caddy's address, and what they cost."""
    env = {**os.environ, "CHENGMAI_DB_KEEP": "600"}
    folder = ROOT / "var" / "bench-tiles"
    folder.mkdir(parents=True, exist_ok=True)
    from chengmai.main.ground.caddy import Site, caddyfile
    from chengmai.main.ground.layout import Layout, tool

    config = folder / "Caddyfile"
    config.write_text(
        caddyfile(Layout(folder), Site(port=PORTS[1]), {"web": PORTS[0], "push": PORTS[0]})
    )
    commands = [
        [
            str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(PORTS[0]), "--workers", str(WORKERS), "--blocking-threads", str(THREADS),
            "--no-ws", "chengmai.main.wsgi:application",
        ],
        [tool("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"],
    ]  # fmt: skip
    with (folder / "web.log").open("wb") as out:
        children = [
            subprocess.Popen(command, env=env, cwd=ROOT, stdout=out, stderr=out)
            for command in commands
        ]
        try:
            Load(f"http://127.0.0.1:{PORTS[1]}", "").wait("/healthz", folder / "web.log")
            web, gateway = (child.pid for child in children)
            postmaster = postmaster_of(os.environ["DATABASE_URL"])
            yield f"http://127.0.0.1:{PORTS[1]}", Meter(web, gateway, {}, postmaster)
        finally:
            for child in children:
                child.terminate()
            for child in children:
                with suppress(subprocess.TimeoutExpired):
                    child.wait(10)


def ours(load: Load, through: Load, meter: Meter, url: str, seconds: float) -> list[Row]:
    """Cold and cached tiles of our own web."""
    rows: list[Row] = []
    for zoom, what in ((14, "cells"), (16, "every point")):
        paths = [f"/tiles/components/{zoom}/{x}/{y}.mvt" for x, y in addresses(zoom)][:600]
        passes: list[Run] = []
        spent: list[str] = []
        for _ in range(3):
            make_old(url)
            before = meter.reading()
            passes.append(sweep(load, paths))
            spent.append(cost(before, meter, len(paths)))
        best = max(passes, key=lambda one: one.rate)
        shown = f"{best}; {spent[passes.index(best)]}"
        rows.append((f"cold z{zoom}, components as {what}", shown, "400/s" if zoom == 14 else ""))
    z14 = [f"/tiles/components/14/{x}/{y}.mvt" for x, y in addresses(14)]
    base = [f"/tiles/base/14/{x}/{y}.mvt" for x, y in addresses(14)]
    for _ in range(3):  # each worker keeps tiles of its own
        sweep(load, z14 + base)
        sweep(through, z14)
    for what, where, paths, aim in (
        ("cached z14, components (session asked each time)", load, z14, "3,000/s"),
        ("cached z14, base map (public)", load, base, "3,000/s"),
        ("the same through Caddy: components", through, z14, ""),
        ("the same through Caddy: base map", through, base, ""),
    ):
        before = meter.reading()
        run = hammer(where, paths, seconds)
        rows.append((what, f"{run}; {cost(before, meter, int(run.rate * seconds))}", aim))
    return rows


def cost(before: dict[str, float], meter: Meter, tiles: int) -> str:
    """Processor time of a tile, which a busy machine hardly changes."""
    spent = per_request(before, meter.reading(), tiles)
    return f"CPU ms: web {spent['web'] + spent['caddy']:.2f}, db {spent['db']:.2f}"


def peers(load: Load) -> list[Row]:
    """The same tables through tipg, which keeps no tiles."""
    rows: list[Row] = []
    for zoom in (14, 16):
        paths = [
            f"/collections/public.city_component/tiles/WebMercatorQuad/{zoom}/{x}/{y}"
            "?geom-column=point_3857&properties=code,class_code,state"
            for x, y in addresses(zoom)
        ][:600]
        sweep(load, paths[:20])
        best = max((sweep(load, paths) for _ in range(2)), key=lambda one: one.rate)
        rows.append(told(f"{PEER} z{zoom}, every point", best, ""))
    return rows


def make_old(url: str) -> None:
    """A change of the components, as an import makes it, and time for everybody to see it."""
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(
            "UPDATE city_layerversion SET version = version + 1 WHERE name = 'city_component'"
        )
    time.sleep(2.2)


def addresses(zoom: int) -> list[tuple[int, int]]:
    """The tiles over the built-up city, row by row."""
    import math

    def column(lon: float) -> int:
        return int((lon + 180) / 360 * 2**zoom)

    def row(lat: float) -> int:
        return int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)

    west, south, east, north = BOX
    return [
        (x, y)
        for y in range(row(north), row(south) + 1)
        for x in range(column(west), column(east) + 1)
    ]


def first_map(base: str, token: str) -> Row:
    """Seconds from the address to the whole first map, in a Chromium that keeps nothing."""
    from playwright.sync_api import sync_playwright

    if not (ROOT / "web/apps/console/dist/index.html").exists():
        return ("first map in Chromium (console not built)", "-", "3 s")
    taken = []
    with sync_playwright() as play:
        for _ in range(3):
            browser = play.chromium.launch(
                executable_path="/usr/bin/chromium",
                args=["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
            )  # fmt: skip
            context = browser.new_context(viewport={"width": 1366, "height": 768})
            context.add_cookies([{"name": "chengmai_session", "value": token, "url": base}])
            page = context.new_page()
            page.goto(f"{base}/map")
            taken.append(_whole(page))
            browser.close()
    return (
        "first map in Chromium, nothing kept (median of 3)",
        f"{sorted(taken)[1] / 1000:.2f} s",
        "3 s",
    )


def _whole(page: Any) -> float:
    """Milliseconds until the map had drawn everything; the page marks it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        marks = page.evaluate("performance.getEntriesByName('map-whole').map((m) => m.startTime)")
        if marks:
            return float(marks[0])
        time.sleep(0.1)
    raise SystemExit("The map was not whole within a minute.")


def told(what: str, run: object, aim: str) -> Row:
    """One line of the table."""
    return (what, str(run), aim)


def tell(rows: list[Row], count: int) -> None:
    """The table."""
    cores = os.cpu_count()
    busy = os.getloadavg()[0]
    way = "wrk" if Load.wrk() else "asyncio clients"
    print(
        f"{count:,} components; {cores} cores, load {busy:.1f}; web {WORKERS} workers of {THREADS}"
        f" threads, PostgreSQL and the load beside it; cached figures by {way}, 16 connections"
    )
    print(f"| {'what':<52} | {'figure':>66} | {'aim':>8} |")
    print(f"|{'-' * 54}|{'-' * 68}|{'-' * 10}|")
    for what, figure, aim in rows:
        print(f"| {what:<52} | {figure:>66} | {aim:>8} |")


if __name__ == "__main__":
    main()
