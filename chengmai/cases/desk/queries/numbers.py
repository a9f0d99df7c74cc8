"""The desk's limits, from the same rows as the loop's."""

from __future__ import annotations

from datetime import datetime

from chengmai.cases.desk.words import DeskNumbers, desk_numbers_from
from chengmai.cases.queries.settings import numbers_on


def desk_numbers(at: datetime) -> DeskNumbers:
    """The limits that hold on the city's day of this moment."""
    return desk_numbers_from(numbers_on(at))
