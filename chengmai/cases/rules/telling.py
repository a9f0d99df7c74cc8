"""Who is told of a step, and with which template. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..words import Move


class Audience(StrEnum):
    """Whom of the case a notice is for."""

    DEPARTMENT = "department"  # 责任单位的专业部门人员
    HANDLER = "handler"  # 处置人员
    COLLECTOR = "collector"  # 监督员


@dataclass(frozen=True)
class Telling:
    """A template and its audience."""

    template: str
    audience: tuple[Audience, ...]
    supervised: bool = False


_BACK = Telling("case_returned", (Audience.HANDLER, Audience.DEPARTMENT))
_LOOK = Telling("case_to_check", (Audience.COLLECTOR,))
TOLD: dict[Move, Telling] = {
    Move.DISPATCH: Telling("case_dispatched", (Audience.DEPARTMENT,)),
    Move.ASSIGN: Telling("case_to_handle", (Audience.HANDLER,)),
    Move.REDO: _BACK,
    Move.BACK_TO_HANDLING: _BACK,
    Move.FAIL_CHECK: _BACK,
    Move.SEND_VERIFY: _LOOK,
    Move.SEND_CHECK: _LOOK,
    Move.SUPERVISE: Telling(
        "case_supervised", (Audience.DEPARTMENT, Audience.HANDLER), supervised=True
    ),
}
