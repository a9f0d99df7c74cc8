"""The geocoder on the labelled set over the demo city, and how quick it is; tables at the end.

    script/bench addresses [--rounds 3] [--no-http]

Grades chengmai/city/addresses/tests/addresses.csv (written by form; `held` rows were never tuned
on), then times suggest, find and reverse in process and through HTTP (granian as in production,
one request at a time, as one person types). Aim: suggest p95 at most 30 ms through HTTP.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from _cost import machine
from _stage import ROOT, database_words, own_database, running
from _wire import Connection, Tally


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--rounds", type=int, default=3, help="how often each text is typed")
    words.add_argument("--no-http", action="store_true")
    options = words.parse_args()
    print(machine())
    os.environ["DATABASE_URL"] = own_database()
    print(database_words())
    _prepare()
    _grade()
    typed, texts, points = _requests()
    rows = _in_process(typed, texts, points, options.rounds)
    if not options.no_http:
        rows += asyncio.run(_through_http(typed, texts, points, options.rounds))
    _table(rows)


def _prepare() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    os.environ["CHENGMAI_RATE_LIMITS"] = "off"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    call_command("migrate", interactive=False, verbosity=0)
    from chengmai.main.demo_city.ground import load_ground

    with transaction.atomic():
        load_ground(at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute(
            "SELECT (SELECT count(*) FROM addresses_entry), (SELECT count(*) FROM addresses_key),"
            " (SELECT count(*) FROM addresses_addresspoint)"
        )
        entries, keys, numbers = cursor.fetchone()
    print(f"{entries} entries, {keys} keys, {numbers} house numbers")
    began = time.perf_counter()
    from chengmai.city.addresses.actions import rebuild_gazetteer

    rebuild_gazetteer(at=timezone.now(), everything=True)
    print(f"rebuild of an index that is new already: {time.perf_counter() - began:.1f} s\n")


def _grade() -> None:
    from chengmai.city.addresses.queries.find import geocode
    from chengmai.city.addresses.tests.grading import Marks, grade, labelled

    print(f"{'form':<12}{'part':<6}{'n':>5}{'right':>7}{'wrong':>7}{'refused':>9}{'rate':>8}")
    for part in ("open", "held"):
        marks = grade(labelled(part), geocode)
        for form, one in sorted(marks.items(), key=lambda pair: (pair[0] == "all", pair[0])):
            assert isinstance(one, Marks)  # noqa: S101
            print(
                f"{form:<12}{part:<6}{one.total:>5}{one.hits:>7}{one.wrong:>7}{one.refused:>9}"
                f"{one.rate:>8.1%}"
            )
    print()


def _requests() -> tuple[list[str], list[str], list[tuple[float, float]]]:
    """What is typed, letter by letter and by sound; whole addresses; positions."""
    from chengmai.city.addresses.rules.sounds import initials, syllables
    from chengmai.city.addresses.tests.grading import labelled

    rows = labelled()
    texts = [one.text for one in rows]
    typed: list[str] = []
    for text in texts[::3]:
        typed += [text[:n] for n in range(1, min(len(text), 10) + 1)]
        parts = syllables("".join(c for c in text if "\u4e00" <= c <= "\u9fff")[:5])
        typed += [initials(parts), "".join(parts)[:7], text[:2] + initials(parts)[2:4]]
    return [t for t in typed if t.strip()], texts, [one.at for one in rows if one.at]


Row = tuple[str, str, int, float, float, float]


def _in_process(
    typed: list[str], texts: list[str], points: list[tuple[float, float]], rounds: int
) -> list[Row]:
    from chengmai.city.addresses.queries.find import find
    from chengmai.city.addresses.queries.reverse import address_at
    from chengmai.city.addresses.queries.suggest import suggest

    def timed(name: str, calls: list[Callable[[], object]]) -> Row:
        for call in calls[:20]:
            call()
        seconds = []
        for _ in range(rounds):
            for call in calls:
                began = time.perf_counter()
                call()
                seconds.append(time.perf_counter() - began)
        return _row(name, "in process", seconds)

    return [
        timed("suggest", [lambda q=q: suggest(q) for q in typed]),
        timed("find", [lambda q=q: find(q) for q in texts]),
        timed("reverse", [lambda p=p: address_at(*p) for p in points]),
    ]


async def _through_http(
    typed: list[str], texts: list[str], points: list[tuple[float, float]], rounds: int
) -> list[Row]:
    paths = {
        "suggest": [f"suggest?q={quote(q)}&limit=8" for q in typed],
        "find": [f"find?q={quote(q)}" for q in texts],
        "reverse": [f"reverse?lon={lon}&lat={lat}" for lon, lat in points],
    }
    rows = []
    with TemporaryDirectory() as folder, running(Path(folder) / "web.log") as stage:
        wire = Connection("127.0.0.1", stage.port)
        for name, asked in paths.items():
            tally = Tally(name)
            for path in random.Random(1).sample(asked, min(60, len(asked))):
                await wire.request("GET", f"/api/v1/city/addresses/{path}", token="")
            for _ in range(rounds):
                for path in asked:
                    await wire.request(
                        "GET", f"/api/v1/city/addresses/{path}", token="", tally=tally
                    )
            if tally.failures:
                raise SystemExit(f"{name}: {tally.failures}")
            rows.append(_row(name, "HTTP", tally.seconds))
    return rows


def _row(name: str, how: str, seconds: list[float]) -> Row:
    ordered = sorted(seconds)

    def at(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000

    return name, how, len(ordered), at(0.5), at(0.95), ordered[-1] * 1000


def _table(rows: list[Row]) -> None:
    print(f"{'request':<10}{'where':<12}{'n':>7}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    for name, how, count, p50, p95, most in rows:
        print(f"{name:<10}{how:<12}{count:>7}{p50:>9.1f}{p95:>9.1f}{most:>9.1f}")


if __name__ == "__main__":
    main()
