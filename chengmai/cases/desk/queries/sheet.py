"""A list of cases as rows of a workbook, page by page through the list's own door."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from chengmai.cases.casefile.words import KINDS, LAMPS, SOURCES, STAGES
from chengmai.cases.desk.words import COLUMNS, Column
from chengmai.cases.queries.lists import MAX_LIMIT, CaseFilter, list_cases
from chengmai.identity.words import Actor
from chengmai.kernel.masks import mask_numbers_in

_TITLES = {"lamp": LAMPS, "stage": STAGES, "source": SOURCES, "kind": KINDS}
_TIMES = frozenset({"reported_at", "lamp_due_at", "due_at"})
_FREE_TEXT = frozenset({"description", "address"})
_BY_KEY = {column.key: column for column in COLUMNS}


def sheet_columns(keys: list[str]) -> list[Column]:
    """The columns in the order asked for; all of them where none is named."""
    return [_BY_KEY[key] for key in keys] if keys else list(COLUMNS)


def rows_of(
    actor: Actor,
    wanted: CaseFilter,
    columns: list[Column],
    *,
    at: datetime,
    most: int,
    told: Callable[[int], None],
) -> Iterator[list[Any]]:
    """The cells of each case that the actor may see, in the list's order, at most so many rows.

    `told(done)` hears after each page. Phone and identity numbers in free text are masked.
    """
    after: list[Any] | None = None
    done = 0
    while done < most:
        text, after = list_cases(actor, wanted, after=after, limit=MAX_LIMIT, at=at)
        page = json.loads(text)
        for row in page[: most - done]:
            yield [_cell(column.key, row.get(column.key)) for column in columns]
        done += len(page)
        told(min(done, most))
        if after is None:
            return


def _cell(key: str, value: Any) -> Any:
    if value is None or value == "":
        return None  # an empty cell is not written at all
    if key in _TIMES:
        return datetime.fromisoformat(value)
    if key in _FREE_TEXT:
        return mask_numbers_in(value)
    if key in _TITLES:
        return _TITLES[key].get(value, value)
    if isinstance(value, bool):
        return "是" if value else None
    return value


def scope_mark(actor: Actor) -> str:
    """A digest of how far the actor sees; another digest later means another scope."""
    seen = (
        actor.id,
        actor.sees_whole_city,
        actor.organisation_path,
        actor.division,
        sorted(actor.duty_grid_codes),
        sorted(duty.value for duty in actor.duties),
    )
    return hashlib.sha256(repr(seen).encode()).hexdigest()
