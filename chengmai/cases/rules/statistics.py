"""The counters of a period and their rates (GB/T 30428.4, domain reference 1.7).

Counts are of days, and add up over any period. What "should have been done" in a period is
counted once for each case, on the day on which it was done or its deadline came, whichever was
first: so no rate exceeds one, and neighbouring periods share no case. Suspended, void and merged
cases are not due; a time-out that an approved appeal excused is in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

COUNTS = (
    "reported",  # 上报数, on the day of the report
    "valid",  # 有效上报数: of these, neither refused nor void nor a copy
    "accepted",  # 受理数
    "registered",  # 立案数
    "dispatched",  # 派遣数
    "disposed",  # 处置数, confirmed by the department
    "in_time",  # 按期处置数
    "overtime",  # 超期处置数
    "closed",  # 结案数
    "due",  # 应处置数
    "due_done",  # of these, disposed by now
    "due_in_time",  # of these, disposed in time
    "to_close",  # 应结案数
    "to_close_done",  # of these, closed by now
    "to_close_in_time",  # of these, closed after a handling in time
    "rework",  # 返工数: of these, failed a check at least once
)
# rate: (numerator, denominator)
RATES = {
    "valid_rate": ("valid", "reported"),  # 有效上报率
    "register_rate": ("registered", "valid"),  # 立案率
    "dispose_rate": ("due_done", "due"),  # 处置率
    "in_time_rate": ("due_in_time", "due"),  # 按期处置率
    "close_rate": ("to_close_done", "to_close"),  # 结案率
    "in_time_close_rate": ("to_close_in_time", "to_close"),  # 按期结案率
    "rework_rate": ("rework", "to_close"),  # 返工率
}


def rates(counts: Mapping[str, int]) -> dict[str, float | None]:
    """Every rate as a share with four decimals; None where nothing could have been done."""
    return {
        name: round(counts[part] / counts[whole], 4) if counts[whole] else None
        for name, (part, whole) in RATES.items()
    }


def change(now: int, before: int) -> float | None:
    """By what share a count grew (negative: fell); None without anything before."""
    return round((now - before) / before, 4) if before else None


def runs(days: Iterable[date]) -> list[list[date]]:
    """Days that follow one another within a week, together, in order."""
    found: list[list[date]] = []
    for day in sorted(days):
        if found and (day - found[-1][-1]).days <= 7:
            found[-1].append(day)
        else:
            found.append([day])
    return found
