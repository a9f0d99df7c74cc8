"""Keyset paging: a page ends with a signed cursor that holds the sort key of its last row.

No offset is counted, so page 1,000 costs what page 1 costs, and rows that come in between neither
repeat nor hide others. A cursor is good only for the query it came from, and cannot be forged.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet

from chengmai.kernel.errors import BadInput

M = TypeVar("M", bound=Model)
MOST_ROWS = 200


def encode_cursor(keys: Sequence[Any], query: str) -> str:
    """The cursor after the row with these sort keys; `query` names filters, order and viewer."""
    body = json.dumps([_out(key) for key in keys], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_seal(body, query) + body).decode().rstrip("=")


def decode_cursor(cursor: str, query: str) -> tuple[Any, ...]:
    """The sort keys in a cursor. Raises BadInput for a forged one and one of another query."""
    try:
        raw = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except ValueError:
        raise _not_ours() from None
    seal, body = raw[:16], raw[16:]
    if not body or not hmac.compare_digest(seal, _seal(body, query)):
        raise _not_ours()
    return tuple(_in(key) for key in json.loads(body))


def page_of(
    rows: QuerySet[M, Any],
    *,
    order: Sequence[str],
    after: str | None,
    limit: int,
    query: str,
) -> tuple[list[Any], str | None]:
    """One page of `rows` in `order` (field names, `-` for descending, the last one unique).

    Returns the rows and the cursor of the next page, None at the end. `rows` may be `.values()`.
    Empty values come last going up and first going down, as PostgreSQL has it.
    """
    limit = checked_limit(limit)
    if after:
        rows = rows.filter(beyond(rows.model, order, decode_cursor(after, query)))
    found = list(rows.order_by(*order)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    keys = [_value(last, name.lstrip("-")) for name in order]
    return found[:limit], encode_cursor(keys, query)


def checked_limit(limit: int) -> int:
    """The number of rows asked for. Raises BadInput outside 1 to MOST_ROWS."""
    if not 1 <= limit <= MOST_ROWS:
        raise BadInput(
            "A page has between 1 and 200 rows.", field="limit", remedy=f"Ask for 1 to {MOST_ROWS}."
        )
    return limit


def beyond(model: type[Model], order: Sequence[str], keys: Sequence[Any]) -> Q:
    """The condition for the rows that come after the row with these keys."""
    if len(order) != len(keys):
        raise _not_ours()
    condition = Q(pk__in=[])
    for name, key in reversed(list(zip(order, keys, strict=True))):
        field = name.lstrip("-")
        further = _further(model, field, name.startswith("-"), key)
        same = Q(**{f"{field}__isnull": True}) if key is None else Q(**{field: key})
        condition = further | (same & condition)
    first = order[0].lstrip("-")
    if keys[0] is not None and not _nullable(model, first):
        bound = "lte" if order[0].startswith("-") else "gte"  # lets the index begin at the cursor
        condition = Q(**{f"{first}__{bound}": keys[0]}) & condition
    return condition


def _further(model: type[Model], field: str, downwards: bool, key: Any) -> Q:
    if key is None:
        return Q(**{f"{field}__isnull": False}) if downwards else Q(pk__in=[])
    if downwards:
        return Q(**{f"{field}__lt": key})
    further = Q(**{f"{field}__gt": key})
    return further | Q(**{f"{field}__isnull": True}) if _nullable(model, field) else further


def _nullable(model: type[Model], field: str) -> bool:
    try:
        return bool(getattr(model._meta.get_field(field), "null", False))
    except FieldDoesNotExist:
        return field != "pk"


def _value(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, dict) else getattr(row, name)


def _seal(body: bytes, query: str) -> bytes:
    key = b"cursor:" + settings.SECRET_KEY.encode()
    return hmac.new(key, query.encode() + b"\0" + body, hashlib.sha256).digest()[:16]


def _out(key: Any) -> Any:
    if isinstance(key, datetime):
        return {"t": key.isoformat()}
    if isinstance(key, date):
        return {"d": key.isoformat()}
    return key


def _in(key: Any) -> Any:
    if not isinstance(key, dict):
        return key
    return datetime.fromisoformat(key["t"]) if "t" in key else date.fromisoformat(key["d"])


def _not_ours() -> BadInput:
    return BadInput(
        "This page mark is not from this list.",
        field="after",
        remedy="Begin again with the first page.",
    )
