"""Seal again, under the current key, what older keys sealed: rotation without a pause.

Every column of a SealedTextField or SealedTokenField of any domain is found by itself. Rows are
taken in small batches, each in a transaction of its own that passes over rows in use, so readers and
writers go on meanwhile and a run that is killed goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from psycopg import sql

from chengmai.kernel.fields import SealedTextField, SealedTokenField
from chengmai.kernel.keyring import KeyRingProblem, key_ring, retire_key, ring_path
from chengmai.kernel.secrets import resealed

BATCH = 500


@dataclass(frozen=True)
class SealedColumn:
    """A column of a table whose values are sealed for one context."""

    table: str
    key: str
    column: str
    context: str


def sealed_columns() -> tuple[SealedColumn, ...]:
    """Every sealed column of every domain, in the order of their names."""
    found = {
        SealedColumn(
            model._meta.db_table, str(model._meta.pk.column), str(field.column), field.context
        )
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedTextField | SealedTokenField)
    }
    return tuple(sorted(found, key=lambda one: (one.table, one.column)))


def count_by_key() -> dict[str, dict[str, int]]:
    """How many values of which column each key seals: `{"identity_contact.phone_sealed": {"k1": 5}}`.

    Reads whole tables; for the command line and a test, never for a request.
    """
    found = {}
    with connection.cursor() as cursor:
        for one in sealed_columns():
            cursor.execute(_sql(one, _COUNT))
            found[f"{one.table}.{one.column}"] = dict(cursor.fetchall())
    return found


def reseal_all(say: Callable[[str], None] = lambda _: None) -> int:
    """Seal all that older keys sealed with the current one; how many values."""
    total = 0
    for one in sealed_columns():
        done = reseal_column(one)
        if done:
            say(f"{one.table}.{one.column}: {done} sealed anew")
        total += done
    return total


def reseal_column(one: SealedColumn, *, most: int | None = None) -> int:
    """The same for one column, at most about `most` values; how many."""
    done = 0
    while most is None or done < most:
        changed = _batch(one)
        done += changed
        if changed < BATCH:
            break
    return done


def retire(name: str) -> None:
    """Take a key off the ring when nothing is sealed by it. Raises KeyRingProblem with the places.

    Backups made while it was in use still need it: keep the old ring with them.
    """
    places = {column: keys[name] for column, keys in count_by_key().items() if name in keys}
    if places:
        told = ", ".join(f"{column} ({number})" for column, number in places.items())
        raise KeyRingProblem(f"The key {name!r} still seals {told}: run `chengmai keys reseal`.")
    retire_key(ring_path(), name)


_COUNT = """
SELECT split_part({column}, '.', 3), count(*) FROM {table}
WHERE {column} IS NOT NULL AND {column} <> '' GROUP BY 1 ORDER BY 1
"""
_TAKE = """
SELECT {key}, {column} FROM {table}
WHERE {column} IS NOT NULL AND {column} <> '' AND split_part({column}, '.', 3) <> {current}
ORDER BY {key} LIMIT {batch} FOR UPDATE SKIP LOCKED
"""
_WRITE = "UPDATE {table} SET {column} = %s WHERE {key} = %s"


def _batch(one: SealedColumn) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_sql(one, _TAKE))
        rows = [(resealed(value, one.context), key) for key, value in cursor.fetchall()]
        if rows:
            cursor.executemany(_sql(one, _WRITE), rows)
    return len(rows)


def _sql(one: SealedColumn, text: str) -> str:
    names = {
        "table": sql.Identifier(one.table),
        "column": sql.Identifier(one.column),
        "key": sql.Identifier(one.key),
        "current": sql.Literal(key_ring().current),
        "batch": sql.Literal(BATCH),
    }
    return sql.SQL(text).format(**names).as_string(None)
