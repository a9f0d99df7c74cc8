"""HTTP of figures over periods."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Query, Schema

from chengmai.cases.api.reads import router
from chengmai.cases.queries.statistics import Wanted, statistics
from chengmai.identity.edge import require_actor

Code = Annotated[str, Field(max_length=20)]


class StatisticsQuery(Schema):
    """Days from `since` up to, not with, `until`; the same for the period to compare with."""

    since: date
    until: date
    by: Code = "class"
    compare_since: date | None = None
    compare_until: date | None = None
    area: Code = ""
    class_code: Code = ""
    organisation_id: int | None = None


class Compared(Schema):
    counts: dict[str, int]
    rates: dict[str, float | None]
    change: dict[str, float | None]


class FiguresOut(Schema):
    """Counts and rates (shares, null without a denominator) as `rules.statistics` names them."""

    counts: dict[str, int]
    rates: dict[str, float | None]
    compare: Compared | None


class FigureRow(FiguresOut):
    key: str
    name: str
    compare_key: str | None


class StatisticsOut(Schema):
    """`pending_days`: so many days have changed and are not counted anew yet."""

    since: date
    until: date
    by: str
    rows: list[FigureRow]
    total: FiguresOut
    pending_days: int


@router.get("/statistics", response=StatisticsOut, summary="Counts and rates of a period")
def get_statistics(request: HttpRequest, query: Query[StatisticsQuery]) -> dict[str, Any]:
    return statistics(require_actor(request), Wanted(**query.dict()))
