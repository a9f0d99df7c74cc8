"""The layers that cases put on the one map: open cases, coloured by their lamp."""

from __future__ import annotations

from chengmai.cases.queries.lamps import OPEN_SQL, lamp_sql
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
            "urgent",
            f"{lamp_sql()} AS lamp",
        ),
        where=OPEN_SQL,
        draw=Draw.POINTS,
        min_zoom=9,
        order="cases_case.lamp_due_at NULLS LAST",
        versioned=False,
        seen=seen_sql,
        shown=True,
        colour_by={"property": "lamp", "colours": LAMP_COLOURS, "otherwise": "#7f8c8d"},
        symbol_by={"property": "lamp", "symbols": LAMP_SHAPES, "otherwise": "none"},
    ),
)
