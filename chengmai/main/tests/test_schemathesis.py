"""Whatever the OpenAPI document allows, and what it does not: answered, or refused in our shape.

Every operation is asked through WSGI as the people who may, with generated requests; each request
is undone. CHENGMAI_FUZZ_EXAMPLES=200 makes a long run of it, CHENGMAI_FUZZ_SEED other requests.
"""

import os
from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from chengmai.citizen.tests.makers import VERSION
from chengmai.city.tests.makers import COMMUNITY, LAT, LON
from chengmai.main.tests.scene import undone
from chengmai.main.tests.test_access import BODIES, file_body
from chengmai.main.tests.wire import DOCUMENT, request
from chengmai.main.wsgi import application

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("CHENGMAI_FUZZ_EXAMPLES", "6"))
SEED = int(os.environ.get("CHENGMAI_FUZZ_SEED", "1"))
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
SCHEMA.app = application
OPERATIONS = [
    pytest.param(path, method, id=f"{method} {path}")
    for path, methods in sorted(DOCUMENT["paths"].items())
    for method in sorted(methods)
]
DOCUMENTED = [content_type_conformance, response_schema_conformance, status_code_conformance]
BOUNDED = settings(
    max_examples=EXAMPLES, derandomize=False, database=None, deadline=None,
    phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(autouse=True)
def one_connection():
    """The web process gives a connection up with a request; here its transaction is the test's."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def cookies_of(scene, path):
    """Who asks: a phone for citizens, else three people who hold every duty between them."""
    clients = [scene.phone.client] if "/citizen/" in path else scene.desks
    return [{name: one.value for name, one in client.cookies.items()} for client in clients]


@pytest.fixture(scope="module")
def known(made):
    """Numbers and codes of the scene, so that a request gets past "there is nothing here"."""
    case, staff = made.handled, made.staff
    known = made.honest | {
        "case_id": case.pk, "report_id": case.reports.get().pk, "version": case.version,
        "table": "citizen.rations", "pk": "device", "layer": "parts", "seq": 1, "channel": "email",
        "person_id": next(iter(staff.people.values())).id, "notice_version": VERSION,
        "subject": f"case:{case.pk}", "code": f"{COMMUNITY}001", "lon": LON, "lat": LAT,
    }  # fmt: skip
    for path in DOCUMENT["paths"]:
        address, _, name = path.rpartition("/")
        if name.endswith("_id}") and "post" in DOCUMENT["paths"].get(address, {}):
            known |= made_one(made, address, known, name.strip("{}"))
    return known


def made_one(made, address, known, name):
    """Ask once for one of these; its number by name, or nothing where it takes more than words."""
    operation = DOCUMENT["paths"][address]["post"]
    content = operation.get("requestBody", {}).get("content", {})
    for client in [made.phone.client] if "/citizen/" in address else made.desks:
        body = file_body(address) if "multipart/form-data" in content else None
        body = BODIES.get(f"post {address}", body)
        honest = known | {"columns": [], "limit": 50, "after": None}
        answer = request(client, address, "post", operation, "核对", honest, body)
        if answer.status_code in (200, 201, 202) and "id" in answer.json():
            return {name: answer.json()["id"]}
    return {}


def ask(case, everybody):
    """The answer to the first who may; nothing that was done stays."""
    for cookies in everybody:
        with undone():
            answer = case.call(cookies=cookies, headers={"X-Chengmai-Client": "fuzz"})
            connection.check_constraints()  # what would fail where the request is committed
        if answer.status_code != 403:
            break
    return answer


def what_is_wrong(case, answer):
    """Why this answer may not be given, in words; empty where it may."""
    kind = answer.headers.get("content-type", [""])[0]
    if answer.status_code >= 500:
        return f"{answer.status_code}"
    if "html" in kind:
        return "a browser could take it for a page"
    if answer.status_code >= 400:
        if kind != "application/problem+json":
            return f"{answer.status_code} as {kind}"
        if not answer.json()["code"] or not answer.json()["detail"]:
            return "a refusal without a code or words"
    try:
        case.validate_response(answer, checks=DOCUMENTED)
    except AssertionError as error:
        return str(error)
    return ""


def fuzzed(path, method, mode, everybody, known):
    """Ask with generated requests; the answers by status."""
    operation, found = SCHEMA[path][method.upper()], Counter()

    @seed(SEED)
    @BOUNDED
    @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
    def tried(case, data):
        if data.draw(st.booleans()):
            for values in (case.path_parameters, case.query, case.body):
                if isinstance(values, dict):
                    values.update({name: known[name] for name in values if name in known})
        answer = ask(case, everybody)
        found[answer.status_code] += 1
        wrong = what_is_wrong(case, answer)
        assert not wrong, f"{wrong}\n{answer.text[:600]}\n{case.as_curl_command()}"

    try:
        tried()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, "nothing that the document allows could be made"
    return found


@pytest.mark.parametrize("path, method", OPERATIONS)
def test_every_request_is_answered_or_refused_in_our_shape(scene, known, path, method):
    everybody, operation = cookies_of(scene, path), DOCUMENT["paths"][path][method]
    fuzzed(path, method, GenerationMode.POSITIVE, everybody, known)
    if operation.get("parameters") or "requestBody" in operation:
        fuzzed(path, method, GenerationMode.NEGATIVE, everybody, known)
