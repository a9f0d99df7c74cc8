"""SQL, HTML and templates in every text of every address: words to us, and never more than words.

The addresses and their texts are read from the OpenAPI document, so a new one is tried by itself.
"""

import json

import pytest

from chengmai.cases.tests.makers import MORNING, Case, make_case, make_staff
from chengmai.citizen.tests.makers import VERSION, Phone, make_notice
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import remember_contact
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget
from chengmai.main.api import openapi_text

pytestmark = pytest.mark.django_db

DOCUMENT = json.loads(openapi_text())
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
# Honest values for what is no free text, so that the request gets as far as the texts.
KNOWN = {"lon": LON, "lat": LAT, "notice_version": VERSION, "score": 5, "source": "hotline",
         "move": "accept", "version": 1, "west": LON, "south": LAT, "east": LON, "north": LAT,
         "year": 2026, "day": "2026-05-01", "z": 14}  # fmt: skip


def operations():
    for path, methods in sorted(DOCUMENT["paths"].items()):
        for method, operation in sorted(methods.items()):
            if (method, path.rsplit("/", 1)[-1]) != ("delete", "session"):
                yield pytest.param(path, method, operation, id=f"{method} {path}")


def resolved(schema):
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def filled(schema, text, honest, name=""):
    """A value of this schema in which every text is `text`, but for the honest ones."""
    schema, known = resolved(schema), honest if "number" in honest else KNOWN | honest
    if name in known:
        return known[name]
    for choices in ("anyOf", "allOf", "oneOf"):
        if choices in schema:
            return filled(schema[choices][0], text, honest, name)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    if kind == "object":
        return {
            key: filled(part, text, honest, key)
            for key, part in schema.get("properties", {}).items()
        }
    if kind == "string":
        if schema.get("format") in ("date", "date-time"):
            return "2026-05-01T08:00:00Z"[: 10 if schema["format"] == "date" else None]
        return text[: schema.get("maxLength", 10_000)]
    if kind in ("integer", "number"):
        return honest.get(kind, 1)
    return {"array": [], "boolean": False}.get(kind, text)


def request(client, path, method, operation, text, honest):
    """Ask with hostile text in every parameter and in every text of the body."""
    query = {}
    for parameter in operation.get("parameters", ()):
        name, schema = parameter["name"], parameter["schema"]
        value = filled(schema, text, honest, name)
        if parameter["in"] == "path":
            path = path.replace(f"{{{name}}}", str(value).replace("/", "%2F").replace("%", "%25"))
        elif value is not None:
            query[name] = value
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        body = filled(content["application/json"]["schema"], text, honest)
        return client.generic(
            method.upper(), path, json.dumps(body), content_type="application/json",
            query_params=query,
        )  # fmt: skip
    return client.generic(method.upper(), path, query_params=query)


@pytest.fixture
def city():
    """A city with a case, and who reaches every address: staff with every duty, and a phone."""
    forget()
    make_notice()
    staff, phone = make_staff(), Phone()
    everything = make_person(list(Duty), staff.unit)
    case = make_case()
    tracking = phone.report().json()["tracking_no"]
    contact = remember_contact(name="王芳", phone="13812345678", at=MORNING)
    honest = {
        "case_id": case.pk, "case_ref": case.pk, "tracking_no": tracking, "contact_id": contact,
        "phone": "13812345678", "class_code": "E0112", "after": None, "metres": 150,
        "organisation_id": staff.unit.pk, "subject": f"case:{case.pk}",
    }  # fmt: skip
    return case, honest, signed_in_client(everything), phone.client


def checked(answer, text):
    assert answer.status_code < 500, (text, answer.content)
    kind = answer.headers.get("Content-Type", "")
    assert "html" not in kind, "a browser must never take an answer for a page"
    assert answer.status_code < 400 or answer.json()["code"]
    return answer.status_code


@pytest.mark.parametrize(("path", "method", "operation"), list(operations()))
def test_hostile_text_is_words_or_is_refused(city, path, method, operation):
    case, honest, desk, phone = city
    client = phone if "/citizen/" in path else desk
    for text in HOSTILE:
        checked(request(client, path, method, operation, text, {"case_id": case.pk}), text)
    for text in HOSTILE[:1]:
        status = checked(request(client, path, method, operation, text, honest), text)
        assert status == EXPECTED.get(f"{method} {path}", status)
    assert Case.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize(("path", "method", "operation"), list(operations()))
def test_a_number_beyond_all_measure_is_a_number_or_is_refused(city, path, method, operation):
    _, honest, desk, phone = city
    client = phone if "/citizen/" in path else desk
    kept = {name: honest[name] for name in ("case_id", "case_ref", "tracking_no", "metres")}
    kept |= {"move": "accept", "days": 0, "source": "hotline", "class_code": "", "phone": "",
             "version": 1, "notice_version": VERSION, "score": 5}  # fmt: skip
    for number in (2**70, -(2**70), float("nan"), float("inf"), 1e308, -1):
        whole = number if isinstance(number, int) else 2**31
        odd = {"number": number, "integer": whole, **kept}
        checked(request(client, path, method, operation, "x", odd), number)


def test_the_document_names_the_addresses_that_take_text():
    tried = {param.id for param in operations()}
    for address in ("/cases", "/cases/{case_id}/moves", "/citizen/reports", "/session"):
        assert f"post /api/v1{address}" in tried
    assert len(tried) >= 30
