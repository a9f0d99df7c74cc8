"""Challenges that wait for their one answer."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from chengmai.identity.errors import TooManySignIns
from chengmai.identity.models import Ceremony
from chengmai.identity.settings import setting
from chengmai.identity.signin.errors import CeremonyOver

SECONDS = 300  # to find the key, or to sign in at the provider


def begin_ceremony(
    *, kind: str, secret: dict[str, Any], at: datetime, address: str, person_id: int | None = None
) -> str:
    """Keep a challenge for some minutes; its id. TooManySignIns for an address that asks too often."""
    recent = Ceremony.objects.filter(address=address, created_at__gt=at - timedelta(minutes=1))
    if recent.count() >= setting("sign_ins_per_minute"):
        raise TooManySignIns("Too many tries from this address; wait a minute.", seconds=60)
    values: dict[str, Any] = {"kind": kind, "secret": secret, "person_id": person_id}
    row = Ceremony.objects.create(
        **values, address=address[:45], created_at=at, expires_at=at + timedelta(seconds=SECONDS)
    )
    return str(row.pk)


def take_ceremony(
    *, ceremony_id: str, kind: str, at: datetime, person_id: int | None = None
) -> dict[str, Any]:
    """The challenge, which this takes away: the second answer to it is refused (CeremonyOver)."""
    try:
        number = uuid.UUID(ceremony_id)
    except ValueError:
        raise _over() from None
    waiting = Ceremony.objects.filter(pk=number, kind=kind)
    if person_id is None:
        found = waiting.filter(person__isnull=True).first()
    else:
        found = waiting.filter(person_id=person_id).first()
    if found is None:
        raise _over()
    gone, _ = Ceremony.objects.filter(pk=number).delete()
    if not gone or found.expires_at <= at:
        raise _over()
    return dict(found.secret)


def _over() -> CeremonyOver:
    return CeremonyOver("This challenge is over; begin again.")
