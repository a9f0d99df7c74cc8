from __future__ import annotations

import json
import logging

import pytest
from django.test import Client

from chengmai.kernel.edge import UPLOAD_LIMIT_BYTES
from chengmai.kernel.tests.makers import new_lamp

pytestmark = [pytest.mark.django_db, pytest.mark.urls("chengmai.kernel.tests.api")]


def post(client: Client, body: object, **headers: str):
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post("/api/bells", text, content_type="application/json", headers=headers)


def test_a_refusal_speaks_the_problem_format_with_code_facts_and_request_id(client):
    answer = post(client, {"lamp": new_lamp(), "times": 10}, **{"X-Request-Id": "desk-12345678"})
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["X-Request-Id"] == "desk-12345678"
    assert answer.json() == {
        "type": "urn:chengmai:problem:kernel.not_found",
        "title": "Not Found",
        "status": 404,
        "code": "kernel.not_found",
        "detail": "No bell rings so often.",
        "facts": {"times": 10},
        "request_id": "desk-12345678",
    }


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "a b c d e f g", "<script>alert</script>"]
)
def test_a_strange_request_id_is_replaced_by_our_own(client, given):
    answer = client.get("/healthz", headers={"X-Request-Id": given})
    assert answer["X-Request-Id"] != given
    assert len(answer["X-Request-Id"]) == 32


def test_bad_input_names_the_field_and_the_remedy_and_echoes_nothing(client):
    answer = post(client, {"times": "13800001111x"})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "kernel.bad_input")
    assert problem["facts"]["field"] == "lamp"
    assert problem["facts"]["remedy"] == "This field is needed."
    assert [error["field"] for error in problem["facts"]["errors"]] == ["lamp", "times"]
    assert "13800001111" not in answer.content.decode()


def test_a_body_that_is_not_json_is_refused_clearly(client):
    answer = post(client, "{nonsense")
    assert (answer.status_code, answer.json()["code"]) == (400, "kernel.bad_json")


@pytest.mark.parametrize("text", [r"a\u0000b", r"a\ud800b"])
def test_characters_that_no_table_can_keep_are_refused(client, text):
    answer = post(client, f'{{"lamp": "{text}"}}')
    assert (answer.status_code, answer.json()["code"]) == (422, "kernel.bad_input")


def test_a_null_character_in_the_address_is_refused(client):
    answer = client.get("/api/letters?order=%00")
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "query")


def test_a_pair_of_escaped_halves_is_one_good_character(client):
    assert post(client, json.dumps({"lamp": new_lamp() + "😀"})).status_code == 201


def test_ten_megabytes_of_text_are_too_large(client):
    answer = post(client, {"lamp": "灯" * 3_500_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "kernel.body_too_large")
    assert answer.json()["facts"]["limit_bytes"] == 2 * 1024 * 1024


def test_an_upload_beyond_all_limits_is_refused_unread(client):
    form = "multipart/form-data; boundary=x"
    size = str(UPLOAD_LIMIT_BYTES + 1)
    answer = client.generic("POST", "/api/bells", b"", content_type=form, CONTENT_LENGTH=size)
    assert (answer.status_code, answer.json()["code"]) == (413, "kernel.body_too_large")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/nowhere", 404, "kernel.not_found"),
        ("put", "/api/bells", 405, "kernel.method_not_allowed"),
        ("get", "/api/letters?limit=0", 422, "kernel.bad_input"),
        ("get", "/api/plain", 500, "kernel.unexpected"),
    ],
)
def test_every_error_below_api_is_problem_json(client, method, path, status, code):
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_unexpected_gets_a_trace_id_and_shows_nothing_inside(client, caplog):
    with caplog.at_level(logging.ERROR, "chengmai.problems"):
        answer = post(client, {"lamp": new_lamp(), "times": -1})
    assert answer.status_code == 500
    assert answer.json()["facts"] == {"trace_id": answer["X-Request-Id"]}
    (record,) = caplog.records
    assert record.error == "builtins.ZeroDivisionError"
    assert any("tests/api.py" in line for line in record.stack)
    assert "13800001111" not in caplog.text + answer.content.decode()


def test_alive_ready_and_figures(client):
    assert client.get("/healthz").json() == {"status": "alive"}
    ready = client.get("/readyz").json()
    assert (ready["database"], ready["nats"]) == (True, True)
    figures = client.get("/metrics").content.decode()
    for name in ("outbox_depth", "relay_lag_seconds", "dead_letters", "request_seconds_bucket"):
        assert f"chengmai_{name}" in figures


def test_not_ready_without_nats(client, settings):
    settings.NATS_URL = "nats://127.0.0.1:9"
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["nats"]) == (503, False)


def test_statements_are_counted_when_asked(monkeypatch):
    monkeypatch.setenv("CHENGMAI_COUNT_SQL", "1")
    client = Client()
    answer = post(client, {"lamp": new_lamp()})
    assert int(answer["X-Sql-Statements"]) == 5  # two of publish, one read, a savepoint's pair
