"""The choices of this city as rows."""

from __future__ import annotations

from datetime import date

from chengmai.city.areas.actions import load_default_kinds
from chengmai.city.models import Setting
from chengmai.city.queries.settings import DEFAULTS, SOURCES
from chengmai.kernel.reference import forget


def load_default_settings(*, valid_from: date) -> int:
    """Write every default as a row, where the key has none yet; the number of new rows.

    The kinds of managed areas and of places that every city begins with come along.
    """
    known = set(Setting.objects.values_list("key", flat=True))
    rows = [
        Setting(key=key, value=value, valid_from=valid_from, source=source, clause=clause)
        for key, value in DEFAULTS.items()
        if key not in known and value is not None  # None: nothing chosen yet
        for source, clause in [SOURCES[key]]
    ]
    Setting.objects.bulk_create(rows, ignore_conflicts=True)
    load_default_kinds(valid_from=valid_from)
    forget("city.settings")
    return len(rows)
