"""HTTP of a person's rights: their own page, and the desk of who answers requests."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from chengmai.citizen.privacy.actions import (
    answer,
    ask,
    copy_to_hand_over,
    erase_own,
    look_up,
    want_messages,
)
from chengmai.citizen.privacy.errors import PersonUnknown
from chengmai.citizen.privacy.models import PrivacyRequest
from chengmai.citizen.privacy.queries import about, wants_messages
from chengmai.citizen.privacy.words import Erasure, RequestKind, RequestState
from chengmai.identity.edge import require_duty, require_recent_factor
from chengmai.identity.public import contact_cards
from chengmai.identity.words import Duty
from chengmai.kernel.api import Page
from chengmai.kernel.device import ensure_owner
from chengmai.kernel.paging import page_of

mine = Router(tags=["citizen"])
desk = Router(tags=["privacy"])
ANSWERS = (Duty.SECURITY,)
Reason = Annotated[str, Field(max_length=200)]


class MaskedOut(Schema):
    name: str
    phone: str


class OwnReportOut(Schema):
    tracking_no: str
    case_no: str
    at: datetime
    text: str
    is_open: bool
    photos: list[str]


class OwnRatingOut(Schema):
    tracking_no: str
    score: int
    words: str
    at: datetime


class ConsentOut(Schema):
    notice__version: str
    at: datetime


class ReadingOut(Schema):
    at: datetime
    what: str
    who: str
    organisation: str
    reason: str


class AboutOut(Schema):
    """All that is kept of one person."""

    contacts: list[MaskedOut]
    reports: list[OwnReportOut]
    ratings: list[OwnRatingOut]
    consents: list[ConsentOut]
    readings: list[ReadingOut]


class MessagesOut(Schema):
    """Whether short messages tell how reports from this phone fare."""

    sms: bool


class EraseIn(Schema):
    confirmed: bool = False


class ErasureOut(Schema):
    erased: int
    waiting_for: list[str]


class PrivacyRequestIn(Schema):
    kind: RequestKind
    contact_id: int
    words: Annotated[str, Field(max_length=1_000)] = ""


class AnswerIn(Schema):
    carry_out: bool
    words: Reason = ""


class LookUpIn(Schema):
    phone: Annotated[str, Field(max_length=30)]
    reason: Reason


class FoundPersonOut(Schema):
    contact_id: int
    name: str
    phone: str


class PrivacyRequestOut(Schema):
    id: int
    kind: RequestKind
    state: RequestState
    contact_id: int | None
    words: str | None
    asked_at: datetime
    due_at: datetime
    answer: str
    answered_at: datetime | None
    waiting_for: list[str]


@mine.get("/data", response=AboutOut, summary="What is kept of me, and who has seen it")
def get_data(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    response["Cache-Control"] = "no-store"
    return about(device_key=ensure_owner(request, response))


@mine.get("/data/copy", response=AboutOut, summary="The same as a file to keep")
def get_copy(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    response["Cache-Control"] = "no-store"
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return about(device_key=ensure_owner(request, response))


@mine.get("/data/notices", response=MessagesOut, summary="Whether I am told by short message")
def get_messages(request: HttpRequest, response: HttpResponse) -> MessagesOut:
    return MessagesOut(sms=wants_messages(ensure_owner(request, response)))


@mine.put("/data/notices", response=MessagesOut, summary="Be told by short message, or not")
def put_messages(request: HttpRequest, response: HttpResponse, body: MessagesOut) -> MessagesOut:
    """Of reports from this phone; other phones that gave the same number choose for theirs."""
    want_messages(device_key=ensure_owner(request, response), wanted=body.sms)
    return body


@mine.post("/data/erase", response=ErasureOut, summary="Erase what is kept of me")
def post_erase(request: HttpRequest, response: HttpResponse, body: EraseIn) -> Erasure:
    """Reports whose case is open wait until it ends."""
    owner = ensure_owner(request, response)
    return erase_own(device_key=owner, confirmed=body.confirmed, at=timezone.now())


@desk.post("/people", response=FoundPersonOut, summary="Find who asks, by number")
def post_look_up(request: HttpRequest, response: HttpResponse, body: LookUpIn) -> FoundPersonOut:
    """The search itself is kept, whether it finds somebody or not."""
    actor = require_duty(request, *ANSWERS)
    found = look_up(actor=actor, phone=body.phone, reason=body.reason, at=timezone.now())
    card = contact_cards([found]).get(found)
    if card is None:
        raise PersonUnknown("Nobody has given this number.", field="phone")
    response["Cache-Control"] = "no-store"
    return FoundPersonOut(contact_id=found, name=card.masked_name, phone=card.masked_phone)


@desk.get("/requests", response=Page[PrivacyRequestOut], summary="Requests, the most urgent first")
def get_requests(
    request: HttpRequest,
    state: RequestState | None = None,
    after: str | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    require_duty(request, *ANSWERS, Duty.AUDITOR)
    rows = PrivacyRequest.objects.filter(state=state) if state else PrivacyRequest.objects.all()
    items, following = page_of(
        rows, order=("due_at", "id"), after=after, limit=limit, query=f"privacy:{state}"
    )
    return {"items": items, "next": following}


@desk.post("/requests", response={201: PrivacyRequestOut}, summary="Keep a request made in person")
def post_request(request: HttpRequest, body: PrivacyRequestIn) -> Status[PrivacyRequest]:
    actor = require_duty(request, *ANSWERS)
    if body.contact_id not in contact_cards([body.contact_id]):
        raise PersonUnknown("No such person.", field="contact_id")
    kept = ask(
        kind=body.kind,
        at=timezone.now(),
        contact_id=body.contact_id,
        words=body.words,
        by=actor.id,
    )
    return Status(201, kept)


@desk.get("/requests/{int:request_id}/copy", response=AboutOut, summary="The copy to hand over")
def get_request_copy(
    request: HttpRequest, response: HttpResponse, request_id: int
) -> dict[str, Any]:
    """The person sees who took it. It wants a fresh proof, and an open request for a copy."""
    actor = require_duty(request, *ANSWERS)
    require_recent_factor(request, "recent_factor_minutes_reveal")
    response["Cache-Control"] = "no-store"
    return copy_to_hand_over(actor=actor, request_id=request_id, at=timezone.now())


@desk.post(
    "/requests/{int:request_id}/answer", response=PrivacyRequestOut, summary="Answer a request"
)
def post_answer(request: HttpRequest, request_id: int, body: AnswerIn) -> PrivacyRequest:
    """Carry it out, or refuse it with the reason that the person is told."""
    return answer(
        actor=require_duty(request, *ANSWERS),
        request_id=request_id,
        carry_out=body.carry_out,
        words=body.words,
        at=timezone.now(),
    )
