"""Reads of leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from chengmai.identity.models import Delegation
from chengmai.identity.words import Actor, Duty


@dataclass(frozen=True)
class DelegationCard:
    """A delegation with both names; `state` is `waiting`, `running`, `over` or `revoked`."""

    id: int
    person_id: int
    person_name: str
    deputy_id: int
    deputy_name: str
    duties: tuple[str, ...]
    starts_at: datetime
    ends_at: datetime
    reason: str
    state: str


def delegations_seen_by(
    actor: Actor, at: datetime, *, everybody: bool = False
) -> list[DelegationCard]:
    """Those of and to the actor that are not long over; all of them for administrators who ask."""
    rows: QuerySet[Delegation] = Delegation.objects.select_related("person", "deputy")
    if not (everybody and actor.has(Duty.ADMIN, Duty.AUDITOR)):
        rows = rows.filter(Q(person_id=actor.id) | Q(deputy_id=actor.id))
    recent = rows.filter(ends_at__gt=at - timedelta(days=90)).order_by("-starts_at", "-id")[:200]
    return [_card(row, at) for row in recent]


def deputies_of(person_id: int, at: datetime) -> list[int]:
    """Who stands in for this person now; for whoever tells people of their work."""
    rows = Delegation.objects.filter(
        person_id=person_id, revoked_at=None, starts_at__lte=at, ends_at__gt=at
    )
    return sorted(set(rows.values_list("deputy_id", flat=True)))


def _card(row: Delegation, at: datetime) -> DelegationCard:
    return DelegationCard(
        row.pk,
        row.person_id,
        row.person.name,
        row.deputy_id,
        row.deputy.name,
        tuple(row.duties),
        row.starts_at,
        row.ends_at,
        row.reason,
        _state(row, at),
    )


def _state(row: Delegation, at: datetime) -> str:
    if row.revoked_at is not None:
        return "revoked"
    if row.ends_at <= at:
        return "over"
    return "running" if row.starts_at <= at else "waiting"
