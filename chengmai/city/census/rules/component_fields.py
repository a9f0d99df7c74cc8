"""Components (部件): code, class, state, who answers for it, and where it stands (GB/T 30428.2)."""

from __future__ import annotations

from chengmai.city.census.rules.words_of_fields import (
    ACCURACIES,
    LAT,
    LON,
    NOTE_NAMES,
    STATES,
    organisation,
    text,
)
from chengmai.city.census.words import FieldKind, FieldSpec, Shape, TargetSpec

# What an export needs to call the pictures by code and place in the list.
_PHOTOS_OUT = "CASE WHEN t.photos <> '[]'::jsonb THEN jsonb_build_array(t.code, t.photos) END"

COMPONENTS = TargetSpec(
    "components", "部件", "city.Component", ("code",), Shape.POINT, geometry="point",
    area="t.grid_code",
    fields=(
        FieldSpec("code", "标识码", FieldKind.CODE, "code", needed=True, digits=(16,), exported="ObjID",
                  synonyms=("objid", "objcode", "code", "bsm", "bjbm", "bjdm", "bianma", "标识码", "部件编码", "部件标识码", "部件代码",
                            "编码", "编号", "compcode", "id")),
        FieldSpec("class_name", "部件名称", exported="ObjName", out="t.class_code",
                  synonyms=("objname", "bjmc", "部件名称", "小类名称", "部件类型", "类型名称")),
        FieldSpec("class_code", "小类代码", FieldKind.CODE, exported="ClassCode", out="t.class_code",
                  synonyms=("classcode", "xldm", "xlbm", "小类代码", "小类编码", "类别代码", "部件类型代码", "bjlx", "typecode")),
        FieldSpec("state", "状态", FieldKind.CHOICE, "state", choices=STATES, fallback="'intact'", exported="ObjState",
                  synonyms=("objstate", "state", "zt", "bjzt", "zhuangtai", "状态", "部件状态", "status")),
        organisation("manager", "主管部门", "manager_id", "deptname1", "zgbm", "zgbmmc", "zhuguanbumen", "主管部门", "主管单位",
                     "主管部门名称", "manager", exported="DeptName1"),
        organisation("owner", "权属单位", "owner_id", "deptname2", "qsdw", "qsdwmc", "quanshudanwei", "权属单位", "产权单位",
                     "权属单位名称", "owner", exported="DeptName2"),
        organisation("maintainer", "养护单位", "maintainer_id", "deptname3", "yhdw", "yhdwmc", "yanghudanwei", "养护单位",
                     "维护单位", "管养单位", "养护单位名称", "maintainer", exported="DeptName3"),
        FieldSpec("grid", "所在单元网格", FieldKind.CODE, exported="BGID", out="t.grid_code",
                  synonyms=("bgid", "wgbm", "dywgbm", "szdywg", "所在单元网格", "单元网格", "网格编码", "网格编号", "gridcode", "grid")),
        text("location_text", "位置描述", "location_text", 120, "locatedsc", "wzms", "weizhi", "位置描述", "位置", "地址", "所在位置",
             "location", "address", exported="LocateDSC"),
        text("material", "材质", "material", 40, "material", "cz", "caizhi", "材质", "材料", exported="Material"),
        FieldSpec("accuracy", "精度等级", FieldKind.CHOICE, "accuracy", choices=ACCURACIES, fallback="'B'", exported="Accuracy",
                  synonyms=("accuracy", "jd", "jddj", "精度", "精度等级", "测量精度", "定位精度")),
        text("data_source", "数据来源", "data_source", 20, "datasource", "sjly", "数据来源", "来源", exported="DataSource"),
        FieldSpec("recorded_on", "初始日期", FieldKind.DATE, "recorded_on", fallback="%(day)s::date", exported="ORDate",
                  synonyms=("ordate", "csrq", "初始日期", "普查日期", "采集日期", "建立日期", "recordedon", "date", "日期")),
        FieldSpec("changed_on", "变更日期", FieldKind.DATE, "changed_on", exported="CHDate",
                  synonyms=("chdate", "bgrq", "变更日期", "更新日期", "修改日期", "changedon")),
        text("note", "备注", "note", 120, *NOTE_NAMES, exported="Note"),
        FieldSpec("photos", "照片（文件名）", FieldKind.PICTURES, "photos", fallback="'[]'::jsonb", exported="Photos", out=_PHOTOS_OUT,
                  synonyms=("photos", "photo", "zp", "zpmc", "zhaopian", "照片", "照片名称", "照片文件", "照片文件名", "现场照片", "图片",
                            "图片名称", "image", "images", "picture", "pic", "tp")),
        LON, LAT,
    ),
)  # fmt: skip
