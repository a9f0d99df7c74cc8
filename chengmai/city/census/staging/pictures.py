"""What the cells of pictures mean, and which pictures a component no longer shows."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.db import transaction

from chengmai.city.census.rules.pictures import names_in
from chengmai.city.census.staging.meanings import cleaned
from chengmai.city.census.staging.tables import (
    ask,
    copy_into,
    literal,
    raw_table,
    rows_table,
    run,
    values_table,
)
from chengmai.city.census.words import MOST_PHOTOS, FieldSpec, Reason

Taken = tuple[int | None, Reason | None]
Take = Callable[[str], Taken]
Progress = Callable[[int, int], None]
_EVERY = 20


def write_pictures(import_id: int, spec: FieldSpec, column: int, take: Take, progress: Progress) -> set[int]:  # fmt: skip
    """Take every picture that a cell names, each once; the numbers of those that were taken.

    What a cell means is a list of numbers; its reason is that of the first picture which could
    not be taken, its detail the names of all of those.
    """
    found = ask(
        f"SELECT DISTINCT {cleaned(spec, f'c{column}')} FROM {raw_table(import_id)}"  # noqa: S608
    )
    cells = {text: names_in(text) for (text,) in found if text}
    names = sorted({name for listed in cells.values() for name in listed[:MOST_PHOTOS]})
    taken: dict[str, Taken] = {}
    for count, name in enumerate(names):
        if count % _EVERY == 0:
            progress(count, len(names))
        taken[name] = take(name)
    lines = [(spec.name, text, *_meaning(listed, taken)) for text, listed in cells.items()]
    with transaction.atomic():
        copy_into(values_table(import_id), ("field", "raw", "value", "reason", "detail"), lines)
    run(f"ANALYZE {values_table(import_id)}")
    return {number for number, _ in taken.values() if number is not None}


def _meaning(listed: list[str], taken: dict[str, Taken]) -> tuple[str | None, str | None, str]:
    good = list(dict.fromkeys(n for name in listed[:MOST_PHOTOS] if (n := taken[name][0])))
    bad = [(name, why) for name in listed[:MOST_PHOTOS] if (why := taken[name][1])]
    bad += [(name, Reason.PICTURES_MANY) for name in listed[MOST_PHOTOS:]]
    detail = "、".join(name for name, _ in bad)
    return (json.dumps(good) if good else None), (bad[0][1].value if bad else None), detail[:200]


def note_full(import_id: int) -> int:
    """Say at rows whose component has no room for all of their pictures; how many rows."""
    rows = rows_table(import_id)
    return run(
        f"UPDATE {rows} r SET notes = r.notes || '{Reason.PICTURES_FULL.value}'::text"  # noqa: S608
        " FROM city_component t WHERE t.code = r.key AND r.v_photos IS NOT NULL"
        " AND r.verdict <> 'refused' AND NOT t.photos @> r.v_photos"
        " AND NOT coalesce(r.changes #> '{photos,1}', t.photos) @> r.v_photos"
    )


def shown_by(import_id: int, after: int, upto: int) -> list[tuple[int, str]]:
    """The pictures of the rows of a chunk with the codes of their components."""
    return ask(
        "SELECT (p.id)::bigint, r.key FROM "  # noqa: S608
        f"{rows_table(import_id)} r, jsonb_array_elements(r.v_photos) AS p (id)"
        f" WHERE r.number > {int(after)} AND r.number <= {int(upto)}"
        " AND r.verdict IN ('added', 'changed')"
    )


def shown_no_more(import_id: int, after: int, upto: int) -> list[tuple[int, str]]:
    """Pictures that this import had brought to components which an undo has made without them."""
    return ask(
        "SELECT DISTINCT (p.id)::bigint, h.code FROM census_censuschange c"  # noqa: S608
        " JOIN city_componentchange h ON h.code = c.key AND h.import_id = c.import_id"
        " AND jsonb_typeof(h.after -> 'photos') = 'array',"
        " jsonb_array_elements(h.after -> 'photos') AS p (id)"
        f" WHERE c.import_id = {literal(int(import_id))} AND c.id > {int(after)} AND c.id <= {int(upto)}"
        " AND NOT EXISTS (SELECT 1 FROM city_component t WHERE t.code = h.code"
        "  AND t.photos @> jsonb_build_array(p.id))"
    )
