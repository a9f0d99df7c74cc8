"""How a person's report fares, told from the ledger; and open cases near a point."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from chengmai.cases.errors import TrackingUnknown
from chengmai.cases.models import Report
from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.rules.numbers import read_tracking_number
from chengmai.cases.words import Move, NearbyCard, Stage, StoryCard, StoryStep
from chengmai.kernel.canonical import LedgerRow
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.places import Bounds
from chengmai.kernel.plausible import check_plausible

MOST_NEARBY = 30
_DRAWN_WORLD = Bounds(-180, -85.05, 180, 85.05)  # where web-mercator ends


def case_story(tracking_no: str) -> StoryCard:
    """The story behind a tracking number, with every step. TrackingUnknown for a forged one.

    A number that cannot be one is looked up all the same, so that the answer takes as long.
    """
    number = read_tracking_number(tracking_no) or "-"
    report = Report.objects.select_related("case", "follows").filter(tracking_no=number).first()
    if report is None:
        raise TrackingUnknown("No report has this number.")
    return _card(report, _steps(report))


def stories_of_device(device_key: str, limit: int = 50) -> list[StoryCard]:
    """What was reported from this device, newest first, without the steps. One statement."""
    reports = Report.objects.select_related("case", "follows").filter(device_key=device_key)
    return [_card(report, ()) for report in reports.order_by("-pk")[:limit]]


def _steps(report: Report) -> tuple[StoryStep, ...]:
    """The own case's steps; after a merge, the master's steps but for its report follow."""
    own = [_step(row) for row in entries_of(f"case:{report.case_id}")]
    if report.follows_id == report.case_id:
        return tuple(own)
    master = [_step(row) for row in entries_of(f"case:{report.follows_id}")]
    return tuple(own + [step for step in master if step.move not in ("", "report", Move.MERGE)])


def _step(row: LedgerRow) -> StoryStep:
    said: dict[str, Any] = row.payload
    return StoryStep(
        at=row.at,
        move=said.get("move") or ("report" if row.name == "cases.CaseReported" else ""),
        target=said.get("target") or "",
        reason=said.get("reason") or "",
        organisation_id=said.get("organisation_id"),
        media_ids=tuple(said.get("media_ids") or ()),
    )


def _card(report: Report, steps: Sequence[StoryStep]) -> StoryCard:
    case = report.follows
    return StoryCard(
        report_id=report.pk,
        tracking_no=report.tracking_no,
        case_id=case.pk,
        case_no=case.case_no,
        stage=Stage(case.stage),
        special_reason=case.special_reason,
        class_code=case.class_code,
        text=report.text or case.description,
        address=case.address,
        lon=case.point.x if case.point else None,
        lat=case.point.y if case.point else None,
        at=report.at,
        due_at=case.due_at,
        closed_at=case.closed_at,
        reopened=case.first_closed_at is not None,
        before=tuple(report.media) or tuple(case.media.get("before", ())),
        after=tuple(case.media.get("after", ())),
        device_key=report.device_key,
        steps=tuple(steps),
    )


def cases_near(
    lon: float, lat: float, metres: float, *, class_prefix: str = "", within: Iterable[int] = ()
) -> list[NearbyCard]:
    """Open cases within so many metres of a point (WGS 84), nearest first; at most 30.

    `within` bounds the answer to these case ids. One statement over the index `case_drawn`.
    Raises BadInput for a point that no map of the world shows.
    """
    lon, lat = check_plausible(lon, lat, bounds=_DRAWN_WORLD)
    sql = (
        "SELECT id, class_code, left(description, 120), metres, reported_at, st_x(point),"
        " st_y(point), report_count, (media #>> '{before,0}')::bigint FROM ("
        " SELECT cases_case.*, st_distance(point::geography, here::geography)::int AS metres"
        " FROM cases_case, (SELECT st_setsrid(st_makepoint(%s, %s), 4326) AS here) AS h"
        f" WHERE {OPEN_SQL} AND st_dwithin(point_3857, st_transform(here, 3857),"
        " %s / cos(radians(%s))) AND class_code LIKE %s"
        " AND (%s::bigint[] = '{}' OR cases_case.id = ANY(%s))) AS near"
        " WHERE metres <= %s ORDER BY metres, id LIMIT %s"
    )
    ids = list(within)
    values: list[Any] = [lon, lat, metres, lat, f"{class_prefix}%", ids, ids, metres, MOST_NEARBY]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [NearbyCard(*row) for row in cursor.fetchall()]
