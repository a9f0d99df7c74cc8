"""What the texts of a field mean: each distinct text is read once, however many rows carry it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from chengmai.city.census.rules.values import (
    plain,
    read_choice,
    read_day,
    read_organisation,
)
from chengmai.city.census.staging.tables import ask, copy_into, raw_table, run, values_table
from chengmai.city.census.words import Choices, FieldKind, FieldSpec, Reason, TargetSpec
from chengmai.city.models import AreaKind, Place, PlaceKind
from chengmai.identity.public import organisation_cards, people_with
from chengmai.identity.words import Duty

_HERE = (FieldKind.DATE, FieldKind.CHOICE, FieldKind.ORGANISATION, FieldKind.PERSON)
READ_ONCE = (*_HERE, FieldKind.PICTURES)  # pictures are read by `staging.pictures`
_MOST_UNKNOWN = 60
Read = Callable[[str], tuple[Any, Reason | None]]


def cleaned(spec: FieldSpec, column: str) -> str:
    """SQL of a cell without what surrounds it; codes also without width, quotes and a `.0`."""
    trimmed = f"nullif(btrim({column}, E' \\t\\r\\n\\u3000\\u00a0'), '')"
    if spec.kind is not FieldKind.CODE:
        return trimmed
    return (
        f"CASE WHEN {column} ~ '^[0-9]+$' THEN {column} ELSE nullif(regexp_replace(regexp_replace("
        f"regexp_replace(normalize({column}, NFKC), '^=\"(.*)\"$', '\\1'), '[\\s''‘’]', '', 'g'),"
        f" '^([0-9]+)\\.0+$', '\\1'), '') END"
    )


def write_meanings(
    import_id: int, target: TargetSpec, choices: Choices, now: datetime
) -> list[dict[str, Any]]:
    """Fill the table of meanings; the texts that nobody understands, with how many rows have them."""
    table = values_table(import_id)
    run(f"DROP TABLE IF EXISTS {table}")
    run(
        f"CREATE UNLOGGED TABLE {table} (field text, raw text, value text, reason text, detail text)"
    )
    unknown: list[dict[str, Any]] = []
    for spec in target.fields:
        at = choices.columns.get(spec.name)
        if at is None or spec.kind not in _HERE:
            continue
        read = _reader(spec, target, choices, now)
        found = ask(
            f"SELECT {cleaned(spec, f'c{at}')} AS raw, count(*) FROM {raw_table(import_id)}"  # noqa: S608
            " GROUP BY 1 ORDER BY 2 DESC"
        )
        lines = []
        for raw, rows in found:
            if raw is None:
                continue
            value, reason = read(raw)
            lines.append((spec.name, raw, value, reason.value if reason else None))
            if reason is not None and len(unknown) < _MOST_UNKNOWN * 4:
                unknown.append({"field": spec.name, "text": raw[:80], "rows": rows, "reason": reason.value})  # fmt: skip
        with transaction.atomic():
            copy_into(table, ("field", "raw", "value", "reason"), lines)
    run(f"CREATE INDEX ON {table} (field, raw)")
    run(f"ANALYZE {table}")
    return sorted(unknown, key=lambda one: -one["rows"])[:_MOST_UNKNOWN]


def _reader(spec: FieldSpec, target: TargetSpec, choices: Choices, now: datetime) -> Read:
    chosen = choices.values.get(spec.name, {})
    if spec.kind is FieldKind.DATE:
        return lambda text: read_day(text, now=now, order=choices.date_order)
    if spec.kind is FieldKind.ORGANISATION:
        return _organisations(chosen)
    if spec.kind is FieldKind.PERSON:
        return _people(chosen)
    known = choices_of(target, spec)
    return lambda text: read_choice(text, known, chosen)


def choices_of(target: TargetSpec, spec: FieldSpec) -> tuple[tuple[str, str], ...]:
    """The words and values of a field: written in the target, or rows of a table of kinds."""
    if target.name == "places" and spec.name == "kind":
        rows = [(name, code) for code, name in PlaceKind.objects.values_list("code", "name")]
        used = Place.objects.order_by().values_list("kind", flat=True).distinct()
        return (*rows, *((code, code) for _, code in rows), *((kind, kind) for kind in used))
    if target.name == "areas" and spec.name == "kind":
        rows = [(name, code) for code, name in AreaKind.objects.values_list("code", "name")]
        return (*rows, *((code, code) for _, code in rows))
    return spec.choices


def _organisations(chosen: Mapping[str, str]) -> Read:
    cards = organisation_cards()
    names = {plain(card.name): number for number, card in sorted(cards.items(), reverse=True)}
    numbers = frozenset(cards)
    wanted = {text: value for text, value in chosen.items() if value.isdigit() and int(value) in cards}  # fmt: skip
    return lambda text: read_organisation(text, names, numbers, wanted)


def _people(chosen: Mapping[str, str]) -> Read:
    """By number, or by name where only one person has it."""
    cards = {card.id: card for duty in Duty for card in people_with(duty)}
    names: dict[str, list[str]] = {}
    for number, card in cards.items():
        names.setdefault(plain(card.name), []).append(str(number))
        names.setdefault(str(number), []).append(str(number))

    def read(text: str) -> tuple[str | None, Reason | None]:
        if chosen.get(text) in names:
            return chosen[text], None
        found = names.get(plain(text), [])
        return (found[0], None) if len(found) == 1 else (None, Reason.PERSON_UNKNOWN)

    return read
