"""A reference table as a recipe, a change of it, and the book of all recipes.

The kernel knows nobody: a domain declares its recipes in `admin.py`, `main` collects them and says
who may use them. Adding a table takes one `Recipe` (see docs/running/tables.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from chengmai.kernel.tables.errors import TableNotFound
from chengmai.kernel.tables.words import Column, Dated, Doing, Effect, Switched, Words


@dataclass(frozen=True)
class Change:
    """One change of one row, before it is taken or while it is.

    `before` and `after` are plain values by column; `actor` is who acts, with an `id`; `on` is the
    day from which the change holds.
    """

    recipe: Recipe
    doing: Doing
    row: Any
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    actor: Any
    at: datetime
    on: date
    reason: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def changed(self) -> frozenset[str]:
        """The columns whose value differs."""
        return frozenset(
            name for name, value in self.after.items() if self.before.get(name) != value
        )

    @property
    def takes_away(self) -> bool:
        """Whether the row is no longer in use afterwards."""
        return self.doing in (Doing.END, Doing.WITHDRAW)


Act = Callable[[Change], Any]  # returns the row, for ADD
Watch = Callable[[Change], Iterable[Effect]]


@dataclass(frozen=True)
class Recipe:
    """One reference table: its columns, how its rows live, and what a change calls.

    `key` are the columns by which people and files know a row; `label` those that name it. Where
    `acts` has a function for a doing, it does the writing and its rules hold; otherwise the row is
    written as it stands. `check` refuses what the columns alone cannot judge. `preview` tells what a
    change would do. `forgets` names the caches to be read anew; `after` runs in the transaction.
    `right` is the group whose duties may edit.
    """

    id: str
    words: Words
    group: Words
    right: str
    model: type[Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    label: tuple[str, ...]
    life: Dated | Switched | None = None
    doings: frozenset[Doing] = frozenset(Doing)
    search: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    only: Mapping[str, Any] = field(default_factory=dict)
    acts: Mapping[Doing, Act] = field(default_factory=dict)
    check: Callable[[Change], None] | None = None
    preview: Watch | None = None
    after: Callable[[Change], None] | None = None
    forgets: tuple[str, ...] = ()
    hint: Words | None = None
    path: str = ""

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def lives_by_days(self) -> bool:
        """Whether rows have a first day, and so may come later than today."""
        return isinstance(self.life, Dated)


@dataclass(frozen=True)
class Watcher:
    """What a higher domain knows of a change of a lower domain's table.

    Its effects are shown in the preview; the refusing ones also stop the change.
    """

    table: str
    watch: Watch


class Book:
    """All recipes by their id, in their declared order, with what watches them."""

    def __init__(self, recipes: Iterable[Recipe], watchers: Iterable[Watcher] = ()) -> None:
        self.recipes: dict[str, Recipe] = {}
        for recipe in recipes:
            if recipe.id in self.recipes:
                raise ValueError(f"Two recipes are called {recipe.id}")
            self.recipes[recipe.id] = recipe
        self.watchers: dict[str, list[Watch]] = {}
        for watcher in watchers:
            self.watchers.setdefault(watcher.table, []).append(watcher.watch)

    def recipe(self, table: str) -> Recipe:
        """The recipe of this id; TableNotFound otherwise."""
        try:
            return self.recipes[table]
        except KeyError:
            raise TableNotFound("There is no such table.", table=table[:60]) from None

    def effects(self, change: Change) -> list[Effect]:
        """What a change would do, said by the recipe and by everybody who watches the table."""
        told = list(change.recipe.preview(change)) if change.recipe.preview else []
        for watch in self.watchers.get(change.recipe.id, ()):
            told.extend(watch(change))
        return told
