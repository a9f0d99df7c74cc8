"""Reads of rights: who holds what, and what waits for a second administrator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from chengmai.identity.errors import NotYourDuty
from chengmai.identity.models import DutyRequest, Person
from chengmai.identity.words import Actor, Duty

MAY_LOOK = (Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)


@dataclass(frozen=True)
class DutyRequestCard:
    """A request for an administrator's duty with every name."""

    id: int
    person_id: int
    person_name: str
    organisation_id: int
    organisation_name: str
    duty: Duty
    reason: str
    asked_by: str
    asked_at: datetime
    mine: bool


@dataclass(frozen=True)
class PostOfPerson:
    """One duty of somebody, and where."""

    organisation_id: int
    organisation_name: str
    duty: Duty


@dataclass(frozen=True)
class AccountCard:
    """Somebody's account as administrators see it."""

    id: int
    name: str
    username: str
    organisation_id: int
    organisation_name: str
    active: bool
    locked_until: datetime | None
    must_change_password: bool
    has_factor: bool
    posts: tuple[PostOfPerson, ...]


def open_requests(actor: Actor) -> list[DutyRequestCard]:
    """What waits for a decision, oldest first. NotYourDuty for who is no administrator."""
    _administrators_only(actor)
    rows = DutyRequest.objects.filter(decided_at=None).select_related(
        "person", "organisation", "asked_by"
    )
    return [
        DutyRequestCard(
            row.pk,
            row.person_id,
            row.person.name,
            row.organisation_id,
            row.organisation.name,
            Duty(row.duty),
            row.reason,
            row.asked_by.name if row.asked_by else "",
            row.asked_at,
            actor.id in (row.asked_by_id, row.person_id),
        )
        for row in rows.order_by("id")
    ]


def accounts_seen_by(actor: Actor) -> QuerySet[Person]:
    """Every account of staff. NotYourDuty for who is no administrator."""
    _administrators_only(actor)
    return Person.objects.filter(api_client=None).select_related("organisation")


def account_cards(people: list[Person]) -> list[AccountCard]:
    """These accounts with their posts. Three statements."""
    ids = [person.pk for person in people]
    rows = Person.objects.filter(pk__in=ids).prefetch_related("posts__organisation", "passkeys")
    held = {row.pk: row for row in rows}
    codes = set(
        Person.objects.filter(pk__in=ids, totp__confirmed_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    return [_account(person, held[person.pk], person.pk in codes) for person in people]


def _account(person: Person, full: Person, has_code: bool) -> AccountCard:
    posts = tuple(
        PostOfPerson(post.organisation_id, post.organisation.name, Duty(post.duty))
        for post in full.posts.all()
    )
    return AccountCard(
        person.pk,
        person.name,
        person.username,
        person.organisation_id,
        person.organisation.name,
        person.active,
        person.locked_until,
        person.must_change_password,
        has_code or bool(full.passkeys.all()),
        posts,
    )


def _administrators_only(actor: Actor) -> None:
    if not actor.has(*MAY_LOOK):
        raise NotYourDuty("Administrators look after accounts.", duty=Duty.ADMIN)
