"""What the cases bench asks: every filter of a list, pairs of them, scopes, words, tiles, figures."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db import connection

ORDERS = ("newest", "oldest", "due")
WORDS = (
    "井盖", "垃圾", "路灯不亮", "占道经营", "学府街", "海滨大道 井盖", "毛毛虫", "共享单车 绿地",
    "老王烧烤店", "珠珊", "发现", "新元汇", "烧烤", "冬青", "积雪", "0042", "刘大姐奶茶店", "鼓楼",
)  # fmt: skip
GROUPS = ("class", "district", "street", "organisation", "month")
COMBINED = 60  # questions of two to four filters, drawn at random


@dataclass(frozen=True)
class Viewer:
    """Somebody who asks, with a session of their own."""

    name: str
    words: str
    token: str


def viewers() -> list[Viewer]:
    """People of every kind of scope: all, a district, a street, a unit, what they do themselves."""
    from chengmai.identity.models import Organisation, Person, Post
    from chengmai.identity.tests.makers import make_person, make_session
    from chengmai.identity.words import Duty

    def post_at(digits: int, duty: str) -> Any:
        rule = rf"^\d{{{digits}}}$"
        return (
            Post.objects.filter(duty=duty, organisation__division__regex=rule)
            .order_by("id")
            .first()
        )

    chosen = [("operator1", "whole city"), ("boss", "leader"), ("inspector1", "inspector"),
              ("dept1", "department"), ("handler1", "handler"), ("collector1", "collector")]  # fmt: skip
    people = [(Person.objects.get(username=username), words) for username, words in chosen]
    people += [(post_at(6, "department").person, "district office"), (post_at(9, "handler").person, "street office")]  # fmt: skip
    # Whose post is bound to a division sees all of it: the district with the most cases, a street.
    division, street = _ask(
        "SELECT code FROM (SELECT left(grid_code, d) AS code, row_number() OVER"
        " (PARTITION BY d ORDER BY count(*) DESC) AS n, d FROM cases_case,"
        " (VALUES (6), (9)) AS v (d) WHERE grid_code <> '' GROUP BY 1, d) AS r WHERE n = 1 ORDER BY d"
    )
    for code, words in ((division, "whole district"), (street, "whole street")):
        office = Organisation.objects.filter(division=division).order_by("path").first()
        known = Person.objects.filter(username=f"bench{code}").first()
        person = known or make_person([Duty.DEPARTMENT], office, username=f"bench{code}", division=code)  # fmt: skip
        people.append((person, words))
    return [
        Viewer(person.username, words, make_session(person, idle=None)) for person, words in people
    ]


def filters() -> dict[str, dict[str, Any]]:
    """Each filter alone, rare and common values, then pairs that belong to a desk's day."""
    now = datetime.now(UTC)
    classes = _ask("SELECT class_code FROM cases_case GROUP BY 1 ORDER BY count(*) DESC")
    units = _ask(
        "SELECT organisation_id FROM cases_case WHERE organisation_id IS NOT NULL"
        " GROUP BY 1 ORDER BY count(*) DESC"
    )
    grid = _ask("SELECT grid_code FROM cases_case GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")[0]
    old = {"since": now - timedelta(days=1300), "until": now - timedelta(days=1270)}
    one: dict[str, dict[str, Any]] = {
        "none": {},
        **{f"queue {q}": {"queue": q} for q in (
            "open", "overdue", "to_accept", "to_dispatch", "to_close", "approvals", "supervised",
            "to_receive", "department_handling", "suspended", "my_tasks")},
        **{f"stage {s}": {"stage": s} for s in (
            "closed", "handling", "special_closed", "handling,suspended,feedback", "rejected,voided")},
        **{f"lamp {x}": {"lamp": x} for x in ("in_time", "due_soon", "overdue", "suspended", "none")},
        "kind component": {"kind": "component"}, "kind matter": {"kind": "matter"},
        "class common": {"class_code": classes[0]}, "class rare": {"class_code": classes[-1]},
        "class middle": {"class_code": classes[len(classes) // 2]},
        "class major": {"class_code": "E06"}, "class parts": {"class_code": "C01"},
        "grid hot": {"grid_code": grid}, "area community": {"area": grid[:12]},
        "area street": {"area": "139903001"}, "area district": {"area": "139903"},
        "unit large": {"organisation_id": units[0]}, "unit small": {"organisation_id": units[-1]},
        **{f"source {s}": {"source": s} for s in ("hotline", "collector", "leader", "drone")},
        "month long ago": old, "until long ago": {"until": now - timedelta(days=1500)},
        "year": {"since": now - timedelta(days=730), "until": now - timedelta(days=365)},
        "urgent": {"urgent": True}, "not urgent": {"urgent": False}, "supervised": {"supervised": True},
    }  # fmt: skip
    pairs = (
        ("stage closed", "class common"), ("class middle", "area street"), ("area street", "year"),
        ("source leader", "month long ago"), ("unit large", "class middle"), ("urgent", "source hotline"),
        ("kind component", "area community"), ("supervised", "area street"), ("unit small", "stage closed"),
        ("class rare", "until long ago"), ("lamp overdue", "area street"), ("stage handling", "unit large"),
        ("class common", "lamp overdue"), ("queue open", "urgent"), ("queue open", "class common"),
        ("area district", "stage closed"), ("year", "stage closed"),
    )  # fmt: skip
    return one | {f"{a} + {b}": {**one[a], **one[b]} for a, b in pairs} | _combined(one)


def _combined(one: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Two to four filters of different kinds at once, those that exclude each other too."""
    dice = random.Random(3)
    kinds: dict[frozenset[str], list[str]] = {}
    for name, wanted in one.items():
        if wanted:
            kinds.setdefault(frozenset(wanted), []).append(name)
    found = {}
    while len(found) < COMBINED:
        names = [dice.choice(kinds[kind]) for kind in dice.sample(list(kinds), dice.randint(2, 4))]
        found[" + ".join(names)] = {
            key: value for name in names for key, value in one[name].items()
        }
    return found


def query(wanted: dict[str, Any], **more: Any) -> str:
    """The words of an address."""
    values = {**wanted, **more}
    shown = {
        key: value.isoformat() if isinstance(value, datetime) else str(value).lower()
        if isinstance(value, bool) else value
        for key, value in values.items()
    }  # fmt: skip
    return urlencode(shown)


def tiles() -> list[str]:
    """Addresses of the layer of cases over the city's middle, a year long, zoom 8 to 16."""
    (lon, lat) = _row("SELECT avg(st_x(point)), avg(st_y(point)) FROM cases_case WHERE id < 5000")
    since = (datetime.now(UTC) - timedelta(days=365)).date()
    found = []
    for zoom in range(8, 17):
        side = 2**zoom
        x = int((lon + 180) / 360 * side)
        radians = math.radians(lat)
        y = int((1 - math.asinh(math.tan(radians)) / math.pi) / 2 * side)
        near = ((0, 0), (1, 0), (0, 1), (-1, 0)) if zoom > 11 else ((0, 0),)
        found += [f"/tiles/cases/{zoom}/{x + a}/{y + b}.mvt?since={since}" for a, b in near]
    return found


def some_cases(number: int, table: str | None = None) -> list[int]:
    """Numbers of cases drawn at random; of those whose facts lie in one table of the ledger."""
    if table:
        sampled = (
            "SELECT DISTINCT substring(subject FROM 6)::bigint FROM (SELECT subject FROM"  # noqa: S608
            f" {table} {{}} WHERE subject LIKE 'case:%' LIMIT {number * 8}) AS s LIMIT {number}"
        )
        return _ask(sampled.format("TABLESAMPLE SYSTEM (1)")) or _ask(sampled.format(""))
    return _ask(
        "SELECT id FROM cases_case WHERE id IN (SELECT (random() * m)::bigint FROM"  # noqa: S608
        f" (SELECT max(id) AS m FROM cases_case) AS x, generate_series(1, {number})) LIMIT {number}"
    )


def _ask(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def _row(sql: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return tuple(cursor.fetchone())
