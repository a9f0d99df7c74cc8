"""What may be done to a row, and which values may be written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from chengmai.kernel.tables.errors import BadValue, NotPossible
from chengmai.kernel.tables.recipe import Book, Recipe
from chengmai.kernel.tables.rows import STATE, rows_of, series_of
from chengmai.kernel.tables.values import bad, cleaned, same_shape
from chengmai.kernel.tables.words import Column, Dated, Doing, Kind, State, Switched, Values

if TYPE_CHECKING:
    from chengmai.kernel.tables.changes import Asked

_WRITING = (Doing.ADD, Doing.CHANGE, Doing.SUCCEED)


def refuse_unless_possible(
    recipe: Recipe, doing: Doing, row: Any, on: date | None, today: date
) -> None:
    """Refuse what this table does not take, or not from a row in this state."""
    wanted = Doing.CHANGE if doing is Doing.SUCCEED else doing
    if wanted not in recipe.doings:
        raise NotPossible(
            "This table does not take that.", doing=doing.value, remedy="请看表的说明。"
        )
    if doing is Doing.ADD or row is None:
        return
    state = State(getattr(row, STATE))
    life = recipe.life
    if doing is Doing.END:
        if state is State.ENDED:
            raise NotPossible("The row has ended already.", remedy="这一行已经停用。")
        if isinstance(life, Dated):
            _refuse_bad_end(life, row, on or today, today)
    if doing is Doing.REINSTATE:
        _refuse_reinstating(recipe, row, state)
    if doing is Doing.WITHDRAW and state is not State.COMING:
        raise NotPossible("Only what is not in force yet can be taken back.", remedy="请改为停用。")
    if doing is Doing.SUCCEED:
        if on is not None and on < today:
            raise BadValue("That day is over.", field="on", remedy="请选择今天或以后的日期。")
        if state is State.ENDED:
            raise NotPossible("The row has ended.", remedy="请修改现行的那一行。")


def _refuse_bad_end(life: Dated, row: Any, on: date, today: date) -> None:
    begins = getattr(row, life.begins)
    if on < today:
        raise BadValue("That day is over.", field="on", remedy="请选择今天或以后的日期。")
    if begins > today:
        raise NotPossible("The row is not in force yet.", remedy="尚未生效，请改为撤回。")
    if life.last_day_counts and on <= begins:
        raise BadValue(
            "It must hold for a day.", field="on", remedy="至少生效一天，请选择更晚的日期。"
        )


def _refuse_reinstating(recipe: Recipe, row: Any, state: State) -> None:
    life = recipe.life
    ends = getattr(row, life.ends) if isinstance(life, Dated) and life.ends else None
    if isinstance(life, Switched) and state is State.IN_FORCE:
        raise NotPossible("The row is in use.", remedy="这一行正在使用。")
    if isinstance(life, Dated):
        if ends is None:
            raise NotPossible("The row has no end.", remedy="这一行没有停用日期。")
        newer = series_of(recipe, row).filter(**{f"{life.begins}__gt": getattr(row, life.begins)})
        if life.series is not None and newer.exists():
            raise NotPossible("A newer row follows.", remedy="已有新的一行接续，请修改那一行。")


def judged_values(
    book: Book, recipe: Recipe, doing: Doing, asked: Asked, before: Values, today: date
) -> tuple[dict[str, Any], dict[str, str]]:
    """The plain values to be written, and the secrets apart. Raises BadValue."""
    values: dict[str, Any] = {}
    secrets: dict[str, str] = {}
    if doing not in _WRITING:
        return values, secrets
    _refuse_strangers(recipe, asked.values)
    for column in recipe.columns:
        given = column.name in asked.values
        if not column.edited or (doing is not Doing.ADD and not given):
            continue
        value = cleaned(column, asked.values.get(column.name))
        if column.kind is Kind.SECRET:
            if value:
                secrets[column.name] = value
            continue
        if doing is not Doing.ADD and value == before.get(column.name):
            continue
        _judge_against(book, column, doing, value, before, asked, today)
        values[column.name] = value
    return values, secrets


def _judge_against(
    book: Book,
    column: Column,
    doing: Doing,
    value: Any,
    before: Values,
    asked: Asked,
    today: date,
) -> None:
    if column.fixed and doing is not Doing.ADD:
        raise bad(column, "这一项建立后不能修改；请停用这一行后另建。")
    if column.kind is Kind.VALUE and not same_shape(before.get(column.name), value):
        raise bad(column, "新值须与原值同一形式（数字、是否、文字或同样长的列表）。")
    if column.kind is Kind.REFERENCE and value is not None:
        _judge_reference(book, column, value, asked, today)


def _judge_reference(book: Book, column: Column, value: Any, asked: Asked, today: date) -> None:
    recipe = book.recipes.get(column.refers)
    if recipe is None or value in asked.coming.get(column.refers, ()):
        return
    try:
        state = rows_of(recipe, today).filter(pk=value).values_list(STATE, flat=True).first()
    except (ValueError, TypeError, ValidationError):
        state = None
    if state is None:
        raise bad(column, f"“{recipe.words.zh}”中没有这一行，请从列表中选择。")
    if state == State.ENDED.value:
        raise bad(column, f"所选的“{recipe.words.zh}”已停用，请另选。")


def _refuse_strangers(recipe: Recipe, values: Values) -> None:
    for name in values:
        column = recipe.column(name)
        if column is None:
            raise BadValue(
                "There is no such column.", field=str(name)[:60], remedy="请去掉这一项。"
            )
