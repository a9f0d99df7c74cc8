"""Saved views: a person's own, and those shared with their organisation or their duty."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet, Value

from chengmai.cases.desk.errors import ViewNotFound
from chengmai.cases.desk.models import FirstView, SavedView
from chengmai.cases.desk.rules import number_of
from chengmai.cases.desk.words import Sharing
from chengmai.identity.public import person_names
from chengmai.identity.words import Actor


def views_seen_by(actor: Actor) -> QuerySet[SavedView]:
    """One's own views, those of one's organisation and the ones above it, and those of one's duties.

    A view is a filter and shows nothing by itself: the list behind it has the reader's own scope.
    """
    shared = Q(sharing=Sharing.DUTY, duty__in=[duty.value for duty in actor.duties])
    rows = SavedView.objects.annotate(here=Value(actor.organisation_path or "-"))
    above = Q(sharing=Sharing.ORGANISATION) & ~Q(organisation_path="")
    return rows.filter(
        Q(owner_id=number_of(actor)) | shared | (above & Q(here__startswith=F("organisation_path")))
    ).order_by("name", "id")


def views_for(actor: Actor) -> list[dict[str, Any]]:
    """The views of this actor's desk, their own first. Three statements."""
    rows = list(views_seen_by(actor))
    names = person_names(row.owner_id for row in rows)
    first = (
        FirstView.objects.filter(person_id=number_of(actor))
        .values_list("view_id", flat=True)
        .first()
    )
    cards = [view_card(row, actor, names, first) for row in rows]
    return sorted(cards, key=lambda card: not card["mine"])


def view_card(
    row: SavedView, actor: Actor, names: dict[int, str], first: int | None
) -> dict[str, Any]:
    """A view as the screen shows it."""
    return {
        "id": row.pk,
        "name": row.name,
        "filter": row.filter,
        "order": row.order,
        "columns": row.columns,
        "layout": row.layout,
        "sharing": row.sharing,
        "duty": row.duty,
        "mine": row.owner_id == number_of(actor),
        "owner_name": names.get(row.owner_id, ""),
        "first": row.pk == first,
        "changed_at": row.changed_at,
    }


def get_view(actor: Actor, view_id: int, *, own: bool = False) -> SavedView:
    """One view; with `own` only the actor's. Raises ViewNotFound for a hidden one too."""
    rows = SavedView.objects.filter(owner_id=number_of(actor)) if own else views_seen_by(actor)
    found = rows.filter(pk=view_id).first()
    if found is None:
        raise ViewNotFound("No such view.", id=view_id)
    return found
