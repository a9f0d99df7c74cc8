"""The record of backups: what was made, whether it went well, and whether the next one is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from chengmai.kernel.models import BackupRun
from chengmai.kernel.settings import setting

LONGEST_ERROR = 500


@dataclass(frozen=True)
class BackupState:
    """`word` is good, late, failed, none (nothing was ever backed up) or off (nowhere to)."""

    word: str
    last_good_at: datetime | None = None
    error: str = ""


def backup_state(at: datetime) -> BackupState:
    """How the backups of this city stand. One statement."""
    latest = list(
        BackupRun.objects.exclude(state="running")
        .order_by("-ended_at")
        .values_list("state", "ended_at", "error")[:50]
    )
    good_at = next((ended for state, ended, _ in latest if state == "good"), None)
    late = good_at is None or at - good_at > timedelta(hours=setting("backup_late_hours"))
    if latest and latest[0][0] == "failed":
        return BackupState("failed", good_at, latest[0][2])
    if not late:
        return BackupState("good", good_at)
    if good_at is not None:
        return BackupState("late", good_at)
    return BackupState("none" if settings.BACKUP_TO else "off")


def begin_run(*, name: str, place: str, at: datetime) -> int:
    """Note that a backup has begun; its number."""
    return BackupRun.objects.create(started_at=at, state="running", name=name, place=place).pk


def end_run(run_id: int, *, at: datetime, way: str, size: int) -> None:
    """Note that the backup is complete and was read back: `size` in bytes."""
    BackupRun.objects.filter(pk=run_id).update(state="good", ended_at=at, way=way, bytes=size)


def fail_run(run_id: int, *, at: datetime, error: str) -> None:
    """Note that the backup failed, and why."""
    words = error[:LONGEST_ERROR]
    BackupRun.objects.filter(pk=run_id).update(state="failed", ended_at=at, error=words)


def is_due(at: datetime) -> bool:
    """Whether the next backup should begin: none in time, and none under way since an hour."""
    since = at - timedelta(hours=setting("backup_every_hours"))
    begun = BackupRun.objects.filter(started_at__gt=at - timedelta(hours=1), state="running")
    good = BackupRun.objects.filter(started_at__gt=since, state="good")
    return not begun.exists() and not good.exists()


def recent_runs(limit: int = 20) -> list[BackupRun]:
    """The newest first."""
    return list(BackupRun.objects.order_by("-started_at")[:limit])
