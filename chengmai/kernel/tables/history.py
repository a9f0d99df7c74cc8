"""The history of a row: who changed what when, and why, read from the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chengmai.kernel.facts import plain
from chengmai.kernel.models import LedgerEntry
from chengmai.kernel.tables.changes import Asked
from chengmai.kernel.tables.errors import NotPossible, RowNotFound
from chengmai.kernel.tables.events import TableRowChanged, subject_of
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.rows import get_row, series_of
from chengmai.kernel.tables.words import Doing, Kind

MOST = 200


@dataclass(frozen=True)
class Past:
    """One change that was taken."""

    id: int
    row: str
    doing: str
    at: datetime
    actor_id: int | None
    reason: str
    changed: list[str]
    before: dict[str, Any]
    after: dict[str, Any]
    restores: int
    restorable: bool


def history_of(recipe: Recipe, pk: str, today: date) -> list[Past]:
    """The newest 200 changes of the row and of the rows it follows, newest first.

    Two statements. A row that is gone still has its history.
    """
    subjects = [subject_of(recipe.id, key) for key in _kin(recipe, pk, today)]
    rows = LedgerEntry.objects.filter(subject__in=subjects, name=TableRowChanged.name)
    return [_past(recipe, row) for row in rows.order_by("-id")[:MOST]]


def restoring(recipe: Recipe, pk: str, entry_id: int, *, version: str, reason: str,
              on: date | None, today: date) -> Asked:  # fmt: skip
    """The change that brings back what a row said after an earlier change.

    Personal and secret values are not kept and so not restored.
    """
    found = next((one for one in history_of(recipe, pk, today) if one.id == entry_id), None)
    if found is None:
        raise RowNotFound("There is no such change of this row.", entry=entry_id)
    if not found.restorable:
        raise NotPossible("This change left nothing to restore.", remedy="请选择另一个版本。")
    values = {
        column.name: found.after[column.name]
        for column in recipe.columns
        if column.name in found.after
        and column.edited
        and not column.fixed
        and not column.personal
        and column.kind is not Kind.SECRET
    }
    return Asked(
        doing=Doing.CHANGE,
        pk=pk,
        values=values,
        version=version,
        reason=reason,
        on=on,
        restores=entry_id,
    )


def _kin(recipe: Recipe, pk: str, today: date) -> list[str]:
    """The keys of the rows that follow each other with this one, also where it is gone."""
    try:
        row = get_row(recipe, pk, today)
    except RowNotFound:
        before = LedgerEntry.objects.filter(subject=subject_of(recipe.id, pk))
        told = before.values_list("payload__succeeds", flat=True)
        return [pk, *(key for key in told if key)]
    return [str(key) for key in series_of(recipe, row).values_list("pk", flat=True)]


def _past(recipe: Recipe, row: LedgerEntry) -> Past:
    told: dict[str, Any] = plain(row.payload)
    after = told.get("after") or {}
    return Past(
        id=row.pk,
        row=told["row"],
        doing=told["doing"],
        at=row.at,
        actor_id=row.actor_id,
        reason=told.get("reason", ""),
        changed=told.get("changed") or [],
        before=told.get("before") or {},
        after=after,
        restores=told.get("restores") or 0,
        restorable=bool(after) and Doing.CHANGE in recipe.doings,
    )
