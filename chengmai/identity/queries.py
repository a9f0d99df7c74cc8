"""Reads of identity: which organisations there are, who holds which duty, how contacts show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Prefetch, QuerySet

from chengmai.identity.errors import OrganisationNotFound, PersonNotFound
from chengmai.identity.models import Contact, Organisation, Person, Post
from chengmai.identity.rules import PostCard, actor_from, usable_phone
from chengmai.identity.words import (
    NAME_CONTEXT,
    PHONE_CONTEXT,
    Actor,
    ContactCard,
    Duty,
    OrganisationCard,
    OrganisationKind,
    PersonCard,
)
from chengmai.kernel.masks import mask_name, mask_phone
from chengmai.kernel.reference import cached
from chengmai.kernel.secrets import blind_indexes, open_sealed

# The posts of the person `p`, for whoever reads actors.
POSTS = """
    SELECT json_agg(json_build_array(po.duty, oo.kind, oo.division, po.division, po.duty_grids)
                    ORDER BY po.id)
      FROM identity_post po JOIN identity_organisation oo ON oo.id = po.organisation_id
     WHERE po.person_id = p.id"""

_ACTOR = f"""
    SELECT p.id, p.name, o.id, o.path, ({POSTS})
      FROM identity_person p JOIN identity_organisation o ON o.id = p.organisation_id
     WHERE p.id = %s"""  # noqa: S608 (no value is pasted in)


def actor_of(person_id: int) -> Actor:
    """The actor that this person is now; PersonNotFound when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_ACTOR, [person_id])
        row = cursor.fetchone()
    if row is None:
        raise PersonNotFound("No such person.", person_id=person_id)
    return actor_from_row(row)


def actor_from_row(row: Sequence[Any]) -> Actor:
    """The actor of (person id, name, organisation id, path, posts as POSTS gives them)."""
    person_id, name, organisation_id, path, posts = row
    held = json.loads(posts) if isinstance(posts, str) else posts or []
    return actor_from(
        person_id=person_id,
        name=name,
        organisation_id=organisation_id,
        organisation_path=path,
        posts=[
            PostCard(Duty(duty), OrganisationKind(kind), home, bound, tuple(grids))
            for duty, kind, home, bound, grids in held
        ],
    )


def organisation_cards() -> dict[int, OrganisationCard]:
    """Every organisation by id, from a cache of a few seconds."""
    return cached("identity.organisations", _load_organisations)


def _load_organisations() -> dict[int, OrganisationCard]:
    return {
        row.id: OrganisationCard(
            row.id, row.name, OrganisationKind(row.kind), row.path, row.parent_id, row.division
        )
        for row in Organisation.objects.filter(active=True).order_by("path")
    }


def organisation_card(organisation_id: int) -> OrganisationCard:
    """One organisation; OrganisationNotFound when there is none."""
    try:
        return organisation_cards()[organisation_id]
    except KeyError:
        raise OrganisationNotFound(
            "No such organisation.", organisation_id=organisation_id
        ) from None


def people_seen_by(actor: Actor) -> QuerySet[Person]:
    """The people of the actor's own organisation and below, or everybody."""
    people = Person.objects.filter(active=True, api_client=None)
    if actor.sees_whole_city or actor.has(Duty.ADMIN, Duty.SECURITY):
        return people
    return people.filter(organisation__path__startswith=actor.organisation_path or "-")


def people_with(duty: Duty | None = None, organisation_id: int | None = None) -> list[PersonCard]:
    """Active people by name: those who hold `duty`, at the organisation or below it."""
    return _people(Person.objects.filter(active=True, api_client=None), duty, organisation_id)


def people_shown_to(
    actor: Actor, duty: Duty | None = None, organisation_id: int | None = None
) -> list[PersonCard]:
    """The same, as far as the actor sees."""
    return _people(people_seen_by(actor), duty, organisation_id)


def _people(
    people: QuerySet[Person], duty: Duty | None, organisation_id: int | None
) -> list[PersonCard]:
    if duty is not None:
        people = people.filter(posts__duty=duty)
    if organisation_id is not None:
        path = organisation_card(organisation_id).path
        people = people.filter(organisation__path__startswith=path)
    return _person_cards(people.distinct().order_by("name", "id"))


def colleagues_like(text: str, *, without: int | None, most: int = 20) -> list[PersonCard]:
    """Active members of staff whose name holds the text, by name; none for an empty text."""
    if not text.strip():
        return []
    people = Person.objects.filter(active=True, api_client=None, name__contains=text.strip()[:40])
    return _person_cards(people.exclude(pk=without or 0).order_by("name", "id")[:most])


def person_cards(ids: Iterable[int]) -> dict[int, PersonCard]:
    """People by id; who is not there is left out."""
    cards = _person_cards(Person.objects.filter(pk__in=set(ids)))
    return {card.id: card for card in cards}


def person_names(ids: Iterable[int | None]) -> dict[int, str]:
    """Names by id in one statement; none for no ids."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    return dict(Person.objects.filter(pk__in=wanted).values_list("id", "name"))


def _person_cards(people: QuerySet[Person]) -> list[PersonCard]:
    rows = people.select_related("organisation").prefetch_related(
        Prefetch("posts", Post.objects.only("person_id", "duty"))
    )
    return [
        PersonCard(
            row.id,
            row.name,
            row.organisation_id,
            row.organisation.name,
            frozenset(Duty(post.duty) for post in row.posts.all()),
        )
        for row in rows
    ]


def phone_indexes(digits: str) -> list[str]:
    """Under which blind indexes a phone number may stand; the one to write is the first."""
    return blind_indexes(digits, PHONE_CONTEXT)


def find_contact(phone: str) -> int | None:
    """The contact with this phone number, found without opening any."""
    digits = usable_phone(phone)
    if not digits:
        return None
    found = Contact.objects.filter(phone_index__in=phone_indexes(digits))
    return found.values_list("id", flat=True).first()


def old_contacts(*, before: datetime, after: int, most: int = 1_000) -> list[int]:
    """Contacts not erased and unchanged since `before`, by id, from behind the id `after`."""
    rows = Contact.objects.filter(erased_at=None, changed_at__lt=before, pk__gt=after)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:most])


def oldest_contact() -> datetime | None:
    """When the oldest contact that is not erased was made."""
    rows = Contact.objects.filter(erased_at=None).order_by("created_at")
    return rows.values_list("created_at", flat=True).first()


def contact_cards(ids: Iterable[int | None]) -> dict[int, ContactCard]:
    """Masked names and numbers by id, in one statement; none for no ids."""
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return {}
    return {row.pk: _contact_card(row) for row in Contact.objects.filter(pk__in=wanted)}


def phone_for_notice(contact_id: int) -> str:
    """The number to which a citizen is told of their own report; empty where there is none.

    For the program that sends, never for a screen: what a person sees goes by `reveal_contact`.
    """
    contact = Contact.objects.filter(pk=contact_id, erased_at=None).first()
    return open_contact(contact)[1] if contact else ""


def open_contact(contact: Contact) -> tuple[str, str]:
    """The name and number in clear; only `reveal_contact` and the masks may ask."""
    name, phone = contact.name_sealed, contact.phone_sealed
    return (
        open_sealed(name, NAME_CONTEXT) if name else "",
        open_sealed(phone, PHONE_CONTEXT) if phone else "",
    )


def _contact_card(contact: Contact) -> ContactCard:
    name, phone = open_contact(contact)
    return ContactCard(contact.pk, mask_name(name), mask_phone(phone))
