"""Checks of the grids in the background."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Min
from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.city.faults.actions import run_check
from chengmai.city.faults.models import AT_WORK, GridCheck
from chengmai.kernel.retention import Keeper


@app.task(name="faults.check_grids", queue="long", lock="faults.check_grids")
def check_grids(check_id: int) -> None:
    """Run one check that somebody asked for."""
    run_check(check_id=check_id, at=timezone.now())


def forget_checks(before: datetime) -> int:
    """Remove checks asked for before this moment with what they found; the newest one stays."""
    newest = GridCheck.objects.order_by("-id").values("pk")[:1]
    old = GridCheck.objects.filter(asked_at__lt=before).exclude(state__in=AT_WORK)
    numbers = list(old.exclude(pk__in=newest).order_by("asked_at").values_list("pk", flat=True)[:5])
    return GridCheck.objects.filter(pk__in=numbers).delete()[0]


KEEPERS = (
    Keeper(
        "grid_checks", "网格检查结果", 365, "Chengmai", "design", forget_checks,
        lambda: GridCheck.objects.aggregate(at=Min("asked_at"))["at"],
    ),
)  # fmt: skip
