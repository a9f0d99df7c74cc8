"""What a division or merger would give, and changes that are planned for a day to come."""

from datetime import UTC, date, datetime, timedelta

import pytest

from chengmai.city.actions.plans import make_due
from chengmai.city.areas.actions import load_default_kinds
from chengmai.city.models import Division, GridSuccession, ManagedArea, PlannedChange, UnitGrid
from chengmai.city.tests.makers import (
    COMMUNITY,
    HEIGHT,
    LAT,
    LON,
    SINCE,
    WIDTH,
    make_city,
    make_component,
)
from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
ACROSS = [[LON, LAT - HEIGHT], [LON, LAT + HEIGHT / 2 + HEIGHT / 10]]
BASE = "/api/v1/city"


@pytest.fixture
def city():
    forget()
    made = make_city()
    for level in ("district", "city"):
        Division.objects.filter(level=level).update(geometry=made.community.geometry)
    return made


@pytest.fixture
def admin():
    return signed_in_client(make_person([Duty.ADMIN]))


def post(client, path, body):
    return client.post(f"{BASE}{path}", body, content_type="application/json")


def tomorrow() -> date:
    return (datetime.now(UTC) + timedelta(hours=8, days=1)).date()


def night(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=8)


def test_a_preview_says_what_each_part_gets_and_changes_nothing(city, admin):
    make_component(lon=LON + WIDTH / 4)
    code = city.grids[0].code
    answer = post(admin, f"/grids/{code}/split/preview", {"line": ACROSS})
    assert answer.status_code == 200, answer.content
    plan = answer.json()
    assert [part["code"] for part in plan["parts"]] == [f"{COMMUNITY}005", f"{COMMUNITY}006"]
    assert [part["components"] for part in plan["parts"]] == [0, 1]
    assert plan["duty_grid_name"] == city.duty_grid.name
    assert {one["shape"]["type"] for one in plan["parts"]} == {"MultiPolygon"}

    around = admin.get(f"{BASE}/grids/{code}/around").json()
    assert (around["grid"]["code"], around["grid"]["components"]) == (code, 1)
    beside = [one["code"] for one in around["neighbours"] if one["duty_grid_code"]]
    merged = post(admin, "/grids/merge/preview", {"grid_codes": [code, beside[0]]}).json()
    assert [(part["code"], part["components"]) for part in merged["parts"]] == [
        (f"{COMMUNITY}005", 1)
    ]
    assert UnitGrid.objects.filter(closed_at__isnull=False).count() == 0

    nothing = post(admin, f"/grids/{code}/split/preview", {"line": [[LON, LAT], [LON, LAT + 1e-6]]})
    assert (nothing.status_code, nothing.json()["code"]) == (422, "city.grid_parts_do_not_fit")


def test_a_planned_division_is_made_on_its_day_and_not_before(city, admin):
    code, day = city.grids[0].code, tomorrow()
    answer = post(
        admin, "/plans", {"on": day.isoformat(), "grid_code": code, "split": {"line": ACROSS}}
    )
    assert answer.status_code == 201, answer.content
    assert UnitGrid.objects.filter(closed_at__isnull=False).count() == 0  # the trial is not kept
    assert make_due(at=night(day) - timedelta(minutes=1)) == 0
    assert make_due(at=night(day) + timedelta(minutes=2)) == 1
    assert UnitGrid.objects.get(pk=code).closed_at == day
    assert {one.on for one in GridSuccession.objects.all()} == {day}
    (told,) = admin.get(f"{BASE}/plans?kind=split_grid").json()
    assert (told["state"], told["result"]) == (
        "done",
        {"made": [f"{COMMUNITY}005", f"{COMMUNITY}006"]},
    )
    assert make_due(at=night(day) + timedelta(hours=2)) == 0


def test_a_plan_that_no_longer_fits_is_refused_on_its_day_with_the_reason(city, admin):
    code, day = city.grids[0].code, tomorrow()
    for _ in range(2):
        post(admin, "/plans", {"on": day.isoformat(), "grid_code": code, "split": {"line": ACROSS}})
    assert make_due(at=night(day) + timedelta(minutes=2)) == 2
    states = {one.state: one.error for one in PlannedChange.objects.all()}
    assert states["done"] is None and states["failed"]["code"] == "city.grid_not_found"


def test_a_plan_for_today_or_one_that_cannot_be_is_refused_and_one_can_be_given_up(city, admin):
    code, day = city.grids[0].code, tomorrow()
    body = {"on": day.isoformat(), "grid_code": code, "split": {"line": ACROSS}}
    late = post(admin, "/plans", {**body, "on": (day - timedelta(days=1)).isoformat()})
    assert (late.status_code, late.json()["code"]) == (422, "city.bad_plan")
    assert post(admin, "/plans", {**body, "grid_code": "130302001001999"}).status_code == 404
    assert post(admin, "/plans", {"on": day.isoformat()}).json()["code"] == "city.bad_plan"
    plan = post(admin, "/plans", body).json()["id"]
    assert admin.delete(f"{BASE}/plans/{plan}").status_code == 204
    assert admin.delete(f"{BASE}/plans/{plan}").status_code == 404
    assert make_due(at=night(day) + timedelta(minutes=2)) == 0
    other = signed_in_client(make_person([Duty.OPERATOR]))
    assert post(other, "/plans", body).status_code == 403


def test_an_area_may_be_planned_too(city, admin):
    load_default_kinds(valid_from=SINCE)
    w, h = WIDTH / 4, HEIGHT / 4
    ring = [
        [LON - w, LAT - h],
        [LON + w, LAT - h],
        [LON + w, LAT + h],
        [LON - w, LAT + h],
        [LON - w, LAT - h],
    ]
    import json

    shape = json.dumps({"type": "Polygon", "coordinates": [ring]})
    draw = {
        "kind": "drainage",
        "code": "PS1",
        "name": "排水一片",
        "party": "排水公司",
        "shape": shape,
    }
    day = tomorrow()
    assert post(admin, "/plans", {"on": day.isoformat(), "draw": draw}).status_code == 201
    assert not ManagedArea.objects.exists()
    make_due(at=night(day) + timedelta(minutes=2))
    assert ManagedArea.objects.get().valid_from == day
