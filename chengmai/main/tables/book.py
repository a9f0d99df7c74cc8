"""The book of all reference tables, in the order in which a city fills them."""

from __future__ import annotations

from functools import cache

from chengmai.cases import admin as cases
from chengmai.citizen import admin as citizen
from chengmai.city import admin as city
from chengmai.identity import admin as identity
from chengmai.kernel import admin as kernel
from chengmai.kernel.tables.recipe import Book
from chengmai.kernel.tables.words import Step
from chengmai.notices import admin as notices

BEGINNING: tuple[Step, ...] = (*identity.BEGINNING, *city.BEGINNING, *cases.BEGINNING)


@cache
def book() -> Book:
    """Every recipe with what watches it; made once."""
    return Book(
        [
            *identity.TABLES,
            *city.TABLES,
            *cases.TABLES,
            *citizen.TABLES,
            *notices.TABLES,
            *kernel.TABLES,
        ],
        [*city.WATCHERS, *cases.WATCHERS],
    )
