"""Signing in step by step, and signing out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from chengmai.identity.errors import Locked, TooManySignIns, WrongPassword
from chengmai.identity.models import Passkey, Person, Post, Session, SignInAttempt, Totp
from chengmai.identity.queries import actor_of
from chengmai.identity.rules import after_wrong_password, locked_after
from chengmai.identity.settings import setting, setting_words
from chengmai.identity.signin.events import PersonLocked, SessionsEnded, SignedIn
from chengmai.identity.signin.rules import password_has_aged, step_after
from chengmai.identity.tokens import hash_of, new_token
from chengmai.identity.words import Actor, Step
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import publish
from chengmai.kernel.secrets import blind_index


@dataclass(frozen=True)
class SignedInSession:
    """What a right password opens: the token is shown once and kept nowhere in clear."""

    token: str
    expires_at: datetime
    actor: Actor
    step: Step = Step.DONE
    session_id: int = 0


@dataclass(frozen=True)
class Device:
    """From where and with what somebody signs in."""

    address: str = ""
    user_agent: str = ""


def sign_in(
    *, username: str, password: str, at: datetime, address: str = "", user_agent: str = ""
) -> SignedInSession:
    """Open a session. Refuses with WrongPassword, Locked or TooManySignIns.

    The password is checked before any row is locked, because Argon2 is slow on purpose; an
    unknown name costs the same work as a wrong password. `step` says what is still to do.
    """
    refuse_flood(address, at)
    person = Person.objects.filter(username=username, active=True).first()
    right = check_password(password, person.password if person else _some_hash())
    if person is None:
        raise _as_if_known(username, at, address)
    refused = count_try(person.id, right=right, at=at, address=address, how="password")
    if refused is not None:
        raise refused
    return open_session(
        person, at=at, device=Device(address, user_agent), method="password", factor_proved=False
    )


@transaction.atomic
def count_try(
    person_id: int, *, right: bool, at: datetime, address: str, how: str
) -> Refusal | None:
    """Count a try under a lock of the person; the refusal is returned, so that the count stays."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    if person.locked_until is not None and person.locked_until > at:
        note(address, person.username, at, succeeded=False, how=how)
        return _locked(person.locked_until)
    note(address, person.username, at, succeeded=right, how=how)
    if right:
        # Wrong tries are forgotten when somebody is in, not at a right password alone: else the
        # code behind it could be guessed without end.
        if person.locked_until:
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
def open_session(
    person: Person, *, at: datetime, device: Device, method: str, factor_proved: bool
) -> SignedInSession:
    """A session of this person, as far as they have come; a limited one lives some minutes only."""
    token, step = new_token(), next_step(person, at, factor_proved=factor_proved)
    session = Session.objects.create(
        token_hash=hash_of(token),
        person=person,
        created_at=at,
        last_seen_at=at,
        expires_at=_expiry(step, at),
        idle_seconds=60 * setting("session_idle_minutes"),
        step=step,
        confirmed_at=at,
        method=method,
        address=device.address[:45],
        user_agent=device.user_agent[:200],
    )
    if step is Step.DONE:
        _let_in(session, person, at)
    return SignedInSession(token, session.expires_at, actor_of(person.id), step, session.pk)


def next_step(person: Person, at: datetime, *, factor_proved: bool) -> Step:
    """What this person must do next. At most three statements."""
    has_factor = (
        Totp.objects.filter(person=person, confirmed_at__isnull=False).exists()
        or Passkey.objects.filter(person=person).exists()
    )
    return step_after(
        factor_proved=factor_proved,
        has_factor=has_factor,
        needs_factor=needs_factor(person),
        must_change=person.must_change_password
        or password_has_aged(person.password_changed_at, setting("password_days"), at),
    )


def needs_factor(person: Person) -> bool:
    """Whether a duty of this person asks for a second factor of their own here."""
    duties = setting_words("second_factor_duties")
    return Post.objects.filter(person=person, duty__in=duties).exists()


@transaction.atomic
def advance(
    *, session_id: int, at: datetime, proved: str = "", factor_proved: bool = True
) -> SignedInSession:
    """Take a session one step on, under a new token, so that the old one is worth nothing.

    `proved` names what was just given (`totp`, `passkey`, `recovery`); empty for a step, such as
    a new password, that proves nothing new.
    """
    session = Session.objects.select_for_update().get(pk=session_id, ended_at=None)
    person = Person.objects.get(pk=session.person_id)
    token, was = new_token(), Step(session.step)
    session.token_hash = hash_of(token)
    session.step = next_step(person, at, factor_proved=factor_proved)
    session.last_seen_at = at
    if proved:
        session.confirmed_at = at
        session.method = f"{session.method}+{proved}"[:40]
    if was is not Step.DONE:
        session.expires_at = _expiry(Step(session.step), at)
    session.save()
    if Step(session.step) is Step.DONE and was is not Step.DONE:
        _let_in(session, person, at)
    return SignedInSession(
        token, session.expires_at, actor_of(person.pk), Step(session.step), session.pk
    )


def confirm_session(*, session_id: int, at: datetime) -> None:
    """Note that the holder gave a password or factor just now."""
    Session.objects.filter(pk=session_id).update(confirmed_at=at)


@transaction.atomic
def sign_out(token: str, at: datetime) -> None:
    """End the session of this token; nothing happens where there is none."""
    found = Session.objects.filter(token_hash=hash_of(token), ended_at=None).first()
    if found is not None:
        end_sessions([found], why="signed_out", actor_id=found.person_id, at=at)


def end_sessions(
    sessions: Iterable[Session], *, why: str, actor_id: int | None, at: datetime
) -> int:
    """End these sessions of one person and tell, so that their live lines close; how many."""
    rows = [row for row in sessions if row.ended_at is None]
    if not rows:
        return 0
    ids = sorted(row.pk for row in rows)
    Session.objects.filter(pk__in=ids).update(ended_at=at, ended_why=why)
    publish(
        SessionsEnded(
            person_id=rows[0].person_id, session_ids=tuple(ids), why=why, at=at, actor_id=actor_id
        )
    )
    return len(ids)


@transaction.atomic
def _as_if_known(username: str, at: datetime, address: str) -> Refusal:
    """What a wrong password for a name that nobody has is answered: as for one that somebody has,
    the lock included, so that no answer tells which names there are. Counts the tries of a day.

    The name itself is not kept, for people type their password there by mistake.
    """
    mark = f"{username[:1]}…{blind_index(username, 'attempt.name')[:16]}"
    tries = SignInAttempt.objects.filter(username=mark, at__gt=at - timedelta(days=1), at__lte=at)
    moments = [*tries.order_by("at", "id").values_list("at", flat=True), at]
    note(address, mark, at, succeeded=False, how="password")
    until = locked_after(
        moments,
        allowed=setting("wrong_passwords_allowed"),
        lock=timedelta(minutes=setting("lock_minutes")),
    )
    return WrongPassword("The name or the password is wrong.") if until is None else _locked(until)


def refuse_flood(address: str, at: datetime) -> None:
    """TooManySignIns where this address has tried too often within a minute."""
    recent = SignInAttempt.objects.filter(
        address=address, at__gt=at - timedelta(minutes=1), at__lte=at
    )
    if recent.count() >= setting("sign_ins_per_minute"):
        raise TooManySignIns("Too many tries from this address; wait a minute.", seconds=60)


def note(address: str, username: str, at: datetime, *, succeeded: bool, how: str) -> None:
    """Keep one try."""
    SignInAttempt.objects.create(
        address=address[:45], username=username[:60], succeeded=succeeded, at=at, how=how[:40]
    )


def _expiry(step: Step, at: datetime) -> datetime:
    if step is Step.DONE:
        return at + timedelta(hours=setting("session_hours"))
    return at + timedelta(minutes=setting("second_step_minutes"))


def _let_in(session: Session, person: Person, at: datetime) -> None:
    """Somebody is in: wrong tries are forgotten, and the ledger hears of it."""
    if person.failed_count:
        Person.objects.filter(pk=person.pk).update(failed_count=0)
    publish(
        SignedIn(
            person_id=session.person_id,
            address=session.address,
            method=session.method,
            at=at,
            actor_id=session.person_id,
        )
    )


def _locked(until: datetime) -> Locked:
    return Locked("Too many wrong passwords; try again later.", until=until.isoformat())


@cache
def _some_hash() -> str:
    return make_password("nobody has this password")
