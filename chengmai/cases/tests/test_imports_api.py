"""Imports over HTTP: send a file, look, try, start, read the report."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chengmai.cases.intake.tasks import go_on
from chengmai.cases.models import Case
from chengmai.cases.tests.makers import make_staff
from chengmai.identity.tests.makers import signed_in_client
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
FILE = "编号,内容,时间\n1,路灯不亮,2019-01-01\n2,井盖坏了,昨天\n".encode("gbk")
URL = "/api/v1/cases/imports"


@pytest.fixture
def staff():
    forget()
    return make_staff()


@pytest.fixture
def desk(staff):
    return signed_in_client(staff["operator"].id)


def send(client, content=FILE, **fields):
    return client.post(URL, {"file": SimpleUploadedFile("留言.csv", content), **fields})


def post(client, path, body):
    return client.post(f"{URL}{path}", json.dumps(body), content_type="application/json")


def test_a_file_is_looked_at_tried_and_taken_in(desk):
    sent = send(desk)
    assert sent.status_code == 202
    made = sent.json()
    assert (made["state"], made["total"], made["encoding"]) == ("ready", 2, "gb18030")
    assert made["columns"] == ["编号", "内容", "时间"]
    assert made["mapping"]["columns"] == {"0": "message_no", "1": "detail", "2": "time"}
    assert made["preview"][0] == ["1", "路灯不亮", "2019-01-01"]

    started = post(desk, f"/{made['id']}/start", {"dry_run": True})
    assert started.json()["state"] == "running"
    go_on(made["id"])
    tried = desk.get(f"{URL}/{made['id']}").json()
    assert (tried["state"], tried["created"], tried["refused"]) == ("ready", 1, 1)
    assert not Case.objects.exists()

    post(desk, f"/{made['id']}/start", {})
    go_on(made["id"])
    done = desk.get(f"{URL}/{made['id']}").json()
    assert (done["state"], done["created"], done["refused"]) == ("done", 1, 1)
    rows = desk.get(f"{URL}/{made['id']}/rows?state=refused").json()["items"]
    assert (rows[0]["number"], rows[0]["reason_words"]) == (3, "时间无法识别")
    report = desk.get(f"{URL}/{made['id']}/report.xlsx")
    assert report.content.startswith(b"PK")
    assert [item["id"] for item in desk.get(URL).json()] == [made["id"]]


def test_a_mapping_sent_with_the_file_counts(desk):
    mapping = json.dumps({"columns": {"1": "detail"}})
    assert send(desk, mapping=mapping).json()["mapping"]["columns"] == {"1": "detail"}
    for wrong in ("[1]", "{", json.dumps({"columns": {"7": "detail"}})):
        assert send(desk, mapping=wrong).status_code == 422


def test_what_cannot_be_read_is_refused_by_its_reason(desk):
    for content, reason in ((b"PK\x03\x04x", "bad_workbook"), (bytes(range(256)) * 9, "not_text")):
        answer = send(desk, content)
        assert (answer.status_code, answer.json()["code"]) == (422, "case.import_not_readable")
        assert answer.json()["facts"]["reason"] == reason


def test_imports_are_the_supervision_centres_work(staff, desk):
    made = send(desk).json()["id"]
    handler = signed_in_client(staff["handler"].id)
    assert send(handler).status_code == 403
    assert handler.get(f"{URL}/{made}").status_code == 403
    assert desk.get(f"{URL}/999999").json()["code"] == "case.import_not_found"


def test_an_import_that_is_over_is_not_started_again(desk):
    made = send(desk).json()["id"]
    post(desk, f"/{made}/start", {})
    go_on(made)
    again = post(desk, f"/{made}/start", {})
    assert (again.status_code, again.json()["code"]) == (409, "case.import_not_ready")
