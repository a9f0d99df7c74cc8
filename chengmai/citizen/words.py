"""The words of the citizen's side: how a report stands, without the bureau's terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReportState(StrEnum):
    """How a report stands for the person who made it (domain reference 7.1)."""

    SUBMITTED = "submitted"  # 已提交
    ACCEPTED = "accepted"  # 已受理
    REFUSED = "refused"  # 未受理
    IN_PROGRESS = "in_progress"  # 处理中
    DONE = "done"  # 已处理
    TO_RATE = "to_rate"  # 待评价
    RATED = "rated"  # 已评价


@dataclass(frozen=True)
class FriendlyStep:
    """One step as a person reads it."""

    at: datetime
    title: str
    words: str
    unit: str | None
    media_ids: tuple[int, ...]


@dataclass(frozen=True)
class NextStep:
    """What comes next, and by when if that is known."""

    words: str
    by: datetime | None
