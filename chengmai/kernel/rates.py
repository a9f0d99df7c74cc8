"""Limits on how often somebody may ask (GB/T 22239-2019, 8.1.4.4 入侵防范): rows of RateRule.

The buckets lie in the memory of a process, so with n web processes an asker may get up to n times
the rate: a limit against floods, not an account. Whoever signed in is counted by person and no
longer by address, so that an office behind one address does not stop itself; a system with a key
as a client. Who has not is also counted by the channel that they come by: a flood of reports from
ever other devices and addresses leaves the desk able to work (decision 0115). A refused request
costs no SQL; it is counted by rule and answered 429 with Retry-After.
"""

from __future__ import annotations

import hashlib
import logging
import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import Counter

from chengmai.kernel.buckets import Buckets, Rate
from chengmai.kernel.errors import Refusal
from chengmai.kernel.idempotency import DEVICE_COOKIE
from chengmai.kernel.models import RateRule
from chengmai.kernel.problems import refused
from chengmai.kernel.reference import cached

REFUSED = Counter("chengmai_rate_refused", "Requests refused for coming too often", ["rule"])
SESSION_COOKIE = "chengmai_session"
# What is asked while the database is away: reading the rules would wait for it.
ALWAYS_ANSWERED = frozenset({"/healthz", "/readyz", "/api/v1/status"})
_KNOWN_MOST = 20_000
_SOURCE = ("GB/T 22239-2019", "8.1.4.4 入侵防范")
# name, asker, methods, path, amount, seconds, burst
DEFAULTS: tuple[tuple[str, str, str, str, int, int, int], ...] = (
    ("person", "person", "", "/", 3_000, 60, 600),
    ("pictures", "address", "GET,HEAD", "/media/", 12_000, 60, 3_000),
    ("tiles", "address", "GET,HEAD", "/tiles/", 24_000, 60, 6_000),
    ("anonymous", "address", "", "/api/", 1_200, 60, 400),
    ("citizen_device", "device", "POST", "/api/v1/citizen/", 30, 3_600, 15),
    ("citizen_address", "address", "POST", "/api/v1/citizen/", 1_200, 3_600, 300),
    ("upload_device", "device", "POST", "/api/v1/media", 120, 3_600, 60),
    ("upload_address", "address", "POST", "/api/v1/media", 2_400, 3_600, 600),
    ("client", "client", "", "/", 6_000, 60, 1_200),
    ("client_reports", "client", "POST", "/api/v1/cases", 1_200, 60, 300),
    ("citizen_channel", "channel", "POST", "/api/v1/citizen/", 12_000, 3_600, 1_200),
    ("upload_channel", "channel", "POST", "/api/v1/media", 36_000, 3_600, 2_400),
    ("sign_in_address", "address", "POST", "/api/v1/session", 240, 60, 120),
)
log = logging.getLogger("chengmai.rates")


class TooOften(Refusal):
    """This asker has asked too often."""

    code = "kernel.too_many_requests"
    status = 429


@dataclass(frozen=True)
class Limit:
    """A RateRule in memory."""

    name: str
    asker: str
    methods: frozenset[str]
    path: str
    rate: Rate

    def counts(self, request: HttpRequest) -> bool:
        """Whether the rule is about this request."""
        return request.path.startswith(self.path) and (
            not self.methods or request.method in self.methods
        )


class RateMiddleware:
    """Stands before whoever finds out who is acting; setting RATE_LIMITS = False lets all pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.buckets = Buckets()
        self.known: OrderedDict[str, int] = OrderedDict()  # digest of a token -> person

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.RATE_LIMITS or request.path in ALWAYS_ANSWERED:
            return self.get_response(request)
        token = _token_digest(request)
        person = self.known.get(token) if token else None
        taken: list[str] = []
        for limit, asker in _askers(request, person, _limits()):
            wait = self.buckets.take(asker, limit.rate, time.monotonic())
            if wait:
                return _too_often(limit, wait)
            taken.append(asker)
        answer = self.get_response(request)
        self._remember(request, token, person, taken)
        return answer

    def _remember(
        self, request: HttpRequest, token: str | None, person: int | None, taken: list[str]
    ) -> None:
        found = getattr(getattr(request, "actor", None), "id", None)
        if token is None or found == person:
            return
        if found is None:
            self.known.pop(token, None)  # the session has ended
            return
        self.known[token] = found
        if len(self.known) > _KNOWN_MOST:
            self.known.popitem(last=False)
        for asker in taken:
            self.buckets.give_back(asker)


def load_default_rates() -> int:
    """Write the rules that have no row yet; the number of new rows."""
    known = set(RateRule.objects.values_list("name", flat=True))
    rows = [
        RateRule(
            name=name, asker=asker, methods=methods, path=path, amount=amount, seconds=seconds,
            burst=burst, source=_SOURCE[0], clause=_SOURCE[1],
        )
        for name, asker, methods, path, amount, seconds, burst in DEFAULTS
        if name not in known
    ]  # fmt: skip
    return len(RateRule.objects.bulk_create(rows, ignore_conflicts=True))


def _askers(
    request: HttpRequest, person: int | None, limits: Iterable[Limit]
) -> Iterable[tuple[Limit, str]]:
    """Each rule that counts this request, with the bucket that it takes from."""
    who = "" if person is None else "client" if _by_key(request) else "person"
    for limit in limits:
        if limit.counts(request) and (bucket := _bucket(request, limit.asker, who, person)):
            yield limit, f"{limit.name} {bucket}"


def _bucket(request: HttpRequest, asker: str, who: str, person: int | None) -> str:
    """Which bucket a rule of this asker takes from; empty where it is not about who asks."""
    if who:
        return str(person) if asker == who else ""
    if asker == "address":
        return _network(_address(request))
    if asker == "channel":
        return _channel(request)
    if asker == "device" and (device := request.COOKIES.get(DEVICE_COOKIE)):
        return _digest(device)
    return ""


def _by_key(request: HttpRequest) -> bool:
    return request.headers.get("Authorization", "")[:7].lower() == "bearer "


def _channel(request: HttpRequest) -> str:
    """By which way somebody comes who has not signed in. WeChat's browser says its name; who lies
    about it takes from the other bucket."""
    return "wechat" if "MicroMessenger" in request.headers.get("User-Agent", "") else "web"


def _limits() -> tuple[Limit, ...]:
    """The rules in force. Where the database does not answer, those that every city begins with."""
    try:
        return cached("kernel.rates", _load)
    except Error:
        log.warning("The rate rules cannot be read; the defaults hold.")
        return _STARTING


def _load() -> tuple[Limit, ...]:
    rows = list(RateRule.objects.filter(in_force=True))
    if not rows and not RateRule.objects.exists():
        return _STARTING
    return tuple(
        Limit(row.name, row.asker, _methods(row.methods), row.path, _rate(row)) for row in rows
    )


def _rate(row: RateRule) -> Rate:
    return Rate(row.amount, row.seconds, row.burst)


def _methods(text: str) -> frozenset[str]:
    return frozenset(word.strip().upper() for word in text.split(",") if word.strip())


_STARTING = tuple(
    Limit(name, asker, _methods(methods), path, Rate(amount, seconds, burst))
    for name, asker, methods, path, amount, seconds, burst in DEFAULTS
)


def _token_digest(request: HttpRequest) -> str | None:
    bearer = request.headers.get("Authorization", "")
    token = bearer if _by_key(request) else request.COOKIES.get(SESSION_COOKIE)
    return _digest(token) if token else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _address(request: HttpRequest) -> str:
    """The peer, or what our own gateway on this machine says of it (its last word counts)."""
    peer = str(request.META.get("REMOTE_ADDR") or "")
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and peer in ("", "127.0.0.1", "::1"):
        return forwarded.rsplit(",", 1)[-1].strip()[:45]
    return peer[:45]


def _network(address: str) -> str:
    """An IPv6 asker is its /64: it can choose among all addresses in it."""
    return ":".join(address.split(":")[:4]) if ":" in address else address


def _too_often(limit: Limit, wait: float) -> HttpResponseBase:
    REFUSED.labels(limit.name).inc()
    seconds = max(1, math.ceil(wait))
    answer = refused(
        TooOften(
            "Too many requests.",
            rule=limit.name,
            retry_after_seconds=seconds,
            remedy=f"Wait {seconds} seconds and try again.",
        )
    )
    answer["Retry-After"] = str(seconds)
    return answer
