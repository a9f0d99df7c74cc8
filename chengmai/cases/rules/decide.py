"""One attempted move, decided: where it leads, what it does to the clocks, what it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ..errors import MoveNotAllowed, NotYourDuty
from ..words import (
    AppealState,
    ClockKind,
    Move,
    Pending,
    PendingKind,
    SpecialReason,
    Stage,
    VerifyResult,
)
from .approvals import APPLY, APPROVE, REFUSE, climbed, climbs
from .clocks import ClockBook
from .effects import apply_effects
from .guards import needs_second_person
from .needs import refuse_missing
from .steps import ARROWS, Step
from .view import Situation

Changes = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What the move does. `changes` are new values by the name of `CaseView`'s field."""

    step: Step
    source: Stage
    target: Stage
    clocks: ClockBook
    changes: Changes = field(default_factory=dict)


def arrow(stage: Stage, move: Move) -> Step:
    """The arrow of the table, or the refusal that there is none."""
    step = ARROWS.get((stage, move))
    if step is None:
        raise MoveNotAllowed(
            "This case cannot take that step now.", stage=stage.value, move=move.value
        )
    return step


def permit(step: Step, s: Situation) -> None:
    """Refuse who may not take the step, or not now; what comes with it is not looked at."""
    if s.actor.duties.isdisjoint(step.duties):
        raise NotYourDuty(
            "Another duty takes this step.", duties=[duty.value for duty in step.duties]
        )
    for guard in step.guards:
        guard(s)


def decide(s: Situation) -> Verdict:
    """The verdict on this move, or the refusal that says why not. Pure."""
    step = arrow(s.case.stage, s.move)
    permit(step, s)
    refuse_missing(step, s)
    for check in step.checks:
        check(s)
    only_asks = _only_asks(s)
    effects = () if only_asks else step.effects
    target = s.case.stage if only_asks else _target(step, s)
    changes: Changes = {"stage": target, "pending": _pending(s, target)}
    if not only_asks:
        changes |= _return_traces(step, s, target)
        changes |= _own_changes(s)
    return Verdict(step, s.case.stage, target, apply_effects(effects, s), changes)


def _only_asks(s: Situation) -> bool:
    """Whether the move so far only carries an application on, without any effect on the case."""
    pending = s.case.pending
    if s.move is Move.VOID:
        return pending is None and needs_second_person(s.case, s)
    if s.move in APPROVE and pending is not None:
        return climbs(pending, s.case.extension_count, s.known.settings)
    return False


def _target(step: Step, s: Situation) -> Stage:
    if s.move is Move.UNMERGE:
        return s.case.stage_before_merge or Stage.REPORTED
    return step.target or s.case.stage


def _pending(s: Situation, target: Stage) -> Pending | None:
    """The application after this move: made, climbed, decided, lapsed or untouched."""
    now = s.case.pending
    if s.move in APPLY:
        return _application(APPLY[s.move], s)
    if s.move is Move.VOID and target is not Stage.VOIDED:
        return _application(PendingKind.VOID, s)
    if s.move in APPROVE and now and climbs(now, s.case.extension_count, s.known.settings):
        return climbed(now, s.actor.id)
    if s.move in APPROVE or s.move in REFUSE or target is not s.case.stage:
        return None
    return now


def _application(kind: PendingKind, s: Situation) -> Pending:
    details = s.details
    special = SpecialReason(details.result) if kind is PendingKind.SPECIAL_CLOSE else None
    return Pending(
        kind=kind,
        by=s.actor.id,
        by_name=s.actor.name,
        reason=details.reason.strip(),
        at=s.at,
        days=details.days if kind is PendingKind.EXTENSION else 0,
        until=details.until if kind is PendingKind.SUSPENSION else None,
        special_reason=special,
    )


def _return_traces(step: Step, s: Situation, target: Stage) -> Changes:
    """Who sent the case back and who received it (the return-receiver restriction)."""
    if target is s.case.stage:
        return {}
    if step.is_return:
        return {"returned_from": s.case.stage, "receiver_id": None}
    if s.case.returned_from is None:
        return {}
    if s.case.stage is s.case.returned_from:
        return {"returned_from": None, "receiver_id": None}
    if s.case.receiver_id is None:
        return {"receiver_id": s.actor.id}
    return {}


def _own_changes(s: Situation) -> Changes:
    """What only this move changes."""
    rule = _CHANGES.get(s.move, {})
    return rule(s) if callable(rule) else rule


def _placed(s: Situation) -> Changes:
    """The place and class that this move brings along."""
    changes: Changes = {}
    if s.known.place is not None and not s.case.grid_code:
        changes |= {
            "grid_code": s.known.place.grid_code,
            "duty_grid_code": s.known.place.duty_grid_code or "",
            "management_level": s.known.place.management_level.value,
        }
    if s.details.class_code:
        changes["class_code"] = s.details.class_code
    return changes


def _verified(s: Situation) -> Changes:
    if s.details.result == VerifyResult.WRONG_CLASS:
        return {"class_code": s.details.class_code, "condition_id": None}
    return {}


def _registered(s: Situation) -> Changes:
    changes = _placed(s)
    if s.details.condition_id is not None:
        changes["condition_id"] = s.details.condition_id
    return changes | {"registered_at": s.at}


def _sent(s: Situation) -> Changes:
    return {"collector_id": s.details.collector_id or s.known.suggested_collector_id}


def _sent_to_check(s: Situation) -> Changes:
    return _sent(s) | {"check_passed": False}


def _dispatched(s: Situation) -> Changes:
    unit = s.known.organisation
    return {
        "organisation_id": unit.id if unit else None,
        "organisation_path": unit.path if unit else "",
        "handler_id": None,
        "return_count": 0,
        "open_parts": len(s.details.co_organisation_ids),
        "dispatched_at": s.at,
        "check_passed": False,
    }


_NO_UNIT: Changes = {
    "organisation_id": None,
    "organisation_path": "",
    "handler_id": None,
    "open_parts": 0,
}


def _passed_down(s: Situation) -> Changes:
    unit = s.known.organisation
    return {
        "organisation_id": unit.id if unit else None,
        "organisation_path": unit.path if unit else "",
        "handler_id": None,
    }


def _suspended(s: Situation) -> Changes:
    pending = s.case.pending
    until = pending.until if pending else None
    return {
        "suspended_until": max(until, s.at + timedelta(minutes=1)) if until else None,
        "suspension_count": s.case.suspension_count + 1,
    }


def _finished(s: Situation) -> Changes:
    return {"finished_by_id": s.actor.id, "finished_at": s.at}


def _confirmed(s: Situation) -> Changes:
    """Whether the case was late is judged here (row 24)."""
    lap = s.case.clocks.open_lap(ClockKind.HANDLE)
    late = lap is not None and lap.overdue(s.at)
    return {"confirmed_at": s.at, "handled_in_time": not late}


def _reworked(s: Situation) -> Changes:
    return {"rework_no": s.case.rework_no + 1, "check_passed": False, "handled_in_time": None}


def _checked(s: Situation) -> Changes:
    return {"check_passed": True, "checked_at": s.at, "collector_id": s.actor.id}


def _failed(s: Situation) -> Changes:
    return _reworked(s) | {"checked_at": s.at}


def _reopened(s: Situation) -> Changes:
    """Handled again; the first closing is kept (row 37)."""
    first = s.case.first_closed_at or s.case.closed_at
    changes: Changes = {"first_closed_at": first, "closed_at": None, "timeout_exempt": False}
    if s.case.appeal is AppealState.APPLIED:  # it lapses undecided, so it may be made again
        changes["appeal"] = AppealState.NONE
    return _reworked(s) | changes


def _special(s: Situation) -> Changes:
    pending = s.case.pending
    reason = pending.special_reason if pending else None
    return {"special_reason": reason.value if reason else ""}


def _part_finished(s: Situation) -> Changes:
    return {"open_parts": max(0, s.case.open_parts - s.known.part_is_mandatory)}


_CHANGES: dict[Move, Changes | Callable[[Situation], Changes]] = {
    Move.SEND_VERIFY: _sent,
    Move.SUBMIT_VERIFY: _verified,
    Move.ACCEPT: lambda s: _placed(s) | {"accepted_at": s.at},
    Move.REGISTER: _registered,
    Move.DISPATCH: _dispatched,
    Move.BACK_TO_REGISTRAR: _NO_UNIT,
    Move.ASSIGN: lambda s: {"handler_id": s.details.handler_id},
    Move.APPLY_RETURN: lambda s: {"return_count": s.case.return_count + 1},
    Move.APPROVE_RETURN: _NO_UNIT,
    Move.APPROVE_EXTENSION: lambda s: {"extension_count": s.case.extension_count + 1},
    Move.APPROVE_SUSPENSION: _suspended,
    Move.RESUME: {"suspended_until": None},
    Move.FINISH: _finished,
    Move.CONFIRM: _confirmed,
    Move.BACK_TO_HANDLING: _reworked,
    Move.SEND_CHECK: _sent_to_check,
    Move.RECHECK: _sent_to_check,
    Move.PASS_CHECK: _checked,
    Move.FAIL_CHECK: _failed,
    Move.APPROVE_SPECIAL_CLOSE: _special,
    Move.SUPERVISE: {"supervised": True},
    Move.PASS_DOWN: _passed_down,
    Move.FAIL_AUDIT: {"self_disposed": False},
    Move.FINISH_PART: _part_finished,
    Move.REOPEN: _reopened,
    Move.APPLY_APPEAL: {"appeal": AppealState.APPLIED},
    Move.APPROVE_APPEAL: {"appeal": AppealState.APPROVED, "timeout_exempt": True},
    Move.REFUSE_APPEAL: {"appeal": AppealState.REFUSED},
}
