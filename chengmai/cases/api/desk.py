"""HTTP of the desk: saved views, standard phrases, and a list as a workbook."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from chengmai.cases.api.reads import CaseQuery
from chengmai.cases.api.statistics import StatisticsOut
from chengmai.cases.desk.actions import phrases, sheet, views
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.queries.phrases import phrase_card, phrases_for
from chengmai.cases.desk.queries.sources import sources
from chengmai.cases.desk.queries.views import view_card, views_for
from chengmai.cases.desk.words import COLUMNS, FIRST_COLUMNS, Layout, PhraseLevel, Sharing
from chengmai.identity.edge import require_actor
from chengmai.identity.words import Duty
from chengmai.kernel.api import idempotent
from chengmai.kernel.exports.api import ExportOut
from chengmai.kernel.exports.public import export_card
from chengmai.kernel.exports.tasks import make

router = Router(tags=["desk"])
Name = Annotated[str, Field(max_length=80)]


class ColumnIn(Schema):
    key: Annotated[str, Field(max_length=40)]
    width: Annotated[int, Field(ge=0, le=2_000)] = 0


class ColumnOut(Schema):
    key: str
    title: str
    width: int


class DeskOut(Schema):
    """What a list may show, and the limits that hold today."""

    columns: list[ColumnOut]
    first_columns: list[str]
    limits: dict[str, int]


class ViewIn(Schema):
    name: Name
    filter: dict[str, str | int | bool | None] = {}  # noqa: RUF012 - pydantic copies it
    order: Annotated[str, Field(max_length=20)] = ""
    columns: Annotated[list[ColumnIn], Field(max_length=40)] = []  # noqa: RUF012
    layout: Layout = Layout.CARDS
    sharing: Sharing = Sharing.PRIVATE
    duty: Duty | None = None


class ViewOut(Schema):
    id: int
    name: str
    filter: dict[str, str | int | bool]
    order: str
    columns: list[ColumnIn]
    layout: Layout
    sharing: Sharing
    duty: str
    mine: bool
    owner_name: str
    first: bool
    changed_at: datetime


class FirstIn(Schema):
    view_id: int | None


class PhraseIn(Schema):
    text: Annotated[str, Field(max_length=600)]
    move: Annotated[str, Field(max_length=30)] = ""


class PhraseOut(Schema):
    id: int
    level: PhraseLevel
    move: str
    text: str
    rank: int
    used: int
    mine: bool


class SheetIn(CaseQuery):
    """The filter of the list, the columns that are shown, and a name for the file."""

    columns: Annotated[list[ColumnIn], Field(max_length=40)] = []  # noqa: RUF012
    title: Name = ""


@router.get("/statistics/sources", response=StatisticsOut, summary="Two periods by source")
def get_sources(
    request: HttpRequest,
    since: Query[date],
    until: Query[date],
    compare_since: Query[date],
    compare_until: Query[date],
) -> dict[str, Any]:
    return sources(require_actor(request), since, until, compare_since, compare_until)


@router.get("/desk", response=DeskOut, summary="Columns and limits of the desk")
def get_desk(request: HttpRequest) -> dict[str, Any]:
    require_actor(request)
    numbers = desk_numbers(timezone.now())
    return {
        "columns": COLUMNS,
        "first_columns": FIRST_COLUMNS,
        "limits": {name: getattr(numbers, name) for name in numbers.__dataclass_fields__},
    }


@router.get("/views", response=list[ViewOut], summary="My views and those shared with me")
def list_views(request: HttpRequest) -> list[dict[str, Any]]:
    return views_for(require_actor(request))


@router.post("/views", response={201: ViewOut}, summary="Save a view")
@idempotent
def post_view(request: HttpRequest, body: ViewIn) -> Status[Any]:
    return Status(201, _save(request, body, None))


@router.put("/views/{int:view_id}", response=ViewOut, summary="Change a view of mine")
def put_view(request: HttpRequest, view_id: int, body: ViewIn) -> dict[str, Any]:
    return _save(request, body, view_id)


def _save(request: HttpRequest, body: ViewIn, view_id: int | None) -> dict[str, Any]:
    actor = require_actor(request)
    row = views.save_view(
        actor=actor,
        at=timezone.now(),
        name=body.name,
        filter=body.filter,
        order=body.order,
        columns=[column.dict() for column in body.columns],
        layout=body.layout,
        sharing=body.sharing,
        duty=body.duty,
        view_id=view_id,
    )
    return view_card(row, actor, {row.owner_id: actor.name}, None)


@router.delete("/views/{int:view_id}", response={204: None}, summary="Delete a view of mine")
def delete_view(request: HttpRequest, view_id: int) -> Status[None]:
    views.delete_view(actor=require_actor(request), view_id=view_id)
    return Status(204, None)


@router.put("/views/first", response={204: None}, summary="The view my desk opens with")
def put_first(request: HttpRequest, body: FirstIn) -> Status[None]:
    views.choose_first_view(actor=require_actor(request), view_id=body.view_id)
    return Status(204, None)


@router.get("/phrases", response=list[PhraseOut], summary="Standard phrases, most used first")
def list_phrases(request: HttpRequest, move: str | None = None) -> list[dict[str, Any]]:
    return phrases_for(require_actor(request), timezone.localdate(), move)


@router.post("/phrases", response={201: PhraseOut}, summary="Keep a phrase of mine")
@idempotent
def post_phrase(request: HttpRequest, body: PhraseIn) -> Status[Any]:
    actor = require_actor(request)
    row = phrases.save_phrase(actor=actor, at=timezone.now(), text=body.text, move=body.move)
    return Status(201, phrase_card(row, actor))


@router.put("/phrases/{int:phrase_id}", response=PhraseOut, summary="Change a phrase of mine")
def put_phrase(request: HttpRequest, phrase_id: int, body: PhraseIn) -> dict[str, Any]:
    actor = require_actor(request)
    row = phrases.save_phrase(
        actor=actor, at=timezone.now(), text=body.text, move=body.move, phrase_id=phrase_id
    )
    return phrase_card(row, actor)


@router.delete("/phrases/{int:phrase_id}", response={204: None}, summary="Delete my phrase")
def delete_phrase(request: HttpRequest, phrase_id: int) -> Status[None]:
    phrases.delete_phrase(actor=require_actor(request), phrase_id=phrase_id)
    return Status(204, None)


@router.post("/phrases/{int:phrase_id}/uses", response={204: None}, summary="I took this phrase")
def post_use(request: HttpRequest, phrase_id: int) -> Status[None]:
    phrases.note_use(actor=require_actor(request), phrase_id=phrase_id, at=timezone.now())
    return Status(204, None)


@router.post("/exports", response={202: ExportOut}, summary="Order this list as a workbook")
@idempotent
def post_sheet(request: HttpRequest, body: SheetIn) -> Status[Any]:
    actor = require_actor(request)
    with transaction.atomic():
        row = sheet.ask_sheet(
            actor=actor,
            wanted=body.wanted(),
            columns=[column.dict() for column in body.columns],
            title=body.title,
            at=timezone.now(),
        )
        make.defer(export_id=row.pk)
    return Status(202, export_card(row))
