"""Reads of second factors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chengmai.identity.models import Passkey, RecoveryCode, Totp


@dataclass(frozen=True)
class PasskeyCard:
    """A passkey as its owner sees it."""

    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True)
class FactorsCard:
    """Everything that somebody can prove themselves with beside the password."""

    totp_since: datetime | None
    totp_last_used_at: datetime | None
    passkeys: tuple[PasskeyCard, ...]
    recovery_codes_left: int


def factors_of(person_id: int) -> list[str]:
    """The kinds of second factor that this person has: `totp`, `passkey`, `recovery`."""
    found = []
    if Totp.objects.filter(person_id=person_id, confirmed_at__isnull=False).exists():
        found.append("totp")
    if Passkey.objects.filter(person_id=person_id).exists():
        found.append("passkey")
    if found and RecoveryCode.objects.filter(person_id=person_id, used_at=None).exists():
        found.append("recovery")
    return found


def factors_card(person_id: int) -> FactorsCard:
    """The person's factors in detail, without any secret."""
    totp = Totp.objects.filter(person_id=person_id, confirmed_at__isnull=False).first()
    keys = Passkey.objects.filter(person_id=person_id).order_by("id")
    return FactorsCard(
        totp.confirmed_at if totp else None,
        totp.last_used_at if totp else None,
        tuple(PasskeyCard(k.pk, k.name, k.created_at, k.last_used_at) for k in keys),
        RecoveryCode.objects.filter(person_id=person_id, used_at=None).count(),
    )
