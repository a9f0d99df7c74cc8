"""Every invariant of the grids: a sound city is clean, and each way of breaking it is found."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.db import connection

from chengmai.city.actions import close_grid
from chengmai.city.faults.actions import ask_check, run_check, stop_check
from chengmai.city.faults.command import check_all_grids
from chengmai.city.faults.errors import CheckRunning
from chengmai.city.faults.models import GridCheck, GridFault
from chengmai.city.faults.queries import fault_cards
from chengmai.city.models import Component, Division, DutyGrid, UnitGrid
from chengmai.city.tests.makers import COMMUNITY, HEIGHT, LAT, LON, WIDTH, make_city, make_component
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import make_actor, make_person, signed_in_client
from chengmai.identity.words import SYSTEM, Duty

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)


@pytest.fixture
def city():
    made = make_city()
    for level in ("district", "city"):  # the land is divided to its last corner
        Division.objects.filter(level=level).update(geometry=made.community.geometry)
    make_component()
    return made


def box(west, south, east, north):
    polygon = Polygon.from_bbox((west, south, east, north))
    polygon.srid = 4326
    return MultiPolygon(polygon, srid=4326)


def counts():
    check = ask_check(actor=SYSTEM, at=NOON)
    return run_check(check_id=check.pk, at=NOON).counts


def shift(grid, by):
    west, south, east, north = grid.geometry.extent
    UnitGrid.objects.filter(pk=grid.pk).update(geometry=box(west + by, south, east + by, north))


def test_a_sound_city_has_no_fault(city):
    said = []
    assert check_all_grids(at=NOON, say=said.append) == 0
    assert said[-1] == "The grids are sound."
    assert "4 open grids" in said[-2]


def test_ground_that_no_grid_covers_is_a_gap_of_its_size(city):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE city_unitgrid SET closed_at = opened_at WHERE code = %s", [city.grids[3].code]
        )
    assert counts() == {"gap": 1, "duty_shape": 1}
    gap = GridFault.objects.get(kind="gap")
    assert gap.code == COMMUNITY
    assert gap.area_m2 == pytest.approx(WIDTH * 85_400 * HEIGHT * 111_000, rel=0.02)


def test_a_district_with_land_of_no_community_has_a_gap(city):
    west, south, east, north = city.community.geometry.extent
    Division.objects.filter(pk=city.district.pk).update(
        geometry=box(west, south, east + 0.001, north)
    )
    assert counts() == {"gap": 1}


def test_grids_that_overlap_are_found_as_a_pair_with_the_common_ground(city):
    shift(city.grids[0], WIDTH / 10)
    found = counts()
    assert found["overlap"] == 1 and found["gap"] == 1
    fault = GridFault.objects.get(kind="overlap")
    assert (fault.code, fault.other) == (city.grids[0].code, city.grids[1].code)


def test_a_grid_that_leaves_its_community_is_found(city):
    shift(city.grids[1], WIDTH / 10)
    assert counts()["outside_community"] == 1


def test_a_grid_of_a_community_that_is_no_more_is_found(city):
    Division.objects.filter(pk=city.community.pk).update(valid_to=date(2026, 1, 1))
    assert counts()["community_closed"] == 4


def test_a_grid_under_something_that_is_no_community_has_a_wrong_prefix(city):
    Division.objects.filter(pk=city.community.pk).update(level="community")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE city_division DROP CONSTRAINT division_code_fits_its_level")
        cursor.execute("UPDATE city_division SET level = 'street' WHERE code = %s", [COMMUNITY])
    assert counts()["prefix"] == 4


def test_components_outside_every_grid_or_under_another_are_found(city):
    make_component("1303020101000002", lon=LON + 1, lat=LAT)
    make_component("1303020101000003", lon=LON + WIDTH, lat=LAT)
    assert counts() == {"stray_component": 1, "misplaced_component": 1}
    stray = GridFault.objects.get(kind="stray_component")
    assert (stray.code, stray.geometry.x) == ("1303020101000002", LON + 1)
    assert GridFault.objects.get(kind="misplaced_component").other == city.grids[1].code


def test_a_component_on_a_common_edge_is_at_home_in_either_grid(city):
    edge = city.grids[0].geometry.extent[2]
    for grid in city.grids[:2]:
        Component.objects.all().update(point=Point(edge, LAT, srid=4326), grid=grid)
        assert counts() == {}


def test_a_duty_grid_that_is_not_its_unit_grids_is_found(city):
    west, south, east, north = city.duty_grid.geometry.extent
    DutyGrid.objects.all().update(geometry=box(west, south, east, north - HEIGHT))
    assert counts() == {"duty_shape": 1}


def test_a_unit_grid_that_nobody_walks_is_found(city):
    UnitGrid.objects.filter(pk=city.grids[2].pk).update(duty_grid=None)
    assert counts() == {"duty_shape": 1, "no_duty_grid": 1}


def test_a_closed_code_that_is_open_again_is_found_by_the_ledger(city):
    close_grid(grid_code=city.grids[0].code, actor=SYSTEM, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE city_unitgrid DISABLE TRIGGER USER")
        cursor.execute("UPDATE city_unitgrid SET closed_at = NULL")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE city_unitgrid ENABLE TRIGGER USER")
    assert counts() == {"reused_code": 1}


def test_only_an_administrator_asks_and_only_one_check_is_at_work(city):
    with pytest.raises(NotYourDuty):
        ask_check(actor=make_actor(Duty.OPERATOR), at=NOON)
    check = ask_check(actor=SYSTEM, at=NOON)
    with pytest.raises(CheckRunning):
        ask_check(actor=SYSTEM, at=NOON)
    stop_check(check_id=check.pk, actor=SYSTEM, at=NOON)
    assert run_check(check_id=ask_check(actor=SYSTEM, at=NOON).pk, at=NOON).state == "done"


def test_the_last_five_checks_are_kept(city):
    for _ in range(7):
        counts()
    assert GridCheck.objects.count() == 5


def test_an_administrator_reads_what_was_found_and_others_do_not(city, client):
    make_component("1303020101000002", lon=LON + 1, lat=LAT)
    admin = signed_in_client(make_person([Duty.ADMIN], None))
    asked = admin.post("/api/v1/city/grid-checks", content_type="application/json")
    assert asked.status_code == 202
    number = asked.json()["id"]
    run_check(check_id=number, at=NOON)
    one = admin.get(f"/api/v1/city/grid-checks/{number}").json()
    assert (one["state"], one["done"], one["counts"]) == ("done", 7, {"stray_component": 1})
    (fault,) = admin.get(f"/api/v1/city/grid-checks/{number}/faults").json()
    assert (fault["code"], round(fault["lon"], 6)) == ("1303020101000002", LON + 1)
    other = signed_in_client(make_person([Duty.OPERATOR], None))
    assert other.get("/api/v1/city/grid-checks").status_code == 403
    assert client.get("/api/v1/city/grid-checks").status_code == 401
    assert fault_cards(number, kind="gap") == []
