"""Work of the loop by the clock and from the queue; each calls one action."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.kernel.reference import forget

from .actions.dayfigures import settle_days
from .actions.telling import tell_of_clocks
from .actions.timing import (
    recompute_deadlines,
    remind_of_suspensions,
    resume_suspensions,
    time_out_verifications,
)
from .actions.wording import word_cases
from .desk import tasks as desk_tasks
from .intake import tasks as intake_tasks

__all__ = [
    "desk_tasks",
    "intake_tasks",
    "recompute",
    "remind",
    "resume",
    "settle",
    "time_out",
    "word",
]


@app.periodic(cron="* * * * *")
@app.task(name="cases.time_out_verifications", queue="clock", pass_context=False)
def time_out(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: verifications that ran out of time."""
    time_out_verifications(at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.resume_suspensions", queue="clock", pass_context=False)
def resume(timestamp: int) -> None:  # noqa: ARG001
    """Every five minutes: suspensions that have ended."""
    resume_suspensions(at=timezone.now())


@app.periodic(cron="0 0 * * *")
@app.task(name="cases.remind_of_suspensions", queue="clock", pass_context=False)
def remind(timestamp: int) -> None:  # noqa: ARG001
    """Every morning at 8 in the city: suspensions that end within a week."""
    remind_of_suspensions(at=timezone.now())


@app.task(name="cases.recompute_deadlines", queue="clock")
def recompute() -> None:
    """After a calendar change: every open deadline anew."""
    forget("city.calendar")
    recompute_deadlines(at=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="cases.settle_days", queue="clock", pass_context=False)
def settle(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: the figures of days whose cases have changed."""
    settle_days()


@app.periodic(cron="17 * * * *")
@app.task(name="cases.word_cases", queue="long", pass_context=False)
def word(timestamp: int) -> None:  # noqa: ARG001
    """Every hour: words of cases that have none, such as those from before an upgrade."""
    word_cases()


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.tell_of_clocks", queue="clock", pass_context=False)
def tell_clocks(timestamp: int) -> None:  # noqa: ARG001
    """Every five minutes: whose time is nearly or just over."""
    tell_of_clocks(at=timezone.now())
