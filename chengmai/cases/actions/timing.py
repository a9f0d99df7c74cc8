"""What time itself does: verify time-outs, ends of suspensions, reminders, new calendars."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q

from chengmai.city.public import forget_calendar, office_calendar
from chengmai.identity.words import SYSTEM
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import publish

from ..events import SuspensionEnding
from ..models import Case
from ..queries.settings import loop_settings
from ..rules.clockjson import book_from_json
from ..words import TERMINAL, Move, Stage
from .move import move_case
from .rows import clock_columns

BATCH = 5000

_WRITE = """
UPDATE cases_case AS c SET clocks = n.clocks::jsonb, due_at = n.due_at,
    lamp_start_at = n.lamp_start_at, lamp_warn_at = n.lamp_warn_at, lamp_due_at = n.lamp_due_at
FROM unnest(%s::bigint[], %s::int[], %s::text[], %s::timestamptz[], %s::timestamptz[],
            %s::timestamptz[], %s::timestamptz[])
    AS n(id, version, clocks, due_at, lamp_start_at, lamp_warn_at, lamp_due_at)
WHERE c.id = n.id AND c.version = n.version
"""


def time_out_verifications(*, at: datetime, limit: int = 500) -> int:
    """Row 6: bring back what no collector verified in time; how many."""
    late = Case.objects.filter(stage=Stage.VERIFYING, lamp_due_at__lt=at)
    return _move_each(late.order_by("lamp_due_at")[:limit].values_list("pk", flat=True),
                      Move.VERIFY_TIMEOUT, at)  # fmt: skip


def resume_suspensions(*, at: datetime, limit: int = 500) -> int:
    """Row 21: go on with cases whose suspension has ended; how many."""
    over = Case.objects.filter(stage=Stage.SUSPENDED, suspended_until__lte=at)
    return _move_each(over.order_by("suspended_until")[:limit].values_list("pk", flat=True),
                      Move.RESUME, at)  # fmt: skip


def remind_of_suspensions(*, at: datetime, limit: int = 500) -> int:
    """Row 21: say once, some days ahead, that a suspension ends; how many reminders."""
    ahead = timedelta(days=loop_settings(at).suspension_reminder_days)
    soon = Case.objects.filter(
        Q(reminded_at__isnull=True) | Q(reminded_at__lt=F("suspended_until") - ahead),
        stage=Stage.SUSPENDED,
        suspended_until__gt=at,
        suspended_until__lte=at + ahead,
    )
    return sum(_remind(number, at) for number in list(soon.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def _remind(case_id: int, at: datetime) -> bool:
    case = Case.objects.select_for_update().filter(pk=case_id, stage=Stage.SUSPENDED).first()
    if case is None or case.suspended_until is None:
        return False
    case.reminded_at = at
    case.save(update_fields=["reminded_at"])
    publish(
        SuspensionEnding(
            at=at,
            **case.which,
            until=case.suspended_until.isoformat(),
        )
    )
    return True


def _move_each(ids: Any, move: Move, at: datetime) -> int:
    """Move each in its own transaction; what somebody else moved meanwhile is left alone."""
    moved = 0
    for case_id in list(ids):
        try:
            move_case(case_id=case_id, move=move, actor=SYSTEM, at=at)
        except Refusal:
            continue
        moved += 1
    return moved


def recompute_deadlines(*, at: datetime, told: Callable[[int], None] = lambda _: None) -> int:
    """Work out the deadlines of all open cases anew after a calendar change; how many moved.

    In batches of 5,000 rows, each one transaction of two statements. A case that moves between
    the two is left alone: its move has computed with the new calendar.
    """
    forget_calendar()
    changed = last = 0
    while True:
        with transaction.atomic():
            rows = list(
                Case.objects.filter(pk__gt=last)
                .exclude(stage__in=TERMINAL)
                .order_by("pk")
                .values_list("pk", "version", "stage", "organisation_id", "clocks")[:BATCH]
            )
            if not rows:
                return changed
            last = rows[-1][0]
            columns = list(zip(*_moved_deadlines(rows, at), strict=True))
            if columns:
                with connection.cursor() as cursor:
                    cursor.execute(_WRITE, [list(column) for column in columns])
                    changed += cursor.rowcount
        told(changed)


def _moved_deadlines(rows: list[tuple[Any, ...]], at: datetime) -> Iterator[tuple[Any, ...]]:
    settings = loop_settings(at)
    for case_id, version, stage, organisation_id, clocks in rows:
        calendar = office_calendar(organisation_id)
        book = book_from_json(clocks)
        again = book.recomputed(calendar)
        if again == book:
            continue
        new = clock_columns(Stage(stage), again, settings, calendar)
        yield (
            case_id,
            version,
            json.dumps(new["clocks"]),
            new["due_at"],
            new["lamp_start_at"],
            new["lamp_warn_at"],
            new["lamp_due_at"],
        )
