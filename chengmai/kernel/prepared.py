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
        raw.prepare_threshold = 0  # at once; Django's own cursors never prepare
    wrap: Callable[[psycopg.Cursor], CursorWrapper] = getattr(connection, "_prepare_cursor")  # noqa: B009
    with wrap(psycopg.Cursor(raw)) as cursor:
        yield cursor
