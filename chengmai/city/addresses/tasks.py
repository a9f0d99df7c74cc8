"""Keeping the gazetteer new, by the clock."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.city.addresses.actions import rebuild_gazetteer


@app.periodic(cron="*/5 * * * *")
@app.task(
    name="addresses.keep_gazetteer",
    queue="long",
    queueing_lock="addresses.keep_gazetteer",
    lock="addresses.keep_gazetteer",
)
def keep_gazetteer(timestamp: int) -> None:  # noqa: ARG001 - given by the clock
    """Bring the sources that have changed into the index; nothing to do costs one statement each."""
    rebuild_gazetteer(at=timezone.now())
