"""A city in its fifth year: lists, words, pages, maps and figures on a million cases.

    script/bench cases [--cases 1000000] [--clients 2] [--keep] [--no-archive] [--only WORD,...]

Fills a database of its own with cases of five years, eight ledger rows each on average, then asks
over HTTP (granian without Caddy) as people of ten scopes do: each question once, then once more.
`--only list,map` asks what begins so. Try it with --cases 50000.
"""

# ruff: noqa: S608 - our own names and numbers only
from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

import _stage
import psycopg
from _asked import GROUPS, ORDERS, WORDS, Viewer, filters, query, some_cases, tiles, viewers
from _cost import machine
from _counted import honesty
from _million import fill, settle
from _stage import ROOT, THREADS, WORKERS, Running, database_words, own_database, running
from _wire import Connection, Tally
from _years import archive, archived_year

AIMS = {
    "list, first page": 50, "list, deep page": 50, "queue counts": 50, "count of a list": 50,
    "words": 200, "case page": 80, "timeline": 80, "map tile": 200,
    "day's figures": None, "year's figures": 1000, "two years compared": 1000,
    "two years by source": 1000,
}  # fmt: skip
Job = tuple[str, Viewer, str]  # kind, who, address
Found = dict[str, Tally]  # by kind; kind and scope; kind, scope and address
DEEP = 6  # pages followed


async def ask_all(running_: Running, jobs: Iterable[Job], clients: int) -> Found:
    """Ask everything once, with so many connections; times by kind, and by what was asked."""
    waiting = list(jobs)[::-1]
    found: dict[str, Tally] = defaultdict(lambda: Tally(""))

    async def client() -> None:
        connection = Connection("127.0.0.1", running_.port)
        while waiting:
            kind, viewer, path = waiting.pop()
            one = Tally(kind)
            _, answer = await connection.request("GET", path, token=viewer.token, tally=one)
            for name in (kind, f"{kind}|{viewer.words}", f"{kind}|{viewer.words}|{path}"):
                found[name].name = name
                found[name].seconds += one.seconds
                found[name].failures.update(one.failures)
            if kind.startswith("list") and b'"next":"' in answer[-900:]:
                mark = answer.rsplit(b'"next":"', 1)[1].split(b'"', 1)[0].decode()
                base, depth = path.split("&after=", 1)[0], path.count("&deep=") + 1
                if "&deep" in path:
                    depth = int(path.rsplit("&deep=", 1)[1]) + 1
                if depth <= DEEP:
                    base = base.split("&deep=", 1)[0]
                    waiting.append(("list, deep page", viewer, f"{base}&after={mark}&deep={depth}"))
        connection.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    return dict(found)


def lists(people: list[Viewer]) -> Iterable[Job]:
    """Every filter and pair, in every order, for everybody."""
    for name, wanted in filters().items():
        for order in ORDERS:
            for viewer in people:
                if order == "due" and "stage closed" in name:
                    continue
                yield "list, first page", viewer, f"/api/v1/cases?{query(wanted, order=order)}"


def others(people: list[Viewer]) -> Iterable[Job]:
    """Everything but lists."""
    this = datetime.now(UTC).year
    year = {"since": f"{this - 1}-01-01", "until": f"{this}-01-01"}
    before = {"compare_since": f"{this - 2}-01-01", "compare_until": f"{this - 1}-01-01"}
    for viewer in people:
        for _ in range(8):
            yield "queue counts", viewer, "/api/v1/cases/queues"
            yield "day's figures", viewer, "/api/v1/cases/today"
        for wanted in filters().values():
            yield "count of a list", viewer, f"/api/v1/cases/count?{query(wanted)}"
        narrowed = list(filters().values())
        for number, words in enumerate(WORDS):
            yield "words", viewer, f"/api/v1/cases?{query({'q': words})}"
            yield "words", viewer, f"/api/v1/cases?{query({'q': words, 'queue': 'open'})}"
            within = narrowed[number * 7 % len(narrowed)] | {
                "order": ("best", "newest", "oldest")[number % 3]
            }
            yield "words", viewer, f"/api/v1/cases?{query({'q': words}, **within)}"
        for by in GROUPS:
            asked = f"/api/v1/cases/statistics?{query(year, by=by)}"
            yield "year's figures", viewer, asked
            yield "two years compared", viewer, f"{asked}&{query(before)}"
        sources = f"/api/v1/cases/statistics/sources?{query(year)}&{query(before)}"
        yield "two years by source", viewer, sources
    for number in some_cases(300):
        yield "case page", people[0], f"/api/v1/cases/{number}"
        yield "timeline", people[0], f"/api/v1/cases/{number}/timeline"
    for path in tiles():
        for viewer in people:
            yield "map tile", viewer, path


def prove(number: int) -> str:
    """Read the chains of some cases again."""
    from chengmai.kernel.verify import findings

    chosen = some_cases(number)
    wrong = [str(one) for case in chosen for one in findings(f"case:{case}")]
    return f"Chains of {len(chosen)} cases read again: {len(wrong)} findings. {' '.join(wrong[:3])}"


def table(rounds: list[Found], people: list[Viewer]) -> None:
    """One table: the first round, the p95 of the next ones; below it what was slow each time."""
    print(
        f"\n{'':20}{'n':>7}{'p50 ms':>8}{'p95':>7}{'max':>7}{'again p50':>11}{'p95':>7}{'aim':>7}"
        "   p95 by scope, first round"
    )
    for kind, aim in AIMS.items():
        if kind not in rounds[0]:
            continue
        scopes = "  ".join(
            f"{viewer.words} {rounds[0][f'{kind}|{viewer.words}'].percentile(0.95):.0f}"
            for viewer in people
            if f"{kind}|{viewer.words}" in rounds[0]
        )
        shown(kind, rounds, aim, scopes)
        for found in rounds:
            for failure in list(found[kind].failures)[:2]:
                print(f"    {found[kind].failures[failure]} × {failure[:200]}")
    slow, asked = [], 0
    for name in rounds[0]:
        kind, _, rest = name.partition("|")
        if not rest.count("|"):
            continue
        asked += 1
        best = min(min(found[name].seconds) for found in rounds if name in found) * 1000
        if best > (AIMS.get(kind) or 1e9):
            slow.append((best, kind, rest))
    print(f"\n{len(slow)} of {asked} different questions were beyond their aim each time:")
    for milliseconds, kind, rest in sorted(slow, reverse=True)[:12]:
        print(f"  {milliseconds:6.0f} ms  {kind}  {rest[:150]}")


def shown(kind: str, rounds: list[Found], aim: int | None, scopes: str) -> None:
    """One line of the table."""
    first, rest = rounds[0][kind], Tally(kind)
    for found in rounds[1:]:
        rest.seconds += found[kind].seconds if kind in found else []
    met = aim is None or first.percentile(0.95) <= aim
    again = f"{rest.percentile(0.5):>11.1f}{rest.percentile(0.95):>7.1f}" if rest.seconds else f"{'':18}"  # fmt: skip
    print(
        f"{kind:20}{len(first.seconds):>7}{first.percentile(0.5):>8.1f}{first.percentile(0.95):>7.1f}"
        f"{max(first.seconds) * 1000:>7.0f}{again}{aim or '':>7}{'' if met else ' NOT met'}   {scopes}"
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--cases", type=int, default=1_000_000)
    words.add_argument("--clients", type=int, default=2)
    words.add_argument("--rounds", type=int, default=2)
    words.add_argument("--keep", action="store_true", help="leave the database there")
    words.add_argument("--filled", action="store_true", help="use the database that was kept")
    words.add_argument("--no-archive", action="store_true")
    words.add_argument("--only", default="", help="kinds of question, by their first letters")
    options = words.parse_args()
    began, where = time.perf_counter(), machine()
    _stage.DATABASE = "chengmai_bench_cases"
    os.environ["DATABASE_URL"] = own_database() if not options.filled else kept_database()
    try:
        measure(options, where)
    finally:
        if not options.keep:
            drop()
    print(f"\n{(time.perf_counter() - began) / 60:.1f} minutes in all.")


def measure(options: argparse.Namespace, where: str) -> None:
    """Fill, ask, archive, print."""
    ready()
    if not options.filled:
        print(f"Filling a city with {options.cases:,} cases")
        fill(options.cases, workers=min(2, os.cpu_count() or 1))
        print(f"  {'vacuum, analyze':<28}{settle():7.1f} s")
    people = viewers()
    log = ROOT / "var" / "bench-cases.log"
    log.parent.mkdir(exist_ok=True)
    print(
        f"{where}\nweb: granian WSGI, {WORKERS} workers × {THREADS} threads, without Caddy;"
        f" {database_words()}; {sizes()};\n{options.clients} clients on the same machine;"
        f" every question {options.rounds} times, the first time from a cold cache"
    )
    chosen = tuple(options.only.split(",")) if options.only else ("",)
    rounds: list[Found] = []
    with running(log) as running_:
        asyncio.run(ask_all(running_, [("", people[0], "/api/v1/cases?q=井"), *list(lists(people))[:30]], 2))  # fmt: skip
        for _ in range(options.rounds):
            jobs = [job for job in (*lists(people), *others(people)) if job[0].startswith(chosen)]
            rounds.append(asyncio.run(ask_all(running_, jobs, options.clients)))
        if rounds:
            table(rounds, people)
        if "count of a list".startswith(chosen):
            print(honesty(people))
        print(f"Peak memory of the web: {running_.peak_megabytes():.0f} MB.")
        if not options.no_archive:
            year = archived_year()
            there = some_cases(100, f"kernel_ledger_{year}")
            pages = [f"/api/v1/cases/{n}{page}" for n in there for page in ("", "/timeline")]
            warm = [("warm case page", people[0], page) for page in pages]
            cold = [("cold case page", people[0], page) for page in pages]
            before = [asyncio.run(ask_all(running_, warm, options.clients))]
            archive(year, print)
            after = [asyncio.run(ask_all(running_, cold, options.clients))]
            shown("warm case page", before, None, "of that year, before")
            shown("cold case page", after, None, "the same, afterwards")
    print(prove(200))


def ready() -> None:
    """Django on this database, migrated, with keys of its own."""
    import sys
    from pathlib import Path

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from chengmai.kernel.keyring import make_key_ring

    make_key_ring(Path(settings.VAR) / "keys.json")
    call_command("migrate", interactive=False, verbosity=0)


def sizes() -> str:
    """How much lies in the database."""
    names = ("cases_case", "kernel_ledgerhead")
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        rows = [server.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names]
        (facts,) = server.execute("SELECT count(*) FROM kernel_ledgerentry").fetchone() or (0,)
        (size,) = server.execute("SELECT pg_database_size(current_database())").fetchone() or (0,)
    return f"{rows[0]:,} cases, {facts:,} ledger rows, {size / 2**30:.1f} GB"


def kept_database() -> str:
    """The address of the database of a run with --keep."""
    given = os.environ["DATABASE_URL"]
    return given.rsplit("/", 1)[0] + "/" + _stage.DATABASE


def drop() -> None:
    """Remove the bench's database."""
    from django.db import connections

    connections.close_all()
    with psycopg.connect(
        kept_database().rsplit("/", 1)[0] + "/postgres", autocommit=True
    ) as server:
        server.execute(f"DROP DATABASE IF EXISTS {_stage.DATABASE} WITH (FORCE)")


if __name__ == "__main__":
    main()
