"""Passwords: chosen by their owner, checked against the policy, reset by an administrator."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import cache
from pathlib import Path

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from chengmai.identity.errors import NotYourDuty, PersonNotFound, WrongPassword
from chengmai.identity.models import Person, Session, UsedPassword
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import setting
from chengmai.identity.signin.actions.sessions import (
    SignedInSession,
    advance,
    count_try,
    end_sessions,
)
from chengmai.identity.signin.errors import (
    CurrentPasswordWrong,
    PasswordUsedBefore,
    WeakPassword,
)
from chengmai.identity.signin.events import PasswordChanged
from chengmai.identity.signin.rules import PasswordPolicy, weaknesses
from chengmai.identity.words import Actor, Duty, Presence, Step
from chengmai.kernel.ledger import publish

_COMMON = Path(__file__).resolve().parents[1] / "fixtures" / "common_passwords.txt"


def password_policy() -> PasswordPolicy:
    """What is asked of a password today."""
    return PasswordPolicy(
        length=setting("password_length"),
        classes=setting("password_classes"),
        history=setting("password_history"),
        days=setting("password_days"),
    )


def refuse_weak(password: str, username: str) -> None:
    """WeakPassword, with every reason, for a password below the policy."""
    asked = password_policy()
    if why := weaknesses(password, username, asked, common_passwords()):
        raise WeakPassword(
            "The password is too weak.",
            field="password",
            why=why,
            length=asked.length,
            classes=asked.classes,
            remedy="Choose a longer one of several kinds of characters that nobody guesses.",
        )


@cache
def common_passwords() -> frozenset[str]:
    """Passwords that everybody tries first, and words that such passwords are made of."""
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and line[0] != "#")


def change_password(
    *, presence: Presence, current: str, new: str, at: datetime, address: str
) -> SignedInSession:
    """Choose a new password; every other session of the person ends, this one goes on.

    Refuses with CurrentPasswordWrong (which counts, up to Locked), WeakPassword or
    PasswordUsedBefore. The slow hashes are computed before anything is locked.
    """
    person = Person.objects.get(pk=presence.actor.id or 0)
    right = check_password(current, person.password)
    refused = count_try(person.pk, right=right, at=at, address=address, how="password_change")
    if isinstance(refused, WrongPassword):
        raise CurrentPasswordWrong("This is not your present password.", field="current")
    if refused is not None:
        raise refused
    refuse_weak(new, person.username)
    _refuse_used(person, new)
    return _set_own(person, make_password(new), presence, at)


@transaction.atomic
def _set_own(person: Person, hashed: str, presence: Presence, at: datetime) -> SignedInSession:
    _set(person, hashed, at, must_change=False)
    others = Session.objects.filter(person=person, ended_at=None).exclude(
        pk=presence.session_id or 0
    )
    end_sessions(others, why="password_changed", actor_id=person.pk, at=at)
    publish(PasswordChanged(person_id=person.pk, by_reset=False, at=at, actor_id=person.pk))
    proved = presence.step in (Step.PASSWORD, Step.DONE)
    return advance(session_id=presence.session_id or 0, at=at, factor_proved=proved)


@transaction.atomic
def reset_password(*, person_id: int, actor: Actor, at: datetime) -> str:
    """A one-time password for somebody who forgot theirs; it must be changed at once, and every
    session of theirs ends. Said once, kept nowhere. An administrator's doing, never for themselves.
    """
    password = secrets.token_urlsafe(12)
    give_password(person_id=person_id, password=password, actor=actor, at=at)
    return password


@transaction.atomic
def give_password(*, person_id: int, password: str, actor: Actor, at: datetime) -> None:
    """The same with a password that the administrator chose."""
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("The system administrator resets passwords.", duty=Duty.ADMIN)
    refuse_self_approval(person_id, actor.id)
    person = Person.objects.select_for_update(no_key=True).filter(pk=person_id).first()
    if person is None or hasattr(person, "api_client"):
        raise PersonNotFound("No such person.", person_id=person_id)
    _set(person, make_password(password), at, must_change=True)
    Person.objects.filter(pk=person_id).update(failed_count=0, locked_until=None)
    living = Session.objects.filter(person=person, ended_at=None)
    end_sessions(living, why="password_reset", actor_id=actor.id, at=at)
    publish(PasswordChanged(person_id=person_id, by_reset=True, at=at, actor_id=actor.id))


def _set(person: Person, hashed: str, at: datetime, *, must_change: bool) -> None:
    UsedPassword.objects.create(person=person, password=person.password, at=at)
    kept = UsedPassword.objects.filter(person=person).order_by("-id")[: password_policy().history]
    UsedPassword.objects.filter(person=person).exclude(pk__in=[row.pk for row in kept]).delete()
    Person.objects.filter(pk=person.pk).update(
        password=hashed, password_changed_at=at, must_change_password=must_change
    )


def _refuse_used(person: Person, new: str) -> None:
    last = password_policy().history
    used = UsedPassword.objects.filter(person=person).order_by("-id")[: max(0, last - 1)]
    before = [person.password, *(row.password for row in used)] if last else []
    if any(check_password(new, hashed) for hashed in before):
        raise PasswordUsedBefore("This is one of your last passwords.", field="password", last=last)
