"""The checked rows of an import: what each would do or did, where, and why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from chengmai.city.census.errors import ImportNotReady
from chengmai.city.census.models import CensusChange, CensusImport
from chengmai.city.census.queries.layers import layer_of
from chengmai.city.census.rules.targets import TARGETS
from chengmai.city.census.staging.cells import PICTURE_REASONS
from chengmai.city.census.staging.meanings import cleaned
from chengmai.city.census.staging.tables import (
    ask,
    exists,
    literal,
    raw_table,
    rows_table,
    values_table,
)
from chengmai.city.census.words import REASON_WORDS, VERDICT_WORDS, FieldKind, Reason, Verdict
from chengmai.identity.public import organisation_cards, person_names
from chengmai.kernel.places import metres_between

_COMPUTED = {
    "class_code": "小类", "grid_code": "单元网格", "division_code": "所在社区", "level": "级别", "suffix": "附号",
    "community_code": "社区", "point": "位置", "geometry": "图形",
}  # fmt: skip
_SHOWN = 200
_SLICE = 5_000


def rows_of(
    row: CensusImport, *, verdict: str = "", reason: str = "", q: str = "", after: int = 0, limit: int = 100
) -> list[dict[str, Any]]:  # fmt: skip
    """Checked rows in the order of the file, from the row after number `after`.

    Raises ImportNotReady before the check and after the rows were taken away.
    """
    _refuse_absent(row)
    layer = layer_of(row, str(row.choices.get("layer") or ""))
    width = len(layer.columns) if layer else 0
    cells = "".join(f", w.c{at}" for at in range(width))
    conditions = [f"r.number > {int(after)}"]
    if verdict:
        conditions.append(f"r.verdict = {literal(verdict)}")
    if reason:
        conditions.append(f"{literal(reason)} = ANY(r.problems || r.notes)")
    if q:
        conditions.append(f"starts_with(r.key, {literal(q)})")
    detail, join = _detail(row)
    found = ask(
        "SELECT r.number, r.key, r.verdict, r.problems, r.notes, r.twin, r.changes,"  # noqa: S608
        f" ST_X(ST_PointOnSurface(r.geom)), ST_Y(ST_PointOnSurface(r.geom)), {detail}{cells}"
        f" FROM {rows_table(row.pk)} r LEFT JOIN {raw_table(row.pk)} w USING (number){join}"
        f" WHERE {' AND '.join(conditions)} ORDER BY r.number LIMIT {int(limit)}"
    )
    return [_card(row, one) for one in found]


def _detail(row: CensusImport) -> tuple[str, str]:
    """SQL of the names of pictures that could not be taken, and the join that it needs."""
    at = (row.choices.get("columns") or {}).get("photos")
    spec = next((f for f in TARGETS[row.target].fields if f.kind is FieldKind.PICTURES), None)
    if at is None or spec is None:
        return "NULL", ""
    text = cleaned(spec, f"w.c{int(at)}")
    join = f" LEFT JOIN {values_table(row.pk)} m ON m.field = '{spec.name}' AND m.raw = {text}"
    return "m.detail", join


def _refuse_absent(row: CensusImport) -> None:
    if row.checked_at is None or not exists(rows_table(row.pk)):
        raise ImportNotReady(
            "The rows of this import are not there.",
            state=row.state,
            remedy="Check the file (again).",
        )


def _card(row: CensusImport, found: tuple[Any, ...]) -> dict[str, Any]:
    number, key, verdict, problems, notes, twin, changes, lon, lat, detail, *cells = found
    if isinstance(changes, str):
        changes = json.loads(changes)
    return {
        "number": number,
        "key": key or "",
        "verdict": verdict,
        "problems": [_reason(one, twin, detail) for one in problems],
        "notes": [_reason(one, None, detail) for one in notes],
        "changes": [_change(row, column, *pair) for column, pair in (changes or {}).items()],
        "values": [(cell or "")[:_SHOWN] for cell in cells],
        "lon": lon,
        "lat": lat,
    }


def _reason(code: str, twin: int | None, detail: str | None = None) -> dict[str, str]:
    words, remedy = REASON_WORDS[Reason(code)]
    if detail and code in PICTURE_REASONS:
        words = f"{words}：{detail}"
    if code == Reason.DUPLICATE and twin is not None:
        words = f"{words}（与第 {twin} 行）"
    return {"reason": code, "words": words, "remedy": remedy}


def _change(row: CensusImport, column: str, before: Any, after: Any) -> dict[str, Any]:
    """One changed column in words: organisations and people by name, a move with its metres."""
    target = TARGETS[row.target]
    spec = next((f for f in target.fields if f.column == column), None)
    told = {"field": column, "title": spec.title if spec else _COMPUTED.get(column, column)}
    if column == "point" and before and after:
        metres = metres_between((before[0], before[1]), (after[0], after[1]))
        return {
            **told,
            "before": _place(before),
            "after": _place(after),
            "metres": round(metres, 2),
        }
    if spec is not None and spec.kind is FieldKind.PICTURES:
        before, after = (f"{len(v or [])} 张" for v in (before, after))
    elif spec is not None and spec.kind is FieldKind.ORGANISATION:
        cards = organisation_cards()
        before, after = (cards[v].name if v in cards else v for v in (before, after))
    elif spec is not None and spec.kind is FieldKind.PERSON:
        names = person_names([v for v in (before, after) if v is not None])
        before, after = (names.get(v, v) for v in (before, after))
    elif spec is not None and spec.kind is FieldKind.CHOICE:
        words = {value: word for word, value in reversed(spec.choices)}
        before, after = (words.get(str(v), v) for v in (before, after))
    return {**told, "before": _text(before), "after": _text(after), "metres": None}


def _place(pair: list[float]) -> str:
    return f"{pair[0]:.7f}, {pair[1]:.7f}"


def _text(value: Any) -> str:
    return "" if value is None else str(value)[:_SHOWN]


def rows_on_map(
    row: CensusImport,
    bbox: tuple[float, float, float, float],
    *,
    verdict: str = "",
    most: int = 2_000,
) -> dict[str, Any]:
    """The rows in a box as GeoJSON: each by itself where they are few, else gathered in cells."""
    _refuse_absent(row)
    west, south, east, north = (float(side) for side in bbox)
    box = f"ST_MakeEnvelope({west}, {south}, {east}, {north}, 4326)"
    where = f"geom IS NOT NULL AND geom && {box}"
    if verdict:
        where += f" AND verdict = {literal(verdict)}"
    table = rows_table(row.pk)
    total = int(ask(f"SELECT count(*) FROM {table} WHERE {where}")[0][0])  # noqa: S608
    if total <= most:
        found = ask(
            "SELECT number, key, verdict, ST_AsGeoJSON(geom, 7),"  # noqa: S608
            " CASE WHEN jsonb_typeof(changes -> 'point') = 'array' THEN changes -> 'point' -> 0 END"
            f" FROM {table} WHERE {where} ORDER BY number"
        )
        return _collection([_feature(*one) for one in found], total, gathered=False)
    cell = max(east - west, (north - south) * 1.3) / 48
    found = ask(
        "SELECT avg(ST_X(p)), avg(ST_Y(p)), verdict, count(*) FROM (SELECT verdict,"  # noqa: S608
        f" CASE WHEN GeometryType(geom) = 'POINT' THEN geom ELSE ST_Centroid(geom) END AS p"
        f" FROM {table} WHERE {where}) x GROUP BY floor(ST_X(p) / {cell}), floor(ST_Y(p) / {cell}), verdict"
    )
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [x, y]},
            "properties": {"verdict": kind, "rows": count},
        }
        for x, y, kind, count in found
    ]
    return _collection(features, total, gathered=True)


def _feature(number: int, key: str, verdict: str, shape: str, was: Any) -> dict[str, Any]:
    before = json.loads(was) if isinstance(was, str) else was
    properties = {"number": number, "key": key, "verdict": verdict, "rows": 1}
    if before:
        properties |= {"was_lon": before[0], "was_lat": before[1]}
    return {"type": "Feature", "geometry": json.loads(shape), "properties": properties}


def _collection(features: list[dict[str, Any]], total: int, *, gathered: bool) -> dict[str, Any]:
    return {
        "type": "FeatureCollection", "features": features, "total": total, "gathered": gathered,
    }  # fmt: skip


def box_of(row: CensusImport) -> tuple[float, float, float, float] | None:
    """The box of the rows that have a place in the city (accepted ones where there are any)."""
    _refuse_absent(row)
    found = ask(
        "SELECT ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e) FROM (SELECT coalesce("  # noqa: S608
        "ST_Extent(geom) FILTER (WHERE verdict <> 'refused'), ST_Extent(geom)) AS e"
        f" FROM {rows_table(row.pk)}) x"
    )
    return found[0] if found and found[0][0] is not None else None


def report_heads(row: CensusImport) -> list[str]:
    """The titles of the row report."""
    layer = layer_of(row, str(row.choices.get("layer") or ""))
    return [
        "行号",
        "结果",
        "编码",
        "原因",
        "处理办法",
        "提示",
        "变更",
        *(layer.columns if layer else ()),
    ]


def report_lines(row: CensusImport, verdict: str = "") -> Iterator[list[str]]:
    """The lines of the row report, read slice by slice."""
    after = 0
    while found := rows_of(row, verdict=verdict, after=after, limit=_SLICE):
        for one in found:
            yield [
                str(one["number"]),
                VERDICT_WORDS[Verdict(one["verdict"])],
                one["key"],
                "；".join(p["words"] for p in one["problems"]),
                "；".join(p["remedy"] for p in one["problems"] if p["remedy"]),
                "；".join(p["words"] for p in one["notes"]),
                "；".join(f"{c['title']}：{c['before']} → {c['after']}" for c in one["changes"]),
                *one["values"],
            ]
        after = found[-1]["number"]


def left_alone(row: CensusImport, *, after: int = 0, limit: int = 100) -> list[dict[str, Any]]:
    """The rows that an undo left as they are, and why."""
    changes = CensusChange.objects.filter(census_import=row, pk__gt=after).exclude(refusal="")
    return [
        {"id": one.pk, "key": one.key, "verdict": one.verdict, **_reason(one.refusal, None)}
        for one in changes.order_by("pk")[:limit]
    ]
