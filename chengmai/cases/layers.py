"""The layers that cases put on the one map: open cases and the cases of a period."""

from __future__ import annotations

from typing import Any

from chengmai.cases.queries.lamps import ENDED_SQL, OPEN_SQL, lamp_sql
from chengmai.cases.queries.mapped import mapped_cases
from chengmai.cases.queries.seen import seen_sql
from chengmai.cases.words import Lamp
from chengmai.city.words import Draw, LayerRecipe

LAMP_COLOURS = {
    Lamp.IN_TIME.value: "#2f7d5b",
    Lamp.DUE_SOON.value: "#b7791f",
    Lamp.OVERDUE.value: "#b3372f",
    Lamp.SUSPENDED.value: "#5b6b7f",
}
# The names of the symbols of the map (web/packages/map/src/symbols.ts).
LAMP_SHAPES = {
    Lamp.IN_TIME.value: "in_time",
    Lamp.DUE_SOON.value: "due_soon",
    Lamp.OVERDUE.value: "overdue",
    Lamp.SUSPENDED.value: "suspended",
}

LAMP_NAMES = {
    Lamp.IN_TIME.value: "正常",
    Lamp.DUE_SOON.value: "临期",
    Lamp.OVERDUE.value: "超时",
    Lamp.SUSPENDED.value: "挂账",
    Lamp.NONE.value: "无计时或已结",
}
_LOOKS: dict[str, Any] = {
    "colour_by": {"property": "lamp", "colours": LAMP_COLOURS, "otherwise": "#7f8c8d"},
    "symbol_by": {"property": "lamp", "symbols": LAMP_SHAPES, "otherwise": "none"},
    "names": LAMP_NAMES,
}
# One number for each lamp: what a ring of several cases shows.
_MIX = tuple((lamp.value, f"lamp = '{lamp.value}'") for lamp in Lamp)

LAYERS = (
    LayerRecipe(
        id="open_cases",
        title="在办案件",
        table="cases_case",
        geometry="point_3857",
        columns=(
            "id",
            "case_no",
            "stage",
            "kind",
            "class_code",
            "urgent::int AS urgent",
            f"{lamp_sql()} AS lamp",
        ),
        where=OPEN_SQL,
        draw=Draw.POINTS,
        min_zoom=8,
        cluster_below=15,
        mix=_MIX,
        order="cases_case.lamp_due_at NULLS LAST",
        limit=1_500,
        versioned=False,
        seen=seen_sql,
        narrowed=mapped_cases,
        group="cases",
        rank=80,
        shown=True,
        **_LOOKS,
    ),
    # A period: the open ones by their index, the ended ones out of one index alone, without touching
    # the rows: far out by time (`case_ended_in_time`), near by place (`case_of_period`). The address
    # names the period (`?since=2026-01-01`). Decision 0102.
    LayerRecipe(
        id="cases",
        title="历史案件",
        table="cases_case",
        geometry="point_3857",
        columns=(
            "id",
            "stage",
            "kind",
            "class_code",
            "urgent::int AS urgent",
            f"{lamp_sql()} AS lamp",
        ),
        branches=(OPEN_SQL, ENDED_SQL),
        place_leads_from=13,
        draw=Draw.POINTS,
        min_zoom=8,
        cluster_below=16,
        mix=_MIX,
        limit=1_500,
        versioned=False,
        seen=seen_sql,
        narrowed=mapped_cases,
        group="cases",
        rank=81,
        **_LOOKS,
    ),
)
