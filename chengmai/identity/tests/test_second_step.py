"""Signing in with a second factor: codes, recovery codes, limited sessions, confirming anew."""

from datetime import timedelta

import pyotp
import pytest
from django.test import Client
from django.utils import timezone

from chengmai.identity.factors.actions import begin_totp, confirm_totp, take_code
from chengmai.identity.models import RecoveryCode, Session, Totp
from chengmai.identity.tests.makers import (
    NOON,
    PASSWORD,
    make_person,
    make_session,
    signed_in_client,
)
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Duty, Step
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


def browser() -> Client:
    return Client(headers={"X-Chengmai-Client": "tests"})


def post(client: Client, path: str, **body):
    return client.post(f"{API}{path}", body, content_type="application/json")


def enrolled(*duties: Duty, username: str):
    """Somebody with a code generator that was confirmed an hour ago; the person and its codes."""
    person = make_person(duties or (Duty.OPERATOR,), username=username)
    then = timezone.now() - timedelta(hours=1)
    codes = pyotp.TOTP(begin_totp(person_id=person.pk, at=then).secret)
    confirm_totp(person_id=person.pk, code=codes.at(then), at=then)
    return person, codes


def test_a_code_is_asked_for_after_the_password_and_opens_the_desk():
    person, codes = enrolled(username="zhang")
    client = browser()

    first = post(client, "/session", username="zhang", password=PASSWORD).json()
    assert (first["step"], first["duties"]) == ("factor", [])
    assert first["factors"] == ["totp", "recovery"]
    before = client.cookies[COOKIE].value
    refused = client.get(f"{API}/organisations")
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.second_factor_needed")

    done = post(client, "/session/factor", code=codes.now()).json()
    assert (done["step"], done["duties"]) == ("done", ["operator"])
    assert client.get(f"{API}/organisations").status_code == 200
    assert client.cookies[COOKIE].value != before
    assert Session.objects.get().method == "password+totp"
    assert entries_of(f"person:{person.pk}")[-1].payload["method"] == "password+totp"
    old = browser()
    old.cookies[COOKIE] = before
    assert old.get(f"{API}/session").status_code == 401


def test_the_same_code_opens_only_once():
    _, codes = enrolled(username="li")
    code = codes.now()
    first, second = browser(), browser()
    for client in (first, second):
        post(client, "/session", username="li", password=PASSWORD)
    assert post(first, "/session/factor", code=code).status_code == 200
    again = post(second, "/session/factor", code=code)
    assert (again.status_code, again.json()["code"]) == (422, "identity.wrong_code")


def test_a_clock_may_be_half_a_minute_off_but_not_more_and_never_behind_the_last_code():
    person, codes = enrolled(username="wang")
    at = timezone.now()
    taken = [
        take_code(person_id=person.pk, code=codes.at(at + timedelta(seconds=30 * shift)), at=at)
        for shift in (2, 1, 0, -1)
    ]
    assert taken == [False, True, False, False]


def test_wrong_codes_lock_the_account_and_a_right_password_does_not_forget_them():
    enrolled(username="zhao")
    client = browser()
    codes = []
    for _ in range(5):
        post(client, "/session", username="zhao", password=PASSWORD)
        codes.append(post(client, "/session/factor", code="000000").json()["code"])
    assert codes == ["identity.wrong_code"] * 4 + ["identity.locked"]
    assert post(client, "/session", username="zhao", password=PASSWORD).status_code == 423


def test_an_administrator_without_a_factor_can_only_enrol():
    make_person([Duty.ADMIN], username="root")
    client = browser()
    assert post(client, "/session", username="root", password=PASSWORD).json()["step"] == "enrol"
    for path in ("/organisations", "/people", "/cases", "/me/devices", "/kernel/dead-letters"):
        answer = client.get(f"{API}{path}")
        assert answer.json()["code"] == "identity.second_factor_needed", path

    begun = post(client, "/me/totp").json()
    assert begun["picture"].startswith("data:image/svg+xml")
    wrong = post(client, "/me/totp/confirm", code="000000")
    assert wrong.json()["code"] == "identity.wrong_code"
    added = post(client, "/me/totp/confirm", code=pyotp.TOTP(begun["secret"]).now()).json()

    assert added["session"]["step"] == "done"
    assert len(added["recovery_codes"]) == 10
    assert client.get(f"{API}/organisations").status_code == 200


def test_a_recovery_code_opens_once_and_stands_nowhere_in_clear():
    person = make_person(username="sun")
    code = begin_totp(person_id=person.pk, at=NOON).secret
    written = confirm_totp(person_id=person.pk, code=pyotp.TOTP(code).at(NOON), at=NOON)
    client = browser()
    post(client, "/session", username="sun", password=PASSWORD)
    shown = written[3].lower().replace("-", " ")
    assert post(client, "/session/factor", recovery_code=shown).json()["step"] == "done"
    assert RecoveryCode.objects.filter(used_at=None).count() == 9
    assert not RecoveryCode.objects.filter(code_index__in=written).exists()
    again = browser()
    post(again, "/session", username="sun", password=PASSWORD)
    assert post(again, "/session/factor", recovery_code=written[3]).status_code == 422
    raw = Totp.objects.raw("SELECT id, secret AS sealed FROM identity_totp")[0]
    assert code not in raw.sealed


def test_a_limited_session_ends_after_minutes_and_a_full_one_after_hours():
    enrolled(username="qian")
    client = browser()
    first = post(client, "/session", username="qian", password=PASSWORD).json()
    left = Session.objects.get().expires_at - timezone.now()
    assert timedelta(minutes=9) < left < timedelta(minutes=11)
    assert first["step"] == "factor"


def test_dangerous_work_asks_to_confirm_anew_and_takes_a_password_only_without_a_factor():
    person, codes = enrolled(username="zhou")
    old = timezone.now() - timedelta(minutes=20)
    client = browser()
    client.cookies[COOKIE] = make_session(person, confirmed_at=old)
    refused = post(client, "/me/recovery-codes")
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.confirm_again")
    assert post(client, "/session/confirm", password=PASSWORD).status_code == 422
    assert post(client, "/session/confirm", code=codes.now()).status_code == 200
    assert len(post(client, "/me/recovery-codes").json()["recovery_codes"]) == 10

    plain = make_person(username="zhou2", organisation=person.organisation)
    other = browser()
    other.cookies[COOKIE] = make_session(plain, confirmed_at=old)
    assert post(other, "/me/totp").json()["code"] == "identity.confirm_again"
    assert post(other, "/session/confirm", password="wrong").status_code == 422
    assert post(other, "/session/confirm", password=PASSWORD).status_code == 200
    assert post(other, "/me/totp").status_code == 200


def test_the_last_factor_of_an_administrator_stays():
    person, _ = enrolled(Duty.SECURITY, username="wu")
    client = signed_in_client(person)
    answer = client.delete(f"{API}/me/totp")
    assert (answer.status_code, answer.json()["code"]) == (409, "identity.last_factor")
    other, _ = enrolled(Duty.OPERATOR, username="wu2")
    assert signed_in_client(other).delete(f"{API}/me/totp").status_code == 204
    assert not RecoveryCode.objects.filter(person=other).exists()


def test_security_removes_lost_factors_of_others_and_that_alone_opens_nothing():
    lost, _ = enrolled(Duty.ADMIN, username="lost")
    token = make_session(lost)
    security = make_person([Duty.SECURITY], username="sec")
    client = signed_in_client(security)
    assert client.delete(f"{API}/people/{security.pk}/factors").status_code == 403
    assert client.delete(f"{API}/people/{lost.pk}/factors").status_code == 204
    held = browser()
    held.cookies[COOKIE] = token
    assert held.get(f"{API}/session").status_code == 401
    again = post(browser(), "/session", username="lost", password=PASSWORD).json()
    assert again["step"] == "enrol"


def test_a_session_half_way_in_hears_nothing_and_is_no_actor():
    from chengmai.identity.public import actor_for_token

    person = make_person()
    token = make_session(person, at=NOON, step=Step.FACTOR)
    assert actor_for_token(token, NOON) is None
