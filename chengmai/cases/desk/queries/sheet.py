"""A list of cases as rows of a workbook, page by page through the list's own door."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from chengmai.cases.desk.words import COLUMNS, Column
from chengmai.cases.queries.lists import MAX_LIMIT, CaseFilter, list_cases
from chengmai.identity.words import Actor
from chengmai.kernel.masks import mask_numbers_in

_TITLES: dict[str, dict[str, str]] = {
    "lamp": {
        "in_time": "正常", "due_soon": "临期", "overdue": "超时", "suspended": "挂账", "none": "",
    },
    "stage": {
        "reported": "待受理", "verifying": "核实中", "pending_register": "待立案",
        "pending_dispatch": "待派遣", "pending_department": "待接收", "handling": "处置中",
        "suspended": "挂账", "feedback": "待反馈确认", "pending_check": "待核查",
        "checking": "核查中", "pending_close": "待结案", "self_audit": "自处置待审",
        "closed": "已结案", "special_closed": "特殊结案", "rejected": "不予受理",
        "not_registered": "不予立案", "voided": "作废", "merged": "已合并",
    },
    "source": {
        "collector": "监督员", "hotline": "热线", "wechat": "微信", "app": "APP", "web": "网站",
        "video_ai": "视频智能", "alarm": "传感报警", "drone": "无人机", "leader": "领导交办",
        "media": "媒体", "transfer": "转办", "inspector": "督察", "import": "导入",
    },
    "kind": {"component": "部件", "matter": "事件"},
}  # fmt: skip
_TIMES = frozenset({"reported_at", "lamp_due_at", "due_at"})
_FREE_TEXT = frozenset({"description", "address"})
_BY_KEY = {column.key: column for column in COLUMNS}


def sheet_columns(keys: list[str]) -> list[Column]:
    """The columns in the order asked for; all of them where none is named."""
    return [_BY_KEY[key] for key in keys] if keys else list(COLUMNS)


def rows_of(
    actor: Actor,
    wanted: CaseFilter,
    columns: list[Column],
    *,
    at: datetime,
    most: int,
    told: Callable[[int], None],
) -> Iterator[list[Any]]:
    """The cells of each case that the actor may see, in the list's order, at most so many rows.

    `told(done)` hears after each page. Phone and identity numbers in free text are masked.
    """
    after: list[Any] | None = None
    done = 0
    while done < most:
        text, after = list_cases(actor, wanted, after=after, limit=MAX_LIMIT, at=at)
        page = json.loads(text)
        for row in page[: most - done]:
            yield [_cell(column.key, row.get(column.key)) for column in columns]
        done += len(page)
        told(min(done, most))
        if after is None:
            return


def _cell(key: str, value: Any) -> Any:
    if value is None:
        return ""
    if key in _TIMES:
        return datetime.fromisoformat(value)
    if key in _FREE_TEXT:
        return mask_numbers_in(value)
    if key in _TITLES:
        return _TITLES[key].get(value, value)
    if isinstance(value, bool):
        return "是" if value else ""
    return value


def scope_mark(actor: Actor) -> str:
    """A digest of how far the actor sees; another digest later means another scope."""
    seen = (
        actor.id,
        actor.sees_whole_city,
        actor.organisation_path,
        actor.division,
        sorted(actor.duty_grid_codes),
        sorted(duty.value for duty in actor.duties),
    )
    return hashlib.sha256(repr(seen).encode()).hexdigest()
