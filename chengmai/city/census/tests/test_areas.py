"""Managed areas from files: GeoJSON and Shapefile in GBK, refused row by row, repeatable, undone."""

import json

import pytest
import shapely

from chengmai.city.areas.actions import load_default_kinds
from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.tests import makers
from chengmai.city.models import ManagedArea
from chengmai.city.tests.makers import LAT, LON, SINCE, make_city
from chengmai.identity.tests.makers import make_organisation

pytestmark = pytest.mark.django_db
STEP = 0.001


@pytest.fixture(autouse=True)
def city():
    load_default_kinds(valid_from=SINCE)
    make_organisation("环卫一公司")
    return make_city()


def square(n):
    return shapely.box(LON + n * STEP, LAT, LON + (n + 1) * STEP, LAT + STEP)


def table(number, *, units=None, names=None):
    return {
        "种类": ["环卫作业网格"] * number,
        "编码": [f"HW{n}" for n in range(number)],
        "名称": list(names or [f"环卫{n}片" for n in range(number)]),
        "单位": list(units or ["环卫一公司"] * number),
    }


def geojson(number, **more):
    columns = table(number, **more)
    features = [
        {
            "type": "Feature",
            "properties": {name: values[n] for name, values in columns.items()},
            "geometry": json.loads(shapely.to_geojson(square(n))),
        }
        for n in range(number)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def shapefile(number, **more):
    shapes = [square(n) for n in range(number)]
    return makers.shapefile(table(number, **more), shapes, name="环卫网格", kind="Polygon")


@pytest.mark.parametrize(
    ("content", "name"), [(geojson, "环卫网格.geojson"), (shapefile, "环卫网格.zip")]
)
def test_areas_come_in_repeatably_and_go_with_the_undo(content, name):
    row = makers.taken(content(3), name, target="areas")
    assert (row.state, makers.counts(row)) == ("taken", (3, 0, 0, 0)), row.error or row.reasons
    area = ManagedArea.objects.get(code="HW1")
    assert (area.kind_id, area.name, area.organisation.name) == (
        "sanitation",
        "环卫1片",
        "环卫一公司",
    )

    again = makers.checked(content(3), name, target="areas")
    assert makers.counts(again) == (0, 0, 3, 0)
    changed = makers.taken(content(3, names=["改名", "环卫1片", "环卫2片"]), name, target="areas")
    assert makers.counts(changed) == (0, 1, 2, 0)
    assert ManagedArea.objects.filter(valid_to__isnull=True).count() == 3

    assert makers.undone(changed).not_undone == 0
    assert ManagedArea.objects.get(code="HW0").name == "环卫0片"
    assert makers.undone(row).undone == 3
    assert not ManagedArea.objects.exists()


def test_an_unknown_unit_is_refused_in_its_row_and_can_be_left_empty():
    content = shapefile(3, units=["环卫一公司", "没有的公司", "环卫一公司"])
    row = makers.checked(content, "环卫网格.zip", target="areas")
    assert makers.counts(row) == (2, 0, 0, 1)
    (refused,) = rows_of(row, verdict="refused")
    assert (refused["number"], [p["reason"] for p in refused["problems"]]) == (
        2,
        ["organisation_unknown"],
    )
    lenient = makers.check_again(row, unknown_organisations="empty")
    assert makers.counts(lenient) == (3, 0, 0, 0)


def test_grids_of_one_kind_that_overlap_are_refused_by_row():
    columns = table(2)
    shapes = [square(0), shapely.box(LON + STEP / 2, LAT, LON + 1.5 * STEP, LAT + STEP)]
    content = makers.shapefile(columns, shapes, name="环卫网格", kind="Polygon")
    row = makers.checked(content, "环卫网格.zip", target="areas")
    assert makers.counts(row) == (1, 0, 0, 1)
    (refused,) = rows_of(row, verdict="refused")
    assert [p["reason"] for p in refused["problems"]] == ["overlap"]
