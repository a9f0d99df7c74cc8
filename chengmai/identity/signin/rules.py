"""Pure decisions of signing in: what comes next, and which passwords are strong enough."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from chengmai.identity.words import Step

LONGEST_PASSWORD = 200  # characters; hashing more is work for an attacker to ask for
_LEET = str.maketrans(
    {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
)


@dataclass(frozen=True)
class PasswordPolicy:
    """What the policy asks of a password; `days` 0 means that it does not grow old."""

    length: int
    classes: int
    history: int
    days: int


def step_after(
    *, factor_proved: bool, has_factor: bool, needs_factor: bool, must_change: bool
) -> Step:
    """What somebody with the right password must do next; DONE opens the desk."""
    if has_factor and not factor_proved:
        return Step.FACTOR
    if must_change:
        return Step.PASSWORD
    if needs_factor and not has_factor:
        return Step.ENROL
    return Step.DONE


def weaknesses(
    password: str, username: str, policy: PasswordPolicy, common: Collection[str]
) -> list[str]:
    """Why a password is refused, as codes; empty when it is good enough.

    A common password counts as common with other case, digits or marks around it, or letters
    written as digits (`P@ssw0rd2026`).
    """
    found = []
    if len(password) < policy.length:
        found.append("too_short")
    if len(password) > LONGEST_PASSWORD:
        found.append("too_long")
    if _classes(password) < policy.classes:
        found.append("too_plain")
    if username and len(username) >= 3 and username.casefold() in password.casefold():
        found.append("holds_username")
    if _is_common(password, common):
        found.append("too_common")
    return found


def _classes(password: str) -> int:
    kinds = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")
    return sum(bool(re.search(kind, password)) for kind in kinds)


def _is_common(password: str, common: Collection[str]) -> bool:
    plain = password.casefold()
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    forms = {plain, core, core.translate(_LEET), plain.translate(_LEET)}
    return not forms.isdisjoint(common) or len(set(plain)) <= 2


def password_has_aged(changed_at: datetime | None, days: int, at: datetime) -> bool:
    """Whether the policy asks for a new password now; unknown age and 0 days never do."""
    return bool(days) and changed_at is not None and at - changed_at > timedelta(days=days)
