"""The words of the desk: who may see a view, how a bulk move's case fared, what a list may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Sharing(StrEnum):
    """Who finds a saved view among theirs."""

    PRIVATE = "private"  # 仅自己
    ORGANISATION = "organisation"  # 本单位及下级
    DUTY = "duty"  # 同岗位


class Layout(StrEnum):
    """How a list looks."""

    CARDS = "cards"
    TABLE = "table"


class PhraseLevel(StrEnum):
    """For whom a standard phrase is."""

    CITY = "city"
    ORGANISATION = "organisation"
    PERSON = "person"


class BulkState(StrEnum):
    """Where a bulk move stands."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class ItemState(StrEnum):
    """How one case of a bulk move fared."""

    PENDING = "pending"
    MOVED = "moved"  # 已办
    REFUSED = "refused"  # 未办,有原因
    STALE = "stale"  # 期间有人办过
    LEFT = "left"  # 取消时还没有轮到


ITEM_WORDS = {
    ItemState.PENDING: "等待",
    ItemState.MOVED: "已办理",
    ItemState.REFUSED: "未办理",
    ItemState.STALE: "期间已被他人办理",
    ItemState.LEFT: "已取消",
}


@dataclass(frozen=True)
class Column:
    """One column of a case list: its name in a workbook, and its first width in pixels."""

    key: str
    title: str
    width: int


COLUMNS = (
    Column("lamp", "时限", 84),
    Column("case_no", "案件号", 168),
    Column("stage", "阶段", 104),
    Column("class_name", "类别", 140),
    Column("description", "描述", 320),
    Column("address", "地址", 240),
    Column("district_name", "区", 96),
    Column("grid_code", "网格", 150),
    Column("organisation_name", "责任单位", 160),
    Column("source", "来源", 88),
    Column("kind", "部件/事件", 88),
    Column("reported_at", "上报时间", 150),
    Column("lamp_due_at", "当前时限至", 150),
    Column("due_at", "处置时限至", 150),
    Column("urgent", "紧急", 64),
    Column("supervised", "督办", 64),
    Column("rework_no", "返工次数", 80),
    Column("report_count", "反映人数", 80),
)
COLUMN_KEYS = tuple(column.key for column in COLUMNS)
FIRST_COLUMNS = (
    "lamp", "case_no", "stage", "class_name", "address", "organisation_name", "source",
    "reported_at", "lamp_due_at",
)  # fmt: skip
WIDTHS = (40, 900)  # pixels

PLACEHOLDERS = ("class_name", "address", "limit", "case_no", "organisation_name", "district_name")


@dataclass(frozen=True)
class DeskNumbers:
    """The desk's limits as they hold on a day; each is a row of `cases_setting`."""

    views_max: int
    phrases_max: int
    bulk_max: int
    bulk_open_max: int
    export_rows_max: int
    export_jobs_max: int
    export_hours: int
    file_cases_max: int


def desk_numbers_from(values: Mapping[str, Any]) -> DeskNumbers:
    """The limits that these rows say. Raises KeyError naming a missing one, ValueError below one."""
    numbers = {name: int(values[f"desk_{name}"]) for name in DeskNumbers.__dataclass_fields__}
    if min(numbers.values()) < 1:
        raise ValueError("A limit of the desk is at least one.")
    return DeskNumbers(**numbers)
