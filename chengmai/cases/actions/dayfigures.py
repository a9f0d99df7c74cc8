"""Keeping the days' figures: each changed day is counted anew from the cases."""

from __future__ import annotations

from django.db import connection, transaction

from ..queries.dayfigures import ALL_DAYS, KEYS, OF_DAYS
from ..rules.statistics import COUNTS, runs

LOCK = 0x0D_A7_F1_60  # one counter at a time
DAYS_AT_ONCE = 40
MANY_DAYS = 400  # beyond so many changed days everything is counted in one go
_COLUMNS = ", ".join((*KEYS, *COUNTS))
_TAKE = """
DELETE FROM cases_daychanged WHERE day IN (
    SELECT day FROM cases_daychanged GROUP BY day ORDER BY day DESC LIMIT %s
) RETURNING day
"""


@transaction.atomic
def settle_days(most: int = DAYS_AT_ONCE) -> int:
    """Count the changed days anew, the newest first, at most so many; how many days it was.

    A change that is not yet committed leaves its mark behind ours and is counted next time: the
    marks are taken first, the cases are read by a later statement. Doing it twice changes nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("SELECT count(DISTINCT day) FROM cases_daychanged")
        (changed,) = cursor.fetchone()
        if changed > MANY_DAYS:
            count_all_days()
            return int(changed)
        cursor.execute(_TAKE, [most])
        days = {row[0] for row in cursor.fetchall()}
        for run in runs(days):
            cursor.execute("DELETE FROM cases_dayfigure WHERE day = ANY(%s::date[])", [run])
            cursor.execute(
                f"INSERT INTO cases_dayfigure ({_COLUMNS}) {OF_DAYS}", [run, run[-1], run[0]]
            )
    return len(days)


@transaction.atomic
def count_all_days() -> int:
    """Count every day from nothing, as after a take-over of many cases; the number of figures."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("DELETE FROM cases_daychanged")
        cursor.execute("DELETE FROM cases_dayfigure")
        cursor.execute(f"INSERT INTO cases_dayfigure ({_COLUMNS}) {ALL_DAYS}")
        return int(cursor.rowcount)
