"""The tree of organisations."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from chengmai.identity.errors import NotYourDuty, OrganisationNotFound, TreeWouldLoop
from chengmai.identity.events import OrganisationMoved
from chengmai.identity.models import Organisation
from chengmai.identity.words import Actor, Duty, OrganisationCard, OrganisationKind
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget

_TREE_LOCK = 0x6F7267  # one editor of the tree at a time


@transaction.atomic
def add_organisation(
    *,
    name: str,
    kind: OrganisationKind,
    parent_id: int | None,
    actor: Actor,
    division: str = "",
) -> OrganisationCard:
    """Hang a new organisation below its parent, or make a root."""
    _administrators_only(actor)
    _lock_tree()
    parent = _get(parent_id) if parent_id is not None else None
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('identity_organisation', 'id'))")
        number: int = cursor.fetchone()[0]
    row = Organisation.objects.create(
        id=number,
        name=name,
        kind=kind,
        parent=parent,
        path=f"{parent.path if parent else '.'}{number}.",
        division=division,
    )
    forget("identity.organisations")
    return OrganisationCard(row.id, name, kind, row.path, parent_id, division)


@transaction.atomic
def move_organisation(
    *, organisation_id: int, parent_id: int | None, actor: Actor, at: datetime
) -> int:
    """Hang an organisation and all below it elsewhere; the number of paths that changed.

    Refuses with TreeWouldLoop when the new parent lies in the moved subtree.
    """
    _administrators_only(actor)
    _lock_tree()
    moved = _get(organisation_id)
    parent = _get(parent_id) if parent_id is not None else None
    if parent is not None and parent.path.startswith(moved.path):
        raise TreeWouldLoop("An organisation cannot hang below itself.", parent_id=parent_id)
    old, new = moved.path, f"{parent.path if parent else '.'}{moved.id}."
    if new == old:
        return 0
    Organisation.objects.filter(pk=moved.id).update(parent=parent)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE identity_organisation SET path = %s || substr(path, %s) WHERE path LIKE %s",
            [new, len(old) + 1, f"{old}%"],
        )
        changed = int(cursor.rowcount)
    publish(
        OrganisationMoved(
            organisation_id=moved.id, old_path=old, new_path=new, at=at, actor_id=actor.id
        )
    )
    forget("identity.organisations")
    return changed


def _get(organisation_id: int) -> Organisation:
    try:
        return Organisation.objects.get(pk=organisation_id)
    except Organisation.DoesNotExist:
        raise OrganisationNotFound(
            "No such organisation.", organisation_id=organisation_id
        ) from None


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the organisations.", duty=Duty.ADMIN)


def _lock_tree() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE_LOCK])
