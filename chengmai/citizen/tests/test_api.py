"""The citizen's side over HTTP: report, follow, join, rate; and what is refused."""

import json

import pytest

from chengmai.cases.tests.makers import (
    MORNING,
    Case,
    Report,
    bring_to,
    make_case,
    make_media,
    make_staff,
)
from chengmai.cases.words import Move, Stage
from chengmai.citizen.models import Consent, RationLimit
from chengmai.citizen.tests.makers import Phone, make_notice
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import Contact
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    forget()
    make_notice()
    return make_staff()


@pytest.fixture
def phone(staff):
    return Phone()


def close(staff, answer):
    case = Case.objects.get(case_no=answer.json()["case_no"])
    return bring_to(case, Stage.CLOSED, staff) if case.class_code else case


def test_a_report_is_followed_from_the_photo_to_the_rating(staff, phone):
    sent = phone.report(class_code="E0112")
    assert sent.status_code == 201
    number = sent.json()["tracking_no"]
    assert phone.get(f"/reports/{number}").json()["state"] == "submitted"

    close(staff, sent)
    story = phone.get(f"/reports/{number}").json()
    assert story["state"] == "to_rate"
    assert [step["title"] for step in story["steps"]] == [
        "已提交", "已受理", "已确认", "已交办", "正在处理", "已处理", "正在检查", "检查通过", "已解决",
    ]  # fmt: skip
    assert story["steps"][3]["words"] == "已交给市政维护处处理。"
    assert story["photos"]["after"] and story["photos"]["after"][0]["position"] is None
    assert (story["can_rate"], story["can_object"]) == (True, True)

    rated = phone.post(f"/reports/{number}/rating", {"score": 5, "words": "很快"})
    assert rated.status_code == 201
    assert (rated.json()["state"], rated.json()["rating"]) == (
        "rated",
        {"score": 5, "words": "很快"},
    )
    again = phone.post(f"/reports/{number}/rating", {"score": 1})
    assert (again.status_code, again.json()["code"]) == (409, "citizen.rated_already")


def test_who_is_not_content_has_the_problem_opened_again_once(staff, phone):
    sent = phone.report(class_code="E0112")
    number = sent.json()["tracking_no"]
    case = close(staff, sent)
    answer = phone.post(
        f"/reports/{number}/rating", {"score": 1, "words": "没修好", "reopen": True}
    )
    assert answer.status_code == 201
    case.refresh_from_db()
    assert (case.stage, case.rework_no) == (Stage.HANDLING, 1)
    assert answer.json()["state"] == "in_progress"
    assert answer.json()["can_object"] is False
    assert entries_of(f"case:{case.pk}")[-1].payload["move"] == "reopen"


def test_an_unfinished_problem_is_not_rated(phone):
    number = phone.report().json()["tracking_no"]
    answer = phone.post(f"/reports/{number}/rating", {"score": 5})
    assert (answer.status_code, answer.json()["code"]) == (409, "citizen.not_to_rate")
    assert phone.post(f"/reports/{number}/rating", {"score": 6}).status_code == 422


def test_each_phone_sees_its_own_reports(phone):
    mine = phone.report().json()["tracking_no"]
    other = Phone()
    theirs = other.report(text="井盖坏了").json()["tracking_no"]
    assert [report["tracking_no"] for report in phone.get("/reports").json()] == [mine]
    assert [report["tracking_no"] for report in other.get("/reports").json()] == [theirs]
    assert Phone().get("/reports").json() == []


@pytest.mark.parametrize(
    "number", ["0000000000A", "'; drop table", "ABCDEFGHJKM", "../../etc", "%00"]
)
def test_a_forged_number_and_an_unknown_one_are_the_same_to_us(phone, number):
    answer = phone.client.get(f"/api/v1/citizen/reports/{number}")
    assert answer.status_code in (404, 422)
    if "/" not in number and "%" not in number:
        assert answer.json()["code"] == "case.tracking_unknown"


def test_a_forged_number_is_looked_up_like_any_other(phone, django_assert_num_queries):
    for number in ("ABCDEFGHJKM", "000000000K0"):
        with django_assert_num_queries(1):
            phone.get(f"/reports/{number}")


def test_name_and_number_are_sealed_and_nowhere_in_the_ledger(phone):
    sent = phone.report(name="王芳", phone="13812345678")
    contact = Contact.objects.get()
    assert "13812345678" not in contact.phone_sealed
    case = Case.objects.get(case_no=sent.json()["case_no"])
    told = json.dumps([row.payload for row in entries_of(f"case:{case.pk}")], ensure_ascii=False)
    assert "王芳" not in told and "13812345678" not in told


def test_without_agreement_to_the_present_notice_nothing_is_kept(phone):
    answer = phone.report(notice_version="2019-1")
    assert (answer.status_code, answer.json()["code"]) == (422, "citizen.consent_missing")
    assert not Report.objects.exists()
    assert not Consent.objects.exists()
    assert phone.get("/notice").json()["version"] == "2026-1"
    phone.report()
    phone.report(text="还有一处")
    assert Consent.objects.count() == 1


def test_another_site_cannot_report_in_the_phones_name(phone):
    phone.report()
    phone.client.defaults.pop("HTTP_X_CHENGMAI_CLIENT", None)
    forged = phone.client.post(
        "/api/v1/citizen/reports",
        json.dumps({"text": "x", "lon": LON, "lat": LAT, "notice_version": "2026-1"}),
        content_type="application/json",
        headers={"Origin": "https://evil.example"},
    )
    assert forged.status_code == 403


def test_sending_twice_with_one_key_is_one_report(phone):
    phone.get("/reports")
    body = {"text": "路面很脏", "lon": LON, "lat": LAT, "notice_version": "2026-1"}
    key = {"Idempotency-Key": "phone-key-0001"}
    first, second = phone.post("/reports", body, **key), phone.post("/reports", body, **key)
    assert first.json() == second.json()
    assert Report.objects.count() == 1


def test_a_phone_that_sends_too_much_is_asked_to_wait(phone):
    RationLimit.objects.filter(kind="device").update(most=2)
    forget("citizen.rations")
    assert [phone.report().status_code for _ in range(3)] == [201, 201, 429]
    assert Report.objects.count() == 2
    assert Phone().report().status_code == 201


def test_me_too_gives_a_number_of_ones_own_and_the_same_story(staff, phone):
    first = phone.report(class_code="E0112")
    neighbour = Phone()
    near = neighbour.get("/nearby", lon=LON, lat=LAT).json()
    assert (near[0]["metres"], near[0]["supporters"], near[0]["mine"]) == (0, 1, False)
    joined = neighbour.post(
        f"/nearby/{near[0]['case_ref']}/me-too", {"notice_version": "2026-1", "text": "我也看到了"}
    )
    assert joined.status_code == 201
    number = joined.json()["tracking_no"]
    assert number != first.json()["tracking_no"]
    (again,) = neighbour.get("/nearby", lon=LON, lat=LAT).json()
    assert (again["supporters"], again["mine"]) == (2, True)
    close(staff, first)
    assert neighbour.get(f"/reports/{number}").json()["state"] == "to_rate"
    assert neighbour.get("/nearby", lon=LON, lat=LAT).json() == []


def test_far_problems_are_not_near(staff, phone):
    phone.report()
    assert phone.get("/nearby", lon=LON + 0.005, lat=LAT).json() == []


@pytest.mark.parametrize("point", [("1e30", "0"), ("nan", "39.9"), ("119.6", "90"), (LAT, LON)])
def test_near_a_point_of_no_world_there_is_a_refusal(phone, point):
    answer = phone.get("/nearby", lon=point[0], lat=point[1])
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "point")


@pytest.mark.parametrize("ref", ["999999", "abc", "-1", "9" * 30])
def test_nobody_joins_what_is_not_there(phone, ref):
    answer = phone.post(f"/nearby/{ref}/me-too", {"notice_version": "2026-1"})
    assert answer.status_code == 404


def test_a_report_needs_words_or_a_photo_and_a_place_in_the_city(phone):
    assert phone.report(text=" ").json()["code"] == "citizen.nothing_said"
    for lon, lat in ((0, 0), (LAT, LON), (116.4, 39.9)):
        assert phone.report(lon=lon, lat=lat).json()["facts"]["field"] == "point"
    assert phone.report(text="长" * 6_000).status_code == 422
    assert not Report.objects.exists()


def test_an_unknown_class_is_refused(phone):
    answer = phone.report(class_code="E9999")
    assert (answer.status_code, answer.json()["code"]) == (422, "city.class_not_found")
    assert not Report.objects.exists()


def test_only_ones_own_photos_can_be_sent(staff, phone):
    assert phone.report(media_ids=[make_media(staff["collector"])]).status_code == 404


def test_a_merged_report_hears_of_its_masters_steps(staff, phone):
    from chengmai.cases.tests.makers import Details, move_case

    master = make_case()
    sent = phone.report(class_code="E0112")
    merged = Case.objects.get(case_no=sent.json()["case_no"])
    move_case(
        case_id=merged.pk, move=Move.MERGE, version=1, actor=staff["operator"], at=MORNING,
        details=Details(master_id=master.pk),
    )  # fmt: skip
    bring_to(Case.objects.get(pk=master.pk), Stage.HANDLING, staff)
    story = phone.get(f"/reports/{sent.json()['tracking_no']}").json()
    assert story["state"] == "in_progress"
    assert [step["title"] for step in story["steps"]][:3] == ["已提交", "已合并", "已受理"]
