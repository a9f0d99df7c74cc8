"""What the checks found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from chengmai.city.faults.errors import CheckNotFound
from chengmai.city.faults.models import GridCheck


@dataclass(frozen=True)
class CheckCard:
    """A check with its progress and the number of faults by kind."""

    id: int
    state: str
    asked_at: datetime
    finished_at: datetime | None
    done: int
    total: int
    counts: dict[str, int]
    checked: dict[str, int]
    error: str


@dataclass(frozen=True)
class FaultCard:
    """One fault with a point to look at and the box around it (WGS 84)."""

    id: int
    kind: str
    code: str
    other: str
    area_m2: float | None
    lon: float
    lat: float
    box: tuple[float, float, float, float]


def check_card(check: GridCheck) -> CheckCard:
    """The card of a check."""
    return CheckCard(
        check.pk, check.state, check.asked_at, check.finished_at, check.done, check.total,
        check.counts, check.checked, check.error,
    )  # fmt: skip


def check_cards(limit: int = 5) -> list[CheckCard]:
    """The last checks, the newest first."""
    return [check_card(check) for check in GridCheck.objects.order_by("-pk")[:limit]]


def get_check(check_id: int) -> GridCheck:
    """One check. Raises CheckNotFound."""
    check = GridCheck.objects.filter(pk=check_id).first()
    if check is None:
        raise CheckNotFound("No such check.", id=check_id)
    return check


def fault_cards(
    check_id: int, *, kind: str = "", after: int = 0, limit: int = 100
) -> list[FaultCard]:
    """The faults of a check by id; `after` is the last id of the page before."""
    get_check(check_id)
    condition = "check_run_id = %s AND id > %s"
    values: list[Any] = [check_id, after]
    if kind:
        condition += " AND kind = %s"
        values.append(kind[:24])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind, code, other, area_m2, ST_X(p), ST_Y(p), ST_XMin(b), ST_YMin(b),"  # noqa: S608
            " ST_XMax(b), ST_YMax(b) FROM (SELECT *, ST_PointOnSurface(geometry) AS p,"
            f" Box2D(geometry) AS b FROM faults_gridfault WHERE {condition} ORDER BY id"
            f" LIMIT {max(1, min(limit, 500))}) f ORDER BY id",
            values,
        )
        return [
            FaultCard(
                id=row[0], kind=row[1], code=row[2], other=row[3], area_m2=row[4],
                lon=row[5], lat=row[6], box=(row[7], row[8], row[9], row[10]),
            )
            for row in cursor.fetchall()
        ]  # fmt: skip
