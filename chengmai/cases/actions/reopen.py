"""Row 37 from the citizen's side: not satisfied, so it is handled again."""

from __future__ import annotations

from datetime import datetime

from chengmai.identity.words import SYSTEM, Actor

from ..models import Case
from ..rules.view import Details
from ..words import Move
from .move import move_case


def reopen_case(*, case_id: int, reason: str, at: datetime, actor: Actor = SYSTEM) -> Case:
    """Handle a closed case again; the first closing is kept.

    Raises MoveNotAllowed for a case that is not closed, NeverDispatched for one that no unit had,
    ReasonMissing without words.
    """
    return move_case(
        case_id=case_id, move=Move.REOPEN, actor=actor, at=at, details=Details(reason=reason)
    )
