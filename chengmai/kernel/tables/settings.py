"""The recipe that every domain's table of settings shares: a key, its value, and from when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.recipe import Change, Recipe, Watch
from chengmai.kernel.tables.values import same_shape
from chengmai.kernel.tables.words import Column, Dated, Doing, Kind, Words


def settings_recipe(
    id_: str,
    words: Words,
    group: Words,
    right: str,
    model: type[Model],
    *,
    known: Callable[[], Mapping[str, Any]],
    ends: str = "",
    titled: bool = False,
    forgets: tuple[str, ...] = (),
    check: Callable[[Change], None] | None = None,
    preview: Watch | None = None,
) -> Recipe:
    """A table whose rows are `key`, `value`, `valid_from`, `source` and `clause`.

    A new value holds from a day on and keeps the old row; a row that has not begun can be taken
    back. `known` gives the keys that the program reads, with their shipped values: a new row is
    for one of them, in the shape of that value.
    """

    def judged(change: Change) -> None:
        if change.doing is Doing.ADD:
            shipped = known()
            key = change.after["key"]
            if key not in shipped:
                raise BadValue(
                    "The program reads no such setting.",
                    field="key",
                    remedy=f"请从这些项目中选择：{'、'.join(sorted(shipped))}。",
                )
            if not same_shape(shipped[key], change.after["value"]):
                raise BadValue(
                    "Another shape is needed.",
                    field="value",
                    remedy=f"请按此形式填写：{shipped[key]}",
                )
        if check:
            check(change)

    columns = [
        Column("key", Words("项目", "Setting"), needed=True, longest=60, fixed=True),
        Column("value", Words("取值", "Value"), Kind.VALUE, needed=True, dated=True),
        Column("source", Words("依据", "Source"), needed=True, longest=80),
        Column("clause", Words("条款", "Clause"), longest=80),
    ]
    if titled:
        columns.insert(1, Column("title", Words("名称", "Title"), needed=True, longest=80))
    search: tuple[str, ...] = ("key", "title") if titled else ("key",)
    return Recipe(
        id=id_,
        words=words,
        group=group,
        right=right,
        model=model,
        columns=tuple(columns),
        key=("key",),
        label=("title",) if titled else ("key",),
        search=(*search, "source", "clause"),
        order=("key", "valid_from"),
        life=Dated(ends=ends, last_day_counts=bool(ends), series=("key",)),
        doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.WITHDRAW}),
        forgets=forgets,
        check=judged,
        preview=preview,
    )
