"""What city knows of changes in identity's tables: who would lose grids, rows and components."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from chengmai.city.models import Component, DutyGrid, Responsibility
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Watcher
from chengmai.kernel.tables.words import Effect, Words


def organisation_ends(change: Change) -> Iterable[Effect]:
    """Responsibilities must go elsewhere first; components keep the name of their office."""
    if not change.takes_away:
        return
    mine = Q(organisation__path__startswith=change.row.path)
    held = Q(valid_to__isnull=True) | Q(valid_to__gt=change.on)
    yield listed(
        "responsibilities",
        Words("权责清单中还有 {n} 行指向它", "{n} rows of responsibilities name it"),
        Responsibility.objects.filter(mine, held),
        "class_prefix",
        refuses=True,
    )
    key = change.row.pk
    yield listed(
        "components",
        Words("{n} 个部件登记在它名下", "{n} components are registered to it"),
        Component.objects.filter(Q(manager=key) | Q(owner=key) | Q(maintainer=key)),
        "code",
    )


def person_ends(change: Change) -> Iterable[Effect]:
    """A collector who leaves leaves duty grids behind."""
    if change.takes_away:
        yield listed(
            "duty_grids",
            Words("{n} 个责任网格没有了监督员", "{n} duty grids lose their collector"),
            DutyGrid.objects.filter(collector_id=change.row.pk, valid_to__isnull=True),
            "name",
        )


WATCHERS = (
    Watcher("identity.organisations", organisation_ends),
    Watcher("identity.people", person_ends),
)
