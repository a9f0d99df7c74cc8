"""Judging what may be meant: relations applied, words explained, divisions agreeing, rivals far away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chengmai.city.addresses.queries.lookup import road_lines, roads_near
from chengmai.city.addresses.rules.lines import Line, metres
from chengmai.city.addresses.rules.placing import Spot, related
from chengmai.city.addresses.rules.reading import Known, Piece, Reading
from chengmai.city.addresses.rules.text import is_han
from chengmai.city.addresses.rules.tokens import Sort, Tie
from chengmai.city.addresses.words import AddressPart, Candidate, EntryKind, Found

_WRONG_DISTRICT = 0.8
_AMBIGUOUS = 0.68


@dataclass(frozen=True)
class Draft:
    """A candidate in the making: where, from which pieces, and how well they fit."""

    spot: Spot
    text: str
    used: tuple[tuple[Piece, Known], ...]
    end: int
    roads: tuple[int, ...] = ()
    reach: float = 0.0
    notes: tuple[str, ...] = ()
    number: Piece | None = None


def finish(draft: Draft, reading: Reading) -> Candidate:
    """The candidate of a draft: its relations applied, its score and its parts."""
    relations = reading.relations_after(draft.end)[:3]
    spot = draft.spot
    moving = [r for r in relations if r.tie is not Tie.AT]
    if moving and spot.found not in (Found.ROAD, Found.AREA):
        spot = related(spot, moving, _lines_at(draft, moving), draft.reach)
    elif moving and spot.found is Found.AREA:
        spot = replace(spot, precision_m=spot.precision_m + 100)
    quality = 1.0
    for _, known in draft.used:
        quality *= known.quality
    conflicts = _conflicts(draft, reading)
    score = spot.score * quality * _read_share(draft, reading)
    if conflicts:
        score *= _WRONG_DISTRICT
    known = draft.used[0][1]
    return Candidate(
        text=draft.text + "".join(r.text for r in relations),
        found=spot.found,
        lon=round(spot.lon_lat[0], 7),
        lat=round(spot.lon_lat[1], 7),
        score=round(min(1.0, score), 3),
        precision_m=round(spot.precision_m),
        parts=_parts(draft, reading, conflicts),
        district_code=known.districts[0] if known.districts else "",
        entry_id=known.entry_id,
    )


def _lines_at(draft: Draft, relations: Sequence[object]) -> list[tuple[int, Sequence[Line]]]:
    ids = list(draft.roads)
    ranks = {known.entry_id: known.rank for _, known in draft.used}
    if not ids:
        near = roads_near(draft.spot.lon_lat, 90 + min(draft.reach, 200), 2)
        if draft.reach > 80 or not _wants_road(relations):
            near = []
        ids = [k.entry_id for k in near]
        ranks = {k.entry_id: k.rank for k in near}
    lines = road_lines(ids) if ids else {}
    return [(ranks.get(i, 4), lines[i].parts) for i in ids if i in lines]


def _wants_road(relations: Sequence[object]) -> bool:
    return any(getattr(r, "tie", None) is Tie.OPPOSITE for r in relations)


def _conflicts(draft: Draft, reading: Reading) -> list[str]:
    """The divisions that were named and do not hold what was found."""
    used = {piece.token.start for piece, _ in draft.used}
    main = draft.used[0][1]
    wrong = []
    for piece in reading.pieces:
        named = [k for k in piece.divisions if k.kind is not EntryKind.CITY]
        if not named or piece.token.start in used or piece.roads or piece.places:
            continue
        if not any(_holds(area, main, draft) for area in named):
            wrong.append(piece.text)
    return wrong


def _holds(area: Known, main: Known, draft: Draft) -> bool:
    if area.kind is EntryKind.DISTRICT:
        return not main.districts or area.division_code in main.districts
    if draft.spot.found in (Found.ROAD, Found.AREA):
        return True
    apart = metres((area.lon, area.lat), draft.spot.lon_lat)
    return apart <= area.radius_m * 2.2 + draft.spot.precision_m


def _read_share(draft: Draft, reading: Reading) -> float:
    """How much of the words is explained: what stands right at the found name weighs most."""
    starts = {piece.token.start for piece, _ in draft.used}
    ends = {piece.token.end for piece, _ in draft.used}
    first, share = min(starts), 1.0
    for start, end in reading.unread:
        run = "".join(c for c in reading.text[start:end] if is_han(c) or c.isalnum())
        if not run:
            continue
        if end in starts or start in ends:
            share -= 0.14 * min(3, len(run))
        elif end <= first:
            share -= 0.05 * min(6, len(run))
        else:
            share -= 0.02 * min(8, len(run))
    unused = [
        p for p in reading.pieces
        if p.token.start not in starts and (p.roads or p.places) and not p.divisions
    ]  # fmt: skip
    agree = all(_near_to(p, draft) for p in unused)
    return max(0.2, share) * (1.0 if not unused else 1.02 if agree else 0.85)


def _near_to(piece: Piece, draft: Draft) -> bool:
    return any(
        metres((k.lon, k.lat), draft.spot.lon_lat) < max(400.0, k.radius_m) for k in piece.names
    )


def doubtful(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """Two equally good answers far from each other: neither is sure."""
    if len(found) < 2:
        return found
    top = found[0]
    rivals = [
        c for c in found[1:]
        if c.found == top.found and c.score >= top.score - 0.03 and c.entry_id != top.entry_id
        and metres((c.lon, c.lat), (top.lon, top.lat)) > 500
    ]  # fmt: skip
    if not rivals:
        return found
    doubt = AddressPart("note", reading.text, "不止一处同名", "")
    return [
        replace(c, score=round(c.score * _AMBIGUOUS, 3), parts=(*c.parts, doubt))
        if c is top or c in rivals
        else c
        for c in found
    ]


def distinct(found: list[Candidate]) -> list[Candidate]:
    """Each place once."""
    kept: list[Candidate] = []
    for one in found:
        if all(one.text != k.text or metres((one.lon, one.lat), (k.lon, k.lat)) > 30 for k in kept):
            kept.append(one)
    return kept


def _parts(draft: Draft, reading: Reading, conflicts: list[str]) -> tuple[AddressPart, ...]:
    used = {piece.token.start: known for piece, known in draft.used}
    parts = []
    for piece in reading.pieces:
        token = piece.token
        if token.start in used:
            known = used[token.start]
            parts.append(AddressPart(known.kind.value, piece.text, known.name, known.how.value))
        elif token.sort is Sort.NAME:
            role = "division" if piece.divisions else "mentioned"
            meaning = piece.names[0].name
            if piece.text in conflicts:
                meaning += "（不符）"
            parts.append(AddressPart(role, piece.text, meaning, piece.names[0].how.value))
        elif token.sort in (Sort.NUMBER, Sort.UNIT, Sort.RELATION, Sort.CROSS):
            meaning = str(token.number) if token.sort is Sort.NUMBER else ""
            parts.append(AddressPart(token.sort.value, piece.text, meaning))
    parts += [AddressPart("unread", words) for words in reading.unread_texts()]
    parts += [AddressPart("note", "", note) for note in draft.notes]
    return tuple(parts)
