"""Answers to facts of lower domains."""

from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from chengmai.city.events import CalendarChanged
from chengmai.kernel.facts import reacts_to


@reacts_to(CalendarChanged)
def recompute_after_calendar_change(fact: CalendarChanged) -> None:  # noqa: ARG001
    """Queue one recomputation; one that already waits will see this change too."""
    task = app.configure_task(
        "cases.recompute_deadlines", queue="clock", queueing_lock="cases.recompute"
    )
    try:
        with transaction.atomic():
            task.defer()
    except AlreadyEnqueued:
        return
