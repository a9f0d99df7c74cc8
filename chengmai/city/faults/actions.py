"""Checking the grids: asked for, run step by step, stopped."""

# ruff: noqa: S608 - only our own texts are pasted into SQL
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from chengmai.city.faults.errors import CheckNotFound, CheckRunning
from chengmai.city.faults.models import AT_WORK, GridCheck, GridFault
from chengmai.city.faults.steps import CHECKED, CHECKED_NAMES, STEPS
from chengmai.city.faults.words import CheckState
from chengmai.city.queries.settings import setting
from chengmai.identity.public import NotYourDuty
from chengmai.identity.words import Actor, Duty

KEPT = 5  # so many checks are kept with what they found
MOST = 5_000  # faults of one kind that one check keeps; the count is of all
Say = Callable[[str], None]


def ask_check(*, actor: Actor, at: datetime) -> GridCheck:
    """A new check that waits for its worker. Raises CheckRunning while another is at work."""
    _administrators_only(actor)
    try:
        with transaction.atomic():
            check = GridCheck.objects.create(by_id=actor.id, asked_at=at, total=len(STEPS))
    except IntegrityError:
        busy = GridCheck.objects.filter(state__in=AT_WORK).values_list("pk", flat=True).first()
        raise CheckRunning("A check of the grids is at work.", id=busy) from None
    old = GridCheck.objects.order_by("-pk").values_list("pk", flat=True)[KEPT:]
    GridCheck.objects.filter(pk__in=list(old)).delete()
    return check


def run_check(*, check_id: int, at: datetime, say: Say = lambda _: None) -> GridCheck:
    """Take the steps of a check one after the other; each is one transaction and may be the last.

    A check that was stopped keeps what it has found. What goes wrong marks the check as failed and
    is raised.
    """
    check = GridCheck.objects.filter(pk=check_id).first()
    if check is None:
        raise CheckNotFound("No such check.", id=check_id)
    GridFault.objects.filter(check_run=check).delete()
    try:
        check = _begin(check)
        for number, (title, select) in enumerate(STEPS, 1):
            if not _take(check_id, number, select):
                return GridCheck.objects.get(pk=check_id)
            say(f"  {number}/{len(STEPS)} {title}")
    except Exception as problem:
        GridCheck.objects.filter(pk=check_id).update(
            state=CheckState.FAILED, error=type(problem).__name__, finished_at=at
        )
        raise
    GridCheck.objects.filter(pk=check_id, state=CheckState.RUNNING).update(
        state=CheckState.DONE, finished_at=at
    )
    return GridCheck.objects.get(pk=check_id)


def _begin(check: GridCheck) -> GridCheck:
    with connection.cursor() as cursor:
        cursor.execute(CHECKED)
        row = cursor.fetchone()
    check.checked = dict(zip(CHECKED_NAMES, row, strict=True))
    check.state, check.done, check.counts = CheckState.RUNNING, 0, {}
    check.save()
    return check


@transaction.atomic
def _take(check_id: int, number: int, select: str) -> bool:
    """One step; False when the check was stopped meanwhile."""
    check = GridCheck.objects.select_for_update().get(pk=check_id)
    if check.state != CheckState.RUNNING:
        return False
    floor = float(setting("grid_fault_m2"))
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS fresh_faults")
        cursor.execute(
            "CREATE TEMP TABLE fresh_faults (kind, code, other, area_m2, geometry)"
            f" ON COMMIT DROP AS {select.format(floor=floor)}"
        )
        cursor.execute("SELECT kind, count(*) FROM fresh_faults GROUP BY kind")
        check.counts.update({str(kind): int(count) for kind, count in cursor.fetchall()})
        cursor.execute(
            "INSERT INTO faults_gridfault (check_run_id, kind, code, other, area_m2, geometry)"
            " SELECT %s::bigint, kind, code, other, area_m2, geometry FROM fresh_faults"
            f" ORDER BY area_m2 DESC NULLS LAST, code LIMIT {MOST}",
            [check_id],
        )
        cursor.execute("DROP TABLE fresh_faults")
    check.done = number
    check.save(update_fields=["done", "counts"])
    return True


@transaction.atomic
def stop_check(*, check_id: int, actor: Actor, at: datetime) -> GridCheck:
    """Stop a check after the step at work; what it has found stays."""
    _administrators_only(actor)
    check = GridCheck.objects.select_for_update().filter(pk=check_id).first()
    if check is None:
        raise CheckNotFound("No such check.", id=check_id)
    if check.state in AT_WORK:
        check.state, check.finished_at = CheckState.CANCELLED, at
        check.save(update_fields=["state", "finished_at"])
    return check


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator checks the grids.", duty=Duty.ADMIN)
