"""What the index says: names in a text, crossings of two roads, numbers along a road.

Every statement is bounded by an index and a limit, whatever the size of the city.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chengmai.city.addresses.rules.lines import Line, LonLat
from chengmai.city.addresses.rules.reading import Known
from chengmai.city.addresses.rules.sounds import sound, syllables
from chengmai.city.addresses.rules.text import edits, pieces, variants
from chengmai.city.addresses.words import EntryKind, Match
from chengmai.kernel.prepared import prepared_cursor

_ENTRY = (
    "k.key, k.how, e.id, e.kind, e.name, ST_X(e.point), ST_Y(e.point), e.radius_m, e.weight,"
    " e.districts, e.division_code, e.rank"
)
_MOST = 400


@dataclass(frozen=True)
class NumberPoint:
    """A known house number of a road; `lon_lat` in WGS 84."""

    number: int
    suffix: str
    lon_lat: LonLat
    community_code: str


@dataclass(frozen=True)
class RoadLine:
    """A road with the course of its line, and known numbers around the one that is looked for."""

    entry_id: int
    parts: tuple[Line, ...]
    numbers: tuple[NumberPoint, ...] = ()
    highest: int = 0


def names_in(text: str) -> list[Known]:
    """Every name of the gazetteer that is written in this tidied text; one statement."""
    return _met("k.key = ANY(%s::text[])", pieces(text))


def names_like(runs: Sequence[str]) -> list[Known]:
    """Names that sound like a piece of these unread runs, or differ from it by one character."""
    parts = [piece for run in runs for piece in pieces(run[:24], 3, 9)]
    by_sound: dict[str, list[str]] = {}
    for piece in parts:
        by_sound.setdefault(sound(syllables(piece)), []).append(piece)
    found = [
        _as(known, piece, Match.SOUND)
        for known in _met("k.how <> 'short' AND k.sound = ANY(%s::text[])", list(by_sound))
        for piece in by_sound.get(sound(syllables(known.key)), ())
        if piece != known.key
    ]
    by_variant: dict[str, list[str]] = {}
    for piece in parts:
        if len(piece) >= 4:
            for variant in variants(piece):
                by_variant.setdefault(variant, []).append(piece)
    for known in _met("k.how <> 'short' AND k.variants && %s::varchar[]", list(by_variant)[:1500]):
        near = {p for v in variants(known.key) for p in by_variant.get(v, ())}
        found += [_as(known, p, Match.TYPO) for p in near if _is_typo(p, known.key)]
    return found


def _is_typo(typed: str, name: str) -> bool:
    """One edit in a name of which at least three characters are its own, not its kind."""
    own = len(name) - len(_tail(name))
    if edits(typed, name) != 1 or own < 3 or typed[:1] != name[:1]:
        return False
    return typed[-1:] == name[-1:] or (own >= 4 and typed[:own] == name[:own])


_TAILS = ("滨河路", "大街", "大道", "公路", "快速路", "高速", "小区", "花园", "家园", "新村", "社区", "街道", "公园", "小学", "中学", "幼儿园", "农贸市场", "市场", "医院", "公厕", "浴场", "广场", "路", "街", "巷", "里", "苑", "村", "镇")  # fmt: skip


def _tail(name: str) -> str:
    return next((tail for tail in _TAILS if name.endswith(tail)), "")


def _as(known: Known, piece: str, how: Match) -> Known:
    values = {name: getattr(known, name) for name in known.__dataclass_fields__}
    return Known(**{**values, "key": piece, "how": how})


def _met(condition: str, values: list[str]) -> list[Known]:
    if not values:
        return []
    with prepared_cursor() as cursor:
        cursor.execute(
            f"SELECT {_ENTRY} FROM addresses_key k JOIN addresses_entry e ON e.id = k.entry_id"  # noqa: S608
            f" WHERE {condition} LIMIT {_MOST}",
            [values],
        )
        return [_known(row) for row in cursor.fetchall()]


def _known(row: tuple[Any, ...]) -> Known:
    key, how, id_, kind, name, lon, lat, radius, weight, districts, division, rank = row
    return Known(
        key, Match(how), id_, EntryKind(kind), name, lon, lat, radius, weight,
        tuple(districts), division, rank,
    )  # fmt: skip


def crossings_of(first: Sequence[int], second: Sequence[int]) -> list[Known]:
    """The crossings of any of these roads with any of those, by the ids of their entries."""
    with prepared_cursor() as cursor:
        cursor.execute(
            """
            SELECT e.name, 'name', e.id, e.kind, e.name, ST_X(e.point), ST_Y(e.point), e.radius_m,
                   e.weight, e.districts, e.division_code, e.rank
              FROM addresses_entry e
             WHERE e.kind = 'crossing'
               AND ((e.road_a_id = ANY(%(a)s::bigint[]) AND e.road_b_id = ANY(%(b)s::bigint[]))
                 OR (e.road_b_id = ANY(%(a)s::bigint[]) AND e.road_a_id = ANY(%(b)s::bigint[])))
             ORDER BY e.weight DESC, e.id LIMIT 20""",
            {"a": list(first), "b": list(second)},
        )
        return [_known(row) for row in cursor.fetchall()]


def road_lines(ids: Sequence[int], number: int = 0) -> dict[int, RoadLine]:
    """The lines of these roads; with `number`, the known numbers on either side of it too.

    At most the number itself and three below and above it, odd and even, per road.
    """
    with prepared_cursor() as cursor:
        cursor.execute(
            """
            SELECT e.id, ST_AsGeoJSON(e.line, 7),
                   (SELECT json_agg(json_build_array(p.number, p.suffix, ST_X(p.point),
                                                     ST_Y(p.point), p.community_code))
                      FROM ((SELECT * FROM addresses_addresspoint p WHERE p.road_id = e.id
                              AND p.number = %(n)s::int ORDER BY p.suffix LIMIT 12)
                            UNION ALL
                            (SELECT * FROM addresses_addresspoint p WHERE p.road_id = e.id
                              AND p.number < %(n)s::int ORDER BY p.number DESC LIMIT 8)
                            UNION ALL
                            (SELECT * FROM addresses_addresspoint p WHERE p.road_id = e.id
                              AND p.number > %(n)s::int ORDER BY p.number LIMIT 8)) p),
                   (SELECT max(p.number) FROM addresses_addresspoint p WHERE p.road_id = e.id)
              FROM addresses_entry e WHERE e.id = ANY(%(ids)s::bigint[])""",
            {"ids": list(ids), "n": number},
        )
        rows = cursor.fetchall()
    return {
        id_: RoadLine(
            id_,
            tuple(
                tuple((lon, lat) for lon, lat in part)
                for part in (json.loads(line)["coordinates"] if line else [])
            ),
            tuple(NumberPoint(n, s, (lon, lat), c) for n, s, lon, lat, c in (numbers or ())),
            highest or 0,
        )
        for id_, line, numbers, highest in rows
    }


def roads_near(point: LonLat, metres: float = 80, limit: int = 3) -> list[Known]:
    """The roads nearest to a point, WGS 84."""
    return _near("road", "line_3857", point, metres, limit)


def near_entries(kind: EntryKind, point: LonLat, metres: float, limit: int) -> list[Known]:
    """The entries of this kind nearest to a point."""
    return _near(
        kind.value, "line_3857" if kind is EntryKind.ROAD else "point_3857", point, metres, limit
    )


def _near(kind: str, column: str, point: LonLat, metres: float, limit: int) -> list[Known]:
    with prepared_cursor() as cursor:
        cursor.execute(
            f"""
            WITH here AS (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(%s, %s), 4326), 3857) AS p)
            SELECT e.name, 'name', e.id, e.kind, e.name, ST_X(e.point), ST_Y(e.point), e.radius_m,
                   e.weight, e.districts, e.division_code, e.rank
              FROM addresses_entry e, here
             WHERE e.kind = '{kind}' AND ST_DWithin(e.{column}, here.p, %s)
             ORDER BY e.{column} <-> here.p LIMIT {limit}""",  # noqa: S608
            [point[0], point[1], metres * 1.31],
        )
        return [_known(row) for row in cursor.fetchall()]


def numbers_near(point: LonLat, metres: float, limit: int = 4) -> list[tuple[str, NumberPoint]]:
    """The known house numbers nearest to a point, with the names of their roads."""
    with prepared_cursor() as cursor:
        cursor.execute(
            """
            WITH here AS (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(%s, %s), 4326), 3857) AS p)
            SELECT a.road_name, a.number, a.suffix, ST_X(a.point), ST_Y(a.point), a.community_code
              FROM addresses_addresspoint a, here WHERE ST_DWithin(a.point_3857, here.p, %s)
             ORDER BY a.point_3857 <-> here.p LIMIT %s""",
            [point[0], point[1], metres * 1.31, limit],
        )
        return [
            (road, NumberPoint(number, suffix, (lon, lat), community))
            for road, number, suffix, lon, lat, community in cursor.fetchall()
        ]
