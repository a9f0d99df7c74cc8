"""Fills a database with five years of cases: a demo city, then copies of replayed lives by COPY.

The rows have the shapes of live ones: chained ledgers with their heads, reports, photos, clocks,
searched words. What is not honest: clocks are moved by whole weeks, so a holiday may lie inside;
the shares of joint handlings have no facts of their own.
"""

# ruff: noqa: S608, SIM905 - our own SQL; word lists read better as one text
from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import psycopg
from _lives import Life, Life_columns, ended_lives, open_lives
from _years import close_years, empty_years, ledger_keys, year_table

WEEKS = 260
OPEN_SHARE = 0.015
LEDGER_ROWS = 8.0  # a case on average
TABLES = (
    "cases_case",
    "cases_report",
    "cases_casewords",
    "kernel_ledgerentry",
    "kernel_ledgerhead",
)
LEDGER = ("id", "subject", "seq", "name", "actor_id", "at", "lon", "lat", "payload", "algorithm", "prev_hash", "hash")  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = 16_000
_DAYS = [str((_EPOCH + timedelta(days=n)).date()) for n in range(_FIRST_DAY, _FIRST_DAY + 9_000)]
_CLOCK = [f"T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}" for s in range(86_400)]
_PEOPLE = "老王 小李 阿芳 赵记 陈家 刘大姐 张师傅 老马 周氏 孙二 吴姐 胖哥 福来 顺达 鑫源 海鲜世家 金凤 旺角 百味 利民 永康 恒信 宏图 华丽".split()
_TRADES = "烧烤店 水果摊 早点铺 五金店 理发店 修车行 超市 快递站 药店 洗衣店 家具城 网吧 面馆 茶楼 鱼庄 废品站 奶茶店 手机店 装饰公司 幼儿园 棋牌室 宾馆 火锅城 文具店".split()
_AMOUNTS = "约两平方米 大概三米长 有十多处 半条街 占了一个车道 四五袋 一大片 二十来米 好几处 足有半人高".split()

# One case in sixty had a second unit.
_SHARES = """
INSERT INTO cases_part (case_id, organisation_id, organisation_path, done_at)
SELECT c.id, o.id, o.path, c.closed_at FROM cases_case c JOIN (
    SELECT id, path, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS number
    FROM identity_organisation WHERE kind = 'department'
) AS o ON o.place = c.id / 60 % o.number
WHERE c.id % 60 = 0 AND c.closed_at IS NOT NULL AND c.organisation_id <> o.id
ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True)
class Plan:
    """What is written: per week which templates, and where its ids begin."""

    lives: list[Life]
    now: int
    base_week: int
    weeks: list[tuple[int, np.ndarray[Any, Any], np.ndarray[Any, Any]]]
    starts: list[tuple[int, int, int]]  # case, report, ledger id before the first
    years: list[int]  # in which each week's facts are kept
    sites: dict[str, list[Any]]
    columns: dict[str, list[str]]
    algorithm: str
    seed: int
    first_number: int


def fill(cases: int, *, seed: int = 7, say: Any = print, workers: int = 2) -> dict[str, float]:
    """A demo city with so many cases in the database of Django's settings; seconds by phase."""
    from django.db import connection, connections

    from chengmai.cases.actions.dayfigures import count_all_days

    spent: dict[str, float] = {}

    def phase(name: str, began: float) -> float:
        spent[name] = time.perf_counter() - began
        say(f"  {name:<28}{spent[name]:7.1f} s")
        return time.perf_counter()

    clock = time.perf_counter()
    plan = _plan(cases, seed)
    clock = phase("city and templates", clock)
    bare = _bare(connection)
    ledger = empty_years(plan.years, plan.starts)
    connections.close_all()
    context = multiprocessing.get_context("fork")
    jobs = [context.Process(target=_write, args=(plan, part, workers)) for part in range(workers)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    if any(job.exitcode for job in jobs):
        raise SystemExit("A writer of cases failed.")
    clock = phase("cases, reports, ledger", clock)
    _dress(bare, ledger, workers)
    close_years(ledger)
    clock = phase("indexes and keys", clock)
    count_all_days()
    clock = phase("figures of days", clock)
    with connection.cursor() as cursor:
        cursor.execute(_SHARES)
        for table, sequence in (("cases_case", "cases_case_id_seq"), ("cases_report", "cases_report_id_seq")):  # fmt: skip
            cursor.execute(f"SELECT setval('{sequence}', (SELECT max(id) FROM {table}))")
        cursor.execute("SELECT setval('cases_case_number', %s)", [cases + plan.first_number])
        cursor.execute("SELECT setval('kernel_ledgerentry_id_seq', (SELECT max(id) FROM kernel_ledgerentry))")  # fmt: skip
    return spent


def settle() -> float:
    """Vacuum, analyze and checkpoint as autovacuum would have by now; seconds."""
    began = time.perf_counter()
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("VACUUM (ANALYZE)")
    return time.perf_counter() - began


def _plan(cases: int, seed: int) -> Plan:
    from django.conf import settings
    from django.db import connection

    from chengmai.main import demo
    from chengmai.main.demo_city.crew import Crew
    from chengmai.main.demo_city.offices import staff_of
    from chengmai.main.demo_city.past import Year
    from chengmai.main.demo_city.photos import keep_photos
    from chengmai.main.demo_city.plan import draw_city
    from chengmai.main.demo_city.sites import Sites
    from chengmai.main.demo_city.tales import TALES

    now = datetime.now(UTC).replace(microsecond=0)
    demo.seed_demo(out=lambda _: None, at=now, cases=300, components=20_000)
    plan = draw_city(demo.SEED, parts=20_000)
    luck = np.random.default_rng(demo.SEED + 1).spawn(4)
    staff = staff_of(plan.divisions, luck[0])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name || '|' || coalesce(parent_id, 0), id FROM identity_organisation"
        )
        known = dict(cursor.fetchall())
        offices: dict[str, int] = {}
        for office in staff.offices:
            offices[office.key] = known[f"{office.name}|{offices.get(office.parent, 0)}"]
        cursor.execute("SELECT username, id FROM identity_person")
        people = dict(cursor.fetchall())
        cursor.execute("SELECT id FROM identity_contact")
        contacts = [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(id), 0) FROM cases_case")
        (first_case,) = cursor.fetchone()
        cursor.execute("SELECT coalesce(max(id), 0) FROM cases_report")
        (first_report,) = cursor.fetchone()
        cursor.execute("SELECT coalesce(max(id), 0) FROM kernel_ledgerentry")
        (first_entry,) = cursor.fetchone()
        cursor.execute("SELECT last_value FROM cases_case_number")
        (first_number,) = cursor.fetchone()
    rng = np.random.default_rng(seed)
    sites = Sites(plan, staff, offices, people, rng)
    year = Year(
        sites, Crew(staff, offices, people), keep_photos(now, demo.SEED), contacts, rng, now
    )
    monday = (now - timedelta(days=now.weekday(), weeks=30)).replace(hour=0, minute=0, second=0)
    ended = ended_lives(year, min(5_000, max(600, cases // 20)), monday)
    waiting = open_lives(year, min(900, max(120, cases // 200)))
    spots: dict[str, list[Any]] = defaultdict(list)
    for index in rng.integers(len(TALES), size=min(60_000, max(8_000, cases))).tolist():
        site = sites.find(TALES[index], rng)
        spots[site.place.duty_grid_code].append(site)
    weeks = list(_weeks(cases, ended, waiting, rng, int(now.timestamp()), int(monday.timestamp())))
    starts = []
    at = (first_case, first_report, first_entry)
    lives = [*ended, *waiting]
    years = [
        datetime.fromtimestamp(int(monday.timestamp()) + shift, UTC).year for shift, _, _ in weeks
    ]
    years[-1] = now.year  # those that are open
    facts = np.array([len(life.facts) for life in lives])
    reports = np.array([len(life.reports) for life in lives])
    for _, chosen, _ in weeks:
        starts.append(at)
        at = (
            at[0] + len(chosen),
            at[1] + int(reports[chosen].sum()),
            at[2] + int(facts[chosen].sum()),
        )
    return Plan(
        lives, int(now.timestamp()), int(monday.timestamp()), weeks, starts, years, dict(spots),
        dict(Life_columns), settings.LEDGER_HASH, seed, first_number,
    )  # fmt: skip


def _weeks(
    cases: int, ended: list[Life], waiting: list[Life], rng: Any, now: int, monday: int
) -> Any:
    """Per week: shift in seconds, templates in the order of their reports, and their jitters."""
    short = np.array([len(life.facts) <= 3 for life in ended])
    counts = np.array([len(life.facts) for life in ended])
    mean_short, mean_long = counts[short].mean(), counts[~short].mean()
    share = min(0.9, max(0.02, (mean_long - LEDGER_ROWS) / (mean_long - mean_short)))
    base = np.where(short, share / short.sum(), (1 - share) / (~short).sum())
    began = np.array([life.began for life in ended])
    length = np.array([life.ended for life in ended]) - began
    waits = round(cases * OPEN_SHARE)
    growth = np.linspace(0.8, 1.2, WEEKS) * rng.gamma(60, 1 / 60, WEEKS)
    sizes = rng.multinomial(cases - waits, growth / growth.sum())
    for number, size in enumerate(sizes.tolist()):
        shift = (30 - (WEEKS - 1 - number)) * 604_800 - 604_800
        month = datetime.fromtimestamp(monday + shift, UTC).month - 1
        season = np.array([max(life.tale.seasons[month], 0.002) for life in ended])
        jitter_room = now - 4000 - began - shift - length
        weight = base * season * (jitter_room > 0)
        chosen = rng.choice(len(ended), size, p=weight / weight.sum())
        jitter = rng.integers(-1500, 1500, size)
        order = np.argsort(began[chosen] + jitter, kind="stable")
        yield shift, chosen[order], jitter[order]
    chosen = rng.integers(len(waiting), size=waits)
    order = np.argsort(np.array([life.began for life in waiting])[chosen], kind="stable")
    yield 0, chosen[order] + len(ended), -rng.integers(0, 600, waits)


def _write(plan: Plan, part: int, parts: int) -> None:
    """One process: every so many-th week, each COPYed in one transaction."""
    from chengmai.cases.rules.numbers import case_number, tracking_number
    from chengmai.kernel.canonical import ALGORITHMS
    from chengmai.main.demo_city.tales import words_for

    digest, algorithm = ALGORITHMS[plan.algorithm], plan.algorithm
    rng = np.random.default_rng(plan.seed + 100 + part)
    dice = random.Random(plan.seed + part)
    with psycopg.connect(os.environ["DATABASE_URL"]) as server:
        server.execute("SET synchronous_commit = off")
        server.commit()
        for week in range(part, len(plan.weeks), parts):
            shift, chosen, jitters = plan.weeks[week]
            case_id, report_id, entry_id = plan.starts[week]
            rows, reports, words, entries, heads = [], [], [], [], []
            for index, jitter in zip(chosen.tolist(), jitters.tolist(), strict=True):
                life = plan.lives[index]
                case_id += 1
                moved = shift + jitter
                times = [_moment(seconds + moved) for seconds in life.moments]
                sites = plan.sites.get(life.beat) or next(iter(plan.sites.values()))
                site = sites[int(dice.random() ** 1.6 * len(sites))]
                place = site.place
                lon = round(site.lon + dice.uniform(-4e-4, 4e-4), 6)
                lat = round(site.lat + dice.uniform(-3e-4, 3e-4), 6)
                address = site.address + (
                    f"{dice.randrange(1, 400)}号" if dice.random() < 0.6 else ""
                )
                text = _words(words_for, life, replace(site, address=address), rng, dice)
                reported = _EPOCH + timedelta(seconds=life.began + moved)
                number = case_number(reported, plan.first_number + case_id)
                values = [
                    case_id, number, repr(lon), repr(lat), place.grid_code, text, address,
                    place.community_code, place.street_code, place.district_code,
                    report_id + 1, "", *times,
                ]  # fmt: skip
                rows.append(life.row.fill(values))
                words.append((case_id, text, address, life.tale.class_code))
                subject = f"case:{case_id}"
                before = ""
                told_reports = 0
                for seq, told in enumerate(life.facts, 1):
                    entry_id += 1
                    if told.name == "cases.CaseJoined":
                        told_reports += 1
                        values[10] = report_id + 1 + told_reports
                    payload = told.payload.fill(values)
                    at = f"{times[told.at]}.{told.micros:06}+00:00"
                    actor = "null" if told.actor is None else told.actor
                    head = (
                        f'["{before}", "{algorithm}", "{subject}", {seq}, "{told.name}", {actor},'
                        f' "{at}", [{lon!r}, {lat!r}]]'
                    )
                    after = digest((head + payload).encode()).hex()
                    actor = "\\N" if told.actor is None else told.actor
                    entries.append(
                        f"{entry_id}\t{subject}\t{seq}\t{told.name}\t{actor}\t{at}\t{lon!r}\t{lat!r}"
                        f"\t{payload}\t{algorithm}\t\\\\x{before}\t\\\\x{after}\n"
                    )
                    before = after
                heads.append(f"{subject}\t{len(life.facts)}\t\\\\x{before}\n")
                for report_number, line in enumerate(life.reports):
                    report_id += 1
                    values[10] = report_id
                    values[11] = tracking_number(dice.getrandbits(50))
                    if report_number:
                        values[5] = _words(words_for, life, site, rng, dice)
                    reports.append(line.fill(values))
            _copy(server, "cases_case", plan.columns["cases_case"], "\n".join([*rows, ""]))
            _copy(server, "cases_report", plan.columns["cases_report"], "\n".join([*reports, ""]))
            _copy(server, year_table(plan.years, week), LEDGER, "".join(entries))
            _copy(server, "kernel_ledgerhead", ("subject", "seq", "hash"), "".join(heads))
            _searched(server, words)
            server.commit()


def _searched(server: Any, words: list[tuple[int, str, str, str]]) -> None:
    """The words by which these cases are found, as the report itself writes them."""
    from chengmai.cases.queries.lexicon import words_vector

    lines = [f"{id_}\t{words_vector(text, address, code)}\n" for id_, text, address, code in words]
    _copy(server, "cases_casewords", ("case_id", "words"), "".join(lines))


def _moment(seconds: int) -> str:
    day, rest = divmod(seconds, 86_400)
    return _DAYS[day - _FIRST_DAY] + _CLOCK[rest]


def _words(words_for: Any, life: Life, site: Any, rng: Any, dice: random.Random) -> str:
    text = str(words_for(life.tale, site.address, site.near, life.citizen, rng))
    if dice.random() < 0.4:
        shop = dice.choice(_PEOPLE) + dice.choice(_TRADES)
        text += (
            f"就在{shop}门前，{dice.choice(_AMOUNTS)}。"
            if dice.random() < 0.6
            else f"找{shop}问过。"
        )
    return text


def _copy(server: Any, table: str, columns: Any, text: str) -> None:
    with server.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        copy.write(text)


Bare = list[tuple[str, str]]


def _bare(connection: Any) -> Bare:
    """Take the keys and indexes off the tables; how to put them on again, keys of others last."""
    keys: Bare = []
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cases_case DISABLE TRIGGER USER")
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r'", [list(TABLES)]
        )
        tables = [row[0] for row in cursor.fetchall()]
        for kind in ("f", "u", "p"):
            cursor.execute(
                "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
                " WHERE contype = %s AND (conrelid::regclass::text = ANY(%s) OR confrelid::regclass::text = ANY(%s))",
                [kind, tables, tables],
            )  # fmt: skip
            for table, name, words in cursor.fetchall():
                cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
                keys.insert(0, (kind, f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {words}'))
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s)", [tables]
        )
        for name, words in cursor.fetchall():
            cursor.execute(f'DROP INDEX "{name}"')
            keys.insert(0, ("i", words))
    return keys


def _dress(bare: Bare, ledger: list[str], workers: int) -> None:
    """Put indexes and keys on again: several at once, those that point elsewhere at the end."""

    def work(words: list[str]) -> None:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
            server.execute("SET maintenance_work_mem = '700MB'")
            server.execute("SET max_parallel_maintenance_workers = 0")
            for word in words:
                server.execute(word)

    context = multiprocessing.get_context("fork")
    for kinds in ("pu", "i", "f"):
        words = [word for kind, word in bare if kind in kinds]
        if kinds == "pu":
            lots = [ledger_keys(ledger), words]
        elif kinds == "f":
            lots = [[*words, "ALTER TABLE cases_case ENABLE TRIGGER USER"]]
        else:
            large = [word for word in words if "casewords" in word]
            rest = [word for word in words if word not in large]
            lots = [rest[0::2] + large, rest[1::2]]
        jobs = [context.Process(target=work, args=(lot,)) for lot in lots[:workers]]
        for job in jobs:
            job.start()
        for job in jobs:
            job.join()
        if any(job.exitcode for job in jobs):
            raise SystemExit("An index could not be made.")
