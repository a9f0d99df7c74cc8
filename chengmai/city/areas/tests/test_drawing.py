"""Drawing areas: what is said against a shape while it is drawn, days, versions, neighbours."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon

from chengmai.city.areas.actions import load_default_kinds
from chengmai.city.areas.models import ManagedArea
from chengmai.city.models import Division
from chengmai.city.tests.makers import LAT, LON, SINCE, make_city
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
BASE = "/api/v1/city/areas"
STEP = 0.001


@pytest.fixture(autouse=True)
def ground():
    forget()
    load_default_kinds(valid_from=SINCE)
    make_city()
    city = GEOSGeometry(square(-5, -5, 10), srid=4326)
    Division.objects.filter(level__in=("city", "district")).update(
        geometry=MultiPolygon(city, srid=4326)
    )
    forget()


@pytest.fixture
def admin():
    return signed_in_client(make_person([Duty.ADMIN]))


def square(x: float, y: float, size: float = 1) -> str:
    """A square of so many steps, its south-west corner so many steps from the middle."""
    w, s = LON + x * STEP, LAT + y * STEP
    e, n = w + size * STEP, s + size * STEP
    ring = [[w, s], [e, s], [e, n], [w, n], [w, s]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def bow_tie() -> str:
    ring = [[LON, LAT], [LON + STEP, LAT + STEP], [LON + STEP, LAT], [LON, LAT + STEP], [LON, LAT]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def post(client, path="", **body):
    return client.post(f"{BASE}{path}", body, content_type="application/json")


def draw(client, code="HW1", **more):
    body = {
        "kind": "sanitation",
        "code": code,
        "name": f"{code}片",
        "party": "环卫所",
        "shape": square(0, 0),
        **more,
    }
    return post(client, **body)


def faults(client, **body):
    answer = post(client, "/check", **{"kind": "sanitation", "code": "HW2", **body})
    assert answer.status_code == 200, answer.content
    return [(one["kind"], one["blocks"]) for one in answer.json()["faults"]]


def test_what_stands_against_a_shape_is_told_before_it_is_saved(admin):
    assert draw(admin).status_code == 201
    assert faults(admin, shape=square(1, 0)) == []  # it shares an edge
    assert faults(admin, shape=square(0.5, 0)) == [("overlap", True)]
    assert faults(admin, shape=square(0, 0), code="HW1") == []  # itself, drawn anew
    assert faults(admin, shape=bow_tie()) == [("crossing", True)]
    assert faults(admin, shape=square(4.5, 0, 1)) == [("outside", True)]
    overlap = post(admin, "/check", kind="sanitation", code="HW2", shape=square(0.5, 0)).json()
    (fault,) = overlap["faults"]
    assert (fault["other_code"], fault["shape"]["type"]) == ("HW1", "Polygon")
    assert fault["area_m2"] == pytest.approx(overlap["area_m2"] / 2, rel=0.01)


def test_responsibility_areas_may_overlap_and_are_told_so(admin):
    more = {"kind": "shopfront", "party": "小店"}
    assert draw(admin, **more).status_code == 201
    assert faults(admin, kind="shopfront", shape=square(0.5, 0)) == [("overlap", False)]
    assert draw(admin, "M2", shape=square(0.5, 0), **more).status_code == 201


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        (bow_tie(), "city.bad_area"),
        (square(4.9, 0, 1), "city.area_outside"),
        ("{", "city.bad_area"),
    ],
)
def test_what_blocks_is_refused_and_nothing_is_written(admin, shape, code):
    answer = draw(admin, shape=shape)
    assert (answer.status_code, answer.json()["code"], answer.json()["facts"]["field"]) == (
        422,
        code,
        "shape",
    )
    assert not ManagedArea.objects.exists()


def test_an_area_drawn_anew_keeps_what_it_was_with_its_days(admin):
    first = draw(admin, valid_from="2026-01-01").json()["id"]
    second = draw(admin, valid_from="2026-03-01", shape=square(0, 0, 2), name="大片").json()["id"]
    versions = admin.get(f"{BASE}/{second}/versions").json()
    assert [(one["id"], one["valid_from"], one["valid_to"]) for one in versions] == [
        (second, "2026-03-01", None), (first, "2026-01-01", "2026-03-01"),
    ]  # fmt: skip
    shape = admin.get(f"{BASE}/{first}").json()["shape"]
    assert GEOSGeometry(json.dumps(shape)).area == pytest.approx(STEP**2)
    early = draw(admin, valid_from="2026-02-01")
    assert (early.status_code, early.json()["facts"]["field"]) == (422, "valid_from")
    late = draw(admin, valid_from=(datetime.now(UTC).date() + timedelta(days=9)).isoformat())
    assert late.json()["facts"]["remedy"] == "Plan the change for that day."


def test_neighbours_come_whole_for_drawing_along(admin):
    for n in range(3):
        draw(admin, f"HW{n}", shape=square(n, 0))
    box = f"{LON},{LAT},{LON + 1.5 * STEP},{LAT + STEP}"
    found = admin.get(f"{BASE}/shapes?kind=sanitation&bbox={box}").json()
    assert [one["properties"]["code"] for one in found["features"]] == ["HW0", "HW1"]
    assert found["whole"] is True
    assert admin.get(f"{BASE}/shapes?kind=drainage&bbox={box}").json()["features"] == []
    assert admin.get(f"{BASE}/999999").status_code == 404


def test_only_an_administrator_draws():
    other = signed_in_client(make_person([Duty.OPERATOR]))
    assert draw(other).status_code == 403
    assert post(other, "/check", kind="sanitation", shape=square(0, 0)).status_code == 403
