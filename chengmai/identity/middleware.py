"""Who is acting: one SQL statement per request that carries a cookie or a key."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from chengmai.identity.errors import ForgedRequest
from chengmai.identity.queries import actor_for_token
from chengmai.identity.tokens import COOKIE
from chengmai.kernel.problems import answer_to, refused

_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
CLIENT_HEADER = "X-Chengmai-Client"


class ActorMiddleware:
    """Sets `request.actor` (an Actor or None) and turns away requests that other sites forged.

    A key in `Authorization: Bearer` needs no guard, since no browser sends it by itself. A cookie
    counts for an unsafe request only with the header that our pages send, and an Origin, where
    the browser names one, must be our own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = bearer_key(request)
        if key is None and (answer := _forged(request)):
            return answer
        token = key or request.COOKIES.get(COOKIE)
        kinds = ("staff", "key") if key else ("staff",)
        try:
            actor = actor_for_token(token, timezone.now(), kinds) if token else None
        except (DatabaseError, InterfaceError) as trouble:
            return answer_to(trouble)
        request.actor = actor  # type: ignore[attr-defined]
        return self.get_response(request)


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
