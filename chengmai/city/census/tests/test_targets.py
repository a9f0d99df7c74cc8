"""Divisions, grids, places, roads, buildings, areas, responsibilities; and the real boundaries."""

import csv
from pathlib import Path

import pytest
import shapely

from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.tests import makers
from chengmai.city.models import (
    BaseFeature,
    Division,
    DutyGrid,
    Place,
    PlaceKind,
    Responsibility,
    UnitGrid,
)
from chengmai.city.tests.makers import HEIGHT, LAT, LON, SINCE, WIDTH, make_city
from chengmai.identity.tests.makers import make_organisation

pytestmark = pytest.mark.django_db
REAL = Path(__file__).resolve().parents[5] / "shared" / "data"
needs_real = pytest.mark.skipif(
    not REAL.exists(), reason="the real data lie beside the repository, in ../shared/data"
)


def reasons(row):
    return [sorted(p["reason"] for p in one["problems"]) for one in rows_of(row)]


@needs_real
def test_real_boundaries_in_gcj02_come_in_valid_and_names_alone_come_in_before_them():
    names = (REAL / "divisions" / "areas_1303.csv").read_bytes()
    row = makers.taken(names, "areas_1303.csv", target="divisions")
    known = len(list(csv.reader(names.decode().splitlines()))) - 1
    assert (row.taken, Division.objects.filter(geometry__isnull=True).count()) == (known, known)

    content = (REAL / "boundaries" / "130300_full.json").read_bytes()
    row = makers.sent(content, "130300_full.json")
    assert (
        row.target,
        row.found[row.layers[0]["name"]]["system"]["system"],
    ) == ("divisions", "gcj02")
    row = makers.taken(content, "130300_full.json", system="gcj02")
    assert row.changed + row.added == 7, row.reasons
    shape = Division.objects.get(code="130302").geometry
    assert shape.valid
    undone = makers.undone(row)
    assert undone.not_undone == 0
    assert Division.objects.get(code="130302").geometry is None


@needs_real
def test_real_streets_and_communities_need_their_parents():
    folder = REAL / "divisions"
    streets = (folder / "streets_1303.csv").read_bytes()
    row = makers.checked(streets, "streets.csv", target="divisions")
    assert row.added == 0
    assert {r for one in reasons(row) for r in one} == {"parent_missing"}
    for name in ("areas", "streets", "villages"):  # a few rows of other cities lack their district
        row = makers.taken(
            (folder / f"{name}_1303.csv").read_bytes(), f"{name}.csv", target="divisions"
        )
        assert {r["reason"] for r in row.reasons} <= {"parent_missing"}
        assert row.refused < row.total / 20
    assert Division.objects.filter(level="community").count() > 2_000


@needs_real
def test_the_broken_boundary_is_refused_with_its_reason():
    row = makers.checked(
        (REAL / "boundaries" / "130306.json").read_bytes(),
        "130306.json",
        system="gcj02",
        target="divisions",
    )
    assert makers.counts(row) == (0, 0, 0, 1)
    assert reasons(row) == [["swapped_centre"]]


def cell(column, row=0):
    west, south = LON - WIDTH / 2 + column * WIDTH, LAT - HEIGHT / 2 + row * HEIGHT
    return shapely.box(west, south, west + WIDTH, south + HEIGHT)


def grids(codes, shapes):
    columns = {"BGCODE": codes, "管理级别": ["A级"] * len(codes)}
    return makers.shapefile(columns, shapes, kind="Polygon", name="单元网格")


def test_unit_grids_come_in_and_one_that_lies_on_another_does_not():
    make_city()
    far = 10
    content = grids(
        [
            "130302001001101",
            "130302001001102",
            "130302001001103",
            "130302001001000",
            "130302009001001",
        ],
        [cell(far), cell(far + 1), cell(far + 1.5), cell(far + 5), cell(far + 7)],
    )
    row = makers.taken(content, "单元网格.zip")
    assert row.target == "unit_grids"
    assert reasons(row) == [[], [], ["overlap"], ["code_digits"], ["parent_missing"]]
    one = UnitGrid.objects.get(code="130302001001101")
    assert (one.management_level, one.community_id) == ("A", "130302001001")
    assert one.area_m2 == pytest.approx(10_000, rel=0.1)
    row = makers.undone(row)
    assert (row.undone, row.not_undone) == (2, 0)
    assert not UnitGrid.objects.filter(code="130302001001101").exists()


def test_a_grid_in_which_something_stands_by_now_is_not_taken_away():
    make_city()
    row = makers.taken(grids(["130302001001101"], [cell(10)]), "单元网格.zip")
    makers.taken(makers.shapefile(makers.components(1), [shapely.Point(LON + 10 * WIDTH, LAT)]))
    row = makers.undone(row)
    assert (row.undone, row.not_undone) == (0, 1)
    assert row.changes.get().refusal == "in_use"


def test_places_of_kinds_as_data_are_known_again_without_a_code():
    make_city()
    PlaceKind.objects.create(
        code="toilet",
        name="公共厕所",
        colour="#2e8b57",
        symbol="dot",
        valid_from=SINCE,
        source="test",
    )
    rows = [
        ["名称", "种类", "地址", "经度", "纬度"],
        ["海阳路公厕", "公共厕所", "海阳路1号", LON, LAT],
        ["北山公厕", "厕所?", "", LON, LAT],
    ]
    row = makers.taken(makers.csv_of(rows), "公厕.csv", system="wgs84")
    assert (row.target, makers.counts(row)) == ("places", (1, 0, 0, 1))
    one = Place.objects.get(name="海阳路公厕")
    assert (one.kind, one.division_code) == ("toilet", "130302001001")
    again = makers.checked(
        makers.csv_of(rows), "公厕.csv", system="wgs84", values={"kind": {"厕所?": "toilet"}}
    )
    assert makers.counts(again) == (1, 0, 1, 0)


def test_roads_and_buildings_of_openstreetmap_come_in_once(tmp_path):
    from chengmai.city.census.tests.test_files import osm_extract

    make_city()
    content = osm_extract(tmp_path)
    for layer, kind, shown in (("roads", "road", "海阳路"), ("buildings", "building", "")):
        row = makers.taken(content, "x.osm.pbf", target=layer, **_guessed(content, layer))
        assert row.taken == 1, rows_of(row)
        assert BaseFeature.objects.get(kind=kind).name == shown
        again = makers.checked(content, "x.osm.pbf", target=layer, **_guessed(content, layer))
        assert makers.counts(again) == (0, 0, 1, 0)
        makers.undone(row)
        assert not BaseFeature.objects.filter(kind=kind).exists()


def _guessed(content, layer):
    from chengmai.city.census.queries.imports import guess

    return guess(makers.sent(content, "x.osm.pbf"), layer, layer)


def test_duty_grids_and_responsibilities_come_in():
    make_city()
    columns = {"责任网格编码": ["130302001D09"], "名称": ["第九责任网格"]}
    content = makers.shapefile(columns, [cell(20)], kind="Polygon", name="责任网格")
    row = makers.taken(content, "责任网格.zip", target="duty_grids")
    assert (row.taken, DutyGrid.objects.get(code="130302001D09").name) == (1, "第九责任网格")

    office = make_organisation(name="排水处")
    rows = [
        ["小类代码", "区划代码", "责任单位", "依据"],
        ["C0102", "130302", "排水处", "三定方案"],
        ["C0103", "130302", "没有的处", ""],
    ]
    row = makers.taken(makers.csv_of(rows), "处置责任.csv", target="responsibilities")
    assert (row.taken, row.refused) == (1, 1)
    one = Responsibility.objects.get(class_prefix="C0102")
    assert (one.organisation_id, one.clause) == (office.pk, "三定方案")
    assert makers.counts(
        makers.checked(makers.csv_of(rows), "x.csv", target="responsibilities")
    ) == (0, 0, 1, 1)
