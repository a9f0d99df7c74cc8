"""The kinds of areas and places that a city begins with; rows of data from then on."""

from __future__ import annotations

from typing import Any

_GRID, _DUTY = "grid", "responsibility"
_OWN = "Chengmai"


def _area(code: str, name: str, family: str, colour: str, rank: int, **more: Any) -> dict[str, Any]:
    values = {"code": code, "name": name, "family": family, "colour": colour, "rank": rank}
    return {"source": _OWN, "clause": "design", **values, **more}


def _place(
    code: str, name: str, symbol: str, colour: str, rank: int, unit: str = "", source: str = _OWN,
    clause: str = "design",
) -> dict[str, Any]:  # fmt: skip
    return {
        "code": code, "name": name, "symbol": symbol, "colour": colour, "rank": rank,
        "capacity_unit": unit, "source": source, "clause": clause,
    }  # fmt: skip


AREA_KINDS = (
    _area("sanitation", "环卫作业网格", _GRID, "#3f7f5f", 10),
    _area("greening", "园林养护网格", _GRID, "#5d8a2b", 20),
    _area("drainage", "排水管理网格", _GRID, "#8b5a2b", 30),
    _area("lighting", "照明管理网格", _GRID, "#9a7418", 40),
    _area("parking", "停车管理网格", _GRID, "#4a63a3", 50, min_zoom=13),
    _area(
        "road_cleaning", "道路清扫保洁路段", _DUTY, "#2f6f8f", 10,
        levels=["特级", "一级", "二级", "三级"], min_zoom=13,
        source="CJJ/T 126-2022", clause="城市道路清扫保洁等级",
    ),
    _area(
        "shopfront", "门前三包责任区", _DUTY, "#a0552d", 20, min_zoom=15,
        source="城市市容和环境卫生管理条例", clause="市容环境卫生责任区制度",
    ),
)  # fmt: skip

PLACE_KINDS = (
    _place("toilet", "公共厕所", "toilet", "#2e6f9e", 10, "个厕位", "CJJ 14-2016", "城市公共厕所类别"),
    _place("market", "菜市场", "basket", "#8a5a1f", 20, "个摊位"),
    _place("shelter", "应急避难场所", "shelter", "#2b7a3d", 30, "人", "GB 51143-2015", "紧急、固定、中心"),
    _place("waterlogging", "易积水点", "drop", "#1f78a8", 40),
    _place("transfer", "垃圾转运站", "bin", "#5b6470", 50, "吨/日", "CJJ/T 47-2016", "转运站规模类型"),
    _place("parking", "公共停车场", "parking", "#35589a", 60, "个泊位"),
    _place("charging", "充电站", "bolt", "#23806f", 70, "个车位"),
)  # fmt: skip
