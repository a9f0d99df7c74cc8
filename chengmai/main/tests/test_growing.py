"""No table grows for ever without anybody having said why; no queue is without a worker."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from procrastinate.contrib.django import app

from chengmai.kernel import troubles
from chengmai.kernel.jobs import LANES
from chengmai.kernel.retention import keepers
from chengmai.main.ground import postgres
from chengmai.main.tables.growing import HOW_IT_ENDS


def tasks() -> dict[str, str]:
    """Every task of the program and its queue."""
    app.perform_import_paths()
    return {name: task.queue for name, task in app.tasks.items()}


def test_every_table_with_a_time_has_a_keeper_a_task_or_a_reason():
    timed = {
        model._meta.label_lower
        for model in apps.get_models()
        if any(isinstance(one, models.DateTimeField) for one in model._meta.concrete_fields)
    }
    assert timed - set(HOW_IT_ENDS) == set(), "say how its rows end, or why they stay"
    assert set(HOW_IT_ENDS) - timed == set(), "no such table any more"


def test_the_keepers_and_tasks_that_are_named_exist():
    names, known = {keeper.name for keeper in keepers()}, tasks()
    for table, how in HOW_IT_ENDS.items():
        kind, _, name = how.partition(":")
        if kind == "keeper":
            assert name in names, table
        if kind == "task":
            assert name in known, table
            assert name in {one.task.name for one in app.periodic_registry.periodic_tasks.values()}


def test_every_queue_stands_in_exactly_one_lane():
    lanes = [queue for lane in LANES.values() for queue in lane]
    assert len(lanes) == len(set(lanes))
    assert set(tasks().values()) - set(lanes) == set()


def test_the_backup_by_the_clock_is_known_to_the_worker():
    assert {"main.backup", "main.ship_log"} <= set(tasks())


def test_the_log_that_is_looked_after_is_the_one_that_is_kept():
    assert troubles.LOG_SLOT == postgres.SLOT
