"""The numbers and lists of identity: rows of `identity_setting`, with a default where there is no row."""

from __future__ import annotations

from datetime import date
from typing import Any

from chengmai.identity.models import Setting
from chengmai.identity.words import Duty
from chengmai.kernel.reference import cached

DEFAULTS: dict[str, Any] = {
    "session_idle_minutes": 30,
    "session_hours": 12,
    "wrong_passwords_allowed": 5,
    "lock_minutes": 15,
    "sign_ins_per_minute": 120,
    "second_factor_duties": ["admin", "security", "auditor"],
    "second_step_minutes": 10,
    "code_window_steps": 1,
    "recovery_codes": 10,
    "recent_factor_minutes": 15,
    "recent_factor_minutes_reveal": 240,
    "password_length": 10,
    "password_classes": 3,
    "password_history": 5,
    "password_days": 90,
    "sessions_kept_days": 180,
    "attempts_kept_days": 180,
    "delegation_days": 60,
    "sign_in_outside_shift": ["show"],
    "key_days": 365,
    "key_overlap_hours": 72,
}
_LEVEL_3 = "GB/T 22239-2019"
SOURCES: dict[str, tuple[str, str]] = {
    key: (_LEVEL_3, clause)
    for clause, keys in {
        "8.1.4.1 身份鉴别 a)": (
            "password_length",
            "password_classes",
            "password_history",
            "password_days",
        ),
        "8.1.4.1 身份鉴别 b)": ("session_idle_minutes", "wrong_passwords_allowed", "lock_minutes"),
        "8.1.4.1 身份鉴别 d)": ("second_factor_duties",),
    }.items()
    for key in keys
} | {
    "sessions_kept_days": ("中华人民共和国网络安全法", "第二十一条（三）"),
    "attempts_kept_days": ("中华人民共和国网络安全法", "第二十一条（三）"),
}
_DESIGN = ("Chengmai", "design")
# Lists of words, each with the words that may stand in it.
CHOICES: dict[str, tuple[str, ...]] = {
    "second_factor_duties": tuple(
        duty.value for duty in Duty if duty not in (Duty.CITIZEN, Duty.SYSTEM)
    ),
    "sign_in_outside_shift": ("show",),
}
# The widest range that a number may be set to.
BOUNDS: dict[str, tuple[int, int]] = {
    "session_idle_minutes": (1, 720),
    "session_hours": (1, 72),
    "wrong_passwords_allowed": (3, 20),
    "lock_minutes": (1, 1440),
    "sign_ins_per_minute": (5, 10_000),
    "second_step_minutes": (2, 60),
    "code_window_steps": (0, 3),
    "recovery_codes": (4, 20),
    "recent_factor_minutes": (1, 720),
    "recent_factor_minutes_reveal": (1, 1440),
    "password_length": (8, 64),
    "password_classes": (1, 4),
    "password_history": (0, 24),
    "password_days": (0, 3650),  # 0: a password does not grow old
    "sessions_kept_days": (180, 3650),
    "attempts_kept_days": (180, 3650),
    "delegation_days": (1, 366),
    "key_days": (1, 1095),
    "key_overlap_hours": (0, 720),
}


def setting(key: str) -> int:
    """The number in force today. Raises KeyError for a key that nobody knows."""
    return int(_in_force(key))


def setting_words(key: str) -> tuple[str, ...]:
    """The list of words in force today. Raises KeyError for a key that nobody knows."""
    return tuple(str(word) for word in _in_force(key))


def source_of(key: str) -> tuple[str, str]:
    """Who says so, and in which clause."""
    return SOURCES.get(key, _DESIGN)


def load_default_settings(valid_from: date) -> int:
    """Write every default as a row, where the key has none yet; the number of new rows."""
    known = set(Setting.objects.values_list("key", flat=True))
    rows = [
        Setting(key=key, value=value, valid_from=valid_from, source=source, clause=clause)
        for key, value in DEFAULTS.items()
        if key not in known
        for source, clause in [source_of(key)]
    ]
    Setting.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _in_force(key: str) -> Any:
    return cached("identity.settings", _load).get(key, DEFAULTS[key])


def _load() -> dict[str, Any]:
    today = date.today()  # noqa: DTZ011 (a day of this machine's zone is enough)
    rows = Setting.objects.filter(valid_from__lte=today).order_by("valid_from")
    return dict(rows.values_list("key", "value"))
