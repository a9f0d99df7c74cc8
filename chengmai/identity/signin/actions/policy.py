"""The sign-in policy as rows: who says so, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.models import Setting
from chengmai.identity.settings import BOUNDS, CHOICES, DEFAULTS, source_of
from chengmai.identity.signin.errors import BadSetting, UnknownSetting
from chengmai.identity.signin.events import PolicyChanged
from chengmai.identity.words import ADMINISTRATIONS, Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget


@dataclass(frozen=True)
class PolicyRow:
    """One row of the policy: the value in force, one that waits, and what may stand there."""

    key: str
    value: Any
    valid_from: date | None
    source: str
    clause: str
    lowest: int | None
    highest: int | None
    choices: tuple[str, ...]
    next_value: Any = None
    next_from: date | None = None


def policy_rows(actor: Actor, today: date) -> list[PolicyRow]:
    """Every row, for the security administrator and the auditor. NotYourDuty for others."""
    if not actor.has(Duty.SECURITY, Duty.AUDITOR):
        raise NotYourDuty("The security administrator keeps the policy.", duty=Duty.SECURITY)
    held: dict[str, list[Setting]] = {}
    for row in Setting.objects.filter(key__in=DEFAULTS).order_by("valid_from"):
        held.setdefault(row.key, []).append(row)
    return [_row(key, held.get(key, []), today) for key in DEFAULTS]


def _row(key: str, rows: list[Setting], today: date) -> PolicyRow:
    now = [row for row in rows if row.valid_from <= today][-1:]
    later = [row for row in rows if row.valid_from > today][:1]
    source, clause = (now[0].source, now[0].clause) if now else source_of(key)
    lowest, highest = BOUNDS.get(key, (None, None))
    return PolicyRow(
        key=key,
        value=now[0].value if now else DEFAULTS[key],
        valid_from=now[0].valid_from if now else None,
        source=source,
        clause=clause,
        lowest=lowest,
        highest=highest,
        choices=CHOICES.get(key, ()),
        next_value=later[0].value if later else None,
        next_from=later[0].valid_from if later else None,
    )


@transaction.atomic
def set_policy(
    *,
    key: str,
    value: Any,
    valid_from: date,
    source: str,
    actor: Actor,
    at: datetime,
    clause: str = "",
) -> None:
    """Give a row another value from a day on, today or later; the security administrator's doing.

    Refuses with UnknownSetting, or BadSetting naming the range.
    """
    if not actor.has(Duty.SECURITY, Duty.SYSTEM):
        raise NotYourDuty("The security administrator keeps the policy.", duty=Duty.SECURITY)
    if key not in DEFAULTS:
        raise UnknownSetting("No such row of the policy.", key=key[:60])
    refuse_bad_policy(key, value, begins_a_city=actor.has(Duty.SYSTEM))
    if valid_from < timezone.localdate(at) and actor.id is not None:
        raise BadSetting(
            "What was cannot be changed.", field="valid_from", remedy="Name a day from today on."
        )
    before = (
        Setting.objects.filter(key=key, valid_from__lte=valid_from).order_by("valid_from").last()
    )
    Setting.objects.update_or_create(
        key=key,
        valid_from=valid_from,
        defaults={
            "value": value,
            "source": source.strip()[:80] or "Chengmai",
            "clause": clause[:80],
        },
    )
    forget("identity.settings")
    publish(
        PolicyChanged(
            key=key,
            before=str(before.value if before else DEFAULTS[key]),
            after=str(value),
            valid_from=valid_from.isoformat(),
            at=at,
            actor_id=actor.id,
        )
    )


def refuse_bad_policy(key: str, value: Any, *, begins_a_city: bool = False) -> None:
    """BadSetting, naming the range or the choices, for a value that cannot stand there.

    Only the system, which begins the demo city, may let administrators in by password alone.
    """
    if key in BOUNDS:
        lowest, highest = BOUNDS[key]
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise BadSetting(
                "This number cannot stand here.",
                field="value",
                lowest=lowest,
                highest=highest,
                remedy=f"Give a whole number from {lowest} to {highest}.",
            )
    elif not isinstance(value, list) or not set(map(str, value)) <= set(CHOICES[key]):
        raise BadSetting(
            "These words cannot stand here.",
            field="value",
            choices=list(CHOICES[key]),
            remedy="Choose from the list.",
        )
    elif key == "second_factor_duties" and not begins_a_city and not set(value) >= ADMINISTRATIONS:
        raise BadSetting(
            "Administrators always give a second factor.",
            field="value",
            choices=list(CHOICES[key]),
            remedy="Leave the three administrations in the list.",
        )
