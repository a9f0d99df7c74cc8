"""The layers of the map that city owns: the base map, boundaries, grids, components and places.

Each kind of managed area (`city_areakind`) becomes a further layer of its own.
"""

from __future__ import annotations

from typing import Any

from chengmai.city.words import BaseKind, Draw, LayerRecipe

_FEATURES = "city_basefeature"


def _base(kind: BaseKind, id_: str, title: str, *columns: str, **values: Any) -> LayerRecipe:
    return LayerRecipe(
        id=id_,
        title=title,
        table=_FEATURES,
        columns=columns,
        where=f"kind = '{kind.value}'",
        public=True,
        base=True,
        group="base",
        **values,
    )


LAYERS: tuple[LayerRecipe, ...] = (
    _base(BaseKind.LAND, "land", "陆地", "category", thinning=((11, 4),), order="rank"),
    _base(BaseKind.GREEN, "green", "绿地", "category", "name", thinning=((10, 2), (12, 3))),
    _base(BaseKind.WATER, "water", "水系", "category", "name"),
    _base(BaseKind.COAST, "coast", "海岸", "category", draw=Draw.LINES),
    _base(
        BaseKind.ROAD,
        "roads",
        "道路",
        "category",
        "rank",
        "name",
        draw=Draw.LINES,
        thinning=((9, 1), (11, 2), (12, 3), (14, 4)),
        order="rank",
    ),
    _base(BaseKind.BUILDING, "buildings", "建筑", "category", "height_m", min_zoom=14),
    LayerRecipe(
        id="boundaries",
        title="行政区划界线",
        table="city_division",
        columns=("code", "name", "level"),
        where="valid_to IS NULL AND level IN ('district', 'street')",
        draw=Draw.LINES,
        thinning=((12, 6),),
        public=True,
        base=True,
        group="base",
    ),
    LayerRecipe(
        id="places",
        title="地名",
        table="city_place",
        geometry="point_3857",
        columns=("id", "name", "kind", "rank"),
        draw=Draw.POINTS,
        thinning=((11, 2), (13, 3), (14, 5)),
        order="rank",
        limit=2_000,
        public=True,
        base=True,
        group="base",
    ),
    LayerRecipe(
        id="divisions",
        title="街道社区",
        table="city_division",
        columns=("code", "name", "level"),
        where="valid_to IS NULL AND level IN ('district', 'street', 'community')",
        thinning=((11, 6), (13, 9)),
        public=True,
        group="divisions",
        rank=20,
        colour="#6b7c93",
    ),
    LayerRecipe(
        id="duty_grids",
        title="责任网格",
        table="city_dutygrid",
        columns=("code", "name"),
        where="valid_to IS NULL",
        min_zoom=12,
        group="divisions",
        rank=22,
        colour="#8a6d3b",
    ),
    LayerRecipe(
        id="unit_grids",
        title="单元网格",
        table="city_unitgrid",
        columns=("code", "management_level AS level", "duty_grid_code AS duty_grid"),
        where="closed_at IS NULL",
        min_zoom=15,
        group="divisions",
        rank=24,
        colour_by={
            "property": "level",
            "colours": {"A": "#b4532a", "B": "#a88732"},
            "otherwise": "#6b7c93",
        },
        names={"A": "A 级", "B": "B 级"},
    ),
    LayerRecipe(
        id="facilities",
        title="公共场所",
        table="city_place",
        geometry="point_3857",
        columns=("id", "name", "kind"),
        where="kind IN (SELECT code FROM city_placekind WHERE valid_to IS NULL)",
        draw=Draw.POINTS,
        min_zoom=11,
        cluster_below=14,
        order="rank",
        limit=2_000,
        group="things",
        rank=60,
        colour="#3d6b8f",
        symbol="flag",
    ),
    LayerRecipe(
        id="components",
        title="城市部件",
        table="city_component",
        geometry="point_3857",
        columns=("code", "class_code", "state"),
        where="state NOT IN ('abolished', 'removed')",
        draw=Draw.POINTS,
        min_zoom=9,
        cluster_below=15,
        mix=(("damaged", "state = 'damaged'"), ("lost", "state = 'lost'")),
        limit=4_000,
        group="things",
        rank=70,
        colour="#4d7c6f",
        colour_by={
            "property": "state",
            "colours": {"damaged": "#b4532a", "lost": "#8c2f2f"},
            "otherwise": "#4d7c6f",
        },
        names={"damaged": "破损", "lost": "丢失"},
        symbol="dot",
    ),
)
