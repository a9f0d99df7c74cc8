"""Pure decisions of city: who is responsible, which calendar holds, which tiles exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chengmai.city.words import ClassCard, ClassName, ManagementLevel
from chengmai.kernel.worktime import Allowance, Unit

_LIMIT = re.compile(r"(\d{1,3})(eh|ed|wh|wd)")
MAX_ZOOM = 22


@dataclass(frozen=True)
class ResponsibilityRow:
    """One line of the table of responsibilities."""

    class_prefix: str
    division_prefix: str
    organisation_id: int


def responsible(rows: Iterable[ResponsibilityRow], class_code: str, grid_code: str) -> int | None:
    """The organisation of the longest fitting class prefix, then the longest division prefix."""
    fitting = [
        row
        for row in rows
        if class_code.startswith(row.class_prefix) and grid_code.startswith(row.division_prefix)
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda row: (len(row.class_prefix), len(row.division_prefix)))
    return best.organisation_id


def read_limit(text: str) -> Allowance:
    """`2eh` is two emergency hours. Raises ValueError."""
    found = _LIMIT.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise ValueError(f"{text!r} is no limit such as 4wh or 2wd")
    return Allowance(int(found[1]), Unit(found[2]))


def limits_of(stored: Mapping[str, Any]) -> dict[ManagementLevel, Allowance]:
    """The limits of a condition as the table keeps them: `{"A": [2, "eh"], …}`."""
    return {
        level: Allowance(int(stored[level][0]), Unit(stored[level][1])) for level in ManagementLevel
    }


def in_force(valid_from: date, valid_to: date | None, day: date) -> bool:
    """Whether a row of reference data holds on this day; `valid_to` is its first day without."""
    return valid_from <= day and (valid_to is None or day < valid_to)


def tile_exists(z: int, x: int, y: int) -> bool:
    """Whether the world has this tile."""
    return 0 <= z <= MAX_ZOOM and 0 <= x < 2**z and 0 <= y < 2**z


@dataclass(frozen=True)
class ClassRow:
    """A class of one edition of the tables with the days on which it holds; `until` is the first
    day on which it does not. Its card has the conditions of every day."""

    since: date
    until: date | None
    card: ClassCard


class Editions:
    """All editions of the class tables, each day's worked out once.

    `rows` are oldest edition first, so that of two that hold on a day the newer one counts.
    """

    def __init__(self, rows: tuple[ClassRow, ...]) -> None:
        self._rows = rows
        self._days: dict[date, dict[str, ClassCard]] = {}
        self._changes = sorted(
            {day for row in rows for day in (row.since, row.until) if day is not None}
            | {
                day
                for row in rows
                for c in row.card.conditions
                for day in (c.valid_from, c.valid_to)
                if day is not None
            }
        )
        self._by_code: dict[str, list[ClassRow]] = {}
        for row in rows:
            self._by_code.setdefault(row.card.code, []).append(row)
        self.names: dict[str, tuple[ClassName, ...]] = {
            code: tuple(ClassName(row.since, row.until, row.card.name) for row in of_code)
            for code, of_code in self._by_code.items()
        }

    def on(self, day: date) -> dict[str, ClassCard]:
        """The classes in force on this day, with the conditions of that day."""
        began = max((change for change in self._changes if change <= day), default=date.min)
        if began not in self._days:
            self._days[began] = {
                row.card.code: _card_on(row.card, day)
                for row in self._rows
                if in_force(row.since, row.until, day)
            }
        return self._days[began]

    def versions(self, code: str, day: date) -> list[ClassCard]:
        """The class as of this day first, then as it is in each edition, the newest first."""
        today = self.on(day).get(code)
        others = [row.card for row in reversed(self._by_code.get(code, []))]
        return [today, *others] if today is not None else others


def _card_on(card: ClassCard, day: date) -> ClassCard:
    held = tuple(
        c
        for c in card.conditions
        if c.valid_from is None or in_force(c.valid_from, c.valid_to, day)
    )
    return replace(card, conditions=held)
