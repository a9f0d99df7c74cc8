"""Small named conditions on moves. Each looks at one situation and refuses or stays silent.

`Step.guards` need only the case and the actor, so that a screen can ask beforehand; what came with
the move is looked at by `Step.checks` (`checks.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from chengmai.identity.words import Duty

from .. import errors as no
from ..words import (
    AppealState,
    ClockKind,
    PendingKind,
    Stage,
)
from .approvals import DECIDES, duty_to_decide
from .view import CaseView, Situation

Guard = Callable[[Situation], None]


def is_one_of(person_id: int | None, *others: int | None) -> bool:
    """Whether this person is one of these. The system and unknown people are nobody."""
    return person_id is not None and person_id in others


# Whose task it is


def _within_unit(s: Situation) -> bool:
    path = s.actor.organisation_path
    return bool(path) and s.case.organisation_path.startswith(path)


def own_unit(s: Situation) -> None:
    """The actor belongs to the lead unit or to one above it."""
    if not _within_unit(s):
        raise no.NotYourTask("Another unit leads this case.")


def own_task(s: Situation) -> None:
    """The assigned handler, or the department above."""
    if s.actor.is_any_of(s.case.handler_id):
        return
    if not (s.actor.has(Duty.DEPARTMENT) and _within_unit(s)):
        raise no.NotYourTask("Another person handles this case.")


def assigned_collector(s: Situation) -> None:
    """The collector who was sent, or any of the duty grid when nobody in particular was."""
    if s.case.collector_id is None:
        mine = s.case.duty_grid_code in s.actor.duty_grid_codes
        if mine or s.actor.sees_whole_city or not s.case.duty_grid_code:
            return
    elif s.actor.is_any_of(s.case.collector_id):
        return
    raise no.NotYourTask("Another collector was sent.")


def has_open_part(s: Situation) -> None:
    """The actor's unit has an unfinished share of the joint handling."""
    if s.known.part_of_actor is None:
        raise no.NotYourTask("Your unit has no open part in this case.")


# Nobody decides on their own work


def not_handler(s: Situation) -> None:
    """The check is not made by who handled (row 26)."""
    if s.actor.is_any_of(s.case.handler_id, s.case.finished_by_id):
        raise no.SelfApproval("Who handled a case does not check it.")


def not_own_check(s: Situation) -> None:
    """The case is not closed by who checked it."""
    if s.actor.is_any_of(s.case.collector_id):
        raise no.SelfApproval("Who checked a case does not close it.")


def not_reporter(s: Situation) -> None:
    """A self-disposal is not audited by who reported it."""
    if s.actor.is_any_of(s.case.reporter_id):
        raise no.SelfApproval("Who reported a self-disposal does not audit it.")


def may_decide(s: Situation) -> None:
    """There is such an application, it waits for this duty, and it is somebody else's."""
    pending = s.case.pending
    if pending is None or pending.kind is not DECIDES[s.move]:
        raise no.NothingPending("There is no such application.", move=s.move.value)
    duty = duty_to_decide(pending, s.case.extension_count, s.known.settings)
    if duty not in s.actor.duties:
        raise no.NotYourDuty("Another duty decides at this level.", duty=duty.value)
    if s.actor.is_any_of(pending.by, *pending.approved_by):
        raise no.SelfApproval("Nobody decides on their own application, or twice.")


def needs_second_person(case: CaseView, s: Situation) -> bool:
    """Whether the case is old enough that two people must void it (row 11)."""
    return s.at - case.reported_at > timedelta(days=s.known.settings.void_second_person_days)


def void_by_another(s: Situation) -> None:
    """An old case is voided by a second person, not by the one who asked for it."""
    pending = s.case.pending
    if pending is None:
        return
    if pending.kind is not PendingKind.VOID:
        raise no.ApplicationPending("An application waits first.", kind=pending.kind.value)
    if needs_second_person(s.case, s) and s.actor.is_any_of(pending.by):
        raise no.SelfApproval("A second person has to void an old case.")


def not_return_receiver(s: Situation) -> None:
    """Who received a returned case does not take the sender's forward step (2.2)."""
    if s.case.returned_from is s.case.stage and s.actor.is_any_of(s.case.receiver_id):
        raise no.ReturnReceiver("Who received the returned case does not take this step.")


def not_just_returned(s: Situation) -> None:
    """What a unit has sent back is dispatched or returned, not led to closing (2.2)."""
    back = s.case.returned_from in (Stage.PENDING_DEPARTMENT, Stage.HANDLING)
    if back and s.case.stage is Stage.PENDING_DISPATCH:
        raise no.ReturnReceiver("A case that was sent back is dispatched again first.")


# Applications


def nothing_pending(s: Situation) -> None:
    """One application at a time."""
    if s.case.pending is not None:
        raise no.ApplicationPending("An application waits first.", kind=s.case.pending.kind.value)


def return_left(s: Situation) -> None:
    """So many returns per dispatch."""
    if s.case.return_count >= s.known.settings.return_max:
        raise no.LimitReached("This unit has asked for a return already.")


def return_is_early(s: Situation) -> None:
    """A return is asked for in the first part of the time allowed."""
    lap = s.case.clocks.open_lap(ClockKind.HANDLE)
    if lap is None:
        return
    spent = lap.spent(s.at, s.known.calendar)
    whole = spent + lap.left(s.at, s.known.calendar)
    if spent > whole * s.known.settings.return_before_fraction:
        raise no.TooLate("A return is asked for early in the time allowed.")


def not_overdue(s: Situation) -> None:
    """Only before the deadline (row 17)."""
    lap = s.case.clocks.open_lap(ClockKind.HANDLE)
    if lap is not None and lap.overdue(s.at):
        raise no.AlreadyOverdue("The deadline has passed.", due_at=lap.due_at.isoformat())


def extension_left(s: Situation) -> None:
    """At most two approvals (row 17)."""
    if s.case.extension_count >= s.known.settings.extension_max:
        raise no.LimitReached("No further extension.", limit=s.known.settings.extension_max)


def suspension_left(s: Situation) -> None:
    """Once (row 20)."""
    if s.case.suspension_count >= s.known.settings.suspension_max:
        raise no.LimitReached("A case is suspended once.", limit=s.known.settings.suspension_max)


def suspension_is_over(s: Situation) -> None:
    """The system waits for the agreed day; a dispatcher may resume earlier (row 21)."""
    until = s.case.suspended_until
    if not s.actor.has(Duty.DISPATCHER) and until is not None and s.at < until:
        raise no.NotYet("The suspension still lasts.", until=until.isoformat())


def appeal_left(s: Situation) -> None:
    """Once (row 38)."""
    if s.case.appeal is not AppealState.NONE:
        raise no.LimitReached("An appeal is made once.")


def was_overdue(s: Situation) -> None:
    """Only a case that was handled late can be appealed (row 38)."""
    if s.case.handled_in_time is not False:
        raise no.NotOverdue("The case was handled in time.")


# Time and completeness


def verify_is_overdue(s: Situation) -> None:
    """The time for verifying has run out (row 6)."""
    lap = s.case.clocks.open_lap(ClockKind.VERIFY)
    if lap is not None and not lap.overdue(s.at):
        raise no.NotYet("The collector still has time.", due_at=lap.due_at.isoformat())


def parts_are_done(s: Situation) -> None:
    """Every mandatory co-unit has finished (row 33)."""
    if s.case.open_parts:
        raise no.PartsOpen("Co-units have not finished.", open=s.case.open_parts)


def check_was_passed(s: Situation) -> None:
    """Nothing is closed without a check (invariant of 2.2)."""
    if not s.case.check_passed:
        raise no.MoveNotAllowed("The check has not been passed.", stage=s.case.stage.value)


def was_dispatched(s: Situation) -> None:
    """Only what a unit handled can be handled again (row 37)."""
    if s.case.organisation_id is None:
        raise no.NeverDispatched("No unit ever handled this case; report it again.")
