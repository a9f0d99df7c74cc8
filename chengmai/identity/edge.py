"""What an API asks of a request: who is acting, and whether they hold the duty."""

from __future__ import annotations

from django.http import HttpRequest

from chengmai.identity.errors import NotYourDuty, SessionExpired
from chengmai.identity.words import Actor, Duty


def actor_or_none(request: HttpRequest) -> Actor | None:
    """The signed-in actor, or None."""
    return getattr(request, "actor", None)


def require_actor(request: HttpRequest) -> Actor:
    """The signed-in actor; SessionExpired (401) when nobody is."""
    actor = actor_or_none(request)
    if actor is None:
        raise SessionExpired("Please sign in again.")
    return actor


def require_duty(request: HttpRequest, *duties: Duty) -> Actor:
    """The signed-in actor, who holds at least one of these duties; NotYourDuty (403) otherwise."""
    actor = require_actor(request)
    if not actor.has(*duties):
        raise NotYourDuty("Another duty is needed.", duties=[duty.value for duty in duties])
    return actor


def client_address(request: HttpRequest) -> str:
    """From where the request came: our own gateway's word for it, or the peer's address."""
    peer = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and peer in ("", "127.0.0.1", "::1"):
        return forwarded.rsplit(",", 1)[-1].strip()[:45]
    return peer[:45]
