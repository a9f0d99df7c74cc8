"""The table of the loop: every arrow, every invariant of domain reference 2.2."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from chengmai.cases.errors import MoveNotAllowed, NotYourDuty, ReasonMissing, SelfApproval
from chengmai.cases.queries.settings import shipped_settings
from chengmai.cases.rules.allowed import moves_for
from chengmai.cases.rules.approvals import APPROVE, DECIDES, ladder
from chengmai.cases.rules.clocks import ClockBook
from chengmai.cases.rules.decide import decide
from chengmai.cases.rules.steps import ARROWS, STEPS, Step
from chengmai.cases.rules.view import CaseView, Details, Known, Need, Situation
from chengmai.cases.tests.makers import MORNING
from chengmai.cases.tests.stage_play import CALENDAR, UNITS
from chengmai.cases.tests.storybook import all_stories
from chengmai.cases.words import (
    TERMINAL,
    AppealState,
    ClockKind,
    Move,
    Pending,
    PendingKind,
    SpecialReason,
    Stage,
)
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.worktime import Allowance, Unit

SETTINGS = shipped_settings()
LIMIT = Allowance(4, Unit.WORK_HOUR)
EVERYTHING = Details(
    reason="因为", text="已办", lon=LON, lat=LAT, class_code="E0112", condition_id=1,
    organisation_id=11, handler_id=50, collector_id=60, media_before=(1,), media_after=(2,),
    media_other=(3,), result="real", until=MORNING + timedelta(days=30), master_id=9,
    level="red", close_condition_met=True,
)  # fmt: skip
RUNNING = dict.fromkeys((Stage.PENDING_DEPARTMENT, Stage.HANDLING, Stage.FEEDBACK), (ClockKind.HANDLE,)) | {
    Stage.REPORTED: (ClockKind.ACCEPT,), Stage.SELF_AUDIT: (ClockKind.ACCEPT,),
    Stage.VERIFYING: (ClockKind.VERIFY,), Stage.PENDING_REGISTER: (ClockKind.REGISTER,),
    Stage.PENDING_DISPATCH: (ClockKind.DISPATCH,), Stage.CHECKING: (ClockKind.CHECK,),
    Stage.PENDING_CLOSE: (ClockKind.CLOSE,),
}  # fmt: skip


def situation(step: Step, source: Stage, **changed: object) -> Situation:
    """A case on which this step succeeds: the right person, everything handed in."""
    book = ClockBook()
    for kind in RUNNING.get(source, ()):
        book = book.start(kind, MORNING, LIMIT, CALENDAR)
    if source is Stage.SUSPENDED:
        book = book.start(ClockKind.HANDLE, MORNING, LIMIT, CALENDAR)
        book = book.pause(ClockKind.HANDLE, MORNING)
    pending = None
    if kind := DECIDES.get(step.move):
        special = SpecialReason.PROJECT if kind is PendingKind.SPECIAL_CLOSE else None
        pending = Pending(
            kind, 7, "申请人", "因为", MORNING, until=EVERYTHING.until, special_reason=special
        )
        pending = replace(pending, level=len(ladder(pending, 0, SETTINGS)))
    case = CaseView(
        1, source, MORNING, "hotline", "E0112", 1, "A", "1" * 15, "R01", organisation_id=11,
        organisation_path=".1.11.", handler_id=50, finished_by_id=50, pending=pending,
        appeal=AppealState.NONE, check_passed=True,
        handled_in_time=False if source is Stage.CLOSED else None, clocks=book,
        stage_before_merge=Stage.REPORTED if source is Stage.MERGED else None,
    )  # fmt: skip
    duties = step.duties
    if pending is not None:
        duties = (ladder(pending, 0, SETTINGS)[-1],)
    actor = Actor(
        50 if step.duties[0] is Duty.HANDLER else 8, "行动者", frozenset(duties), 11, ".1.11.",
        sees_whole_city=True,
    )  # fmt: skip
    if step.move in (Move.PASS_CHECK, Move.FAIL_CHECK, Move.SUBMIT_VERIFY):
        case = replace(case, collector_id=8)
    known = Known(
        CALENDAR, SETTINGS, limit=LIMIT, organisation=UNITS["路灯所"], metres=5,
        handler_path=".1.11.", part_of_actor=1, master_stage=Stage.HANDLING,
    )  # fmt: skip
    result = "project" if step.move is Move.SPECIAL_CLOSE else "real"
    at = MORNING + (timedelta(days=1) if step.move is Move.VERIFY_TIMEOUT else timedelta(minutes=1))
    details = replace(EVERYTHING, result=result)
    return Situation(case, step.move, actor, replace(details, **changed), at, known)


CASES = [(step, source) for step in STEPS for source in step.sources]
_IDS = [f"{step.row}-{source}-{step.move}" for step, source in CASES]


@pytest.mark.parametrize(("step", "source"), CASES, ids=_IDS)
def test_every_arrow_leads_where_the_table_says(step: Step, source: Stage):
    verdict = decide(situation(step, source))
    target = step.target or (Stage.REPORTED if step.move is Move.UNMERGE else source)
    assert verdict.target is target


@pytest.mark.parametrize(("step", "source"), CASES, ids=_IDS)
def test_no_arrow_is_taken_without_its_duty(step: Step, source: Stage):
    given = situation(step, source)
    stranger = replace(given.actor, duties=frozenset(set(Duty) - set(step.duties)))
    with pytest.raises(NotYourDuty):
        decide(replace(given, actor=stranger))


@pytest.mark.parametrize(
    ("step", "source"),
    [c for c in CASES if Need.REASON in c[0].needs],
    ids=lambda part: part.value if isinstance(part, Stage) else f"{part.row}-{part.move.value}",
)
def test_where_a_reason_is_needed_blanks_are_none(step: Step, source: Stage):
    with pytest.raises(ReasonMissing):
        decide(situation(step, source, reason=" \n\t"))


@pytest.mark.parametrize("stage", Stage)
def test_what_is_not_in_the_table_is_refused(stage: Stage):
    for move in Move:
        if (stage, move) not in ARROWS:
            given = situation(next(s for s in STEPS if s.move is move), stage)
            with pytest.raises(MoveNotAllowed):
                decide(replace(given, actor=replace(given.actor, duties=frozenset(Duty))))


@pytest.mark.parametrize("move", APPROVE, ids=str)
def test_nobody_approves_what_they_asked_for(move: Move):
    step = next(s for s in STEPS if s.move is move)
    given = situation(step, step.sources[0])
    assert given.case.pending is not None
    own = replace(given.case, pending=replace(given.case.pending, by=given.actor.id))
    with pytest.raises(SelfApproval):
        decide(replace(given, case=own))


@pytest.mark.parametrize("move", [m for m in APPROVE if m is not Move.APPROVE_RETURN], ids=str)
def test_nobody_approves_on_two_levels(move: Move):
    step = next(s for s in STEPS if s.move is move)
    given = situation(step, step.sources[0])
    assert given.case.pending is not None and given.actor.id is not None
    twice = replace(given.case.pending, approved_by=(given.actor.id,))
    with pytest.raises(SelfApproval):
        decide(replace(given, case=replace(given.case, pending=twice)))


def test_every_terminal_stage_is_reachable_and_every_stage_reaches_one():
    reached = {Stage.REPORTED, Stage.SELF_AUDIT}
    for _ in Stage:
        reached |= {s.target for s in STEPS if s.target and set(s.sources) & reached}
    assert reached == set(Stage)
    ends = set(TERMINAL)
    for _ in Stage:
        ends |= {src for s in STEPS if s.target in ends for src in s.sources}
    assert ends == set(Stage)


def test_a_terminal_stage_is_left_only_by_unmerging_and_reopening():
    leaving = {(src, s.move) for s in STEPS for src in s.sources if src in TERMINAL and s.target}
    leaving |= {(Stage.MERGED, Move.UNMERGE)}
    leaving = {(src, move) for src, move in leaving if ARROWS[src, move].target is not src}
    assert leaving == {(Stage.CLOSED, Move.REOPEN), (Stage.MERGED, Move.UNMERGE)}


def test_all_rows_of_the_reference_are_in_the_table():
    rows = {step.row for step in STEPS}
    assert rows | {1, 35} == set(range(1, 39))  # 1 and 35 are in `rules.reporting`


def test_the_screen_hears_what_is_allowed_and_why_not():
    step = ARROWS[Stage.HANDLING, Move.FINISH]
    given = situation(step, Stage.HANDLING)
    handler = replace(given.actor, duties=frozenset({Duty.HANDLER}))
    options = {o.move: o for o in moves_for(replace(given, actor=handler))}
    assert options[Move.FINISH].allowed and options[Move.FINISH].needs == ("media_after", "text")
    assert options[Move.APPLY_RETURN].why == "case.not_your_duty"
    assert Move.APPROVE_EXTENSION not in options, "there is nothing to approve"


def test_the_numbers_are_rows_with_a_source():
    from chengmai.cases.queries.settings import shipped_rows

    for rows in shipped_rows().values():
        assert all(row["source"] and row["valid_from"] for row in rows)


def test_the_page_on_the_standard_names_every_row_and_only_stories_that_exist():
    page = (Path(__file__).parents[3] / "docs/standards/closed-loop.md").read_text("utf-8")
    rows = {int(number) for number in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert rows >= set(range(1, 41))
    named = set(re.findall(r"`(\d\d_\w+)`", page))
    assert named <= {path.stem for path in all_stories()} and len(named) > 30
    assert all(f"`{move.value}`" in page for move in Move)
