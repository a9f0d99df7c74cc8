"""Passwords: the policy, changing, resetting, and what both do to sessions."""

import time
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengmai.identity.models import Person, Session, UsedPassword
from chengmai.identity.signin.actions import sign_in
from chengmai.identity.signin.actions.passwords import common_passwords
from chengmai.identity.signin.rules import PasswordPolicy, step_after, weaknesses
from chengmai.identity.tests.makers import (
    NOON,
    PASSWORD,
    make_person,
    make_session,
    signed_in_client,
)
from chengmai.identity.tokens import COOKIE
from chengmai.identity.words import Duty, Step
from chengmai.kernel.reference import forget

POLICY = PasswordPolicy(length=10, classes=3, history=5, days=90)
API = "/api/v1"
NEW = "Weiwei-Lantern-41"


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


def post(client: Client, path: str, **body):
    return client.post(f"{API}{path}", body, content_type="application/json")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Tide-lamp-39x", []),
        ("Aa1-", ["too_short"]),
        ("alllowercaseletters", ["too_plain"]),
        ("Zhangwei-2026x", ["holds_username"]),
        ("P@ssw0rd2026!", ["too_common"]),
        ("Chengguan#2026", ["too_common"]),
        ("aaaaaaaaaaaa", ["too_plain", "too_common"]),
        ("Aa1-" * 51, ["too_long"]),
    ],
)
def test_a_password_is_judged_with_every_reason(password, why):
    assert weaknesses(password, "zhangwei", POLICY, common_passwords()) == why


@pytest.mark.parametrize(
    ("proved", "has", "needs", "change", "step"),
    [
        (False, False, False, False, Step.DONE),
        (False, True, False, False, Step.FACTOR),
        (False, True, True, True, Step.FACTOR),
        (True, True, True, True, Step.PASSWORD),
        (False, False, True, True, Step.PASSWORD),
        (False, False, True, False, Step.ENROL),
        (True, True, True, False, Step.DONE),
    ],
)
def test_the_factor_comes_before_the_new_password_and_enrolment_last(
    proved, has, needs, change, step
):
    found = step_after(factor_proved=proved, has_factor=has, needs_factor=needs, must_change=change)
    assert found is step


@pytest.mark.django_db
def test_changing_the_password_ends_the_other_devices_and_renews_this_one():
    person = make_person(username="chen")
    other = make_session(person)
    client = signed_in_client(person)
    before = client.cookies[COOKIE].value

    wrong = post(client, "/me/password", current="nope", new=NEW)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "identity.current_password_wrong")
    weak = post(client, "/me/password", current=PASSWORD, new="short").json()
    assert weak["facts"]["why"] == ["too_short", "too_plain"]
    assert post(client, "/me/password", current=PASSWORD, new=NEW).status_code == 200

    assert client.get(f"{API}/session").status_code == 200
    assert client.cookies[COOKIE].value != before
    there = Client()
    there.cookies[COOKIE] = other
    assert there.get(f"{API}/session").status_code == 401
    assert Session.objects.filter(ended_why="password_changed").count() == 1


@pytest.mark.django_db
def test_none_of_the_last_five_passwords_comes_back():
    person = make_person(username="liu")
    client = signed_in_client(person)
    for number in range(2):
        current = PASSWORD if number == 0 else f"{NEW}{number - 1}"
        assert (
            post(client, "/me/password", current=current, new=f"{NEW}{number}").status_code == 200
        )
    for used in (PASSWORD, f"{NEW}0", f"{NEW}1"):
        answer = post(client, "/me/password", current=f"{NEW}1", new=used)
        assert answer.json()["code"] == "identity.password_used_before"
    assert UsedPassword.objects.count() == 2


@pytest.mark.django_db
def test_a_reset_gives_a_password_that_opens_nothing_but_its_own_change():
    lost = make_person([Duty.OPERATOR], username="huang")
    token = make_session(lost)
    admin = make_person([Duty.ADMIN])
    client = signed_in_client(admin)
    assert post(client, f"/people/{admin.pk}/password").status_code == 403
    answer = post(client, f"/people/{lost.pk}/password")
    once = answer.json()["password"]
    assert answer["Cache-Control"] == "no-store"
    held = Client()
    held.cookies[COOKIE] = token
    assert held.get(f"{API}/session").status_code == 401

    fresh = Client(headers={"X-Chengmai-Client": "tests"})
    assert post(fresh, "/session", username="huang", password=once).json()["step"] == "password"
    refused = fresh.get(f"{API}/people")
    assert (refused.status_code, refused.json()["code"]) == (
        403,
        "identity.password_change_needed",
    )
    assert fresh.get(f"{API}/me/password").json()["length"] == 10
    assert post(fresh, "/me/password", current=once, new=NEW).json()["step"] == "done"
    assert fresh.get(f"{API}/people").status_code == 200


@pytest.mark.django_db
def test_an_old_password_must_be_changed_and_one_of_unknown_age_not():
    person = make_person(username="ma")
    assert sign_in(username="ma", password=PASSWORD, at=NOON).step is Step.DONE
    Person.objects.filter(pk=person.pk).update(password_changed_at=NOON - timedelta(days=91))
    assert sign_in(username="ma", password=PASSWORD, at=NOON).step is Step.PASSWORD


@pytest.mark.django_db
def test_an_unknown_name_costs_as_much_work_as_a_wrong_password():
    make_person(username="known")

    def seconds(username: str) -> float:
        client, began = Client(), time.perf_counter()
        assert post(client, "/session", username=username, password="wrong-x").status_code == 401
        return time.perf_counter() - began

    seconds("nobody0")  # the hash that unknown names are compared with is made once
    unknown = min(seconds(f"nobody{n}") for n in range(3))
    known = min(seconds("known") for _ in range(3))
    assert unknown > known * 0.5


@pytest.mark.django_db
def test_old_sessions_and_tries_are_forgotten_and_young_ones_kept():
    from chengmai.identity.models import SignInAttempt
    from chengmai.identity.signin.actions import purge

    now = timezone.now()
    person = make_person()
    for days in (1, 100, 400):
        make_session(person, at=now - timedelta(days=days))
        SignInAttempt.objects.create(
            address="10.0.0.1", username="x", succeeded=True, at=now - timedelta(days=days)
        )
    assert purge(at=now) == {"sessions": 1, "attempts": 1, "ceremonies": 0}
    assert Session.objects.count() == 2
