"""The words of the closed loop: stages, moves, clocks, lamps, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """Where a case stands (domain reference 2.2)."""

    REPORTED = "reported"  # 待受理
    VERIFYING = "verifying"  # 核实中
    PENDING_REGISTER = "pending_register"  # 待立案
    PENDING_DISPATCH = "pending_dispatch"  # 待派遣
    PENDING_DEPARTMENT = "pending_department"  # 待部门接收
    HANDLING = "handling"  # 处置中
    SUSPENDED = "suspended"  # 挂账
    FEEDBACK = "feedback"  # 待反馈确认
    PENDING_CHECK = "pending_check"  # 待核查
    CHECKING = "checking"  # 核查中
    PENDING_CLOSE = "pending_close"  # 待结案
    SELF_AUDIT = "self_audit"  # 自行处置待审核
    CLOSED = "closed"  # 已结案
    SPECIAL_CLOSED = "special_closed"  # 特殊结案
    REJECTED = "rejected"  # 不予受理
    NOT_REGISTERED = "not_registered"  # 不予立案
    VOIDED = "voided"  # 作废
    MERGED = "merged"  # 已合并


TERMINAL = frozenset(
    {
        Stage.CLOSED,
        Stage.SPECIAL_CLOSED,
        Stage.REJECTED,
        Stage.NOT_REGISTERED,
        Stage.VOIDED,
        Stage.MERGED,
    }
)


class Move(StrEnum):
    """One step in a case's life; the numbers are the rows of domain reference 2.2."""

    REJECT = "reject"  # 2 不予受理
    MERGE = "merge"  # 3 合并
    UNMERGE = "unmerge"  # 撤销合并
    SEND_VERIFY = "send_verify"  # 4 核实
    SUBMIT_VERIFY = "submit_verify"  # 5 核实结果
    VERIFY_TIMEOUT = "verify_timeout"  # 6 核实超时
    ACCEPT = "accept"  # 7 受理
    REGISTER = "register"  # 8 立案
    NOT_REGISTER = "not_register"  # 9 不予立案
    BACK_TO_ACCEPTANCE = "back_to_acceptance"  # 10 退回受理
    VOID = "void"  # 11 作废
    DISPATCH = "dispatch"  # 12, 33 派遣(可带协办单位)
    BACK_TO_REGISTRAR = "back_to_registrar"  # 13 退回值班长
    ASSIGN = "assign"  # 14 接收并指派
    APPLY_RETURN = "apply_return"  # 15 申请回退
    APPROVE_RETURN = "approve_return"  # 16 同意回退
    REFUSE_RETURN = "refuse_return"  # 16 驳回回退
    APPLY_EXTENSION = "apply_extension"  # 17 申请延期
    APPROVE_EXTENSION = "approve_extension"  # 18 同意延期
    REFUSE_EXTENSION = "refuse_extension"  # 18 驳回延期
    APPLY_SUSPENSION = "apply_suspension"  # 19 申请挂账
    APPROVE_SUSPENSION = "approve_suspension"  # 20 同意挂账
    REFUSE_SUSPENSION = "refuse_suspension"  # 20 驳回挂账
    RESUME = "resume"  # 21 销账
    FINISH = "finish"  # 22 处置完成
    FINISH_PART = "finish_part"  # 33 协办完成
    REDO = "redo"  # 23 部门退改
    CONFIRM = "confirm"  # 24 确认反馈
    BACK_TO_HANDLING = "back_to_handling"  # 25 退回处置
    SEND_CHECK = "send_check"  # 26 核查
    PASS_CHECK = "pass_check"  # 27 核查通过  # noqa: S105
    FAIL_CHECK = "fail_check"  # 28 核查不通过
    CLOSE = "close"  # 29 结案
    RECHECK = "recheck"  # 30 再核查
    SPECIAL_CLOSE = "special_close"  # 31 特殊结案
    APPROVE_SPECIAL_CLOSE = "approve_special_close"  # 31 批准特殊结案
    REFUSE_SPECIAL_CLOSE = "refuse_special_close"  # 31 驳回特殊结案
    SUPERVISE = "supervise"  # 32 督办
    PASS_DOWN = "pass_down"  # 34 再派遣  # noqa: S105
    PASS_AUDIT = "pass_audit"  # 36 自行处置通过  # noqa: S105
    FAIL_AUDIT = "fail_audit"  # 36 自行处置不通过
    REOPEN = "reopen"  # 37 重新办理
    APPLY_APPEAL = "apply_appeal"  # 38 申诉
    APPROVE_APPEAL = "approve_appeal"  # 38 同意申诉
    REFUSE_APPEAL = "refuse_appeal"  # 38 驳回申诉


class ClockKind(StrEnum):
    """The seven clocks."""

    ACCEPT = "acc"
    VERIFY = "ver"
    REGISTER = "reg"
    DISPATCH = "dis"
    HANDLE = "han"
    CHECK = "chk"
    CLOSE = "clo"


class Lamp(StrEnum):
    """How a case stands against its clock now; always colour, shape and word."""

    IN_TIME = "in_time"  # ● 正常
    DUE_SOON = "due_soon"  # ◆ 临期
    OVERDUE = "overdue"  # ▲ 超时
    SUSPENDED = "suspended"  # ❚❚ 挂账
    NONE = "none"  # 无计时


class CaseSource(StrEnum):
    """Through which channel a problem came (案件来源)."""

    COLLECTOR = "collector"
    HOTLINE = "hotline"
    WECHAT = "wechat"
    APP = "app"
    WEB = "web"
    VIDEO_AI = "video_ai"
    ALARM = "alarm"
    DRONE = "drone"
    LEADER = "leader"
    MEDIA = "media"
    TRANSFER = "transfer"
    INSPECTOR = "inspector"
    IMPORT = "import"


class PendingKind(StrEnum):
    """An application that waits for somebody's approval."""

    RETURN = "return"  # 回退
    EXTENSION = "extension"  # 延期
    SUSPENSION = "suspension"  # 挂账
    SPECIAL_CLOSE = "special_close"  # 特殊结案
    APPEAL = "appeal"  # 超时申诉
    VOID = "void"  # 作废(需第二人)


class VerifyResult(StrEnum):
    """What a collector found when verifying a report on the spot (row 5)."""

    REAL = "real"  # 属实
    NOT_FOUND = "not_found"  # 未发现
    WRONG_CLASS = "wrong_class"  # 类别不符


class SpecialReason(StrEnum):
    """Why a case ends without its closing condition (row 31)."""

    NO_OWNER = "no_owner"  # 无责任主体
    LITIGATION = "litigation"  # 诉讼中
    PROJECT = "project"  # 纳入工程项目
    ENFORCEMENT = "enforcement"  # 转执法案件
    FORCE_MAJEURE = "force_majeure"  # 不可抗力
    NOTICE = "notice"  # 告知性结案


class SupervisionLevel(StrEnum):
    """How loudly a leader or dispatcher urges a case on (row 32)."""

    YELLOW = "yellow"  # 黄牌督办
    RED = "red"  # 红牌督办
    INSTRUCTION = "instruction"  # 领导批示


class AppealState(StrEnum):
    """A time-out appeal is made at most once (row 38)."""

    NONE = ""
    APPLIED = "applied"
    APPROVED = "approved"
    REFUSED = "refused"


class PhotoRole(StrEnum):
    """What a photo of a case shows."""

    BEFORE = "before"
    AFTER = "after"
    CHECK = "check"
    OTHER = "other"


@dataclass(frozen=True)
class ReportReceipt:
    """What the reporter of a problem takes home. `repeated`: this key was reported before."""

    case_id: int
    case_no: str
    tracking_no: str
    repeated: bool = False


@dataclass(frozen=True)
class Pending:
    """An application on a case, and how high it has climbed (level 1, then 2).

    `days` is what was asked for (0: one more original limit), `until` the end of a suspension.
    """

    kind: PendingKind
    by: int | None
    by_name: str
    reason: str
    at: datetime
    level: int = 1
    approved_by: tuple[int, ...] = ()
    days: int = 0
    until: datetime | None = None
    special_reason: SpecialReason | None = None


@dataclass(frozen=True)
class PartCard:
    """One unit's share of a joint handling (row 33)."""

    organisation_id: int
    due_at: datetime | None
    done_at: datetime | None
    mandatory: bool


@dataclass(frozen=True)
class CaseBrief:
    """A case as other domains may know it."""

    id: int
    case_no: str
    stage: Stage
    class_code: str
    description: str
    grid_code: str
    organisation_id: int | None
    lon: float | None
    lat: float | None
    reported_at: datetime


@dataclass(frozen=True)
class StoryStep:
    """One step of a case as its reporter may know it; no names of people."""

    at: datetime
    move: str
    target: str
    reason: str
    organisation_id: int | None
    media_ids: tuple[int, ...]


@dataclass(frozen=True)
class StoryCard:
    """How one person's report fares. After a merge, stage and later steps are the master's."""

    report_id: int
    tracking_no: str
    case_id: int
    case_no: str
    stage: Stage
    special_reason: str
    class_code: str
    text: str
    address: str
    lon: float | None
    lat: float | None
    at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    reopened: bool
    before: tuple[int, ...]
    after: tuple[int, ...]
    device_key: str
    steps: tuple[StoryStep, ...] = ()


@dataclass(frozen=True)
class NearbyCard:
    """An open case near a point; `thumbnail_id` is the id of its first photo."""

    id: int
    class_code: str
    description: str
    metres: int
    at: datetime
    lon: float
    lat: float
    supporters: int
    thumbnail_id: int | None


class LinkKind(StrEnum):
    """What a case may be tied to in a later domain (rows 39 and 40)."""

    ENFORCEMENT = "enforcement_case"  # 转综合执法
    EMERGENCY = "emergency_event"  # 升级应急


@dataclass(frozen=True)
class ReporterCard:
    """A report as its own reporter may have it: with every word they wrote."""

    report_id: int
    case_id: int
    case_no: str
    tracking_no: str
    text: str
    at: datetime
    contact_id: int | None
    media_ids: tuple[int, ...]
    is_open: bool
    ended_at: datetime | None


@dataclass(frozen=True)
class ReachedCard:
    """A reporter who may be told of progress."""

    report_id: int
    tracking_no: str
    contact_id: int | None
    device_key: str
    address: str
    class_name: str
