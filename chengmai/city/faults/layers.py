"""The faults of the last finished check on the one map."""

from __future__ import annotations

from chengmai.city.words import Draw, LayerRecipe
from chengmai.identity.words import Actor, Duty

_LAST = "check_run_id = (SELECT max(id) FROM faults_gridcheck WHERE state IN ('done', 'cancelled'))"


def _administrators(actor: Actor) -> tuple[str, list[object]]:
    return ("TRUE" if actor.has(Duty.ADMIN) else "FALSE"), []


LAYERS: tuple[LayerRecipe, ...] = (
    LayerRecipe(
        id="grid_faults",
        title="网格问题",
        table="faults_gridfault",
        columns=("kind", "code", "other"),
        where=f"{_LAST} AND area_m2 IS NOT NULL",
        seen=_administrators,
        group="divisions",
        rank=80,
        colour="#c0392b",
    ),
    LayerRecipe(
        id="component_faults",
        title="部件位置问题",
        table="faults_gridfault",
        columns=("kind", "code", "other"),
        where=f"{_LAST} AND area_m2 IS NULL",
        draw=Draw.POINTS,
        seen=_administrators,
        group="divisions",
        rank=81,
        colour="#c0392b",
        symbol="dot",
    ),
)
