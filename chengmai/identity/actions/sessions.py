"""Signing in and out, and keys of systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from chengmai.identity.errors import Locked, NotYourDuty, TooManySignIns, WrongPassword
from chengmai.identity.events import PersonLocked, SignedIn
from chengmai.identity.models import Person, Session, SignInAttempt
from chengmai.identity.queries import actor_of
from chengmai.identity.rules import after_wrong_password
from chengmai.identity.settings import setting
from chengmai.identity.tokens import hash_of, new_token
from chengmai.identity.words import Actor, Duty, SessionKind
from chengmai.kernel.ledger import publish


@dataclass(frozen=True)
class SignedInSession:
    """What a successful sign-in gives: the token is shown once and kept nowhere in clear."""

    token: str
    expires_at: datetime
    actor: Actor


def sign_in(*, username: str, password: str, at: datetime, address: str = "") -> SignedInSession:
    """Open a session. Refuses with WrongPassword, Locked or TooManySignIns.

    The password is checked before any row is locked, because Argon2 is slow on purpose; an
    unknown name costs the same time as a wrong password.
    """
    _refuse_flood(address, at)
    person = Person.objects.filter(username=username, active=True).first()
    right = check_password(password, person.password if person else _some_hash())
    if person is None:
        _note(address, username, at, succeeded=False)
        raise WrongPassword("The name or the password is wrong.")
    refused = _count(person.id, right=right, at=at, address=address)
    if refused is not None:
        raise refused
    return _open(person, at, address)


@transaction.atomic
def _count(
    person_id: int, *, right: bool, at: datetime, address: str
) -> WrongPassword | Locked | None:
    """Count this try under a lock of the person; the refusal is returned, so the count stays."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    if person.locked_until is not None and person.locked_until > at:
        _note(address, person.username, at, succeeded=False)
        return _locked(person.locked_until)
    _note(address, person.username, at, succeeded=right)
    if right:
        if person.failed_count or person.locked_until:
            Person.objects.filter(pk=person_id).update(failed_count=0, locked_until=None)
        return None
    count, until = after_wrong_password(
        person.failed_count,
        at,
        allowed=setting("wrong_passwords_allowed"),
        lock=timedelta(minutes=setting("lock_minutes")),
    )
    Person.objects.filter(pk=person_id).update(failed_count=count, locked_until=until)
    if until is None:
        return WrongPassword("The name or the password is wrong.")
    publish(PersonLocked(person_id=person_id, address=address, until=until.isoformat(), at=at))
    return _locked(until)


@transaction.atomic
def _open(person: Person, at: datetime, address: str) -> SignedInSession:
    token = new_token()
    expires_at = at + timedelta(hours=setting("session_hours"))
    Session.objects.filter(person=person, expires_at__lt=at).delete()
    Session.objects.create(
        token_hash=hash_of(token),
        person=person,
        kind=SessionKind.STAFF,
        created_at=at,
        last_seen_at=at,
        expires_at=expires_at,
        idle_seconds=60 * setting("session_idle_minutes"),
    )
    publish(SignedIn(person_id=person.id, address=address, at=at, actor_id=person.id))
    return SignedInSession(token, expires_at, actor_of(person.id))


def sign_out(token: str) -> None:
    """End the session of this token; nothing happens where there is none."""
    Session.objects.filter(token_hash=hash_of(token)).delete()


@transaction.atomic
def issue_key(*, person_id: int, label: str, actor: Actor, at: datetime) -> str:
    """A key for a system, valid for the days of the setting; an administrator's doing.

    Returns the token, which is not shown again.
    """
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator issues keys.", duty=Duty.ADMIN)
    token = new_token()
    Session.objects.create(
        token_hash=hash_of(token),
        person_id=person_id,
        kind=SessionKind.KEY,
        label=label,
        created_at=at,
        last_seen_at=at,
        expires_at=at + timedelta(days=setting("key_days")),
    )
    return token


def _refuse_flood(address: str, at: datetime) -> None:
    recent = SignInAttempt.objects.filter(
        address=address, at__gt=at - timedelta(minutes=1), at__lte=at
    )
    if recent.count() >= setting("sign_ins_per_minute"):
        raise TooManySignIns("Too many tries from this address; wait a minute.", seconds=60)


def _note(address: str, username: str, at: datetime, *, succeeded: bool) -> None:
    SignInAttempt.objects.create(
        address=address[:45], username=username[:60], succeeded=succeeded, at=at
    )


def _locked(until: datetime) -> Locked:
    return Locked("Too many wrong passwords; try again later.", until=until.isoformat())


@cache
def _some_hash() -> str:
    return make_password("nobody has this password")
