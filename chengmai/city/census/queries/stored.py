"""Stored rows as they go out: texts a person reads, geometry in the system that was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import shapely
from django.db import connection, transaction

from chengmai.city.census.rules.systems import from_degrees
from chengmai.city.census.rules.targets import target_of
from chengmai.city.census.staging.images import live_key, table_of
from chengmai.city.census.staging.meanings import choices_of
from chengmai.city.census.staging.tables import ask, literal
from chengmai.city.census.words import FieldKind, FieldSpec, TargetSpec, Wanted
from chengmai.city.queries.classes import class_cards
from chengmai.identity.public import organisation_cards, person_names
from chengmai.kernel.media.public import media_cards

BATCH = 10_000
Cells = list[Any]


def fields_out(target: TargetSpec, *, photos: bool = False) -> list[FieldSpec]:
    """The fields that go out, in the order of the target; names of pictures only with them."""
    hidden = (FieldKind.LON, FieldKind.LAT, *(() if photos else (FieldKind.PICTURES,)))
    return [f for f in target.fields if f.kind not in hidden and (f.column or f.out)]


def count_stored(wanted: Wanted) -> int:
    """How many rows an export would hold."""
    target = target_of(wanted.target)
    found = ask(f"SELECT count(*) FROM {table_of(target)} t WHERE {_where(wanted, target)}")  # noqa: S608
    return int(found[0][0])


def stored_rows(wanted: Wanted) -> Iterator[tuple[list[Cells], Any]]:
    """Batches of cells and of geometry (shapely, None without), read through a cursor."""
    target = target_of(wanted.target)
    fields = fields_out(target, photos=wanted.photos)
    shape = f"ST_AsBinary(t.{target.geometry})" if target.geometry else "NULL::bytea"
    values = ", ".join(_sql(spec, target) for spec in fields)
    order = ", ".join(f"t.{target.field(name).column}" for name in target.key)
    statement = (
        f"SELECT {shape}, {values} FROM {table_of(target)} t"  # noqa: S608
        f" WHERE {_where(wanted, target)} ORDER BY {order}"
    )
    way = from_degrees(wanted.system)
    readers = [_reader(spec, target) for spec in fields]
    with transaction.atomic(), connection.cursor() as plain:
        cursor = plain.connection.cursor(name="census_out")
        try:
            cursor.execute(statement)
            while rows := cursor.fetchmany(BATCH):
                shapes = None
                if target.geometry:
                    shapes = shapely.from_wkb([row[0] and bytes(row[0]) for row in rows])
                    if way is not None:
                        shapes = shapely.transform(shapes, way)
                yield [[read(v) for read, v in zip(readers, row[1:], strict=True)] for row in rows], shapes  # fmt: skip
        finally:
            cursor.close()


def _sql(spec: FieldSpec, target: TargetSpec) -> str:
    if spec.name == "source_key":
        return live_key(target)
    return spec.out or f"t.{spec.column}"


def _where(wanted: Wanted, target: TargetSpec) -> str:
    conditions = [target.where or "true"]
    if wanted.area and target.area:
        conditions.append(f"starts_with({target.area}, {literal(wanted.area)})")
    if wanted.class_code and target.name in _CLASSED:
        conditions.append(f"starts_with({_CLASSED[target.name]}, {literal(wanted.class_code)})")
    return " AND ".join(conditions)


_CLASSED = {
    "components": "t.class_code",
    "places": "t.kind",
    "areas": "t.kind_id",
    "responsibilities": "t.class_prefix",
}


def _reader(spec: FieldSpec, target: TargetSpec) -> Callable[[Any], Any]:
    """How a stored value reads in a file: names instead of numbers, words instead of codes."""
    if spec.name == "class_name":
        names = {code: card.name for code, card in class_cards().items()}
        return lambda value: names.get(value, "")
    if spec.kind is FieldKind.ORGANISATION:
        cards = organisation_cards()
        return lambda value: cards[value].name if value in cards else value
    if spec.kind is FieldKind.PERSON:
        return _person
    if spec.kind is FieldKind.CHOICE:
        words: dict[str, str] = {}
        for word, value in choices_of(target, spec):
            words.setdefault(value, word)
        return lambda value: words.get(str(value), value)
    if spec.kind is FieldKind.PICTURES:
        return lambda value: ";".join(name for name, _ in picture_names(value)) or None
    if spec.kind is FieldKind.DATE:
        return lambda value: value.isoformat() if value else None
    return lambda value: value


def _person(value: Any) -> Any:
    return person_names([value]).get(value, value) if value is not None else None


def picture_names(value: Any) -> list[tuple[str, int]]:
    """The pictures of a component under the names of an export: its code and a number, with the
    ending of their kind; `value` is `[code, [media ids]]` as the database gives it."""
    told = json.loads(value) if isinstance(value, str) else value
    if not told:
        return []
    code, ids = told
    endings = {card.id: card.content_type.rpartition("/")[2] for card in media_cards(ids)}
    return [
        (f"{code}-{n}.{'jpg' if endings[one] == 'jpeg' else endings[one]}", one)
        for n, one in enumerate(ids, 1)
        if one in endings
    ]


def stored_pictures(wanted: Wanted) -> Iterator[tuple[str, int]]:
    """Every picture of an export, by its name."""
    target = target_of(wanted.target)
    spec = next(f for f in target.fields if f.kind is FieldKind.PICTURES)
    found = ask(
        f"SELECT {spec.out} FROM {table_of(target)} t WHERE {_where(wanted, target)}"  # noqa: S608
        " AND t.photos <> '[]'::jsonb ORDER BY t.code"
    )
    for (value,) in found:
        yield from picture_names(value)


def count_pictures_stored(wanted: Wanted) -> int:
    """How many pictures an export would hold."""
    target = target_of(wanted.target)
    found = ask(
        f"SELECT coalesce(sum(jsonb_array_length(t.photos)), 0) FROM {table_of(target)} t"  # noqa: S608
        f" WHERE {_where(wanted, target)}"
    )
    return int(found[0][0])
