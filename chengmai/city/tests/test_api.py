"""City over HTTP."""

import pytest
from django.test import Client

from chengmai.city.api.reference import ClassOut
from chengmai.city.models import Place
from chengmai.city.tests.makers import LAT, LON, make_city
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.places import CoordinateSystem, from_wgs84

pytestmark = pytest.mark.django_db
API = "/api/v1/city"


def test_the_classes_come_with_limits_in_words():
    make_city()
    answer = Client().get(f"{API}/classes?kind=component").json()
    cover = next(row for row in answer if row["code"] == "C0101")
    assert cover["conditions"][0]["limits"]["A"] == {
        "amount": 2,
        "unit": "eh",
        "text": "2紧急工作时",
    }
    assert all(row["kind"] == "component" for row in answer)


def test_the_classes_keep_the_shape_of_the_document_and_are_sent_once():
    make_city()
    first = Client().get(f"{API}/classes")
    for row in first.json():
        assert ClassOut.model_validate(row).model_dump(mode="json") == row
    again = Client().get(f"{API}/classes", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_point_of_another_map_is_located_by_naming_its_system():
    make_city()
    lon, lat = from_wgs84(LON, LAT, CoordinateSystem.GCJ02)
    answer = Client().get(f"{API}/locate?lon={lon}&lat={lat}&system=gcj02").json()
    assert answer["grid_code"] == "130302001001001"
    assert round(answer["lon"], 5) == LON


@pytest.mark.parametrize(
    ("query", "mistake"), [("lon=0&lat=0", "zero"), (f"lon={LAT}&lat={LON}", "swapped")]
)
def test_a_wrong_point_is_refused_with_its_mistake(query, mistake):
    make_city()
    answer = Client().get(f"{API}/locate?{query}")
    assert answer.status_code == 422
    assert answer.json()["facts"]["mistake"] == mistake


def test_the_map_says_where_to_look_and_which_layers_there_are():
    make_city()
    answer = Client().get(f"{API}/map").json()
    assert answer["base"] == {"kind": "own"}
    assert answer["bounds"] == [119.5, 39.85, 119.7, 40.0]
    assert "components" not in [layer["id"] for layer in answer["layers"]]
    staff = signed_in_client(make_person([Duty.OPERATOR])).get(f"{API}/map").json()
    assert "components" in [layer["id"] for layer in staff["layers"]]


def test_names_are_found_and_wildcards_are_only_letters():
    make_city()
    Place.objects.create(name="文化宫", kind="museum", point=f"POINT({LON} {LAT})")
    found = Client().get(f"{API}/search", {"q": "文化"}).json()
    assert [row["name"] for row in found] == ["文化路街道", "文化宫"]
    for text in ("%", "_", "' OR 1=1 --", "<script>"):
        assert Client().get(f"{API}/search", {"q": text}).json() == []


def test_an_administrator_edits_a_day_and_others_do_not():
    make_city()
    day = f"{API}/calendar/days/2026-06-06"
    body = {"working": True, "name": "补班"}
    operator = signed_in_client(make_person([Duty.OPERATOR]))
    assert operator.put(day, body, content_type="application/json").status_code == 403
    admin = signed_in_client(make_person([Duty.ADMIN]))
    answer = admin.put(day, body, content_type="application/json")
    assert answer.status_code == 200
    assert {
        "date": "2026-06-06",
        "working": True,
        "name": "补班",
        "source": "本市",
    } in answer.json()["days"]
    assert admin.get(f"{API}/calendar/2027").json()["certain"] is False
    assert admin.get(f"{API}/calendar/9999").status_code == 422


def test_divisions_are_listed_by_level():
    make_city()
    answer = Client().get(f"{API}/divisions?level=community&within=130302").json()
    assert answer == [{"code": "130302001001", "name": "金三角社区", "level": "community"}]
