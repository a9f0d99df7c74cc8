"""Rows known by words that mean the same in every copy of a city: keys for files and sheets.

A key is the columns of `Recipe.key` joined by ` / `; a reference among them stands as the key of
the row that it names, so an office is `城市管理局 / 照明所` and a condition `GB… / C0101 / 2`.
"""

from __future__ import annotations

from typing import Any

from chengmai.kernel.tables.recipe import Book, Recipe
from chengmai.kernel.tables.rows import STATE, rows_of
from chengmai.kernel.tables.values import read
from chengmai.kernel.tables.words import Kind, State

JOINT = " / "
AMBIGUOUS = "*"


class Keys:
    """The keys of every table that was asked for, read once each."""

    def __init__(self, book: Book, on: Any) -> None:
        self.book = book
        self.on = on
        self._by_pk: dict[str, dict[str, str]] = {}
        self._by_key: dict[str, dict[str, str]] = {}

    def key_of(self, table: str, pk: Any) -> str:
        """The key of the row with this primary key; empty for none."""
        if pk in (None, ""):
            return ""
        return self._read(table).get(str(pk), str(pk))

    def pk_of(self, table: str, key: str) -> str | None:
        """The primary key of the row in use under this key; AMBIGUOUS where there are two."""
        self._read(table)
        return self._by_key[table].get(key)

    def remember(self, table: str, pk: str, key: str) -> None:
        """A row that was made since."""
        self._read(table)
        self._by_pk[table][pk] = key
        self._by_key[table][key] = pk

    def write(self, recipe: Recipe, values: dict[str, Any]) -> str:
        """The key that these plain values make."""
        parts = []
        for name in recipe.key:
            column = recipe.column(name)
            value = values.get(name)
            if column is not None and column.kind is Kind.REFERENCE:
                text = self.key_of(column.refers, value)
                if text:
                    parts.append(text)
            elif value not in (None, ""):
                parts.append(str(value))
        return JOINT.join(parts)

    def _read(self, table: str) -> dict[str, str]:
        if table in self._by_pk:
            return self._by_pk[table]
        recipe = self.book.recipe(table)
        self._by_pk[table], self._by_key[table] = {}, {}
        rows = list(rows_of(recipe, self.on).order_by(*(recipe.order or ("pk",))))
        own = {str(row.pk): row for row in rows}
        for row in rows:
            key = self._write_own(recipe, row, own, 0)
            self._by_pk[table][str(row.pk)] = key
            if getattr(row, STATE) == State.ENDED.value:
                self._by_key[table].setdefault(key, str(row.pk))
                continue
            held = self._by_key[table].get(key)
            in_use = held is not None and getattr(own[held], STATE) == State.IN_FORCE.value
            if not in_use:
                self._by_key[table][key] = str(row.pk)
            elif getattr(row, STATE) == State.IN_FORCE.value:
                self._by_key[table][key] = AMBIGUOUS
        return self._by_pk[table]

    def _write_own(self, recipe: Recipe, row: Any, own: dict[str, Any], depth: int) -> str:
        """A row's key; a table that refers to itself is climbed."""
        parts = []
        for name in recipe.key:
            column = recipe.column(name)
            if column is None:
                continue
            value = read(column, row)
            if column.kind is Kind.REFERENCE and column.refers == recipe.id:
                above = own.get(str(value))
                if above is not None and depth < 20:
                    parts.append(self._write_own(recipe, above, own, depth + 1))
            elif column.kind is Kind.REFERENCE:
                if text := self.key_of(column.refers, value):
                    parts.append(text)
            elif value not in (None, ""):
                parts.append(str(value))
        return JOINT.join(parts)
