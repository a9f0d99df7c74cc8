"""Dividing and joining unit grids: new numbers, whole ground, components at home, old codes kept."""

from datetime import UTC, date, datetime

import pytest

from chengmai.city.actions import merge_grids, split_grid
from chengmai.city.errors import GridNotFound, GridPartsDoNotFit
from chengmai.city.faults.actions import ask_check, run_check
from chengmai.city.models import (
    Component,
    ComponentChange,
    Division,
    DutyGrid,
    GridSuccession,
    UnitGrid,
)
from chengmai.city.queries.grids import grid_fates, locate
from chengmai.city.tests.makers import COMMUNITY, HEIGHT, LAT, LON, WIDTH, make_city, make_component
from chengmai.identity.public import NotYourDuty
from chengmai.identity.tests.makers import make_actor, make_person, signed_in_client
from chengmai.identity.words import SYSTEM, Duty
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.reference import forget

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)
ACROSS = [(LON, LAT - HEIGHT), (LON, LAT + HEIGHT / 2 + HEIGHT / 10)]  # north to south, halved


@pytest.fixture
def city():
    forget()
    made = make_city()
    for level in ("district", "city"):
        Division.objects.filter(level=level).update(geometry=made.community.geometry)
    return made


def split(city):
    return split_grid(grid_code=city.grids[0].code, line=ACROSS, actor=SYSTEM, at=NOON)


def test_a_divided_grid_is_closed_and_its_parts_take_the_next_numbers(city):
    assert split(city) == [f"{COMMUNITY}005", f"{COMMUNITY}006"]
    old = UnitGrid.objects.get(pk=city.grids[0].code)
    assert old.closed_at == date(2026, 4, 15)
    new = UnitGrid.objects.get(pk=f"{COMMUNITY}005")
    assert (new.management_level, new.duty_grid_id) == ("A", city.duty_grid.code)
    assert locate(LON - WIDTH / 4, LAT).grid_code == f"{COMMUNITY}005"
    shares = GridSuccession.objects.values_list("share", flat=True)
    assert [round(share, 2) for share in shares] == [0.5, 0.5]


def test_components_come_home_with_a_line_in_their_history(city):
    make_component(lon=LON + WIDTH / 4)
    split(city)
    assert Component.objects.get().grid_id == f"{COMMUNITY}006"
    change = ComponentChange.objects.get()
    assert (change.before, change.after) == (
        {"grid_code": city.grids[0].code},
        {"grid_code": f"{COMMUNITY}006"},
    )


def test_the_city_stays_sound_when_grids_are_divided_and_joined(city):
    make_component()
    west, east = split(city)
    joined = merge_grids(grid_codes=[west, east], actor=SYSTEM, at=NOON)
    assert joined == f"{COMMUNITY}007"
    merge_grids(grid_codes=[joined, city.grids[1].code], actor=SYSTEM, at=NOON)
    check = run_check(check_id=ask_check(actor=SYSTEM, at=NOON).pk, at=NOON)
    assert check.counts == {}
    assert DutyGrid.objects.get().geometry.equals(city.duty_grid.geometry)


def test_a_closed_code_is_never_taken_again(city):
    west, _ = split(city)
    again = split_grid(
        grid_code=west, line=[(LON - WIDTH, LAT), (LON + WIDTH, LAT)], actor=SYSTEM, at=NOON
    )
    assert again == [f"{COMMUNITY}007", f"{COMMUNITY}008"]
    with pytest.raises(GridNotFound):
        split_grid(grid_code=west, line=ACROSS, actor=SYSTEM, at=NOON)


def test_the_fate_of_a_grid_follows_its_successors_to_those_in_use(city):
    west, east = split(city)
    joined = merge_grids(grid_codes=[west, city.grids[2].code], actor=SYSTEM, at=NOON)
    forget("city.grid_fates")
    fates = grid_fates()
    assert fates[city.grids[0].code].successors == tuple(sorted([east, joined]))
    assert fates[city.grids[2].code].successors == (joined,)


def test_a_line_that_does_not_divide_is_refused_and_nothing_changes(city):
    with pytest.raises(GridPartsDoNotFit):
        split_grid(
            grid_code=city.grids[0].code,
            line=[(LON, LAT), (LON + 1, LAT + 1)],
            actor=SYSTEM,
            at=NOON,
        )
    assert UnitGrid.objects.filter(closed_at__isnull=True).count() == 4


def test_grids_that_do_not_touch_or_differ_in_their_walk_are_refused(city):
    UnitGrid.objects.filter(pk=city.grids[1].pk).update(duty_grid=None)
    with pytest.raises(GridPartsDoNotFit):
        merge_grids(grid_codes=[city.grids[0].code, city.grids[1].code], actor=SYSTEM, at=NOON)
    split(city)
    with pytest.raises(GridPartsDoNotFit, match="touch"):
        merge_grids(grid_codes=[f"{COMMUNITY}005", city.grids[3].code], actor=SYSTEM, at=NOON)


def test_both_facts_are_in_the_ledger(city):
    split(city)
    names = [entry.name for entry in entries_of(f"grid:{city.grids[0].code}")]
    assert names == ["city.GridClosed", "city.GridsReplaced"]


def test_an_administrator_divides_over_http_and_nobody_else(city):
    address = f"/api/v1/city/grids/{city.grids[0].code}/split"
    body = {"line": [list(p) for p in ACROSS]}
    operator = signed_in_client(make_person([Duty.OPERATOR], None))
    assert operator.post(address, body, content_type="application/json").status_code == 403
    admin = signed_in_client(make_person([Duty.ADMIN], None))
    made = admin.post(address, body, content_type="application/json")
    assert made.json() == {"codes": [f"{COMMUNITY}005", f"{COMMUNITY}006"]}
    fate = admin.get(f"/api/v1/city/grids/{city.grids[0].code}/fate").json()
    assert fate["successors"] == [f"{COMMUNITY}005", f"{COMMUNITY}006"]
    with pytest.raises(NotYourDuty):
        split_grid(
            grid_code=COMMUNITY + "005", line=ACROSS, actor=make_actor(Duty.OPERATOR), at=NOON
        )
