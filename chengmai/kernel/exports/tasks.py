"""Work of exports: make one file, take up what was left, remove what is over."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.kernel.exports.actions import make_export, remove_expired, stalled_exports


@app.task(name="exports.make", queue="exports", pass_context=False)
def make(export_id: int) -> None:
    """Make the file of one order."""
    make_export(export_id=export_id, clock=timezone.now)


@app.periodic(cron="*/10 * * * *")
@app.task(name="exports.look_after", queue="exports", queueing_lock="exports.look_after")
def look_after(timestamp: int) -> None:
    """Every ten minutes: files whose time is over go, orders without a worker begin again."""
    at = datetime.fromtimestamp(timestamp, UTC)
    remove_expired(at=at)
    for export_id in stalled_exports(at):
        make.defer(export_id=export_id)
