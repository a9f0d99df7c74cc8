"""Three administrators, apart: no path gives one person two, each sees only what is theirs."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from chengmai.identity.actions import give_duty
from chengmai.identity.actions.directory import use_person
from chengmai.identity.errors import (
    DutiesExclude,
    NotYourDuty,
    OrganisationNotFound,
    SelfApproval,
)
from chengmai.identity.grants.actions import ask_for_duty, decide_duty, take_duty
from chengmai.identity.grants.errors import (
    AlreadyAsked,
    LastAdministrator,
    NeedsSecondAdministrator,
)
from chengmai.identity.models import DutyRequest, Post, Session
from chengmai.identity.queries import actor_of
from chengmai.identity.signin.actions import force_out, set_policy, unlock
from chengmai.identity.signin.errors import BadSetting
from chengmai.identity.tests.makers import NOON, make_person, make_session, signed_in_client
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.errors import BadInput
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
API = "/api/v1"
THREE = (Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)


@pytest.fixture(autouse=True)
def _fresh_reference():
    forget()


@pytest.mark.parametrize("second", THREE)
@pytest.mark.parametrize("first", THREE)
def test_the_table_itself_lets_nobody_hold_two_administrations(first, second):
    person = make_person([first])
    with pytest.raises(IntegrityError), transaction.atomic():
        Post.objects.create(person=person, organisation=make_person().organisation, duty=second)


def ask(person, actor, duty=Duty.ADMIN) -> int:
    return ask_for_duty(
        person_id=person.pk, organisation_id=person.organisation_id, duty=duty, reason="接任",
        actor=actor, at=NOON,
    )  # fmt: skip


def give(person, actor, duty):
    give_duty(
        person_id=person.pk, organisation_id=person.organisation_id, duty=duty, actor=actor,
        at=NOON,
    )  # fmt: skip


def test_an_administrator_is_made_by_two_and_signs_in_anew():
    admin, security = (actor_of(make_person([duty]).pk) for duty in (Duty.ADMIN, Duty.SECURITY))
    person = make_person([Duty.OPERATOR])
    make_session(person)
    with pytest.raises(NeedsSecondAdministrator):
        give(person, admin, Duty.ADMIN)
    number = ask(person, admin)
    with pytest.raises(AlreadyAsked):
        ask(person, security)
    with pytest.raises(SelfApproval):
        decide_duty(request_id=number, granted=True, actor=admin, at=NOON)
    assert not Post.objects.filter(person=person, duty=Duty.ADMIN).exists()

    decide_duty(request_id=number, granted=True, actor=security, at=NOON)

    assert Post.objects.filter(person=person, duty=Duty.ADMIN).exists()
    assert Session.objects.get(person=person).ended_why == "rights_changed"
    names = [entry.name for entry in entries_of(f"person:{person.pk}")]
    assert names == [
        "identity.DutyAskedFor", "identity.DutyGiven", "identity.SessionsEnded",
        "identity.DutyDecided",
    ]  # fmt: skip


def test_who_would_get_it_does_not_decide_and_a_second_administration_is_refused():
    admin = actor_of(make_person([Duty.ADMIN]).pk)
    security = make_person([Duty.SECURITY])
    number = ask(security, admin, Duty.AUDITOR)
    with pytest.raises(SelfApproval):
        decide_duty(request_id=number, granted=True, actor=actor_of(security.pk), at=NOON)
    other = actor_of(make_person([Duty.SECURITY]).pk)
    with pytest.raises(DutiesExclude):
        decide_duty(request_id=number, granted=True, actor=other, at=NOON)
    decide_duty(request_id=number, granted=False, actor=other, at=NOON)
    assert DutyRequest.objects.get().granted is False


def test_nobody_changes_their_own_rights_and_the_last_administrator_stays():
    person = make_person([Duty.ADMIN])
    me = actor_of(person.pk)
    for duty in (Duty.LEADER, Duty.ADMIN):
        with pytest.raises(SelfApproval):
            give(person, me, duty)
    with pytest.raises(SelfApproval):
        ask(person, me)
    arguments = {"organisation_id": person.organisation_id, "duty": Duty.ADMIN, "at": NOON}
    with pytest.raises(SelfApproval):
        take_duty(person_id=person.pk, actor=me, **arguments)
    with pytest.raises(LastAdministrator):
        take_duty(person_id=person.pk, actor=SYSTEM, **arguments)
    second = make_person([Duty.ADMIN])
    take_duty(person_id=person.pk, actor=actor_of(second.pk), **arguments)


def test_each_administrator_does_only_what_is_theirs():
    person = make_person([Duty.OPERATOR])
    admin, security, auditor = (actor_of(make_person([duty]).pk) for duty in THREE)
    today = timezone.localdate()

    def policy(actor):
        set_policy(key="lock_minutes", value=20, valid_from=today, source="局办公会", actor=actor,
                   at=timezone.now())  # fmt: skip

    for actor in (admin, auditor):
        for act in (
            lambda actor=actor: policy(actor),
            lambda actor=actor: unlock(person_id=person.pk, actor=actor, at=NOON),
            lambda actor=actor: force_out(person_id=person.pk, actor=actor, at=NOON),
        ):
            with pytest.raises(NotYourDuty):
                act()
    for actor in (security, auditor):
        with pytest.raises(NotYourDuty):
            give(person, actor, Duty.LEADER)
    policy(security)
    give(person, admin, Duty.LEADER)
    assert entries_of("policy:lock_minutes")[-1].payload["after"] == "20"


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("/kernel/ledger/case:1", {Duty.AUDITOR}),
        ("/kernel/dead-letters", {Duty.ADMIN, Duty.AUDITOR}),
        ("/sign-in/attempts", {Duty.SECURITY, Duty.AUDITOR}),
        ("/sign-in/policy", {Duty.SECURITY, Duty.AUDITOR}),
        ("/sign-in/providers", {Duty.SECURITY, Duty.AUDITOR}),
        ("/people/1/devices", {Duty.SECURITY, Duty.AUDITOR}),
        ("/accounts", set(THREE)),
        ("/duty-requests", set(THREE)),
        ("/clients", set(THREE)),
    ],
)
def test_what_each_administrator_may_read(path, may):
    for duty in (*THREE, Duty.OPERATOR, Duty.LEADER):
        answer = signed_in_client(make_person([duty])).get(f"{API}{path}")
        assert answer.status_code == (200 if duty in may else 403), duty


def test_the_policy_takes_numbers_in_their_range_and_days_from_today_on():
    security = actor_of(make_person([Duty.SECURITY]).pk)
    now = timezone.now()
    today = timezone.localdate(now)
    for key, value, day in (
        ("lock_minutes", 0, today),
        ("lock_minutes", True, today),
        ("lock_minutes", "20", today),
        ("attempts_kept_days", 30, today),
        ("second_factor_duties", ["king"], today),
        ("second_factor_duties", [], today),
        ("second_factor_duties", ["admin", "auditor", "leader"], today),
        ("lock_minutes", 20, today - timedelta(days=1)),
    ):
        with pytest.raises(BadSetting):
            set_policy(key=key, value=value, valid_from=day, source="x", actor=security, at=now)


def test_only_a_demo_city_begins_with_administrators_by_password_alone():
    now = timezone.now()
    set_policy(
        key="second_factor_duties", value=[], valid_from=timezone.localdate(now), source="演示",
        actor=SYSTEM, at=now,
    )  # fmt: skip
    client = signed_in_client(make_person([Duty.SECURITY]))
    row = {"key": "second_factor_duties", "value": ["leader"], "source": "x"}
    for path in ("preview", "rows"):
        answer = client.post(
            f"{API}/tables/identity.settings/{path}",
            {"doing": "add", "values": row, "reason": "x", "on": None, "pk": ""},
            content_type="application/json",
        )  # fmt: skip
        assert answer.status_code == 422, answer.content


def test_forcing_somebody_out_ends_their_sessions_and_says_so():
    person = make_person([Duty.OPERATOR])
    for _ in range(2):
        make_session(person)
    security = signed_in_client(make_person([Duty.SECURITY]))
    assert len(security.get(f"{API}/people/{person.pk}/devices").json()) == 2
    assert security.delete(f"{API}/people/{person.pk}/devices").json() == {"ended": 2}
    assert security.get(f"{API}/people/{person.pk}/devices").json() == []
    entry = entries_of(f"person:{person.pk}")[-1]
    assert (entry.name, entry.payload["why"]) == ("identity.SessionsEnded", "forced_out")
    assert len(entry.payload["session_ids"]) == 2


def test_one_signs_out_one_device_or_all_others_and_nobody_elses():
    person, other = make_person(), make_person()
    make_session(person)
    make_session(person)
    make_session(other)
    client = signed_in_client(person)
    devices = client.get(f"{API}/me/devices").json()
    assert [device["this_one"] for device in devices].count(True) == 1
    strange = Session.objects.get(person=other).pk
    assert client.delete(f"{API}/me/devices/{strange}").status_code == 404
    gone = next(device["id"] for device in devices if not device["this_one"])
    assert client.delete(f"{API}/me/devices/{gone}").status_code == 204
    assert client.delete(f"{API}/me/devices").json() == {"ended": 1}
    assert len(client.get(f"{API}/me/devices").json()) == 1


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [({"organisation_id": 2**40}, OrganisationNotFound), ({"division": "43010"}, BadInput),
     ({"division": "湖南省长沙市天心区某街道"}, BadInput)],
)  # fmt: skip
def test_a_duty_nowhere_is_refused_by_its_field(wrong, refusal):
    person, admin = make_person([]), actor_of(make_person([Duty.ADMIN]).pk)
    given = {"organisation_id": person.organisation_id, "division": "430100", **wrong}
    with pytest.raises(refusal) as refused:
        give_duty(person_id=person.pk, duty=Duty.INSPECTOR, actor=admin, at=NOON, **given)
    assert refused.value.facts["field"] in wrong
    assert not Post.objects.filter(person=person, duty=Duty.INSPECTOR).exists()


@pytest.mark.parametrize("duty", [Duty.SECURITY, Duty.AUDITOR])
def test_the_system_administrator_does_not_rest_the_last_who_watches(duty):
    admin = actor_of(make_person([Duty.ADMIN]).pk)
    last, now = make_person([duty]), timezone.now()
    with pytest.raises(LastAdministrator):
        use_person(person_id=last.pk, active=False, actor=admin, at=now)
    make_person([duty])
    use_person(person_id=last.pk, active=False, actor=admin, at=now)
    last.refresh_from_db()
    assert not last.active
