"""Pure decisions of city: who is responsible, which calendar holds, which tiles exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chengmai.city.words import ManagementLevel
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
