"""Work of exports: make one file, take up what was left, remove what is over."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import Min
from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.kernel.exports.actions import make_export, remove_expired, stalled_exports
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.words import OPEN, ExportState
from chengmai.kernel.retention import Keeper


@app.task(name="exports.make", queue="exports", pass_context=False)
def make(export_id: int) -> None:
    """Make the file of one order."""
    make_export(export_id=export_id, clock=timezone.now)


@app.periodic(cron="*/10 * * * *")
@app.task(name="exports.look_after", queue="exports", queueing_lock="exports.look_after")
def look_after(timestamp: int) -> None:
    """Every ten minutes: files whose time is over go, orders without a worker begin again."""
    at = datetime.fromtimestamp(timestamp, UTC)
    remove_expired(at=at)
    for export_id in stalled_exports(at):
        make.defer(export_id=export_id)


def forget_orders(before: datetime) -> int:
    """Remove orders asked before this moment whose file is gone, a batch at a time; how many."""
    over = Export.objects.filter(asked_at__lt=before).exclude(state__in=[*OPEN, ExportState.DONE])
    numbers = list(over.order_by("asked_at").values_list("pk", flat=True)[:5_000])
    return Export.objects.filter(pk__in=numbers).delete()[0]


KEEPERS = (
    Keeper(
        "exports", "导出任务记录（文件已删除）", 180, "网络安全法", "第二十一条", forget_orders,
        lambda: Export.objects.aggregate(at=Min("asked_at"))["at"], at_least_days=180,
    ),
)  # fmt: skip
