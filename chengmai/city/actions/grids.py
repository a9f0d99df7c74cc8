"""Unit grids and duty grids: who walks where, and closing a grid for good."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chengmai.city.errors import GridNotFound
from chengmai.city.events import CollectorAssigned, GridClosed
from chengmai.city.models import DutyGrid, UnitGrid
from chengmai.identity.public import NotYourDuty, set_duty_grids
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish


@transaction.atomic
def assign_collector(
    *, duty_grid_code: str, collector_id: int | None, actor: Actor, at: datetime
) -> None:
    """Let a collector walk a duty grid (None: nobody); the grid and the person's post agree."""
    _administrators_only(actor)
    grid = DutyGrid.objects.select_for_update().filter(pk=duty_grid_code).first()
    if grid is None:
        raise GridNotFound("No such duty grid.", duty_grid_code=duty_grid_code)
    before = grid.collector_id
    grid.collector_id = collector_id
    grid.save(update_fields=["collector_id"])
    for person_id in {before, collector_id} - {None}:
        assert person_id is not None  # noqa: S101 (narrows the type)
        walked = DutyGrid.objects.filter(collector_id=person_id, valid_to__isnull=True)
        set_duty_grids(person_id=person_id, duty_grids=list(walked.values_list("code", flat=True)))
    publish(
        CollectorAssigned(
            duty_grid_code=duty_grid_code, collector_id=collector_id, at=at, actor_id=actor.id
        )
    )


@transaction.atomic
def close_grid(*, grid_code: str, actor: Actor, at: datetime) -> None:
    """Take a unit grid out of use for good; its code is never opened again."""
    _administrators_only(actor)
    closed = UnitGrid.objects.filter(pk=grid_code, closed_at__isnull=True).update(
        closed_at=timezone.localdate(at)
    )
    if not closed:
        raise GridNotFound("No such unit grid in use.", grid_code=grid_code)
    publish(GridClosed(grid_code=grid_code, at=at, actor_id=actor.id))


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the grids.", duty=Duty.ADMIN)
