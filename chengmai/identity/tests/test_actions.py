"""Writes of identity on a real database."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from chengmai.identity.actions import (
    add_organisation,
    give_duty,
    move_organisation,
    remember_contact,
    reveal_contact,
)
from chengmai.identity.errors import (
    BadPhone,
    DutiesExclude,
    Locked,
    NotYourDuty,
    ReasonMissing,
    TooManySignIns,
    TreeWouldLoop,
    WrongPassword,
)
from chengmai.identity.models import Contact, Organisation, Session, SignInAttempt
from chengmai.identity.queries import contact_cards, find_contact
from chengmai.identity.signin.actions import sign_in, sign_out
from chengmai.identity.signin.queries import actor_for_token
from chengmai.identity.tests.makers import (
    NOON,
    PASSWORD,
    make_actor,
    make_organisation,
    make_person,
    make_session,
)
from chengmai.identity.words import SYSTEM, Duty, OrganisationKind
from chengmai.kernel.errors import Refusal
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_session_is_read_in_one_statement_with_all_posts():
    centre = make_organisation(kind=OrganisationKind.SUPERVISION_CENTRE)
    person = make_person([Duty.OPERATOR, Duty.DUTY_LEADER], centre)
    token = make_session(person, at=NOON)

    with CaptureQueriesContext(
        connection,
    ) as seen:
        actor = actor_for_token(token, NOON + 5 * MINUTE)

    assert len(seen) == 1
    assert actor is not None
    assert (actor.id, actor.duties) == (person.id, {Duty.OPERATOR, Duty.DUTY_LEADER})
    assert actor.sees_whole_city


def test_a_visit_is_noted_at_most_once_a_minute():
    token = make_session(make_person(), at=NOON)

    actor_for_token(token, NOON + timedelta(seconds=59))
    assert Session.objects.get().last_seen_at == NOON
    actor_for_token(token, NOON + timedelta(seconds=61))
    assert Session.objects.get().last_seen_at == NOON + timedelta(seconds=61)


def test_a_session_ends_after_thirty_idle_minutes_and_after_twelve_hours():
    token = make_session(make_person(), at=NOON)
    assert actor_for_token(token, NOON + 31 * MINUTE) is None

    for step in range(25, 12 * 60, 25):
        assert actor_for_token(token, NOON + step * MINUTE) is not None
    assert actor_for_token(token, NOON + 12 * 60 * MINUTE) is None


def test_a_stranger_token_and_an_inactive_person_are_nobody():
    person = make_person()
    token = make_session(person, at=NOON)
    assert actor_for_token("' OR 1=1 --", NOON) is None
    person.active = False
    person.save(update_fields=["active"])
    assert actor_for_token(token, NOON) is None


def test_the_database_keeps_only_the_hash_of_a_token():
    token = make_session(make_person(), at=NOON)
    assert token not in Session.objects.get().token_hash


def test_signing_in_opens_a_session_and_tells_the_ledger():
    person = make_person(username="zhang")
    opened = sign_in(username="zhang", password=PASSWORD, at=NOON, address="10.0.0.8")

    actor = actor_for_token(opened.token, NOON)
    assert actor is not None
    assert actor.id == person.id
    assert entries_of(f"person:{person.id}")[-1].name == "identity.SignedIn"
    sign_out(opened.token, NOON)
    assert actor_for_token(opened.token, NOON) is None


def test_five_wrong_passwords_lock_for_fifteen_minutes():
    person = make_person(username="li")
    for _ in range(4):
        with pytest.raises(WrongPassword):
            sign_in(username="li", password="wrong", at=NOON)
    with pytest.raises(Locked):
        sign_in(username="li", password="wrong", at=NOON)
    with pytest.raises(Locked):
        sign_in(username="li", password=PASSWORD, at=NOON + 14 * MINUTE)

    sign_in(username="li", password=PASSWORD, at=NOON + 15 * MINUTE)
    person.refresh_from_db()
    assert (person.failed_count, person.locked_until) == (0, None)


def test_an_unknown_name_is_answered_like_a_wrong_password():
    with pytest.raises(WrongPassword) as unknown:
        sign_in(username="nobody", password=PASSWORD, at=NOON)
    make_person(username="known")
    with pytest.raises(WrongPassword) as wrong:
        sign_in(username="known", password="wrong", at=NOON)
    assert str(unknown.value) == str(wrong.value)


def test_an_address_that_tries_too_often_waits():
    SignInAttempt.objects.bulk_create(
        SignInAttempt(address="10.0.0.9", username="x", succeeded=False, at=NOON)
        for _ in range(120)
    )
    with pytest.raises(TooManySignIns):
        sign_in(username="x", password="y", at=NOON + timedelta(seconds=30), address="10.0.0.9")


def test_moving_a_subtree_rewrites_every_path_below_it():
    bureau = make_organisation(kind=OrganisationKind.BUREAU)
    gardens = make_organisation(parent=bureau)
    unit = make_organisation(parent=gardens)
    roads = make_organisation(parent=bureau)

    changed = move_organisation(
        organisation_id=gardens.id, parent_id=roads.id, actor=SYSTEM, at=NOON
    )

    unit.refresh_from_db()
    assert changed == 2
    assert unit.path == f".{bureau.id}.{roads.id}.{gardens.id}.{unit.id}."
    assert entries_of(f"organisation:{gardens.id}")[0].payload["old_path"] == gardens.path


def test_an_organisation_cannot_hang_below_itself():
    bureau = make_organisation(kind=OrganisationKind.BUREAU)
    unit = make_organisation(parent=bureau)
    with pytest.raises(TreeWouldLoop):
        move_organisation(organisation_id=bureau.id, parent_id=unit.id, actor=SYSTEM, at=NOON)


def test_a_new_organisation_knows_its_path():
    bureau = make_organisation()
    card = add_organisation(
        name="园林处", kind=OrganisationKind.UNIT, parent_id=bureau.id, actor=SYSTEM
    )
    assert Organisation.objects.get(pk=card.id).path == f"{bureau.path}{card.id}."


def test_audit_and_system_administration_do_not_meet_in_one_person():
    person = make_person([Duty.ADMIN])
    with pytest.raises(DutiesExclude):
        give_duty(
            person_id=person.id,
            organisation_id=person.organisation_id,
            duty=Duty.AUDITOR,
            actor=SYSTEM,
            at=NOON,
        )


def test_a_contact_is_sealed_found_by_phone_and_masked():
    number = remember_contact(name="张晓明", phone="138 0000 1234", at=NOON)

    row = Contact.objects.get(pk=number)
    assert "13800001234" not in row.phone_sealed
    assert "张" not in row.name_sealed
    assert find_contact("+86 13800001234") == number
    assert find_contact("13800001235") is None
    card = contact_cards([number])[number]
    assert (card.masked_name, card.masked_phone) == ("张**", "138****1234")


def test_the_same_number_is_the_same_contact_in_one_statement():
    first = remember_contact(name="", phone="13800001234", at=NOON)
    with CaptureQueriesContext(connection) as seen:
        second = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    assert (first, len(seen)) == (second, 1)
    assert remember_contact(name="", phone="", at=NOON) != remember_contact(
        name="", phone="", at=NOON
    )


@pytest.mark.parametrize("phone", ["abc", "123", "1380000<script>", "1" * 16])
def test_what_is_no_phone_number_is_refused(phone):
    with pytest.raises(BadPhone):
        remember_contact(name="张", phone=phone, at=NOON)


def test_looking_behind_the_mask_needs_a_reason_and_leaves_a_trace():
    number = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    operator = make_actor(Duty.OPERATOR, id=7)
    with pytest.raises(ReasonMissing):
        reveal_contact(actor=operator, contact_id=number, reason="  ", at=NOON)
    with pytest.raises(NotYourDuty):
        reveal_contact(actor=make_actor(Duty.ADMIN), contact_id=number, reason="好奇", at=NOON)

    opened = reveal_contact(actor=operator, contact_id=number, reason="回访", at=NOON)

    assert opened == ("张晓明", "13800001234")
    entry = entries_of(f"contact:{number}")[-1]
    assert (entry.actor_id, entry.payload) == (7, {"contact_id": number, "reason": "回访"})


def test_a_trace_that_cannot_be_written_shows_nothing():
    number = remember_contact(name="张晓明", phone="13800001234", at=NOON)
    before = len(entries_of(f"contact:{number}"))
    with transaction.atomic():
        reveal_contact(actor=make_actor(Duty.OPERATOR), contact_id=number, reason="回访", at=NOON)
        transaction.set_rollback(True)
    assert len(entries_of(f"contact:{number}")) == before


def test_a_name_that_nobody_has_is_answered_and_locked_like_one_that_somebody_has():
    make_person(username="somebody")
    answers = {}
    for name in ("somebody", "nobody"):
        said = []
        for minute in (0, 1, 2, 3, 4, 5, 18, 20):
            with pytest.raises(Refusal) as refused:
                sign_in(username=name, password="Falsch-1234", at=NOON + minute * MINUTE)
            said.append((refused.value.code, str(refused.value), refused.value.facts))
        answers[name] = said
    assert answers["nobody"] == answers["somebody"]
    assert [code for code, _, _ in answers["nobody"]] == [
        *["identity.wrong_password"] * 4, *["identity.locked"] * 3, "identity.wrong_password",
    ]  # fmt: skip


def test_what_somebody_types_as_a_name_that_nobody_has_is_not_kept():
    with pytest.raises(WrongPassword):
        sign_in(username="Mein-Passwort-2026", password="x", at=NOON)
    kept = SignInAttempt.objects.get()
    assert kept.username.startswith("M…") and "Passwort" not in kept.username
