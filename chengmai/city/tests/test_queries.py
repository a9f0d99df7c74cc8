"""Reads of city on a real database."""

from datetime import UTC, date, datetime, time

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext

from chengmai.city.actions import change_day, load_calendar, set_office_hours
from chengmai.city.errors import ClassNotFound, NoGridHere
from chengmai.city.models import CalendarDay, Responsibility, UnitGrid
from chengmai.city.queries.calendars import office_calendar, year_card
from chengmai.city.queries.classes import class_card, class_cards, responsible_organisation
from chengmai.city.queries.grids import locate
from chengmai.city.tests.makers import COMMUNITY, LAT, LON, SINCE, forget_city, make_city
from chengmai.city.words import ManagementLevel
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import make_actor, make_organisation, make_person
from chengmai.identity.words import Duty
from chengmai.kernel.errors import BadInput
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.places import CoordinateSystem, from_wgs84
from chengmai.kernel.worktime import Allowance, Unit, due_at

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 30, 4, 0, tzinfo=UTC)


def test_a_point_is_located_in_one_statement():
    collector = make_person([Duty.COLLECTOR])
    city = make_city(collector=collector)

    with CaptureQueriesContext(connection) as seen:
        place = locate(LON, LAT)

    assert len(seen) == 1
    assert place.grid_code == f"{COMMUNITY}001"
    assert (place.district_name, place.street_name) == ("海港区", "文化路街道")
    assert (place.management_level, place.collector_id) == (ManagementLevel.A, collector.id)
    assert place.duty_grid_code == city.duty_grid.code


@pytest.mark.parametrize(
    ("lon", "lat", "mistake"),
    [
        (0, 0, "zero"),
        (LAT, LON, "swapped"),
        (-LON, LAT, "sign"),
        (13314000.0, 4854000.0, "metres"),
        (116.4, 39.9, "outside"),
        (float("nan"), LAT, "not_a_number"),
        ("119.6", LAT, "not_a_number"),
    ],
)
def test_a_point_that_cannot_be_right_names_the_likely_mistake(lon, lat, mistake):
    make_city()
    with pytest.raises(BadInput) as refusal:
        locate(lon, lat)
    assert (refusal.value.facts["field"], refusal.value.facts["mistake"]) == ("point", mistake)


def test_a_point_in_another_coordinate_system_is_recognised_at_the_edge():
    make_city()
    shifted = from_wgs84(119.6999, 39.95, CoordinateSystem.BD09)
    with pytest.raises(BadInput) as refusal:
        locate(*shifted)
    assert refusal.value.facts["mistake"] in ("bd09", "gcj02")


def test_a_point_in_the_city_without_a_grid_says_so():
    make_city()
    with pytest.raises(NoGridHere):
        locate(119.64, 39.95)


def test_a_point_on_a_common_edge_belongs_to_the_lower_code():
    city = make_city()
    edge = city.grids[0].geometry.extent[2]
    assert locate(edge, LAT).grid_code == f"{COMMUNITY}001"


def test_a_closed_grid_is_found_no_more_and_its_code_is_never_used_again():
    city = make_city()
    grid = city.grids[0]
    UnitGrid.objects.filter(pk=grid.code).update(closed_at=date(2026, 1, 1))
    with pytest.raises(NoGridHere):
        locate(LON, LAT)
    with pytest.raises(ProgrammingError), transaction.atomic():
        UnitGrid.objects.filter(pk=grid.code).update(closed_at=None)
    with pytest.raises(ProgrammingError), transaction.atomic():
        grid.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitGrid.objects.create(
            code=grid.code, community=city.community, geometry=grid.geometry, opened_at=SINCE
        )


@pytest.mark.parametrize("code", ["13030200100100", "130302001002001", COMMUNITY + "000", "x" * 15])
def test_a_grid_code_has_fifteen_digits_and_begins_with_its_community(code):
    city = make_city()
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitGrid.objects.create(
            code=code,
            community=city.community,
            geometry=city.grids[0].geometry,
            opened_at=SINCE,
        )


def test_a_class_comes_with_its_conditions_and_limits():
    make_city()
    card = class_card("C0101")
    assert card.conditions[0].limits[ManagementLevel.A] == Allowance(2, Unit.EMERGENCY_HOUR)
    assert card.condition(card.conditions[1].id) == card.conditions[1]
    with pytest.raises(ClassNotFound):
        class_card("C9999'; DROP TABLE city_matterclass; --")


def test_classes_are_read_from_memory():
    make_city()
    class_cards()
    with CaptureQueriesContext(connection) as seen:
        class_card("E0112")
        responsible_organisation("E0112", f"{COMMUNITY}001")
        responsible_organisation("E0112", f"{COMMUNITY}001")
    assert len(seen) <= 1


def test_the_longest_class_prefix_is_responsible_then_the_longest_division():
    city, roads, lamps, north = make_city(), *(make_organisation() for _ in range(3))
    for prefix, division, organisation in (
        ("", "", roads),
        ("C01", "", lamps),
        ("C01", "130302001", north),
        ("", COMMUNITY, roads),
    ):
        Responsibility.objects.create(
            class_prefix=prefix,
            division_prefix=division,
            organisation=organisation,
            valid_from=SINCE,
        )
    forget_city()
    assert responsible_organisation("C0137", city.grids[0].code) == north.id
    assert responsible_organisation("C0137", "130303001001001") == lamps.id
    assert responsible_organisation("E0112", city.grids[0].code) == roads.id


def test_the_calendar_knows_holidays_and_make_up_days():
    make_city()
    due = due_at(NOON, Allowance(1, Unit.WORK_DAY), office_calendar())
    assert due == datetime(2026, 5, 6, 4, 0, tzinfo=UTC)
    assert office_calendar().windows_on(date(2026, 5, 9))


def test_an_organisation_may_keep_its_own_hours():
    make_city()
    night_shift = make_organisation()
    set_office_hours(
        organisation_id=night_shift.id,
        windows={weekday: [(time(6), time(20))] for weekday in range(7)},
        actor=make_actor(Duty.ADMIN),
    )
    assert office_calendar(night_shift.id).windows_on(date(2026, 4, 25))
    assert not office_calendar().windows_on(date(2026, 4, 25))
    assert office_calendar(make_organisation().id) is office_calendar()


def test_editing_a_day_is_announced_once():
    make_city()
    admin = make_actor(Duty.ADMIN, id=9)
    before = len(entries_of("calendar:2026"))
    day = date(2026, 6, 6)

    assert change_day(day=day, working=True, name="补班", actor=admin, at=NOON)
    assert not change_day(day=day, working=True, name="补班", actor=admin, at=NOON)
    assert change_day(day=day, working=True, name="端午补班", actor=admin, at=NOON)

    told = entries_of("calendar:2026")[before:]
    assert [entry.payload["working"] for entry in told] == [True]
    assert office_calendar().windows_on(day)


def test_only_an_administrator_edits_the_calendar():
    make_city()
    with pytest.raises(NotYourDuty):
        change_day(
            day=date(2026, 6, 6),
            working=True,
            name="",
            actor=make_actor(Duty.DISPATCHER),
            at=NOON,
        )


def test_published_years_are_loaded_and_an_unpublished_year_is_flagged():
    assert load_calendar(years=[2025, 2026, 2027]) == [2027]
    assert load_calendar(years=[2026]) == []
    named = {row.date: row for row in CalendarDay.objects.filter(date__year=2026)}
    assert named[date(2026, 10, 1)].name == "国庆节"
    assert not named[date(2026, 2, 17)].working
    forget_city()
    assert year_card(2026).certain
    assert not year_card(2027).certain
    assert year_card(2027).working_days > 255
    assert not office_calendar().certain(datetime(2027, 3, 1, tzinfo=UTC))
