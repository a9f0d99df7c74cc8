"""Answers to facts of lower domains, and to the loop's own where somebody must be told."""

from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from chengmai.city.events import CalendarChanged, OfficeHoursChanged
from chengmai.kernel.facts import reacts_to

from .actions.telling import tell_of_move
from .events import CaseMoved
from .rules.telling import TOLD

# By then every process computes new cases with the new calendar (its cache lasts 5 seconds).
CALENDAR_IS_KNOWN_AFTER = 6


@reacts_to(CalendarChanged)
def recompute_after_calendar_change(fact: CalendarChanged) -> None:  # noqa: ARG001
    """Deadlines that span the day are computed anew."""
    _queue_recomputation()


@reacts_to(OfficeHoursChanged)
def recompute_after_new_hours(fact: OfficeHoursChanged) -> None:  # noqa: ARG001
    """Running clocks that count working time are computed anew."""
    _queue_recomputation()


@reacts_to(CaseMoved, where={"move": TOLD})
def tell_who_must_act(fact: CaseMoved) -> None:
    """A notice for the people whose turn it is now."""
    tell_of_move(fact)


def _queue_recomputation() -> None:
    """Queue one recomputation; one that already waits will see this change too."""
    task = app.configure_task(
        "cases.recompute_deadlines",
        queue="clock",
        queueing_lock="cases.recompute",
        schedule_in={"seconds": CALENDAR_IS_KNOWN_AFTER},
    )
    try:
        with transaction.atomic():
            task.defer()
    except AlreadyEnqueued:
        return
