"""Changes of the ground planned for a day, over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.city.actions.plans import cancel_plan, plan_change
from chengmai.city.api.areas import AreaIn
from chengmai.city.api.grids import GridMergeIn, GridSplitIn
from chengmai.city.errors import BadPlan
from chengmai.city.queries.plans import plans_of
from chengmai.city.words import PlanKind, PlanState
from chengmai.identity.edge import require_duty
from chengmai.identity.public import person_names
from chengmai.identity.words import Duty

router = Router(tags=["city"])


class PlannedChangeOut(Schema):
    id: int
    kind: PlanKind
    title: str
    on: date
    state: PlanState
    by_name: str
    at: datetime
    ended_at: datetime | None
    result: dict[str, Any] | None
    error: dict[str, Any] | None


class PlannedChangeIn(Schema):
    """The change as its own address takes it, under the name of its kind, and the day."""

    on: date
    grid_code: Annotated[str, Field(max_length=15)] = ""
    split: GridSplitIn | None = None
    merge: GridMergeIn | None = None
    draw: AreaIn | None = None
    end_area_id: int | None = None


@router.get("", response=list[PlannedChangeOut], summary="Planned changes")
def get_plans(
    request: HttpRequest, kind: Annotated[str, Field(max_length=80)] = ""
) -> list[PlannedChangeOut]:
    """`kind` holds kinds with commas between; empty means any."""
    require_duty(request, Duty.ADMIN)
    rows = plans_of(_kinds(kind))
    names = person_names([row.by_id for row in rows])
    return [
        PlannedChangeOut(
            id=row.pk,
            kind=PlanKind(row.kind),
            title=row.title,
            on=row.on,
            state=PlanState(row.state),
            by_name=names.get(row.by_id, ""),
            at=row.at,
            ended_at=row.ended_at,
            result=row.result,
            error=row.error,
        )
        for row in rows
    ]


@router.post("", response={201: dict[str, int]}, summary="Plan a change for a day to come")
def post_plan(request: HttpRequest, body: PlannedChangeIn) -> Status[dict[str, int]]:
    actor = require_duty(request, Duty.ADMIN)
    kind, title, params = _asked(body)
    plan_id = plan_change(
        kind=kind, title=title, params=params, on=body.on, actor=actor, at=timezone.now()
    )
    return Status(201, {"id": plan_id})


@router.delete("/{int:plan_id}", response={204: None}, summary="Give a planned change up")
def delete_plan(request: HttpRequest, plan_id: int) -> Status[None]:
    cancel_plan(plan_id=plan_id, actor=require_duty(request, Duty.ADMIN), at=timezone.now())
    return Status(204, None)


def _kinds(text: str) -> list[PlanKind]:
    try:
        return [PlanKind(word) for word in text.split(",")] if text else list(PlanKind)
    except ValueError:
        raise BadPlan("No such kind of change.", field="kind", remedy=f"Some of {', '.join(PlanKind)}.") from None  # fmt: skip


def _asked(body: PlannedChangeIn) -> tuple[PlanKind, str, dict[str, Any]]:
    if body.split is not None and body.grid_code:
        return (
            PlanKind.SPLIT,
            body.grid_code,
            {"grid_code": body.grid_code, "line": body.split.line},
        )
    if body.merge is not None:
        codes = body.merge.grid_codes
        return PlanKind.MERGE, "、".join(sorted(set(codes))), {"grid_codes": codes}
    if body.draw is not None:
        return (
            PlanKind.DRAW,
            f"{body.draw.code} {body.draw.name}",
            body.draw.dict(exclude={"valid_from"}),
        )
    if body.end_area_id is not None:
        return PlanKind.END, str(body.end_area_id), {"area_id": body.end_area_id}
    raise BadPlan("Which change?", field="split", remedy="Give split, merge, draw or end_area_id.")
