"""Work of census for the queue; the kinds of exported files are made known by importing them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.city.census.actions import exporting
from chengmai.city.census.actions.keeping import forget_old, stalled_imports
from chengmai.city.census.actions.taking import go_on

__all__ = ["exporting", "take_up", "work_on"]


@app.task(name="census.work_on", queue="census", pass_context=False)
def work_on(import_id: int) -> None:
    """Do whatever one import waits for: look into the file, check, take or undo."""
    go_on(import_id, clock=timezone.now)


@app.periodic(cron="* * * * *")
@app.task(name="census.take_up", queue="census", queueing_lock="census.take_up")
def take_up(timestamp: int) -> None:
    """Every minute: imports whose worker did not come back go on."""
    for import_id in stalled_imports(datetime.fromtimestamp(timestamp, UTC)):
        work_on.defer(import_id=import_id)


@app.periodic(cron="23 3 * * *")
@app.task(name="census.forget_old", queue="census", queueing_lock="census.forget_old")
def forget(timestamp: int) -> None:
    """Every night: files and rows of imports whose time is over go; what they changed stays known."""
    forget_old(at=datetime.fromtimestamp(timestamp, UTC))
