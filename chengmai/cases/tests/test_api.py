"""Cases over HTTP: the promises made to a person, and what is refused and how."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from chengmai.cases.models import Case, Report
from chengmai.cases.tests.makers import (
    PATH,
    bring_to,
    details_for,
    make_case,
    make_media,
    make_staff,
)
from chengmai.cases.words import Move, Stage
from chengmai.city.tests.makers import LAT, LON
from chengmai.identity.tests.makers import Person, Session, signed_in_client
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db

REPORT = {"description": "路面有积灰", "lon": LON, "lat": LAT, "source": "hotline"}


@pytest.fixture
def staff():
    forget()
    return make_staff()


@pytest.fixture
def as_(staff):
    clients = {}

    def client(name):
        if name not in clients:
            clients[name] = signed_in_client(Person.objects.get(pk=staff[name].id))
        return clients[name]

    return client


def post(client, path, body, **headers):
    return client.post(
        f"/api/v1/cases{path}", json.dumps(body), content_type="application/json", headers=headers
    )


def get(client, path):
    return client.get(f"/api/v1/cases{path}")


def move(client, case, name, **details):
    body = {"move": name, "version": case.version, **details}
    return post(client, f"/{case.pk}/moves", body)


def code(answer):
    return answer.status_code, answer.json()["code"]


def test_a_report_becomes_a_case_and_its_page_says_what_may_be_done(as_):
    made = post(
        as_("operator"), "", {**REPORT, "contact": {"name": "王芳", "phone": "13812345678"}}
    )
    assert made.status_code == 201
    page = get(as_("operator"), f"/{made.json()['case_id']}").json()
    assert page["stage"] == "reported"
    assert page["reports"][0]["contact"]["masked_phone"] == "138****5678"
    moves = {option["move"]: option for option in page["moves"]}
    assert moves["accept"]["allowed"]
    assert moves["void"] == {**moves["void"], "allowed": False, "why": "case.not_your_duty"}
    assert moves["reject"]["needs"] == ["reason"]
    assert [clock["kind"] for clock in page["clocks"]] == ["acc"]


def test_a_case_goes_through_the_whole_loop_over_http(as_, staff):
    case = make_case()
    for _, name, who in PATH:
        details = details_for(staff, staff[who], name)
        body = {k: v for k, v in vars(details).items() if v not in ("", (), None, 0, False)}
        answer = move(as_(who), case, name, **body)
        assert answer.status_code == 200, answer.content
        case.refresh_from_db()
    assert case.stage == Stage.CLOSED
    steps = get(as_("operator"), f"/{case.pk}/timeline").json()
    assert [step["move"] for step in steps] == ["report", *(name for _, name, _ in PATH)]
    assert steps[1]["actor_name"]
    assert steps[3]["organisation_name"] == "市政维护处"
    assert steps[5]["media"][0]["url"].startswith("/media/")
    printed = get(as_("operator"), f"/{case.pk}/print").json()
    assert printed["case"]["case_no"] == case.case_no
    assert len(printed["timeline"]) == 10


def test_a_brief_answer_is_the_row(as_):
    case = make_case()
    answer = post(as_("operator"), f"/{case.pk}/moves?brief=1", {"move": "accept", "version": 1})
    assert (answer.json()["stage"], answer.json()["version"]) == ("pending_register", 2)


def test_a_case_page_takes_five_statements_at_most(as_, staff, django_assert_max_num_queries):
    case = bring_to(make_case(media_ids=[make_media()]), Stage.CHECKING, staff)
    make_case()
    get(as_("operator"), f"/{case.pk}")
    with django_assert_max_num_queries(6):  # five, and one that says who is asking
        page = get(as_("operator"), f"/{case.pk}").json()
    assert page["condition"]["text"]
    assert page["suggested"]["organisation_name"] == "市政维护处"
    assert page["media"]["before"] and page["media"]["after"]
    assert page["possible_duplicates"][0]["metres"] == 0


def test_lists_queues_figures_and_standards_answer(as_):
    case = make_case()
    found = get(as_("operator"), "?queue=to_accept&limit=1").json()
    assert [row["id"] for row in found["items"]] == [case.pk]
    make_case()
    following = get(as_("operator"), "?queue=to_accept&limit=1").json()["next"]
    second = get(as_("operator"), f"?queue=to_accept&limit=1&after={following}").json()
    assert [row["id"] for row in second["items"]] == [case.pk]
    assert get(as_("operator"), "/queues").json()[0]["count"] == 2
    assert get(as_("operator"), "/today").status_code == 200
    assert any(row["key"] == "acc" for row in get(as_("operator"), "/standards").json())


def test_a_cursor_of_another_list_is_refused(as_):
    make_case()
    make_case()
    following = get(as_("operator"), "?limit=1").json()["next"]
    assert code(get(as_("operator"), f"?stage=closed&limit=1&after={following}")) == (
        422, "kernel.bad_input",
    )  # fmt: skip
    assert get(as_("operator"), "?after=forged").status_code == 422


# Bad input that is refused clearly


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"class_code": "E9999"}, "class_code"),
        ({"lon": LAT, "lat": LON}, "point"),
        ({"lon": 0, "lat": 0}, "point"),
        ({"lon": 116.4, "lat": 39.9}, "point"),
        ({"lon": 1e9, "lat": 1}, "point"),
        ({"source": "carrier pigeon"}, "source"),
        ({"description": "长" * 25_000}, "description"),
    ],
)
def test_a_report_that_cannot_be_right_names_the_field(as_, wrong, field):
    answer = post(as_("operator"), "", REPORT | wrong)
    assert answer.status_code == 422 or (field == "class_code" and answer.status_code == 404)
    assert answer.json()["facts"]["field"] == field
    assert not Case.objects.exists()


def test_ten_megabytes_of_text_are_refused(as_):
    answer = post(as_("operator"), "", REPORT | {"description": "a" * 10_000_000})
    assert code(answer) == (413, "kernel.body_too_large")


def test_an_unknown_grid_lists_nothing_and_a_strange_one_is_refused(as_):
    make_case()
    assert get(as_("operator"), "?grid_code=999999999999999").json()["items"] == []
    assert get(as_("operator"), "?grid_code=1%27--").json()["facts"]["field"] == "grid_code"


def test_a_wrong_duty_a_wrong_move_and_a_missing_reason_are_told_apart(as_):
    case = make_case()
    assert code(move(as_("dispatcher"), case, "accept")) == (403, "case.not_your_duty")
    assert code(move(as_("operator"), case, "close")) == (409, "case.move_not_allowed")
    assert code(move(as_("operator"), case, "reject")) == (422, "case.reason_missing")
    assert move(as_("operator"), case, "fly").status_code == 422


def test_a_page_that_has_gone_stale_moves_nothing(as_):
    case = make_case()
    assert move(as_("operator"), case, "accept").status_code == 200
    assert code(move(as_("operator"), case, "accept")) == (409, "case.stale_page")


def test_another_office_cannot_tell_that_the_case_exists(as_, staff):
    case = bring_to(make_case(), Stage.HANDLING, staff)
    hidden = get(as_("other"), f"/{case.pk}").json()
    missing = get(as_("other"), "/999999").json()
    for answer in (hidden, missing):
        answer["facts"].pop("case_id", None)
        answer.pop("request_id")
    assert hidden == missing
    assert code(move(as_("other"), case, "finish")) == (404, "case.not_found")
    for path in ("timeline", "print"):
        assert get(as_("other"), f"/{case.pk}/{path}").status_code == 404


def test_the_same_source_key_gives_the_same_receipt(as_):
    body = REPORT | {"source_key": "call-7"}
    first, second = post(as_("operator"), "", body), post(as_("operator"), "", body)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert Case.objects.count() == 1


def test_an_idempotency_key_works_once_and_not_for_another_body(as_):
    key = {"Idempotency-Key": "0123456789abcdef"}
    first = post(as_("operator"), "", REPORT, **key)
    again = post(as_("operator"), "", REPORT, **key)
    assert (first.status_code, again.json()) == (201, first.json())
    other = post(as_("operator"), "", REPORT | {"description": "别的"}, **key)
    assert code(other) == (422, "kernel.idempotency_reused")
    assert Case.objects.count() == 1


def test_a_move_sent_again_after_a_lost_answer_gets_that_answer_and_moves_once(as_):
    case = make_case()
    key = {"Idempotency-Key": "one-move-from-the-street"}
    body = {"move": "accept", "version": case.version}
    first = post(as_("operator"), f"/{case.pk}/moves", body, **key)
    again = post(as_("operator"), f"/{case.pk}/moves", body, **key)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json()["version"] == again.json()["version"]
    assert again["Idempotent-Replayed"] == "true"


def test_a_session_that_expired_in_mid_form_keeps_nothing_and_says_so(as_):
    client = as_("operator")
    Session.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert code(post(client, "", REPORT)) == (401, "identity.session_expired")
    assert not Report.objects.exists()


HOSTILE = "'); DROP TABLE cases_case; --<script>alert(1)</script>{{7*7}}${7*7}%s%(a)s\\u0041"


def test_sql_and_html_in_every_text_come_back_as_plain_text(as_):
    made = post(
        as_("operator"), "",
        REPORT | {"description": HOSTILE, "address": HOSTILE, "source_key": HOSTILE[:80],
                  "contact": {"name": "<b>x</b>", "phone": "' OR 1=1"}},
    )  # fmt: skip
    assert made.status_code in (201, 422), made.content
    if made.status_code == 422:  # a phone number of signs may be refused; the rest may not
        made = post(as_("operator"), "", REPORT | {"description": HOSTILE, "address": HOSTILE})
    case = Case.objects.get(pk=made.json()["case_id"])
    assert move(as_("operator"), case, "accept", text=HOSTILE).status_code == 200
    case.refresh_from_db()
    refused = move(as_("duty_leader"), case, "not_register", reason=HOSTILE)
    assert refused.status_code == 200
    page = get(as_("operator"), f"/{case.pk}").json()
    assert (page["description"], page["address"]) == (HOSTILE, HOSTILE)
    steps = get(as_("operator"), f"/{case.pk}/timeline").json()
    assert steps[-1]["reason"] == HOSTILE
    row = get(as_("operator"), "").json()["items"][0]
    assert row["description"] == HOSTILE
    for name in ("q", "class_code", "grid_code", "area", "queue", "order", "stage", "source"):
        answer = as_("operator").get("/api/v1/cases", {name: HOSTILE[:55]})
        assert answer.status_code in (200, 422), name
    assert answer["Content-Type"].startswith("application/")


@pytest.mark.parametrize("name", [Move.FINISH, Move.PASS_CHECK])
def test_a_photo_is_asked_for(as_, staff, name):
    who, stage = {
        "finish": ("handler", Stage.HANDLING),
        "pass_check": ("collector", Stage.CHECKING),
    }[name]
    case = bring_to(make_case(), stage, staff)
    answer = move(as_(who), case, name, text="好了", lon=LON, lat=LAT)
    assert code(answer) == (422, "case.photo_missing")


def test_somebody_elses_photo_cannot_be_used(as_, staff):
    theirs = make_media(staff["collector"])
    answer = post(as_("operator"), "", REPORT | {"media_ids": [theirs]})
    assert code(answer) == (404, "media.not_found")
    assert not Case.objects.exists()
