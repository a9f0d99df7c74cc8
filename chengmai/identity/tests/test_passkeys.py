"""Passkeys: made, used once per challenge, bound to the site, and refused in every other case."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengmai.identity.models import Ceremony, Passkey, Person, Session
from chengmai.identity.tests.authenticators import Authenticator
from chengmai.identity.tests.makers import make_person, make_session, signed_in_client
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Duty, Step
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


def post(client: Client, path: str, **body):
    return client.post(f"{API}{path}", body, content_type="application/json")


def browser() -> Client:
    return Client(headers={"X-Chengmai-Client": "tests"})


def owner(*duties: Duty):
    """Somebody with a passkey: the person and the device."""
    person, device = make_person(duties or (Duty.OPERATOR,)), Authenticator()
    client = signed_in_client(person)
    begun = post(client, "/me/passkeys/options").json()
    made = post(
        client, "/me/passkeys", ceremony_id=begun["ceremony_id"], name="办公室电脑",
        credential=device.make(begun["options"]),
    )  # fmt: skip
    assert made.status_code == 200, made.content
    assert len(made.json()["recovery_codes"]) == 10
    return person, device


def alone(client: Client, device: Authenticator):
    begun = post(client, "/session/passkey/options").json()
    body = {"ceremony_id": begun["ceremony_id"], "credential": device.answer(begun["options"])}
    return post(client, "/session/passkey", **body), body


def test_a_passkey_that_verified_its_user_signs_in_alone_also_an_administrator():
    person, device = owner(Duty.SECURITY)
    client = browser()
    answer, _ = alone(client, device)
    assert (answer.json()["step"], answer.json()["id"]) == ("done", person.pk)
    assert client.get(f"{API}/me/factors").json()["passkeys"][0]["name"] == "办公室电脑"
    assert Session.objects.latest("id").method == "passkey"


@pytest.mark.parametrize(
    "lie",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://testserver.evil"},
        {"rp_id": "evil.example"},
        {"verifies": False},
        {"key": Authenticator().key},
        {"credential_id": bytes(32)},
    ],
    ids=["origin", "origin-alike", "site", "unverified", "another-key", "unknown"],
)
def test_a_passkey_that_lies_in_one_point_opens_nothing(lie):
    _, device = owner()
    before = Session.objects.count()
    answer, _ = alone(browser(), replace(device, **lie))
    assert (answer.status_code, answer.json()["code"]) == (422, "identity.passkey_refused")
    assert Session.objects.count() == before


def test_an_answer_counts_once_and_in_its_time():
    _, device = owner()
    answer, body = alone(browser(), device)
    assert answer.status_code == 200
    again = post(browser(), "/session/passkey", **body)
    assert (again.status_code, again.json()["code"]) == (409, "identity.ceremony_over")
    begun = post(browser(), "/session/passkey/options").json()
    Ceremony.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    late = post(
        browser(), "/session/passkey", ceremony_id=begun["ceremony_id"],
        credential=device.answer(begun["options"]),
    )  # fmt: skip
    assert late.json()["code"] == "identity.ceremony_over"


def test_a_copied_key_whose_count_stands_still_is_refused():
    _, device = owner()
    assert alone(browser(), device)[0].status_code == 200
    device.count -= 1
    assert alone(browser(), device)[0].status_code == 422


def test_as_second_step_only_the_persons_own_passkey_counts():
    person, device = owner()
    _, strange = owner()

    def half_way() -> Client:
        client = browser()
        client.cookies[COOKIE] = make_session(person, step=Step.FACTOR)
        return client

    for used, status in ((strange, 422), (device, 200)):
        client = half_way()
        begun = post(client, "/session/factor/options").json()
        assert len(begun["options"]["allowCredentials"]) == 1
        answer = post(
            client, "/session/factor", ceremony_id=begun["ceremony_id"],
            credential=used.answer(begun["options"]),
        )  # fmt: skip
        assert answer.status_code == status, answer.content


def test_a_challenge_of_one_person_is_nothing_for_another():
    person, _ = owner()
    other = signed_in_client(make_person(organisation=person.organisation))
    begun = post(signed_in_client(person), "/me/passkeys/options").json()
    answer = post(
        other, "/me/passkeys", ceremony_id=begun["ceremony_id"], name="x",
        credential=Authenticator().make(begun["options"]),
    )  # fmt: skip
    assert answer.json()["code"] == "identity.ceremony_over"


@pytest.mark.parametrize(
    "credential", [{}, {"rawId": 7}, {"rawId": "!!"}, {"rawId": "AAAA", "response": []}]
)
def test_rubbish_is_refused_plainly(credential):
    owner()
    begun = post(browser(), "/session/passkey/options").json()
    answer = post(
        browser(), "/session/passkey", ceremony_id=begun["ceremony_id"], credential=credential
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "identity.passkey_refused")


def test_a_locked_or_resting_owner_does_not_come_in():
    person, device = owner()
    Person.objects.filter(pk=person.pk).update(locked_until=timezone.now() + timedelta(minutes=5))
    assert alone(browser(), device)[0].status_code == 423
    Person.objects.filter(pk=person.pk).update(locked_until=None, active=False)
    assert alone(browser(), device)[0].status_code == 404
    assert Passkey.objects.count() == 1
