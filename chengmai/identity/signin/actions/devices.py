"""Sessions as devices: ending one, the others, or everything of somebody; opening a lock; the purge."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from chengmai.identity.errors import NotYourDuty, PersonNotFound
from chengmai.identity.models import Ceremony, Person, Session, SignInAttempt
from chengmai.identity.settings import setting
from chengmai.identity.signin.actions.sessions import end_sessions
from chengmai.identity.signin.errors import DeviceNotFound
from chengmai.identity.signin.events import PersonUnlocked
from chengmai.identity.words import Actor, Duty, Presence
from chengmai.kernel.ledger import publish


@transaction.atomic
def end_own_session(*, presence: Presence, session_id: int, at: datetime) -> None:
    """End one of one's own sessions. DeviceNotFound for what is not one's own, or is over."""
    me = presence.actor.id or 0
    found = Session.objects.filter(pk=session_id, person_id=me, ended_at=None)
    if not end_sessions(found, why="signed_out", actor_id=me, at=at):
        raise DeviceNotFound("No such device.", session_id=session_id)


@transaction.atomic
def end_other_sessions(*, presence: Presence, at: datetime) -> int:
    """End every session of one's own but this one; how many."""
    me = presence.actor.id or 0
    others = Session.objects.filter(person_id=me, ended_at=None).exclude(
        pk=presence.session_id or 0
    )
    return end_sessions(others, why="signed_out", actor_id=me, at=at)


@transaction.atomic
def force_out(*, person_id: int, actor: Actor, at: datetime) -> int:
    """End every session of somebody else; the security administrator's doing. How many."""
    _security_only(actor)
    if not Person.objects.filter(pk=person_id).exists():
        raise PersonNotFound("No such person.", person_id=person_id)
    living = Session.objects.filter(person_id=person_id, ended_at=None)
    return end_sessions(living, why="forced_out", actor_id=actor.id, at=at)


@transaction.atomic
def unlock(*, person_id: int, actor: Actor, at: datetime) -> None:
    """Open an account that wrong tries have locked; the security administrator's doing."""
    _security_only(actor)
    if actor.id == person_id:
        raise NotYourDuty("Another administrator opens your lock.", duty=Duty.SECURITY)
    changed = Person.objects.filter(pk=person_id).update(failed_count=0, locked_until=None)
    if not changed:
        raise PersonNotFound("No such person.", person_id=person_id)
    publish(PersonUnlocked(person_id=person_id, at=at, actor_id=actor.id))


def purge(*, at: datetime) -> dict[str, int]:
    """Forget sessions and tries older than the policy keeps them, and challenges that ran out."""
    old = at - timedelta(days=setting("sessions_kept_days"))
    gone = Session.objects.filter(Q(ended_at__lt=old) | Q(expires_at__lt=old)).delete()[0]
    until = at - timedelta(days=setting("attempts_kept_days"))
    tries = SignInAttempt.objects.filter(at__lt=until).delete()[0]
    waiting = Ceremony.objects.filter(expires_at__lt=at).delete()[0]
    return {"sessions": gone, "attempts": tries, "ceremonies": waiting}


def _security_only(actor: Actor) -> None:
    if not actor.has(Duty.SECURITY):
        raise NotYourDuty("The security administrator does this.", duty=Duty.SECURITY)
