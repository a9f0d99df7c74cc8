"""People and the duties they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from chengmai.identity.errors import DutiesExclude, NotYourDuty, PersonNotFound, UsernameTaken
from chengmai.identity.events import DutyGiven
from chengmai.identity.models import Person, Post
from chengmai.identity.rules import separated_duties_held
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish


@transaction.atomic
def add_person(
    *, username: str, name: str, password: str, organisation_id: int, actor: Actor
) -> int:
    """A new member of staff; their id. Refuses a user name that is taken."""
    _administrators_only(actor)
    try:
        with transaction.atomic():
            return Person.objects.create(
                username=username,
                name=name,
                password=make_password(password),
                organisation_id=organisation_id,
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

    Refuses with DutiesExclude when system, security and audit administration would meet in one
    person.
    """
    _administrators_only(actor)
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


def set_duty_grids(*, person_id: int, duty_grids: Sequence[str]) -> None:
    """Say which duty grids a collector walks; `city` calls this when it assigns them."""
    Post.objects.filter(person_id=person_id, duty=Duty.COLLECTOR).update(
        duty_grids=sorted(set(duty_grids))
    )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(Duty.ADMIN, Duty.SECURITY, Duty.SYSTEM):
        raise NotYourDuty("An administrator gives duties.", duty=Duty.ADMIN)
