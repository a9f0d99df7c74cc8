"""Leave: one person stands in for another, both names stay, and it ends by itself."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from chengmai.identity.leave.actions import begin_acting, delegate, revoke_delegation
from chengmai.identity.leave.errors import (
    BadDelegation,
    DelegationNotFound,
    DelegationNotInForce,
)
from chengmai.identity.models import Delegation
from chengmai.identity.public import deputies_of
from chengmai.identity.queries import actor_of
from chengmai.identity.signin.queries import presence_for_token
from chengmai.identity.tests.makers import (
    NOON,
    make_organisation,
    make_person,
    make_session,
    signed_in_client,
)
from chengmai.identity.words import Duty, OrganisationKind
from chengmai.kernel.behalf import acting_for
from chengmai.kernel.ledger import entries_of, publish
from chengmai.kernel.reference import forget
from chengmai.kernel.tests.makers import make_fact, new_lamp

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
API = "/api/v1"


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


@pytest.fixture
def pair():
    """A dispatcher of the centre on leave, and an operator of another office as deputy."""
    centre = make_organisation(kind=OrganisationKind.COMMAND_CENTRE)
    absent = make_person([Duty.DISPATCHER, Duty.OPERATOR], centre, name="张三")
    deputy = make_person([Duty.HANDLER], make_organisation(), name="李四")
    return absent, deputy


def lend(absent, deputy, *, duties=(Duty.DISPATCHER,), starts=NOON - DAY, ends=NOON + DAY, at=NOON):
    return delegate(
        person_id=absent.pk, deputy_id=deputy.pk, duties=duties, starts_at=starts,
        ends_at=ends, actor=actor_of(absent.pk), at=at, reason="年假",
    )  # fmt: skip


def test_the_deputy_has_the_lent_duty_and_scope_while_acting_and_only_then(pair):
    absent, deputy = pair
    number = lend(absent, deputy)
    token = make_session(deputy, at=NOON)
    before = presence_for_token(token, NOON)
    assert before.actor.duties == {Duty.HANDLER}

    begin_acting(presence=before, delegation_id=number, at=NOON)
    now = presence_for_token(token, NOON).actor
    assert (now.id, now.on_behalf_of, now.on_behalf_of_name) == (deputy.pk, absent.pk, "张三")
    assert now.duties == {Duty.DISPATCHER}
    assert (now.sees_whole_city, now.organisation_id) == (True, absent.organisation_id)
    assert (now.stands_for, now.is_any_of(deputy.pk), now.is_any_of(absent.pk)) == (
        absent.pk, True, True,
    )  # fmt: skip

    later = presence_for_token(make_session(deputy, at=NOON + DAY), NOON + DAY)
    assert later.actor.on_behalf_of is None
    over = make_session(deputy, at=NOON + DAY, delegation_id=number)
    assert presence_for_token(over, NOON + DAY).actor.duties == {Duty.HANDLER}


def test_taking_it_back_ends_the_acting_at_once(pair):
    absent, deputy = pair
    number = lend(absent, deputy)
    token = make_session(deputy, at=NOON, delegation_id=number)
    assert presence_for_token(token, NOON).actor.on_behalf_of == absent.pk
    revoke_delegation(delegation_id=number, actor=actor_of(absent.pk), at=NOON)
    assert presence_for_token(token, NOON).actor.on_behalf_of is None
    with pytest.raises(DelegationNotInForce):
        begin_acting(presence=presence_for_token(token, NOON), delegation_id=number, at=NOON)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"duties": ()}, "duties"),
        ({"duties": (Duty.LEADER,)}, "duties"),
        ({"starts": NOON, "ends": NOON}, "ends_at"),
        ({"starts": NOON - 3 * DAY, "ends": NOON - DAY}, "ends_at"),
        ({"ends": NOON + 61 * DAY}, "ends_at"),
    ],
)
def test_what_cannot_be_lent_is_refused_by_field(pair, change, field):
    with pytest.raises(BadDelegation) as refusal:
        lend(*pair, **change)
    assert refusal.value.facts["field"] == field


def test_administration_is_never_lent_not_even_past_the_rules(pair):
    _, deputy = pair
    admin = make_person([Duty.ADMIN])
    with pytest.raises(BadDelegation):
        lend(admin, deputy, duties=(Duty.ADMIN,))
    with pytest.raises(IntegrityError), transaction.atomic():
        Delegation.objects.create(
            person=admin, deputy=deputy, duties=["admin"], starts_at=NOON, ends_at=NOON + DAY,
            created_at=NOON,
        )  # fmt: skip


def test_what_was_lent_goes_no_further(pair):
    absent, deputy = pair
    third = make_person()
    number = lend(absent, deputy)
    with pytest.raises(BadDelegation):
        lend(deputy, third, duties=(Duty.DISPATCHER,))
    token = make_session(deputy, at=NOON, delegation_id=number)
    acting = presence_for_token(token, NOON).actor
    with pytest.raises(Exception, match="own duties"):
        delegate(
            person_id=absent.pk, deputy_id=third.pk, duties=[Duty.OPERATOR], starts_at=NOON,
            ends_at=NOON + DAY, actor=acting, at=NOON,
        )  # fmt: skip


def test_one_duty_is_lent_to_one_person_at_a_time(pair):
    absent, deputy = pair
    lend(absent, deputy)
    with pytest.raises(BadDelegation):
        lend(absent, make_person())
    lend(absent, make_person(), duties=(Duty.OPERATOR,))
    assert len(deputies_of(absent.pk, NOON)) == 2


def test_somebody_elses_delegation_is_not_there(pair):
    number = lend(*pair)
    stranger = make_person()
    with pytest.raises(DelegationNotFound):
        revoke_delegation(delegation_id=number, actor=actor_of(stranger.pk), at=NOON)
    presence = presence_for_token(make_session(stranger, at=NOON), NOON)
    with pytest.raises(DelegationNotFound):
        begin_acting(presence=presence, delegation_id=number, at=NOON)


def test_every_fact_of_a_deputy_carries_both_names():
    lamp = new_lamp()
    with transaction.atomic(), acting_for(41):
        publish(make_fact(lamp, actor_id=7))
    with transaction.atomic():
        publish(make_fact(lamp, actor_id=7))
    first, second = entries_of(f"lamp:{lamp}")
    assert (first.actor_id, first.payload["on_behalf_of"]) == (7, 41)
    assert "on_behalf_of" not in second.payload


def test_over_http_a_deputy_begins_is_named_and_stops(pair):
    absent, deputy = pair
    now = timezone.now()
    mine = signed_in_client(absent)
    made = mine.post(
        f"{API}/delegations",
        {"deputy_id": deputy.pk, "duties": ["dispatcher"], "starts_at": now.isoformat(),
         "ends_at": (now + DAY).isoformat(), "reason": "年假"},
        content_type="application/json",
    )  # fmt: skip
    assert made.status_code == 201
    client = signed_in_client(deputy)
    (seen,) = client.get(f"{API}/delegations").json()
    assert (seen["person_name"], seen["state"]) == ("张三", "running")
    begun = client.post(
        f"{API}/session/acting", {"delegation_id": seen["id"]}, content_type="application/json"
    ).json()
    assert (begun["duties"], begun["acting_for"]["name"]) == (["dispatcher"], "张三")
    shift = client.post(
        f"{API}/shifts",
        {"organisation_id": deputy.organisation_id, "name": "早班", "begins": "08:00",
         "ends": "16:00"},
        content_type="application/json",
    )  # fmt: skip
    assert shift.status_code == 403  # the dispatcher's duty keeps no roster
    assert client.delete(f"{API}/session/acting").json()["duties"] == ["handler"]
    assert entries_of(f"person:{absent.pk}")[-1].name == "identity.ActingEnded"
    assert Client().get(f"{API}/delegations").status_code == 401


def test_an_administrator_lends_nobodys_duties_to_themselves(pair):
    absent, deputy = pair
    admin = make_person([Duty.ADMIN])
    client = signed_in_client(admin)
    body = {
        "person_id": absent.pk, "deputy_id": admin.pk, "duties": ["dispatcher"],
        "starts_at": (timezone.now() - DAY).isoformat(),
        "ends_at": (timezone.now() + DAY).isoformat(), "reason": "病假",
    }  # fmt: skip
    refused = client.post(f"{API}/delegations", body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "identity.self_approval")
    assert not Delegation.objects.exists()
    other = {**body, "deputy_id": deputy.pk}
    made = client.post(f"{API}/delegations", other, content_type="application/json")
    assert made.status_code == 201
