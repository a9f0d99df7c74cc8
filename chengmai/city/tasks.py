"""Work of city by the clock: changes whose day has come."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from chengmai.city.actions.plans import make_due


@app.periodic(cron="2 * * * *")
@app.task(name="city.make_due", queue="clock", queueing_lock="city.make_due")
def make_due_changes(timestamp: int) -> None:
    """Every hour, the first time just after midnight: planned changes of the day are made."""
    make_due(at=datetime.fromtimestamp(timestamp, UTC))
