"""Who may do what: the table docs/standards/access.csv, asked of every address for every duty.

An address without a row fails, and so does a row without an address. `who` is `anyone`, `staff`
(signed in; what belongs to somebody else is as if it were not there), `case` (who sees the case),
`whole_city` (who sees the whole city), `provider` (a signature), `right` (who holds the right to
that table; asked of one that the system administrator changes), or the duties that may.
"""

import csv
import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chengmai.citizen.tests.makers import VERSION
from chengmai.identity.words import Duty
from chengmai.main.tests.scene import undone
from chengmai.main.tests.wire import DOCUMENT, operations, request

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parents[3] / "docs/standards/access.csv"
with TABLE.open(encoding="utf-8") as file:
    WHO = {(row["method"], f"/api/v1{row['address']}"): row["who"] for row in csv.DictReader(file)}
DUTIES = [duty.value for duty in Duty if duty not in (Duty.CITIZEN, Duty.SYSTEM)]
NOBODYS = {"anyone", "provider"}
# What a request needs beside words to be looked at at all.
BODIES = {
    "post /api/v1/cases/exports": {"order": "newest", "columns": [], "limit": 50,
                                   "since": None, "until": None, "after": ""},
    "post /api/v1/roster/copies": {"source": "2026-05-01", "target": "2026-05-08"},
    "post /api/v1/city/components/{code}/photos": {"media_ids": [1]},
    "put /api/v1/notices/choices": {"choices": [], "quiet_begins": None, "quiet_ends": None},
    "post /api/v1/clients": {"scopes": ["cases:read"]},
    "post /api/v1/tables/{table}/preview": {"doing": "add", "on": None, "version": "1", "values": {}},
    "post /api/v1/tables/{table}/rows": {"doing": "add", "on": None, "version": "1", "values": {}},
    "post /api/v1/tables/{table}/row/{pk}/restore": {"on": None, "version": "1"},
    "post /api/v1/city/census/imports/{import_id}/check": {"choices": {}},
    "put /api/v1/city/layers/{layer}/rules": [],
    "put /api/v1/city/map/choice": {"layers": {}, "order": []},
    "post /api/v1/privacy/requests": {"kind": "copy"},
    "post /api/v1/citizen/data/erase": {"confirmed": False},
}  # fmt: skip


def file_body(path):
    name = "a.csv" if "import" in path or "sheet" in path else "a.pdf"
    content = "编号,内容\n1,路灯\n".encode() if name == "a.csv" else b"%PDF-1.7\n%%EOF\n"
    return {"file": SimpleUploadedFile(name, content)}


def ask(client, path, method, operation, scene, **more):
    """Ask once, for nothing; who asks twice finds all as it was."""
    honest = scene.honest | {
        "case_id": scene.handled.pk, "report_id": scene.handled.reports.get().pk,
        "subject": f"case:{scene.handled.pk}", "version": scene.handled.version,
        "notice_version": VERSION, "seq": 1, "table": "citizen.rations", "pk": "device",
        "since": "2026-01-01T00:00:00Z", "until": "2026-12-31T00:00:00Z", "lamp": "", "stage": "",
        "queue": "", "kind": "", "source": "hotline", "order": "newest", "grid_code": "",
        "area": "", "columns": [], "limit": 50, "after": None, **more,
    }  # fmt: skip
    content = operation.get("requestBody", {}).get("content", {})
    body = file_body(path) if "multipart/form-data" in content else None
    body = BODIES.get(f"{method} {path}", body)
    if path.endswith("/faults"):
        honest["kind"] = "gap"
    with undone():
        return request(client, path, method, operation, "办理核对", honest, body)


def refused(answer):
    return answer.status_code in (401, 403) or (
        answer.status_code == 404 and "application/problem+json" in answer["Content-Type"]
    )


@pytest.mark.parametrize(("path", "method", "operation"), list(operations()))
def test_who_may_and_who_may_not(scene, path, method, operation):
    who = WHO[method.upper(), path]
    stranger = Client(headers={"X-Chengmai-Client": "test"})
    answer = ask(stranger, path, method, operation, scene)
    if who in NOBODYS:
        assert answer.status_code != 401 or path.endswith("/session")
        if who == "provider":
            assert answer.status_code == 403
        return
    assert answer.status_code == 401, (answer.status_code, answer.content[:300])
    for duty in DUTIES:
        answer = ask(scene.clients[duty], path, method, operation, scene)
        if who in ("case", "whole_city", "staff"):
            assert answer.status_code != 401, duty
            if who == "staff":
                assert answer.status_code != 403, (duty, answer.content[:300])
        elif who == "right":
            assert answer.status_code != 401, duty
            if duty == "admin":
                assert answer.status_code != 403, answer.content[:300]
            elif method != "get":
                assert refused(answer), (duty, answer.content[:300])
        elif duty in who.split():
            assert answer.status_code not in (401, 403), (duty, answer.content[:300])
        else:
            assert answer.status_code == 403, (duty, answer.status_code, answer.content[:300])


CASES = [param for param in operations() if "/cases/{case_id}" in param.values[0]]


@pytest.mark.parametrize(("path", "method", "operation"), CASES)
def test_a_case_of_another_office_is_answered_like_one_that_is_not_there(
    scene, path, method, operation
):
    """The same status, the same words, the same number of statements: nothing tells them apart."""
    own = ask(scene.clients["department"], path, method, operation, scene)
    assert own.status_code not in (401, 403, 404), own.content[:300]
    for other in ("other_department", "other_handler"):
        client = scene.clients[other]
        hidden = ask(client, path, method, operation, scene)
        missing = ask(client, path, method, operation, scene, case_id=2**40)
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert told(hidden) == told(missing)


def told(answer):
    body = json.loads(answer.content)
    return {name: body[name] for name in ("type", "title", "status", "code", "detail")} | {
        "facts": sorted(body["facts"])
    }


def test_the_table_has_a_row_for_every_address_and_no_other():
    there = {
        (method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods
    }
    assert there - set(WHO) == set()
    assert set(WHO) - there == set()


def test_every_word_of_the_table_is_known():
    known = {"anyone", "staff", "case", "whole_city", "provider", "right", *DUTIES}
    assert {word for who in WHO.values() for word in who.split()} <= known
