"""What is wrong with the platform now, for every screen; and its upkeep, for administrators."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from chengmai.identity.edge import require_duty
from chengmai.identity.words import Duty
from chengmai.kernel import backups, disks, lookout
from chengmai.kernel.anchors import read_lines
from chengmai.kernel.settings import setting
from chengmai.main.ground import wal
from chengmai.main.ground.layout import Layout

router = Router(tags=["kernel"])
MAY_LOOK = (Duty.ADMIN, Duty.AUDITOR)


class TroubleOut(Schema):
    code: str
    level: str
    facts: dict[str, Any]


class PlatformStatusOut(Schema):
    """`at` is the server's clock; `writes_taken` says whether anything can be sent now."""

    at: datetime
    writes_taken: bool
    troubles: list[TroubleOut]


class BackupRunOut(Schema):
    name: str
    state: str
    way: str
    started_at: datetime
    ended_at: datetime | None
    bytes: int | None
    error: str


class DiskRoomOut(Schema):
    name: str
    free_megabytes: int


class UpkeepOut(Schema):
    """How backups, anchors and disks stand. `wal`: whether the log is kept a second time."""

    backup: str
    last_good_at: datetime | None
    late_after_hours: int
    place: str
    wal: str
    runs: list[BackupRunOut]
    anchors: int
    last_anchor_at: datetime | None
    disks: list[DiskRoomOut]


@router.get("/status", response=PlatformStatusOut, summary="What is wrong now")
def get_status(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Answers without a session, and while the database is away; at most two seconds old."""
    now = lookout.look()
    return {"at": timezone.now(), "writes_taken": now.writes_taken, "troubles": now.troubles}


@router.get("/kernel/upkeep", response=UpkeepOut, summary="Backups, anchors, disks")
def get_upkeep(request: HttpRequest) -> dict[str, Any]:
    """How the platform is kept, for administrator and auditor."""
    require_duty(request, *MAY_LOOK)
    state = backups.backup_state(timezone.now())
    lines = list(read_lines())
    return {
        "backup": state.word,
        "last_good_at": state.last_good_at,
        "late_after_hours": setting("backup_late_hours"),
        "place": settings.BACKUP_TO,
        "wal": "kept" if any(wal.wal_root(Layout(settings.VAR)).glob("*/0*")) else "off",
        "runs": backups.recent_runs(),
        "anchors": len(lines),
        "last_anchor_at": lines[-1]["at"] if lines else None,
        "disks": disks.rooms(),
    }
