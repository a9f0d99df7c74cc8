"""Times as people and spreadsheets write them (kernel.moments), as reasons of the row report."""

from __future__ import annotations

from datetime import datetime

from chengmai.cases.intake.errors import RowRefused
from chengmai.cases.intake.words import Reason
from chengmai.kernel.moments import Doubt, NoMoment, read_moment

_REASONS = {
    Doubt.UNREADABLE: Reason.TIME_UNREADABLE,
    Doubt.AMBIGUOUS: Reason.TIME_AMBIGUOUS,
    Doubt.IMPLAUSIBLE: Reason.TIME_IMPLAUSIBLE,
}


def read_time(text: str, *, now: datetime, date_order: str = "") -> datetime | None:
    """When it was said, aware; an empty text is None. Wall time is Asia/Shanghai.

    Raises RowRefused for a time that cannot be read, could be two days, or cannot be true.
    """
    try:
        return read_moment(text, now=now, date_order=date_order)
    except NoMoment as doubt:
        raise RowRefused(_REASONS[doubt.doubt], doubt.text) from None
