"""The moves that a case's page shows: which are open to this actor now, and why others are not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.models import Case
from chengmai.cases.queries.settings import loop_settings
from chengmai.cases.queries.views import view_of
from chengmai.cases.rules.allowed import moves_for
from chengmai.cases.rules.view import Details, Known, Situation
from chengmai.cases.words import Move
from chengmai.city.public import class_of_day, office_calendar
from chengmai.identity.words import Actor


def verdicts(
    case: Case, related: dict[str, Any], actor: Actor, at: datetime
) -> list[dict[str, Any]]:
    """Each arrow from the case's stage, asked of the same rules that decide a move."""
    part = _open_part(related, actor)
    situation = Situation(
        case=view_of(case),
        move=Move.ACCEPT,  # replaced by each arrow in turn
        actor=actor,
        details=Details(),
        at=at,
        known=Known(
            calendar=office_calendar(),
            settings=loop_settings(at),
            limit=_limit(case),
            part_of_actor=part["id"] if part else None,
            part_is_mandatory=bool(part and part["mandatory"]),
        ),
    )
    return [
        {
            "move": option.move,
            "allowed": option.allowed,
            "why": option.why,
            "needs": list(option.needs),
            "may": list(option.may),
        }
        for option in moves_for(situation)
    ]


def _limit(case: Case) -> Any:
    card = class_of_day(case.class_code, case.reported_at, case.condition_id)
    condition = card.condition(case.condition_id) if card and case.condition_id else None
    if condition is None:
        return None
    by_level = {level.value: allowance for level, allowance in condition.limits.items()}
    return by_level.get(case.management_level)


def _open_part(related: dict[str, Any], actor: Actor) -> dict[str, Any] | None:
    """The unfinished share of the actor's unit or of one below it."""
    for part in related["parts"]:
        own = actor.organisation_path and part["path"].startswith(actor.organisation_path)
        if part["done_at"] is None and own:
            found: dict[str, Any] = part
            return found
    return None
