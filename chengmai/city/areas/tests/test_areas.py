"""Managed areas: everything at a point in one statement, drawing, and what is refused."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengmai.city.areas.actions import draw_area, end_area, load_default_kinds
from chengmai.city.areas.errors import AreaNotFound, AreaOverlaps, BadArea
from chengmai.city.areas.models import ManagedArea
from chengmai.city.areas.queries import standing_at
from chengmai.city.tests.makers import HEIGHT, LAT, LON, SINCE, WIDTH, make_city
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import (
    make_actor,
    make_organisation,
    make_person,
    signed_in_client,
)
from chengmai.identity.words import Duty

pytestmark = pytest.mark.django_db
ADMIN = make_actor(Duty.ADMIN)
AT = datetime(2026, 5, 20, 2, 0, tzinfo=UTC)


def square(west: float = LON - WIDTH / 2, width: float = WIDTH) -> str:
    south, north, east = LAT - HEIGHT / 2, LAT + HEIGHT / 2, west + width
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def draw(kind: str, code: str, **values) -> int:
    words = {"name": f"{code} 号", "shape": square(), "party": "市容所", "actor": ADMIN, "at": AT}
    return draw_area(kind=kind, code=code, **{**words, **values})


@pytest.fixture(autouse=True)
def _kinds():
    load_default_kinds(valid_from=SINCE)


def test_every_grid_at_a_point_comes_in_one_statement():
    make_city()
    draw("sanitation", "HW001")
    draw("drainage", "PS001")
    draw("road_cleaning", "BJ001", level="一级")
    draw("greening", "YL002", shape=square(LON + WIDTH))
    with CaptureQueriesContext(connection) as seen:
        found = standing_at(LON, LAT)
    assert len(seen) == 1
    assert found.place is not None
    assert (found.place.grid_code, found.place.duty_grid_name) == (
        "130302001001001", "文化路一号责任网格",
    )  # fmt: skip
    assert [(area.kind, area.level) for area in found.areas] == [
        ("sanitation", ""), ("drainage", ""), ("road_cleaning", "一级"),
    ]  # fmt: skip
    nowhere = standing_at(LON + 1, LAT)
    assert (nowhere.place, nowhere.areas) == (None, ())


def test_the_page_says_who_answers():
    make_city(collector=make_person([Duty.COLLECTOR], name="赵巡"))
    office = make_organisation("环卫处")
    person = make_person([Duty.HANDLER], name="钱清", organisation=office)
    draw("sanitation", "HW001", organisation_id=office.pk, person_id=person.pk)
    address = f"/api/v1/city/at?lon={LON}&lat={LAT}"
    assert Client().get(address).status_code == 401
    told = signed_in_client(make_person([Duty.OPERATOR])).get(address).json()
    assert told["place"]["collector_name"] == "赵巡"
    assert [(a["organisation_name"], a["person_name"]) for a in told["areas"]] == [
        ("环卫处", "钱清")
    ]


def test_a_grid_over_another_of_its_kind_is_refused_and_a_neighbour_is_not():
    draw("sanitation", "HW001")
    with pytest.raises(AreaOverlaps):
        draw("sanitation", "HW002", shape=square(LON))
    draw("sanitation", "HW003", shape=square(LON + WIDTH / 2))
    draw("greening", "YL001")  # another trade over the same ground
    draw("shopfront", "MQ1")
    draw("shopfront", "MQ2")  # responsibility areas may lie over each other
    assert ManagedArea.objects.count() == 5


def test_a_redrawn_area_keeps_what_stood_before():
    first = draw("sanitation", "HW001")
    second = draw("sanitation", "HW001", name="换人管", shape=square(width=WIDTH / 2))
    assert first != second
    assert list(ManagedArea.objects.order_by("id").values_list("name", "valid_to")) == [
        ("HW001 号", date(2026, 5, 20)),
        ("换人管", None),
    ]
    end_area(area_id=second, actor=ADMIN, at=AT)
    assert standing_at(LON, LAT).areas == ()
    with pytest.raises(AreaNotFound):
        end_area(area_id=second, actor=ADMIN, at=AT)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("kind", {"kind": "flying"}),
        ("level", {"level": "九级"}),
        ("organisation_id", {"party": " "}),
        ("name", {"name": " "}),
        ("shape", {"shape": "POINT(1 2)"}),
        ("shape", {"shape": "nonsense"}),
        ("shape", {"shape": "POLYGON((0 0,1 1,1 0,0 1,0 0))"}),
        ("shape", {"shape": "POLYGON((0 0,500000 0,500000 500000,0 0))"}),
    ],
)
def test_an_area_that_cannot_stand_is_refused_with_the_field(field, values):
    with pytest.raises(BadArea) as refused:
        draw(**{"kind": "sanitation", "code": "HW001", **values})
    assert refused.value.facts["field"] == field
    assert ManagedArea.objects.count() == 0


def test_only_an_administrator_draws():
    with pytest.raises(NotYourDuty):
        draw("sanitation", "HW001", actor=make_actor(Duty.OPERATOR))
    client = signed_in_client(make_person([Duty.OPERATOR]))
    assert client.post("/api/v1/city/areas", {}, content_type="application/json").status_code in (
        403,
        422,
    )
    body = {"kind": "sanitation", "code": "A1", "name": "一号", "shape": square(), "party": "物业"}
    admin = signed_in_client(make_person([Duty.ADMIN]))
    made = admin.post("/api/v1/city/areas", body, content_type="application/json")
    assert made.status_code == 201
    listed = admin.get("/api/v1/city/areas?kind=sanitation").json()["items"]
    assert [(row["code"], row["party"]) for row in listed] == [("A1", "物业")]
    assert admin.delete(f"/api/v1/city/areas/{made.json()['id']}").status_code == 204
