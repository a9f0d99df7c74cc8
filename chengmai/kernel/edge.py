"""What every HTTP request passes: an id, limits, one shape of errors, a log line and figures."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.signals import got_request_exception
from django.db import connection
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from chengmai.kernel.disks import RETRY_AFTER_SECONDS, refuse_when_full
from chengmai.kernel.errors import BadInput
from chengmai.kernel.logs import set_request_id
from chengmai.kernel.metrics import REQUESTS
from chengmai.kernel.problems import answer_to, by_status, is_problem, refused, too_large

access = logging.getLogger("chengmai.access")
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
SLOW_SECONDS = 0.5
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
WATCHED = frozenset({"/healthz", "/readyz", "/metrics"})
EVERY_REQUEST = os.environ.get("CHENGMAI_ACCESS_LOG") == "all"
UPLOAD_LIMIT_BYTES = int(os.environ.get("CHENGMAI_UPLOAD_LIMIT", 220 * 1024 * 1024))


class StrangeName(BadInput):
    """Asked under a name that is not one of CHENGMAI_HOSTS."""

    code = "kernel.strange_name"
    status = 400


class EdgeMiddleware:
    """First in the list: gives the request its id, guards its size, and tells how it went.

    Text bodies are bounded by DATA_UPLOAD_MAX_MEMORY_SIZE, uploads by UPLOAD_LIMIT_BYTES. With
    CHENGMAI_COUNT_SQL=1 each answer names its number of SQL statements (X-Sql-Statements).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.counts_sql = os.environ.get("CHENGMAI_COUNT_SQL") == "1"

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        start = time.perf_counter()
        given = request.headers.get("X-Request-Id", "")
        request_id = given if _ACCEPTABLE_ID.fullmatch(given) else uuid.uuid4().hex
        set_request_id(request_id)

        answer = (
            strange_name(request)
            or too_big_or_unreadable(request)
            or no_room(request)
            or self._ask(request)
        )
        if (escaped := getattr(request, "escaped", None)) is not None:
            answer = answer_to(escaped)
        if is_problem(request, answer):
            answer = _in_our_shape(answer)
        if request.path.startswith("/api/") and "Cache-Control" not in answer.headers:
            answer["Cache-Control"] = "no-store"  # what one person may see is nobody else's
        answer["X-Request-Id"] = request_id
        _tell(request, answer.status_code, time.perf_counter() - start)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse:  # noqa: ARG002
        """The answer for an exception of a plain Django view; ninja's come through kernel.api."""
        return answer_to(error)

    def _ask(self, request: HttpRequest) -> HttpResponse:
        if not self.counts_sql:
            return self.get_response(request)
        count = StatementCount()
        with connection.execute_wrapper(count):
            answer = self.get_response(request)
        answer["X-Sql-Statements"] = str(count.statements)
        return answer


@receiver(got_request_exception, dispatch_uid="kernel.edge")
def keep_what_escaped(request: HttpRequest | None = None, **_: Any) -> None:
    """An exception of an inner middleware, which Django turns into a page of its own: the edge
    answers it as it answers any other, such as a database that is away."""
    if request is not None:
        request.escaped = sys.exception()  # type: ignore[attr-defined]


class StatementCount:
    """Counts the SQL statements that pass through `connection.execute_wrapper`."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.statements += 1
        return execute(sql, params, many, context)


def strange_name(request: HttpRequest) -> HttpResponse | None:
    """A refusal of whoever reached us under a name that is not ours; else None.

    It keeps a page of somebody else from talking to a city inside a network (DNS rebinding).
    Machines that watch over us ask for health and figures by any name.
    """
    if request.path in WATCHED:
        return None
    try:
        request.get_host()
    except DisallowedHost:
        return refused(
            StrangeName(
                "The city does not answer under this name.",
                field="Host",
                remedy="Use the city's own address; its operator names others in CHENGMAI_HOSTS.",
            )
        )
    return None


def no_room(request: HttpRequest) -> HttpResponse | None:
    """A refusal of what would write while a disk is as good as full; else None.

    Signing in stays open, so that an administrator can see what is wrong.
    """
    if request.method in SAFE or request.path.startswith("/api/v1/session"):
        return None
    full = refuse_when_full()
    if full is None:
        return None
    answer = refused(full)
    answer["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return answer


def too_big_or_unreadable(request: HttpRequest) -> HttpResponse | None:
    """A refusal where the body is too large or holds what no table can keep; else None."""
    if "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.path:
        return refused(_unreadable("query"))
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdigit() else 0
    if not size:
        return None
    if request.content_type == "multipart/form-data":
        return too_large(UPLOAD_LIMIT_BYTES) if size > UPLOAD_LIMIT_BYTES else None
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    if size > limit:
        return too_large(limit)
    if request.content_type == "application/json" and not _keepable(request.body):
        return refused(_unreadable("body"))
    return None


def _keepable(body: bytes) -> bool:
    """Whether JSON text is free of the null character and of half characters."""
    if b"\\u0000" in body:
        return False
    if b"\\ud" not in body and b"\\uD" not in body:
        return True
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    except (ValueError, RecursionError):
        return True  # not JSON at all, or nested beyond reason: that is refused where it is read
    return True


def _unreadable(field: str) -> BadInput:
    return BadInput(
        "The text holds characters that cannot be kept.",
        field=field,
        remedy="Remove null characters and broken characters.",
    )


def _in_our_shape(answer: HttpResponse) -> HttpResponse:
    ours = by_status(answer.status_code)
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in answer.headers:
            ours[name] = answer[name]
    ours.cookies = answer.cookies
    return ours


def _tell(request: HttpRequest, status: int, seconds: float) -> None:
    """Count every request; write a line for those that failed or were slow.

    What changed anything stands in the ledger, and a line for each request took a twentieth of
    it; CHENGMAI_ACCESS_LOG=all writes them nevertheless.
    """
    match = request.resolver_match
    route = match.route if match else "(none)"
    REQUESTS.labels(request.method, route, status).observe(seconds)
    if status >= 400 or seconds >= SLOW_SECONDS or EVERY_REQUEST:
        actor = getattr(request, "actor", None)
        access.info(
            "request",
            extra={
                "method": request.method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
                "actor_id": getattr(actor, "id", None),
            },
        )
