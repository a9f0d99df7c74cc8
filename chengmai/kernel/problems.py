"""Refusals and failures in the shape of RFC 9457 (problem+json)."""

from __future__ import annotations

import logging
import traceback
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse

from chengmai.kernel.disks import RETRY_AFTER_SECONDS, disk_full
from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.facts import plain
from chengmai.kernel.logs import current_request_id

log = logging.getLogger("chengmai.problems")

CONTENT_TYPE = "application/problem+json"
# What libpq says, without a SQLSTATE, where the server has no connection left.
NO_SLOT = ("too many clients", "connection slots are reserved", "too many connections")
_BY_STATUS = {
    400: ("kernel.bad_request", "The request cannot be understood."),
    401: ("kernel.sign_in", "Please sign in."),
    403: ("kernel.forbidden", "This is not yours to do."),
    404: ("kernel.not_found", "There is nothing here."),
    405: ("kernel.method_not_allowed", "This address does not take that method."),
    413: ("kernel.body_too_large", "The request is too large."),
    429: ("kernel.too_many_requests", "Too many requests; please wait a little."),
}


class BodyTooLarge(BadInput):
    """More was sent than this address takes."""

    code = "kernel.body_too_large"
    status = 413


def problem(
    status: int, code: str, detail: str, facts: dict[str, Any] | None = None
) -> JsonResponse:
    """One problem+json answer; `facts` may hold anything that `plain` knows."""
    body = {
        "type": f"urn:chengmai:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "detail": detail,
        "facts": _jsonable(facts or {}),
        "request_id": current_request_id(),
    }
    return JsonResponse(body, status=status, content_type=CONTENT_TYPE)


def refused(refusal: Refusal) -> JsonResponse:
    """The answer to a refusal."""
    return problem(refusal.status, refusal.code, str(refusal), refusal.facts)


def by_status(status: int, detail: str = "") -> JsonResponse:
    """The answer where only a status is known."""
    code, words = _BY_STATUS.get(status, ("kernel.failed", "The request could not be answered."))
    return problem(status, code, detail or words)


def too_large(limit_bytes: int) -> JsonResponse:
    """The answer to a body beyond `limit_bytes`."""
    return refused(
        BodyTooLarge(
            "The request is too large.",
            field="body",
            limit_bytes=limit_bytes,
            remedy="Shorten the text, or send photos and files as uploads.",
        )
    )


def failed(error: BaseException) -> JsonResponse:
    """The answer to what nobody foresaw: a trace id for the person, the place for the log.

    The message of the error stays out of both, because it may quote what a citizen wrote.
    """
    log.error(
        "unexpected",
        extra={
            "error": f"{type(error).__module__}.{type(error).__qualname__}",
            "stack": [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ][-25:],
        },
    )
    facts = {"trace_id": current_request_id()}
    return problem(500, "kernel.unexpected", "Something went wrong on our side.", facts)


def database_trouble(error: DatabaseError | InterfaceError) -> HttpResponse | None:
    """The answer where the database is away, busy or full; None for any other of its errors.

    Nothing was written: the transaction ended with the connection. `Retry-After` says when to ask
    again; a request with an idempotency key may be sent again without a thought.
    """
    state = getattr(error.__cause__, "sqlstate", None)
    lost = state is None and isinstance(error, OperationalError | InterfaceError)
    if state == "53100":
        answer: HttpResponse = refused(disk_full())
        answer["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return answer
    busy = state == "53300" or any(words in str(error.__cause__) for words in NO_SLOT)
    if not busy and not lost and (state or "")[:2] not in ("08", "57"):
        return None
    code = "kernel.database_busy" if busy else "kernel.database_unavailable"
    words = "The database has no connection left." if busy else "The database does not answer."
    remedy = "Nothing was changed; send the same request again shortly."
    answer = problem(503, code, words, {"remedy": remedy})
    answer["Retry-After"] = "2"
    return answer


def answer_to(error: BaseException) -> HttpResponse:
    """The answer to any exception that left a view."""
    from django.conf import settings
    from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
    from django.http import Http404

    if isinstance(error, Refusal):
        return refused(error)
    if isinstance(error, RequestDataTooBig):
        return too_large(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    if isinstance(error, DatabaseError | InterfaceError) and (away := database_trouble(error)):
        return away
    if isinstance(error, Http404):
        return by_status(404)
    if isinstance(error, PermissionDenied):
        return by_status(403)
    if isinstance(error, BadRequest | SuspiciousOperation):
        return by_status(400)
    return failed(error)


def is_problem(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this is a bare error page below /api that should speak problem+json instead."""
    return (
        response.status_code >= 400
        and request.path.startswith("/api/")
        and "json" not in response.headers.get("Content-Type", "")
    )


def _jsonable(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, dict):
        return {key: _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
