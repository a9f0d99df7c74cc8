"""People and the duties they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from chengmai.identity.errors import (
    DutiesExclude,
    NotYourDuty,
    OrganisationNotFound,
    PersonNotFound,
    UsernameTaken,
)
from chengmai.identity.events import DutyGiven
from chengmai.identity.grants.errors import LastAdministrator, NeedsSecondAdministrator
from chengmai.identity.models import Organisation, Person, Post
from chengmai.identity.rules import (
    refuse_bad_division,
    refuse_self_approval,
    separated_duties_held,
)
from chengmai.identity.words import ADMINISTRATIONS, Actor, Duty
from chengmai.kernel.ledger import publish


@transaction.atomic
def add_person(
    *, username: str, name: str, password: str, organisation_id: int, actor: Actor
) -> int:
    """A new member of staff; their id. Refuses a user name that is taken.

    The password is for the first sign-in only: its owner must choose another one then.
    """
    _administrators_only(actor)
    try:
        with transaction.atomic():
            return Person.objects.create(
                username=username,
                name=name,
                password=make_password(password),
                organisation_id=organisation_id,
                must_change_password=True,
            ).pk
    except IntegrityError:
        raise UsernameTaken("Somebody has this user name.", field="username") from None


@transaction.atomic
def give_duty(
    *,
    person_id: int,
    organisation_id: int,
    duty: Duty,
    actor: Actor,
    at: datetime,
    division: str = "",
) -> None:
    """Let a person hold a duty at an organisation, bounded by a division where one is given.

    Nobody gives one to themselves (SelfApproval), and an administrator's duty is asked for and
    decided by two (NeedsSecondAdministrator; `grants.actions`); only the system itself, which
    begins a city, gives it at once. DutiesExclude when two administrations would meet.
    """
    _administrators_only(actor)
    refuse_self_approval(person_id, actor.id)
    if duty in ADMINISTRATIONS and not actor.has(Duty.SYSTEM):
        raise NeedsSecondAdministrator("Another administrator must confirm this.", duty=duty)
    write_duty(
        person_id=person_id,
        organisation_id=organisation_id,
        duty=duty,
        actor=actor,
        at=at,
        division=division,
    )


def refuse_missing_organisation(organisation_id: int) -> None:
    """OrganisationNotFound where there is none of this number."""
    if not Organisation.objects.filter(pk=organisation_id).exists():
        raise OrganisationNotFound(
            "No such organisation.", field="organisation_id", organisation_id=organisation_id
        )


def write_duty(
    *,
    person_id: int,
    organisation_id: int,
    duty: Duty,
    actor: Actor,
    at: datetime,
    division: str = "",
) -> None:
    """Write the post and tell; whether the actor may is the caller's question.

    PersonNotFound, OrganisationNotFound, DutiesExclude, and BadInput for no division's code.
    """
    refuse_bad_division(division)
    refuse_missing_organisation(organisation_id)
    if not Person.objects.select_for_update().filter(pk=person_id).exists():
        raise PersonNotFound("No such person.", person_id=person_id)
    held = [
        Duty(d) for d in Post.objects.filter(person_id=person_id).values_list("duty", flat=True)
    ]
    if together := separated_duties_held([*held, duty]):
        raise DutiesExclude("One person cannot hold these duties.", duties=sorted(set(together)))
    Post.objects.update_or_create(
        person_id=person_id,
        organisation_id=organisation_id,
        duty=duty,
        defaults={"division": division},
    )
    publish(
        DutyGiven(
            person_id=person_id,
            organisation_id=organisation_id,
            duty=duty,
            division=division,
            at=at,
            actor_id=actor.id,
        )
    )


def refuse_last_administrator(person_id: int) -> None:
    """LastAdministrator where this person alone holds an administration; locks its posts."""
    for duty in Post.objects.filter(person_id=person_id, duty__in=sorted(ADMINISTRATIONS)):
        holders = Post.objects.select_for_update().filter(duty=duty.duty, person__active=True)
        if {post.person_id for post in holders} <= {person_id}:
            raise LastAdministrator("Nobody else holds this duty.", duty=duty.duty)


def set_duty_grids(*, person_id: int, duty_grids: Sequence[str]) -> None:
    """Say which duty grids a collector walks; `city` calls this when it assigns them."""
    Post.objects.filter(person_id=person_id, duty=Duty.COLLECTOR).update(
        duty_grids=sorted(set(duty_grids))
    )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("An administrator gives duties.", duty=Duty.ADMIN)
