"""Reads of signing in: who holds a token or key now, somebody's devices, tries to sign in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.models import Organisation, Session, SignInAttempt
from chengmai.identity.queries import POSTS, actor_from_row, organisation_cards
from chengmai.identity.settings import setting
from chengmai.identity.tokens import hash_of
from chengmai.identity.words import (
    Actor,
    Duty,
    OrganisationCard,
    OrganisationKind,
    Presence,
    Step,
)
from chengmai.kernel.prepared import prepared_cursor

# Whom the holder stands in for now; the delegation ends by itself.
_ACTING = f"""
    SELECT json_build_array(p.id, p.name, o.id, o.path, ({POSTS}), d.duties)
      FROM identity_delegation d
      JOIN identity_person p ON p.id = d.person_id AND p.active
      JOIN identity_organisation o ON o.id = p.organisation_id
     WHERE d.id = alive.delegation_id AND d.deputy_id = alive.person_id
       AND d.revoked_at IS NULL AND d.starts_at <= %(at)s AND d.ends_at > %(at)s"""  # noqa: S608 (no value is pasted in)

_PRESENCE = f"""
    WITH alive AS (
        SELECT id, person_id, last_seen_at, step, confirmed_at, expires_at, method, delegation_id
          FROM identity_session
         WHERE token_hash = %(hash)s AND ended_at IS NULL AND expires_at > %(at)s
           AND (idle_seconds IS NULL
                OR last_seen_at > %(at)s - make_interval(secs => idle_seconds))
    ), touched AS (
        UPDATE identity_session s SET last_seen_at = %(at)s FROM alive
         WHERE s.id = alive.id AND %(visiting)s AND alive.last_seen_at < %(at)s - interval '1 minute'
    )
    SELECT p.id, p.name, o.id, o.path, ({POSTS}), ({_ACTING}),
           alive.id, alive.step, alive.confirmed_at, alive.expires_at, alive.method,
           alive.delegation_id
      FROM alive JOIN identity_person p ON p.id = alive.person_id AND p.active
      JOIN identity_organisation o ON o.id = p.organisation_id"""  # noqa: S608


def presence_for_token(token: str, at: datetime, *, visiting: bool = True) -> Presence | None:
    """Whose session this token is now, or None. One SQL statement, which also notes the visit.

    The visit is noted at most once a minute, so that most requests write nothing. A screen that
    is merely open is not `visiting`: asking for it does not keep the session awake.
    """
    values: dict[str, Any] = {"hash": hash_of(token), "at": at, "visiting": visiting}
    with prepared_cursor() as cursor:
        cursor.execute(_PRESENCE, values)
        row = cursor.fetchone()
    if row is None:
        return None
    actor = actor_from_row(row[:5])
    if acting := _json(row[5]):
        actor = standing_in(actor, acting)
    session_id, step, confirmed_at, expires_at, method, delegation_id = row[6:]
    return Presence(
        actor=actor,
        session_id=session_id,
        step=Step(step),
        confirmed_at=confirmed_at,
        expires_at=expires_at,
        method=method,
        delegation_id=delegation_id if actor.on_behalf_of is not None else None,
    )


def actor_for_token(token: str, at: datetime, *, visiting: bool = True) -> Actor | None:
    """Who holds this token now, signed in to the end; or None. One SQL statement."""
    presence = presence_for_token(token, at, visiting=visiting)
    return presence.actor if presence and presence.step is Step.DONE else None


def standing_in(deputy: Actor, acting: Sequence[Any]) -> Actor:
    """The deputy with the delegated duties and the scope of the person on leave, and no others."""
    *row, duties = acting
    wanted = {str(duty) for duty in duties}
    posts = [post for post in _json(row[4]) or [] if post[0] in wanted]
    absent = actor_from_row([*row[:4], posts])
    return replace(
        absent,
        id=deputy.id,
        name=deputy.name,
        on_behalf_of=absent.id,
        on_behalf_of_name=absent.name,
    )


def home_of(organisation_id: int) -> OrganisationCard:
    """The organisation of somebody who signs in, also one made a moment ago or out of use."""
    found = organisation_cards().get(organisation_id)
    if found is not None:
        return found
    row = Organisation.objects.get(pk=organisation_id)
    kind = OrganisationKind(row.kind)
    return OrganisationCard(row.pk, row.name, kind, row.path, row.parent_id, row.division)


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class DeviceCard:
    """One session of a person as a device: what it is, where from, since when."""

    id: int
    user_agent: str
    address: str
    method: str
    step: Step
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    ended_why: str


def devices_of(person_id: int, at: datetime, *, ended: bool = False) -> list[DeviceCard]:
    """The person's living sessions, newest use first; with `ended` also those that are over."""
    rows = Session.objects.filter(person_id=person_id).order_by("-last_seen_at", "-id")
    if not ended:
        rows = rows.filter(ended_at=None, expires_at__gt=at)
    return [_device(row) for row in rows[:100] if ended or not _asleep(row, at)]


def _asleep(row: Session, at: datetime) -> bool:
    idle = row.idle_seconds
    return idle is not None and row.last_seen_at <= at - timedelta(seconds=idle)


def _device(row: Session) -> DeviceCard:
    return DeviceCard(
        row.pk,
        row.user_agent,
        row.address,
        row.method,
        Step(row.step),
        row.created_at,
        row.last_seen_at,
        row.expires_at,
        row.ended_at,
        row.ended_why,
    )


def attempts_seen_by(actor: Actor) -> QuerySet[SignInAttempt]:
    """Tries to sign in: for the auditor, who judges, and security, who locks. NotYourDuty."""
    if not actor.has(Duty.AUDITOR, Duty.SECURITY):
        raise NotYourDuty("The auditor reads who tried to sign in.", duty=Duty.AUDITOR)
    return SignInAttempt.objects.all()


def recently_confirmed(presence: Presence, at: datetime, setting_key: str) -> bool:
    """Whether the holder gave a password or factor within the minutes of this setting."""
    if presence.session_id is None or presence.confirmed_at is None:
        return False
    return at - presence.confirmed_at <= timedelta(minutes=setting(setting_key))
