"""The language of the stories: plain text that an officer of the bureau can read.

    路面有积灰，按时清扫结案

    市民      上报                         -> 待受理
    ……        过 10分钟
    受理员    受理                         -> 待立案
    值班长    不予立案                     -> 不可 case.reason_missing
    处置员    处置完成   照片 已清扫        -> 待反馈确认   处置 剩 1工作时   黄灯

Columns are two spaces or more apart: who, what, with what (words one space apart), what happens.
A bare word is the reason and the text; `照片` is a photo; `键=值` is named in `KEYS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from chengmai.cases.words import ClockKind, Lamp, Move, PendingKind, Stage
from chengmai.identity.words import Duty
from chengmai.kernel.worktime import Allowance, Unit

CITY = ZoneInfo("Asia/Shanghai")
FOLDER = Path(__file__).parent / "stories"
STAGES = {
    "待受理": Stage.REPORTED, "核实中": Stage.VERIFYING, "待立案": Stage.PENDING_REGISTER,
    "待派遣": Stage.PENDING_DISPATCH, "待部门接收": Stage.PENDING_DEPARTMENT,
    "处置中": Stage.HANDLING, "挂账": Stage.SUSPENDED, "待反馈确认": Stage.FEEDBACK,
    "待核查": Stage.PENDING_CHECK, "核查中": Stage.CHECKING, "待结案": Stage.PENDING_CLOSE,
    "待审核": Stage.SELF_AUDIT, "已结案": Stage.CLOSED, "特殊结案": Stage.SPECIAL_CLOSED,
    "不予受理": Stage.REJECTED, "不予立案": Stage.NOT_REGISTERED, "作废": Stage.VOIDED,
    "已合并": Stage.MERGED,
}  # fmt: skip
MOVES = {
    "不予受理": Move.REJECT, "合并": Move.MERGE, "撤销合并": Move.UNMERGE,
    "发核实": Move.SEND_VERIFY, "报核实结果": Move.SUBMIT_VERIFY, "核实超时": Move.VERIFY_TIMEOUT,
    "受理": Move.ACCEPT, "立案": Move.REGISTER, "不予立案": Move.NOT_REGISTER,
    "退回受理": Move.BACK_TO_ACCEPTANCE, "作废": Move.VOID, "派遣": Move.DISPATCH,
    "退回值班长": Move.BACK_TO_REGISTRAR, "指派": Move.ASSIGN, "申请回退": Move.APPLY_RETURN,
    "同意回退": Move.APPROVE_RETURN, "驳回回退": Move.REFUSE_RETURN,
    "申请延期": Move.APPLY_EXTENSION, "同意延期": Move.APPROVE_EXTENSION,
    "驳回延期": Move.REFUSE_EXTENSION, "申请挂账": Move.APPLY_SUSPENSION,
    "同意挂账": Move.APPROVE_SUSPENSION, "驳回挂账": Move.REFUSE_SUSPENSION,
    "销账": Move.RESUME, "处置完成": Move.FINISH, "协办完成": Move.FINISH_PART,
    "退改": Move.REDO, "确认反馈": Move.CONFIRM, "退回处置": Move.BACK_TO_HANDLING,
    "发核查": Move.SEND_CHECK, "核查通过": Move.PASS_CHECK, "核查不通过": Move.FAIL_CHECK,
    "结案": Move.CLOSE, "再核查": Move.RECHECK, "申请特殊结案": Move.SPECIAL_CLOSE,
    "批准特殊结案": Move.APPROVE_SPECIAL_CLOSE, "驳回特殊结案": Move.REFUSE_SPECIAL_CLOSE,
    "督办": Move.SUPERVISE, "再派遣": Move.PASS_DOWN, "审核通过": Move.PASS_AUDIT,
    "审核不通过": Move.FAIL_AUDIT, "重新办理": Move.REOPEN, "申诉": Move.APPLY_APPEAL,
    "同意申诉": Move.APPROVE_APPEAL, "驳回申诉": Move.REFUSE_APPEAL,
}  # fmt: skip
CLOCKS = {
    "受理": ClockKind.ACCEPT, "核实": ClockKind.VERIFY, "立案": ClockKind.REGISTER,
    "派遣": ClockKind.DISPATCH, "处置": ClockKind.HANDLE, "核查": ClockKind.CHECK,
    "结案": ClockKind.CLOSE,
}  # fmt: skip
LAMPS = {
    "绿灯": Lamp.IN_TIME, "黄灯": Lamp.DUE_SOON, "红灯": Lamp.OVERDUE, "挂账灯": Lamp.SUSPENDED,
    "无灯": Lamp.NONE,
}  # fmt: skip
PENDING = {
    "回退": PendingKind.RETURN, "延期": PendingKind.EXTENSION, "挂账": PendingKind.SUSPENSION,
    "特殊结案": PendingKind.SPECIAL_CLOSE, "申诉": PendingKind.APPEAL, "作废": PendingKind.VOID,
}  # fmt: skip
UNITS = {
    "紧急工作时": Unit.EMERGENCY_HOUR, "紧急工作日": Unit.NATURAL_DAY, "小时": Unit.EMERGENCY_HOUR,
    "天": Unit.NATURAL_DAY, "工作时": Unit.WORK_HOUR, "工作日": Unit.WORK_DAY, "分钟": Unit.MINUTE,
}  # fmt: skip
RESULTS = {
    "属实": "real", "未发现": "not_found", "类别不符": "wrong_class", "无主": "no_owner",
    "诉讼": "litigation", "工程": "project", "转执法": "enforcement", "不可抗力": "force_majeure",
    "告知": "notice", "黄牌": "yellow", "红牌": "red", "批示": "instruction",
}  # fmt: skip
# Nobody holds two administrations.
ALL_DUTIES = frozenset(Duty) - {Duty.SYSTEM, Duty.CITIZEN, Duty.ADMIN, Duty.SECURITY}
# Who plays: name in the story -> (duties, unit); a unit of None is the centre.
CAST: dict[str, tuple[frozenset[Duty], str | None]] = {
    "受理员": (frozenset({Duty.OPERATOR}), None),
    "值班长": (frozenset({Duty.DUTY_LEADER}), None),
    "值班长乙": (frozenset({Duty.DUTY_LEADER}), None),
    "派遣员": (frozenset({Duty.DISPATCHER}), None),
    "领导": (frozenset({Duty.LEADER}), None),
    "督察": (frozenset({Duty.INSPECTOR}), None),
    "监督员": (frozenset({Duty.COLLECTOR}), None),
    "监督员乙": (frozenset({Duty.COLLECTOR}), None),
    "市政处": (frozenset({Duty.DEPARTMENT}), "市政处"),
    "处置员": (frozenset({Duty.HANDLER}), "市政处"),
    "路灯所": (frozenset({Duty.DEPARTMENT}), "路灯所"),
    "园林处": (frozenset({Duty.DEPARTMENT}), "园林处"),
    "多面手": (ALL_DUTIES, "市政处"),
}
SYSTEM_NAME = "系统"
REPORTERS = {"市民": "hotline", "监督员": "collector", "视频": "video_ai"}
KEYS = {
    "理由",
    "单位",
    "协办",
    "处置人",
    "监督员",
    "天数",
    "到期",
    "结果",
    "等级",
    "距离",
    "主案",
    "类别",
}


@dataclass(frozen=True)
class Line:
    """One line of a story: a step, or time that passes (`who` is ……)."""

    number: int
    who: str
    what: str
    given: tuple[str, ...]
    expected: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """One file: its title, its settings and its lines."""

    name: str
    title: str
    settings: dict[str, str]
    lines: tuple[Line, ...]


def read_story(path: Path) -> Story:
    """Parse one story; an assertion names the line that cannot be read."""
    texts = path.read_text("utf-8").splitlines()
    settings, lines = {}, []
    for number, text in enumerate(texts[1:], 2):
        if not text.strip() or text.startswith("#"):
            continue
        if (found := re.fullmatch(r"(\S+)：\s*(.+)", text)) and "->" not in text:
            settings[found[1]] = found[2].strip()
            continue
        lines.append(_line(number, text, path.name))
    return Story(path.stem, texts[0].strip(), settings, tuple(lines))


def _line(number: int, text: str, name: str) -> Line:
    left, _, right = text.partition("->")
    columns = re.split(r"\s{2,}", left.strip())
    assert len(columns) >= 2, f"{name}:{number}: who and what are two columns"
    wanted = re.split(r"\s{2,}", right.strip()) if right.strip() else [""]
    given = tuple(word for column in columns[2:] for word in column.split())
    return Line(number, columns[0], columns[1], given, wanted[0], tuple(wanted[1:]))


def allowance(text: str) -> Allowance:
    """`4工作时`, `2紧急工作时`, `30分钟`."""
    found = re.fullmatch(r"(\d+)\s*(\D+)", text.strip())
    assert found, f"not an amount of time: {text}"
    return Allowance(int(found[1]), UNITS[found[2]])


def local(text: str) -> datetime:
    """`2026-04-15 09:00` in the city's zone."""
    return datetime.fromisoformat(text.strip()).replace(tzinfo=CITY)


def all_stories() -> list[Path]:
    """Every story file."""
    return sorted(FOLDER.glob("*.txt"))
