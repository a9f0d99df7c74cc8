"""Which classes and grids would change hands by a change in the table of responsibilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from chengmai.city.models import Responsibility, UnitGrid
from chengmai.city.queries.classes import class_cards
from chengmai.city.queries.grids import division_names
from chengmai.city.rules import ResponsibilityRow


@dataclass(frozen=True)
class Handover:
    """Names of the classes, how many open unit grids, and in which communities."""

    classes: list[str]
    grids: int
    communities: list[str]


def handover(change: Any) -> Handover:
    """Compare who is responsible before and after. Two statements and arithmetic.

    Communities stand for their grids, so prefixes longer than twelve digits count by community.
    """
    before = _rows(change.on)
    prefixes = (change.after.get("class_prefix", ""), change.after.get("division_prefix", ""))
    others = [row for row in before if (row.class_prefix, row.division_prefix) != prefixes]
    after = others if change.takes_away else [*others, _new_row(change, prefixes)]
    counts: dict[str, int] = dict(
        UnitGrid.objects.filter(closed_at__isnull=True, code__startswith=prefixes[1][:12])
        .values_list("community_id")
        .annotate(grids=Count("pk"))
        .values_list("community_id", "grids")
    )
    classes, moved = [], set()
    for code, card in class_cards().items():
        if not code.startswith(prefixes[0]):
            continue
        now, then = _fitting(before, code), _fitting(after, code)
        changed = {place for place in counts if _first(now, place) != _first(then, place)}
        if changed:
            classes.append(f"{code} {card.name}")
            moved |= changed
    names = division_names()
    grids = sum(counts[place] for place in moved)
    return Handover(classes, grids, sorted(names.get(place, place) for place in moved))


def _rows(on: Any) -> list[ResponsibilityRow]:
    rows = Responsibility.objects.filter(valid_from__lte=on).exclude(valid_to__lte=on)
    return [
        ResponsibilityRow(*values)
        for values in rows.values_list("class_prefix", "division_prefix", "organisation_id")
    ]


def _new_row(change: Any, prefixes: tuple[str, str]) -> ResponsibilityRow:
    return ResponsibilityRow(*prefixes, int(change.after["organisation_id"]))


def _fitting(rows: Iterable[ResponsibilityRow], code: str) -> list[ResponsibilityRow]:
    """The rows of this class, the strongest first."""
    fitting = [row for row in rows if code.startswith(row.class_prefix)]
    return sorted(
        fitting, key=lambda row: (len(row.class_prefix), len(row.division_prefix)), reverse=True
    )


def _first(rows: Sequence[ResponsibilityRow], place: str) -> int | None:
    found = (row for row in rows if place.startswith(row.division_prefix[:12]))
    row = next(found, None)
    return row.organisation_id if row else None
