"""One move for many cases: each with its own result, whatever happens in between."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengmai.cases.actions.move import move_case
from chengmai.cases.desk.actions.bulk import (
    cancel_bulk,
    run_bulk,
    stalled_bulks,
    start_bulk,
    undo_bulk,
)
from chengmai.cases.desk.errors import NotInBulk, NoWayBack, TooManyBulks, TooManyCases
from chengmai.cases.desk.models import BulkItem, BulkMove
from chengmai.cases.desk.queries.bulk import check_bulk, items_of
from chengmai.cases.models import Case, Setting
from chengmai.cases.queries.settings import forget_settings
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.identity.words import Actor
from chengmai.kernel.ledger import last_seq
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
LATER = MORNING + timedelta(minutes=10)


@pytest.fixture
def staff():
    forget()
    return make_staff()


def start(actor: Actor, cases, move=Move.ACCEPT, **details):
    return start_bulk(
        actor=actor,
        at=LATER,
        move=move,
        items=[(case.pk, case.version) for case in cases],
        details=Details(**details),
    )


def run(bulk):
    return run_bulk(bulk_id=bulk.pk, clock=lambda: LATER)


def states(bulk):
    return [item["state"] for item in items_of(bulk)]


def test_every_case_is_moved_as_by_hand_and_says_so(staff):
    cases = [make_case() for _ in range(3)]
    done = run(start(staff["operator"], cases))
    assert (done.state, done.moved, done.refused, done.stale) == ("done", 3, 0, 0)
    assert states(done) == ["moved"] * 3
    assert {case.stage for case in Case.objects.all()} == {Stage.PENDING_REGISTER}
    assert last_seq(f"case:{cases[0].pk}") == 2


def test_a_case_that_cannot_is_refused_alone_and_a_moved_one_is_stale(staff):
    first, second, third = (make_case() for _ in range(3))
    bulk = start(staff["operator"], [first, second, third])
    move_case(case_id=second.pk, move=Move.ACCEPT, actor=staff["operator"], at=LATER)
    bring_to(third, Stage.PENDING_REGISTER, staff)
    BulkItem.objects.filter(case_id=third.pk).update(version=third.version + 1)
    done = run(bulk)
    assert states(done) == ["moved", "stale", "refused"]
    assert [item["code"] for item in items_of(done)] == [
        "", "case.stale_page", "case.move_not_allowed",
    ]  # fmt: skip
    assert (done.moved, done.stale, done.refused) == (1, 1, 1)


def test_running_it_again_moves_nothing_twice(staff):
    cases = [make_case() for _ in range(2)]
    bulk = start(staff["operator"], cases)
    run(bulk)
    again = run(bulk)
    assert (again.moved, last_seq(f"case:{cases[0].pk}")) == (2, 2)


def test_cancelling_leaves_the_rest_and_keeps_what_was_moved(staff):
    cases = [make_case() for _ in range(3)]
    bulk = start(staff["operator"], cases)
    BulkItem.objects.filter(bulk=bulk, place=1).update(state="moved")
    cancelled = cancel_bulk(actor=staff["operator"], bulk_id=bulk.pk, at=LATER)
    assert run(bulk).state == "cancelled"
    assert states(cancelled) == ["moved", "left", "left"]
    assert cancel_bulk(actor=staff["operator"], bulk_id=bulk.pk, at=LATER).state == "cancelled"


def test_a_case_of_another_office_is_refused_as_if_it_were_not_there(staff):
    own = bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    done = run(start(staff["other"], [own], Move.ASSIGN, handler_id=staff["handler"].id))
    (item,) = items_of(done)
    assert (item["state"], item["code"], item["case_no"]) == ("refused", "case.not_found", "")


def test_duties_are_asked_when_it_runs_not_when_it_was_ordered(staff):
    case = make_case()
    done = run(start(staff["dispatcher"], [case]))
    assert [item["code"] for item in items_of(done)] == ["case.not_your_duty"]


def test_before_starting_it_says_which_case_cannot_and_why(staff):
    fresh, done = make_case(), bring_to(make_case(), Stage.PENDING_REGISTER, staff)
    unplaced = make_case(lon=None, lat=None)
    found = check_bulk(staff["operator"], [fresh.pk, done.pk, unplaced.pk, 10**9], LATER)
    accept = next(move for move in found["moves"] if move["move"] == Move.ACCEPT)
    assert (accept["allowed"], accept["in_bulk"]) == (2, True)
    assert [(r["case_id"], r["why"]) for r in accept["refused"]] == [
        (done.pk, "case.move_not_allowed")
    ]
    assert found["missing"] == [10**9]
    register = check_bulk(staff["duty_leader"], [done.pk, unplaced.pk], LATER)
    option = next(move for move in register["moves"] if move["move"] == Move.REGISTER)
    assert option["needs"] == ["condition_id"]
    assert option["allowed"] == 1


def test_the_check_agrees_with_what_the_run_then_does(staff):
    ready = bring_to(make_case(), Stage.PENDING_DISPATCH, staff)
    early = make_case()
    found = check_bulk(staff["dispatcher"], [ready.pk, early.pk], LATER)
    option = next(move for move in found["moves"] if move["move"] == Move.DISPATCH)
    done = run(
        start(staff["dispatcher"], [ready, early], Move.DISPATCH, organisation_id=staff.unit.pk)
    )
    refused = {r["case_id"] for r in option["refused"]}
    assert (
        refused == {i["case_id"] for i in items_of(done) if i["state"] == "refused"} == {early.pk}
    )


def test_a_move_that_needs_a_photo_of_each_case_is_not_made_in_bulk(staff):
    case = bring_to(make_case(), Stage.HANDLING, staff)
    with pytest.raises(NotInBulk):
        start(staff["handler"], [case], Move.FINISH, text="已清扫")
    assert BulkMove.objects.count() == 0


def test_too_many_cases_and_too_many_jobs_are_refused_with_the_limit(staff):
    for key, value in (("desk_bulk_max", 2), ("desk_bulk_open_max", 1)):
        Setting.objects.create(key=key, title="", value=value, source="t", valid_from="2026-01-01")
    forget_settings()
    cases = [make_case() for _ in range(3)]
    with pytest.raises(TooManyCases) as refusal:
        start(staff["operator"], cases)
    assert refusal.value.facts["limit"] == 2
    start(staff["operator"], cases[:1])
    with pytest.raises(TooManyBulks):
        start(staff["operator"], cases[1:2])
    forget_settings()


def test_a_merge_of_many_is_taken_back_but_for_what_has_moved_on(staff):
    master, one, two = (make_case() for _ in range(3))
    done = run(start(staff["operator"], [one, two], Move.MERGE, master_id=master.pk))
    assert done.moved == 2
    two.refresh_from_db()
    move_case(
        case_id=two.pk, move=Move.UNMERGE, actor=staff["operator"], at=LATER,
        details=Details(reason="不是同一个问题"),
    )  # fmt: skip
    back = run(undo_bulk(actor=staff["operator"], bulk_id=done.pk, at=LATER))
    assert states(back) == ["moved", "stale"]
    assert back.undoes_id == done.pk
    one.refresh_from_db()
    assert one.stage == Stage.REPORTED


def test_a_move_without_a_way_back_says_so(staff):
    done = run(start(staff["operator"], [make_case()]))
    with pytest.raises(NoWayBack):
        undo_bulk(actor=staff["operator"], bulk_id=done.pk, at=LATER)


def test_a_job_whose_worker_never_came_back_is_found(staff):
    bulk = start(staff["operator"], [make_case()])
    assert stalled_bulks(timezone.now()) == [bulk.pk]
    assert stalled_bulks(LATER) == []
