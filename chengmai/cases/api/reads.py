"""HTTP of reading: lists, queues, one case, its timeline, the day's figures, the standards."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from chengmai.cases.api.schemas import (
    CaseDetail,
    CasePage,
    CountOut,
    QueueOut,
    StandardOut,
    TimelineStep,
    TodayOut,
)
from chengmai.cases.queries.counts import count_cases
from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.figures import today
from chengmai.cases.queries.lists import CaseFilter, read_page
from chengmai.cases.queries.printing import print_data
from chengmai.cases.queries.queues import count_queues
from chengmai.cases.queries.standards import standards
from chengmai.cases.queries.timeline import timeline
from chengmai.identity.edge import require_actor
from chengmai.kernel.media.api import MediaOut
from chengmai.kernel.paging import checked_limit, decode_cursor, encode_cursor

router = Router(tags=["cases"])
JSON = "application/json; charset=utf-8"
Word = Annotated[str, Field(max_length=60)]


class CaseQuery(Schema):
    """The filters of a list; empty means any, codes and `area` match by prefix."""

    queue: Word = ""
    stage: Annotated[str, Field(max_length=300)] = ""
    lamp: Word = ""
    kind: Word = ""
    class_code: Word = ""
    grid_code: Word = ""
    area: Word = ""
    organisation_id: int | None = None
    source: Word = ""
    since: datetime | None = None
    until: datetime | None = None
    q: Annotated[str, Field(max_length=200)] = ""
    urgent: bool | None = None
    supervised: bool | None = None
    order: Word = ""
    after: Annotated[str, Field(max_length=300)] = ""
    limit: int = 50

    def wanted(self) -> CaseFilter:
        """The filter without the place in the list."""
        names = set(CaseFilter.__dataclass_fields__)
        return CaseFilter(**{name: getattr(self, name) for name in names})


@router.get("", response=CasePage, summary="A page of cases")
def get_cases(request: HttpRequest, query: Query[CaseQuery]) -> HttpResponse:
    """The database builds the page; what is declared here is what it builds."""
    actor = require_actor(request)
    wanted = query.wanted()
    mark = hashlib.sha256(f"{actor.id} {wanted}".encode()).hexdigest()
    page = read_page(
        actor,
        wanted,
        after=list(decode_cursor(query.after, mark)) if query.after else None,
        limit=checked_limit(query.limit),
        at=timezone.now(),
    )
    following = f'"{encode_cursor(page.key, mark)}"' if page.key else "null"
    complete = "true" if page.complete else "false"
    body = f'{{"items":{page.items},"next":{following},"complete":{complete}}}'
    return HttpResponse(body, content_type=JSON)


@router.get("/count", response=CountOut, summary="How many cases a list holds")
def get_count(request: HttpRequest, query: Query[CaseQuery]) -> dict[str, Any]:
    """Exact up to a thousand, beyond that the planner's estimate; place and limit do not matter."""
    count = count_cases(require_actor(request), query.wanted(), timezone.now())
    return {"value": count.value, "exact": count.exact}


@router.get("/queues", response=list[QueueOut], summary="My queues with counts")
def get_queues(request: HttpRequest) -> list[dict[str, object]]:
    return count_queues(require_actor(request), timezone.now())


@router.get("/today", response=TodayOut, summary="Today's figures")
def get_today(request: HttpRequest) -> dict[str, Any]:
    return today(require_actor(request), timezone.now())


@router.get("/standards", response=list[StandardOut], summary="Limits and thresholds in force")
def get_standards(request: HttpRequest) -> list[dict[str, Any]]:
    require_actor(request)
    return standards(timezone.localdate())


@router.get("/{int:case_id}", response=CaseDetail, summary="One case")
def get_one(request: HttpRequest, case_id: int) -> dict[str, Any]:
    return detail_out(case_detail(require_actor(request), case_id, timezone.now()))


@router.get("/{int:case_id}/timeline", response=list[TimelineStep], summary="Every step")
def get_timeline(request: HttpRequest, case_id: int) -> list[dict[str, Any]]:
    return [step_out(step) for step in timeline(require_actor(request), case_id)]


@router.get("/{int:case_id}/print", summary="What the printable case file shows")
def get_print(request: HttpRequest, case_id: int) -> dict[str, Any]:
    found = print_data(require_actor(request), case_id, timezone.now())
    return {
        "case": CaseDetail.model_validate(detail_out(found["case"])),
        "timeline": [TimelineStep.model_validate(step_out(step)) for step in found["timeline"]],
        "printed_at": found["printed_at"],
        "printed_by": found["printed_by"],
    }


def detail_out(found: dict[str, Any]) -> dict[str, Any]:
    """A case page with its media on the wire."""
    return {
        **found,
        "media": {role: _media(cards) for role, cards in found["media"].items()},
        "reports": [{**report, "media": _media(report["media"])} for report in found["reports"]],
    }


def step_out(step: dict[str, Any]) -> dict[str, Any]:
    """One step with its media on the wire."""
    return {**step, "media": _media(step["media"])}


def _media(cards: list[Any]) -> list[MediaOut]:
    return [MediaOut.of(card) for card in cards]
