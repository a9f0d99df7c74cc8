"""The directory of the back office: renaming and closing offices, people who move or leave.

Nothing is deleted but a post: what others refer to is only taken out of use.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chengmai.identity.actions.organisations import move_organisation
from chengmai.identity.actions.people import refuse_last_administrator
from chengmai.identity.errors import NotYourDuty, OrganisationNotFound, PersonNotFound
from chengmai.identity.models import Organisation, Person, Session
from chengmai.identity.signin.actions import end_sessions, give_password
from chengmai.identity.words import Actor, Duty, OrganisationKind
from chengmai.kernel.reference import forget


@transaction.atomic
def change_organisation(
    *,
    organisation_id: int,
    name: str,
    kind: OrganisationKind,
    parent_id: int | None,
    division: str,
    actor: Actor,
    at: datetime,
) -> None:
    """Rename an organisation, or hang it elsewhere with all that is below it."""
    _administrators_only(actor)
    row = Organisation.objects.select_for_update().filter(pk=organisation_id).first()
    if row is None:
        raise OrganisationNotFound("No such organisation.", organisation_id=organisation_id)
    if row.parent_id != parent_id:
        move_organisation(organisation_id=organisation_id, parent_id=parent_id, actor=actor, at=at)
    Organisation.objects.filter(pk=organisation_id).update(name=name, kind=kind, division=division)
    forget("identity.organisations")


@transaction.atomic
def use_organisation(*, organisation_id: int, active: bool, actor: Actor) -> None:
    """Take an organisation out of use, or into use again."""
    _administrators_only(actor)
    Organisation.objects.filter(pk=organisation_id).update(active=active)
    forget("identity.organisations")


@transaction.atomic
def change_person(
    *, person_id: int, name: str, organisation_id: int, password: str, actor: Actor, at: datetime
) -> None:
    """Another name, office or password; an empty password stays as it is.

    A password given so counts for one sign-in, like that of a new person; nobody gives one to
    themselves.
    """
    _administrators_only(actor)
    row = _person(person_id)
    row.name, row.organisation_id = name, organisation_id
    row.save(update_fields=["name", "organisation_id"])
    if password:
        give_password(person_id=person_id, password=password, actor=actor, at=at)


@transaction.atomic
def use_person(*, person_id: int, active: bool, actor: Actor, at: datetime) -> None:
    """Let a person's account rest (their sessions end), or wake it.

    LastAdministrator where nobody would hold their administration any more: the system
    administrator does not rid the city of who watches.
    """
    _administrators_only(actor)
    row = _person(person_id)
    if actor.id == person_id and not active:
        raise NotYourDuty("Nobody ends their own account.", remedy="请由另一位管理员办理。")
    if not active:
        refuse_last_administrator(person_id)
    row.active = active
    row.save(update_fields=["active"])
    if not active:
        living = Session.objects.filter(person=row, ended_at=None)
        end_sessions(living, why="account_rests", actor_id=actor.id, at=at)


def _person(person_id: int) -> Person:
    row = Person.objects.select_for_update().filter(pk=person_id).first()
    if row is None:
        raise PersonNotFound("No such person.", person_id=person_id)
    return row


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator edits the directory.", duty=Duty.ADMIN)
