"""The closed loop as a table: rows 2–38 of domain reference 2.2, one `Step` each.

Rows 1 and 35 (reporting) have no source and live in `rules.reporting`; rows 39 and 40 are links.
`target=None` means that the stage stays, or that the move's own rule names it (see `decide`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chengmai.identity.words import Duty

from ..words import TERMINAL, ClockKind, Move, Stage
from . import checks as c
from . import guards as g
from .view import Need as N

ACC, VER, REG, DIS, HAN, CHK, CLO = (
    ClockKind.ACCEPT,
    ClockKind.VERIFY,
    ClockKind.REGISTER,
    ClockKind.DISPATCH,
    ClockKind.HANDLE,
    ClockKind.CHECK,
    ClockKind.CLOSE,
)


class Op(StrEnum):
    """What happens to a clock."""

    START = "▶"
    STOP = "■"
    PAUSE = "⏸"
    RESUME = "⏵"
    EXTEND = "⊕"
    RESTART = "↺▶"
    VOID = "■ voided"
    ENSURE = "▶ unless running"
    REWORK = "▶ new period"
    REVIVE = "⏵ after un-merge"


Effect = tuple[Op, ClockKind]


@dataclass(frozen=True)
class Step:
    """One arrow of the diagram. `is_return`: the case goes back to an earlier desk."""

    row: int
    move: Move
    sources: tuple[Stage, ...]
    target: Stage | None
    duties: tuple[Duty, ...]
    needs: tuple[N, ...] = ()
    may: tuple[N, ...] = ()
    effects: tuple[Effect, ...] = ()
    guards: tuple[g.Guard, ...] = ()
    checks: tuple[g.Guard, ...] = ()
    is_return: bool = False


ACTIVE = tuple(stage for stage in Stage if stage not in TERMINAL)
BEFORE_HANDLING = (
    Stage.REPORTED,
    Stage.VERIFYING,
    Stage.PENDING_REGISTER,
    Stage.PENDING_DISPATCH,
    Stage.PENDING_DEPARTMENT,
)
DISPATCH_TO_CLOSE = (
    Stage.PENDING_DISPATCH,
    Stage.PENDING_DEPARTMENT,
    Stage.HANDLING,
    Stage.SUSPENDED,
    Stage.FEEDBACK,
    Stage.PENDING_CHECK,
    Stage.CHECKING,
    Stage.PENDING_CLOSE,
)
WITH_UNIT = (Stage.PENDING_DEPARTMENT, Stage.HANDLING)
STOP_ALL = tuple((Op.STOP, clock) for clock in ClockKind)
S, D, M = Stage, Duty, Move

STEPS = (
    Step(2, M.REJECT, (S.REPORTED,), S.REJECTED, (D.OPERATOR,), (N.REASON,), (), STOP_ALL),
    Step(
        3, M.MERGE, (S.REPORTED,), S.MERGED, (D.OPERATOR,), (N.MASTER_ID,), (),
        ((Op.STOP, ACC),), checks=(c.master_is_open,),
    ),
    Step(
        3, M.UNMERGE, (S.MERGED,), None, (D.OPERATOR, D.DUTY_LEADER), (N.REASON,), (),
        ((Op.REVIVE, ACC),),
    ),
    Step(
        4, M.SEND_VERIFY, (S.REPORTED,), S.VERIFYING, (D.OPERATOR,), (), (N.COLLECTOR_ID, N.TEXT),
        ((Op.PAUSE, ACC), (Op.START, VER)), checks=(c.collector_is_known,),
    ),
    Step(
        5, M.SUBMIT_VERIFY, (S.VERIFYING,), S.REPORTED, (D.COLLECTOR,),
        (N.RESULT, N.MEDIA_BEFORE), (N.TEXT, N.CLASS_CODE, N.PLACE),
        ((Op.STOP, VER), (Op.RESUME, ACC)),
        guards=(g.assigned_collector,), checks=(c.verify_result_is_known,),
    ),
    Step(
        6, M.VERIFY_TIMEOUT, (S.VERIFYING,), S.REPORTED, (D.SYSTEM,), (), (),
        ((Op.STOP, VER), (Op.RESUME, ACC)), guards=(g.verify_is_overdue,),
    ),
    Step(
        7, M.ACCEPT, (S.REPORTED,), S.PENDING_REGISTER, (D.OPERATOR,), (),
        (N.CLASS_CODE, N.PLACE, N.TEXT), ((Op.STOP, ACC), (Op.START, REG)),
        guards=(g.not_return_receiver,),
    ),
    Step(
        8, M.REGISTER, (S.PENDING_REGISTER,), S.PENDING_DISPATCH, (D.DUTY_LEADER,),
        (N.PLACE, N.CLASS_CODE, N.CONDITION_ID), (N.TEXT,), ((Op.STOP, REG), (Op.START, DIS)),
        guards=(g.not_return_receiver,), checks=(c.limit_is_known,),
    ),
    Step(
        9, M.NOT_REGISTER, (S.PENDING_REGISTER,), S.NOT_REGISTERED, (D.DUTY_LEADER,),
        (N.REASON,), (), STOP_ALL,
    ),
    Step(
        10, M.BACK_TO_ACCEPTANCE, (S.PENDING_REGISTER,), S.REPORTED, (D.DUTY_LEADER,),
        (N.REASON,), (), ((Op.STOP, REG), (Op.RESTART, ACC)), is_return=True,
    ),
    Step(
        11, M.VOID, BEFORE_HANDLING, S.VOIDED, (D.DUTY_LEADER,), (N.REASON,), (), STOP_ALL,
        guards=(g.void_by_another,),
    ),
    Step(
        12, M.DISPATCH, (S.PENDING_DISPATCH,), S.PENDING_DEPARTMENT, (D.DISPATCHER, D.SYSTEM),
        (N.ORGANISATION_ID,), (N.CO_ORGANISATION_IDS, N.UNTIL, N.TEXT),
        ((Op.STOP, DIS), (Op.ENSURE, HAN)),
        guards=(g.not_return_receiver,), checks=(c.unit_is_known, c.co_units_are_others),
    ),
    Step(
        13, M.BACK_TO_REGISTRAR, (S.PENDING_DISPATCH,), S.PENDING_REGISTER, (D.DISPATCHER,),
        (N.REASON,), (), ((Op.STOP, DIS), (Op.VOID, HAN), (Op.START, REG)), is_return=True,
    ),
    Step(
        14, M.ASSIGN, (S.PENDING_DEPARTMENT,), S.HANDLING, (D.DEPARTMENT,), (N.HANDLER_ID,),
        (N.TEXT,), guards=(g.own_unit, g.not_return_receiver), checks=(c.handler_is_ours,),
    ),
    Step(
        15, M.APPLY_RETURN, WITH_UNIT, None, (D.DEPARTMENT,), (N.REASON,), (N.MEDIA_OTHER,),
        guards=(g.own_unit, g.nothing_pending, g.return_left, g.return_is_early),
    ),
    Step(
        16, M.APPROVE_RETURN, WITH_UNIT, S.PENDING_DISPATCH, (D.DISPATCHER, D.DUTY_LEADER),
        (), (N.REASON,), ((Op.VOID, HAN), (Op.START, DIS)), guards=(g.may_decide,), is_return=True,
    ),
    Step(
        16, M.REFUSE_RETURN, WITH_UNIT, None, (D.DISPATCHER, D.DUTY_LEADER), (N.REASON,), (),
        guards=(g.may_decide,),
    ),
    Step(
        17, M.APPLY_EXTENSION, (S.HANDLING,), None, (D.HANDLER, D.DEPARTMENT), (N.REASON,),
        (N.DAYS, N.MEDIA_OTHER),
        guards=(g.own_task, g.nothing_pending, g.not_overdue, g.extension_left),
        checks=(c.days_are_few,),
    ),
    Step(
        18, M.APPROVE_EXTENSION, (S.HANDLING,), None, (D.DISPATCHER, D.LEADER), (), (N.REASON,),
        ((Op.EXTEND, HAN),), guards=(g.may_decide,),
    ),
    Step(
        18, M.REFUSE_EXTENSION, (S.HANDLING,), None, (D.DISPATCHER, D.LEADER), (N.REASON,), (),
        guards=(g.may_decide,),
    ),
    Step(
        19, M.APPLY_SUSPENSION, (S.HANDLING,), None, (D.HANDLER, D.DEPARTMENT),
        (N.REASON, N.UNTIL, N.MEDIA_OTHER), (),
        guards=(g.own_task, g.nothing_pending, g.suspension_left), checks=(c.until_is_near,),
    ),
    Step(
        20, M.APPROVE_SUSPENSION, (S.HANDLING,), S.SUSPENDED, (D.DISPATCHER, D.LEADER), (),
        (N.REASON,), ((Op.PAUSE, HAN),), guards=(g.may_decide,),
    ),
    Step(
        20, M.REFUSE_SUSPENSION, (S.HANDLING,), None, (D.DISPATCHER, D.LEADER), (N.REASON,), (),
        guards=(g.may_decide,),
    ),
    Step(
        21, M.RESUME, (S.SUSPENDED,), S.HANDLING, (D.DISPATCHER, D.SYSTEM), (), (N.REASON,),
        ((Op.RESUME, HAN),), guards=(g.suspension_is_over,),
    ),
    Step(
        22, M.FINISH, (S.HANDLING,), S.FEEDBACK, (D.HANDLER, D.DEPARTMENT),
        (N.MEDIA_AFTER, N.TEXT), (N.PLACE,),
        guards=(g.own_task, g.not_return_receiver), checks=(c.near_if_placed,),
    ),
    Step(
        33, M.FINISH_PART, (*WITH_UNIT, S.FEEDBACK), None, (D.DEPARTMENT, D.HANDLER),
        (N.MEDIA_AFTER, N.TEXT), (), checks=(g.has_open_part,),
    ),
    Step(
        23, M.REDO, (S.FEEDBACK,), S.HANDLING, (D.DEPARTMENT,), (N.REASON,), (),
        guards=(g.own_unit,),
    ),
    Step(
        24, M.CONFIRM, (S.FEEDBACK,), S.PENDING_CHECK, (D.DEPARTMENT,), (), (N.TEXT,),
        ((Op.STOP, HAN),), guards=(g.own_unit, g.parts_are_done, g.not_return_receiver),
    ),
    Step(
        25, M.BACK_TO_HANDLING, (S.PENDING_CHECK,), S.HANDLING, (D.DISPATCHER,), (N.REASON,), (),
        ((Op.REWORK, HAN),), is_return=True,
    ),
    Step(
        26, M.SEND_CHECK, (S.PENDING_CHECK,), S.CHECKING, (D.OPERATOR,), (),
        (N.COLLECTOR_ID, N.TEXT), ((Op.START, CHK),),
        guards=(g.not_return_receiver,), checks=(c.checker_did_not_handle, c.collector_is_known),
    ),
    Step(
        27, M.PASS_CHECK, (S.CHECKING,), S.PENDING_CLOSE, (D.COLLECTOR,),
        (N.MEDIA_AFTER, N.PLACE), (N.TEXT,), ((Op.STOP, CHK), (Op.START, CLO)),
        guards=(g.assigned_collector, g.not_handler, g.not_return_receiver),
        checks=(c.within_radius,),
    ),
    Step(
        28, M.FAIL_CHECK, (S.CHECKING,), S.PENDING_DISPATCH, (D.COLLECTOR,),
        (N.REASON, N.MEDIA_AFTER, N.PLACE), (),
        ((Op.STOP, CHK), (Op.REWORK, HAN), (Op.START, DIS)),
        guards=(g.assigned_collector, g.not_handler), checks=(c.within_radius,), is_return=True,
    ),
    Step(
        29, M.CLOSE, (S.PENDING_CLOSE,), S.CLOSED, (D.DUTY_LEADER,), (N.CLOSE_CONDITION_MET,),
        (N.TEXT,), ((Op.STOP, CLO),),
        guards=(g.check_was_passed, g.not_own_check, g.not_return_receiver),
    ),
    Step(
        30, M.RECHECK, (S.PENDING_CLOSE,), S.CHECKING, (D.DUTY_LEADER,), (N.REASON,),
        (N.COLLECTOR_ID,), ((Op.STOP, CLO), (Op.START, CHK)),
        checks=(c.checker_did_not_handle, c.collector_is_known), is_return=True,
    ),
    Step(
        31, M.SPECIAL_CLOSE, DISPATCH_TO_CLOSE, None, (D.DUTY_LEADER,), (N.RESULT, N.REASON),
        (N.MEDIA_OTHER,), guards=(g.nothing_pending, g.not_just_returned),
        checks=(c.special_reason_is_known,),
    ),
    Step(
        31, M.APPROVE_SPECIAL_CLOSE, DISPATCH_TO_CLOSE, S.SPECIAL_CLOSED, (D.LEADER,), (),
        (N.REASON,), STOP_ALL, guards=(g.may_decide,),
    ),
    Step(
        31, M.REFUSE_SPECIAL_CLOSE, DISPATCH_TO_CLOSE, None, (D.LEADER,), (N.REASON,), (),
        guards=(g.may_decide,),
    ),
    Step(
        32, M.SUPERVISE, ACTIVE, None, (D.LEADER, D.DISPATCHER), (N.LEVEL, N.TEXT), (N.UNTIL,),
        checks=(c.level_is_known,),
    ),
    Step(
        34, M.PASS_DOWN, (S.PENDING_DEPARTMENT,), S.PENDING_DEPARTMENT, (D.DEPARTMENT,),
        (N.ORGANISATION_ID,), (N.TEXT,), guards=(g.own_unit, g.nothing_pending),
        checks=(c.unit_is_known, c.unit_is_own_child),
    ),
    Step(
        36, M.PASS_AUDIT, (S.SELF_AUDIT,), S.CLOSED, (D.OPERATOR,), (), (N.TEXT,),
        ((Op.STOP, ACC),), guards=(g.not_reporter,),
    ),
    Step(
        36, M.FAIL_AUDIT, (S.SELF_AUDIT,), S.REPORTED, (D.OPERATOR,), (N.REASON,), (),
        ((Op.RESTART, ACC),), guards=(g.not_reporter,),
    ),
    Step(
        37, M.REOPEN, (S.CLOSED,), S.HANDLING, (D.INSPECTOR, D.DUTY_LEADER, D.SYSTEM),
        (N.REASON,), (N.MEDIA_BEFORE,), ((Op.REWORK, HAN),), guards=(g.was_dispatched,),
    ),
    Step(
        38, M.APPLY_APPEAL, (S.CLOSED,), None, (D.DEPARTMENT,), (N.REASON,), (N.MEDIA_OTHER,),
        guards=(g.own_unit, g.appeal_left, g.was_overdue),
    ),
    Step(
        38, M.APPROVE_APPEAL, (S.CLOSED,), None, (D.DISPATCHER, D.OPERATOR), (), (N.REASON,),
        guards=(g.may_decide,),
    ),
    Step(
        38, M.REFUSE_APPEAL, (S.CLOSED,), None, (D.DISPATCHER, D.OPERATOR), (N.REASON,), (),
        guards=(g.may_decide,),
    ),
)  # fmt: skip

ARROWS = {(source, step.move): step for step in STEPS for source in step.sources}


def steps_from(stage: Stage) -> tuple[Step, ...]:
    """Every arrow that leaves this stage, in the order of the table."""
    return tuple(step for step in STEPS if stage in step.sources)
