"""HTTP of the citizen's side: no sign-in, a device cookie, friendly words."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from chengmai.cases.public import cases_near, stories_of_device
from chengmai.cases.words import CaseSource, NearbyCard
from chengmai.citizen.actions import Sender, Words, rate, say_me_too, send_report
from chengmai.citizen.errors import ProblemUnknown
from chengmai.citizen.privacy.api import desk as privacy
from chengmai.citizen.privacy.api import mine as own_data
from chengmai.citizen.queries import my_report, my_reports, present_notice
from chengmai.citizen.words import ReportState
from chengmai.city.public import class_cards
from chengmai.identity.edge import client_address
from chengmai.kernel.api import idempotent
from chengmai.kernel.device import ensure_owner
from chengmai.kernel.idempotency import scope_of
from chengmai.kernel.media.api import MediaOut
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.places import CoordinateSystem, to_wgs84

router = Router(tags=["citizen"])
router.add_router("", own_data)
__all__ = ["privacy", "router"]
NEAR_METRES = 150
Name = Annotated[str, Field(max_length=60)]
Phone = Annotated[str, Field(max_length=30)]


class CitizenReportIn(Schema):
    text: Annotated[str, Field(max_length=5_000)] = ""
    lon: float
    lat: float
    coordinate_system: CoordinateSystem = CoordinateSystem.WGS84
    address: Annotated[str, Field(max_length=200)] = ""
    media_ids: Annotated[tuple[int, ...], Field(max_length=9)] = ()
    class_code: Annotated[str, Field(max_length=10)] = ""
    name: Name = ""
    phone: Phone = ""
    notice_version: Annotated[str, Field(max_length=20)]


class MeTooIn(Schema):
    text: Annotated[str, Field(max_length=5_000)] = ""
    media_ids: Annotated[tuple[int, ...], Field(max_length=9)] = ()
    name: Name = ""
    phone: Phone = ""
    notice_version: Annotated[str, Field(max_length=20)]


class CitizenReceipt(Schema):
    tracking_no: str
    case_no: str
    state: ReportState


class FriendlyStepOut(Schema):
    at: datetime
    title: str
    words: str
    unit: str | None
    media: list[MediaOut]


class NextStepOut(Schema):
    words: str
    by: datetime | None


class ReportPhotos(Schema):
    before: list[MediaOut]
    after: list[MediaOut]


class RatingOut(Schema):
    score: int
    words: str


class CitizenReport(Schema):
    tracking_no: str
    case_no: str
    state: ReportState
    text: str
    at: datetime
    lon: float | None
    lat: float | None
    address: str
    class_name: str | None
    steps: list[FriendlyStepOut]
    next_step: NextStepOut | None
    photos: ReportPhotos
    rating: RatingOut | None
    can_rate: bool
    can_object: bool


class RatingIn(Schema):
    score: Annotated[int, Field(ge=1, le=5)]
    words: Annotated[str, Field(max_length=2_000)] = ""
    reopen: bool = False


class NearbyOut(Schema):
    case_ref: str
    class_name: str | None
    text: str
    metres: int
    at: datetime
    lon: float
    lat: float
    supporters: int
    thumbnail_url: str | None
    mine: bool


class NoticeOut(Schema):
    version: str
    title: str
    text: str
    valid_from: datetime


@router.get("/notice", response=NoticeOut, summary="The privacy notice in force")
def get_notice(request: HttpRequest) -> Any:
    return present_notice()


@router.post("/reports", response={201: CitizenReceipt}, summary="Report a problem")
@idempotent
def post_report(request: HttpRequest, response: HttpResponse, body: CitizenReportIn) -> Status[Any]:
    lon, lat = to_wgs84(body.lon, body.lat, body.coordinate_system)
    receipt = send_report(
        sender=_sender(request, response),
        words=_words(body, lon, lat),
        notice_version=body.notice_version,
        source=_source(request),
        at=timezone.now(),
    )
    return Status(201, _receipt(receipt.tracking_no, receipt.case_no))


@router.get("/reports", response=list[CitizenReport], summary="What I reported")
def get_reports(request: HttpRequest, response: HttpResponse) -> list[dict[str, Any]]:
    return [_wire(report) for report in my_reports(ensure_owner(request, response))]


@router.get("/reports/{tracking_no}", response=CitizenReport, summary="How my report fares")
def get_report(request: HttpRequest, tracking_no: str) -> dict[str, Any]:
    return _wire(my_report(tracking_no[:40]))


@router.post(
    "/reports/{tracking_no}/rating", response={201: CitizenReport}, summary="Rate the result"
)
@idempotent
def post_rating(
    request: HttpRequest, response: HttpResponse, tracking_no: str, body: RatingIn
) -> Status[Any]:
    ensure_owner(request, response)
    rate(
        tracking_no=tracking_no[:40],
        score=body.score,
        words=body.words,
        reopen=body.reopen,
        at=timezone.now(),
    )
    return Status(201, _wire(my_report(tracking_no[:40])))


@router.get("/nearby", response=list[NearbyOut], summary="Open problems near a point")
def get_nearby(
    request: HttpRequest,
    lon: float,
    lat: float,
    metres: Annotated[int, Field(ge=50, le=2_000)] = NEAR_METRES,
    coordinate_system: Query[CoordinateSystem] = CoordinateSystem.WGS84,
) -> list[dict[str, Any]]:
    """The nearest 30 within so many metres (50 to 2,000); `mine`: reported from this device."""
    here = to_wgs84(lon, lat, coordinate_system)
    found = cases_near(here[0], here[1], metres)
    thumbs = {c.id: c.thumbnail_url for c in media_cards(n.thumbnail_id or 0 for n in found)}
    mine = {story.case_id for story in stories_of_device(scope_of(request))} if found else set()
    return [_nearby(card, thumbs.get(card.thumbnail_id or 0), card.id in mine) for card in found]


@router.post("/nearby/{case_ref}/me-too", response={201: CitizenReceipt}, summary="Me too")
@idempotent
def post_me_too(
    request: HttpRequest, response: HttpResponse, case_ref: str, body: MeTooIn
) -> Status[Any]:
    if not case_ref.isascii() or not case_ref.isdigit() or len(case_ref) > 18:
        raise ProblemUnknown("No such open problem.")
    receipt = say_me_too(
        sender=_sender(request, response),
        words=Words(
            text=body.text,
            lon=0,
            lat=0,
            media_ids=body.media_ids,
            name=body.name,
            phone=body.phone,
        ),
        case_id=int(case_ref),
        notice_version=body.notice_version,
        source=_source(request),
        at=timezone.now(),
    )
    return Status(201, _receipt(receipt.tracking_no, receipt.case_no))


def _sender(request: HttpRequest, response: HttpResponse) -> Sender:
    return Sender(ensure_owner(request, response), client_address(request))


def _source(request: HttpRequest) -> CaseSource:
    """WeChat's browser says its name."""
    agent = request.headers.get("User-Agent", "")
    return CaseSource.WECHAT if "MicroMessenger" in agent else CaseSource.WEB


def _words(body: CitizenReportIn, lon: float, lat: float) -> Words:
    return Words(
        text=body.text,
        lon=lon,
        lat=lat,
        address=body.address,
        class_code=body.class_code,
        media_ids=body.media_ids,
        name=body.name,
        phone=body.phone,
    )


def _receipt(tracking_no: str, case_no: str) -> dict[str, Any]:
    return {"tracking_no": tracking_no, "case_no": case_no, "state": ReportState.SUBMITTED}


def _nearby(card: NearbyCard, thumbnail_url: str | None, mine: bool) -> dict[str, Any]:
    known = class_cards().get(card.class_code)
    return {
        "case_ref": str(card.id),
        "class_name": known.name if known else None,
        "text": card.description,
        "metres": card.metres,
        "at": card.at,
        "lon": card.lon,
        "lat": card.lat,
        "supporters": card.supporters,
        "thumbnail_url": thumbnail_url,
        "mine": mine,
    }


def _wire(report: dict[str, Any]) -> dict[str, Any]:
    """The report with its media on the wire."""
    photos = report["photos"]
    return {
        **report,
        "steps": [{**step, "media": _media(step["media"])} for step in report["steps"]],
        "photos": {role: _media(photos[role]) for role in ("before", "after")},
    }


def _media(cards: list[Any]) -> list[MediaOut]:
    return [MediaOut.of(card) for card in cards]
