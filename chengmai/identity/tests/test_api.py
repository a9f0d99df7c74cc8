"""Identity over HTTP: sessions, the guard against forged requests, contacts."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengmai.identity.actions import remember_contact
from chengmai.identity.models import Session
from chengmai.identity.tests.makers import (
    NOON,
    PASSWORD,
    make_organisation,
    make_person,
    signed_in_client,
)
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Duty, OrganisationKind
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget("identity")
    forget("identity.organisations")


def sign_in(client: Client, username: str, password: str = PASSWORD):
    body = {"username": username, "password": password}
    return client.post(SESSION, body, content_type="application/json")


def test_a_person_signs_in_is_known_and_signs_out():
    centre = make_organisation("监督中心", OrganisationKind.SUPERVISION_CENTRE)
    make_person([Duty.OPERATOR], centre, username="zhang", name="张受理")
    client = Client(headers={"X-Chengmai-Client": "tests"})

    answer = sign_in(client, "zhang")

    assert answer.status_code == 200
    assert answer.json()["organisation"]["name"] == "监督中心"
    assert answer.json()["duties"] == ["operator"]
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert client.get(SESSION).json()["name"] == "张受理"
    assert client.delete(SESSION).status_code == 204
    assert client.get(SESSION).status_code == 401


def test_a_wrong_password_and_a_locked_account_say_so():
    make_person(username="li")
    client = Client()
    codes = [sign_in(client, "li", "no").json()["code"] for _ in range(5)]
    assert codes == ["identity.wrong_password"] * 4 + ["identity.locked"]
    answer = sign_in(client, "li")
    assert answer.status_code == 423
    assert "until" in answer.json()["facts"]


def test_a_request_costs_one_statement_to_know_the_actor():
    client = signed_in_client(make_person([Duty.OPERATOR]))
    client.get("/api/v1/organisations")
    with CaptureQueriesContext(connection) as seen:
        assert client.get("/api/v1/organisations").status_code == 200
    assert len(seen) == 1


def test_an_expired_session_in_the_middle_of_a_form_is_a_401_with_its_code():
    person = make_person([Duty.OPERATOR])
    client = signed_in_client(person)
    Session.objects.update(expires_at=NOON.replace(year=2020))
    number = remember_contact(name="张", phone="13800001234", at=NOON)
    answer = client.post(
        f"/api/v1/contacts/{number}/reveal", {"reason": "回访"}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (401, "identity.session_expired")


def test_a_cookie_alone_does_not_write():
    client = signed_in_client(make_person([Duty.OPERATOR]))
    bare = Client()
    bare.cookies = client.cookies
    answer = bare.delete(SESSION)
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.forged_request")
    assert client.get(SESSION).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil"])
def test_another_origin_does_not_write(origin):
    client = signed_in_client(make_person([Duty.OPERATOR]))
    answer = client.delete(SESSION, headers={"Origin": origin})
    assert answer.status_code == 403
    assert client.delete(SESSION, headers={"Origin": "http://testserver"}).status_code == 204


def test_people_are_listed_as_far_as_the_actor_sees():
    bureau = make_organisation(kind=OrganisationKind.BUREAU)
    gardens, roads = make_organisation(parent=bureau), make_organisation(parent=bureau)
    mine = make_person([Duty.HANDLER], gardens)
    make_person([Duty.HANDLER], roads)
    client = signed_in_client(make_person([Duty.DEPARTMENT], gardens))
    answer = client.get("/api/v1/people?duty=handler").json()
    assert [row["id"] for row in answer] == [mine.id]
    assert client.get("/api/v1/people?organisation_id=999999").status_code == 404


def centre():
    return make_organisation(kind=OrganisationKind.SUPERVISION_CENTRE)


def test_who_does_not_see_the_whole_city_asks_through_a_case_and_learns_nothing_here():
    number = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    client = signed_in_client(make_person([Duty.DEPARTMENT]))
    answers = [
        client.post(
            f"/api/v1/contacts/{n}/reveal", {"reason": "x"}, content_type="application/json"
        )
        for n in (number, number + 99)
    ]
    assert [(a.status_code, a.json()["code"]) for a in answers] == [
        (404, "identity.contact_not_found")
    ] * 2


def test_a_number_is_shown_only_with_a_reason_and_never_cached():
    number = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    client = signed_in_client(make_person([Duty.OPERATOR], centre()))
    address = f"/api/v1/contacts/{number}/reveal"

    refused = client.post(address, {"reason": " "}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "identity.reason_missing")

    shown = client.post(address, {"reason": "回访"}, content_type="application/json")
    assert shown.json() == {"name": "张晓明", "phone": "13800001234"}
    assert shown["Cache-Control"] == "no-store"


def test_a_revealed_number_is_in_no_log(caplog):
    number = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    client = signed_in_client(make_person([Duty.OPERATOR], centre()))
    with caplog.at_level("DEBUG"):
        client.post(
            f"/api/v1/contacts/{number}/reveal",
            {"reason": "回访"},
            content_type="application/json",
        )
    assert "13800001234" not in caplog.text
    assert "张晓明" not in caplog.text
