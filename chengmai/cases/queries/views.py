"""The table's row as the rules see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..models import Case
from ..rules.clockjson import book_from_json
from ..rules.view import CaseView
from ..words import AppealState, Pending, PendingKind, SpecialReason, Stage

_SAME = (
    "id", "reported_at", "source", "class_code", "condition_id", "management_level", "grid_code",
    "duty_grid_code", "self_disposed", "organisation_id", "organisation_path", "handler_id",
    "finished_by_id", "collector_id", "reporter_id", "open_parts", "receiver_id", "return_count",
    "extension_count", "suspension_count", "suspended_until", "rework_no", "check_passed",
    "handled_in_time", "closed_at", "first_closed_at",
)  # fmt: skip


def view_of(case: Case) -> CaseView:
    """The case as the rules see it."""
    before = case.before_merge
    return CaseView(
        **{name: getattr(case, name) for name in _SAME},
        stage=Stage(case.stage),
        has_place=case.lon_lat is not None,
        pending=pending_from_json(case.pending),
        returned_from=Stage(case.returned_from) if case.returned_from else None,
        appeal=AppealState(case.appeal),
        stage_before_merge=Stage(before["stage"]) if before else None,
        clocks=book_from_json(case.clocks),
    )


def pending_from_json(data: dict[str, Any] | None) -> Pending | None:
    """The application that lies in the row."""
    if not data:
        return None
    special, until = data.get("special_reason"), data.get("until")
    return Pending(
        kind=PendingKind(data["kind"]),
        by=data["by"],
        by_name=data["by_name"],
        reason=data["reason"],
        at=datetime.fromisoformat(data["at"]),
        level=data["level"],
        approved_by=tuple(data["approved_by"]),
        days=data["days"],
        until=datetime.fromisoformat(until) if until else None,
        special_reason=SpecialReason(special) if special else None,
    )
