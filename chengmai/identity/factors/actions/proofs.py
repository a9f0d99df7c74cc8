"""Proving oneself with a factor: to come in, to go on, or to confirm; and giving factors up."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import check_password
from django.db import transaction

from chengmai.identity.errors import NotYourDuty, PersonNotFound, WrongPassword
from chengmai.identity.factors.actions.codes import take_code, take_recovery_code
from chengmai.identity.factors.errors import FactorNotFound, LastFactor, WrongCode
from chengmai.identity.factors.events import FactorRemoved
from chengmai.identity.factors.queries import factors_of
from chengmai.identity.models import Passkey, Person, Post, RecoveryCode, Session, Totp
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import setting_words
from chengmai.identity.signin.actions import (
    Device,
    SignedInSession,
    advance,
    confirm_session,
    count_try,
    end_sessions,
    open_session,
    reset_password,
)
from chengmai.identity.signin.errors import CurrentPasswordWrong
from chengmai.identity.words import SYSTEM, Actor, Duty, Presence, Step
from chengmai.kernel.ledger import publish


def prove_with_code(
    *, presence: Presence, code: str, recovery: bool, at: datetime, address: str
) -> str:
    """`totp` or `recovery`, when the code is right. Wrong ones count like wrong passwords:
    WrongCode, then Locked."""
    person_id, how = presence.actor.id or 0, "recovery" if recovery else "totp"
    take = take_recovery_code if recovery else take_code
    right = take(person_id=person_id, code=code, at=at)
    refused = count_try(person_id, right=right, at=at, address=address, how=how)
    if isinstance(refused, WrongPassword):
        raise WrongCode("This is not the code of now, or it was used before.", field="code")
    if refused is not None:
        raise refused
    return how


def prove_with_password(*, presence: Presence, password: str, at: datetime, address: str) -> str:
    """`password`, when it is right; only for who has no second factor. Wrong ones count."""
    person = Person.objects.get(pk=presence.actor.id or 0)
    if factors_of(person.pk):
        raise WrongCode("Give the second factor instead of the password.", field="code")
    right = check_password(password, person.password)
    refused = count_try(person.pk, right=right, at=at, address=address, how="password")
    if isinstance(refused, WrongPassword):
        raise CurrentPasswordWrong("This is not the password.", field="password")
    if refused is not None:
        raise refused
    return "password"


def go_on(*, presence: Presence, proved: str, at: datetime) -> SignedInSession | None:
    """After a proof: the next step of the sign-in, or, for who is in already, a note that the
    proof is fresh (then None, for the token stays)."""
    number = presence.session_id or 0
    if presence.step is Step.FACTOR:
        return advance(session_id=number, at=at, proved=proved)
    confirm_session(session_id=number, at=at)
    return None


def sign_in_with_passkey(*, person_id: int, device: Device, at: datetime) -> SignedInSession:
    """A session for the owner of a passkey that has verified its user: both factors at once."""
    person = Person.objects.filter(pk=person_id, active=True).first()
    if person is None:
        raise PersonNotFound("No such person.", person_id=person_id)
    refused = count_try(person.pk, right=True, at=at, address=device.address, how="passkey")
    if refused is not None:
        raise refused
    return open_session(person, at=at, device=device, method="passkey", factor_proved=True)


@transaction.atomic
def remove_factor(*, person_id: int, factor: str, passkey_id: int | None, at: datetime) -> None:
    """Give one's own factor up. LastFactor where duties need one and this is the only one."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    codes = Totp.objects.filter(person_id=person_id, confirmed_at__isnull=False)
    keys = Passkey.objects.filter(person_id=person_id)
    if factor == "totp":
        there, left = codes.exists(), keys.exists()
    else:
        there = keys.filter(pk=passkey_id or 0).exists()
        left = codes.exists() or keys.exclude(pk=passkey_id or 0).exists()
    if not there:
        raise FactorNotFound("No such factor.", factor=factor)
    needed = Post.objects.filter(
        person_id=person_id, duty__in=setting_words("second_factor_duties")
    ).exists()
    if needed and not left:
        raise LastFactor("Your duties need a second factor: add another one first.")
    if factor == "totp":
        codes.delete()
    else:
        keys.filter(pk=passkey_id or 0).delete()
    if not left:
        RecoveryCode.objects.filter(person_id=person_id).delete()
    publish(FactorRemoved(person_id=person_id, factor=factor, at=at, actor_id=person_id))


@transaction.atomic
def rescue_account(*, username: str, at: datetime) -> str:
    """A one-time password for an account that nobody else can help, without its factors.

    For the server's own hand (`chengmai administrator reset`); it stands in the ledger without an
    actor. PersonNotFound.
    """
    person = Person.objects.filter(username=username, api_client=None).first()
    if person is None:
        raise PersonNotFound("No such person.", username=username)
    remove_factors_of(person_id=person.pk, actor=SYSTEM, at=at)
    return reset_password(person_id=person.pk, actor=SYSTEM, at=at)


@transaction.atomic
def remove_factors_of(*, person_id: int, actor: Actor, at: datetime) -> None:
    """Take every factor from somebody who lost them, and end their sessions; they enrol anew.

    The security administrator's doing, never for themselves. Alone it opens nothing: the
    password is somebody else's to reset.
    """
    if not actor.has(Duty.SECURITY, Duty.SYSTEM):
        raise NotYourDuty("The security administrator removes factors.", duty=Duty.SECURITY)
    refuse_self_approval(person_id, actor.id)
    if not Person.objects.select_for_update(no_key=True).filter(pk=person_id).exists():
        raise PersonNotFound("No such person.", person_id=person_id)
    for table in (Totp, Passkey, RecoveryCode):
        table.objects.filter(person_id=person_id).delete()
    end_sessions(
        Session.objects.filter(person_id=person_id, ended_at=None),
        why="factors_removed",
        actor_id=actor.id,
        at=at,
    )
    publish(FactorRemoved(person_id=person_id, factor="all", at=at, actor_id=actor.id))
