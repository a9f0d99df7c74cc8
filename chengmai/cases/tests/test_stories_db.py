"""The same stories through the real actions on a real database."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.report import report_case
from chengmai.cases.models import Case, Setting
from chengmai.cases.queries.settings import forget_settings
from chengmai.cases.queries.views import view_of
from chengmai.cases.rules.view import CaseView, Details
from chengmai.cases.tests import storybook as book
from chengmai.cases.tests.makers import MORNING, make_case, make_media
from chengmai.cases.tests.stage_play import play
from chengmai.cases.tests.storybook import all_stories, allowance, read_story
from chengmai.cases.tests.test_any_moves import attempt, attempts
from chengmai.cases.words import Move, Stage
from chengmai.city.tests.makers import LAT, LON, CalendarDay, Condition, forget_city, make_city
from chengmai.identity.public import actor_of
from chengmai.identity.tests.makers import make_organisation, make_person
from chengmai.identity.words import SYSTEM, Actor, OrganisationKind
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.worktime import Allowance, Unit

pytestmark = pytest.mark.django_db


class RealEngine:
    """People, units and photos that exist; every line is one transaction."""

    def __init__(self, limit: Allowance) -> None:
        bureau = make_organisation("城管局", OrganisationKind.BUREAU)
        centre = make_organisation("监督中心", OrganisationKind.SUPERVISION_CENTRE, bureau)
        public = make_organisation("市政处", OrganisationKind.DEPARTMENT, bureau)
        lamps = make_organisation("路灯所", OrganisationKind.UNIT, public)
        green = make_organisation("园林处", OrganisationKind.DEPARTMENT, bureau)
        self.units = {"市政处": public, "路灯所": lamps, "园林处": green}
        people = {
            name: make_person(sorted(duties), self.units.get(unit or "", centre))
            for name, (duties, unit) in book.CAST.items()
        }
        self.city = make_city(collector=people["监督员"])
        CalendarDay.objects.all().delete()  # the stories' calendar has no holidays
        Condition.objects.update(limits={level: [limit.amount, limit.unit] for level in "ABC"})
        forget_city()
        self.people = {name: actor_of(person.pk) for name, person in people.items()}
        self.view: CaseView = view_of(make_case())
        self.extra: dict[str, Any] = {}
        self.other = make_case()

    def actor(self, name: str) -> Actor:
        return self.people.get(name, SYSTEM)

    def unit(self, name: str) -> int:
        return self.units[name].pk

    def photo(self, actor: Actor) -> int:
        return make_media(actor)

    def condition(self) -> int:
        return self.city.conditions["E0112"][0].pk

    def master(self) -> int:
        return self.other.pk

    def report(self, who: Actor, source: str, own: bool, photos: int, at: datetime) -> None:
        pictures = [make_media(who) for _ in range(photos)]
        receipt = report_case(
            actor=who, at=at, description="路面有积灰", source=source, lon=LON, lat=LAT,
            class_code="E0112", self_disposed=own, media_ids=pictures[:1],
            media_after_ids=pictures[1:],
        )  # fmt: skip
        self._look(receipt.case_id)

    def move(self, actor: Actor, move: Move, details: Details, at: datetime) -> None:
        number, version = self.view.id, Case.objects.get(pk=self.view.id).version
        move_case(
            case_id=number, move=move, actor=actor, at=at, version=version, details=details
        )  # fmt: skip
        self._look(number)

    def _look(self, case_id: int) -> None:
        case = Case.objects.get(pk=case_id)
        self.view = view_of(case)
        self.extra = {"timeout_exempt": case.timeout_exempt}


@pytest.mark.parametrize("path", all_stories(), ids=lambda path: path.stem)
def test_the_story_goes_the_same_way_in_the_database(path: Path):
    forget_settings()
    story = read_story(path)
    engine = RealEngine(allowance(story.settings.get("时限", "4工作时")))
    play(story, engine)
    told = entries_of(f"case:{engine.view.id}")
    taken = [line for line in story.lines if line.expected and not line.expected.startswith("不可")]
    taken = [line for line in taken if line.who != "……"]
    assert len(told) == len(taken), "every step that was taken stands in the ledger, no other"
    assert Stage(Case.objects.get(pk=engine.view.id).stage) is engine.view.stage
    assert not Setting.objects.exists()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(attempts, min_size=25, max_size=40))
def _try_moves(engine: RealEngine, tries) -> None:
    engine.report(engine.actor("受理员"), "hotline", False, 1, MORNING)
    now = MORNING
    for choice, person, minutes, left_out in tries:
        now += timedelta(minutes=minutes)
        attempt(engine, choice, person, left_out, now)
    kept = Case.objects.get(pk=engine.view.id)
    told = [row for row in entries_of(f"case:{kept.pk}") if row.name == "cases.CaseMoved"]
    assert kept.version == 1 + len(told), "every change told one fact"
    assert all(a.payload["target"] == b.payload["source"] for a, b in pairwise(told))


def test_whatever_people_try_the_invariants_hold_in_the_database():
    _try_moves(RealEngine(Allowance(4, Unit.WORK_HOUR)))
