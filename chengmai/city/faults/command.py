"""The check of the grids from the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from chengmai.city.faults.actions import ask_check, run_check
from chengmai.city.faults.models import GridFault
from chengmai.city.faults.words import FaultKind
from chengmai.identity.words import SYSTEM

Say = Callable[[str], None]


def check_all_grids(*, at: datetime, say: Say, shown: int = 20) -> int:
    """Check every grid of the city and say what is wrong. Returns how many faults there are."""
    check = ask_check(actor=SYSTEM, at=at)
    check = run_check(check_id=check.pk, at=at, say=say)
    say(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in check.checked.items()))
    for kind in FaultKind:
        count = check.counts.get(kind.value, 0)
        if not count:
            continue
        say(f"{kind.value}: {count}")
        for fault in GridFault.objects.filter(check_run=check, kind=kind.value)[:shown]:
            size = f" {fault.area_m2:.1f} m²" if fault.area_m2 is not None else ""
            spot = fault.geometry.point_on_surface
            say(f"  {fault.code} {fault.other}{size} at {spot.x:.6f}, {spot.y:.6f}")
    total = int(sum(check.counts.values()))
    say("The grids are sound." if not total else f"{total} faults.")
    return total
