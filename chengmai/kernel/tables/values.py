"""A column's value: read from a row, judged, and written into one.

Plain values cross: text, numbers, flags, None, days and times in ISO 8601, limits as `4wh`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from chengmai.kernel.masks import mask_name
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.words import Column, Kind, Values

_LIMIT = re.compile(r"(\d{1,5}) ?([a-z]{2})")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LARGEST = 2**31 - 1
_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.COLOUR, Kind.CHOICE})


def read_row(recipe: Recipe, row: Any) -> dict[str, Any]:
    """The plain values of a row, by column; secrets are left out."""
    return {
        column.name: read(column, row)
        for column in recipe.columns
        if column.kind is not Kind.SECRET
    }


def read(column: Column, row: Any) -> Any:
    """The plain value of one column of a row."""
    if column.pair:
        amount, unit = (getattr(row, name) for name in column.pair)
        return f"{amount}{unit}"
    if column.holder:
        kept = (getattr(row, column.holder) or {}).get(column.part)
        return f"{kept[0]}{kept[1]}" if column.kind is Kind.LIMIT and kept else kept
    value = getattr(row, column.name)
    if value is None and column.kind in _TEXTS:
        return ""
    if column.kind is Kind.TIME and value is not None:
        return value.strftime("%H:%M")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if column.kind is Kind.CHOICE and value is not None:
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def put(column: Column, row: Any, value: Any) -> None:
    """Write a cleaned plain value into a row."""
    if column.pair:
        amount, unit = split_limit(str(value))
        setattr(row, column.pair[0], amount)
        setattr(row, column.pair[1], unit)
    elif column.holder:
        whole = dict(getattr(row, column.holder) or {})
        whole[column.part] = (
            list(split_limit(str(value))) if column.kind is Kind.LIMIT and value else value
        )
        setattr(row, column.holder, whole)
    elif column.kind in _FROM_TEXT and isinstance(value, str):
        setattr(row, column.name, _FROM_TEXT[column.kind](value))
    else:
        setattr(row, column.name, value)


def cleaned(column: Column, raw: Any) -> Any:
    """The plain value that was meant. Raises BadValue naming the column and what to write."""
    if isinstance(raw, str):
        raw = raw.strip()
    if raw is None or raw == "":
        if column.needed and column.kind is not Kind.SECRET:
            raise bad(column, "请填写这一项。")
        return _nothing(column)
    return _JUDGES[column.kind](column, raw)


def bad(column: Column, remedy: str) -> BadValue:
    """The refusal of a value of this column."""
    return BadValue(f"{column.words.en}: {remedy}", field=column.name, remedy=remedy)


def split_limit(text: str) -> tuple[int, str]:
    """`4wh` is 4 of `wh`. Raises ValueError."""
    found = _LIMIT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found[1]), found[2]


def told(recipe: Recipe, values: Values) -> dict[str, Any]:
    """Values as the ledger may keep them: personal ones masked, secret ones left out."""
    kept = {}
    for name, value in values.items():
        column = recipe.column(name)
        if column is None or column.kind is Kind.SECRET:
            continue
        kept[name] = mask_name(str(value)) if column.personal and value else value
    return kept


def same_shape(old: Any, new: Any) -> bool:
    """Whether a setting's new value looks like the old: a number for a number, a pair for a pair."""
    if old is None or new is None:
        return True
    if isinstance(old, bool) or isinstance(new, bool):
        return isinstance(old, bool) and isinstance(new, bool)
    if isinstance(old, int) and isinstance(new, float):
        return False
    if isinstance(old, int | float):
        return isinstance(new, int | float) and new >= 0
    if isinstance(old, list):
        return isinstance(new, list) and len(new) == len(old) and all(map(same_shape, old, new))
    return type(old) is type(new)


def _nothing(column: Column) -> Any:
    if column.default is not None:
        return column.default
    return "" if column.kind in _TEXTS else False if column.kind is Kind.FLAG else None


def _text(column: Column, raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise bad(column, "请填写文字。")
    text = str(raw)
    if len(text) > column.longest:
        raise bad(column, f"最多 {column.longest} 个字。")
    if column.pattern and not re.fullmatch(column.pattern, text):
        hint = column.hint.zh if column.hint else f"须符合 {column.pattern}"
        raise bad(column, hint)
    return text


def _number(column: Column, raw: Any) -> float:
    try:
        if isinstance(raw, bool):
            raise ValueError
        number = float(raw)
    except (TypeError, ValueError):
        raise bad(column, "请填写数字。") from None
    return float(_within(column, number))


def _integer(column: Column, raw: Any) -> int:
    number = _number(column, raw)
    if number != int(number):
        raise bad(column, "请填写整数。")
    return int(number)


def _within(column: Column, number: float) -> float:
    least = 0 if column.least is None else column.least
    most = _LARGEST if column.most is None else column.most
    if not least <= number <= most:
        raise bad(column, f"须在 {least:g} 与 {most:g} 之间。")
    return number


def _flag(column: Column, raw: Any) -> bool:
    known = {"是": True, "否": False, "true": True, "false": False, "1": True, "0": False}
    found = raw if isinstance(raw, bool) else known.get(str(raw).lower())
    if found is None:
        raise bad(column, "请填写 是 或 否。")
    return bool(found)


def _date(column: Column, raw: Any) -> str:
    try:
        if isinstance(raw, datetime):
            return raw.date().isoformat()
        day = raw if isinstance(raw, date) else date.fromisoformat(str(raw)[:10])
    except ValueError:
        raise bad(column, "请填写日期，例如 2026-01-31。") from None
    if not 1900 <= day.year <= 2200:
        raise bad(column, "请选择 1900 年至 2200 年之间的日期。")
    return day.isoformat()


def _time(column: Column, raw: Any) -> str:
    try:
        found = raw if isinstance(raw, time) else time.fromisoformat(str(raw))
    except ValueError:
        raise bad(column, "请填写时间，例如 08:30。") from None
    return found.strftime("%H:%M")


def _moment(column: Column, raw: Any) -> str:
    try:
        found = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
    except ValueError:
        raise bad(column, "请填写日期和时间，例如 2026-01-31T08:00+08:00。") from None
    if found.tzinfo is None:
        raise bad(column, "请写明时区，例如 2026-01-31T08:00+08:00。")
    return found.isoformat()


def _choice(column: Column, raw: Any) -> str:
    for choice in column.choices:
        if str(raw) in (choice.value, choice.words.zh, choice.words.en):
            return choice.value
    raise bad(column, f"请从列表中选择：{'、'.join(c.words.zh for c in column.choices[:12])}。")


def _reference(_: Column, raw: Any) -> Any:
    return int(raw) if isinstance(raw, str) and raw.isdigit() and len(raw) < 10 else raw


def _code(column: Column, raw: Any) -> str:
    return _text(column, raw)


def _limit(column: Column, raw: Any) -> str:
    try:
        amount, unit = split_limit(str(raw))
    except ValueError:
        raise bad(column, "请填写时限，例如 4wh（4 工作时）。") from None
    if unit not in column.units or not 0 < amount <= 10_000:
        raise bad(column, f"数量 1–10000，单位为 {'、'.join(column.units)}。")
    return f"{amount}{unit}"


def _colour(column: Column, raw: Any) -> str:
    if not isinstance(raw, str) or not _COLOUR.fullmatch(raw):
        raise bad(column, "请选择颜色，例如 #1668B8。")  # a value of data, not of our look
    return raw.lower()


def _value(column: Column, raw: Any) -> Any:
    if len(str(raw)) > 20_000:
        raise bad(column, "内容过长。")
    return raw


def _secret(column: Column, raw: Any) -> str:
    return _text(column, raw)


_JUDGES: dict[Kind, Callable[[Column, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _reference,
    Kind.CODE: _code,
    Kind.LIMIT: _limit,
    Kind.COLOUR: _colour,
    Kind.VALUE: _value,
    Kind.SECRET: _secret,
}
_FROM_TEXT: dict[Kind, Callable[[str], Any]] = {
    Kind.DATE: date.fromisoformat,
    Kind.TIME: time.fromisoformat,
    Kind.MOMENT: datetime.fromisoformat,
}
