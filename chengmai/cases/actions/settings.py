"""The loop's numbers become rows, so that a city can replace them."""

from __future__ import annotations

from django.db import transaction

from ..desk.actions.phrases import load_default_phrases
from ..models import Setting, StageLimit
from ..queries.settings import forget_settings, shipped_rows


@transaction.atomic
def load_default_settings() -> int:
    """Write the shipped numbers and phrases as rows where they are missing; how many were written."""
    rows = shipped_rows()
    limits = [StageLimit(**row) for row in rows["stage_limits"]]
    values = [Setting(**row) for row in rows["settings"]]
    before = StageLimit.objects.count() + Setting.objects.count()
    StageLimit.objects.bulk_create(limits, ignore_conflicts=True)
    Setting.objects.bulk_create(values, ignore_conflicts=True)
    forget_settings()
    phrases = load_default_phrases()
    return StageLimit.objects.count() + Setting.objects.count() - before + phrases
