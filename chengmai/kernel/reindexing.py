"""The key of the blind index is changed while the city works, as the sealing keys are.

A fresh key is first looked for, then written, and every index that can be computed anew (from the
sealed value beside it) is; meanwhile a value is looked for under both. Domains declare their
columns as INDEXES beside what writes them; the setting BLIND_INDEXES names these. Decision 0114.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.module_loading import import_string
from psycopg import sql

from chengmai.kernel.keyring import (
    KeyRingProblem,
    add_index_key,
    key_ring,
    read_ring_again,
    retire_index_key,
    ring_path,
    use_index_key,
)
from chengmai.kernel.secrets import blind_index, open_sealed

BATCH = 500
KNOWN_AFTER = 3.0  # seconds after which every process has read a changed ring


@dataclass(frozen=True)
class BlindIndex:
    """A column of blind indexes. `plain` makes of the opened value in the column `sealed` the text
    that is indexed under `context`; where nothing is sealed beside it, `let_go` removes, when its
    key is retired, what that key indexed, and says how many."""

    table: str
    column: str
    context: str
    sealed: str = ""
    sealed_context: str = ""
    plain: Callable[[str], str] = str
    let_go: Callable[[str], int] | None = None
    key: str = "id"


def declared() -> tuple[BlindIndex, ...]:
    """Every column of blind indexes of every domain."""
    return tuple(one for path in settings.BLIND_INDEXES for one in import_string(path))


def wait_for_others(indexes: list[str]) -> None:
    """While two keys are on the ring, who writes a value that may stand under either of these waits
    for others with the same value; inside a transaction."""
    with connection.cursor() as cursor:
        lock = "SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 4711))"
        cursor.execute(lock, [min(indexes)])


def begin_rotation(wait: Callable[[float], None] = time.sleep) -> str:
    """A fresh key: looked for by every process, then written; its id."""
    name = add_index_key(ring_path())
    read_ring_again()
    wait(KNOWN_AFTER)
    use_index_key(ring_path(), name)
    read_ring_again()
    wait(KNOWN_AFTER)
    return name


def count_by_index_key() -> dict[str, dict[str, int]]:
    """How many indexes of which column each key made. Reads whole tables; for the command line."""
    found: dict[str, dict[str, int]] = {}
    with connection.cursor() as cursor:
        for one in declared():
            cursor.execute(_sql(one, _COUNT))
            found[f"{one.table}.{one.column}"] = dict(cursor.fetchall())
    return found


def reindex_all(say: Callable[[str], None] = lambda _: None) -> int:
    """Compute every index anew that an older key made and that can be; how many."""
    total = 0
    for one in declared():
        done = _reindex(one) if one.sealed else 0
        if done:
            say(f"{one.table}.{one.column}: {done} indexed anew")
        total += done
    return total


def retire_index(name: str, say: Callable[[str], None] = lambda _: None) -> None:
    """Take a key of the blind index off the ring when nothing that can be computed anew is still
    under it; what cannot be is let go. Raises KeyRingProblem with the places."""
    if name not in key_ring().indexes or name == key_ring().index_current:
        raise KeyRingProblem(f"The index key {name!r} is the current one or is not on the ring.")
    counts = count_by_index_key()
    left = {
        f"{one.table}.{one.column}": number
        for one in declared()
        if one.sealed and (number := counts[f"{one.table}.{one.column}"].get(name))
    }
    if left:
        told = ", ".join(f"{column} ({number})" for column, number in left.items())
        raise KeyRingProblem(f"{name!r} still indexes {told}: run `chengmai keys reindex`.")
    for one in declared():
        if one.let_go is not None and (gone := one.let_go(name)):
            say(f"{one.table}.{one.column}: {gone} let go")
    retire_index_key(ring_path(), name)


def _reindex(one: BlindIndex) -> int:
    done, after = 0, 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_sql(one, _TAKE), {"after": after, "key": key_ring().index_current})
            rows = cursor.fetchall()
            done += sum(_write(one, cursor, *row) for row in rows)
        if len(rows) < BATCH:
            return done
        after = rows[-1][0]


def _write(one: BlindIndex, cursor: CursorWrapper, key: int, token: str, index: str) -> int:
    if not token:
        return 0
    fresh = blind_index(one.plain(open_sealed(token, one.sealed_context)), one.context)
    try:
        with transaction.atomic():
            cursor.execute(_sql(one, _WRITE), {"fresh": fresh, "key": key, "index": index})
    except IntegrityError:
        return 0  # the same value stands under the fresh key already
    return 1


_KEY_OF = "CASE WHEN strpos({column}, '.') > 0 THEN split_part({column}, '.', 1) ELSE 'i1' END"
_COUNT = f"SELECT {_KEY_OF}, count(*) FROM {{table}} WHERE {{column}} <> '' GROUP BY 1 ORDER BY 1"  # noqa: S608
_TAKE = f"""
SELECT {{key}}, {{sealed}}, {{column}} FROM {{table}}
WHERE {{key}} > %(after)s AND {{column}} <> '' AND {_KEY_OF} <> %(key)s
ORDER BY {{key}} LIMIT {BATCH} FOR NO KEY UPDATE
"""  # noqa: S608
_WRITE = "UPDATE {table} SET {column} = %(fresh)s WHERE {key} = %(key)s AND {column} = %(index)s"


def _sql(one: BlindIndex, text: str) -> str:
    names = {
        "table": sql.Identifier(one.table),
        "column": sql.Identifier(one.column),
        "key": sql.Identifier(one.key),
        "sealed": sql.Identifier(one.sealed or one.column),
    }
    return sql.SQL(text).format(**names).as_string(None)
