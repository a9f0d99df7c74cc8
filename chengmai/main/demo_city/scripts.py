"""How one case goes, step by step, as people would take them: the scripts of past cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import numpy as np

from chengmai.cases.public import Details, PastStep
from chengmai.cases.words import CaseSource, Move
from chengmai.city.public import office_calendar
from chengmai.city.words import ConditionCard
from chengmai.kernel.worktime import Allowance, add_working, length_of
from chengmai.main.demo_city.crew import Crew
from chengmai.main.demo_city.sites import Site
from chengmai.main.demo_city.tales import Tale

_RETURNS = (
    "不属于我单位管辖范围，请改派",
    "经现场核实，权属为其他单位",
    "该路段已移交，请派接管单位",
)
_EXTENSIONS = (
    "需采购配件，申请延长",
    "涉及多家权属，正在协调",
    "连续降雨无法施工",
    "需夜间封路作业",
)
_SUSPENSIONS = ("纳入年度改造工程统一实施", "冬季不具备施工条件，开春修复", "等待专项资金下达")
_REWORKS = (
    "现场仍有残留，未达到结案条件",
    "处置不彻底，问题依旧",
    "修补处再次松动",
    "照片与现场不符",
)
_REJECTS = (
    "与已有案件重复",
    "不属于城市管理范围，已告知拨打相关热线",
    "位置描述不清，联系不上反映人",
    "经核实问题不存在",
)
_NOT_FILED = ("未达到立案标准", "属正常经营范围，现场已规范", "属小区内部管理事项，已转物业")


@dataclass
class Script:
    """One case while it is written: the time moves on with every step."""

    at: datetime
    steps: list[PastStep]
    crew: Crew
    rng: np.random.Generator

    def wait(self, low: float, high: float) -> None:
        """Let some minutes pass, more often few than many."""
        share = float(self.rng.beta(1.4, 2.6))
        self.at += timedelta(seconds=round(60 * (low + (high - low) * share)))

    def step(
        self,
        move: Move,
        duty: str,
        details: Details | None = None,
        *,
        who: int | None = None,
        path: str | None = None,
    ) -> None:
        """Take one step now; somebody of that duty does it, or this person."""
        actor = self.crew.actor(who) if who is not None else self.crew.any(duty, self.rng)
        self.steps.append(PastStep(move, actor, self.at, details or Details(), path))


class Teller:
    """Writes the steps of a case; `stop` names the desk at which it waits, None for its end."""

    rng: np.random.Generator
    photos: dict[tuple[str, str], list[int]]
    crew: Crew

    def _photo(self, tale: Tale, state: str) -> tuple[int, ...]:
        return (int(self.rng.choice(self.photos[(tale.scene, state)])),)

    def tell(
        self,
        s: Script,
        tale: Tale,
        site: Site,
        source: CaseSource,
        condition: ConditionCard,
        alone: bool,
        stop: str | None,
    ) -> None:
        here = Details(lon=site.lon, lat=site.lat)
        if alone:
            if stop != "self_audit":
                s.wait(2, 30)
                s.step(Move.PASS_AUDIT, "operator")
            return
        if source is not CaseSource.COLLECTOR and not self._accepted(s, tale, site, stop):
            return
        if stop == "pending_register":
            return
        s.wait(2, 34)
        if stop is None and self.rng.random() < 0.022:
            s.step(Move.NOT_REGISTER, "duty_leader", Details(reason=self._one(_NOT_FILED)))
            return
        s.step(
            Move.REGISTER,
            "duty_leader",
            Details(class_code=tale.class_code, condition_id=condition.id),
        )
        if stop == "pending_dispatch":
            return
        s.wait(1, 18)
        limit = condition.limits[site.place.management_level]
        unit = site.unit_of(tale.class_code)
        s.step(Move.DISPATCH, "dispatcher", Details(organisation_id=unit))
        if stop == "ask_return" or (stop is None and self.rng.random() < 0.018):
            unit = self._returned(s, unit, limit, stop)
        if stop in ("pending_department", "ask_return"):
            return
        if self._handled(s, tale, unit, limit, here, stop):
            self._checked(s, tale, site, unit, limit, here, stop)

    def _accepted(self, s: Script, tale: Tale, site: Site, stop: str | None) -> bool:
        if stop == "reported":
            return False
        s.wait(1, 17)
        if stop == "verifying" or self.rng.random() < 0.4:
            s.step(Move.SEND_VERIFY, "operator", Details(collector_id=site.place.collector_id))
            if stop == "verifying":
                return False
            s.wait(6, 38)
            s.step(
                Move.SUBMIT_VERIFY,
                "collector",
                Details(
                    result="real", media_before=self._photo(tale, "before"), text="现场核实属实"
                ),
                who=site.place.collector_id,
            )
            s.wait(1, 9)
        if stop is None and self.rng.random() < 0.045:
            s.step(Move.REJECT, "operator", Details(reason=self._one(_REJECTS)))
            return False
        s.step(Move.ACCEPT, "operator", Details(class_code=tale.class_code))
        return True

    def _returned(self, s: Script, unit: int, limit: Allowance, stop: str | None) -> int:
        s.at += min(length_of(limit, office_calendar()) * 0.12, timedelta(minutes=55))
        s.step(
            Move.APPLY_RETURN,
            "department",
            Details(reason=self._one(_RETURNS)),
            who=self.crew.head_of(unit, self.rng),
        )
        if stop == "ask_return":
            return unit
        s.wait(3, 25)
        s.step(Move.APPROVE_RETURN, "dispatcher", Details(reason="同意，重新派遣"))
        s.wait(2, 14)
        other = self.crew.other_department(unit, self.rng)
        taken = s.steps[-1].actor.id  # who received the return does not dispatch again
        who = next(i for i in self.crew.of_duty("dispatcher") if i != taken)
        s.step(Move.DISPATCH, "dispatcher", Details(organisation_id=other), who=who)
        return other

    def _handled(
        self, s: Script, tale: Tale, unit: int, limit: Allowance, here: Details, stop: str | None
    ) -> bool:
        calendar, begun = office_calendar(unit), s.at
        whole = length_of(limit, office_calendar())
        share = (
            float(self.rng.lognormal(-0.95, 0.45))
            if self.rng.random() > 0.035
            else float(self.rng.uniform(1.05, 2.6))
        )
        done = add_working(begun, whole * min(share, 3.0), limit.unit, calendar)
        if stop in ("pending_check", "checking", "pending_close"):  # waits today: done in hours
            done = begun + timedelta(hours=float(self.rng.uniform(0.4, 6.0)))
        s.at += min((done - begun) * float(self.rng.uniform(0.08, 0.35)), timedelta(hours=5))
        head, handler = self.crew.head_of(unit, self.rng), self.crew.handler_of(unit, self.rng)
        s.step(
            Move.ASSIGN,
            "department",
            Details(handler_id=handler),
            who=head,
            path=self.crew.path_of(handler),
        )
        if stop == "handling":
            return False
        asks = self.rng.random()
        if stop == "ask_extension" or (stop is None and asks < 0.028 and share < 1.0):
            s.at += (done - s.at) * 0.2
            s.step(
                Move.APPLY_EXTENSION,
                "handler",
                Details(reason=self._one(_EXTENSIONS), days=int(self.rng.integers(1, 4))),
                who=handler,
            )
            if stop == "ask_extension":
                return False
            s.wait(4, 40)
            s.step(Move.APPROVE_EXTENSION, "dispatcher", Details(reason="情况属实，同意"))
        elif stop in ("ask_suspension", "suspended") or (stop is None and asks < 0.037):
            done = self._suspended(s, tale, head, done, stop)
            if stop in ("ask_suspension", "suspended"):
                return False
        elif stop is None and asks < 0.052:
            s.step(
                Move.SUPERVISE,
                "leader",
                Details(
                    level=str(self.rng.choice(["yellow", "instruction", "red"], p=[0.6, 0.3, 0.1])),
                    text="群众反映集中，请抓紧办理并反馈",
                ),
            )
        elif stop == "ask_special" or (stop is None and asks < 0.058):
            s.wait(30, 300)
            s.step(
                Move.SPECIAL_CLOSE,
                "duty_leader",
                Details(
                    result=str(self.rng.choice(["no_owner", "project", "litigation", "notice"])),
                    reason="经多方核查，暂不具备按条件结案的可能",
                ),
            )
            if stop is None:
                s.wait(60, 400)
                s.step(Move.APPROVE_SPECIAL_CLOSE, "leader", Details(reason="同意"))
            return False
        s.at = max(done, s.at + timedelta(minutes=4))
        s.step(
            Move.FINISH,
            "handler",
            Details(
                media_after=self._photo(tale, "after"),
                text=self._one(tale.fix),
                lon=here.lon,
                lat=here.lat,
            ),
            who=handler,
        )
        if stop == "feedback":
            return False
        s.wait(3, 45)
        s.step(Move.CONFIRM, "department", Details(), who=head)
        return stop != "pending_check"

    def _suspended(
        self, s: Script, tale: Tale, head: int, done: datetime, stop: str | None
    ) -> datetime:
        rest = max(done - s.at, timedelta(hours=1))
        s.at += rest * 0.3
        days = int(self.rng.integers(40, 120)) if stop else int(self.rng.integers(5, 40))
        until = s.at + timedelta(days=days)
        s.step(
            Move.APPLY_SUSPENSION,
            "department",
            Details(
                reason=self._one(_SUSPENSIONS), until=until, media_other=self._photo(tale, "before")
            ),
            who=head,
        )
        if stop == "ask_suspension":
            return done
        s.wait(10, 90)
        s.step(Move.APPROVE_SUSPENSION, "dispatcher", Details(reason="情况属实，报领导审批"))
        s.wait(30, 400)
        s.step(Move.APPROVE_SUSPENSION, "leader", Details(reason="同意挂账"))
        if stop == "suspended":
            return done
        s.at = until + timedelta(minutes=float(self.rng.uniform(5, 300)))
        s.step(Move.RESUME, "dispatcher", Details(reason="条件具备，恢复处置"))
        return s.at + rest * 0.6

    def _checked(
        self,
        s: Script,
        tale: Tale,
        site: Site,
        unit: int,
        limit: Allowance,
        here: Details,
        stop: str | None,
    ) -> None:
        collector = site.place.collector_id
        s.wait(2, 30)
        s.step(Move.SEND_CHECK, "operator", Details(collector_id=collector))
        if stop == "checking":
            return
        s.wait(5, 36)
        seen = Details(lon=here.lon, lat=here.lat, media_after=self._photo(tale, "after"))
        if stop is None and self.rng.random() < 0.042:
            wrong = replace(
                seen, media_after=self._photo(tale, "before"), reason=self._one(_REWORKS)
            )
            s.step(Move.FAIL_CHECK, "collector", wrong, who=collector)
            s.wait(2, 20)
            s.step(Move.DISPATCH, "dispatcher", Details(organisation_id=unit))
            if self._handled(s, tale, unit, limit, here, "rework"):
                s.wait(2, 25)
                s.step(Move.SEND_CHECK, "operator", Details(collector_id=collector))
                s.wait(5, 30)
                s.step(Move.PASS_CHECK, "collector", seen, who=collector)
                s.wait(3, 30)
                s.step(Move.CLOSE, "duty_leader", Details(close_condition_met=True))
            return
        s.step(Move.PASS_CHECK, "collector", seen, who=collector)
        if stop == "pending_close":
            return
        s.wait(2, 33)
        s.step(Move.CLOSE, "duty_leader", Details(close_condition_met=True))
        if stop is None and self.rng.random() < 0.004:
            self._reopened(s, tale, site, limit, seen)

    def _reopened(self, s: Script, tale: Tale, site: Site, limit: Allowance, seen: Details) -> None:
        """An inspector sends a closed case back; it is handled and checked once more."""
        s.wait(300, 4000)
        s.step(Move.REOPEN, "inspector", Details(reason="督察抽查发现问题反弹"))
        half = length_of(limit, office_calendar()) * 0.5
        s.at = add_working(s.at, half, limit.unit, office_calendar())
        assigned = next(step for step in s.steps if step.move is Move.ASSIGN)
        after = replace(seen, media_after=self._photo(tale, "after"), text="已重新处置")
        s.step(Move.FINISH, "handler", after, who=assigned.details.handler_id)
        s.wait(3, 30)
        s.step(Move.CONFIRM, "department", Details(), who=assigned.actor.id)
        s.wait(2, 25)
        s.step(Move.SEND_CHECK, "operator", Details(collector_id=site.place.collector_id))
        s.wait(5, 30)
        s.step(Move.PASS_CHECK, "collector", seen, who=site.place.collector_id)
        s.wait(3, 30)
        s.step(Move.CLOSE, "duty_leader", Details(close_condition_met=True))

    def _one(self, words: tuple[str, ...]) -> str:
        return words[int(self.rng.integers(len(words)))]
