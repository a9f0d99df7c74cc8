"""Finding a position by words: read, look up, place, and say how sure.

At most five statements, each bounded: names in the text, names that sound like what is unread,
crossings, lines with numbers, roads around a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.db import connection

from chengmai.city.addresses.queries.judging import Draft, distinct, doubtful, finish
from chengmai.city.addresses.queries.lookup import (
    crossings_of,
    names_in,
    names_like,
    road_lines,
)
from chengmai.city.addresses.rules.lines import foot, metres
from chengmai.city.addresses.rules.placing import Spot, on_number
from chengmai.city.addresses.rules.reading import Known, Piece, Reading, read
from chengmai.city.addresses.rules.text import is_han, tidy
from chengmai.city.addresses.rules.tokens import Sort
from chengmai.city.addresses.words import AddressPart, Candidate, EntryKind, Found, Geocoded
from chengmai.city.queries.settings import setting

_MOST_ROADS = 4


def find(text: str, limit: int = 5) -> list[Candidate]:
    """Positions for an address, the surest first; empty where nothing in it is known.

    Scores below the setting `address_floor` are guesses: shown to a person, never used unseen.
    """
    plain = tidy(text)
    if not plain:
        return []
    if re.fullmatch(r"\d{15,16}", plain):
        return _by_code(plain)
    reading = _read(plain)
    drafts = list(_drafts(reading))
    found = [finish(draft, reading) for draft in drafts]
    found.sort(key=lambda c: (-round(c.score, 3), c.precision_m))
    return distinct(doubtful(found, reading))[: max(1, min(limit, 20))]


def geocode(text: str) -> Geocoded:
    """The best candidate, and whether it is sure and exact enough to be used unseen.

    The settings `address_floor` (score) and `address_metres` (precision) decide.
    """
    found = find(text, 3)
    if not found:
        return Geocoded(None, False, "nothing")
    best = found[0]
    if best.score < float(setting("address_floor")):
        return Geocoded(best, False, "unsure")
    if best.precision_m > float(setting("address_metres")):
        return Geocoded(best, False, "imprecise")
    return Geocoded(best, True)


def _read(plain: str) -> Reading:
    known = names_in(plain)
    reading = read(plain, known)
    runs = [plain[max(0, a - 5) : b + 4] for a, b in reading.unread if _wordy(plain[a:b])]
    anchored = any(p.roads or p.places for p in reading.pieces)
    if runs or not anchored:
        like = names_like(runs or [plain])
        if like:
            return read(plain, [*known, *like])
    return reading


def _wordy(run: str) -> bool:
    return sum(is_han(c) for c in run) >= 1


def _drafts(reading: Reading) -> Iterator[Draft]:
    pieces = reading.pieces
    roads = [(n, p) for n, p in enumerate(pieces) if p.roads][:_MOST_ROADS]
    crossed: set[int] = set()
    if len(roads) >= 2:
        yield from _crossing_drafts(reading, roads, crossed)
    numbered: set[int] = set()
    for n, piece in roads:
        number = _number_after(pieces, n)
        if number is not None:
            numbered.add(n)
            yield from _number_drafts(piece, number)
    for piece in pieces:
        for known in piece.places[:4]:
            spot = Spot(
                (known.lon, known.lat), max(20.0, min(known.radius_m, 400) * 0.6), Found.PLACE, 0.95
            )
            yield Draft(spot, known.name, ((piece, known),), piece.token.end, reach=known.radius_m)
    for n, piece in roads:
        if n not in numbered and n not in crossed:
            yield from _road_drafts(reading, piece)
    divisions = [(p, k) for p in pieces for k in p.divisions]
    if divisions:
        piece, known = max(
            divisions, key=lambda pair: (len(pair[1].division_code), pair[1].quality)
        )
        base = (
            0.8
            if known.kind is EntryKind.COMMUNITY
            else 0.72
            if known.kind is EntryKind.STREET
            else 0.6
        )
        spot = Spot((known.lon, known.lat), known.radius_m, Found.AREA, base)
        yield Draft(spot, known.name, ((piece, known),), piece.token.end)


def _number_after(pieces: Sequence[Piece], n: int) -> Piece | None:
    for piece in pieces[n + 1 : n + 3]:
        if piece.token.sort is Sort.NUMBER:
            return piece
        if piece.token.sort not in (Sort.NOISE, Sort.NAME) or piece.roads:
            return None
        if piece.token.sort is Sort.NAME and not piece.divisions:
            return None
    return None


def _crossing_drafts(
    reading: Reading, roads: Sequence[tuple[int, Piece]], crossed: set[int]
) -> Iterator[Draft]:
    pieces = reading.pieces
    pairs = [
        (i, j)
        for i in range(len(roads))
        for j in range(i + 1, len(roads))
        if not any(p.token.sort is Sort.NUMBER for p in pieces[roads[i][0] : roads[j][0]])
    ]
    met: dict[tuple[int, int], list[tuple[Known, Known, Known]]] = {}
    for i, j in pairs[:3]:
        (_, one), (_, other) = roads[i], roads[j]
        by_id = {k.entry_id: k for k in (*one.roads, *other.roads)}
        ids = [k.entry_id for k in one.roads], [k.entry_id for k in other.roads]
        for crossing in crossings_of(*ids):
            a = min(one.roads, key=lambda k: -k.quality)
            b = min(other.roads, key=lambda k: -k.quality)
            met.setdefault((i, j), []).append((crossing, by_id.get(a.entry_id, a), b))
    stretch = len(roads) >= 3 and any(
        p.token.sort in (Sort.TO, Sort.BETWEEN) for p in pieces[roads[0][0] :]
    )
    for (i, j), found in met.items():
        (n, one), (m, other) = roads[i], roads[j]
        crossed.update((n, m))
        if stretch and i == 0 and j < 3:
            continue
        end = other.token.end
        if m + 1 < len(pieces) and pieces[m + 1].token.sort is Sort.CROSS:
            end = pieces[m + 1].token.end
        for crossing, a, b in found[:3]:
            spot = Spot((crossing.lon, crossing.lat), 15, Found.CROSSING, 0.97)
            yield Draft(spot, crossing.name, ((one, a), (other, b)), end, (a.entry_id, b.entry_id))
    if stretch and (0, 1) in met and (0, 2) in met:
        yield from _stretch_draft(roads, met)
    if not met and _says_crossing(pieces):
        crossed.clear()


def _stretch_draft(
    roads: Sequence[tuple[int, Piece]],
    met: dict[tuple[int, int], list[tuple[Known, Known, Known]]],
) -> Iterator[Draft]:
    first, a, b = met[0, 1][0]
    last, _, c = met[0, 2][0]
    line = road_lines([a.entry_id]).get(a.entry_id)
    apart = metres((first.lon, first.lat), (last.lon, last.lat))
    middle = ((first.lon + last.lon) / 2, (first.lat + last.lat) / 2)
    here = foot(line.parts, middle) if line else None
    spot = Spot(here.spot if here else middle, max(20.0, apart / 2), Found.STRETCH, 0.9)
    used = ((roads[0][1], a), (roads[1][1], b), (roads[2][1], c))
    yield Draft(spot, f"{a.name}（{b.name}至{c.name}）", used, roads[2][1].token.end, (a.entry_id,))


def _says_crossing(pieces: Sequence[Piece]) -> bool:
    return any(p.token.sort is Sort.CROSS for p in pieces)


def _joins_unread(reading: Reading, piece: Piece) -> bool:
    """Whether the road is joined to something that nobody knows: 礼溪巷与某某路."""
    ends = [p.token.end for p in reading.pieces
            if p.token.sort is Sort.JOIN and p.token.start == piece.token.end]  # fmt: skip
    return any(start in ends for start, _ in reading.unread)


def _number_drafts(piece: Piece, number: Piece) -> Iterator[Draft]:
    wanted, suffix = number.token.number, number.token.suffix
    lines = road_lines([k.entry_id for k in piece.roads[:_MOST_ROADS]], wanted)
    for known in piece.roads[:_MOST_ROADS]:
        line = lines.get(known.entry_id)
        if line is None:
            continue
        points = [(p.number, p.suffix, p.lon_lat) for p in line.numbers]
        spot = on_number(line.parts, points, wanted, suffix)
        name = f"{known.name}{wanted}{suffix}号"
        used = ((piece, known),)
        if spot is None:
            note = f"没有{wanted}号" if line.highest else "此路没有门牌资料"
            far = Spot((known.lon, known.lat), known.radius_m, Found.ROAD, 0.5)
            yield Draft(
                far, known.name, used, number.token.end, (known.entry_id,), 0.0, (note,), number
            )
        else:
            yield Draft(spot, name, used, number.token.end, (known.entry_id,), number=number)


def _road_drafts(reading: Reading, piece: Piece) -> Iterator[Draft]:
    areas = [k for p in reading.pieces for k in p.divisions if k.kind is not EntryKind.CITY]
    area = max(areas, key=lambda k: len(k.division_code), default=None)
    for known in piece.roads[:_MOST_ROADS]:
        crossing_said = _says_crossing(reading.pieces) or _joins_unread(reading, piece)
        note = ("没有找到这个路口",) if crossing_said else ()
        base = 0.45 if crossing_said else 0.75 if known.radius_m <= 500 else 0.6
        spot = Spot((known.lon, known.lat), known.radius_m, Found.ROAD, base)
        if (
            area is not None
            and area.kind is not EntryKind.DISTRICT
            and area.entry_id != known.entry_id
        ):
            line = road_lines([known.entry_id]).get(known.entry_id)
            here = foot(line.parts, (area.lon, area.lat)) if line else None
            if here is not None and here.metres < area.radius_m * 1.5:
                precision = min(known.radius_m, area.radius_m)
                spot = Spot(here.spot, precision, Found.ROAD_IN_AREA, max(base, 0.78))
        yield Draft(
            spot, known.name, ((piece, known),), piece.token.end, (known.entry_id,), notes=note
        )


def _by_code(code: str) -> list[Candidate]:
    """A component by its 16 digits, a unit grid by its 15."""
    if len(code) == 16:
        sql = "SELECT ST_X(point), ST_Y(point), 2.0 FROM city_component WHERE code = %s"
    else:
        sql = (
            "SELECT ST_X(p), ST_Y(p), sqrt(a / pi()) FROM (SELECT ST_PointOnSurface(geometry) AS p,"
            " ST_Area(geometry::geography) AS a FROM city_unitgrid WHERE code = %s) g"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql, [code])
        row = cursor.fetchone()
    if row is None:
        return []
    found = Found.COMPONENT if len(code) == 16 else Found.GRID
    part = AddressPart("code", code, found.value, "name")
    return [Candidate(code, found, row[0], row[1], 1.0, round(row[2]), (part,), code[:6])]
