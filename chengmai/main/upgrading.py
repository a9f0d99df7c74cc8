"""The schema brought forward or back while people go on reading.

A step that cannot get its lock within LOCK_MILLISECONDS gives up, lets the readers who queued
behind it pass, and tries again. Each migration is one transaction, so what was reached stays.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.core.management.sql import emit_post_migrate_signal
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from chengmai.main.ground.trouble import Trouble

LOCK_MILLISECONDS = 500
TRIES = 60
PAUSE_SECONDS = 0.5
LOCKED = "55P03"  # SQLSTATE

# The last step of each application in a release: where a downgrade to it ends.
RELEASES: dict[str, dict[str, str]] = {
    "0.1.0": {
        "kernel": "0001_ledger",
        "media": "0002_limits",
        "identity": "0001_first_tables",
        "city": "0001_first_tables",
        "cases": "0006_lean_indexes",
        "citizen": "0002_first_notice",
    },
}
# What the code of a release cannot read any more under the newest schema, and what that means for
# people while old and new processes run side by side. Told in docs/running/upgrade.md.
TAKEN_AWAY: dict[str, dict[str, str]] = {
    "0.1.0": {
        "identity_session": "sessions got steps; who is signed in on an old process must wait for the"
        " new one and sign in again",
    },
}
Target = tuple[str, str | None]


def bring_up_to_date(say: Callable[[str], None]) -> int:
    """Apply every migration that is not there yet; how many."""
    done = _patiently(_newest, say)
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    return done


def bring_back_to(release: str, say: Callable[[str], None]) -> int:
    """Undo every migration made since a release; how many. What only newer tables held is gone."""
    if release not in RELEASES:
        raise Trouble(f"There is no release {release}.", f"There are: {', '.join(RELEASES)}.")
    return _patiently(lambda executor: targets_of(release, executor), say)


def targets_of(release: str, executor: MigrationExecutor) -> list[Target]:
    """Where each of our applications stood in that release; None for those it did not have."""
    last = RELEASES[release]
    ours = {app for app, _ in executor.loader.graph.leaf_nodes() if _is_ours(app)}
    return [(app, last.get(app)) for app in sorted(ours)]


def _newest(executor: MigrationExecutor) -> list[Target]:
    return list(executor.loader.graph.leaf_nodes())


def _is_ours(app: str) -> bool:
    from django.apps import apps

    return apps.get_app_config(app).name.startswith("chengmai.")


def _patiently(
    targets: Callable[[MigrationExecutor], list[Target]], say: Callable[[str], None]
) -> int:
    done = 0
    for _ in range(TRIES):
        executor = MigrationExecutor(connection)
        wanted = targets(executor)
        plan = executor.migration_plan(wanted)
        if not plan:
            return done
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {LOCK_MILLISECONDS}")
        try:
            executor.migrate(wanted, plan)
            return done + len(plan)
        except OperationalError as trouble:
            if getattr(trouble.__cause__, "sqlstate", "") != LOCKED:
                raise
            left = len(MigrationExecutor(connection).migration_plan(wanted))
            done += len(plan) - left
            say(f"  {left} steps left; waiting for a lock that somebody holds")
            time.sleep(PAUSE_SECONDS)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = 0")
    raise Trouble(
        "The schema could not be changed: somebody holds a lock for too long.",
        "See pg_stat_activity for the oldest transaction, end it, and start again.",
    )
