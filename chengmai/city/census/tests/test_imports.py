"""An import from file to table and back."""

import pytest

from chengmai.city.census.models import CensusChange
from chengmai.city.census.tests import makers
from chengmai.city.census.words import ImportState
from chengmai.city.models import Component, ComponentChange
from chengmai.city.tests.makers import make_city

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def city():
    return make_city()


def test_a_shapefile_in_gbk_without_cpg_is_taken_and_taken_back():
    content = makers.shapefile(makers.components(3), makers.points(3))

    row = makers.taken(content)

    assert (row.state, makers.counts(row), row.taken) == (ImportState.TAKEN, (3, 0, 0, 0), 3)
    one = Component.objects.get(pk=makers.code(1))
    assert (one.class_code, one.state, one.location_text) == ("C0101", "intact", "海阳路0号旁")
    assert one.recorded_on.isoformat() == "2024-05-01"
    assert ComponentChange.objects.filter(import_id=row.pk, kind="created").count() == 3

    row = makers.undone(row)

    assert (row.state, row.undone, row.not_undone) == (ImportState.UNDONE, 3, 0)
    assert not Component.objects.exists()


def test_the_same_file_again_changes_nothing_and_another_shows_what_differs():
    makers.taken(makers.shapefile(makers.components(3), makers.points(3)))

    again = makers.checked(makers.shapefile(makers.components(3), makers.points(3)))
    assert makers.counts(again) == (0, 0, 3, 0)

    columns = makers.components(4, ObjState=["完好", "破损", "完好", "完好"])
    places = makers.points(4)
    places[2] = makers.points(1, makers.LON + 0.0002)[0]
    other = makers.taken(makers.shapefile(columns, places))
    assert makers.counts(other) == (1, 2, 1, 0)
    assert Component.objects.get(pk=makers.code(2)).state == "damaged"
    changes = CensusChange.objects.filter(census_import=other, verdict="changed")
    assert {change.key for change in changes} == {makers.code(2), makers.code(3)}


def test_undo_restores_the_very_rows_and_leaves_those_that_changed_since():
    makers.taken(makers.shapefile(makers.components(3), makers.points(3)))
    before = list(Component.objects.order_by("pk").values())
    columns = makers.components(4, ObjState=["破损", "破损", "破损", "完好"], Note=["新"] * 4)
    row = makers.taken(makers.shapefile(columns, makers.points(4, makers.LON + 0.0001)))
    assert makers.counts(row) == (1, 3, 0, 0)
    Component.objects.filter(pk=makers.code(2)).update(note="人工核实")

    row = makers.undone(row)

    assert (row.undone, row.not_undone) == (3, 1)
    after = {one["code"]: one for one in Component.objects.values()}
    assert after[makers.code(1)] == before[0]
    assert after[makers.code(3)] == before[2]
    assert after[makers.code(2)]["note"] == "人工核实"
    assert makers.code(4) not in after
    left = CensusChange.objects.get(census_import=row, key=makers.code(2))
    assert left.refusal == "changed_since"
