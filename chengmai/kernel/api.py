"""The kernel's glue to ninja: error handlers, `Page` and `@idempotent`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import time
from typing import Annotated, Any, Generic, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.decorators import decorate_view
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from pydantic import AfterValidator, WithJsonSchema

from chengmai.kernel.errors import BadInput, Refusal
from chengmai.kernel.idempotency import idempotently
from chengmai.kernel.problems import answer_to, by_status, problem, refused

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class Page(Schema, Generic[T]):
    """One page of a list; `next` is the cursor for `?after=`, null at the end."""

    items: list[T]
    next: str | None = None


class Problem(Schema):
    """RFC 9457 problem details, with our stable `code`."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    facts: dict[str, Any]
    request_id: str


def _without_zone(value: time) -> time:
    if value.tzinfo is not None:
        raise ValueError("Give the time of day in the city, without a zone, such as 08:30.")
    return value


_OF_DAY = {
    "type": "string",
    "pattern": r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?$",
    "examples": ["08:30:00"],
}
# A time of day in the city's own time. JSON Schema's format "time" would ask for a zone.
TimeOfDay = Annotated[time, AfterValidator(_without_zone), WithJsonSchema(_OF_DAY)]


class JsonBodies(Parser):
    """Reads a body only where it says that it is JSON, and only as UTF-8.

    A form of a foreign page cannot say so without being asked for leave first, and the edge, which
    looks for characters that no table keeps, looks at the same bytes.
    """

    def parse_body(self, request: HttpRequest) -> Any:
        """The value; any failure is answered as `kernel.bad_json`."""
        if request.content_type != "application/json":
            raise ValueError(request.content_type)
        return json.loads(request.body.decode())


def idempotent(operation: F) -> F:
    """Mark a creating POST; stands between `@router.post(...)` and the function."""
    marked: F = decorate_view(idempotently)(operation)
    return marked


def equip(api: NinjaAPI) -> NinjaAPI:
    """Give an API the one handler of refusals and failures."""
    api.add_exception_handler(Refusal, _any)
    api.add_exception_handler(ValidationError, _bad_fields)
    api.add_exception_handler(AuthenticationError, lambda _request, _error: by_status(401))
    api.add_exception_handler(Http404, _any)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(Exception, _any)
    return api


def _any(_request: HttpRequest, error: Any) -> HttpResponse:
    return answer_to(error)


def _http_error(_request: HttpRequest, error: Any) -> HttpResponse:
    if error.status_code == 400 and "parse" in str(error):
        return problem(
            400,
            "kernel.bad_json",
            "The body is not readable JSON.",
            {"field": "body", "remedy": "Send a JSON object in UTF-8, as application/json."},
        )
    return by_status(error.status_code)


def _bad_fields(_request: HttpRequest, error: Any) -> HttpResponse:
    """Name each field and what to do; what was sent is not echoed."""
    errors = [
        {"field": _field(one.get("loc", ())), "problem": one["type"], "remedy": _remedy(one)}
        for one in error.errors
    ]
    first = errors[0]
    refusal = BadInput(
        f"{first['field']}: {first['remedy']}",
        field=first["field"],
        remedy=first["remedy"],
        errors=errors,
    )
    return refused(refusal)


def _field(loc: tuple[Any, ...]) -> str:
    """`("body", "payload", "contact", "phone")` is the field `contact.phone`."""
    parts = [str(part) for part in loc]
    if len(parts) > 2 and parts[0] in ("body", "form", "query", "file"):
        parts = parts[2:]
    elif len(parts) == 2:
        parts = parts[1:]
    return ".".join(parts)


def _remedy(one: dict[str, Any]) -> str:
    kind, message = str(one["type"]), str(one.get("msg", ""))
    if kind == "missing":
        return "This field is needed."
    return message or "This value cannot be used."
