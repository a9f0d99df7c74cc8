"""Checks of the grids in the background."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.city.faults.actions import run_check


@app.task(name="faults.check_grids", lock="faults.check_grids")
def check_grids(check_id: int) -> None:
    """Run one check that somebody asked for."""
    run_check(check_id=check_id, at=timezone.now())
