"""Planning a change of the ground for a day, and making it on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.city.actions.regrid import administrators_only, merge_grids, split_grid
from chengmai.city.areas.actions import draw_area, end_area
from chengmai.city.errors import BadPlan, PlanNotFound
from chengmai.city.events import ChangePlanned
from chengmai.city.models import PlannedChange
from chengmai.city.words import PlanKind, PlanState
from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import publish

LATEST = timedelta(days=366 * 2)
MOST_WAITING = 500


@transaction.atomic
def plan_change(
    *, kind: PlanKind, title: str, params: dict[str, Any], on: date, actor: Actor, at: datetime
) -> int:
    """Plan a change for a day to come; it is tried now without keeping it, so that what cannot be
    is refused at once. Returns the plan's id. Raises BadPlan and whatever the change refuses."""
    administrators_only(actor)
    today = timezone.localdate(at)
    if not today < on <= today + LATEST:
        raise BadPlan("A change is planned for a day to come.", field="on", remedy="Choose a day after today, at most two years ahead.")  # fmt: skip
    if PlannedChange.objects.filter(state=PlanState.WAITING).count() >= MOST_WAITING:
        raise BadPlan("Too many changes wait.", field="on", most=MOST_WAITING, remedy="Cancel some of them.")  # fmt: skip
    _tried(kind, params, actor, at)
    row = PlannedChange.objects.create(
        kind=kind, title=title[:120], params=params, on=on, by_id=actor.id or 0, at=at
    )
    publish(ChangePlanned(plan_id=row.pk, kind=kind.value, on=on, state=row.state, at=at, actor_id=actor.id))  # fmt: skip
    return row.pk


@transaction.atomic
def cancel_plan(*, plan_id: int, actor: Actor, at: datetime) -> None:
    """Give a planned change up. Raises PlanNotFound where none waits."""
    administrators_only(actor)
    row = (
        PlannedChange.objects.select_for_update()
        .filter(pk=plan_id, state=PlanState.WAITING)
        .first()
    )
    if row is None:
        raise PlanNotFound("No such plan waits.", plan_id=plan_id)
    _end(row, PlanState.CANCELLED, at, actor.id)


def make_due(*, at: datetime) -> int:
    """Make the changes whose day has come, each in a transaction of its own; how many."""
    due = PlannedChange.objects.filter(state=PlanState.WAITING, on__lte=timezone.localdate(at))
    numbers = list(due.order_by("on", "id").values_list("pk", flat=True))
    for number in numbers:
        _make(number, at)
    return len(numbers)


def _make(number: int, at: datetime) -> None:
    with transaction.atomic():
        row = PlannedChange.objects.select_for_update().get(pk=number)
        if row.state != PlanState.WAITING:
            return
        try:
            with transaction.atomic():
                actor = actor_of(row.by_id)
                if actor is None:
                    raise BadPlan("Who planned it is no longer here.", field="by", remedy="Plan it anew.")  # fmt: skip
                row.result = {"made": _ACTIONS[PlanKind(row.kind)](row.params, actor, at)}
        except Refusal as refusal:
            row.error = {"code": refusal.code, "message": str(refusal), "facts": refusal.facts}
        _end(row, PlanState.FAILED if row.error else PlanState.DONE, at, row.by_id)


def _end(row: PlannedChange, state: PlanState, at: datetime, actor_id: int | None) -> None:
    row.state, row.ended_at = state, at
    row.save(update_fields=["state", "ended_at", "result", "error"])
    publish(ChangePlanned(plan_id=row.pk, kind=row.kind, on=row.on, state=state, at=at, actor_id=actor_id))  # fmt: skip


class _NotKept(Exception):
    """The trial is over; what it wrote goes."""


def _tried(kind: PlanKind, params: dict[str, Any], actor: Actor, at: datetime) -> None:
    try:
        with transaction.atomic():
            _ACTIONS[kind](params, actor, at)
            raise _NotKept
    except _NotKept:
        pass


def _split(params: dict[str, Any], actor: Actor, at: datetime) -> Any:
    line = [(float(lon), float(lat)) for lon, lat in params["line"]]
    return split_grid(grid_code=params["grid_code"], line=line, actor=actor, at=at)


def _merge(params: dict[str, Any], actor: Actor, at: datetime) -> Any:
    return [merge_grids(grid_codes=params["grid_codes"], actor=actor, at=at)]


def _draw(params: dict[str, Any], actor: Actor, at: datetime) -> Any:
    return [draw_area(**params, actor=actor, at=at)]


def _end_area(params: dict[str, Any], actor: Actor, at: datetime) -> Any:
    end_area(area_id=params["area_id"], actor=actor, at=at)
    return [params["area_id"]]


_ACTIONS: dict[PlanKind, Callable[[dict[str, Any], Actor, datetime], Any]] = {
    PlanKind.SPLIT: _split,
    PlanKind.MERGE: _merge,
    PlanKind.DRAW: _draw,
    PlanKind.END: _end_area,
}
