"""Work of the desk for the queue: bulk moves; the kinds of files are made known by importing them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import Min
from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.cases.casefile import actions as casefile
from chengmai.cases.desk.actions import sheet
from chengmai.cases.desk.actions.bulk import run_bulk, stalled_bulks
from chengmai.cases.desk.models import BulkMove
from chengmai.kernel.retention import Keeper

__all__ = ["KEEPERS", "casefile", "go_on", "sheet", "take_up"]


def forget_bulk_moves(before: datetime) -> int:
    """Remove the result lists of bulk moves that ended before this moment, twenty at a time.

    What became of each case stands in the ledger.
    """
    old = BulkMove.objects.filter(finished_at__lt=before).order_by("finished_at")
    numbers = list(old.values_list("pk", flat=True)[:20])
    return BulkMove.objects.filter(pk__in=numbers).delete()[0]


KEEPERS = (
    Keeper(
        "bulk_moves", "批量办理的结果清单", 180, "Chengmai", "design", forget_bulk_moves,
        lambda: BulkMove.objects.aggregate(at=Min("finished_at"))["at"],
    ),
)  # fmt: skip


@app.task(name="cases.go_on_with_bulk_move", queue="desk", pass_context=False)
def go_on(bulk_id: int) -> None:
    """Take the cases of one bulk move that have no result yet."""
    run_bulk(bulk_id=bulk_id, clock=timezone.now)


@app.periodic(cron="*/2 * * * *")
@app.task(name="cases.take_up_bulk_moves", queue="desk", pass_context=False)
def take_up(timestamp: int) -> None:
    """Every two minutes: bulk moves whose worker did not come back."""
    for bulk_id in stalled_bulks(datetime.fromtimestamp(timestamp, UTC)):
        go_on.defer(bulk_id=bulk_id)
