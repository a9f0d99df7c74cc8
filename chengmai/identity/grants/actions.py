"""Four eyes on administrators: one asks, another decides; and taking duties away."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from chengmai.identity.actions.people import refuse_missing_organisation, write_duty
from chengmai.identity.errors import NotYourDuty, PersonNotFound
from chengmai.identity.grants.errors import AlreadyAsked, LastAdministrator, RequestNotFound
from chengmai.identity.grants.events import DutyAskedFor, DutyDecided, DutyTaken
from chengmai.identity.models import DutyRequest, Person, Post, Session
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.signin.actions import end_sessions
from chengmai.identity.words import ADMINISTRATIONS, Actor, Duty
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in


@transaction.atomic
def ask_for_duty(
    *, person_id: int, organisation_id: int, duty: Duty, reason: str, actor: Actor, at: datetime
) -> int:
    """Ask that somebody become an administrator; the request's number.

    The system or security administrator asks, not for themselves. AlreadyAsked for a second time.
    """
    _askers_only(actor)
    refuse_self_approval(person_id, actor.id)
    if not Person.objects.filter(pk=person_id, active=True, api_client=None).exists():
        raise PersonNotFound("No such person.", person_id=person_id)
    refuse_missing_organisation(organisation_id)
    try:
        with transaction.atomic():
            row = DutyRequest.objects.create(
                person_id=person_id,
                organisation_id=organisation_id,
                duty=duty,
                reason=mask_numbers_in(reason.strip())[:200],
                asked_by_id=actor.id,
                asked_at=at,
            )
    except IntegrityError:
        raise AlreadyAsked("This waits for a decision already.", duty=duty) from None
    publish(
        DutyAskedFor(
            person_id=person_id,
            duty=duty.value,
            request_id=row.pk,
            organisation_id=organisation_id,
            reason=row.reason,
            at=at,
            actor_id=actor.id,
        )
    )
    return row.pk


@transaction.atomic
def decide_duty(*, request_id: int, granted: bool, actor: Actor, at: datetime) -> None:
    """Grant or refuse what another administrator asked for; neither who asked nor who would get
    it. DutiesExclude where the person holds another administration. The new administrator's
    sessions end, so that the next sign-in asks for what the duty needs."""
    _askers_only(actor)
    row = DutyRequest.objects.select_for_update().filter(pk=request_id, decided_at=None).first()
    if row is None:
        raise RequestNotFound("No such open request.", request_id=request_id)
    refuse_self_approval(row.asked_by_id, actor.id)
    refuse_self_approval(row.person_id, actor.id)
    if granted:
        write_duty(
            person_id=row.person_id,
            organisation_id=row.organisation_id,
            duty=Duty(row.duty),
            actor=actor,
            at=at,
        )
        living = Session.objects.filter(person_id=row.person_id, ended_at=None)
        end_sessions(living, why="rights_changed", actor_id=actor.id, at=at)
    DutyRequest.objects.filter(pk=row.pk).update(
        decided_by_id=actor.id, decided_at=at, granted=granted
    )
    publish(
        DutyDecided(
            person_id=row.person_id,
            duty=row.duty,
            request_id=row.pk,
            granted=granted,
            at=at,
            actor_id=actor.id,
        )
    )


@transaction.atomic
def take_duty(
    *, person_id: int, organisation_id: int, duty: Duty, actor: Actor, at: datetime
) -> None:
    """Take a duty from somebody else, at once; their sessions end where it was administration.

    LastAdministrator where nobody would hold that administration any more.
    """
    if not actor.has(Duty.ADMIN, Duty.SYSTEM):
        raise NotYourDuty("The system administrator takes duties.", duty=Duty.ADMIN)
    refuse_self_approval(person_id, actor.id)
    posts = Post.objects.filter(person_id=person_id, organisation_id=organisation_id, duty=duty)
    if not posts.exists():
        raise PersonNotFound("Nobody holds this here.", person_id=person_id)
    if duty in ADMINISTRATIONS:
        holders = Post.objects.select_for_update().filter(duty=duty, person__active=True)
        if {post.person_id for post in holders} <= {person_id}:
            raise LastAdministrator("Nobody else holds this duty.", duty=duty)
    posts.delete()
    if duty in ADMINISTRATIONS:
        living = Session.objects.filter(person_id=person_id, ended_at=None)
        end_sessions(living, why="rights_changed", actor_id=actor.id, at=at)
    publish(
        DutyTaken(
            person_id=person_id,
            duty=duty.value,
            organisation_id=organisation_id,
            at=at,
            actor_id=actor.id,
        )
    )


def _askers_only(actor: Actor) -> None:
    if actor.id is None or not actor.has(Duty.ADMIN, Duty.SECURITY):
        raise NotYourDuty("Administrators decide on administrators.", duty=Duty.ADMIN)
