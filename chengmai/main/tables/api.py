"""Reference tables over HTTP: one set of addresses for all of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from chengmai.identity.edge import require_actor
from chengmai.identity.public import person_names
from chengmai.identity.words import Actor
from chengmai.kernel.api import Page, idempotent
from chengmai.kernel.tables.changes import Asked, preview, take, today_in_city
from chengmai.kernel.tables.history import history_of, restoring
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.rows import STATE, RowCard, cards, found, get_row, page_of_rows, rows_of
from chengmai.kernel.tables.words import Doing, State
from chengmai.main.tables.book import BEGINNING, book
from chengmai.main.tables.rights import (
    may_edit,
    may_read,
    require_beginning,
    require_editing,
    require_reading,
)
from chengmai.main.tables.schemas import (
    BeginningOut,
    BeginningStepOut,
    TableAskIn,
    TableDetailOut,
    TableOut,
    TablePastOut,
    TablePickOut,
    TablePreviewOut,
    TableRestoreIn,
    TableRowOut,
)
from chengmai.main.tables.showing import detail_of, table_of

router = Router(tags=["tables"])
MOST_CHOICES = 50


@router.get("", response=list[TableOut], summary="The reference tables that you may read")
def get_tables(request: HttpRequest) -> list[dict[str, Any]]:
    actor = require_actor(request)
    recipes = book().recipes.values()
    return [
        table_of(recipe, may_edit(actor, recipe)) for recipe in recipes if may_read(actor, recipe)
    ]


@router.get("/beginning", response=BeginningOut, summary="What an empty city still needs")
def get_beginning(request: HttpRequest) -> BeginningOut:
    require_beginning(require_actor(request))
    steps = []
    for step in BEGINNING:
        count = step.count()
        shown = {**asdict(step), "count": count, "done": count >= step.least}
        steps.append(BeginningStepOut(**shown))
    return BeginningOut(done=all(step.done for step in steps), steps=steps)


@router.get("/{table}", response=TableDetailOut, summary="One table: its columns and doings")
def get_table(request: HttpRequest, table: str) -> dict[str, Any]:
    actor, recipe = _reading(request, table)
    return detail_of(recipe, may_edit(actor, recipe))


@router.get("/{table}/rows", response=Page[TableRowOut], summary="The rows, page by page")
def get_rows(
    request: HttpRequest,
    table: str,
    q: str = "",
    state: State | None = None,
    sort: str = "",
    after: str | None = None,
    limit: int = 50,
) -> dict[str, Any]:
    _, recipe = _reading(request, table)
    rows, following = page_of_rows(
        book(), recipe, on=today_in_city(), q=q[:100], state=state, sort=sort[:40],
        after=after, limit=limit,
    )  # fmt: skip
    return {"items": rows, "next": following}


@router.get("/{table}/row/{pk}", response=TableRowOut, summary="One row")
def get_one(request: HttpRequest, table: str, pk: str) -> RowCard:
    _, recipe = _reading(request, table)
    return cards(book(), recipe, [get_row(recipe, pk, today_in_city())])[0]


@router.get(
    "/{table}/choices", response=list[TablePickOut], summary="Rows to choose from in a form"
)
def get_choices(request: HttpRequest, table: str, q: str = "") -> list[dict[str, Any]]:
    """Up to 50 rows that are in use or will be."""
    _, recipe = _reading(request, table)
    rows = found(rows_of(recipe, today_in_city()), recipe, q[:100])
    order = recipe.order or ("pk",)
    picked = rows.exclude(**{STATE: State.ENDED.value}).order_by(*order)[:MOST_CHOICES]
    return [
        {
            "pk": card.pk,
            "label": card.label,
            "key": str(card.values.get(recipe.key[-1], "")),
            "state": card.state,
        }
        for card in cards(book(), recipe, list(picked))
    ]


@router.post("/{table}/preview", response=TablePreviewOut, summary="What a change would do")
def post_preview(request: HttpRequest, table: str, body: TableAskIn) -> Any:
    actor, recipe = _editing(request, table)
    return preview(book(), recipe, _asked(body), actor=actor, at=timezone.now())


@router.post(
    "/{table}/rows", response={200: TableRowOut, 201: TableRowOut}, summary="Change one row"
)
@idempotent
def post_change(request: HttpRequest, table: str, body: TableAskIn) -> Status[RowCard]:
    """Add, change, end, reinstate or take back a row; 201 for a new one."""
    actor, recipe = _editing(request, table)
    row = take(book(), recipe, _asked(body), actor=actor, at=timezone.now())
    return Status(201 if body.doing is Doing.ADD else 200, row)


@router.get("/{table}/row/{pk}/history", response=list[TablePastOut], summary="Who changed a row")
def get_history(request: HttpRequest, table: str, pk: str) -> list[dict[str, Any]]:
    _, recipe = _reading(request, table)
    past = history_of(recipe, pk, today_in_city())
    names = person_names(one.actor_id for one in past)
    return [{**asdict(one), "actor_name": names.get(one.actor_id or 0, "系统")} for one in past]


@router.post(
    "/{table}/row/{pk}/restore", response=TableRowOut, summary="Bring an earlier version back"
)
def post_restore(request: HttpRequest, table: str, pk: str, body: TableRestoreIn) -> RowCard:
    actor, recipe = _editing(request, table)
    asked = restoring(
        recipe, pk, body.entry, version=body.version, reason=body.reason, on=body.on,
        today=today_in_city(),
    )  # fmt: skip
    return take(book(), recipe, asked, actor=actor, at=timezone.now())


def _reading(request: HttpRequest, table: str) -> tuple[Actor, Recipe]:
    actor, recipe = require_actor(request), book().recipe(table)
    require_reading(actor, recipe)
    return actor, recipe


def _editing(request: HttpRequest, table: str) -> tuple[Actor, Recipe]:
    actor, recipe = require_actor(request), book().recipe(table)
    require_editing(actor, recipe)
    return actor, recipe


def _asked(body: TableAskIn) -> Asked:
    return Asked(
        doing=body.doing,
        pk=body.pk,
        values=body.values,
        version=body.version,
        on=body.on,
        reason=body.reason,
    )
