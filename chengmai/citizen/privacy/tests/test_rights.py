"""What a person may ask about their own data, and what nobody else learns by it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from chengmai.cases.public import Details, move_case
from chengmai.cases.tests.makers import MORNING, Report, make_staff
from chengmai.cases.words import Move
from chengmai.citizen.models import Consent, Device
from chengmai.citizen.privacy.actions import erase_waiting
from chengmai.citizen.privacy.models import PrivacyRequest
from chengmai.citizen.reactions import tell_reporters
from chengmai.citizen.tests.makers import Phone, make_notice
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.public import contact_cards, find_contact
from chengmai.identity.tests.makers import (
    Contact,
    Session,
    make_organisation,
    make_person,
    signed_in_client,
)
from chengmai.identity.words import Duty, OrganisationKind
from chengmai.kernel.facts import REACTIONS, rebuild
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget
from chengmai.notices.public import Recipient, Topic, tell
from chengmai.notices.tests.makers import Message, begin

pytestmark = pytest.mark.django_db
NAME, NUMBER = "欧阳测名", "13912340987"
TELLING = REACTIONS[f"citizen-{tell_reporters.__name__}"]
WORDS = "路灯不亮，请打13912340987"


@pytest.fixture
def city():
    forget()
    make_notice()
    return make_staff()


@pytest.fixture
def security():
    centre = make_organisation(kind=OrganisationKind.SUPERVISION_CENTRE)
    return signed_in_client(make_person([Duty.SECURITY], centre))


def report(phone, **more):
    told = {"text": WORDS, "notice_version": "2026-1", "lon": LON, "lat": LAT}
    answer = phone.post("/reports", {**told, "name": NAME, "phone": NUMBER, **more})
    assert answer.status_code == 201
    return Report.objects.get(tracking_no=answer.json()["tracking_no"])


def end(city, *reports):
    for one in reports:
        move_case(
            case_id=one.follows_id, move_name=Move.REJECT, actor=city["operator"],
            at=timezone.now(), details=Details(reason="不属于受理范围"),
        )  # fmt: skip


def reveal(client, one, reason="电话回访"):
    address = f"/api/v1/cases/{one.case_id}/reports/{one.pk}/reveal"
    return client.post(address, {"reason": reason}, content_type="application/json")


def test_a_person_sees_their_words_their_consents_and_who_has_looked(city):
    phone = Phone()
    mine = report(phone)
    shown = reveal(signed_in_client(city["operator"].id), mine)
    assert shown.json() == {"name": NAME, "phone": NUMBER, "text": WORDS}

    told = phone.get("/data").json()
    assert told["contacts"] == [{"name": "欧***", "phone": "139****0987"}]
    assert [one["text"] for one in told["reports"]] == [WORDS]
    assert [one["notice__version"] for one in told["consents"]] == ["2026-1"]
    readings = {(one["what"], one["reason"]) for one in told["readings"]}
    assert readings == {("contact", "电话回访"), ("report", "电话回访")}
    assert all(one["organisation"] and "*" in one["who"] for one in told["readings"])
    copy = phone.get("/data/copy")
    assert copy["Content-Disposition"].startswith("attachment")
    assert copy["Cache-Control"] == "no-store"


def test_another_phone_that_gives_the_same_number_learns_no_name_and_no_report(city):
    report(Phone())
    other = Phone()
    report(other, text="别的事", name="")
    told = other.get("/data")
    assert NAME not in told.content.decode()
    assert NUMBER not in told.content.decode()
    assert [one["text"] for one in told.json()["reports"]] == ["别的事"]


def test_a_phone_that_has_reported_nothing_learns_nothing(city):
    report(Phone())
    told = Phone().get("/data").json()
    assert not any(told.values())


def test_erasing_needs_a_clear_yes(city):
    phone = Phone()
    report(phone)
    refused = phone.post("/data/erase", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "privacy.not_confirmed")
    assert Contact.objects.filter(erased_at=None).count() == 1


def test_what_an_open_case_needs_goes_when_the_case_ends(city):
    phone = Phone()
    mine = report(phone)
    answer = phone.post("/data/erase", {"confirmed": True}).json()
    assert answer["waiting_for"] == [mine.case.case_no]
    assert find_contact(NUMBER) == mine.contact_id
    assert erase_waiting(at=MORNING) == 0

    end(city, mine)
    assert erase_waiting(at=MORNING) == 1
    assert erase_waiting(at=MORNING) == 0
    mine.refresh_from_db()
    assert (mine.private_text, mine.device_key) == (None, "")
    assert find_contact(NUMBER) is None
    assert contact_cards([mine.contact_id])[mine.contact_id].masked_phone == ""
    assert not any(phone.get("/data").json().values())
    assert PrivacyRequest.objects.get().state == "done"


def test_the_proof_of_consent_stays_and_leads_to_nobody(city):
    phone = Phone()
    end(city, report(phone))
    phone.post("/data/erase", {"confirmed": True})
    assert Consent.objects.count() == 1
    assert Device.objects.get().key.startswith("erased:")


def test_the_case_keeps_its_record_with_the_numbers_masked(city):
    phone = Phone()
    mine = report(phone)
    end(city, mine)
    phone.post("/data/erase", {"confirmed": True})
    mine.refresh_from_db()
    assert mine.text == "路灯不亮，请打139****0987"
    names = [row.name for row in entries_of(f"contact:{mine.contact_id}")]
    assert names[-1] == "identity.ContactErased"


def test_one_phones_wish_does_not_erase_a_number_that_another_phone_gave_too(city):
    phone, other = Phone(), Phone()
    end(city, report(phone), report(other, text="另一件事"))
    phone.post("/data/erase", {"confirmed": True})
    assert find_contact(NUMBER) is not None
    assert [one["text"] for one in other.get("/data").json()["reports"]] == ["另一件事"]


def post(client, path, body):
    return client.post(f"/api/v1/privacy{path}", body, content_type="application/json")


def test_staff_find_who_asks_by_number_and_the_search_is_kept(city, security):
    mine = report(Phone())
    silent = post(security, "/people", {"phone": NUMBER, "reason": " "})
    assert (silent.status_code, silent.json()["facts"]["field"]) == (422, "reason")
    found = post(security, "/people", {"phone": "+86 139-1234-0987", "reason": "本人来访"})
    assert found.json() == {"contact_id": mine.contact_id, "name": "欧***", "phone": "139****0987"}
    nobody = post(security, "/people", {"phone": "13800000000", "reason": "本人来访"})
    assert nobody.status_code == 404
    kept = [row.name for row in entries_of(f"contact:{mine.contact_id}")]
    assert "citizen.PersonLookedUp" in kept
    assert len(entries_of("contact:none")) == 1


def test_a_request_made_in_person_is_due_in_fifteen_working_days_and_answered_once(city, security):
    mine = report(Phone())
    end(city, mine)
    body = {"kind": "erase", "contact_id": mine.contact_id, "words": f"我是{NAME}"}
    asked = post(security, "/requests", body).json()
    assert asked["state"] == "open"
    row = PrivacyRequest.objects.get()
    assert timedelta(days=14) < row.due_at - row.asked_at < timedelta(days=40)
    assert security.get(f"/api/v1/privacy/requests/{asked['id']}/copy").status_code == 409
    done = post(security, f"/requests/{asked['id']}/answer", {"carry_out": True})
    assert (done.json()["state"], find_contact(NUMBER)) == ("done", None)
    again = post(security, f"/requests/{asked['id']}/answer", {"carry_out": True})
    assert (again.status_code, again.json()["code"]) == (409, "privacy.answered_already")


def test_a_refusal_says_why(city, security):
    mine = report(Phone())
    body = {"kind": "explain", "contact_id": mine.contact_id}
    number = post(security, "/requests", body).json()["id"]
    silent = post(security, f"/requests/{number}/answer", {"carry_out": False})
    assert (silent.status_code, silent.json()["facts"]["field"]) == (422, "words")
    told = post(security, f"/requests/{number}/answer", {"carry_out": False, "words": "非本人"})
    assert (told.json()["state"], told.json()["answer"]) == ("refused", "非本人")
    listed = security.get("/api/v1/privacy/requests?state=refused").json()["items"]
    assert [one["id"] for one in listed] == [number]


@pytest.mark.parametrize("duty", [Duty.OPERATOR, Duty.ADMIN, Duty.AUDITOR, Duty.LEADER])
def test_nobody_else_looks_people_up(city, duty):
    client = signed_in_client(make_person([duty]))
    assert post(client, "/people", {"phone": NUMBER, "reason": "x"}).status_code == 403
    assert post(client, "/requests", {"kind": "copy", "contact_id": 1}).status_code == 403


def test_who_takes_the_copy_to_hand_over_is_seen_by_the_person(city, security):
    """The security administrator reads no whole text without a trace, a request and a proof."""
    phone = Phone()
    mine = report(phone)
    post(security, "/people", {"phone": NUMBER, "reason": "本人来访"})
    body = {"kind": "copy", "contact_id": mine.contact_id, "words": ""}
    address = f"/api/v1/privacy/requests/{post(security, '/requests', body).json()['id']}/copy"
    copy = security.get(address).json()
    assert [one["text"] for one in copy["reports"]] == [WORDS]
    told = [(one["what"], one["reason"]) for one in phone.get("/data").json()["readings"]]
    assert told == [("copy", ""), ("search", "本人来访")]
    Session.objects.update(confirmed_at=None)
    assert security.get(address).json()["code"] == "identity.confirm_again"
    Session.objects.update(confirmed_at=timezone.now())
    post(security, address.removeprefix("/api/v1/privacy").replace("copy", "answer"),
         {"carry_out": True})  # fmt: skip
    assert security.get(address).json()["code"] == "privacy.not_for_a_copy"


def in_all_tables():
    """Every row of the tables that may name somebody, as text."""
    with connection.cursor() as cursor:
        for table in ("kernel_idempotency", "citizen_ration", "notices_message",
                      "notices_address", "notices_choice", "notices_kept"):  # fmt: skip
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608
            yield from ((table, row) for (row,) in cursor.fetchall())


def test_erasing_reaches_messages_kept_answers_and_counts_too(city):
    phone = Phone()
    told = {"text": WORDS, "notice_version": "2026-1", "lon": LON, "lat": LAT, "phone": NUMBER}
    phone.post("/reports", told, **{"Idempotency-Key": "erase-me-0001"})
    mine = Report.objects.get()
    begin()
    contact, device = f"contact:{mine.contact_id}", mine.device_key
    phone.put("/data/notices", {"sms": False})
    for owner in (Recipient.contact(mine.contact_id), Recipient.device(device)):
        tell(
            to=[owner], topic=Topic.REPORT_PROGRESS, template="report_done", at=timezone.now(),
            values={"address": "海阳路"}, once=f"x{owner.owner}",
        )  # fmt: skip
    held = " ".join(row for _, row in in_all_tables())
    assert contact in held and device in held and mine.tracking_no in held
    end(city, mine)
    phone.post("/data/erase", {"confirmed": True})
    left = [(t, row) for t, row in in_all_tables() if device in row or contact in row]
    assert left == []
    assert not any(mine.tracking_no in row for _, row in in_all_tables())


def test_a_phone_may_end_short_messages_for_its_own_reports_only(city):
    phone, other = Phone(), Phone()
    begin()
    first, second = report(phone), report(other, text="另一件事")
    assert phone.get("/data/notices").json() == {"sms": True}
    assert phone.put("/data/notices", {"sms": False}).json() == {"sms": False}
    assert (phone.get("/data/notices").json(), other.get("/data/notices").json()) == (
        {"sms": False}, {"sms": True},
    )  # fmt: skip
    end(city, first, second)
    for one in (first, second):
        for row in entries_of(f"case:{one.case_id}"):
            if row.name == "cases.CaseMoved":
                moved = rebuild(row.name, row.payload, at=row.at, actor_id=row.actor_id, place=None)
                if TELLING.hears(row.payload):
                    TELLING.run(moved)
    waiting = Message.objects.filter(channel="sms")
    assert [row.link for row in waiting] == [f"/c/r/{second.tracking_no}"]
