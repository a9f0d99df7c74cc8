"""Reading reference tables: pages, one row, choices for a picker, and how a row stands today."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Case, Exists, F, Model, OuterRef, Q, QuerySet, Value, When
from django.db.models.fields import CharField
from django.utils import timezone

from chengmai.kernel.paging import page_of
from chengmai.kernel.tables.errors import RowNotFound
from chengmai.kernel.tables.recipe import Book, Recipe
from chengmai.kernel.tables.values import read_row
from chengmai.kernel.tables.words import Dated, Kind, State, Switched

STATE = "table_state"


@dataclass(frozen=True)
class RowCard:
    """A row as a page shows it; `version` names exactly these values."""

    pk: str
    label: str
    values: dict[str, Any]
    names: dict[str, str] = field(default_factory=dict)
    state: State = State.IN_FORCE
    since: str | None = None
    until: str | None = None
    version: str = ""


def rows_of(recipe: Recipe, on: date) -> QuerySet[Any]:
    """Every row of the table, with how it stands on this day."""
    rows: QuerySet[Any] = recipe.model._default_manager.filter(**recipe.only)
    marked: QuerySet[Any] = rows.annotate(**{STATE: _state(recipe, on)})
    return marked


def page_of_rows(
    book: Book,
    recipe: Recipe,
    *,
    on: date,
    q: str = "",
    state: State | None = None,
    sort: str = "",
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[RowCard], str | None]:
    """One page of the table; `sort` is a column, with `-` for descending."""
    rows = found(rows_of(recipe, on), recipe, q)
    if state is not None:
        rows = rows.filter(**{STATE: state.value})
    order = _order(recipe, sort)
    far = {_flat(name): F(name.lstrip("-")) for name in order if "__" in name}
    rows = rows.annotate(**far).select_related(*_joined(recipe))
    order = tuple(("-" if name.startswith("-") else "") + _flat(name) for name in order)
    query = f"table:{recipe.id}:{q}:{state}:{sort}:{on}"
    page, following = page_of(rows, order=order, after=after, limit=limit, query=query)
    return cards(book, recipe, page), following


def found(rows: QuerySet[Any], recipe: Recipe, q: str) -> QuerySet[Any]:
    """The rows in which every word of the search stands somewhere."""
    for word in q.split()[:6]:
        anywhere = Q()
        for name in recipe.search or recipe.label:
            anywhere |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(anywhere)
    return rows


def get_row(recipe: Recipe, pk: str, on: date, *, lock: bool = False) -> Any:
    """The row with this primary key; RowNotFound otherwise. With `lock`, for a change."""
    rows = recipe.model._default_manager.filter(**recipe.only)
    if lock:
        rows = rows.select_for_update(of=("self",))
    try:
        row = rows.get(pk=pk)
    except (ObjectDoesNotExist, ValueError, ValidationError):
        raise RowNotFound("There is no such row.", table=recipe.id, row=str(pk)[:60]) from None
    standing = rows_of(recipe, on).filter(pk=row.pk).values_list(STATE, flat=True).first()
    setattr(row, STATE, standing or State.ENDED.value)
    return row


def cards(book: Book, recipe: Recipe, rows: Sequence[Any]) -> list[RowCard]:
    """Rows as pages show them, with the names of what they refer to: a statement per reference."""
    values = [read_row(recipe, row) for row in rows]
    names = _names(book, recipe, values)
    return [
        RowCard(
            pk=str(row.pk),
            label=label_of(recipe, row),
            values=given,
            names=named,
            state=State(getattr(row, STATE, State.IN_FORCE.value)),
            since=_since(recipe, row),
            until=_until(recipe, row),
            version=version_of(given),
        )
        for row, given, named in zip(rows, values, names, strict=True)
    ]


def label_of(recipe: Recipe, row: Any) -> str:
    """What a person calls the row."""
    parts = []
    for path in recipe.label:
        value: Any = row
        for name in path.split("__"):
            value = getattr(value, name, None)
        if value not in (None, ""):
            parts.append(str(value))
    return " ".join(parts) or str(row.pk)


def labels(recipe: Recipe, pks: Iterable[Any]) -> dict[str, str]:
    """The labels of these rows, in one statement."""
    wanted = {pk for pk in pks if pk not in (None, "")}
    if not wanted:
        return {}
    rows = recipe.model._default_manager.filter(pk__in=wanted).select_related(*_joined(recipe))
    return {str(row.pk): label_of(recipe, row) for row in rows}


def version_of(values: dict[str, Any]) -> str:
    """A digest of a row's values: whoever changes it must have seen exactly these."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def series_of(recipe: Recipe, row: Any) -> QuerySet[Any]:
    """The rows that follow each other with this one, itself among them."""
    rows = recipe.model._default_manager.filter(**recipe.only)
    if not isinstance(recipe.life, Dated) or recipe.life.series is None:
        return rows.filter(pk=row.pk)
    return rows.filter(**{name: getattr(row, name) for name in recipe.life.series})


def first_day_after(last: date) -> date:
    """The day after a last day."""
    return last + timedelta(days=1)


def _names(book: Book, recipe: Recipe, values: list[dict[str, Any]]) -> list[dict[str, str]]:
    named: list[dict[str, str]] = [{} for _ in values]
    for column in recipe.columns:
        if column.kind is not Kind.REFERENCE or column.refers not in book.recipes:
            continue
        known = labels(book.recipes[column.refers], (row[column.name] for row in values))
        for given, names in zip(values, named, strict=True):
            if (key := given[column.name]) is not None:
                names[column.name] = known.get(str(key), str(key))
    return named


def _flat(name: str) -> str:
    """Under which name a column of another table is sorted by."""
    name = name.lstrip("-")
    return f"by_{name}" if "__" in name else name


def _joined(recipe: Recipe) -> list[str]:
    """The tables that the label reads from."""
    return sorted({path.rpartition("__")[0] for path in recipe.label if "__" in path})


def _order(recipe: Recipe, sort: str) -> tuple[str, ...]:
    pk = recipe.model._meta.pk
    last = pk.attname if pk else "id"
    names = {field.attname for field in recipe.model._meta.concrete_fields}
    natural = recipe.order or tuple(name for name in recipe.key if name in names)
    chosen = (sort,) if sort.lstrip("-") in names else natural
    return tuple(dict.fromkeys(chosen)) + (() if last in chosen else (last,))


def _state(recipe: Recipe, on: date) -> Any:
    life, text = recipe.life, CharField()
    if isinstance(life, Switched):
        return Case(
            When(**{life.flag: True}, then=Value(State.IN_FORCE.value)),
            default=Value(State.ENDED.value),
            output_field=text,
        )
    if life is None:
        return Value(State.IN_FORCE.value, output_field=text)
    today: Any = timezone.now() if life.moments else on
    ended = Q(pk__in=[])
    if life.ends:
        ended = Q(**{f"{life.ends}__{'lt' if life.last_day_counts else 'lte'}": on})
    cases = [
        When(**{f"{life.begins}__gt": today}, then=Value(State.COMING.value)),
        When(ended, then=Value(State.ENDED.value)),
    ]
    if life.series is not None:
        newer = recipe.model._default_manager.filter(
            **{name: OuterRef(name) for name in life.series},
            **{f"{life.begins}__gt": OuterRef(life.begins), f"{life.begins}__lte": today},
        )
        cases.append(When(Exists(newer), then=Value(State.ENDED.value)))
    return Case(*cases, default=Value(State.IN_FORCE.value), output_field=text)


def _since(recipe: Recipe, row: Model) -> str | None:
    return _day(getattr(row, recipe.life.begins)) if isinstance(recipe.life, Dated) else None


def _until(recipe: Recipe, row: Model) -> str | None:
    """The last day of the row, whichever way its table counts."""
    if not isinstance(recipe.life, Dated) or not recipe.life.ends:
        return None
    ends: date | None = getattr(row, recipe.life.ends)
    if ends is None or recipe.life.last_day_counts:
        return _day(ends)
    return (ends - timedelta(days=1)).isoformat()


def _day(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if value else None
