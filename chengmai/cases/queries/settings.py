"""The loop's numbers as they hold on a day, from a cache of a few seconds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from chengmai.cases.models import Setting, StageLimit
from chengmai.cases.rules.limits import LoopSettings, settings_from
from chengmai.kernel.reference import cached, forget

_CITY = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class _Row:
    key: str
    value: Any
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True)
class _Book:
    """All rows, and the settings already put together for a day."""

    limits: tuple[_Row, ...]
    values: tuple[_Row, ...]
    by_day: dict[date, LoopSettings]


def loop_settings(at: datetime) -> LoopSettings:
    """The settings that hold on the city's day of this moment.

    Where a city has no row for a number, the one that we ship holds (`fixtures/loop.json`).
    """
    book = cached("cases.settings", _load)
    day = at.astimezone(_CITY).date()
    found = book.by_day.get(day)
    if found is None:
        found = settings_from(_on(day, book.limits), _on(day, book.values))
        book.by_day[day] = found
    return found


def numbers_on(at: datetime) -> dict[str, Any]:
    """Every threshold by key as it holds on the city's day of this moment; must not be changed."""
    book = cached("cases.settings", _load)
    return _on(at.astimezone(_CITY).date(), book.values)


def forget_settings() -> None:
    """Let the settings be read again, after a change."""
    forget("cases.settings")


def shipped_rows() -> dict[str, list[dict[str, Any]]]:
    """What `fixtures/loop.json` holds: `stage_limits` and `settings`."""
    text = resources.files("chengmai.cases").joinpath("fixtures/loop.json").read_text("utf-8")
    rows: dict[str, list[dict[str, Any]]] = json.loads(text)
    return rows


def shipped_settings() -> LoopSettings:
    """The settings that we ship, without a database."""
    limits, values = _shipped()
    return settings_from(_on(date.max, limits), _on(date.max, values))


def _shipped() -> tuple[tuple[_Row, ...], tuple[_Row, ...]]:
    rows = shipped_rows()
    limits = (
        _Row(r["clock"], (r["amount"], r["unit"]), date.min, None) for r in rows["stage_limits"]
    )
    values = (_Row(r["key"], r["value"], date.min, None) for r in rows["settings"])
    return tuple(limits), tuple(values)


def _load() -> _Book:
    limits, values = _shipped()
    own_limits = (
        _Row(row.clock, (row.amount, row.unit), row.valid_from, row.valid_to)
        for row in StageLimit.objects.order_by("valid_from")
    )
    own_values = (
        _Row(row.key, row.value, row.valid_from, row.valid_to)
        for row in Setting.objects.order_by("valid_from")
    )
    return _Book((*limits, *own_limits), (*values, *own_values), {})


def _on(day: date, rows: Iterable[_Row]) -> dict[str, Any]:
    """The newest row in force on this day, by key."""
    return {
        row.key: row.value
        for row in rows
        if row.valid_from <= day and (row.valid_to is None or day <= row.valid_to)
    }
