"""The clocks of a case as a page shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.models import Case
from chengmai.cases.rules.clockjson import book_from_json
from chengmai.cases.words import ClockKind
from chengmai.city.public import office_calendar
from chengmai.kernel.worktime import Allowance, Unit, length_of

_ORDER = list(ClockKind)


def clocks_of(case: Case, at: datetime) -> list[dict[str, Any]]:
    """Every lap of every clock, in the order of the loop; minutes of the lap's own unit."""
    book = book_from_json(case.clocks)
    calendar = office_calendar()
    day = length_of(Allowance(1, Unit.WORK_DAY), calendar)
    return [
        {
            "kind": kind,
            "state": lap.state,
            "allowance": {"amount": lap.allowance.amount, "unit": lap.allowance.unit},
            "started_at": lap.started_at,
            "due_at": lap.due_at,
            "stopped_at": lap.stopped_at,
            "spent_minutes": round(lap.spent(at, calendar).total_seconds() / 60),
            "left_minutes": round(lap.left(at, calendar).total_seconds() / 60),
            "day_minutes": round(day.total_seconds() / 60),
            "overdue": lap.overdue(at),
        }
        for kind in _ORDER
        for lap in book.laps.get(kind, ())
    ]
