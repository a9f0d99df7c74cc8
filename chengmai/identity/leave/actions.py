"""Lending duties for the time of a leave, taking them back, and standing in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from chengmai.identity.errors import NotYourDuty, PersonNotFound
from chengmai.identity.leave.errors import BadDelegation, DelegationNotFound, DelegationNotInForce
from chengmai.identity.leave.events import (
    ActingBegan,
    ActingEnded,
    DelegationRevoked,
    DutiesDelegated,
)
from chengmai.identity.leave.rules import refuse_bad_delegation
from chengmai.identity.models import Delegation, Person, Post, Session
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import setting
from chengmai.identity.words import Actor, Duty, Presence
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in


@transaction.atomic
def delegate(
    *,
    person_id: int,
    deputy_id: int,
    duties: Sequence[Duty],
    starts_at: datetime,
    ends_at: datetime,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> int:
    """Let the deputy stand in for the person from one time to another; its number.

    The person themselves does it, or the system administrator for who fell ill, though never to
    himself. Refuses with NotYourDuty, SelfApproval, PersonNotFound or BadDelegation. Who acts for
    another cannot lend their duties.
    """
    own = actor.id == person_id and actor.on_behalf_of is None
    if not own and not actor.has(Duty.ADMIN):
        raise NotYourDuty("Everybody lends only their own duties.")
    if not own:
        refuse_self_approval(deputy_id, actor.id)
    people = set(
        Person.objects.filter(pk__in=(person_id, deputy_id), active=True, api_client=None)
        .select_for_update(of=("self",), no_key=True)
        .values_list("pk", flat=True)
    )
    if person_id not in people or deputy_id not in people:
        raise PersonNotFound("No such person.", field="deputy_id")
    held = {
        Duty(d) for d in Post.objects.filter(person_id=person_id).values_list("duty", flat=True)
    }
    refuse_bad_delegation(
        person_id=person_id,
        deputy_id=deputy_id,
        duties=duties,
        held=held,
        starts_at=starts_at,
        ends_at=ends_at,
        at=at,
        most_days=setting("delegation_days"),
    )
    clash = Delegation.objects.filter(
        person_id=person_id, revoked_at=None, starts_at__lt=ends_at, ends_at__gt=starts_at
    ).filter(duties__overlap=[duty.value for duty in duties])
    if clash.exists():
        raise BadDelegation(
            "Somebody stands in with one of these duties then.",
            field="duties",
            remedy="Take the other delegation back first.",
        )
    row = Delegation.objects.create(
        person_id=person_id,
        deputy_id=deputy_id,
        duties=sorted({duty.value for duty in duties}),
        starts_at=starts_at,
        ends_at=ends_at,
        reason=mask_numbers_in(reason.strip())[:200],
        created_at=at,
        created_by_id=actor.id,
    )
    publish(
        DutiesDelegated(
            delegation_id=row.pk,
            person_id=person_id,
            deputy_id=deputy_id,
            duties=tuple(row.duties),
            starts_at=starts_at.isoformat(),
            ends_at=ends_at.isoformat(),
            people=(person_id, deputy_id),
            at=at,
            actor_id=actor.id,
        )
    )
    return row.pk


@transaction.atomic
def revoke_delegation(*, delegation_id: int, actor: Actor, at: datetime) -> None:
    """Take a delegation back, or give it up: either of the two, or the system administrator.

    Who is acting on it acts for themselves from the next request on.
    """
    row = Delegation.objects.select_for_update().filter(pk=delegation_id).first()
    if row is None or not (actor.id in (row.person_id, row.deputy_id) or actor.has(Duty.ADMIN)):
        raise DelegationNotFound("No such delegation.", delegation_id=delegation_id)
    if row.revoked_at is not None or row.ends_at <= at:
        raise DelegationNotInForce("This delegation is over.", delegation_id=delegation_id)
    Delegation.objects.filter(pk=row.pk).update(revoked_at=at)
    publish(
        DelegationRevoked(
            delegation_id=row.pk,
            person_id=row.person_id,
            deputy_id=row.deputy_id,
            people=(row.person_id, row.deputy_id),
            at=at,
            actor_id=actor.id,
        )
    )


@transaction.atomic
def begin_acting(*, presence: Presence, delegation_id: int, at: datetime) -> None:
    """Work in the colleague's place on this device from now on. DelegationNotFound for one that
    is not to this person, DelegationNotInForce outside its time."""
    row = Delegation.objects.filter(pk=delegation_id, deputy_id=presence.actor.id).first()
    if row is None:
        raise DelegationNotFound("No such delegation.", delegation_id=delegation_id)
    if row.revoked_at is not None or not row.starts_at <= at < row.ends_at:
        raise DelegationNotInForce("It is not its time.", delegation_id=delegation_id)
    Session.objects.filter(pk=presence.session_id or 0).update(delegation=row)
    publish(_acting(ActingBegan, row, at))


@transaction.atomic
def stop_acting(*, presence: Presence, at: datetime) -> None:
    """Work for oneself again; nothing happens for who did."""
    row = Delegation.objects.filter(pk=presence.delegation_id or 0).first()
    Session.objects.filter(pk=presence.session_id or 0).update(delegation=None)
    if row is not None:
        publish(_acting(ActingEnded, row, at))


def _acting(
    kind: type[ActingBegan] | type[ActingEnded], row: Delegation, at: datetime
) -> ActingBegan | ActingEnded:
    return kind(
        delegation_id=row.pk,
        person_id=row.person_id,
        deputy_id=row.deputy_id,
        at=at,
        actor_id=row.deputy_id,
    )
