"""A case that names its component is tied to it exactly, by those who may, and within their scope."""

import pytest

from chengmai.cases.events import CaseComponentNamed
from chengmai.cases.models import Case, CaseComponent
from chengmai.cases.tests.makers import make_staff
from chengmai.city.tests.makers import LAT, LON, make_component
from chengmai.identity.tests.makers import Person, signed_in_client
from chengmai.kernel.ledger import entries_of

pytestmark = pytest.mark.django_db
BASE = "/api/v1/cases"


@pytest.fixture
def staff():
    made = make_staff()
    for n in range(3):
        make_component(f"1303020101{n + 1:06d}", lon=LON + n * 1e-4, location_text=f"井盖{n}")
    make_component("1303020102000001", class_code="C0102")
    return made


def client_of(actor):
    return signed_in_client(Person.objects.get(pk=actor.id))


def report(client, **more):
    body = {
        "description": "井盖破损",
        "lon": LON,
        "lat": LAT,
        "class_code": "C0101",
        "source": "hotline",
        **more,
    }
    return client.post(BASE, body, content_type="application/json")


def name(client, case_id, code):
    return client.put(
        f"{BASE}/{case_id}/component", {"component_code": code}, content_type="application/json"
    )


def test_a_case_is_reported_with_its_component_and_the_component_knows_it(staff):
    client = client_of(staff["operator"])
    answer = report(client, component_code="1303020101000002")
    assert answer.status_code == 201, answer.content
    case_id = answer.json()["case_id"]
    found = client.get(f"{BASE}/{case_id}/component").json()
    assert found["component"]["code"] == "1303020101000002"
    assert [one["code"][-1] for one in found["near"]] == ["1", "2", "3"]
    assert found["near"][1]["metres"] == pytest.approx(8.5, abs=0.5)
    about = client.get(f"{BASE}/about/1303020101000002").json()
    assert [row["id"] for row in about] == [case_id]
    assert client.get(f"{BASE}/about/1303020101000001").json() == []
    steps = client.get(f"{BASE}/{case_id}/timeline").json()
    assert (
        steps[-1]["move"] == "component" and steps[-1]["details"]["component"] == "1303020101000002"
    )


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("1303020101009999", "No such component."),
        ("1303020102000001", "another class"),
        ("x", "No such"),
    ],
)
def test_a_component_that_does_not_fit_is_refused_and_nothing_is_written(staff, code, says):
    answer = report(client_of(staff["operator"]), component_code=code)
    assert (answer.status_code, answer.json()["code"]) == (422, "case.component_does_not_fit")
    assert says in answer.json()["detail"] and answer.json()["facts"]["field"] == "component_code"
    assert not Case.objects.exists() and not CaseComponent.objects.exists()


def test_another_component_takes_its_place_and_the_name_can_be_taken_back(staff):
    client = client_of(staff["operator"])
    case_id = report(client).json()["case_id"]
    for code in ("1303020101000001", "1303020101000001", "1303020101000003", ""):
        assert name(client, case_id, code).status_code == 200
    told = [
        row
        for row in entries_of(f"case:{case_id}")
        if row.name.endswith(CaseComponentNamed.__name__)
    ]
    assert [(row.payload["before"], row.payload["component_code"]) for row in told] == [
        ("", "1303020101000001"), ("1303020101000001", "1303020101000003"), ("1303020101000003", ""),
    ]  # fmt: skip
    assert not CaseComponent.objects.exists()


def test_another_office_learns_nothing_and_a_leader_names_nothing(staff):
    case_id = report(client_of(staff["operator"]), component_code="1303020101000001").json()[
        "case_id"
    ]
    other = client_of(staff["other"])
    assert other.get(f"{BASE}/{case_id}/component").status_code == 404
    assert name(other, case_id, "1303020101000002").status_code == 404
    assert other.get(f"{BASE}/about/1303020101000001").json() == []
    leader = client_of(staff["leader"])
    assert leader.get(f"{BASE}/{case_id}/component").json()["may_name"] is False
    assert name(leader, case_id, "1303020101000002").status_code == 403
