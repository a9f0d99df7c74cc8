"""What is refused row by row, and why; what is noticed; what a person may choose."""

import pytest
import shapely

from chengmai.city.census.queries.rows import rows_of
from chengmai.city.census.tests import makers
from chengmai.city.models import Component
from chengmai.city.tests.makers import LAT, LON, make_city
from chengmai.identity.tests.makers import make_organisation

pytestmark = pytest.mark.django_db
HERE = (LON, LAT)


@pytest.fixture(autouse=True)
def city():
    return make_city()


def table(*rows, head=("标识码", "经度", "纬度", "状态", "普查日期", "主管部门")):
    return makers.csv_of([head, *rows])


def line(code=None, lon=LON, lat=LAT, state="完好", day="2024-05-01", office=""):
    return [makers.code(1) if code is None else code, lon, lat, state, day, office]


def reasons(row):
    return [sorted(p["reason"] for p in one["problems"]) for one in rows_of(row)]


def checked(*lines, **choices):
    return makers.checked(table(*lines), "部件.csv", **{"system": "wgs84", **choices})


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"code": ""}, "code_missing"),
        ({"code": "1.30302E+15"}, "code_rounded"),
        ({"code": "13030201010001"}, "code_digits"),
        ({"code": "130302010100000X"}, "code_digits"),
        ({"code": makers.code(1, "0999")}, "class_unknown"),
        ({"code": makers.code(1, division="130303")}, "division_differs"),
        ({"lon": "", "lat": ""}, "no_geometry"),
        ({"lon": "东一百一十九"}, "bad_coordinates"),
        ({"lon": 0, "lat": 0}, "zero"),
        ({"lon": LAT, "lat": LON}, "swapped"),
        ({"lon": 116.4, "lat": 39.9}, "outside"),
        ({"lon": LON + 0.02, "lat": LAT}, "no_grid"),
        ({"state": "很旧"}, "value_unknown"),
        ({"day": "05/04/2024"}, "date_ambiguous"),
        ({"day": "昨天"}, "date_unreadable"),
        ({"day": "2098-01-01"}, "date_implausible"),
        ({"office": "不存在的处"}, "organisation_unknown"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(given, reason):
    row = checked(line(**given), line(code=makers.code(2)))
    found = reasons(row)
    assert reason in found[0]
    assert found[1] == []
    assert all(p["words"] for p in rows_of(row)[0]["problems"])


@pytest.mark.parametrize(
    "day",
    [
        "2024-05-01",
        "2024/5/1",
        "20240501",
        "2024年5月1日",
        "2024.05.01 08:30:00",
        "45413",
        "2024-05",
        "2024年5月",
        "",
    ],
)
def test_days_come_in_many_forms(day):
    row = checked(line(day=day))
    assert makers.counts(row) == (1, 0, 0, 0), rows_of(row)


@pytest.mark.parametrize("code", ['="1303020101000001"', "'1303020101000001", "１３０３０２０１０１０００００１", "1303020101000001.0"])  # fmt: skip
def test_codes_are_freed_from_what_spreadsheets_put_around_them(code):
    row = makers.taken(table(line(code=code)), "部件.csv", system="wgs84")
    assert row.taken == 1, rows_of(row)
    assert Component.objects.get().pk == makers.code(1)


def test_a_code_twice_in_a_file_is_taken_once_and_the_other_row_named():
    row = checked(
        line(), line(state="破损"), line(code=makers.code(2), lat=91), line(code=makers.code(2))
    )
    assert makers.counts(row) == (2, 0, 0, 2)
    found = rows_of(row)
    assert found[1]["problems"][0]["reason"] == "duplicate_in_file"
    assert "第 2 行" in found[1]["problems"][0]["words"]
    assert found[3]["verdict"] == "added"  # its broken twin stands before it and is refused


def test_organisations_are_found_by_name_number_or_choice_or_left_empty():
    office = make_organisation(name="市政设施管理处")
    row = makers.taken(
        table(
            line(office="市政设施管理处"),
            line(code=makers.code(2), office=office.pk),
            line(code=makers.code(3), office="市政处(旧)"),
            line(code=makers.code(4), office="不知哪里"),
        ),
        "部件.csv",
        system="wgs84",
        values={"manager": {"市政处(旧)": str(office.pk)}},
        unknown_organisations="empty",
    )
    assert row.taken == 4
    assert list(Component.objects.order_by("pk").values_list("manager_id", flat=True)) == [
        office.pk
    ] * 3 + [None]
    assert rows_of(row)[3]["notes"][0]["reason"] == "left_empty"


def test_the_mapping_is_remembered_for_files_of_the_same_columns():
    head = ("甲", "乙", "丙")
    content = makers.csv_of([head, (makers.code(1), LON, LAT)])
    row = makers.sent(content, "x.csv")
    assert row.target == ""
    from chengmai.city.census.actions.checking import start_check
    from chengmai.city.census.queries.imports import guess

    chosen = {"columns": {"code": 0, "lon": 1, "lat": 2}, "system": "wgs84"}
    start_check(
        import_id=row.pk, target="components", choices=chosen, actor=makers.SYSTEM, at=makers.NOW
    )
    assert makers.counts(makers.done(row)) == (1, 0, 0, 0)
    later = makers.sent(makers.csv_of([("丙", "甲", "乙"), (LAT, makers.code(1), LON)]), "y.csv")
    assert guess(later, "", "components")["columns"] == {"code": 1, "lon": 2, "lat": 0}


@pytest.mark.parametrize("system", ["gcj02", "bd09", "epsg:4549", "epsg:4528"])
def test_other_coordinate_systems_come_to_the_same_place(system):
    import numpy as np

    from chengmai.city.census.rules.systems import from_degrees

    there = from_degrees(system)(np.array([HERE]))[0]
    row = makers.taken(
        table(line(lon=float(there[0]), lat=float(there[1]))), "部件.csv", system=system
    )
    assert row.taken == 1, rows_of(row)
    point = Component.objects.get().point
    assert (point.x, point.y) == pytest.approx(HERE, abs=1e-8)


def test_a_wrong_prj_becomes_a_question_with_the_system_that_fits():
    import numpy as np

    from chengmai.city.census.rules.systems import from_degrees

    x, y = from_degrees("epsg:4549")(np.array([HERE]))[0]
    content = makers.shapefile(makers.components(1), [shapely.Point(x, y)], crs="EPSG:4326")
    row = makers.sent(content)
    finding = row.found["部件"]["system"]
    assert (finding["sure"], finding["why"], finding["candidates"]) == (False, "declared_does_not_fit", ["epsg:4549"])  # fmt: skip
    assert row.choices["system"] == ""


def test_shapes_of_another_kind_and_empty_ones_are_refused_row_by_row():
    shapes = [
        shapely.Point(HERE),
        shapely.LineString([HERE, (LON, LAT + 1e-4)]),
        None,
        shapely.MultiPoint([HERE]),
    ]
    features = ",".join(
        f'{{"type":"Feature","properties":{{"ObjID":"{makers.code(n + 1)}"}},"geometry":'
        f"{shapely.to_geojson(shape) if shape is not None else 'null'}}}"
        for n, shape in enumerate(shapes)
    )
    content = f'{{"type":"FeatureCollection","features":[{features}]}}'.encode()
    row = makers.checked(content, "x.geojson", target="components")
    assert reasons(row) == [[], ["geometry_kind"], ["no_geometry"], []]
