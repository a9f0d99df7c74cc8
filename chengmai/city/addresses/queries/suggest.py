"""What a person may mean while typing: characters, pinyin, initials, or all of them mixed.

One or two bounded statements for a name; a text that goes past a road's name is answered with
numbers or crossings of that road, and a longer one by `find`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from chengmai.city.addresses.queries.find import find
from chengmai.city.addresses.queries.lookup import names_in
from chengmai.city.addresses.rules.lines import LonLat, metres
from chengmai.city.addresses.rules.reading import Known
from chengmai.city.addresses.rules.sounds import initials, spells, syllables
from chengmai.city.addresses.rules.text import is_han, tidy
from chengmai.city.addresses.words import DIVISION_KINDS, EntryKind, Suggestion
from chengmai.kernel.prepared import planned_cursor

_POOL = 120  # so many rows are weighed for one answer
_COLUMNS = (
    "k.key, k.how, k.pinyin, e.id, e.kind, e.name, e.detail, ST_X(e.point), ST_Y(e.point),"
    " e.weight * k.weight AS w, e.radius_m, e.districts"
)
_JOINED = re.compile(r"^(?:与|和|及|跟|交|至|到)?(.*?)(?:交叉口|交叉|路口|交口)?$")
_NUMBERED = re.compile(r"^(\d{1,5})号?$")


def suggest(text: str, *, near: LonLat | None = None, limit: int = 8) -> list[Suggestion]:
    """The likeliest meanings of what has been typed so far, at most 20; `near` (WGS 84) ranks."""
    plain = tidy(text)[:40]
    limit = max(1, min(limit, 20))
    if not plain:
        return []
    district, rest = _district(plain)
    if rest[:1] in "一二三四五六七八九":  # the index has 1中 for 一中
        rest = str("一二三四五六七八九".index(rest[0]) + 1) + rest[1:] if _counts(rest) else rest
    found = _on_a_road(rest) or _by_name(rest, district)
    if len(found) < 3 and len(rest) >= 4 and any(is_han(c) for c in rest):
        found += [s for s in _by_find(plain) if all(s.name != f.name for f in found)]
    found.sort(key=lambda s: -_rank(s, near))
    return _once(found)[:limit]


def _counts(rest: str) -> bool:
    """Whether the numeral counts, as in 一中; 五一路 begins a name of its own."""
    return len(rest) == 1 or rest[1] in "中小院幼号"


def _district(plain: str) -> tuple[str, str]:
    """A district or the city at the beginning, and what follows it."""
    if len(plain) < 4 or not is_han(plain[0]):
        return "", plain
    heads = [plain[:n] for n in (5, 4, 3, 2) if len(plain) - n >= 2]
    best: Known | None = None
    for known in names_in(plain[:5]):
        if known.key not in heads or known.kind not in (EntryKind.DISTRICT, EntryKind.CITY):
            continue
        if known.how == "short" and _by_name(plain, ""):
            continue
        if best is None or len(known.key) > len(best.key):
            best = known
    if best is None:
        return "", plain
    code = best.division_code if best.kind is EntryKind.DISTRICT else ""
    return code, plain[len(best.key) :]


def _on_a_road(plain: str) -> list[Suggestion]:
    """`人民大街12` is numbers of that road, `人民大街与解` its crossings."""
    roads = [
        k for k in names_in(plain[:16])
        if k.kind is EntryKind.ROAD and plain.startswith(k.key) and len(plain) > len(k.key)
    ]  # fmt: skip
    if not roads:
        return []
    longest = max(len(k.key) for k in roads)
    chosen = [k for k in roads if len(k.key) == longest]
    rest = plain[longest:]
    if (number := _NUMBERED.match(rest)) is not None:
        return _numbers([k.entry_id for k in chosen], number[1])
    if re.match(r"^\d", rest):
        return []
    met = _JOINED.match(rest)
    return _crossings(chosen, met[1] if met else "")


def _numbers(roads: list[int], typed: str) -> list[Suggestion]:
    """Known numbers that begin with the digits typed; the number itself may lie between two."""
    ranges = [(int(typed) * 10**n, (int(typed) + 1) * 10**n - 1) for n in range(3)]
    with planned_cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT ON (p.number, p.suffix) p.road_name, p.number, p.suffix,
                   ST_X(p.point), ST_Y(p.point)
              FROM addresses_addresspoint p
             WHERE p.road_id = ANY(%s::bigint[]) AND (p.number BETWEEN %s AND %s
                OR p.number BETWEEN %s AND %s OR p.number BETWEEN %s AND %s)
             ORDER BY p.number, p.suffix LIMIT 12""",
            [roads, *ranges[0], *ranges[1], *ranges[2]],
        )
        rows = cursor.fetchall()
    made = [
        Suggestion("number", f"{road}{number}{suffix}号", "", lon, lat, 1.0 - n * 0.02, "name", 12)
        for n, (road, number, suffix, lon, lat) in enumerate(rows)
    ]
    if not any(str(number) == typed for _, number, *_ in rows):
        made = [*_by_find(f"{_road_name(roads)}{typed}号"), *made]
    return made


def _road_name(roads: list[int]) -> str:
    with planned_cursor() as cursor:
        cursor.execute("SELECT name FROM addresses_entry WHERE id = %s", [roads[0]])
        found = cursor.fetchone()
    return str(found[0]) if found else ""


def _crossings(roads: list[Known], typed: str) -> list[Suggestion]:
    ids = [k.entry_id for k in roads]
    with planned_cursor() as cursor:
        cursor.execute(
            """
            SELECT e.name, ST_X(e.point), ST_Y(e.point), e.weight, o.name
              FROM addresses_entry e
              JOIN addresses_entry o
                ON o.id = CASE WHEN e.road_a_id = ANY(%(ids)s::bigint[]) THEN e.road_b_id
                               ELSE e.road_a_id END
             WHERE e.kind = 'crossing'
               AND (e.road_a_id = ANY(%(ids)s::bigint[]) OR e.road_b_id = ANY(%(ids)s::bigint[]))
             ORDER BY e.weight DESC, e.id LIMIT 300""",
            {"ids": ids},
        )
        rows = cursor.fetchall()
    fitting = [
        row for row in rows
        if not typed or row[4].startswith(typed) or spells(typed, row[4], syllables(row[4]))
    ]  # fmt: skip
    return [
        Suggestion("crossing", name, "", lon, lat, 0.9 - n * 0.01, "name", 15)
        for n, (name, lon, lat, _, _) in enumerate(fitting[:12])
    ]


def _by_name(plain: str, district: str) -> list[Suggestion]:
    made: dict[int, Suggestion] = {}
    for row in _pool(plain, district):
        key, how, pinyin, id_, kind, name, detail, lon, lat, weight, radius, _ = row
        fit = _fit(plain, key, pinyin)
        if fit is None:
            continue
        score, told = fit
        score = round(score * (0.6 + 0.4 * weight), 4)
        if id_ not in made or made[id_].score < score:
            made[id_] = Suggestion(
                kind, name, detail, lon, lat, score, told if told != "name" else how, round(radius)
            )
    return list(made.values())


def _fit(plain: str, key: str, pinyin: str) -> tuple[float, str] | None:
    """How well what was typed begins (or stands in) this name, and by what."""
    if key == plain:
        return 1.0, "name"
    closeness = len(plain) / max(1, len(key))
    if key.startswith(plain):
        return 0.8 + 0.15 * closeness, "name"
    if plain in key:
        return 0.55 + 0.15 * closeness, "inside"
    parts = syllables(key)
    if plain.isascii() and pinyin.startswith(plain):
        return 0.75 + 0.2 * len(plain) / len(pinyin), "pinyin"
    if plain.isascii() and initials(parts).startswith(plain):
        return 0.7 + 0.2 * closeness, "initials"
    if spells(plain, key, parts):
        return 0.68 + 0.1 * closeness, "mixed"
    return None


def _pool(plain: str, district: str) -> Iterable[tuple[Any, ...]]:
    """The rows worth weighing: by the beginning, by sound, or by a pair of characters inside."""
    like = plain.replace("\\", "").replace("%", "").replace("_", "")
    if not like:
        return []
    conditions = ["k.key LIKE %(like)s"]
    values: dict[str, Any] = {"like": f"{like}%"}
    if plain.isascii():
        conditions += ["k.pinyin LIKE %(like)s", "k.initials LIKE %(like)s"]
        conditions.append("k.pinyin LIKE %(some)s")
        values["some"] = f"{like[:3]}%"
    else:
        head = re.match(r"[\u4e00-\u9fff]+|[a-z]+", plain)
        if any(c.isascii() and c.isalpha() for c in plain) and head is not None:
            column = "k.key" if is_han(plain[0]) else "k.pinyin"
            conditions.append(f"{column} LIKE %(head)s")
            values["head"] = f"{head[0]}%"
            if not is_han(plain[0]):
                conditions.append("(k.initials LIKE %(head)s)")
        elif len(plain) >= 2:
            conditions.append("k.pairs @> %(pairs)s::varchar[]")
            values["pairs"] = list({plain[n : n + 2] for n in range(len(plain) - 1)})
    where = " OR ".join(conditions)
    if district:
        where = f"({where}) AND %(district)s::varchar = ANY(e.districts)"
        values["district"] = district
    with planned_cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM addresses_key k JOIN addresses_entry e ON e.id = k.entry_id"  # noqa: S608
            f" WHERE {where}"
            " ORDER BY (k.key LIKE %(like)s) DESC, (k.initials LIKE %(like)s) DESC, w DESC, k.id"
            f" LIMIT {_POOL}",
            values,
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _by_find(plain: str) -> list[Suggestion]:
    return [
        Suggestion(
            c.found.value, c.text, next((p.text for p in c.parts if p.role == "note"), ""),
            c.lon, c.lat, c.score * 0.9, "find", c.precision_m,
        )
        for c in find(plain, 4)
        if c.score >= 0.45
    ]  # fmt: skip


def _rank(one: Suggestion, near: LonLat | None) -> float:
    bonus = 0.03 if one.kind in DIVISION_KINDS else 0.0
    if near is not None:
        bonus += 0.12 / (1 + metres(near, (one.lon, one.lat)) / 1500)
    return one.score + bonus


def _once(found: list[Suggestion]) -> list[Suggestion]:
    kept: list[Suggestion] = []
    for one in found:
        if not any(
            one.name == k.name and metres((one.lon, one.lat), (k.lon, k.lat)) < 150 for k in kept
        ):
            kept.append(one)
    return kept
