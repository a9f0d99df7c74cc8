"""Writing a judged change: by the domain's own action where it has one, else as it stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.rows import series_of
from chengmai.kernel.tables.values import put
from chengmai.kernel.tables.words import Dated, Doing, Kind, Switched


def write(change: Change) -> Any:
    """Write the change inside the caller's transaction; the row, or None where it is gone."""
    act = change.recipe.acts.get(change.doing)
    if act is not None:
        return _fresh(change, act(change))
    if change.doing is Doing.SUCCEED and Doing.CHANGE in change.recipe.acts:
        return _fresh(change, change.recipe.acts[Doing.CHANGE](change))
    return _WRITERS[change.doing](change)


def day_of(at: datetime) -> date:
    """The city's day of a moment."""
    return timezone.localtime(at).date()


def _fresh(change: Change, made: Any) -> Any:
    """The row as an action left it: the action may return the row, its key, or nothing."""
    model = change.recipe.model._default_manager
    key = made.pk if isinstance(made, Model) else made
    if key is None and change.row is not None:
        key = change.row.pk
    return model.filter(pk=key).first()


def _add(change: Change) -> Any:
    recipe = change.recipe
    row = recipe.model(**recipe.only)
    _fill(recipe, row, change, set(change.after))
    _begin(recipe, row, change)
    row.save(force_insert=True)
    return row


def _change(change: Change) -> Any:
    row = _copy(change)
    _fill(change.recipe, row, change, set(change.changed))
    row.save(force_update=True)
    return row


def _succeed(change: Change) -> Any:
    """End the row the day before and let a copy with the new values go on."""
    recipe, life = change.recipe, change.recipe.life
    assert isinstance(life, Dated)  # noqa: S101 (judged before)
    later = series_of(recipe, change.row).filter(**{life.begins: change.on}).first()
    if later is not None:  # what was planned for that day is replaced
        _fill(recipe, later, change, set(change.after))
        later.save(force_update=True)
        return later
    row = _copy(change)
    ends = getattr(row, life.ends) if life.ends else None
    row.pk = None
    row._state.adding = True
    _fill(recipe, row, change, set(change.after))
    setattr(row, life.begins, change.on)
    if life.ends:
        setattr(row, life.ends, ends)
        _end_of(change.row, life, change.on)
    row.save(force_insert=True)
    return row


def _end(change: Change) -> Any:
    row, life = _copy(change), change.recipe.life
    if isinstance(life, Switched):
        setattr(row, life.flag, False)
    elif isinstance(life, Dated) and life.ends:
        setattr(row, life.ends, _last(life, change.on))
    else:
        row.delete()
        return None
    row.save(force_update=True)
    return row


def _reinstate(change: Change) -> Any:
    row, life = _copy(change), change.recipe.life
    if isinstance(life, Switched):
        setattr(row, life.flag, True)
    elif isinstance(life, Dated) and life.ends:
        setattr(row, life.ends, None)
    row.save(force_update=True)
    return row


def _withdraw(change: Change) -> None:
    """Take back what has not begun; the row before it goes on as if nothing had been planned."""
    recipe, row, life = change.recipe, change.row, change.recipe.life
    if isinstance(life, Dated) and life.series is not None and life.ends:
        joint = _last(life, getattr(row, life.begins))
        before = series_of(recipe, row).exclude(pk=row.pk).filter(**{life.ends: joint})
        before.update(**{life.ends: getattr(row, life.ends)})
    _copy(change).delete()


def _copy(change: Change) -> Any:
    """The row read anew: the one in the change stays as it was before."""
    return change.recipe.model._default_manager.get(pk=change.row.pk)


def _fill(recipe: Recipe, row: Any, change: Change, names: set[str]) -> None:
    for column in recipe.columns:
        if column.name in names and column.edited and column.kind is not Kind.SECRET:
            put(column, row, change.after.get(column.name))


def _begin(recipe: Recipe, row: Any, change: Change) -> None:
    if not isinstance(recipe.life, Dated) or recipe.column(recipe.life.begins):
        return
    begins: Any = change.on
    if recipe.life.moments:
        begins = change.at if change.on == day_of(change.at) else _midnight(change.on)
    setattr(row, recipe.life.begins, begins)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001


def _end_of(row: Any, life: Dated, on: date) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**{life.ends: _last(life, on)})


def _last(life: Dated, on: date) -> date:
    """What the table's own end column says for a row that no longer holds on this day."""
    return on - timedelta(days=1) if life.last_day_counts else on


_WRITERS = {
    Doing.ADD: _add,
    Doing.CHANGE: _change,
    Doing.SUCCEED: _succeed,
    Doing.END: _end,
    Doing.REINSTATE: _reinstate,
    Doing.WITHDRAW: _withdraw,
}
