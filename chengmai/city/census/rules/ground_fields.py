"""The ground: divisions, unit grids, duty grids, managed areas, and who is responsible where."""

from __future__ import annotations

from chengmai.city.census.rules.words_of_fields import (
    LEVELS,
    NAME_NAMES,
    NOTE_NAMES,
    VALID_FROM,
    VALID_TO,
    organisation,
    text,
)
from chengmai.city.census.words import FieldKind, FieldSpec, Shape, TargetSpec

_SOURCE = text("source", "来源", "source", 80, "source", "来源", "数据来源", exported="SOURCE")

DIVISIONS = TargetSpec(
    "divisions", "行政区划", "city.Division", ("code",), Shape.AREA, geometry="geometry", geometry_needed=False,
    area="t.code",
    fields=(
        FieldSpec("code", "区划代码", FieldKind.CODE, "code", needed=True, digits=(2, 4, 6, 9, 12), exported="CODE",
                  synonyms=("code", "adcode", "xzqdm", "qhdm", "区划代码", "行政区划代码", "代码", "编码", "pac", "bm", "dm")),
        FieldSpec("name", "名称", FieldKind.TEXT, "name", needed=True, longest=60, exported="NAME",
                  synonyms=(*NAME_NAMES, "xzqmc", "qhmc", "区划名称", "行政区名称", "社区名称", "街道名称")),
        VALID_FROM, VALID_TO, _SOURCE,
    ),
)  # fmt: skip

UNIT_GRIDS = TargetSpec(
    "unit_grids", "单元网格", "city.UnitGrid", ("code",), Shape.AREA, geometry="geometry", area="t.code",
    fields=(
        FieldSpec("code", "网格编码", FieldKind.CODE, "code", needed=True, digits=(15,), exported="BGCODE",
                  synonyms=("bgcode", "bgid", "code", "wgbm", "dywgbm", "标识码", "网格编码", "单元网格编码", "网格代码", "编码", "bsm")),
        FieldSpec("management_level", "管理级别", FieldKind.CHOICE, "management_level", choices=LEVELS, fallback="'B'",
                  exported="LEVEL", synonyms=("level", "gljb", "管理级别", "管理等级", "级别")),
        FieldSpec("duty_grid", "责任网格", FieldKind.CODE, "duty_grid_code", exported="DUTYGRID",
                  synonyms=("dutygrid", "zrwg", "zrwgbm", "责任网格", "责任网格编码", "工作网格")),
        FieldSpec("area_m2", "面积（平方米）", FieldKind.NUMBER, "area_m2", exported="AREA_M2",
                  fallback="round(ST_Area(geom::geography)::numeric, 1)::float8",
                  synonyms=("aream2", "area", "mj", "mianji", "面积", "shapearea")),
        FieldSpec("opened_at", "初始时间", FieldKind.DATE, "opened_at", fallback="%(day)s::date", exported="ORDate",
                  synonyms=("ordate", "cssj", "csrq", "初始时间", "初始日期", "启用日期", "openedat")),
        FieldSpec("closed_at", "终止时间", FieldKind.DATE, "closed_at", exported="ENDDate",
                  synonyms=("enddate", "zzsj", "zzrq", "终止时间", "终止日期", "closedat")),
        text("note", "备注", "note", 120, *NOTE_NAMES, exported="NOTE"),
    ),
)  # fmt: skip

DUTY_GRIDS = TargetSpec(
    "duty_grids", "责任网格", "city.DutyGrid", ("code",), Shape.AREA, geometry="geometry", area="t.code",
    fields=(
        FieldSpec("code", "责任网格编码", FieldKind.CODE, "code", needed=True, longest=20, exported="CODE",
                  synonyms=("code", "zrwgbm", "责任网格编码", "网格编码", "编码", "wgbm", "dutygrid", "bsm")),
        FieldSpec("name", "名称", FieldKind.TEXT, "name", needed=True, longest=60, exported="NAME",
                  synonyms=(*NAME_NAMES, "zrwgmc", "网格名称", "责任网格名称")),
        FieldSpec("collector", "监督员", FieldKind.PERSON, "collector_id", exported="COLLECTOR",
                  synonyms=("collector", "jdy", "监督员", "网格员", "采集员", "责任人")),
        VALID_FROM, VALID_TO,
    ),
)  # fmt: skip

AREAS = TargetSpec(
    "areas", "管理网格与责任区", "city.ManagedArea", ("kind", "code"), Shape.AREA, geometry="geometry",
    where="t.valid_to IS NULL",
    fields=(
        FieldSpec("kind", "种类", FieldKind.CHOICE, "kind_id", needed=True, exported="KIND",
                  synonyms=("kind", "zl", "种类", "类型", "网格类型", "责任区类型", "type")),
        FieldSpec("code", "编码", FieldKind.CODE, "code", needed=True, longest=24, exported="CODE",
                  synonyms=("code", "bm", "编码", "编号", "网格编码", "责任区编码", "wgbm", "id")),
        FieldSpec("name", "名称", FieldKind.TEXT, "name", needed=True, longest=80, exported="NAME",
                  synonyms=(*NAME_NAMES, "网格名称", "责任区名称")),
        text("level", "等级", "level", 20, "level", "dj", "等级", "级别", exported="LEVEL"),
        organisation("organisation", "负责单位", "organisation_id", "organisation", "dw", "单位", "负责单位", "管理单位", "作业单位",
                     "责任单位", exported="ORG"),
        FieldSpec("person", "负责人", FieldKind.PERSON, "person_id", exported="PERSON",
                  synonyms=("person", "fzr", "负责人", "责任人", "网格长")),
        text("party", "责任方", "party", 80, "party", "zrf", "责任方", "商户", "权属人", exported="PARTY"),
        VALID_FROM,
        _SOURCE,
        text("note", "备注", "note", 200, *NOTE_NAMES, exported="NOTE"),
    ),
)  # fmt: skip

RESPONSIBILITIES = TargetSpec(
    "responsibilities", "处置责任", "city.Responsibility", ("class_prefix", "division_prefix", "valid_from"), Shape.NONE,
    geometry_needed=False, area="t.division_prefix",
    fields=(
        FieldSpec("class_prefix", "小类代码（可只填前缀）", FieldKind.CODE, "class_prefix", longest=8, fallback="''", exported="CLASS",
                  synonyms=("classprefix", "class", "classcode", "小类代码", "类别代码", "小类", "类别")),
        FieldSpec("division_prefix", "区划或网格代码（可只填前缀）", FieldKind.CODE, "division_prefix", longest=15, fallback="''",
                  exported="DIVISION", synonyms=("divisionprefix", "division", "区划代码", "网格编码", "区域代码", "区域")),
        organisation("organisation", "责任单位", "organisation_id", "organisation", "责任单位", "处置单位", "主管部门", "单位", "部门",
                     exported="ORG", needed=True),
        FieldSpec("valid_from", "启用日期", FieldKind.DATE, "valid_from", fallback="date '2020-01-01'", exported="VALIDFROM",
                  synonyms=("validfrom", "启用日期", "生效日期", "起始日期")),
        VALID_TO,
        _SOURCE,
        text("clause", "条款", "clause", 80, "clause", "条款", "依据", exported="CLAUSE"),
    ),
)  # fmt: skip
