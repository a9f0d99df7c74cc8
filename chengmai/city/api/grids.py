"""Dividing and joining unit grids over HTTP, and what became of a closed one."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from chengmai.city.errors import GridNotFound
from chengmai.city.public import merge_grids, split_grid
from chengmai.city.queries.grids import grid_fates
from chengmai.identity.edge import require_actor, require_duty
from chengmai.identity.words import Duty

router = Router(tags=["city"])


class GridSplitIn(Schema):
    line: list[tuple[float, float]]


class GridMergeIn(Schema):
    grid_codes: list[str]


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


@router.get("/grids/{code}/fate", response=GridFateOut, summary="What became of a closed unit grid")
def get_fate(request: HttpRequest, code: str) -> GridFateOut:
    require_actor(request)
    fate = grid_fates().get(code[:15])
    if fate is None:
        raise GridNotFound("No such closed unit grid.", grid_code=code[:15])
    return GridFateOut(closed_on=fate.closed_on, successors=list(fate.successors))
