"""The numbers of the kernel: rows of `kernel_setting`, with a default where there is no row."""

from __future__ import annotations

from datetime import date
from typing import Any

from chengmai.kernel.models import Setting
from chengmai.kernel.reference import cached

DEFAULTS: dict[str, int] = {
    # media
    "media_link_minutes": 60,
    "media_bytes_per_day_person": 4_000_000_000,
    "media_bytes_per_day_device": 600_000_000,
    "media_files_per_day_person": 2_000,
    "media_files_per_day_device": 100,
    # requests: how many a minute, and how many at once before that counts
    "rate_address_per_minute": 1_200,
    "rate_address_burst": 300,
    "rate_person_per_minute": 1_800,
    "rate_person_burst": 300,
    "rate_report_per_hour": 60,
    "rate_report_burst": 20,
}
_OURS = ("Chengmai", "design")
SOURCES: dict[str, tuple[str, str]] = {
    "media_link_minutes": ("GB/T 22239-2019", "8.1.4.2 访问控制"),
}


def setting(key: str) -> int:
    """The number in force today. Raises KeyError for a key that nobody knows."""
    return int(cached("kernel.settings", _load).get(key, DEFAULTS[key]))


def load_default_settings(valid_from: date) -> int:
    """Write every default as a row, where the key has none yet; the number of new rows."""
    known = set(Setting.objects.values_list("key", flat=True))
    rows = [
        Setting(key=key, value=value, valid_from=valid_from, source=source, clause=clause)
        for key, value in DEFAULTS.items()
        if key not in known
        for source, clause in [SOURCES.get(key, _OURS)]
    ]
    Setting.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _load() -> dict[str, Any]:
    today = date.today()  # noqa: DTZ011 (a day of this machine's zone is enough)
    rows = Setting.objects.filter(valid_from__lte=today).order_by("valid_from")
    return dict(rows.values_list("key", "value"))
