"""House numbers (门牌): road, number and where the door is."""

from __future__ import annotations

from chengmai.city.census.rules.words_of_fields import LAT, LON, text
from chengmai.city.census.words import FieldKind, FieldSpec, Shape, TargetSpec

HOUSE_NUMBERS = TargetSpec(
    "house_numbers", "门牌", "addresses.AddressPoint", ("road", "number", "suffix", "community"), Shape.POINT,
    geometry="point", area="t.community_code", derived=("road_id",),
    fields=(
        FieldSpec("road", "路名", FieldKind.TEXT, "road_name", needed=True, longest=60, exported="ROAD",
                  synonyms=("road", "roadname", "street", "addrstreet", "lm", "dlmc", "jlx", "路名", "道路名称", "街路巷", "街路巷名称",
                            "道路", "街道名称", "所在道路")),
        FieldSpec("number", "门牌号", FieldKind.HOUSE, "number", needed=True, exported="NUMBER",
                  synonyms=("number", "housenumber", "addrhousenumber", "mph", "mp", "mphm", "门牌号", "门牌", "门牌号码", "门号", "号码", "门(楼)牌号")),
        FieldSpec("suffix", "附号", FieldKind.TEXT, "suffix", longest=12, fallback="''", exported="SUFFIX",
                  synonyms=("suffix", "fh", "附号", "支号")),
        FieldSpec("community", "社区代码", FieldKind.CODE, "community_code", fallback="''", exported="COMMUNITY"),
        text("source", "数据来源", "data_source", 40, "source", "datasource", "sjly", "数据来源", "来源", exported="SOURCE"),
        LON, LAT,
    ),
)  # fmt: skip
