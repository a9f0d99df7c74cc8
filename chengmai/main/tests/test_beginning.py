"""An empty city begins once, with classes, a calendar and three administrators."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from chengmai.city.public import class_cards
from chengmai.identity.public import rescue_account, sign_in
from chengmai.kernel.errors import Refusal
from chengmai.kernel.reference import forget
from chengmai.main.beginning import begin_city

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


def test_an_empty_city_begins_with_classes_and_an_administrator_who_can_sign_in():
    said: list[str] = []

    assert begin_city(at=NOON, say=said.append)

    assert len(class_cards()) > 100
    password = said[0].split("password ")[1].split(" ")[0]
    answer = Client().post(
        "/api/v1/session",
        {"username": "admin", "password": password},
        content_type="application/json",
        headers={"X-Chengmai-Client": "test"},
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["step"] == "password"  # then a second factor, before anything opens
    assert [line.split(":")[1].split(",")[0].strip() for line in said] == [
        "admin",
        "security",
        "auditor",
    ]


def test_an_account_that_nobody_can_help_is_begun_anew_from_the_server():
    begin_city(at=NOON, say=print)
    password = rescue_account(username="auditor", at=NOON)
    opened = sign_in(username="auditor", password=password, at=NOON)
    assert opened.step == "password"
    with pytest.raises(Refusal):
        rescue_account(username="nobody", at=NOON)


def test_a_city_that_has_begun_is_left_alone():
    begin_city(at=NOON, say=print)
    said: list[str] = []
    assert not begin_city(at=NOON, say=said.append)
    assert said == []
