"""SQL, HTML and templates in every text of every address: words to us, and never more than words.

The addresses and their texts are read from the OpenAPI document, so a new one is tried by itself.
"""

import pytest

from chengmai.cases.tests.makers import Case
from chengmai.citizen.tests.makers import VERSION
from chengmai.main.tests.wire import operations, request

pytestmark = pytest.mark.django_db

HOSTILE = (
    "'); DROP TABLE cases_case; --<img src=x onerror=alert(1)>",
    '=HYPERLINK("http://evil") %s %(a)s {0} {{7*7}} ${7*7} \\',
    "../../../etc/passwd\u202e\u200b\ufeff\U0001f9e8",
)
# Where everything but the words is honest, the words are taken.
EXPECTED = {
    "post /api/v1/cases": 201, "post /api/v1/cases/{case_id}/moves": 200,
    "post /api/v1/citizen/reports": 201, "post /api/v1/citizen/nearby/{case_ref}/me-too": 201,
    "post /api/v1/contacts/{contact_id}/reveal": 200,
}  # fmt: skip


def ask(clients, path, method, operation, text, honest):
    """The answer to who may ask: no one person holds every duty."""
    for client in clients:
        answer = request(client, path, method, operation, text, honest)
        if answer.status_code != 403:
            break
    return answer


def checked(answer, text):
    assert answer.status_code < 500, (text, answer.content)
    kind = answer.headers.get("Content-Type", "")
    assert "html" not in kind, "a browser must never take an answer for a page"
    assert answer.status_code < 400 or answer.json()["code"]
    return answer.status_code


@pytest.mark.parametrize(("path", "method", "operation"), list(operations()))
def test_hostile_text_is_words_or_is_refused(scene, path, method, operation):
    case, honest = scene.case, scene.honest | {"component_code": ""}
    clients = [scene.phone.client] if "/citizen/" in path else scene.desks
    for text in HOSTILE:
        checked(ask(clients, path, method, operation, text, {"case_id": case.pk}), text)
    for text in HOSTILE[:1]:
        status = checked(ask(clients, path, method, operation, text, honest), text)
        assert status == EXPECTED.get(f"{method} {path}", status)
    assert Case.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize(("path", "method", "operation"), list(operations()))
def test_a_number_beyond_all_measure_is_a_number_or_is_refused(scene, path, method, operation):
    honest = scene.honest
    clients = [scene.phone.client] if "/citizen/" in path else scene.desks
    kept = {name: honest[name] for name in ("case_id", "case_ref", "tracking_no", "metres")}
    kept |= {"move": "accept", "days": 0, "source": "hotline", "class_code": "", "phone": "",
             "version": 1, "notice_version": VERSION, "score": 5}  # fmt: skip
    for number in (2**70, -(2**70), float("nan"), float("inf"), 1e308, -1):
        whole = number if isinstance(number, int) else 2**31
        odd = {"number": number, "integer": whole, **kept}
        checked(ask(clients, path, method, operation, "x", odd), number)


def test_the_document_names_the_addresses_that_take_text():
    tried = {param.id for param in operations()}
    for address in ("/cases", "/cases/{case_id}/moves", "/citizen/reports", "/session"):
        assert f"post /api/v1{address}" in tried
    assert len(tried) >= 30


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", b'{"username": "a\\u0000", "password": "x"}'),
        ("application/problem+json", b'{"username": "a\\u0000", "password": "x"}'),
        ("application/x-www-form-urlencoded", b'{"username": "a", "password": "x"}'),
        ("multipart/form-data; boundary=x", b'{"username": "a\\u0000", "password": "x"}'),
        ("", b'{"username": "a\\u0000", "password": "x"}'),
        ("application/json", '{"username": "a\\u0000", "password": "x"}'.encode("utf-16")),
        ("application/json", '{"username": "a", "password": "x"}'.encode("utf-32")),
        ("application/json", b'["\\ud800"' + b"," + b"[" * 100_000),
    ],
)
def test_a_body_is_json_in_utf_8_that_says_so_or_is_refused(client, kind, body):
    """A form of a foreign page, and an encoding that hides a character, never reach a table."""
    answer = client.generic("POST", "/api/v1/session", body, content_type=kind)
    assert (answer.status_code, answer.json()["code"]) == (400, "kernel.bad_json"), answer.content


def test_no_answer_of_the_api_is_kept_by_anybody_unless_it_says_so(scene):
    desk = scene.clients["operator"]
    for path in ("/cases", "/cases/queues", f"/cases/{scene.case.pk}", "/session", "/nothing"):
        assert desk.get(f"/api/v1{path}").headers["Cache-Control"] == "no-store", path
