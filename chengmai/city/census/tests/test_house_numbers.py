"""House numbers from tables and from OpenStreetMap; the geocoder finds them at once."""

import pytest
import shapely

from chengmai.city.addresses.models import AddressPoint
from chengmai.city.addresses.queries.find import find
from chengmai.city.addresses.rules.lines import metres
from chengmai.city.addresses.tests.makers import make_gazetteer
from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.tests import makers
from chengmai.city.tests.makers import LAT, LON

pytestmark = pytest.mark.django_db
ROWS = [
    ("人民大街", "101号", LON + 0.002, LAT + 0.0001),
    ("人民大街", "101-2号", LON + 0.0021, LAT + 0.0001),
    ("人民大街", "101号甲", LON + 0.0022, LAT + 0.0001),
    ("解放路", "202", LON + 0.0001, LAT + 0.001),
]


@pytest.fixture(autouse=True)
def city():
    return make_gazetteer()


def table(rows=ROWS):
    return [("路名", "门牌号", "经度", "纬度"), *rows]


def gbk(rows=ROWS):
    return makers.csv_of(table(rows), encoding="gb18030"), "门牌.csv"


def xlsx(rows=ROWS):
    return makers.workbook(table(rows)), "门牌.xlsx"


def shp(rows=ROWS):
    columns = {"路名": [row[0] for row in rows], "门牌号": [row[1] for row in rows]}
    shapes = [shapely.Point(row[2], row[3]) for row in rows]
    return makers.shapefile(columns, shapes, name="门牌"), "门牌.zip"


@pytest.mark.parametrize("made", [gbk, xlsx, shp])
def test_a_table_goes_in_is_found_at_once_and_goes_with_the_undo(made):
    before = list(AddressPoint.objects.order_by("pk").values())
    content, name = made()
    row = makers.taken(content, name, target="house_numbers", system="wgs84")
    assert (row.state, makers.counts(row)) == ("taken", (4, 0, 0, 0)), row.error or row.reasons
    suffixes = (
        AddressPoint.objects.filter(number=101).order_by("suffix").values_list("suffix", flat=True)
    )
    assert list(suffixes) == ["", "-2", "甲"]

    (best, *_) = find("解放路202号")
    assert best.found == "number" and metres((best.lon, best.lat), ROWS[3][2:]) < 1
    (best, *_) = find("人民大街101-2号")
    assert metres((best.lon, best.lat), ROWS[1][2:]) < 1

    again = makers.checked(content, name, target="house_numbers", system="wgs84")
    assert makers.counts(again) == (0, 0, 4, 0)
    assert makers.undone(row).not_undone == 0
    assert list(AddressPoint.objects.order_by("pk").values()) == before
    assert find("解放路202号")[0].found != "number"


def test_a_door_that_moved_is_a_change_and_what_is_no_number_is_refused_in_its_row():
    content, name = xlsx()
    makers.taken(content, name, target="house_numbers", system="wgs84")
    rows = [
        (*ROWS[0][:2], ROWS[0][2] + 0.0002, ROWS[0][3]), ("人民大街", "旁边", LON, LAT),
        ("没有的路", "7号", LON, LAT), ("人民大街", "", LON, LAT),
    ]  # fmt: skip
    row = makers.checked(makers.workbook(table(rows)), name, target="house_numbers", system="wgs84")
    assert makers.counts(row) == (1, 1, 0, 2)
    told = {one["number"]: one for one in rows_of(row)}
    wrong = [p["reason"] for one in told.values() for p in one["problems"]]
    assert wrong == ["number_unreadable", "value_missing"]
    assert [n["reason"] for one in told.values() for n in one["notes"]] == ["road_unknown"]
    (moved,) = rows_of(row, verdict="changed")
    assert moved["changes"][0]["metres"] == pytest.approx(17, abs=1)


def test_openstreetmap_brings_numbers_of_nodes_and_buildings():
    lon, lat = LON + 0.001, LAT + 0.0002
    osm = f"""<osm version="0.6">
      <node id="1" version="1" lat="{lat}" lon="{lon}"><tag k="addr:street" v="人民大街"/><tag k="addr:housenumber" v="55"/></node>
      <node id="2" version="1" lat="{lat}" lon="{lon}"/><node id="3" version="1" lat="{lat}" lon="{lon + 0.0001}"/>
      <node id="4" version="1" lat="{lat + 0.0001}" lon="{lon + 0.0001}"/><node id="5" version="1" lat="{lat + 0.0001}" lon="{lon}"/>
      <node id="6" version="1" lat="{lat}" lon="{lon}"><tag k="addr:housenumber" v="9"/></node>
      <way id="7" version="1"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="5"/><nd ref="2"/>
        <tag k="building" v="yes"/><tag k="addr:street" v="人民大街"/><tag k="addr:housenumber" v="57号"/></way>
    </osm>"""
    row = makers.sent(osm.encode(), "城.osm")
    assert {one["name"]: one["rows"] for one in row.layers} == {"buildings": 1, "house_numbers": 2}
    row = makers.taken(osm.encode(), "城.osm", target="house_numbers", layer="house_numbers", system="wgs84",
                       columns={"road": 1, "number": 2})  # fmt: skip
    assert makers.counts(row) == (2, 0, 0, 0)
    assert find("人民大街57号")[0].found == "number"
