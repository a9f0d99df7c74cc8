"""Planned changes: those that wait, and the last ones that were made, refused or given up."""

from __future__ import annotations

from collections.abc import Sequence

from chengmai.city.models import PlannedChange
from chengmai.city.words import PlanKind, PlanState

ENDED = 20


def plans_of(kinds: Sequence[PlanKind]) -> list[PlannedChange]:
    """The plans of these kinds that wait, the next first, then the last ones that ended."""
    rows = PlannedChange.objects.filter(kind__in=kinds)
    waiting = rows.filter(state=PlanState.WAITING).order_by("on", "id")
    ended = rows.exclude(state=PlanState.WAITING).order_by("-ended_at", "-id")[:ENDED]
    return [*waiting, *ended]
