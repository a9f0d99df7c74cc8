"""The words of faults: which invariant is broken, and how a check stands."""

from __future__ import annotations

from enum import StrEnum


class FaultKind(StrEnum):
    """Which invariant is broken (GB/T 30428.1: grids cover the ground once, nested, for good)."""

    GAP = "gap"  # 空隙
    OVERLAP = "overlap"  # 重叠
    OUTSIDE_COMMUNITY = "outside_community"  # 越出社区
    COMMUNITY_CLOSED = "community_closed"  # 所属社区已停用
    PREFIX = "prefix"  # 编码前缀不符
    STRAY_COMPONENT = "stray_component"  # 部件不在任何网格
    MISPLACED_COMPONENT = "misplaced_component"  # 部件登记网格不符
    DUTY_SHAPE = "duty_shape"  # 责任网格与单元网格不一致
    NO_DUTY_GRID = "no_duty_grid"  # 单元网格无责任网格
    REUSED_CODE = "reused_code"  # 停用编码再次启用


class CheckState(StrEnum):
    """Where a check stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
