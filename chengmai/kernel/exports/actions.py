"""Every write of exports: ask, make, stop, fetch, forget.

Whoever is killed while making a file leaves a job whose `moved_at` stands still; it is taken up
again from the beginning, so a file is whole or not there.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

from django.db import connection, transaction

from chengmai.kernel.errors import Refusal
from chengmai.kernel.exports import store
from chengmai.kernel.exports.errors import (
    ExportExpired,
    ExportNotReady,
    ExportStopped,
    TooManyExports,
)
from chengmai.kernel.exports.events import ExportFetched, ExportMade, ExportRemoved
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.queries import export_of, kept_by
from chengmai.kernel.exports.registry import kind_of
from chengmai.kernel.exports.words import OPEN, ExportLimits, ExportState, Made, Order
from chengmai.kernel.ledger import publish

STALLED = timedelta(minutes=10)
Clock = Callable[[], datetime]
log = logging.getLogger(__name__)


@transaction.atomic
def ask_export(
    *,
    kind: str,
    title: str,
    file_name: str,
    asked_by: int,
    params: dict[str, Any],
    total: int,
    limits: ExportLimits,
    at: datetime,
) -> Export:
    """Keep an order for a file; a worker makes it. Raises TooManyExports, naming what to drop."""
    kind_of(kind)
    with connection.cursor() as cursor:  # two orders of one person wait for each other
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('exports'), %s::int)", [asked_by])
    if kept_by(asked_by) >= limits.most_jobs:
        raise TooManyExports(
            "You keep as many exports as are allowed.",
            limit=limits.most_jobs,
            remedy="Delete an export that you no longer need, or wait until one expires.",
        )
    return Export.objects.create(
        kind=kind,
        title=title[:120],
        file_name=file_name[:120],
        asked_by=asked_by,
        params=params,
        total=total,
        hours=limits.hours,
        asked_at=at,
        moved_at=at,
    )


def make_export(*, export_id: int, clock: Clock) -> Export | None:
    """Make the file of one order, unless somebody is at it or it is over. Never raises."""
    row = _begin(export_id, clock())
    if row is None:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="chengmai-export-") as folder:
            path = Path(folder) / "file"
            made = kind_of(row.kind).make(
                Order(
                    row.pk, row.asked_by, row.params, row.asked_at, path, _progress(row.pk, clock)
                )
            )
            return _finish(row, made, path, clock())
    except ExportStopped:
        return row
    except Refusal as refusal:
        return _fail(row.pk, refusal.code, clock())
    except Exception:
        log.exception("export %s failed", row.pk)
        return _fail(row.pk, "kernel.broken", clock())


@transaction.atomic
def _begin(export_id: int, at: datetime) -> Export | None:
    row = Export.objects.select_for_update().filter(pk=export_id, state__in=OPEN).first()
    if row is None or (row.state == ExportState.RUNNING and at - row.moved_at < STALLED):
        return None
    row.state, row.done, row.moved_at = ExportState.RUNNING, 0, at
    row.save(update_fields=["state", "done", "moved_at"])
    return row


def _progress(export_id: int, clock: Clock) -> Callable[[int, int], None]:
    def say(done: int, total: int) -> None:
        alive = Export.objects.filter(pk=export_id, state=ExportState.RUNNING)
        if not alive.update(done=done, total=total, moved_at=clock()):
            raise ExportStopped

    return say


def _finish(row: Export, made: Made, path: Path, at: datetime) -> Export:
    size = store.keep(row.key, path)
    with transaction.atomic():
        now = Export.objects.select_for_update().get(pk=row.pk)
        if now.state != ExportState.RUNNING:  # cancelled at the last moment
            store.remove(row.key)
            return now
        now.state, now.bytes, now.scope = ExportState.DONE, size, made.scope
        now.done = now.total = made.rows
        now.finished_at, now.expires_at = at, at + timedelta(hours=now.hours)
        now.save()
        publish(
            ExportMade(
                at=at,
                actor_id=row.asked_by,
                export_id=row.pk,
                kind=row.kind,
                people=(row.asked_by,),
                rows=made.rows,
                told=made.told,
            )
        )
    return now


def _fail(export_id: int, code: str, at: datetime) -> Export:
    Export.objects.filter(pk=export_id, state=ExportState.RUNNING).update(
        state=ExportState.FAILED, error=code[:60], finished_at=at
    )
    return Export.objects.get(pk=export_id)


@transaction.atomic
def drop_export(*, person: int, export_id: int, at: datetime) -> Export:
    """Stop an order that is not made yet, or take a made file away. Twice is once."""
    row = export_of(person, export_id, lock=True)
    if row.state in OPEN:
        row.state, row.finished_at = ExportState.CANCELLED, at
        row.save(update_fields=["state", "finished_at"])
    elif row.state == ExportState.DONE:
        _remove(row, "dropped", at)
    return row


@transaction.atomic
def fetch_export(*, person: int, export_id: int, at: datetime) -> tuple[Export, IO[bytes]]:
    """The file for the person who asked, after asking its domain whether they still may.

    Raises ExportNotFound, ExportNotReady, ExportExpired and the domain's own refusals.
    """
    row = export_of(person, export_id)
    if row.state == ExportState.EXPIRED or (row.expires_at and row.expires_at <= at):
        raise ExportExpired("This file has been removed.", remedy="Ask for it anew.")
    if row.state != ExportState.DONE:
        raise ExportNotReady("This file is not ready.", state=row.state)
    kind_of(row.kind).may_fetch(person, row.params, row.scope)
    file = store.read(row.key)
    if file is None:
        raise ExportExpired("This file has been removed.", remedy="Ask for it anew.")
    publish(
        ExportFetched(
            at=at, actor_id=person, export_id=row.pk, kind=row.kind, people=(row.asked_by,)
        )
    )
    return row, file


def remove_expired(*, at: datetime, most: int = 500) -> int:
    """Take away files whose time is over; how many."""
    due = Export.objects.filter(state=ExportState.DONE, expires_at__lte=at).order_by("expires_at")
    numbers = list(due.values_list("pk", flat=True)[:most])
    for number in numbers:
        with transaction.atomic():
            row = Export.objects.select_for_update().get(pk=number)
            if row.state == ExportState.DONE:
                _remove(row, "expired", at)
    return len(numbers)


def _remove(row: Export, why: str, at: datetime) -> None:
    store.remove(row.key)
    row.state, row.bytes = ExportState.EXPIRED, 0
    row.save(update_fields=["state", "bytes"])
    publish(
        ExportRemoved(
            at=at, actor_id=None, export_id=row.pk, kind=row.kind, people=(row.asked_by,), why=why
        )
    )


def stalled_exports(at: datetime) -> list[int]:
    """Orders that nobody is at: whose worker did not come back, or whose task was lost."""
    return list(
        Export.objects.filter(state__in=OPEN, moved_at__lt=at - STALLED).values_list(
            "pk", flat=True
        )
    )
