"""From the loop's stages and moves to what a person wants to know. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from chengmai.cases.words import Stage, StoryCard, StoryStep
from chengmai.citizen.words import FriendlyStep, NextStep, ReportState

_STATES = {
    Stage.REPORTED: ReportState.SUBMITTED,
    Stage.VERIFYING: ReportState.SUBMITTED,
    Stage.SELF_AUDIT: ReportState.SUBMITTED,
    Stage.PENDING_REGISTER: ReportState.ACCEPTED,
    Stage.PENDING_DISPATCH: ReportState.ACCEPTED,
    Stage.PENDING_DEPARTMENT: ReportState.IN_PROGRESS,
    Stage.HANDLING: ReportState.IN_PROGRESS,
    Stage.SUSPENDED: ReportState.IN_PROGRESS,
    Stage.FEEDBACK: ReportState.IN_PROGRESS,
    Stage.PENDING_CHECK: ReportState.DONE,
    Stage.CHECKING: ReportState.DONE,
    Stage.PENDING_CLOSE: ReportState.DONE,
    Stage.CLOSED: ReportState.TO_RATE,
    Stage.SPECIAL_CLOSED: ReportState.DONE,
    Stage.REJECTED: ReportState.REFUSED,
    Stage.NOT_REGISTERED: ReportState.REFUSED,
    Stage.VOIDED: ReportState.REFUSED,
    Stage.MERGED: ReportState.ACCEPTED,
}
# move → (title, words, whether the reason is for the person's eyes)
_STEPS: dict[str, tuple[str, str, bool]] = {
    "report": ("已提交", "我们收到了您反映的问题。", False),
    "merge": ("已合并", "附近已有人反映同一问题，将一起处理，您会收到每一步进展。", False),
    "unmerge": ("单独处理", "您反映的问题将单独处理。", False),
    "send_verify": ("正在核实", "我们正派人到现场了解情况。", False),
    "submit_verify": ("已核实", "现场情况已了解。", False),
    "accept": ("已受理", "信息已核对，正在安排处理。", False),
    "register": ("已确认", "问题已确认，即将交给负责单位。", False),
    "dispatch": ("已交办", "已交给{unit}处理。", False),
    "assign": ("正在处理", "{unit}已安排人员到现场。", False),
    "approve_extension": ("延长时间", "这个问题需要更多时间处理。", False),
    "approve_suspension": ("暂缓处理", "受条件限制暂时无法处理，条件具备后会继续。", True),
    "resume": ("恢复处理", "{unit}已继续处理。", False),
    "finish": ("已处理", "现场已处理，请看处理后的照片。", False),
    "redo": ("继续处理", "处理结果还不理想，正在继续处理。", False),
    "back_to_handling": ("继续处理", "处理结果还不理想，正在继续处理。", False),
    "send_check": ("正在检查", "我们正派人到现场检查处理结果。", False),
    "pass_check": ("检查通过", "现场检查通过。", False),
    "fail_check": ("继续处理", "现场检查没有通过，已要求重新处理。", False),
    "close": ("已解决", "问题已解决，欢迎您评价。", False),
    "pass_audit": ("已解决", "问题已当场解决，欢迎您评价。", False),
    "approve_special_close": ("已结束", "这个问题以其他方式处理。", True),
    "reject": ("未受理", "您反映的问题没有受理。", True),
    "not_register": ("未受理", "您反映的问题没有受理。", True),
    "void": ("未受理", "您反映的问题没有受理。", True),
    "reopen": ("重新处理", "问题已重新交办。", False),
}
_NEXT = {
    ReportState.SUBMITTED: "工作人员会尽快查看。",
    ReportState.ACCEPTED: "正在安排负责单位。",
    ReportState.IN_PROGRESS: "负责单位正在处理。",
    ReportState.DONE: "等待检查确认。",
    ReportState.TO_RATE: "请您为处理结果打分。",
}


def state_of(stage: Stage, rated: bool) -> ReportState:
    """How a report stands for its reporter."""
    state = _STATES[stage]
    return ReportState.RATED if state is ReportState.TO_RATE and rated else state


def friendly_steps(
    steps: Iterable[StoryStep], unit_name: Callable[[int], str | None]
) -> list[FriendlyStep]:
    """The steps worth telling, in plain words; the bureau's inner moves are left out."""
    told = []
    for step in steps:
        known = _STEPS.get(step.move)
        if known is None or (step.move == "void" and step.target != Stage.VOIDED):
            continue
        title, words, shows_reason = known
        unit = unit_name(step.organisation_id) if step.organisation_id else None
        text = words.format(unit=unit or "负责单位")
        if shows_reason and step.reason.strip():
            text = f"{text}原因:{step.reason.strip()}"
        shown = unit if "{unit}" in words or step.move == "finish" else None
        told.append(FriendlyStep(step.at, title, text, shown, step.media_ids))
    return told


def next_step(story: StoryCard, state: ReportState) -> NextStep | None:
    """What the person can expect now; None when the story is over."""
    words = _NEXT.get(state)
    if words is None or story.stage is Stage.SPECIAL_CLOSED:
        return None
    if story.stage is Stage.SUSPENDED:
        return NextStep("条件具备后会继续处理。", None)
    return NextStep(words, story.due_at if state is ReportState.IN_PROGRESS else None)


def may_rate(stage: Stage, rated: bool) -> bool:
    """A closed problem is rated once by each of its reporters."""
    return stage is Stage.CLOSED and not rated


def may_object(story: StoryCard, rated: bool) -> bool:
    """Whoever is not content may have a closed problem opened again, once."""
    return may_rate(story.stage, rated) and not story.reopened


def is_dissatisfied(score: int) -> bool:
    """One or two of five."""
    return score <= 2
