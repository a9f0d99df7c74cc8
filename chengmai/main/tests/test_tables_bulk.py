"""Reference tables as workbooks and as files: out, edited, in; and nothing doubled."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.main.tables.command import run_tables
from chengmai.main.tests.tables_made import prepare

pytestmark = pytest.mark.django_db
SHEET = "/api/v1/tables/city.classes/sheet"


@pytest.fixture
def ground():
    return prepare()


@pytest.fixture
def admin():
    return signed_in_client(make_person([Duty.ADMIN]))


def downloaded(client: Any, address: str = SHEET) -> Any:
    return load_workbook(io.BytesIO(client.get(address).content))


def send(client: Any, book: Any, *, take: bool, address: str = SHEET) -> dict[str, Any]:
    box = io.BytesIO()
    book.save(box)
    file = SimpleUploadedFile("classes.xlsx", box.getvalue())
    answer = client.post(address, {"file": file, "take": str(take).lower(), "reason": "年度修订"})
    assert answer.status_code == 200, answer.json()
    return answer.json()


def counts(report: dict[str, Any]) -> tuple[int, int, int, int]:
    return report["added"], report["changed"], report["same"], report["refused"]


def test_a_workbook_comes_back_as_a_difference_is_taken_and_then_says_nothing_new(
    ground: Any, admin: Any
):
    book = downloaded(admin)
    sheet = book.worksheets[0]
    assert counts(send(admin, book, take=False)) == (0, 0, 8, 0)

    names = [cell.value for cell in sheet[2]]
    column = {name: number for number, name in enumerate(names, 1)}
    line = next(row for row in range(3, 11) if sheet.cell(row, column["code"]).value == "E0112")
    sheet.cell(line, column["name"]).value = "道路脏"
    new = [sheet.cell(line, number).value for number in range(1, len(names) + 1)]
    sheet.append(new)
    sheet.cell(sheet.max_row, column["code"]).value = "E0188"
    sheet.append(new)
    sheet.cell(sheet.max_row, column["code"]).value = "Q1"

    shown = send(admin, book, take=False)
    assert counts(shown) == (1, 1, 7, 1)
    changed = next(row for row in shown["rows"] if row["doing"] == "change")
    assert changed["changes"] == {"name": ["道路不洁", "道路脏"]}
    refused = next(row for row in shown["rows"] if row["doing"] == "refused")
    assert (refused["line"], refused["field"]) == (12, "code") and refused["problem"]
    ground.city.classes["E0112"].refresh_from_db()
    assert ground.city.classes["E0112"].name == "道路不洁"

    assert counts(send(admin, book, take=True)) == (1, 1, 7, 1)
    assert counts(send(admin, book, take=True)) == (0, 0, 9, 1)
    history = admin.get(
        f"/api/v1/tables/city.classes/row/{ground.city.classes['E0112'].pk}/history"
    ).json()
    assert [(one["doing"], one["reason"]) for one in history] == [("change", "年度修订")]


def test_what_is_no_workbook_of_the_table_is_refused_with_the_reason(ground: Any, admin: Any):
    file = SimpleUploadedFile("classes.xlsx", b"PK\x03\x04 broken")
    answer = admin.post(SHEET, {"file": file})
    assert (answer.status_code, answer.json()["code"]) == (422, "tables.bad_sheet")
    book = downloaded(admin, "/api/v1/tables/citizen.rations/sheet")
    book.worksheets[0].delete_rows(2)
    box = io.BytesIO()
    book.save(box)
    answer = admin.post(SHEET, {"file": SimpleUploadedFile("x.xlsx", box.getvalue())})
    assert answer.json()["facts"]["remedy"]


def test_a_leader_may_read_the_workbook_but_not_send_one(ground: Any):
    leader = signed_in_client(make_person([Duty.LEADER]))
    assert leader.get(SHEET).status_code == 200
    answer = leader.post(SHEET, {"file": SimpleUploadedFile("x.xlsx", b"x")})
    assert (answer.status_code, answer.json()["code"]) == (403, "tables.not_your_table")


def test_files_can_be_compared_and_taken_again_and_again(ground: Any, tmp_path: Path):
    said: list[str] = []
    first, second = tmp_path / "one", tmp_path / "two"
    assert run_tables("export", first, dry_run=False, reason="", say=said.append) == 0
    again = run_tables("import", first, dry_run=False, reason="试", say=said.append)
    assert again == 0, "\n".join(said)
    assert not [line for line in said if "new" in line and "0 new, 0 changed" not in line]

    path = first / "city.classes.csv"
    path.write_text(path.read_text().replace("道路不洁", "道路脏"))
    path = first / "city.responsibilities.csv"
    path.write_text(path.read_text() + f"E01,1303,{ground.office.name},市容方案,,2026-01-01,\n")
    assert run_tables("import", first, dry_run=True, reason="试", say=said.append) == 0
    assert "city.classes: 0 new, 1 changed, 7 same, 0 refused" in said
    assert run_tables("import", first, dry_run=False, reason="试", say=said.append) == 0
    run_tables("export", second, dry_run=False, reason="", say=said.append)
    for file in first.iterdir():
        assert file.read_bytes() == (second / file.name).read_bytes(), file.name


def test_an_import_finds_what_the_same_folder_makes(ground: Any, tmp_path: Path):
    head = "name,kind,parent_id,division\n"
    (tmp_path / "identity.organisations.csv").write_text(
        f"{head}水务局,bureau,,\n供水所,unit,水务局,\n"
    )
    (tmp_path / "identity.people.csv").write_text(
        "username,name,organisation_id\nwater1,孙立,水务局 / 供水所\n"
    )
    said: list[str] = []
    for dry in (True, False):
        code = run_tables("import", tmp_path, dry_run=dry, reason="建库", say=said.append)
        assert code == 0, "\n".join(said)
    assert "identity.organisations: 2 new, 0 changed, 0 same, 0 refused" in said
    run_tables("import", tmp_path, dry_run=False, reason="建库", say=said.append)
    assert "identity.people: 0 new, 0 changed, 1 same, 0 refused" in said
