"""Imports over HTTP: files as offices send them arrive or are refused clearly."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from chengmai.cases.intake import words
from chengmai.cases.intake.actions import run_import
from chengmai.cases.models import Case
from chengmai.cases.tests.makers import make_staff
from chengmai.identity.tests.makers import signed_in_client
from chengmai.identity.words import SYSTEM
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db

IMPORTS = "/api/v1/cases/imports"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" + bytes(range(256)) * 8
MIXED = "编号,时间,内容,类别代码\n1,2019/2/14 20:00,路灯不亮,\n2,2019年3月1日,井盖坏了,E0112\n3,31/12/2019,垃圾,\n4,昨天,噪声,\n5,2019-5-6,扬尘,E9999\n"


@pytest.fixture
def staff():
    forget()
    return make_staff()


@pytest.fixture
def desk(staff):
    return signed_in_client(staff["operator"].id)


def send(client, content, name="messages.csv", **form):
    return client.post(IMPORTS, {"file": SimpleUploadedFile(name, content), **form})


def refused(answer):
    return answer.status_code, answer.json()["code"], answer.json()["facts"].get("reason")


def workbook(*rows, merge=""):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    book.save(out)
    return out.getvalue()


def run_to_the_end(client, made):
    """Start the import as a person does, do the work as the queue does; the row report."""
    address = f"{IMPORTS}/{made.json()['id']}"
    assert client.post(f"{address}/start", {}, content_type="application/json").status_code == 202
    run_import(batch_id=made.json()["id"], actor=SYSTEM, at=timezone.now())
    rows = client.get(f"{address}/rows").json()["items"]
    return {row["number"]: (row["state"], row["reason"]) for row in rows}


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"", "a.csv", (422, "case.import_not_readable", "empty")),
        ("编号,内容\n".encode(), "a.csv", (422, "case.import_not_readable", "no_rows")),
        (PDF, "a.csv", (422, "case.import_not_readable", "not_text")),
        (b"PK\x03\x04broken", "a.xlsx", (422, "case.import_not_readable", "bad_workbook")),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls", (422, "case.import_not_readable", "old_xls")),
    ],
)
def test_what_is_no_table_is_refused_with_what_it_seems_to_be(desk, content, name, expected):
    assert refused(send(desk, content, name)) == expected
    assert desk.get(IMPORTS).json() == []


def test_a_file_beyond_the_limit_is_refused(desk):
    file = SimpleUploadedFile("big.csv", "编号,内容\n".encode() + b"x" * words.MAX_FILE_BYTES)
    answer = desk.post(IMPORTS, {"file": file})
    assert refused(answer)[:2] == (413, "case.import_too_large")


@pytest.mark.parametrize("mapping", ["{", "[]", '{"columns": {"9": "detail"}}', '{"columns": 1}'])
def test_a_mapping_that_makes_no_sense_is_refused(desk, mapping):
    answer = send(desk, MIXED.encode(), mapping=mapping)
    assert answer.status_code == 422
    assert answer.json()["facts"]["field"].startswith("mapping")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8-sig"])
def test_a_file_in_the_offices_encoding_with_mixed_dates_arrives_row_by_row(desk, encoding):
    made = send(desk, MIXED.encode(encoding))
    assert made.status_code == 202
    assert made.json()["columns"][2] == "内容"
    assert run_to_the_end(desk, made) == {
        2: ("created", None), 3: ("created", None), 4: ("created", None),
        5: ("refused", "time_unreadable"), 6: ("refused", "class_unknown"),
    }  # fmt: skip
    said = Case.objects.order_by("pk").values_list("occurred_at", flat=True)
    days = [f"{timezone.localtime(at):%Y-%m-%d}" for at in said]
    assert days == ["2019-02-14", "2019-03-01", "2019-12-31"]


def test_a_workbook_with_formulas_and_merged_cells_arrives_row_by_row(desk):
    made = send(
        desk,
        workbook(
            ["编号", "地址", "内容"],
            [1, "海阳路", "路灯"],
            [2, None, "井盖"],
            [3, "河北大街", '=HYPERLINK("http://evil","垃圾")'],
            merge="B2:B3",
        ),
        "messages.xlsx",
    )
    assert run_to_the_end(desk, made) == {
        2: ("created", None), 3: ("created", None), 4: ("refused", "formula_without_value"),
    }  # fmt: skip
    assert set(Case.objects.values_list("address", flat=True)) == {"海阳路"}
    report = desk.get(f"{IMPORTS}/{made.json()['id']}/report.xlsx").content
    cells = [cell for row in load_workbook(io.BytesIO(report)).active for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_an_import_that_is_over_is_not_started_and_one_that_is_not_there_is_not_found(desk):
    made = send(desk, MIXED.encode())
    run_to_the_end(desk, made)
    again = desk.post(f"{IMPORTS}/{made.json()['id']}/start", {}, content_type="application/json")
    assert refused(again)[:2] == (409, "case.import_not_ready")
    assert refused(desk.get(f"{IMPORTS}/999999"))[:2] == (404, "case.import_not_found")


def test_other_duties_neither_send_nor_see_imports(staff):
    client = signed_in_client(staff["handler"].id)
    assert refused(send(client, MIXED.encode()))[:2] == (403, "kernel.forbidden")
    assert client.get(IMPORTS).status_code == 403


def test_a_repeated_key_is_one_import_and_another_file_under_it_is_refused(desk):
    keyed = {"Idempotency-Key": "import-key-0001"}

    def sent(text):
        file = SimpleUploadedFile("a.csv", text.encode())
        return desk.post(IMPORTS, {"file": file}, headers=keyed)

    assert sent(MIXED).json()["id"] == sent(MIXED).json()["id"]
    assert refused(sent(MIXED + "6,,别的,\n"))[:2] == (422, "kernel.idempotency_reused")
