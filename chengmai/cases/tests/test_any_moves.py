"""Random legal and illegal moves over the pure rules: the invariants hold after every step."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chengmai.cases.rules.approvals import DECIDES
from chengmai.cases.rules.clockjson import book_from_json, book_to_json
from chengmai.cases.rules.clocks import ClockBook, Lap
from chengmai.cases.rules.steps import ARROWS, steps_from
from chengmai.cases.rules.view import CaseView, Details
from chengmai.cases.tests import storybook as book
from chengmai.cases.tests.makers import MORNING
from chengmai.cases.tests.stage_play import CALENDAR, NAMES, Engine, PureEngine
from chengmai.cases.words import TERMINAL, ClockKind, Move, Stage
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.words import Actor
from chengmai.kernel.errors import Refusal
from chengmai.kernel.worktime import Allowance, Unit

MOVES = sorted(Move)
ACTORS = [*NAMES, "系统"]
WITH_HANDLING = {Stage.PENDING_DEPARTMENT, Stage.HANDLING, Stage.FEEDBACK, Stage.SUSPENDED}
MAY_MOVE_A_DEADLINE = {
    Move.APPROVE_EXTENSION, Move.RESUME, Move.UNMERGE, Move.SUBMIT_VERIFY, Move.VERIFY_TIMEOUT,
}  # fmt: skip

FORWARD = {
    Stage.REPORTED: Move.ACCEPT, Stage.VERIFYING: Move.SUBMIT_VERIFY,
    Stage.PENDING_REGISTER: Move.REGISTER, Stage.PENDING_DISPATCH: Move.DISPATCH,
    Stage.PENDING_DEPARTMENT: Move.ASSIGN, Stage.HANDLING: Move.FINISH,
    Stage.SUSPENDED: Move.RESUME, Stage.FEEDBACK: Move.CONFIRM,
    Stage.PENDING_CHECK: Move.SEND_CHECK, Stage.CHECKING: Move.PASS_CHECK,
    Stage.PENDING_CLOSE: Move.CLOSE, Stage.CLOSED: Move.REOPEN,
    Stage.SELF_AUDIT: Move.FAIL_AUDIT, Stage.MERGED: Move.UNMERGE,
}  # fmt: skip
ENDING = {
    Move.REJECT, Move.NOT_REGISTER, Move.VOID, Move.MERGE, Move.SPECIAL_CLOSE,
    Move.APPROVE_SPECIAL_CLOSE,
}  # fmt: skip

attempts = st.tuples(
    st.integers(0, 99),  # which arrow, or any move at all
    st.integers(0, len(ACTORS) * 3 - 1),  # who; most often somebody with the duty
    st.integers(0, 60 * 24),  # minutes that pass before
    st.integers(0, 11),  # what is left out of what is handed in
)


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(attempts, min_size=40, max_size=80), st.booleans(), st.sampled_from(list(Unit)))
def test_whatever_people_try_the_invariants_hold(tries, own: bool, unit: Unit):
    engine = PureEngine(Allowance(4, unit))
    who = engine.actor("监督员" if own else "受理员")
    engine.report(who, "collector" if own else "hotline", own, 2, MORNING)
    now = MORNING
    for choice, person, minutes, left_out in tries:
        now += timedelta(minutes=minutes)
        attempt(engine, choice, person, left_out, now)


def attempt(engine: Engine, choice: int, person: int, left_out: int, now: datetime) -> None:
    """One try; a refusal changes nothing, a success keeps every invariant."""
    before = engine.view
    move = _some_move(before, choice, person)
    actor = engine.actor(_someone(engine, before, move, person))
    try:
        engine.move(actor, move, _details(engine, actor, move, left_out, now), now)
    except Refusal as refusal:
        assert refusal.status < 500
        assert engine.view is before
        return
    assert not actor.duties.isdisjoint(ARROWS[before.stage, move].duties)
    check_case(engine.view, now)
    check_deadlines(before.clocks, engine.view.clocks, move)
    approvals(before, engine.view, move, actor.id)


def _some_move(view: CaseView, choice: int, person: int) -> Move:
    """Often the way forward, often another arrow, now and then one that the table does not have."""
    if choice < 35 and view.stage in FORWARD:
        return FORWARD[view.stage]
    waiting = [m for m, kind in DECIDES.items() if view.pending and kind is view.pending.kind]
    if choice < 55 and waiting:
        return waiting[choice % 2 * len(waiting) // 2]
    arrows = [s.move for s in steps_from(view.stage) if person % 6 == 0 or s.move not in ENDING]
    return arrows[choice % len(arrows)] if choice < 90 and arrows else MOVES[choice % len(MOVES)]


def _someone(engine: Engine, view: CaseView, move: Move, person: int) -> str:
    step = ARROWS.get((view.stage, move))
    able = [n for n in ACTORS if step and not engine.actor(n).duties.isdisjoint(step.duties)]
    if not able or person < len(ACTORS) // 2:
        return ACTORS[person % len(ACTORS)]
    return able[0] if person % 2 else able[person % len(able)]


def _details(engine: Engine, actor: Actor, move: Move, left_out: int, now: datetime) -> Details:
    result = {Move.SPECIAL_CLOSE: "project"}.get(move, "real")
    unit, photo = engine.unit("路灯所" if move is Move.PASS_DOWN else "市政处"), engine.photo(actor)
    full = Details(
        reason="因为", text="已办", lon=LON, lat=LAT, class_code="E0112",
        condition_id=engine.condition(), organisation_id=unit,
        co_organisation_ids=(engine.unit("园林处"),), handler_id=engine.actor("处置员").id,
        collector_id=engine.actor("监督员").id, media_before=(photo,), media_after=(photo,),
        media_other=(photo,), result=result, until=now + timedelta(days=9), days=left_out,
        master_id=engine.master(), level="red", close_condition_met=True,
    )  # fmt: skip
    left = {
        1: {"reason": ""},
        2: {"media_after": ()},
        3: {"lat": LAT + 0.01},
        4: {"master_id": engine.view.id},
    }
    left |= {5: {"co_organisation_ids": ()}, 6: {"co_organisation_ids": ()}}
    return replace(full, **left.get(left_out, {"co_organisation_ids": ()}))


def check_case(view: CaseView, now: datetime) -> None:
    """What holds for every case at any time."""
    handling = view.clocks.open_lap(ClockKind.HANDLE)
    if view.stage in WITH_HANDLING:
        assert handling is not None, "exactly one open handling clock"
        assert (view.stage is Stage.SUSPENDED) == (handling.state == "paused")
    if view.stage in TERMINAL:
        assert not any(view.clocks.open_lap(kind) for kind in ClockKind), "all clocks stand"
        assert view.closed_at is not None
    if view.stage is Stage.CLOSED:
        assert view.check_passed or view.self_disposed, "nothing closes without a check"
    assert view.extension_count <= 2 and view.suspension_count <= 1
    for laps in view.clocks.laps.values():
        assert sum(lap.open for lap in laps) <= 1 and not any(lap.open for lap in laps[:-1])
        for lap in laps:
            check_lap(lap, now)
    assert book_from_json(json.loads(json.dumps(book_to_json(view.clocks)))) == view.clocks


def check_lap(lap: Lap, now: datetime) -> None:
    """What counted and what did not are together the wall time; spent and left fit the limit."""
    end = lap.stopped_at or now
    counted = sum((b - a for a, b in lap.segments(now)), timedelta(0))
    paused = sum(((p.until or end) - p.at for p in lap.pauses()), timedelta(0))
    assert counted + paused == end - lap.started_at


def check_deadlines(before: ClockBook, after: ClockBook, move: Move) -> None:
    """A deadline never moves without an approved extension, or the end of a pause."""
    for kind, laps in before.laps.items():
        for old, new in zip(laps, after.laps[kind], strict=False):
            assert old.started_at == new.started_at, "laps are never rewritten"
            if old.due_at != new.due_at:
                assert move in MAY_MOVE_A_DEADLINE, move


def approvals(before: CaseView, after: CaseView, move: Move, actor_id: int | None) -> None:
    """An extension or a suspension takes effect only by somebody else's approval."""
    if after.extension_count > before.extension_count or after.stage is Stage.SUSPENDED:
        if before.stage is Stage.SUSPENDED:
            return
        assert before.pending is not None and before.pending.by != actor_id
        assert actor_id not in before.pending.approved_by
        assert move in (Move.APPROVE_EXTENSION, Move.APPROVE_SUSPENSION)


def test_the_calendar_of_the_stories_is_the_usual_one():
    assert book.allowance("4工作时") == Allowance(4, Unit.WORK_HOUR)
    assert CALENDAR.day_hours == 8
