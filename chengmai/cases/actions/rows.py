"""Between the table's row and the rules' view of it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import JSONField

from chengmai.kernel.facts import plain
from chengmai.kernel.worktime import OfficeCalendar

from ..models import Case
from ..rules.approvals import duty_to_decide
from ..rules.clockjson import book_to_json
from ..rules.clocks import ClockBook, utc_text
from ..rules.decide import Verdict
from ..rules.lamps import handling_deadline, lamp_times
from ..rules.limits import LoopSettings
from ..words import TERMINAL, Pending, Stage


def write_verdict(
    case: Case,
    verdict: Verdict,
    *,
    at: datetime,
    settings: LoopSettings,
    calendar: OfficeCalendar,
) -> set[str]:
    """Bring the verdict into the row's fields; returns the names of the fields that changed."""
    changes = dict(verdict.changes)
    pending: Pending | None = changes.pop("pending")
    returned_from = changes.pop("returned_from", _UNTOUCHED)
    if returned_from is not _UNTOUCHED:
        changes["returned_from"] = returned_from or ""
    changes |= _pending_columns(case, pending, settings)
    if verdict.target is not verdict.source:
        changes |= _stage_columns(verdict, at)
    changes |= clock_columns(verdict.target, verdict.clocks, settings, calendar)
    changes["version"] = case.version + 1
    changed = {name for name, value in changes.items() if getattr(case, name) != value}
    for name in changed:
        setattr(case, name, changes[name])
    return changed


_UNTOUCHED = object()


def _pending_columns(case: Case, pending: Pending | None, settings: LoopSettings) -> dict[str, Any]:
    if pending is None:
        return {"pending": None, "pending_kind": "", "pending_duty": ""}
    duty = duty_to_decide(pending, case.extension_count, settings)
    return {
        "pending": plain(pending),
        "pending_kind": pending.kind.value,
        "pending_duty": duty.value,
    }


def _stage_columns(verdict: Verdict, at: datetime) -> dict[str, Any]:
    columns: dict[str, Any] = {"stage_since": at}
    if verdict.target in TERMINAL:
        columns["closed_at"] = at
    elif verdict.source in TERMINAL:
        columns["closed_at"] = None
    return columns


def clock_columns(
    stage: Stage, book: ClockBook, settings: LoopSettings, calendar: OfficeCalendar
) -> dict[str, Any]:
    """The book and the columns that lists and lamps read from it."""
    lamp = lamp_times(stage, book, settings.warn_fraction, calendar)
    return {
        "clocks": book_to_json(book),
        "due_at": handling_deadline(book),
        "lamp_start_at": lamp.start_at,
        "lamp_warn_at": lamp.warn_at,
        "lamp_due_at": lamp.due_at,
    }


def clock_snapshot(book: ClockBook) -> dict[str, Any]:
    """State and deadline of every open clock, for the ledger."""
    return {
        kind.value: {"state": lap.state.value, "due": utc_text(lap.due_at)}
        for kind in book.laps
        if (lap := book.open_lap(kind)) is not None
    }


# A column has the name of the attribute that holds its value; `merged_into` is `merged_into_id`.
_COLUMNS = {
    name: field.attname
    for field in Case._meta.concrete_fields
    for name in (field.name, field.attname)
}
_JSON = {field.name for field in Case._meta.concrete_fields if isinstance(field, JSONField)}


def _as_json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def save_columns(case: Case, names: set[str]) -> None:
    """Write these fields of a row that is locked; one statement.

    Composing the update by the ORM took as long as all the rules of a move together; a change of
    place, which is rare, still goes that way.
    """
    if "point" in names:
        case.save(update_fields=names)
        return
    columns = sorted({_COLUMNS[name] for name in names})
    values: list[Any] = [
        _as_json(getattr(case, column)) if column in _JSON else getattr(case, column)
        for column in columns
    ]
    assignments = ", ".join(f"{column} = %s" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE cases_case SET {assignments} WHERE id = %s",  # noqa: S608 - our own names
            [*values, case.pk],
        )
