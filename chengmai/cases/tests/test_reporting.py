"""Reports on a real database: receipts, repeats, merges, me too."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from chengmai.cases.actions.join import join_report
from chengmai.cases.actions.move import move_case
from chengmai.cases.actions.report import report_case
from chengmai.cases.errors import MasterNotOpen, MoveNotAllowed, SourceUnknown, TextTooLong
from chengmai.cases.models import Case, Report
from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.views import view_of
from chengmai.cases.rules.clocks import ClockState
from chengmai.cases.rules.numbers import read_tracking_number
from chengmai.cases.rules.view import Details
from chengmai.cases.tests.makers import MINUTE, MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import CaseSource, ClockKind, Move, Stage
from chengmai.city.tests.makers import COMMUNITY, DISTRICT, LAT, LON
from chengmai.kernel.errors import BadInput
from chengmai.kernel.ledger import entries_of

EVIL = "'; DROP TABLE cases_case; -- <script>alert(1)</script> \x00 {0} %s %(day)s"


@pytest.mark.django_db
def test_a_report_finds_its_grid_and_takes_four_statements():
    make_staff()
    make_case()  # fills the caches
    with CaptureQueriesContext(connection) as queries:
        receipt = report_case(
            at=MORNING, description="路面有积灰", source="hotline", lon=LON, lat=LAT,
            class_code="E0112",
        )  # fmt: skip
    assert len([q for q in queries if "SAVEPOINT" not in str(q["sql"])]) <= 4
    case = Case.objects.get(pk=receipt.case_id)
    assert (case.grid_code, case.district_code) == (f"{COMMUNITY}001", DISTRICT)
    assert (case.kind, case.management_level, case.stage) == ("matter", "A", Stage.REPORTED)
    assert case.case_no == receipt.case_no and case.case_no.startswith("20260415")
    assert read_tracking_number(receipt.tracking_no) == receipt.tracking_no
    assert case.lamp_due_at == MORNING + 15 * MINUTE
    assert entries_of(f"case:{case.pk}")[0].payload["target"] == "reported"


@pytest.mark.django_db
def test_the_same_key_gives_the_same_receipt_and_no_second_case():
    make_staff()
    first = report_case(at=MORNING, description="井盖", source="hotline", source_key="12345-7")
    again = report_case(at=MORNING, description="井盖", source="hotline", source_key="12345-7")
    assert (again.case_id, again.tracking_no, again.repeated) == (
        first.case_id,
        first.tracking_no,
        True,
    )
    other = report_case(at=MORNING, description="井盖", source="app", source_key="12345-7")
    assert other.case_id != first.case_id
    assert len(entries_of(f"case:{first.case_id}")) == 1


@pytest.mark.django_db
def test_hostile_text_is_kept_as_text():
    make_staff()
    case = make_case(description=EVIL, address=EVIL, source_key="x' OR 1=1 --")
    case.refresh_from_db()
    assert case.description == EVIL.replace("\x00", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"description": "长" * 10_001}, TextTooLong),
        ({"source": "telepathy"}, SourceUnknown),
        ({"source_key": "k" * 81}, BadInput),
        ({"class_code": "E9999"}, BadInput.__mro__[1]),
        ({"lon": 0.0, "lat": 0.0}, BadInput),
        ({"lon": LAT, "lat": LON}, BadInput),
    ],
    ids=["long", "source", "key", "class", "zero", "swapped"],
)
def test_a_bad_report_is_refused_and_leaves_nothing(values, refusal):
    make_staff()
    with pytest.raises(refusal):
        make_case(**values)
    assert not Case.objects.exists()


@pytest.mark.django_db
def test_a_message_without_a_place_gets_one_before_it_is_registered():
    staff = make_staff()
    case = make_case(lon=None, lat=None, class_code="")
    case = bring_to(case, Stage.PENDING_REGISTER, staff)
    condition = staff.city.conditions["E0112"][0].pk
    details = Details(class_code="E0112", condition_id=condition)
    go = {"case_id": case.pk, "move": Move.REGISTER, "actor": staff["duty_leader"], "at": MORNING}
    with pytest.raises(BadInput) as refused:
        move_case(**go, details=details)
    assert refused.value.code == "case.place_missing"
    case = move_case(
        **go, details=Details(class_code="E0112", condition_id=condition, lon=LON, lat=LAT)
    )
    case.refresh_from_db()
    assert (case.grid_code, case.point.x, case.kind) == (f"{COMMUNITY}001", LON, "matter")


@pytest.mark.django_db
def test_merged_reporters_follow_the_master_and_come_back_when_it_is_undone():
    staff = make_staff()
    master, twin, third = make_case(), make_case(), make_case()
    join_report(case_id=twin.pk, at=MORNING, source=CaseSource.WEB, text="我也看见了")
    operator = staff["operator"]

    merge(third, twin, operator)
    merge(twin, master, operator)
    assert set(Report.objects.values_list("follows_id", flat=True)) == {master.pk}
    assert Case.objects.get(pk=master.pk).report_count == 4
    assert len(set(Report.objects.values_list("tracking_no", flat=True))) == 4
    page = case_detail(operator, twin.pk, MORNING)
    assert page["merged_into"] == {"id": master.pk, "case_no": master.case_no}

    later = MORNING + 60 * MINUTE
    back = move_case(
        case_id=twin.pk, move=Move.UNMERGE, actor=operator, at=later, details=Details(reason="两处")
    )
    assert (back.stage, back.merged_into_id, back.report_count) == (Stage.REPORTED, None, 3)
    assert Report.objects.filter(follows=twin).count() == 3
    assert Case.objects.get(pk=master.pk).report_count == 1
    lap = view_of(back).clocks.last(ClockKind.ACCEPT)
    assert (lap.state, lap.due_at) == (ClockState.RUNNING, later + 15 * MINUTE)


@pytest.mark.django_db
def test_a_case_is_not_merged_into_itself_or_into_one_that_has_ended():
    staff = make_staff()
    case, ended = make_case(), make_case()
    move_case(
        case_id=ended.pk, move=Move.REJECT, actor=staff["operator"], at=MORNING,
        details=Details(reason="无关"),
    )  # fmt: skip
    for master in (case, ended):
        with pytest.raises(MasterNotOpen):
            merge(case, master, staff["operator"])


def merge(case, master, actor):
    move_case(
        case_id=case.pk, move=Move.MERGE, actor=actor, at=MORNING,
        details=Details(master_id=master.pk),
    )  # fmt: skip


@pytest.mark.django_db
def test_me_too_gets_a_number_of_its_own_and_the_same_key_only_one():
    make_staff()
    case = make_case()
    join = {"case_id": case.pk, "at": MORNING, "source": CaseSource.WEB, "source_key": "d1"}
    first, again = join_report(**join), join_report(**join)
    assert first.tracking_no == again.tracking_no and again.repeated
    assert Case.objects.get(pk=case.pk).report_count == 2
    assert [row.name for row in entries_of(f"case:{case.pk}")] == [
        "cases.CaseReported",
        "cases.CaseJoined",
    ]


@pytest.mark.django_db
def test_nobody_joins_a_case_that_has_ended():
    staff = make_staff()
    case = bring_to(make_case(), Stage.CLOSED, staff)
    with pytest.raises(MoveNotAllowed):
        join_report(case_id=case.pk, at=MORNING, source=CaseSource.WEB)


@pytest.mark.django_db(transaction=True)
def test_one_key_sent_by_eight_at_once_is_one_case():
    make_staff()
    start, receipts, problems = Barrier(8), [], []

    def send() -> None:
        try:
            start.wait(timeout=20)
            receipts.append(
                report_case(at=MORNING, description="井盖", source="app", source_key="same")
            )
        except Exception as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not problems
    assert len({receipt.tracking_no for receipt in receipts}) == 1 and len(receipts) == 8
    assert sorted(receipt.repeated for receipt in receipts) == [False] + [True] * 7
    assert Case.objects.count() == 1
