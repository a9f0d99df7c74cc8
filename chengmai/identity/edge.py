"""What an API asks of a request: who is acting, how far signed in, and whether they hold the duty."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from chengmai.identity.errors import NotYourDuty, SessionExpired
from chengmai.identity.signin.errors import (
    ConfirmAgain,
    PasswordChangeNeeded,
    SecondFactorNeeded,
)
from chengmai.identity.signin.queries import recently_confirmed
from chengmai.identity.words import Actor, Duty, Presence, Step


def actor_or_none(request: HttpRequest) -> Actor | None:
    """The actor who is signed in to the end, or None."""
    return getattr(request, "actor", None)


def presence_or_none(request: HttpRequest) -> Presence | None:
    """The session or key of the request, however far it has come."""
    return getattr(request, "presence", None)


def require_actor(request: HttpRequest) -> Actor:
    """The signed-in actor. SessionExpired (401) when nobody is; SecondFactorNeeded or
    PasswordChangeNeeded (403) when a step of the sign-in is still to be taken."""
    actor = actor_or_none(request)
    if actor is None:
        raise _not_in(presence_or_none(request))
    return actor


def require_presence(request: HttpRequest, *also: Step) -> Presence:
    """The session of a person, signed in to the end or waiting in one of the steps `also`."""
    presence = presence_or_none(request)
    if presence is None or presence.session_id is None:
        raise SessionExpired("Please sign in again.")
    if presence.step is not Step.DONE and presence.step not in also:
        raise _not_in(presence)
    return presence


def require_duty(request: HttpRequest, *duties: Duty) -> Actor:
    """The signed-in actor, who holds at least one of these duties; NotYourDuty (403) otherwise."""
    actor = require_actor(request)
    if not actor.has(*duties):
        raise NotYourDuty("Another duty is needed.", duties=[duty.value for duty in duties])
    return actor


def require_recent_factor(
    request: HttpRequest, setting_key: str = "recent_factor_minutes"
) -> Presence:
    """The session, whose holder gave a password or factor within the minutes of the setting.

    For what must not be done from a desk that somebody left open: rights, keys, personal data.
    Who has a second factor gives that one (POST /session/confirm), others their password.
    Refuses with ConfirmAgain (403); an API client is always refused.
    """
    require_actor(request)
    presence = require_presence(request)
    if not recently_confirmed(presence, timezone.now(), setting_key):
        raise ConfirmAgain("Please confirm once more that it is you.")
    return presence


def _not_in(
    presence: Presence | None,
) -> SessionExpired | SecondFactorNeeded | PasswordChangeNeeded:
    if presence is None or presence.step is Step.DONE:
        return SessionExpired("Please sign in again.")
    if presence.step is Step.PASSWORD:
        return PasswordChangeNeeded("Choose a password of your own first.", step=presence.step)
    return SecondFactorNeeded("The second factor is still missing.", step=presence.step)


def client_address(request: HttpRequest) -> str:
    """From where the request came: our own gateway's word for it, or the peer's address."""
    peer = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and peer in ("", "127.0.0.1", "::1"):
        return forwarded.rsplit(",", 1)[-1].strip()[:45]
    return peer[:45]
