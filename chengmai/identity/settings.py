"""The numbers of identity: rows of `identity_setting`, with a default where there is no row."""

from __future__ import annotations

from datetime import date
from typing import Any

from chengmai.identity.models import Setting
from chengmai.kernel.reference import cached

DEFAULTS: dict[str, int] = {
    "session_idle_minutes": 30,
    "session_hours": 12,
    "key_days": 365,
    "wrong_passwords_allowed": 5,
    "lock_minutes": 15,
    "sign_ins_per_minute": 120,
}
SOURCES: dict[str, tuple[str, str]] = {
    "session_idle_minutes": ("GB/T 22239-2019", "8.1.4.1 身份鉴别 b)"),
    "session_hours": ("Chengmai", "design"),
    "key_days": ("Chengmai", "design"),
    "wrong_passwords_allowed": ("GB/T 22239-2019", "8.1.4.1 身份鉴别 b)"),
    "lock_minutes": ("GB/T 22239-2019", "8.1.4.1 身份鉴别 b)"),
    "sign_ins_per_minute": ("Chengmai", "design"),
}


def setting(key: str) -> int:
    """The number in force today. Raises KeyError for a key that nobody knows."""
    value = cached("identity.settings", _load).get(key, DEFAULTS[key])
    return int(value)


def load_default_settings(valid_from: date) -> int:
    """Write every default as a row, where the key has none yet; the number of new rows."""
    known = set(Setting.objects.values_list("key", flat=True))
    rows = [
        Setting(key=key, value=value, valid_from=valid_from, source=source, clause=clause)
        for key, value in DEFAULTS.items()
        if key not in known
        for source, clause in [SOURCES[key]]
    ]
    Setting.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _load() -> dict[str, Any]:
    today = date.today()  # noqa: DTZ011 (a day of this machine's zone is enough)
    rows = Setting.objects.filter(valid_from__lte=today).order_by("valid_from")
    return dict(rows.values_list("key", "value"))
