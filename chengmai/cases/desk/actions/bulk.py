"""One move for many cases: each its own transaction, with the guards of a single move.

The result of a case is written in the transaction of its move. Killed at any point, the job goes
on with the cases that have no result yet; two workers on one job share its cases by row locks.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from chengmai.cases.actions.move import move_case
from chengmai.cases.desk.errors import NotInBulk, NoWayBack, TooManyBulks
from chengmai.cases.desk.models import BulkItem, BulkMove
from chengmai.cases.desk.queries.bulk import bulks_of, checked_ids, get_bulk
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.rules import UNDO_REASON, WAYS_BACK, needs_its_own, number_of
from chengmai.cases.desk.words import BulkState, ItemState
from chengmai.cases.errors import StalePage
from chengmai.cases.queries.seen import cases_seen_by
from chengmai.cases.queries.settings import loop_settings
from chengmai.cases.rules.needs import refuse_unusable
from chengmai.cases.rules.steps import STEPS
from chengmai.cases.rules.view import Details
from chengmai.cases.words import Move
from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.facts import plain

STALLED = timedelta(minutes=2)
Clock = Callable[[], datetime]


@transaction.atomic
def start_bulk(
    *,
    actor: Actor,
    at: datetime,
    move: Move,
    items: Sequence[tuple[int, int]],
    details: Details,
    undoes: BulkMove | None = None,
) -> BulkMove:
    """Keep an order to move these (case id, version) pairs; a worker carries it out.

    A case that the actor may not see keeps its place and is refused as not found. Raises NoCases,
    TooManyCases, NotInBulk, TooManyBulks and BadInput.
    """
    wanted = checked_ids([number for number, _ in items], at)
    _refuse_unfit(move, details, at)
    most = desk_numbers(at).bulk_open_max
    if bulks_of(actor).filter(state=BulkState.RUNNING).count() >= most:
        raise TooManyBulks(
            "Earlier bulk moves are still running.",
            limit=most,
            remedy="Wait until one is done, or cancel it.",
        )
    versions = dict(items)
    numbers = dict(cases_seen_by(actor).filter(pk__in=wanted).values_list("pk", "case_no"))
    row = BulkMove.objects.create(
        by_id=number_of(actor),
        move=move.value,
        details={k: v for k, v in plain(details).items() if v not in ("", None, [], 0, False)},
        total=len(wanted),
        undoes=undoes,
        at=at,
        touched_at=at,
    )
    BulkItem.objects.bulk_create(
        BulkItem(
            bulk=row,
            place=place,
            case_id=number,
            case_no=numbers.get(number, ""),
            version=versions[number],
        )
        for place, number in enumerate(wanted, 1)
    )
    return row


def _refuse_unfit(move: Move, details: Details, at: datetime) -> None:
    steps = [step for step in STEPS if step.move is move]
    if any(needs_its_own(move, step.needs) for step in steps):
        raise NotInBulk(
            "Each case needs something of its own for this move.",
            field="move",
            move=move.value,
            remedy="Take this move on each case's own page.",
        )
    if details.media_before or details.media_after or details.media_other:
        raise BadInput("Photos belong to one case.", field="media", remedy="Leave them out.")
    refuse_unusable(details, loop_settings(at).text_max)


def run_bulk(*, bulk_id: int, clock: Clock) -> BulkMove | None:
    """Take case after case until none is left or the person has cancelled."""
    row = BulkMove.objects.filter(pk=bulk_id).first()
    if row is None:
        return None
    actor = actor_of(row.by_id)
    details = details_from(row.details)
    while _take_next(row.pk, Move(row.move), actor, details, clock()):
        pass
    return BulkMove.objects.get(pk=row.pk)


@transaction.atomic
def _take_next(bulk_id: int, move: Move, actor: Actor, details: Details, at: datetime) -> bool:
    """Move one case and write how it fared; whether there was one."""
    running = BulkMove.objects.filter(pk=bulk_id, state=BulkState.RUNNING)
    if not running.exists():
        return False
    waiting = BulkItem.objects.filter(bulk_id=bulk_id, state=ItemState.PENDING).order_by("place")
    item = waiting.select_for_update(skip_locked=True).first()
    if item is None:
        _finish(bulk_id, at)
        return False
    try:
        case = move_case(
            case_id=item.case_id,
            move=move,
            actor=actor,
            at=at,
            version=item.version,
            details=details,
        )
    except Refusal as refusal:
        stale = isinstance(refusal, StalePage)
        item.state = ItemState.STALE if stale else ItemState.REFUSED
        item.code, item.detail = refusal.code[:60], str(refusal)[:200]
    else:
        item.state, item.new_version = ItemState.MOVED, case.version
    item.at = at
    item.save(update_fields=["state", "code", "detail", "new_version", "at"])
    count = str(item.state)
    running.update(**{count: F(count) + 1, "touched_at": at})
    return True


def _finish(bulk_id: int, at: datetime) -> None:
    """Done once every case has its result; another worker may still hold the last ones."""
    if not BulkItem.objects.filter(bulk_id=bulk_id, state=ItemState.PENDING).exists():
        BulkMove.objects.filter(pk=bulk_id, state=BulkState.RUNNING).update(
            state=BulkState.DONE, finished_at=at, touched_at=at
        )


@transaction.atomic
def cancel_bulk(*, actor: Actor, bulk_id: int, at: datetime) -> BulkMove:
    """Stop after the case at work now; what was moved stays moved. Twice is once."""
    row = get_bulk(actor, bulk_id, lock=True)
    if row.state == BulkState.RUNNING:
        row.state, row.finished_at = BulkState.CANCELLED, at
        row.save(update_fields=["state", "finished_at"])
        left = BulkItem.objects.filter(bulk=row, state=ItemState.PENDING)
        locked = left.select_for_update(skip_locked=True).values_list("pk", flat=True)
        BulkItem.objects.filter(pk__in=list(locked)).update(state=ItemState.LEFT)
    return row


@transaction.atomic
def undo_bulk(*, actor: Actor, bulk_id: int, at: datetime) -> BulkMove:
    """Take back a bulk move by the loop's own move that leads back, case by case.

    A case that somebody has moved since stays as it is (stale). Raises NoWayBack where the loop
    has no such move.
    """
    row = get_bulk(actor, bulk_id, lock=True)
    back = WAYS_BACK.get(Move(row.move))
    if back is None or row.state == BulkState.RUNNING:
        raise NoWayBack(
            "The loop has no move that takes this one back.",
            move=row.move,
            remedy="Take the cases on by the next move, each with its reason.",
        )
    moved = BulkItem.objects.filter(bulk=row, state=ItemState.MOVED).order_by("place")
    return start_bulk(
        actor=actor,
        at=at,
        move=back,
        items=[(item.case_id, item.new_version or 0) for item in moved],
        details=Details(reason=UNDO_REASON),
        undoes=row,
    )


def details_from(kept: dict[str, Any]) -> Details:
    """The details as they were kept in JSON."""
    values = {
        field.name: kept[field.name] for field in dataclasses.fields(Details) if field.name in kept
    }
    if values.get("until"):
        values["until"] = datetime.fromisoformat(values["until"])
    if "co_organisation_ids" in values:
        values["co_organisation_ids"] = tuple(values["co_organisation_ids"])
    return Details(**values)


def stalled_bulks(at: datetime) -> list[int]:
    """Bulk moves that nobody is at."""
    rows = BulkMove.objects.filter(state=BulkState.RUNNING, touched_at__lt=at - STALLED)
    return list(rows.values_list("pk", flat=True))
