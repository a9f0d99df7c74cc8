"""API clients: proposed by the system administrator, approved by security, keys once shown."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.keys.errors import (
    BadClient,
    ClientNameTaken,
    ClientNotActive,
    ClientNotFound,
)
from chengmai.identity.keys.events import ClientDecided, ClientProposed, KeyIssued, KeyRevoked
from chengmai.identity.keys.rules import checked_addresses
from chengmai.identity.keys.words import KEY_MARK, ClientState, IssuedKey, Scope
from chengmai.identity.models import ApiClient, ApiKey, Person
from chengmai.identity.queries import organisation_card
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import setting
from chengmai.identity.tokens import hash_of
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

_MOST_PER_MINUTE, _MOST_PER_DAY = 6_000, 5_000_000


@transaction.atomic
def propose_client(
    *,
    name: str,
    purpose: str,
    organisation_id: int,
    scopes: Sequence[Scope],
    sees_whole_city: bool,
    addresses: Sequence[str],
    per_minute: int,
    per_day: int,
    actor: Actor,
    at: datetime,
) -> int:
    """Ask that a system may call the API; the client's number. It opens nothing before approval.

    Refuses with NotYourDuty, BadClient or ClientNameTaken.
    """
    me = _only(actor, Duty.ADMIN)
    organisation_card(organisation_id)
    if not name.strip() or not scopes:
        raise BadClient("A client needs a name and a scope.", field="scopes", remedy="Choose one.")
    for field, number, most in (
        ("per_minute", per_minute, _MOST_PER_MINUTE),
        ("per_day", per_day, _MOST_PER_DAY),
    ):
        if not 1 <= number <= most:
            raise BadClient("This quota cannot be.", field=field, remedy=f"From 1 to {most}.")
    try:
        with transaction.atomic():
            person = Person.objects.create(
                username=f"client:{secrets.token_hex(6)}",
                name=name.strip()[:60],
                password=make_password(None),
                organisation_id=organisation_id,
            )
            row = ApiClient.objects.create(
                name=name.strip()[:80],
                purpose=purpose.strip()[:200],
                person=person,
                organisation_id=organisation_id,
                scopes=sorted({scope.value for scope in scopes}),
                sees_whole_city=sees_whole_city,
                addresses=checked_addresses(addresses),
                per_minute=per_minute,
                per_day=per_day,
                proposed_by_id=me,
                proposed_at=at,
            )
    except IntegrityError:
        raise ClientNameTaken("Another client has this name.", field="name") from None
    publish(
        ClientProposed(
            client_id=row.pk,
            client_name=row.name,
            organisation_id=organisation_id,
            scopes=tuple(row.scopes),
            sees_whole_city=sees_whole_city,
            per_minute=per_minute,
            per_day=per_day,
            at=at,
            actor_id=actor.id,
        )
    )
    return row.pk


@transaction.atomic
def approve_client(*, client_id: int, actor: Actor, at: datetime) -> None:
    """Let a proposed client in; the security administrator's doing, never the proposer's."""
    _only(actor, Duty.SECURITY)
    row = _client(client_id, ClientState.PROPOSED)
    refuse_self_approval(row.proposed_by_id, actor.id)
    _decide(row, ClientState.ACTIVE, actor, at)


@transaction.atomic
def revoke_client(*, client_id: int, actor: Actor, at: datetime) -> None:
    """End a client and all its keys for good; security's or the system administrator's doing."""
    _only(actor, Duty.SECURITY, Duty.ADMIN)
    row = _client(client_id, ClientState.PROPOSED, ClientState.ACTIVE)
    ApiKey.objects.filter(client=row, revoked_at=None).update(revoked_at=at)
    _decide(row, ClientState.REVOKED, actor, at)


@transaction.atomic
def issue_key(*, client_id: int, actor: Actor, at: datetime) -> IssuedKey:
    """A fresh key of an approved client, shown this once; security's doing.

    Older keys go on for the overlap of the policy, so that the system can be changed over.
    """
    me = _only(actor, Duty.SECURITY)
    row = _client(client_id, ClientState.ACTIVE)
    prefix = secrets.token_hex(5)
    key = f"{KEY_MARK}_{prefix}_{secrets.token_urlsafe(32)}"
    expires_at = at + timedelta(days=setting("key_days"))
    until = at + timedelta(hours=setting("key_overlap_hours"))
    ApiKey.objects.filter(client=row, revoked_at=None, expires_at__gt=until).update(
        expires_at=until
    )
    made = ApiKey.objects.create(
        client=row,
        prefix=prefix,
        hash=hash_of(key),
        created_at=at,
        created_by_id=me,
        expires_at=expires_at,
    )
    publish(
        KeyIssued(
            client_id=row.pk,
            key_id=made.pk,
            prefix=prefix,
            expires_at=expires_at.isoformat(),
            at=at,
            actor_id=actor.id,
        )
    )
    return IssuedKey(made.pk, key, prefix, expires_at)


@transaction.atomic
def revoke_key(*, client_id: int, key_id: int, actor: Actor, at: datetime) -> None:
    """End one key at once; security's or the system administrator's doing."""
    _only(actor, Duty.SECURITY, Duty.ADMIN)
    found = ApiKey.objects.filter(pk=key_id, client_id=client_id, revoked_at=None)
    row = found.select_for_update().first()
    if row is None:
        raise ClientNotFound("No such key.", key_id=key_id)
    found.update(revoked_at=at)
    publish(
        KeyRevoked(client_id=client_id, key_id=row.pk, prefix=row.prefix, at=at, actor_id=actor.id)
    )


def _client(client_id: int, *states: ClientState) -> ApiClient:
    row = ApiClient.objects.select_for_update(no_key=True).filter(pk=client_id).first()
    if row is None:
        raise ClientNotFound("No such client.", client_id=client_id)
    if row.state not in states:
        raise ClientNotActive("The client is in another state.", state=row.state)
    return row


def _decide(row: ApiClient, state: ClientState, actor: Actor, at: datetime) -> None:
    ApiClient.objects.filter(pk=row.pk).update(state=state, decided_by_id=actor.id, decided_at=at)
    publish(ClientDecided(client_id=row.pk, state=state.value, at=at, actor_id=actor.id))


def _only(actor: Actor, *duties: Duty) -> int:
    """The number of the person who acts, and holds one of the duties; NotYourDuty otherwise."""
    if actor.id is None or not actor.has(*duties):
        raise NotYourDuty("Another administrator does this.", duty=duties[0])
    return actor.id
