"""Applications and who decides on them: one or two levels, never the applicant (rows 15–20, 31, 38)."""

from __future__ import annotations

from dataclasses import replace

from chengmai.identity.words import Duty

from ..words import Move, Pending, PendingKind
from .limits import LoopSettings

APPLY = {
    Move.APPLY_RETURN: PendingKind.RETURN,
    Move.APPLY_EXTENSION: PendingKind.EXTENSION,
    Move.APPLY_SUSPENSION: PendingKind.SUSPENSION,
    Move.SPECIAL_CLOSE: PendingKind.SPECIAL_CLOSE,
    Move.APPLY_APPEAL: PendingKind.APPEAL,
}
APPROVE = {
    Move.APPROVE_RETURN: PendingKind.RETURN,
    Move.APPROVE_EXTENSION: PendingKind.EXTENSION,
    Move.APPROVE_SUSPENSION: PendingKind.SUSPENSION,
    Move.APPROVE_SPECIAL_CLOSE: PendingKind.SPECIAL_CLOSE,
    Move.APPROVE_APPEAL: PendingKind.APPEAL,
}
REFUSE = {
    Move.REFUSE_RETURN: PendingKind.RETURN,
    Move.REFUSE_EXTENSION: PendingKind.EXTENSION,
    Move.REFUSE_SUSPENSION: PendingKind.SUSPENSION,
    Move.REFUSE_SPECIAL_CLOSE: PendingKind.SPECIAL_CLOSE,
    Move.REFUSE_APPEAL: PendingKind.APPEAL,
}
DECIDES = {**APPROVE, **REFUSE}


def ladder(pending: Pending, extension_count: int, settings: LoopSettings) -> tuple[Duty, ...]:
    """The duties that must approve, in order."""
    if pending.kind is PendingKind.RETURN:
        second = (Duty.DUTY_LEADER,) if settings.return_needs_duty_leader else ()
        return (Duty.DISPATCHER, *second)
    if pending.kind is PendingKind.EXTENSION:
        long = extension_count > 0 or pending.days > settings.extension_first_level_days
        return (Duty.DISPATCHER, Duty.LEADER) if long else (Duty.DISPATCHER,)
    if pending.kind is PendingKind.SUSPENSION:
        return (Duty.DISPATCHER, Duty.LEADER)
    if pending.kind is PendingKind.SPECIAL_CLOSE:
        return (Duty.LEADER,)
    if pending.kind is PendingKind.APPEAL:
        return (Duty.DISPATCHER, Duty.OPERATOR)
    return (Duty.DUTY_LEADER,)


def duty_to_decide(pending: Pending, extension_count: int, settings: LoopSettings) -> Duty:
    """Who has to decide on the application now."""
    return ladder(pending, extension_count, settings)[pending.level - 1]


def climbs(pending: Pending, extension_count: int, settings: LoopSettings) -> bool:
    """Whether an approval now only carries the application to the next level."""
    return pending.level < len(ladder(pending, extension_count, settings))


def climbed(pending: Pending, by: int | None) -> Pending:
    """The application one level higher, remembering who approved."""
    approved = (*pending.approved_by, by) if by is not None else pending.approved_by
    return replace(pending, level=pending.level + 1, approved_by=approved)
