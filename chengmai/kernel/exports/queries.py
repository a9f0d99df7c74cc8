"""Every read of exports."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from chengmai.kernel.exports.errors import ExportNotFound
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.words import KEPT

_SHOWN = (
    "id", "kind", "title", "state", "total", "done", "file_name", "bytes", "error", "asked_at",
    "finished_at", "expires_at",
)  # fmt: skip


def exports_of(person: int) -> QuerySet[Export]:
    """What this person asked for, newest first."""
    return Export.objects.filter(asked_by=person).order_by("-pk")


def export_of(person: int, export_id: int, *, lock: bool = False) -> Export:
    """One export; another person's and a missing one are the same. Raises ExportNotFound."""
    rows = exports_of(person)
    if lock:
        rows = rows.select_for_update()
    found = rows.filter(pk=export_id).first()
    if found is None:
        raise ExportNotFound("No such export.", id=export_id)
    return found


def kept_by(person: int) -> int:
    """How many exports of this person wait, run or lie ready."""
    return Export.objects.filter(asked_by=person, state__in=KEPT).count()


def export_card(row: Export) -> dict[str, Any]:
    """An export as a screen shows it."""
    return {name: getattr(row, name) for name in _SHOWN}
