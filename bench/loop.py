"""The closed loop under load: real messages through the HTTP API by role, one table at the end.

    script/bench loop [--cases 2000] [--clients 8] [--photos 60] [--past 10000] [--caddy]

Messages come from ../shared/data/messages/citizen_messages.csv where it is present, otherwise from
a short text of our own. Aims are those of a machine with two cores that the load client shares.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import json
import os
import random
import time
from collections.abc import Awaitable, Callable
from typing import Any

from _cost import machine, per_request
from _stage import (
    ROOT,
    THREADS,
    WORKERS,
    City,
    Running,
    database_words,
    own_database,
    own_folder,
    prepare,
    running,
)
from _wire import Connection, Tally, multipart

REAL = ROOT.parent / "shared" / "data" / "messages" / "citizen_messages.csv"
AIMS: dict[str, tuple[int, int | None]] = {
    "report": (400, 100), "move": (400, None), "list of 50": (300, None),
}  # fmt: skip
MOST_STATEMENTS = 8
SIGNALEN = {"report": (23, 47), "move": (23, 41), "list of 50": (5.9, 320)}
QUEUES = ("", "queue=open&", "queue=to_accept&", "stage=closed&", "area=130302&", "lamp=in_time&")
# `db` is the whole server, with what the connections of the web and the reactor spent in it.
COSTS = [("web", 6), ("db", 6), ("db web", 6), ("relay", 6), ("react", 6), ("db react", 8),
         ("caddy", 6), ("client", 6)]  # fmt: skip
Work = Callable[[Connection, Any], Awaitable[None]]


def messages(number: int) -> list[tuple[str, str]]:
    """(number, text) of real messages, as the import reads them."""
    from django.utils import timezone

    from chengmai.cases.intake.columns import guess_mapping
    from chengmai.cases.intake.messages import read_message
    from chengmai.cases.intake.reader import read_table

    if not REAL.exists():
        return [(f"bench-{n}", f"路面有积灰,请来清扫。{n}") for n in range(number)]
    table = read_table(REAL.read_bytes())
    mapping = guess_mapping(table.columns)
    read = [read_message(row, mapping, now=timezone.now()) for row in table.rows[:number]]
    return [(message.source_key, message.text) for message in read]


async def drive(running_: Running, clients: int, tally: Tally, jobs: list[Any], work: Work) -> None:
    """Spread the jobs over so many connections at once, and time the whole."""
    waiting = iter(jobs)

    async def client() -> None:
        connection = Connection("127.0.0.1", running_.port)
        for job in waiting:
            await work(connection, job)
        connection.close()

    tally.began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    tally.ended = time.perf_counter()


def photos(number: int) -> list[bytes]:
    """Small JPEG pictures, each different."""
    from PIL import Image

    made = []
    for n in range(number):
        image = Image.effect_noise((640, 480), 20 + n % 40).convert("RGB")
        out = io.BytesIO()
        image.save(out, "JPEG", quality=80)
        made.append(out.getvalue())
    return made


async def loop(running_: Running, city: City, options: argparse.Namespace) -> list[Tally]:
    """All phases, one after the other."""
    report, upload, move, page, detail = (
        Tally(name) for name in ("report", "photo upload", "move", "list of 50", "case page")
    )
    cases: list[dict[str, Any]] = []
    after: dict[str, list[int]] = {"handler": [], "collector": []}
    dice = random.Random(7)

    async def send_report(connection: Connection, message: tuple[str, str]) -> None:
        lon, lat = dice.choice(city.points)
        body = {
            "description": message[1], "lon": lon, "lat": lat, "source": "hotline",
            "source_key": message[0],
        }  # fmt: skip
        made = await connection.post("/api/v1/cases", city.tokens["operator"], body, report)
        if made:
            cases.append({**made, "lon": lon, "lat": lat})

    async def send_photo(connection: Connection, job: tuple[str, bytes]) -> None:
        body, content_type = multipart(job[1])
        status, answer = await connection.request(
            "POST", "/api/v1/media", token=city.tokens[job[0]], body=body,
            content_type=content_type, tally=upload,
        )  # fmt: skip
        if status < 300:
            after[job[0]].append(json.loads(answer)["id"])

    async def close_case(connection: Connection, case: dict[str, Any]) -> None:
        version = 1
        for name, duty, more in steps(case):
            body = {"move": name, "version": version, **more}
            path = f"/api/v1/cases/{case['case_id']}/moves?brief=1"
            row = await connection.post(path, city.tokens[duty], body, move)
            if row is None:
                return
            version = row["version"]
        case["closed"] = row["stage"] == "closed"

    def steps(case: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
        here = {"lon": case["lon"], "lat": case["lat"]}
        return [
            ("accept", "operator", {"class_code": city.class_code}),
            ("register", "duty_leader",
             {"class_code": city.class_code, "condition_id": city.condition}),
            ("dispatch", "dispatcher", {"organisation_id": city.unit}),
            ("assign", "department", {"handler_id": city.people["handler"]}),
            ("finish", "handler", {"text": "已处理", "media_after": [dice.choice(after["handler"])]}),
            ("confirm", "department", {}),
            ("send_check", "operator", {}),
            ("pass_check", "collector", {"media_after": [dice.choice(after["collector"])], **here}),
            ("close", "duty_leader", {"close_condition_met": True}),
        ]  # fmt: skip

    async def read_page(connection: Connection, n: int) -> None:
        token = city.tokens["operator" if n % 3 else "department"]
        path = f"/api/v1/cases?{QUEUES[n % len(QUEUES)]}limit=50"
        status, answer = await connection.request("GET", path, token=token, tally=page)
        following = json.loads(answer)["next"] if status == 200 else None
        if following:
            await connection.request("GET", f"{path}&after={following}", token=token, tally=page)

    async def read_case(connection: Connection, case: dict[str, Any]) -> None:
        path = f"/api/v1/cases/{case['case_id']}"
        await connection.request("GET", path, token=city.tokens["operator"], tally=detail)

    warm = Tally("warm")
    await drive(running_, options.clients, warm, list(range(12)), read_page)
    page.seconds.clear()
    page.statements.clear()
    phases: list[tuple[Tally, list[Any], Work]] = [
        (report, messages(options.cases), send_report),
        (upload, [(d, p) for d in after for p in photos(options.photos // 2)], send_photo),
        (page, list(range(options.lists // 2)), read_page),
        (move, cases, close_case),
        (detail, cases, read_case),
    ]
    done = []
    for tally, jobs, work in phases:
        before = running_.meter.reading()
        await drive(running_, options.clients, tally, list(jobs), work)
        tally.cpu = per_request(before, running_.meter.reading(), len(tally.seconds))
        done.append(tally)
    closed = sum(bool(case.get("closed")) for case in cases)
    print(f"{len(cases)} cases reported, {closed} closed.")
    return done


def table(tallies: list[Tally], running_: Running) -> None:
    """One table, aims beside figures, and a last line that judges."""
    print(
        f"\n{'':14}{'n':>7}{'per s':>7}{'aim':>5}{'p50 ms':>8}{'p95 ms':>8}{'aim':>5}{'SQL avg':>9}"
        f"{'max':>5} | CPU ms: {' '.join(f'{name:>{width}}' for name, width in COSTS)} |{'idle':>5}"
        f" | Signalen per s (SQL)"
    )
    for tally in tallies:
        aim, p95 = AIMS.get(tally.name, (None, None))
        sql, cpu = tally.statements or [0], tally.cpu
        rate, sql_there = SIGNALEN.get(tally.name, ("", ""))
        print(
            f"{tally.name:14}{len(tally.seconds):>7}{tally.rate():>7.0f}{aim or '':>5}"
            f"{tally.percentile(0.5):>8.1f}{tally.percentile(0.95):>8.1f}{p95 or '':>5}"
            f"{sum(sql) / len(sql):>9.1f}{max(sql):>5} |         "
            f"{' '.join(f'{cpu.get(name, 0):>{width}.2f}' for name, width in COSTS)} |{cpu['idle']:>5.0%}"
            f" | {rate}{f' ({sql_there})' if sql_there else ''}"
        )
        for failure, count in list(tally.failures.items())[:3]:
            print(f"    {count} × {failure}")
    print(f"\nPeak memory of the web: {running_.peak_megabytes():.0f} MB ({WORKERS} workers)")
    print("Aims: " + "; ".join(judged({tally.name: tally for tally in tallies})) + ".")


def judged(by_name: dict[str, Tally]) -> list[str]:
    """Each aim with its figure, met or not."""
    found = []
    for name, (rate, p95) in AIMS.items():
        tally = by_name[name]
        found.append(_judge(f"{name} {tally.rate():.0f}/s of {rate}", tally.rate() >= rate))
        if p95 is not None:
            late = tally.percentile(0.95)
            found.append(_judge(f"{name} p95 {late:.0f} ms of {p95}", late <= p95))
    counts = sorted(by_name["move"].statements or [0])
    usual = counts[int(0.99 * (len(counts) - 1))]  # a hundredth asks for reference data anew
    return [*found, _judge(f"99 of 100 moves within {usual} statements", usual <= MOST_STATEMENTS)]


def _judge(words: str, met: bool) -> str:
    return f"{words} {'met' if met else 'NOT met'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2_000)
    parser.add_argument("--clients", type=int, default=8)
    # Each case has a photo of its own in life; a few shared by many would wait for each other's rows.
    parser.add_argument("--photos", type=int, default=600)
    parser.add_argument("--lists", type=int, default=1_500)
    parser.add_argument("--past", type=int, default=10_000)
    parser.add_argument("--caddy", action="store_true", help="go through Caddy, as people do")
    options = parser.parse_args()
    where = machine()
    with own_folder():
        os.environ["DATABASE_URL"] = own_database()
        city = prepare(options.past)
        log = ROOT / "var" / "bench-loop.log"
        log.parent.mkdir(exist_ok=True)
        print(
            f"{where}\nweb: granian WSGI, {WORKERS} workers × {THREADS} threads, statement counting"
            f" on; Caddy {'in' if options.caddy else 'not in'} the path; database:"
            f" {database_words()};\n{options.clients} clients on the same machine; {options.past}"
            f" past cases; {options.photos} different photos, reused"
        )
        with running(log, through_caddy=options.caddy) as running_:
            table(asyncio.run(loop(running_, city, options)), running_)


if __name__ == "__main__":
    main()
