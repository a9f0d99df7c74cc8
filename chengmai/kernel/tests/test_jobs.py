"""Jobs of a killed worker are taken up again; jobs long done go."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from chengmai.kernel.jobs import MOST_TRIES, forget_jobs, oldest_job, take_up_jobs

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


def ask(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def worker(silent: float) -> object:
    return ask(
        "INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (clock_timestamp() - %s * interval '1 second') RETURNING id",
        silent,
    )[0][0]


def job(worker_id: object, *, lock: str | None = None, waits: str | None = None, tries: int = 0):
    """A job that a worker has in its hands."""
    (made,) = ask(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, queueing_lock, attempts)"
        " VALUES ('long', 'test', %s, %s, %s) RETURNING id",
        lock, waits, tries,
    )  # fmt: skip
    ask(
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s",
        worker_id, made[0],
    )  # fmt: skip
    return made[0]


def state(number: object) -> object:
    return ask("SELECT status FROM procrastinate_jobs WHERE id = %s", number)[0][0]


def test_a_job_whose_worker_is_dead_frees_its_lock_and_is_tried_again():
    left, held = job(worker(silent=500), lock="backup"), job(worker(silent=5), lock="other")
    gone = job(None)  # its worker was pruned
    assert take_up_jobs() == 2
    assert (state(left), state(gone), state(held)) == ("todo", "todo", "doing")
    assert ask("SELECT attempts FROM procrastinate_jobs WHERE id = %s", left) == [(1,)]


def test_a_job_that_kills_its_worker_again_and_again_is_given_up():
    number = job(None, tries=MOST_TRIES)
    assert take_up_jobs() == 0
    assert state(number) == "failed"


def test_where_the_next_of_its_kind_waits_already_that_one_does_the_work():
    number = job(None, waits="hourly")
    ask(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock)"
        " VALUES ('long', 'test', 'hourly')"
    )
    assert take_up_jobs() == 0
    assert state(number) == "failed"


def test_jobs_go_when_they_are_over_for_longer_than_their_term():
    numbers = [job(None) for _ in range(3)]
    ask("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = ANY(%s)", numbers[:2])
    ask(
        "UPDATE procrastinate_events SET at = at - interval '9 days' WHERE job_id = ANY(%s)",
        [numbers[0], numbers[2]],
    )
    oldest = oldest_job()
    assert oldest is not None
    assert oldest < NOW - timedelta(days=8)
    assert forget_jobs(NOW - timedelta(days=7)) == 1
    assert [row[0] for row in ask("SELECT id FROM procrastinate_jobs ORDER BY id")] == numbers[1:]
    assert forget_jobs(NOW - timedelta(days=7)) == 0
