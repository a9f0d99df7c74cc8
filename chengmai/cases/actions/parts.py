"""Rows 32 and 33: shares of a joint handling, and urgings; rows beside the case."""

from __future__ import annotations

from datetime import datetime, timedelta

from chengmai.identity.words import Actor
from chengmai.kernel.worktime import Unit, add_working

from ..models import Case, Part, Supervision
from ..rules.view import Details, Known
from ..words import Move

_UNIT_GONE = {Move.APPROVE_RETURN, Move.BACK_TO_REGISTRAR}


def write(
    case: Case, move: Move, actor: Actor, details: Details, known: Known, at: datetime
) -> set[str]:
    """What this move does beside the case; the names of the case's fields that it changed."""
    if move is Move.SUPERVISE:
        _supervise(case, actor, details, known, at)
    if move is Move.FINISH_PART and known.part_of_actor is not None:
        _finish(known.part_of_actor, actor, details, at)
    if move is Move.DISPATCH:
        return _share_out(case, details, known)
    if move in _UNIT_GONE:
        return _forget(case)
    return set()


def _share_out(case: Case, details: Details, known: Known) -> set[str]:
    """New shares for the co-units; without a date of their own they are due with the lead."""
    changed = _forget(case)
    if not details.co_organisation_ids:
        return changed
    Part.objects.bulk_create(
        Part(
            case=case,
            organisation_id=unit_id,
            organisation_path=known.co_organisations[unit_id].path,
            due_at=details.until or case.due_at,
        )
        for unit_id in dict.fromkeys(details.co_organisation_ids)
    )
    case.has_parts = True
    return {"has_parts"}


def _forget(case: Case) -> set[str]:
    """Shares of an earlier dispatch; the ledger still tells of them."""
    if not case.has_parts:
        return set()
    Part.objects.filter(case=case).delete()
    case.has_parts = False
    return {"has_parts"}


def _finish(part_id: int, actor: Actor, details: Details, at: datetime) -> None:
    Part.objects.filter(pk=part_id).update(
        done_at=at, done_by_id=actor.id, words=details.text.strip()
    )


def _supervise(case: Case, actor: Actor, details: Details, known: Known, at: datetime) -> None:
    answer_in = timedelta(hours=known.settings.supervision_hours)
    Supervision.objects.create(
        case=case,
        level=details.level,
        text=details.text.strip(),
        by_id=actor.id,
        at=at,
        due_at=details.until or add_working(at, answer_in, Unit.WORK_HOUR, known.calendar),
    )
