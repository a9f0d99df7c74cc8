"""Numbers that people write into their words: masked where all can read, sealed, opened for a reason."""

import pytest

from chengmai.cases.actions.report import report_case
from chengmai.cases.actions.reveal import reveal_report
from chengmai.cases.errors import CaseNotFound
from chengmai.cases.models import Case, Report
from chengmai.cases.tests.makers import MORNING, make_staff
from chengmai.cases.words import CaseSource
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import make_actor
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.masks import mask_numbers_in

TEXT = "路灯不亮，请打１３９ 1234 0987 或身份证130302199001011234，工号12345678"
MASKED = "路灯不亮，请打139****0987 或身份证**************1234，工号12345678"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (TEXT, MASKED),
        ("+86-139-1234-0987。", "139****0987。"),
        ("电话0335-3456789", "电话033****6789"),
        ("案号20261122000123", "案号20261122000123"),
        ("部件1303020101000001", "部件1303020101000001"),
        ("网格130302001001001", "网格130302001001001"),
        ("微信号abc13912340987", "微信号abc139****0987"),
        ("长100米宽13912米", "长100米宽13912米"),
        ("130302199013011234 不是身份证", "130302199013011234 不是身份证"),
    ],
)
def test_phone_and_identity_numbers_are_masked_and_other_numbers_stay(text, shown):
    assert mask_numbers_in(text) == shown


@pytest.fixture
def told(db):
    staff = make_staff()
    receipt = report_case(
        at=MORNING, description=TEXT, source=CaseSource.HOTLINE, lon=LON, lat=LAT, address=TEXT
    )
    return staff, receipt.case_id, Report.objects.get(case_id=receipt.case_id)


def test_what_all_can_read_holds_no_number_and_the_sealed_text_holds_all(told):
    _, case_id, report = told
    case = Case.objects.get(pk=case_id)
    assert (case.description, case.address, report.text) == (MASKED, MASKED, MASKED)
    assert report.private_text == TEXT
    entries = str([row.payload for row in entries_of(f"case:{case_id}")])
    assert "1234" not in entries


def test_a_text_without_numbers_is_kept_once(told):
    report = report_case(
        at=MORNING, description="路灯不亮", source=CaseSource.HOTLINE, lon=LON, lat=LAT
    )
    assert Report.objects.get(case_id=report.case_id).private_text is None


def ask(actor, told, reason="回访", case_id=None):
    _, own, report = told
    return reveal_report(
        actor=actor, case_id=case_id or own, report_id=report.pk, reason=reason, at=MORNING
    )


def test_who_says_why_reads_all_of_it_and_the_timeline_tells(told):
    staff, case_id, _ = told
    assert ask(staff["operator"], told, "回访 13912340987").text == TEXT
    last = entries_of(f"case:{case_id}")[-1]
    assert (last.name, last.actor_id) == ("cases.ReportRevealed", staff["operator"].id)
    assert last.payload["reason"] == "回访 139****0987"


def test_without_a_reason_by_a_system_or_from_another_office_nothing_is_opened(told):
    staff, case_id, _ = told
    with pytest.raises(Refusal) as refusal:
        ask(staff["operator"], told, "  ")
    assert (refusal.value.code, refusal.value.facts["field"]) == (
        "identity.reason_missing",
        "reason",
    )
    with pytest.raises(NotYourDuty):
        ask(SYSTEM, told)
    stranger = make_actor(Duty.DEPARTMENT, organisation=staff.other)
    with pytest.raises(CaseNotFound):
        ask(stranger, told)
    other = report_case(at=MORNING, description="别的", source=CaseSource.HOTLINE, lon=LON, lat=LAT)
    with pytest.raises(CaseNotFound):
        ask(staff["operator"], told, case_id=other.case_id)
    assert [row.name for row in entries_of(f"case:{case_id}")] == ["cases.CaseReported"]
