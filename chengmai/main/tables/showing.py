"""A recipe as the screen reads it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.words import Dated, Doing


def table_of(recipe: Recipe, editable: bool) -> dict[str, Any]:
    """A line of the tree of tables."""
    return {
        "id": recipe.id,
        "words": asdict(recipe.words),
        "group": asdict(recipe.group),
        "may_edit": editable,
        "path": recipe.path,
    }


def detail_of(recipe: Recipe, editable: bool) -> dict[str, Any]:
    """Everything that a grid and a form need to know."""
    fields = {field.attname for field in recipe.model._meta.concrete_fields}
    life = recipe.life
    return {
        **table_of(recipe, editable),
        "columns": [asdict(column) for column in recipe.columns],
        "key": list(recipe.key),
        "doings": sorted(recipe.doings - {Doing.SUCCEED}),
        "hint": asdict(recipe.hint) if recipe.hint else None,
        "dated": isinstance(life, Dated),
        "series": isinstance(life, Dated) and life.series is not None and not life.moments,
        "sortable": [
            column.name
            for column in recipe.columns
            if column.name in fields and not column.refers and not column.holder
        ],
    }
