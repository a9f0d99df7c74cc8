"""What the base map and the gazetteer hold: places, roads, buildings."""

from __future__ import annotations

from chengmai.city.census.rules.words_of_fields import LAT, LON, NAME_NAMES, organisation, text
from chengmai.city.census.words import FieldKind, FieldSpec, Shape, TargetSpec

_KEY = FieldSpec(
    "source_key", "编号", FieldKind.CODE, "source_key", longest=60, exported="KEY",
    synonyms=("id", "osmid", "key", "code", "编号", "编码", "代码", "sourcekey", "bsm", "标识码", "fid", "objectid", "poiid", "gid", "uid"),
)  # fmt: skip
_ROAD_RANKS = (
    ("motorway", "1"), ("trunk", "1"), ("快速路", "1"), ("高速公路", "1"),
    ("primary", "2"), ("主干路", "2"), ("主干道", "2"), ("国道", "2"),
    ("secondary", "3"), ("次干路", "3"), ("次干道", "3"), ("省道", "3"),
    ("tertiary", "4"), ("支路", "4"), ("县道", "4"), ("unclassified", "4"),
    ("residential", "5"), ("living_street", "5"), ("service", "5"), ("pedestrian", "5"), ("footway", "5"),
    ("巷", "5"), ("街巷", "5"), ("小路", "5"), ("乡道", "5"),
    ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"),
)  # fmt: skip

PLACES = TargetSpec(
    "places", "公共场所与地名", "city.Place", ("source_key",), Shape.POINT, geometry="point", area="t.division_code",
    keyless="md5(concat_ws('|', v_kind, v_name, round(ST_X(geom)::numeric, 5), round(ST_Y(geom)::numeric, 5)))",
    fields=(
        _KEY,
        FieldSpec("name", "名称", FieldKind.TEXT, "name", needed=True, longest=80, exported="NAME",
                  synonyms=(*NAME_NAMES, "地名", "场所名称", "点位名称", "积水点名称", "公厕名称", "市场名称")),
        FieldSpec("kind", "种类", FieldKind.CHOICE, "kind", needed=True, exported="KIND",
                  synonyms=("kind", "type", "fclass", "category", "lx", "种类", "类型", "类别", "场所类型", "amenity")),
        text("address", "地址", "address", 120, "address", "addr", "dz", "dizhi", "地址", "位置", "详细地址", "所在位置", exported="ADDRESS"),
        text("hours", "开放时间", "hours", 80, "hours", "openinghours", "kfsj", "开放时间", "营业时间", exported="HOURS"),
        text("phone", "电话", "phone", 30, "phone", "tel", "dh", "电话", "联系电话", exported="PHONE"),
        FieldSpec("capacity", "容量", FieldKind.INTEGER, "capacity", exported="CAPACITY",
                  synonyms=("capacity", "rl", "容量", "厕位数", "摊位数", "容纳人数", "座位数", "车位数")),
        text("level", "等级", "level", 20, "level", "dj", "等级", "级别", exported="LEVEL"),
        organisation("organisation", "管理单位", "organisation_id", "organisation", "gldw", "管理单位", "主管单位", "养护单位", exported="ORG"),
        FieldSpec("rank", "显示级别", FieldKind.INTEGER, "rank", fallback="5", exported="RANK", synonyms=("rank", "显示级别")),
        LON, LAT,
    ),
)  # fmt: skip

ROADS = TargetSpec(
    "roads", "道路", "city.BaseFeature", ("source_key",), Shape.LINE, geometry="geometry",
    where="t.kind = 'road'", kept=(("kind", "'road'"),), keyless="md5(ST_AsBinary(ST_SnapToGrid(geom, 1e-6))::text)",
    fields=(
        _KEY,
        FieldSpec("name", "路名", FieldKind.TEXT, "name", longest=60, fallback="''", exported="NAME",
                  synonyms=(*NAME_NAMES, "dlmc", "lm", "路名", "道路名称")),
        FieldSpec("rank", "道路等级", FieldKind.CHOICE, "rank", choices=_ROAD_RANKS, fallback="5", exported="RANK",
                  synonyms=("rank", "fclass", "highway", "dldj", "道路等级", "等级", "级别", "类型", "type")),
        FieldSpec("category", "类别", FieldKind.TEXT, "category", longest=20, fallback="'road'", exported="CATEGORY",
                  synonyms=("category", "lb", "类别")),
    ),
)  # fmt: skip

BUILDINGS = TargetSpec(
    "buildings", "建筑", "city.BaseFeature", ("source_key",), Shape.AREA, geometry="geometry",
    where="t.kind = 'building'", kept=(("kind", "'building'"), ("rank", "5")), keyless="md5(ST_AsBinary(ST_SnapToGrid(geom, 1e-6))::text)",
    fields=(
        _KEY,
        FieldSpec("name", "名称", FieldKind.TEXT, "name", longest=60, fallback="''", exported="NAME",
                  synonyms=(*NAME_NAMES, "lm", "楼名", "建筑名称")),
        FieldSpec("category", "用途", FieldKind.TEXT, "category", longest=20, fallback="'building'", exported="CATEGORY",
                  synonyms=("category", "type", "use", "building", "yt", "用途", "类型", "建筑类型")),
        FieldSpec("height_m", "高度（米）", FieldKind.NUMBER, "height_m", exported="HEIGHT",
                  synonyms=("height", "heightm", "gd", "高度", "楼高", "建筑高度")),
    ),
)  # fmt: skip
