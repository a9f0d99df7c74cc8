"""Reads of API clients: who a key belongs to, and what the administrators see."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.keys.words import KEY_MARK, ClientState
from chengmai.identity.models import ApiClient, ApiKey, ClientUse
from chengmai.identity.tokens import hash_of
from chengmai.identity.words import Actor, ClientCard, Duty, Presence
from chengmai.kernel.prepared import prepared_cursor

MAY_LOOK = (Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)

_KEY = """
    WITH found AS (
        SELECT k.id, k.hash, k.last_used_at, c.id AS client_id, c.name, c.person_id, c.scopes,
               c.addresses, c.per_minute, c.per_day, c.sees_whole_city, o.id AS organisation_id,
               o.path, k.expires_at
          FROM identity_apikey k
          JOIN identity_apiclient c ON c.id = k.client_id AND c.state = 'active'
          JOIN identity_organisation o ON o.id = c.organisation_id
         WHERE k.prefix = %(prefix)s AND k.revoked_at IS NULL AND k.expires_at > %(at)s
           AND k.hash = %(hash)s
    ), touched AS (
        UPDATE identity_apikey k SET last_used_at = %(at)s FROM found
         WHERE k.id = found.id
           AND (found.last_used_at IS NULL OR found.last_used_at < %(at)s - interval '1 minute')
    )
    SELECT * FROM found"""


def presence_for_key(key: str, at: datetime) -> Presence | None:
    """The client that holds this key now, or None. One SQL statement, which also notes the use.

    The client acts with no duty at all: what it may do is its scopes, how far it sees is its
    organisation, or the whole city where that was approved.
    """
    mark, _, rest = key.partition("_")
    prefix, _, secret = rest.partition("_")
    if mark != KEY_MARK or not secret or len(prefix) > 12:
        return None
    values: dict[str, Any] = {"prefix": prefix, "hash": hash_of(key), "at": at}
    with prepared_cursor() as cursor:
        cursor.execute(_KEY, values)
        row = cursor.fetchone()
    if row is None or not hmac.compare_digest(row[1], hash_of(key)):
        return None
    return _presence(row)


def _presence(row: tuple[Any, ...]) -> Presence:
    (_, _, _, client_id, name, person_id, scopes, addresses, per_minute, per_day) = row[:10]
    whole, organisation_id, path, expires_at = row[10:]
    return Presence(
        actor=Actor(
            id=person_id,
            name=name,
            organisation_id=organisation_id,
            organisation_path=path,
            sees_whole_city=whole,
            client_id=client_id,
        ),
        expires_at=expires_at,
        method="key",
        client=ClientCard(
            client_id, name, frozenset(scopes), tuple(addresses), per_minute, per_day
        ),
    )


@dataclass(frozen=True)
class KeyCard:
    """A key as administrators see it; never the key itself."""

    id: int
    prefix: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True)
class ClientView:
    """A client with its keys and what it used today."""

    id: int
    name: str
    purpose: str
    organisation_id: int
    organisation_name: str
    scopes: tuple[str, ...]
    sees_whole_city: bool
    addresses: tuple[str, ...]
    per_minute: int
    per_day: int
    state: ClientState
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    keys: tuple[KeyCard, ...]
    requests_today: int
    refused_today: int


def clients_seen_by(actor: Actor, today: date) -> list[ClientView]:
    """Every client, newest first, for the three administrators. Three statements; NotYourDuty."""
    if not actor.has(*MAY_LOOK):
        raise NotYourDuty("Administrators look after API clients.", duty=Duty.ADMIN)
    used = {row.client_id: row for row in ClientUse.objects.filter(day=today)}
    rows = (
        ApiClient.objects.select_related("organisation", "proposed_by", "decided_by")
        .prefetch_related("keys")
        .order_by("-id")
    )
    return [_view(row, used.get(row.pk)) for row in rows]


def _view(row: ApiClient, use: ClientUse | None) -> ClientView:
    keys = sorted(row.keys.all(), key=lambda key: -key.pk)
    return ClientView(
        id=row.pk,
        name=row.name,
        purpose=row.purpose,
        organisation_id=row.organisation_id,
        organisation_name=row.organisation.name,
        scopes=tuple(row.scopes),
        sees_whole_city=row.sees_whole_city,
        addresses=tuple(row.addresses),
        per_minute=row.per_minute,
        per_day=row.per_day,
        state=ClientState(row.state),
        proposed_by=row.proposed_by.name,
        proposed_at=row.proposed_at,
        decided_by=row.decided_by.name if row.decided_by else None,
        decided_at=row.decided_at,
        keys=tuple(_key(key) for key in keys),
        requests_today=use.requests if use else 0,
        refused_today=use.refused if use else 0,
    )


def _key(row: ApiKey) -> KeyCard:
    return KeyCard(
        row.pk, row.prefix, row.created_at, row.expires_at, row.revoked_at, row.last_used_at
    )
