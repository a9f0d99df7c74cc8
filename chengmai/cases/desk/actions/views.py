"""Writes of saved views: only one's own, so many of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from chengmai.cases.desk.errors import TooManyViews, ViewNameTaken
from chengmai.cases.desk.models import FirstView, SavedView
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.queries.views import get_view
from chengmai.cases.desk.rules import checked_columns, checked_filter, number_of
from chengmai.cases.desk.words import Layout, Sharing
from chengmai.cases.queries.lists import ORDERS
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.errors import BadInput
from chengmai.kernel.masks import mask_numbers_in


def save_view(
    *,
    actor: Actor,
    at: datetime,
    name: str,
    filter: Mapping[str, Any],
    order: str,
    columns: Sequence[Mapping[str, Any]],
    layout: Layout,
    sharing: Sharing,
    duty: Duty | None = None,
    view_id: int | None = None,
) -> SavedView:
    """Keep a view under a name; with `view_id` write one's own anew.

    Raises TooManyViews, ViewNameTaken, ViewNotFound and BadInput naming the field.
    """
    if order and order not in ORDERS:
        raise BadInput("Unknown order.", field="order", given=order[:40])
    if sharing is Sharing.DUTY and (duty is None or duty not in actor.duties):
        raise BadInput(
            "A view is shared with a duty of one's own.",
            field="duty",
            remedy="Choose one of your duties.",
        )
    with transaction.atomic():
        row = _own_or_new(actor, view_id, at)
        row.name = _name(name)
        row.filter, row.order = checked_filter(filter), order
        row.columns, row.layout = checked_columns(columns), layout
        row.sharing = sharing
        row.organisation_path = actor.organisation_path if sharing is Sharing.ORGANISATION else ""
        row.duty = duty.value if duty and sharing is Sharing.DUTY else ""
        row.changed_at = at
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            raise ViewNameTaken(
                "You have a view of this name.", field="name", remedy="Choose another name."
            ) from None
    return row


def _own_or_new(actor: Actor, view_id: int | None, at: datetime) -> SavedView:
    if view_id is not None:
        return get_view(actor, view_id, own=True)
    most = desk_numbers(at).views_max
    if SavedView.objects.filter(owner_id=number_of(actor)).count() >= most:
        raise TooManyViews(
            "You keep as many views as are allowed.",
            limit=most,
            remedy="Delete a view that you no longer need.",
        )
    return SavedView(owner_id=number_of(actor))


def _name(name: str) -> str:
    plain = mask_numbers_in(" ".join(name.replace("\x00", "").split()))
    if not plain or len(plain) > 40:
        raise BadInput("A name has 1 to 40 characters.", field="name", remedy="Give a short name.")
    return plain


@transaction.atomic
def delete_view(*, actor: Actor, view_id: int) -> None:
    """Forget one's own view; whoever opened their desk with it opens it as before."""
    get_view(actor, view_id, own=True).delete()


@transaction.atomic
def choose_first_view(*, actor: Actor, view_id: int | None) -> None:
    """The view that this person's desk opens with; None for the first queue of their duty."""
    if view_id is None:
        FirstView.objects.filter(person_id=number_of(actor)).delete()
        return
    view = get_view(actor, view_id)
    FirstView.objects.update_or_create(person_id=number_of(actor), defaults={"view": view})
