"""The tables of one import in the schema `census`, and literals for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection
from psycopg import sql


def raw_table(import_id: int) -> str:
    """The rows as read: `number`, `problem`, `geom` (WGS 84) and `c0` … as text."""
    return f"census.raw_{int(import_id)}"


def values_table(import_id: int) -> str:
    """What each distinct text of a field means: `field`, `raw`, `value`, `reason`."""
    return f"census.values_{int(import_id)}"


def rows_table(import_id: int) -> str:
    """The rows as checked, with key, values, problems, verdict and changes."""
    return f"census.rows_{int(import_id)}"


def literal(value: object) -> str:
    """A value as SQL text, quoted by psycopg."""
    with connection.cursor() as cursor:
        return sql.Literal(value).as_string(cursor.connection)


def run(statement: str) -> int:
    """Run one statement without parameters; the number of rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return max(0, int(cursor.rowcount))


def ask(statement: str) -> list[tuple[Any, ...]]:
    """The rows that a statement without parameters gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def exists(table: str) -> bool:
    """Whether the table is there."""
    return bool(ask(f"SELECT to_regclass({literal(table)}) IS NOT NULL")[0][0])


def copy_into(table: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows by COPY."""
    with connection.cursor() as cursor:
        names = ", ".join(columns)
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def drop(import_id: int) -> None:
    """Take the tables of an import away."""
    names = ", ".join((raw_table(import_id), values_table(import_id), rows_table(import_id)))
    run(f"DROP TABLE IF EXISTS {names}")
