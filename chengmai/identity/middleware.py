"""Who is acting: one SQL statement per request that carries a cookie or a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from chengmai.identity.edge import client_address
from chengmai.identity.errors import ForgedRequest
from chengmai.identity.keys.errors import AddressRefused, KeyRefused, QuotaSpent, ScopeNeeded
from chengmai.identity.keys.queries import presence_for_key
from chengmai.identity.keys.quotas import spend
from chengmai.identity.keys.rules import address_allowed
from chengmai.identity.keys.scopes import scope_of_route
from chengmai.identity.signin.queries import presence_for_token
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Presence, Step
from chengmai.kernel.behalf import acting_for
from chengmai.kernel.errors import Refusal
from chengmai.kernel.problems import refused

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
CLIENT_HEADER = "X-Chengmai-Client"


class ActorMiddleware:
    """Sets `request.actor` (an Actor or None) and `request.presence`, turns away requests that
    other sites forged, and keeps an API client to its scopes.

    A key in `Authorization: Bearer` needs no guard, since no browser sends it by itself. A cookie
    counts for an unsafe request only with the header that our pages send, and an Origin, where
    the browser names one, must be our own. Who has not taken every step of signing in is no actor.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = bearer_key(request)
        if key is None and (answer := _forged(request)):
            return answer
        try:
            presence = _by_key(request, key) if key else _by_cookie(request)
        except Refusal as refusal:
            return _turned_away(refusal)
        done = presence is not None and presence.step is Step.DONE
        actor = presence.actor if presence and done else None
        request.presence = presence  # type: ignore[attr-defined]
        request.actor = actor  # type: ignore[attr-defined]
        with acting_for(actor.on_behalf_of if actor else None):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Refuse a key what it has no scope for; an address that declares none is closed to it."""
        presence: Presence | None = getattr(request, "presence", None)
        if presence is None or presence.client is None:
            return None
        route = request.resolver_match.route if request.resolver_match else ""
        scope = scope_of_route(request.method or "", route)
        if scope is None or scope not in presence.client.scopes:
            return refused(ScopeNeeded("This key does not open that.", scope=scope))
        return None


def _by_cookie(request: HttpRequest) -> Presence | None:
    token = request.COOKIES.get(COOKIE)
    return presence_for_token(token, timezone.now()) if token else None


def _by_key(request: HttpRequest, key: str) -> Presence:
    now = timezone.now()
    presence = presence_for_key(key, now)
    if presence is None or presence.client is None:
        raise KeyRefused("This key is not valid.")
    if not address_allowed(client_address(request), presence.client.addresses):
        raise AddressRefused("This key may not be used from this address.")
    spend(presence.client, now)
    return presence


def _turned_away(refusal: Refusal) -> HttpResponse:
    answer = refused(refusal)
    if isinstance(refusal, QuotaSpent):
        answer["Retry-After"] = str(refusal.facts.get("seconds", 1))
    return answer


def bearer_key(request: HttpRequest) -> str | None:
    """The key that the request carries in its Authorization header."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() or None if scheme.lower() == "bearer" else None


def _forged(request: HttpRequest) -> HttpResponse | None:
    if request.method in _SAFE:
        return None
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.get_host():
        return refused(ForgedRequest("This request came from another site.", origin=origin))
    if COOKIE in request.COOKIES and not request.headers.get(CLIENT_HEADER):
        return refused(
            ForgedRequest(
                "This request did not come from our pages.",
                remedy=f"Send the header {CLIENT_HEADER}.",
            )
        )
    return None
