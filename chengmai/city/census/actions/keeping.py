"""How long an import's file and rows are kept, and which imports nobody is at."""

from __future__ import annotations

from datetime import datetime, timedelta

from chengmai.city.census.actions.picturing import forget_pictures
from chengmai.city.census.gateways import store
from chengmai.city.census.models import CensusImport
from chengmai.city.census.staging.tables import drop
from chengmai.city.census.words import WORKING
from chengmai.city.queries.settings import setting

STALLED = timedelta(minutes=3)


def stalled_imports(at: datetime) -> list[int]:
    """Imports at work that gave no sign of life for some minutes."""
    waiting = CensusImport.objects.filter(state__in=WORKING, moved_at__lt=at - STALLED)
    return list(waiting.values_list("pk", flat=True))


def forget_old(*, at: datetime, most: int = 200) -> int:
    """Take away files and checked rows that nobody moved for so many days; how many imports.

    What an import changed stays in `CensusChange`, so that it can still be undone.
    """
    due = CensusImport.objects.filter(
        kept=True, moved_at__lt=at - timedelta(days=int(setting("census_days")))
    ).exclude(state__in=WORKING)
    rows = list(due.order_by("pk").only("pk", "key", "pictures", "picture_ids")[:most])
    for row in rows:
        store.remove(row.key)
        drop(row.pk)
        forget_pictures(row.pk, row.pictures, row.picture_ids)
        CensusImport.objects.filter(pk=row.pk).update(kept=False, found={}, pictures=[])
    return len(rows)
