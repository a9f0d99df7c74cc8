"""Plays a story: on the pure rules, or on the real actions; the same lines, the same checks."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Protocol

from chengmai.cases.errors import InputMissing
from chengmai.cases.queries.settings import shipped_settings
from chengmai.cases.rules.clocks import ClockBook
from chengmai.cases.rules.decide import decide
from chengmai.cases.rules.lamps import lamp_of, lamp_times
from chengmai.cases.rules.reporting import NewReport, entry_of
from chengmai.cases.rules.view import CaseView, Details, Known, Need, Situation
from chengmai.cases.tests import storybook as book
from chengmai.cases.words import TERMINAL, CaseSource, Move, Stage
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.words import SYSTEM, Actor, OrganisationCard, OrganisationKind
from chengmai.kernel.errors import Refusal
from chengmai.kernel.places import metres_between
from chengmai.kernel.worktime import (
    STANDARD_WINDOWS,
    Allowance,
    OfficeCalendar,
    add_working,
    length_of,
)

CALENDAR = OfficeCalendar(windows=(STANDARD_WINDOWS,) * 5 + ((), ()))
NAMES = list(book.CAST)
UNITS = {
    "市政处": OrganisationCard(11, "市政处", OrganisationKind.DEPARTMENT, ".1.11.", 1),
    "路灯所": OrganisationCard(12, "路灯所", OrganisationKind.UNIT, ".1.11.12.", 11),
    "园林处": OrganisationCard(13, "园林处", OrganisationKind.DEPARTMENT, ".1.13.", 1),
}
METRE = 1 / 111_195


class Engine(Protocol):
    """What a story is played on."""

    view: CaseView
    extra: dict[str, Any]

    def actor(self, name: str) -> Actor: ...
    def unit(self, name: str) -> int: ...
    def photo(self, actor: Actor) -> int: ...
    def condition(self) -> int: ...
    def master(self) -> int: ...
    def report(self, who: Actor, source: str, own: bool, photos: int, at: datetime) -> None: ...
    def move(self, actor: Actor, move: Move, details: Details, at: datetime) -> None: ...


class PureEngine:
    """The rules alone: no database."""

    def __init__(self, limit: Allowance, **changed: Any) -> None:
        self.limit = limit
        self.settings = replace(shipped_settings(), **changed)
        self.view = CaseView(1, Stage.REPORTED, datetime.min)
        self.extra: dict[str, Any] = {}
        self.parts: dict[int, bool] = {}

    def actor(self, name: str) -> Actor:
        if name not in book.CAST:
            return SYSTEM
        duties, unit = book.CAST[name]
        path = UNITS[unit].path if unit else ".1.2."
        return Actor(NAMES.index(name) + 1, name, duties, 1, path, unit is None)

    def unit(self, name: str) -> int:
        return UNITS[name].id if name in UNITS else 999

    def photo(self, actor: Actor) -> int:
        return 1

    def condition(self) -> int:
        return 1

    def master(self) -> int:
        return 2

    def report(self, who: Actor, source: str, own: bool, photos: int, at: datetime) -> None:
        stage, clock = entry_of(
            NewReport(CaseSource(source), "", True, True, True, own, photos, photos - 1),
            self.settings,
        )
        clocks = ClockBook().start(clock, at, self.settings.stage_limits[clock], CALENDAR)
        self.view = CaseView(
            1, stage, at, source, "E0112", grid_code="1" * 15, duty_grid_code="R01",
            management_level="A", self_disposed=own, reporter_id=who.id, clocks=clocks,
        )  # fmt: skip

    def move(self, actor: Actor, move: Move, details: Details, at: datetime) -> None:
        by_id = {card.id: card for card in UNITS.values()}
        unit = by_id.get(details.organisation_id or 0)
        mine = next((i for i in self.parts if by_id[i].path == actor.organisation_path), None)
        metres = None
        if details.lon is not None and details.lat is not None:
            metres = metres_between((details.lon, details.lat), (LON, LAT))
        handler = details.handler_id
        known = Known(
            CALENDAR, self.settings,
            limit=self.limit if details.condition_id or self.view.condition_id else None,
            organisation=unit, co_organisations=by_id, metres=metres, part_of_actor=mine,
            handler_path=self.actor(NAMES[handler - 1]).organisation_path if handler else None,
            master_stage=Stage.REPORTED, suggested_collector_id=self.actor("监督员").id,
        )  # fmt: skip
        verdict = decide(Situation(self.view, move, actor, details, at, known))
        if move is Move.DISPATCH:
            self.parts = dict.fromkeys(details.co_organisation_ids, False)
        if move is Move.FINISH_PART and mine is not None:
            del self.parts[mine]
        if move is Move.MERGE:
            self.extra["stage_before_merge"] = verdict.source
        self.accept(verdict.changes, verdict.clocks, verdict.target, at)

    def accept(self, changes: Any, clocks: ClockBook, target: Stage, at: datetime) -> None:
        """Bring a verdict into the view."""
        known = {field.name for field in fields(CaseView)}
        before = self.view
        self.extra |= changes
        self.view = replace(
            before, clocks=clocks, **{k: v for k, v in changes.items() if k in known}
        )
        if target in TERMINAL and before.stage is not target:
            self.view = replace(self.view, closed_at=at)
        if target is Stage.MERGED:
            self.view = replace(self.view, stage_before_merge=before.stage)


def play(story: book.Story, engine: Engine) -> None:
    """Take every line in order; an assertion names the line that came out differently."""
    now = book.local(story.settings.get("开始", "2026-04-15 09:00"))
    for line in story.lines:
        where = f"{story.name}.txt:{line.number}"
        if line.who in ("……", "..."):
            now = _later(line, now)
            _check_also(line, engine, now, where)
            continue
        came = _take(line, engine, now)
        wanted = line.expected.removeprefix("不可").strip()
        wanted = wanted if line.expected.startswith("不可") else book.STAGES[wanted].value
        # In the database a stranger to a case cannot even tell that it exists.
        if (came, wanted) != ("case.not_found", "case.not_your_task"):
            assert came == wanted, f"{where}: {came}"
        _check_also(line, engine, now, where)


def _later(line: book.Line, now: datetime) -> datetime:
    words = line.what.split()
    if words[0] == "到":
        return book.local(" ".join(words[1:]))
    if words[0] == "看":
        return now
    passed = book.allowance(words[1])
    return add_working(now, length_of(passed, CALENDAR), passed.unit, CALENDAR)


def _take(line: book.Line, engine: Engine, now: datetime) -> str:
    actor = engine.actor(line.who)
    try:
        if line.what in ("上报", "自行处置"):
            source = book.REPORTERS[line.who]
            engine.report(actor, source, line.what == "自行处置", line.given.count("照片"), now)
        else:
            move = book.MOVES[line.what]
            engine.move(actor, move, details_of(line, move, actor, engine), now)
    except Refusal as refusal:
        return refusal.code
    return engine.view.stage.value


def details_of(line: book.Line, move: Move, actor: Actor, engine: Engine) -> Details:
    """What the words of a line hand in."""
    values: dict[str, Any] = {}
    if move is Move.REGISTER and "无条件" not in line.given:
        values = {"class_code": "E0112", "condition_id": engine.condition()}
    for word in line.given:
        values |= _value(word, move, actor, engine)
    return Details(**values)


def _value(word: str, move: Move, actor: Actor, engine: Engine) -> dict[str, Any]:
    key, equals, value = word.partition("=")
    if word == "照片":
        return _photo(move, engine.photo(actor))
    if word in ("现场", "无条件", "条件已满足"):
        here = {"现场": {"lon": LON, "lat": LAT}, "条件已满足": {"close_condition_met": True}}
        return here.get(word, {})
    if not equals:
        return {"reason": word, "text": word}
    assert key in book.KEYS, f"unknown word {word}"
    plain: dict[str, Any] = {
        "理由": lambda: {"reason": value},
        "单位": lambda: {"organisation_id": engine.unit(value)},
        "协办": lambda: {"co_organisation_ids": tuple(engine.unit(u) for u in value.split("、"))},
        "处置人": lambda: {"handler_id": engine.actor(value).id},
        "监督员": lambda: {"collector_id": engine.actor(value).id},
        "天数": lambda: {"days": int(value)},
        "到期": lambda: {"until": book.local(f"{value} 00:00")},
        "结果": lambda: {"result": book.RESULTS[value]},
        "类别": lambda: {"class_code": value},
        "等级": lambda: {"level": book.RESULTS[value]},
        "距离": lambda: {"lon": LON, "lat": LAT + int(value.rstrip("米")) * METRE},
        "主案": lambda: {"master_id": engine.master()},
    }
    found: dict[str, Any] = plain[key]()
    return found


def _photo(move: Move, photo: int) -> dict[str, Any]:
    for step in book_steps(move):
        for need in (*step.needs, *step.may):
            if need in (Need.MEDIA_BEFORE, Need.MEDIA_AFTER, Need.MEDIA_OTHER):
                return {need.value: (photo,)}
    raise InputMissing(f"{move} takes no photo")


def book_steps(move: Move) -> list[Any]:
    """The arrows of this move."""
    from chengmai.cases.rules.steps import STEPS

    return [step for step in STEPS if step.move is move]


def _check_also(line: book.Line, engine: Engine, now: datetime, where: str) -> None:
    for wish in line.also if line.expected or line.also else ():
        _check(wish, engine, now, where)
    if line.who in ("……", "...") and line.expected:
        _check(line.expected, engine, now, where)


def _check(wish: str, engine: Engine, now: datetime, where: str) -> None:
    view = engine.view
    words = wish.split()
    if words[0] in book.LAMPS:
        times = lamp_times(view.stage, view.clocks, engine_fraction(engine), CALENDAR)
        lamp = lamp_of(view.stage, times.warn_at, times.due_at, now)
        assert lamp is book.LAMPS[words[0]], f"{where}: the lamp is {lamp}"
    elif words[0] in book.CLOCKS:
        _check_clock(words, view.clocks, now, where)
    elif words[0] == "待批":
        assert view.pending and view.pending.kind is book.PENDING[words[1]], (
            f"{where}: {view.pending}"
        )
        assert view.pending.level == int(words[2][1]) if len(words) > 2 else True, where
    elif words[0] == "无待批":
        assert view.pending is None, f"{where}: {view.pending}"
    elif words[0] == "返工":
        assert view.rework_no == int(words[1]), f"{where}: {view.rework_no}"
    elif words[0] in ("按期", "超时"):
        assert view.handled_in_time is (words[0] == "按期"), f"{where}: {view.handled_in_time}"
    else:
        assert words[0] == "免责" and engine.extra.get("timeout_exempt"), f"{where}: {wish}"


def _check_clock(words: list[str], clocks: ClockBook, now: datetime, where: str) -> None:
    lap = clocks.last(book.CLOCKS[words[0]])
    assert lap is not None, f"{where}: the clock never ran"
    if words[1] in ("剩", "超"):
        amount = book.allowance(words[2])
        left = lap.left(now, CALENDAR) * (1 if words[1] == "剩" else -1)
        assert left == length_of(amount, CALENDAR), f"{where}: {left}"
    elif words[1] == "期限":
        due = book.local(" ".join(words[2:]))
        assert lap.due_at == due, f"{where}: {lap.due_at.astimezone(book.CITY)}"
    else:
        states = {"走": "running", "暂停": "paused", "停": "stopped", "作废": "voided"}
        assert lap.state == states[words[1]], f"{where}: {lap.state}"


def engine_fraction(engine: Engine) -> float:
    """The share of time left at which the lamp turns yellow."""
    return getattr(engine, "settings", shipped_settings()).warn_fraction
