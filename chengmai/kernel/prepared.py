"""Hot statements that PostgreSQL plans once per connection instead of once per call.

Django binds values in the client, so every call is planned anew; for a statement with several
joins that costs more than running it. `prepared_cursor` binds on the server and prepares at once.
It is for a handful of fixed statements that run with every request: each stays prepared on its
connection. A gateway that pools by transaction (PgBouncer) must know prepared statements (1.21+),
or CHENGMAI_PREPARE=0 turns this off.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper

_OFF = os.environ.get("CHENGMAI_PREPARE") == "0"


@contextmanager
def prepared_cursor() -> Iterator[CursorWrapper]:
    """A cursor whose statements are prepared. Counted, logged and wrapped like any of Django's."""
    connection.ensure_connection()
    raw = connection.connection
    if _OFF or raw is None:
        with connection.cursor() as plain:
            yield plain
        return
    if raw.prepare_threshold is None:
        raw.prepare_threshold = 0  # at once, and from now on for every cursor of this connection
    with _wrap(psycopg.Cursor(raw)) as cursor:
        yield cursor


@contextmanager
def planned_cursor() -> Iterator[CursorWrapper]:
    """A cursor whose statements are planned for their values, each time.

    For filters of which one value keeps half the table and another a handful of rows: a plan made
    once for all values would read the whole table for the latter.
    """
    connection.ensure_connection()
    with _wrap(_NeverPrepares(connection.connection)) as cursor:
        yield cursor


class _NeverPrepares(psycopg.Cursor[Any]):
    def execute(self, query: Any, params: Any = None, **words: Any) -> Self:
        return super().execute(query, params, **{**words, "prepare": False})


def _wrap(cursor: psycopg.Cursor[Any]) -> CursorWrapper:
    """As Django wraps its own, so that statements are counted and errors are Django's."""
    wrap: Callable[[psycopg.Cursor[Any]], CursorWrapper] = getattr(connection, "_prepare_cursor")  # noqa: B009
    return wrap(cursor)
