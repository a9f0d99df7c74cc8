"""Which operation which scope opens: a table that `main` composes, closed where it says nothing."""

from __future__ import annotations

import re
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

_PART = re.compile(r"<(?:[^:>]+:)?([^>]+)>")


@cache
def _table() -> dict[tuple[str, str], str]:
    """(method, address) → scope, from the table that settings.API_SCOPES names."""
    found: dict[str, dict[str, str]] = import_string(settings.API_SCOPES)
    return {
        (method, address): str(scope)
        for address, methods in found.items()
        for method, scope in methods.items()
    }


def scope_of_route(method: str, route: str) -> str | None:
    """The scope that opens this address, such as `api/v1/cases/{case_id}`; None where none does."""
    method = "GET" if method == "HEAD" else method
    return _table().get((method, address_of(route)))


@cache
def address_of(route: str) -> str:
    """A route of Django as the table writes it: `<int:case_id>` is `{case_id}`."""
    return _PART.sub(r"{\1}", route)
