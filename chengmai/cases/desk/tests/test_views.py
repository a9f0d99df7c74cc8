"""Saved views and standard phrases: whose they are, who finds them, how many."""

import json

import pytest

from chengmai.cases.desk.models import Phrase
from chengmai.cases.models import Setting
from chengmai.cases.public import load_default_settings
from chengmai.cases.queries.settings import forget_settings
from chengmai.cases.tests.makers import make_staff
from chengmai.identity.tests.makers import Person, signed_in_client
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_():
    forget()
    staff = make_staff()
    clients = {}

    def client(name):
        if name not in clients:
            clients[name] = Line(signed_in_client(Person.objects.get(pk=staff[name].id)))
        return clients[name]

    return client


class Line:
    """A browser that speaks JSON to /api/v1/cases."""

    def __init__(self, client):
        self.client = client

    def get(self, path):
        return self.client.get(f"/api/v1/cases{path}")

    def send(self, method, path, body=None, **headers):
        return self.client.generic(
            method,
            f"/api/v1/cases{path}",
            json.dumps(body or {}),
            content_type="application/json",
            headers=headers,
        )


def view(**values):
    return {
        "name": "超时的井盖",
        "filter": {"queue": "overdue", "class_code": "C0101", "q": ""},
        "order": "due",
        "columns": [{"key": "case_no", "width": 170}, {"key": "address", "width": 5}],
        "layout": "table",
        **values,
    }


def test_a_view_keeps_filter_order_columns_and_layout(as_):
    made = as_("dispatcher").send("POST", "/views", view())
    assert made.status_code == 201, made.content
    (kept,) = as_("dispatcher").get("/views").json()
    assert kept["filter"] == {"queue": "overdue", "class_code": "C0101"}
    assert kept["columns"] == [{"key": "case_no", "width": 170}, {"key": "address", "width": 40}]
    assert (kept["order"], kept["layout"], kept["mine"]) == ("due", "table", True)


def test_a_private_view_is_found_by_nobody_else(as_):
    number = as_("dispatcher").send("POST", "/views", view()).json()["id"]
    assert as_("dispatcher2").get("/views").json() == []
    other = as_("dispatcher2").send("PUT", f"/views/{number}", view(name="我的"))
    assert (other.status_code, other.json()["code"]) == (404, "desk.view_not_found")
    assert as_("dispatcher2").send("DELETE", f"/views/{number}").status_code == 404


def test_a_view_is_shared_with_the_own_organisation_and_those_below(as_):
    as_("department").send("POST", "/views", view(sharing="organisation"))
    assert [v["mine"] for v in as_("child").get("/views").json()] == [False]
    assert as_("other").get("/views").json() == []
    assert as_("dispatcher").get("/views").json() == []


def test_a_view_is_shared_with_a_duty_of_ones_own(as_):
    shared = view(sharing="duty", duty="dispatcher")
    assert as_("dispatcher").send("POST", "/views", shared).status_code == 201
    (found,) = as_("dispatcher2").get("/views").json()
    assert found["owner_name"]
    assert as_("operator").get("/views").json() == []
    refused = as_("operator").send("POST", "/views", shared)
    assert (refused.status_code, refused.json()["facts"]["field"]) == (422, "duty")


def test_a_person_opens_with_the_view_they_chose_until_it_is_gone(as_):
    line = as_("dispatcher")
    number = line.send("POST", "/views", view()).json()["id"]
    assert line.send("PUT", "/views/first", {"view_id": number}).status_code == 204
    assert line.get("/views").json()[0]["first"] is True
    line.send("DELETE", f"/views/{number}")
    assert line.get("/views").json() == []
    assert line.send("PUT", "/views/first", {"view_id": number}).status_code == 404
    assert line.send("PUT", "/views/first", {"view_id": None}).status_code == 204


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"filter": {"password": "x"}}, "filter.password"),
        ({"order": "random"}, "order"),
        ({"columns": [{"key": "phone"}]}, "columns"),
        ({"columns": [{"key": "lamp"}, {"key": "lamp"}]}, "columns"),
    ],
)
def test_what_no_view_can_hold_is_refused_by_name(as_, change, field):
    answer = as_("dispatcher").send("POST", "/views", view(**change))
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, field)
    assert as_("dispatcher").get("/views").json() == []


def test_a_second_view_of_one_name_and_one_too_many_are_refused(as_):
    line = as_("dispatcher")
    line.send("POST", "/views", view())
    again = line.send("POST", "/views", view())
    assert (again.status_code, again.json()["code"]) == (422, "desk.view_name_taken")
    Setting.objects.create(
        key="desk_views_max", title="", value=1, source="t", valid_from="2026-01-01"
    )
    forget_settings()
    more = line.send("POST", "/views", view(name="另一个"))
    assert (more.status_code, more.json()["facts"]["limit"]) == (409, 1)
    forget_settings()


def test_phrases_of_the_city_the_organisation_and_oneself_stand_together(as_):
    load_default_settings()
    Phrase.objects.create(
        level="organisation",
        organisation_id=_organisation(as_, "department"),
        move="apply_return",
        text="权属见附件",
        valid_from="2026-01-01",
    )
    mine = as_("child").send("POST", "/phrases", {"text": "请到{address}", "move": "apply_return"})
    assert mine.status_code == 201, mine.content
    found = as_("child").get("/phrases?move=apply_return").json()
    assert [p["level"] for p in found[:3]] == ["person", "organisation", "city"]
    assert "权属见附件" not in [p["text"] for p in as_("other").get("/phrases").json()]
    assert "请到{address}" not in [p["text"] for p in as_("department").get("/phrases").json()]


def _organisation(as_, name):
    return as_(name).client.get("/api/v1/session").json()["organisation"]["id"]


def test_the_phrase_that_is_taken_most_stands_first(as_):
    load_default_settings()
    line = as_("dispatcher")
    before = line.get("/phrases?move=supervise").json()
    last = before[-1]
    for _ in range(2):
        assert line.send("POST", f"/phrases/{last['id']}/uses").status_code == 204
    after = line.get("/phrases?move=supervise").json()
    assert (after[0]["id"], after[0]["used"]) == (last["id"], 2)
    assert as_("dispatcher2").get("/phrases?move=supervise").json()[0]["used"] == 0


def test_phrases_out_of_force_and_unknown_placeholders_are_left_out(as_):
    Phrase.objects.create(level="city", text="旧话", valid_from="2020-01-01", valid_to="2020-12-31")
    assert as_("dispatcher").get("/phrases").json() == []
    refused = as_("dispatcher").send("POST", "/phrases", {"text": "致电 {phone}"})
    assert (refused.status_code, refused.json()["facts"]["field"]) == (422, "text")


def test_only_ones_own_phrase_is_changed_or_deleted(as_):
    load_default_settings()
    city = as_("dispatcher").get("/phrases").json()[0]
    for method in ("PUT", "DELETE"):
        answer = as_("dispatcher").send(method, f"/phrases/{city['id']}", {"text": "改"})
        assert answer.status_code == 404
    own = as_("dispatcher").send("POST", "/phrases", {"text": "马上办"}).json()
    changed = as_("dispatcher").send("PUT", f"/phrases/{own['id']}", {"text": "立即办"})
    assert changed.json()["text"] == "立即办"
    assert as_("dispatcher").send("DELETE", f"/phrases/{own['id']}").status_code == 204
