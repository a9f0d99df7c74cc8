"""Work of the desk for the queue: bulk moves; the kinds of files are made known by importing them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.cases.casefile import actions as casefile
from chengmai.cases.desk.actions import sheet
from chengmai.cases.desk.actions.bulk import run_bulk, stalled_bulks

__all__ = ["casefile", "go_on", "sheet", "take_up"]


@app.task(name="cases.go_on_with_bulk_move", queue="desk", pass_context=False)
def go_on(bulk_id: int) -> None:
    """Take the cases of one bulk move that have no result yet."""
    run_bulk(bulk_id=bulk_id, clock=timezone.now)


@app.periodic(cron="*/2 * * * *")
@app.task(name="cases.take_up_bulk_moves", queue="desk", pass_context=False)
def take_up(timestamp: int) -> None:
    """Every two minutes: bulk moves whose worker did not come back."""
    for bulk_id in stalled_bulks(datetime.fromtimestamp(timestamp, UTC)):
        go_on.defer(bulk_id=bulk_id)
