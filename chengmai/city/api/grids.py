"""Dividing and joining unit grids over HTTP, and what became of a closed one."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from chengmai.city.errors import GridNotFound
from chengmai.city.public import merge_grids, split_grid
from chengmai.city.queries.grids import grid_fates
from chengmai.city.queries.regrid import grid_and_neighbours, plan_merger, plan_split
from chengmai.city.words import GridPlan, ManagementLevel
from chengmai.identity.edge import require_actor, require_duty
from chengmai.identity.words import Duty

router = Router(tags=["city"])


class GridSplitIn(Schema):
    line: Annotated[list[tuple[float, float]], Field(max_length=200)]


class GridMergeIn(Schema):
    grid_codes: Annotated[list[Annotated[str, Field(max_length=15)]], Field(max_length=20)]


class GridOutlineOut(Schema):
    code: str
    community_code: str
    community_name: str
    management_level: ManagementLevel
    area_m2: float | None
    duty_grid_code: str | None
    duty_grid_name: str
    collector_name: str
    shape: dict[str, Any]
    components: int


class GridAroundOut(Schema):
    grid: GridOutlineOut
    neighbours: list[GridOutlineOut]


class GridPartOut(Schema):
    code: str
    shape: dict[str, Any]
    area_m2: float
    components: int


class GridPlanOut(Schema):
    """What a division or merger would give, before it is made."""

    olds: list[str]
    parts: list[GridPartOut]
    management_level: ManagementLevel
    levels_lost: list[str]
    duty_grid_code: str
    duty_grid_name: str
    collector_name: str


class NewGridsOut(Schema):
    codes: list[str]


class GridFateOut(Schema):
    closed_on: date
    successors: list[str]


@router.post("/grids/{code}/split", response=NewGridsOut, summary="Divide a unit grid by a line")
def post_split(request: HttpRequest, code: str, body: GridSplitIn) -> NewGridsOut:
    actor = require_duty(request, Duty.ADMIN)
    codes = split_grid(grid_code=code[:15], line=body.line, actor=actor, at=timezone.now())
    return NewGridsOut(codes=codes)


@router.post("/grids/merge", response=NewGridsOut, summary="Join unit grids that touch")
def post_merge(request: HttpRequest, body: GridMergeIn) -> NewGridsOut:
    actor = require_duty(request, Duty.ADMIN)
    return NewGridsOut(
        codes=[merge_grids(grid_codes=body.grid_codes, actor=actor, at=timezone.now())]
    )


@router.get("/grids/{code}/around", response=GridAroundOut, summary="A unit grid, its neighbours")
def get_around(request: HttpRequest, code: str) -> dict[str, Any]:
    require_duty(request, Duty.ADMIN)
    grid, neighbours = grid_and_neighbours(code[:15])
    return {"grid": grid, "neighbours": neighbours}


@router.post("/grids/{code}/split/preview", response=GridPlanOut, summary="What a line would give")
def post_split_preview(request: HttpRequest, code: str, body: GridSplitIn) -> GridPlan:
    require_duty(request, Duty.ADMIN)
    return plan_split(code[:15], body.line)


@router.post("/grids/merge/preview", response=GridPlanOut, summary="What joining would give")
def post_merge_preview(request: HttpRequest, body: GridMergeIn) -> GridPlan:
    require_duty(request, Duty.ADMIN)
    return plan_merger(body.grid_codes)


@router.get("/grids/{code}/fate", response=GridFateOut, summary="What became of a closed unit grid")
def get_fate(request: HttpRequest, code: str) -> GridFateOut:
    require_actor(request)
    fate = grid_fates().get(code[:15])
    if fate is None:
        raise GridNotFound("No such closed unit grid.", grid_code=code[:15])
    return GridFateOut(closed_on=fate.closed_on, successors=list(fate.successors))
