"""The words of personal data rights (个人信息保护法 44–50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RequestKind(StrEnum):
    """What a person may ask for."""

    COPY = "copy"  # 查阅、复制
    CORRECT = "correct"  # 更正、补充
    ERASE = "erase"  # 删除
    EXPLAIN = "explain"  # 说明处理规则


class RequestState(StrEnum):
    """How far the answer is."""

    OPEN = "open"  # 待办
    WAITING = "waiting"  # 等案件办结后执行
    DONE = "done"  # 已办
    REFUSED = "refused"  # 不予办理


@dataclass(frozen=True)
class Reading:
    """Somebody of staff saw a name, a number or a whole text, or searched for the person: when, of
    which unit, and why."""

    at: datetime
    what: str  # contact | report | copy | search
    who: str  # masked
    organisation: str
    reason: str


@dataclass(frozen=True)
class Erasure:
    """What was erased now, and the cases that must end before the rest can be."""

    erased: int
    waiting_for: tuple[str, ...]
