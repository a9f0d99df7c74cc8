"""Fields that several targets share, with the headers seen in the field.

Headers are compared without case, width, spaces and brackets (see `mapping.plain_header`). The
national exchange names (ObjID, DeptCode1 …) are those of the trade's reference 1.3.
"""

from __future__ import annotations

from chengmai.city.census.words import FieldKind, FieldSpec

STATES = (
    ("完好", "intact"), ("正常", "intact"), ("良好", "intact"), ("intact", "intact"),
    ("破损", "damaged"), ("损坏", "damaged"), ("damaged", "damaged"),
    ("丢失", "lost"), ("缺失", "lost"), ("lost", "lost"),
    ("废除", "abolished"), ("废弃", "abolished"), ("abolished", "abolished"),
    ("移除", "removed"), ("拆除", "removed"), ("removed", "removed"),
)  # fmt: skip
LEVELS = (
    ("A", "A"), ("B", "B"), ("C", "C"), ("一级", "A"), ("二级", "B"), ("三级", "C"),
    ("A级", "A"), ("B级", "B"), ("C级", "C"), ("a", "A"), ("b", "B"), ("c", "C"),
)  # fmt: skip
ACCURACIES = (
    ("A", "A"), ("B", "B"), ("C", "C"), ("a", "A"), ("b", "B"), ("c", "C"),
    ("A级", "A"), ("B级", "B"), ("C级", "C"), ("一级", "A"), ("二级", "B"), ("三级", "C"),
)  # fmt: skip
LON_NAMES = (
    "lon",
    "lng",
    "long",
    "longitude",
    "x",
    "pointx",
    "经度",
    "东经",
    "横坐标",
    "x坐标",
    "zbx",
    "jd",
    "jingdu",
)
LAT_NAMES = (
    "lat",
    "latitude",
    "y",
    "pointy",
    "纬度",
    "北纬",
    "纵坐标",
    "y坐标",
    "zby",
    "wd",
    "weidu",
)
NOTE_NAMES = ("note", "bz", "beizhu", "备注", "说明", "remark", "remarks", "描述")
NAME_NAMES = ("name", "mc", "mingcheng", "名称", "全称")

LON = FieldSpec("lon", "经度 / X", FieldKind.LON, synonyms=LON_NAMES)
LAT = FieldSpec("lat", "纬度 / Y", FieldKind.LAT, synonyms=LAT_NAMES)
VALID_FROM = FieldSpec(
    "valid_from", "启用日期", FieldKind.DATE, "valid_from", fallback="%(day)s::date",
    synonyms=("validfrom", "qyrq", "启用日期", "生效日期", "初始日期", "ordate", "起始日期"), exported="VALIDFROM",
)  # fmt: skip
VALID_TO = FieldSpec(
    "valid_to", "停用日期", FieldKind.DATE, "valid_to",
    synonyms=("validto", "tyrq", "停用日期", "失效日期", "终止日期", "截止日期"), exported="VALIDTO",
)  # fmt: skip


def organisation(
    name: str, title: str, column: str, *synonyms: str, exported: str = "", needed: bool = False
) -> FieldSpec:
    """A field that names one of our organisations, by name or number."""
    return FieldSpec(
        name, title, FieldKind.ORGANISATION, column, synonyms=synonyms, exported=exported, needed=needed
    )  # fmt: skip


def text(
    name: str, title: str, column: str, longest: int, *synonyms: str, exported: str = ""
) -> FieldSpec:
    """A field of free text; an added row without it keeps an empty text."""
    return FieldSpec(
        name, title, FieldKind.TEXT, column, longest=longest, synonyms=synonyms, exported=exported,
        fallback="''",
    )  # fmt: skip
