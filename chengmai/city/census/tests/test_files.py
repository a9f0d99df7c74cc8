"""Files as they really come: odd archives, encodings, sheets, shapes; each read or refused clearly."""

import io
import struct
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
import shapely

from chengmai.city.census.errors import FileNotReadable, FileTooLarge, UnsafeArchive
from chengmai.city.census.gateways.source import OpenedFile
from chengmai.city.census.tests import makers
from chengmai.city.census.words import FileKind, Limits

LIMITS = Limits(bytes=10**7, unpacked=10**7, rows=10**5)


@pytest.fixture
def opened(tmp_path):
    def open_file(content, limits=LIMITS):
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        (folder / "sent").write_bytes(content)
        return OpenedFile(folder / "sent", "文件", folder, limits)

    return open_file


def small():
    return makers.shapefile(makers.components(2), makers.points(2))


def test_a_shapefile_lies_in_a_folder_with_a_chinese_name_written_in_gbk(opened):
    """Chinese Windows writes the bytes of GBK and no flag that says UTF-8."""
    content = small()
    with zipfile.ZipFile(io.BytesIO(content)) as box:
        files = {f"pppp/{'x' * 4}{name[2:]}": box.read(name) for name in box.namelist()}
    gbk = makers.zip_of(files).replace(b"pppp/xxxx", "普查/部件".encode("gb18030"))
    file = opened(gbk)
    assert (file.kind, file.layers[0].name) == (FileKind.SHAPEFILE, "部件")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_texts_in_gbk_and_utf8_are_told_apart_without_a_cpg(opened, encoding):
    file = opened(makers.shapefile(makers.components(3), makers.points(3), encoding=encoding))
    layer = file.layers[0]
    assert layer.encoding == encoding
    assert file.sample(layer.name, 1)[0].values[3] == "海阳路0号旁"


def test_a_wrong_cpg_is_overruled_by_the_bytes(opened):
    box = zipfile.ZipFile(io.BytesIO(small()))
    files = {name: box.read(name) for name in box.namelist()} | {"部件.cpg": b"UTF-8"}
    layer = opened(makers.zip_of(files)).layers[0]
    assert (layer.encoding, layer.notes) == ("gb18030", ("cpg_wrong",))


def test_two_shapefiles_in_one_archive_are_two_layers(opened):
    files = {}
    for name in ("井盖", "路灯"):
        content = makers.shapefile(makers.components(2), makers.points(2), name=name)
        box = zipfile.ZipFile(io.BytesIO(content))
        files |= {entry: box.read(entry) for entry in box.namelist()}
    assert sorted(layer.name for layer in opened(makers.zip_of(files)).layers) == ["井盖", "路灯"]


def test_a_zip_in_a_zip_is_opened_once_and_not_twice(opened):
    once = makers.zip_of({"inner.zip": small()})
    assert opened(once).layers[0].rows == 2
    with pytest.raises(UnsafeArchive) as refused:
        opened(makers.zip_of({"outer.zip": once}))
    assert refused.value.facts["reason"] == "nested"


@pytest.mark.parametrize("name", ["../../x.shp", "/etc/x.shp", "C:\\x.shp", "a\\..\\..\\x.shp"])
def test_a_name_that_leaves_the_folder_is_refused(opened, name):
    with pytest.raises(UnsafeArchive) as refused:
        opened(makers.zip_of({name: b"x", "x.dbf": b"x"}))
    assert refused.value.facts["remedy"]


def test_a_bomb_is_refused_by_its_size_also_when_the_header_lies(opened):
    bomb = makers.zip_of({"a.csv": b"0" * 20_000_000})
    with pytest.raises(FileTooLarge):
        opened(bomb)
    small_claim = bytearray(makers.zip_of({"a.csv": b"0" * 12_000_000}))
    at = small_claim.rindex(b"PK\x01\x02")
    small_claim[at + 24 : at + 28] = struct.pack("<I", 1000)
    with pytest.raises((FileTooLarge, FileNotReadable)):
        opened(bytes(small_claim))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04broken", "bad_archive"),
        (makers.zip_of({"readme.md": b"x"}), "empty_archive"),
        (makers.zip_of({"a.shp": b"\x00\x00\x27\x0a"}), "no_dbf"),
        (b"\x00\x00\x27\x0a" + b"\x00" * 200, "bare_shp"),
        (b"<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>", "xml"),
        (b"<!DOCTYPE kml [<!ENTITY a 'b'>]><kml/>", "entities"),
        (b'{"type": "FeatureCollection", "features": [', "gdal"),
        (b"%PDF-1.7", "pdf"),
        (bytes(range(256)) * 50, "not_text"),
        (b"ObjID\n", "no_rows"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(opened, content, reason):
    with pytest.raises(FileNotReadable) as refused:
        opened(content)
    assert refused.value.facts["reason"] == reason
    assert refused.value.facts["remedy"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_as_text_is_read_in_its_encoding_below_a_title(opened, encoding):
    rows = [
        ["城市部件普查表", "", ""],
        ["标识码", "经度", "纬度"],
        [makers.code(1), "119.6", "39.93"],
    ]
    file = opened(makers.csv_of(rows, encoding))
    layer = file.layers[0]
    assert layer.columns == ("标识码", "经度", "纬度")
    assert file.sample(layer.name, 5)[0].values == (makers.code(1), "119.6", "39.93")


def test_a_merged_header_and_a_hidden_sheet_are_seen_through(opened):
    rows = [
        ["部件普查", None, None, None, None],
        ["标识码", "主管部门", None, "坐标", None],
        [None, "代码", "名称", "经度", "纬度"],
        [makers.code(1), "01", "市政处", 119.6, 39.93],
    ]
    content = makers.workbook(rows, merges=("A1:E1", "B2:C2", "D2:E2", "A2:A3"), hidden=True)
    file = opened(content)
    first = file.layers[0]
    assert (first.name, first.hidden, file.layers[-1].hidden) == ("数据", False, True)
    assert first.columns == ("标识码", "主管部门代码", "主管部门名称", "经度", "纬度")
    assert file.sample("数据", 5)[0].values[2] == "市政处"


def test_numbers_of_a_spreadsheet_longer_than_it_can_keep_show_as_rounded(opened):
    file = opened(makers.workbook([["标识码", "经度", "纬度"], [1303020101000001, 119.6, 39.93]]))
    assert file.sample(file.layers[0].name, 1)[0].values[0] == "1.30302E+15"


def test_heights_are_dropped_and_shapes_of_several_kinds_stay_readable(opened):
    shapes = [shapely.Point(119.6, 39.93, 7), None, shapely.Point(np.nan, np.nan)]
    columns = {"ObjID": [makers.code(n) for n in range(3)]}
    file = opened(makers.shapefile(columns, shapes, kind="Point Z"))
    rows = file.sample(file.layers[0].name, 5)
    assert shapely.from_wkb(rows[0].wkb).has_z is False
    assert rows[1].wkb is None


def test_openstreetmap_gives_roads_buildings_and_named_places(opened, tmp_path):
    file = opened(osm_extract(tmp_path))
    found = {layer.name: layer.rows for layer in file.layers}
    assert found == {"roads": 1, "buildings": 1, "places": 1}
    road = file.sample("roads", 1)[0]
    assert road.values == ("w1", "海阳路", "primary")
    assert shapely.from_wkb(file.sample("buildings", 1)[0].wkb).area > 0


def osm_extract(folder):
    import osmium
    from osmium.osm.mutable import Node, Way

    path = folder / "made.osm.pbf"
    with osmium.SimpleWriter(str(path)) as out:
        corners = [(119.6, 39.93), (119.601, 39.93), (119.601, 39.931), (119.6, 39.931)]
        for number, place in enumerate(corners, start=1):
            out.add_node(Node(id=number, location=place))
        out.add_node(
            Node(id=9, location=(119.6005, 39.9305), tags={"amenity": "toilets", "name": "公厕"})
        )
        out.add_way(Way(id=1, nodes=[1, 2], tags={"highway": "primary", "name": "海阳路"}))
        out.add_way(Way(id=2, nodes=[1, 2, 3, 4, 1], tags={"building": "yes"}))
    return path.read_bytes()
