"""A list as a workbook: the same cases, the same scope, nothing that bites, nobody's number."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from chengmai.cases.desk.actions.sheet import ask_sheet
from chengmai.cases.desk.errors import TooManyRows
from chengmai.cases.models import Case, Setting
from chengmai.cases.queries.lists import CaseFilter
from chengmai.cases.queries.settings import forget_settings
from chengmai.cases.tests.makers import MORNING, bring_to, make_case, make_staff
from chengmai.cases.words import Stage
from chengmai.identity.tests.makers import Person, Post, signed_in_client
from chengmai.kernel.errors import BadInput
from chengmai.kernel.exports import store
from chengmai.kernel.exports.actions import fetch_export, make_export
from chengmai.kernel.exports.errors import ScopeChanged
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.reference import forget
from chengmai.kernel.workbooks import write_workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    forget()
    return make_staff()


def ordered(actor, columns=("case_no", "description", "reported_at"), **wanted):
    return ask_sheet(
        actor=actor,
        wanted=CaseFilter(**{"order": "oldest", **wanted}),
        columns=[{"key": key, "width": 100} for key in columns],
        title="井盖/超时",
        at=timezone.now(),
    )


def rows_in(row):
    made = make_export(export_id=row.pk, clock=timezone.now)
    assert made.state == "done", made.error
    with store.read(made.key) as file:
        return [list(line) for line in load_workbook(file).active.iter_rows(values_only=True)]


def test_a_workbook_holds_the_list_in_its_order_with_local_times(staff):
    cases = [make_case(at=MORNING + timedelta(minutes=n)) for n in range(3)]
    row = ordered(staff["operator"])
    assert (row.total, row.file_name.endswith(".xlsx"), "/" in row.file_name) == (3, True, False)
    head, *lines = rows_in(row)
    assert head == ["案件号", "描述", "上报时间"]
    assert [line[0] for line in lines] == [case.case_no for case in cases]
    assert f"{lines[0][2]:%Y-%m-%d %H:%M}" == "2026-04-15 09:00"
    fact = entries_of(f"export:{row.pk}")[0]
    assert (fact.payload["rows"], fact.payload["told"]["columns"]) == (
        3, ["case_no", "description", "reported_at"],
    )  # fmt: skip


def test_more_cases_than_a_page_of_the_list_are_all_there_once(staff):
    case = make_case()
    copies = []
    for number in range(450):
        fresh = Case.objects.get(pk=case.pk)
        fresh.pk, fresh.case_no = None, f"9{number:011d}"
        copies.append(fresh)
    Case.objects.bulk_create(copies)
    _, *lines = rows_in(ordered(staff["operator"], ["case_no"]))
    assert len(lines) == len({line[0] for line in lines}) == 451


def test_a_unit_gets_only_its_own_cases_as_it_stands_when_the_file_is_made(staff):
    own = bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    make_case()
    row = ordered(staff["department"], ["case_no"])
    _, *lines = rows_in(row)
    assert [line[0] for line in lines] == [own.case_no]
    Person.objects.filter(pk=staff["department"].id).update(organisation=staff.other)
    Post.objects.filter(person_id=staff["department"].id).update(organisation=staff.other)
    with pytest.raises(ScopeChanged):
        fetch_export(person=staff["department"].id, export_id=row.pk, at=timezone.now())


def test_no_cell_is_a_formula_and_numbers_of_people_are_masked(staff):
    make_case(description='=HYPERLINK("http://x","13912345678")', address="+cmd|' /C calc'!A0")
    row = ordered(staff["operator"], ["description", "address"])
    made = make_export(export_id=row.pk, clock=timezone.now)
    with store.read(made.key) as file:
        cells = next(load_workbook(file).active.iter_rows(min_row=2))
    assert [cell.data_type for cell in cells] == ["s", "s"]
    assert all(cell.quotePrefix for cell in cells)
    assert "13912345678" not in cells[0].value
    assert "139****5678" in cells[0].value


def test_a_list_that_is_too_long_is_refused_before_anything_is_kept(staff):
    Setting.objects.create(
        key="desk_export_rows_max", title="", value=2, source="t", valid_from="2026-01-01"
    )
    forget_settings()
    for _ in range(3):
        make_case()
    with pytest.raises(TooManyRows) as refusal:
        ordered(staff["operator"])
    assert refusal.value.facts["limit"] == 2
    assert refusal.value.facts["remedy"]
    forget_settings()


def test_a_column_or_filter_that_does_not_exist_is_named(staff):
    for given, field in ((["phone"], "columns"),):
        with pytest.raises(BadInput) as refusal:
            ordered(staff["operator"], given)
        assert refusal.value.facts["field"] == field


def test_the_whole_way_over_http_ends_in_a_file_of_ones_own(staff):
    make_case()
    own = signed_in_client(Person.objects.get(pk=staff["operator"].id))
    other = signed_in_client(Person.objects.get(pk=staff["dispatcher"].id))
    asked = own.post(
        "/api/v1/cases/exports",
        json.dumps({"queue": "all", "columns": [{"key": "case_no"}], "title": "全部"}),
        content_type="application/json",
    )
    assert asked.status_code == 202, asked.content
    number = asked.json()["id"]
    assert own.get(f"/api/v1/exports/{number}/file").json()["code"] == "export.not_ready"
    make_export(export_id=number, clock=timezone.now)
    assert own.get(f"/api/v1/exports/{number}").json()["state"] == "done"
    answer = own.get(f"/api/v1/exports/{number}/file")
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert "no-store" in answer["Cache-Control"]
    assert other.get(f"/api/v1/exports/{number}").status_code == 404
    assert other.get(f"/api/v1/exports/{number}/file").status_code == 404


def test_a_workbook_of_many_rows_is_written_row_by_row(tmp_path):
    path = tmp_path / "many.xlsx"
    count = write_workbook(
        path, title="x", heads=[("a", 80)], rows=([f"第{n}行\x0b"] for n in range(2_000))
    )
    lines = list(load_workbook(path).active.iter_rows(values_only=True))
    assert (count, len(lines), lines[1]) == (2_000, 2_001, ("第0行",))


def test_numbers_in_free_text_are_masked_and_others_stay():
    said = "电话13912345678或0335-3012345，案号202611200001，井盖C0101，3月15日"
    masked = mask_numbers_in(said)
    assert "139****5678" in masked
    assert "3012345" not in masked
    assert "202611200001" in masked
