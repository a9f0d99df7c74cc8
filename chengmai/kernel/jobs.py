"""The queue's own upkeep: which worker does what, jobs of a dead worker, and jobs long done.

Short work never stands behind long work: two workers, each with its queues. A job whose worker
was killed would hold its lock for ever; it is taken up again (every task here can run twice).
"""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from chengmai.kernel.retention import Keeper

# Every queue stands in exactly one lane; a test reads the tasks and holds that.
LANES: dict[str, tuple[str, ...]] = {
    "short": ("default", "clock", "notices", "builtin"),
    "long": ("long", "census", "intake", "desk", "exports", "upkeep"),
}
AT_ONCE = {"short": 2, "long": 3}
SILENT_SECONDS = 120  # a worker says every ten seconds that it lives
MOST_TRIES = 3  # a job that kills its worker is not tried for ever
BATCH = 5_000

_LEFT = """
SELECT j.id, j.attempts, j.queueing_lock FROM procrastinate_jobs j
LEFT JOIN procrastinate_workers w ON w.id = j.worker_id
WHERE j.status = 'doing'
  AND (w.id IS NULL OR w.last_heartbeat < clock_timestamp() - %s * interval '1 second')
ORDER BY j.id FOR UPDATE OF j SKIP LOCKED
"""
# One of its kind waits already: that one does the work.
_GIVE_UP = """
UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %(id)s AND status = 'doing'
  AND (%(tries)s >= %(most)s OR EXISTS (SELECT FROM procrastinate_jobs o
       WHERE o.status = 'todo' AND o.queueing_lock = %(queueing_lock)s))
"""
_AGAIN = "SELECT procrastinate_retry_job_v2(%s, clock_timestamp(), NULL, NULL, NULL)"

_OVER = "status IN ('succeeded', 'failed', 'cancelled', 'aborted')"
_ENDED = "(SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id)"


def take_up_jobs(*, silent_seconds: float = SILENT_SECONDS) -> int:
    """Put jobs of workers that are dead back into the queue, at most three times each; how many."""
    taken = 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_LEFT, [silent_seconds])
        for job_id, tries, queueing_lock in cursor.fetchall():
            words = {
                "id": job_id,
                "tries": tries,
                "most": MOST_TRIES,
                "queueing_lock": queueing_lock,
            }
            cursor.execute(_GIVE_UP, words)
            if not cursor.rowcount:
                cursor.execute(_AGAIN, [job_id])
                taken += 1
    return taken


def forget_jobs(before: datetime) -> int:
    """Remove jobs that were over before this moment, with their events; a batch at a time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE id IN (SELECT j.id FROM procrastinate_jobs j"  # noqa: S608
            f" WHERE {_OVER} AND {_ENDED} < %s ORDER BY j.id LIMIT %s)",
            [before, BATCH],
        )
        return int(cursor.rowcount)


def oldest_job() -> datetime | None:
    """When the oldest job that is over came into the queue."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(e.at) FROM procrastinate_events e WHERE e.job_id ="  # noqa: S608
            f" (SELECT min(id) FROM procrastinate_jobs j WHERE {_OVER})"
        )
        found = cursor.fetchone()
    return found[0] if found else None


KEEPER = Keeper("jobs", "后台任务的执行记录", 7, "Chengmai", "design", forget_jobs, oldest_job)
