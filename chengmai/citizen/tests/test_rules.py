"""What a person is told, in plain words."""

from datetime import UTC, datetime

import pytest

from chengmai.cases.words import Move, Stage, StoryStep
from chengmai.citizen.rules import friendly_steps, is_dissatisfied, may_rate, state_of
from chengmai.citizen.words import ReportState

AT = datetime(2026, 4, 15, tzinfo=UTC)
BUREAU_WORDS = ("立案", "派遣", "核查", "挂账", "结案", "值班长", "案卷", "专业部门")


def told(move, reason="", target="handling"):
    steps = [StoryStep(AT, move, target, reason, 7, ())]
    return friendly_steps(steps, lambda _: "市政维护处")


def test_every_stage_has_a_state_for_its_reporter():
    assert {state_of(stage, rated=False) for stage in Stage} == set(ReportState) - {
        ReportState.RATED
    }
    assert state_of(Stage.CLOSED, rated=True) is ReportState.RATED


@pytest.mark.parametrize("move", ["report", *Move])
def test_no_step_speaks_the_bureaus_language(move):
    for step in told(move, reason="理由", target="voided"):
        assert not any(word in step.title + step.words for word in BUREAU_WORDS)


def test_a_refusal_says_why_and_inner_reasons_stay_inside():
    assert "不在本市" in told("reject", "不在本市")[0].words
    assert "推诿" not in told("back_to_handling", "推诿")[0].words
    assert told("apply_return", "不归我们") == []
    assert told("supervise") == []


def test_a_void_that_only_asks_is_not_told():
    assert told("void", target="pending_register") == []
    assert told("void", target="voided")[0].title == "未受理"


def test_the_unit_is_named_where_it_matters():
    assert told("dispatch")[0].words == "已交给市政维护处处理。"
    assert told("dispatch")[0].unit == "市政维护处"
    assert told("accept")[0].unit is None


def test_only_a_closed_problem_is_rated_and_once():
    assert may_rate(Stage.CLOSED, rated=False)
    assert not may_rate(Stage.CLOSED, rated=True)
    assert not may_rate(Stage.CHECKING, rated=False)


@pytest.mark.parametrize(("score", "unhappy"), [(1, True), (2, True), (3, False), (5, False)])
def test_one_and_two_of_five_are_dissatisfied(score, unhappy):
    assert is_dissatisfied(score) is unhappy
