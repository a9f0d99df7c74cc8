"""The numbers of the kernel: rows of `kernel_setting`, with a default where there is no row."""

from __future__ import annotations

from datetime import date
from typing import Any

from chengmai.kernel.models import Setting
from chengmai.kernel.reference import cached

DEFAULTS: dict[str, int] = {
    # notices
    "notice_tries": 6,
    "notice_first_wait_seconds": 30,
    "notice_most_wait_seconds": 3_600,
    "notice_most_waiting": 200_000,
    "notice_sms_parts": 5,
    # personal data
    "privacy_answer_work_days": 15,
    # media
    "media_link_minutes": 60,
    "media_bytes_per_day_person": 4_000_000_000,
    "media_bytes_per_day_device": 600_000_000,
    "media_bytes_per_day_census": 40_000_000_000,
    "media_files_per_day_person": 2_000,
    "media_files_per_day_device": 100,
    "media_files_per_day_census": 100_000,
    # upkeep: see docs/running/backup.md and when-it-breaks.md
    "disk_warn_megabytes": 2_000,
    "disk_refuse_megabytes": 200,
    "clock_drift_seconds": 5,
    "messages_late_seconds": 20,
    "reaction_days": 30,
    "trouble_patience_seconds": 120,
    "process_ends_in_ten_minutes": 4,
    "backup_every_hours": 24,
    "backup_late_hours": 30,
    "backup_keep_days": 30,
    "backup_keep_least": 3,
}
_OURS = ("Chengmai", "design")
SOURCES: dict[str, tuple[str, str]] = {
    "privacy_answer_work_days": ("个人信息保护法", "第五十条（及时）；期限为本平台设定"),
    "media_link_minutes": ("GB/T 22239-2019", "8.1.4.2 访问控制"),
    "backup_every_hours": ("GB/T 22239-2019", "8.1.4.9 数据备份恢复"),
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
