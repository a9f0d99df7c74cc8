"""Backups by the clock, where CHENGMAI_BACKUP_TO says where they go."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from django.conf import settings
from procrastinate.contrib.django import app

from chengmai.kernel.backups import is_due
from chengmai.main.ground.trouble import Trouble

log = logging.getLogger("chengmai.backup")


@app.periodic(cron="*/10 * * * *")
@app.task(name="main.backup", queue="upkeep", queueing_lock="main.backup", lock="main.backup")
def backup_when_due(timestamp: int) -> None:
    """Take the next backup when the last good one is old enough; a failed one is tried again.

    What went wrong stands in `kernel_backuprun`, /readyz, /metrics and on the system page.
    """
    from chengmai.main.backup.take import take_backup

    if settings.BACKUP_TO and is_due(datetime.fromtimestamp(timestamp, UTC)):
        try:
            take_backup(settings.BACKUP_TO, log.info)
        except Trouble as trouble:
            log.error("backup failed", extra={"trouble": str(trouble)})


@app.periodic(cron="* * * * *")
@app.task(name="main.ship_log", queue="upkeep", queueing_lock="main.ship_log", lock="main.backup")
def ship_newest_log(timestamp: int) -> None:  # noqa: ARG001
    """Copy the newest log to where the backups are, once a minute."""
    from chengmai.main.backup.take import ship_log

    if settings.BACKUP_TO:
        try:
            ship_log(settings.BACKUP_TO)
        except Trouble as trouble:
            log.error("log not shipped", extra={"trouble": str(trouble)})
