"""Makers with honest defaults: organisations, people, actors, signed-in clients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client

from chengmai.identity.models import (
    ApiClient,
    ApiKey,
    Delegation,
    Organisation,
    Person,
    Post,
    Session,
)
from chengmai.identity.models import Contact as Contact
from chengmai.identity.queries import actor_of
from chengmai.identity.tokens import COOKIE, hash_of, new_token
from chengmai.identity.words import Actor, Duty, OrganisationKind, Step

PASSWORD = "clear-sea-39"
NOON = datetime(2026, 4, 15, 4, 0, tzinfo=UTC)  # Wednesday, 12:00 in Shanghai
_numbers = count(1)


@cache
def _hashed(password: str) -> str:
    return make_password(password)


def make_organisation(
    name: str = "",
    kind: OrganisationKind = OrganisationKind.DEPARTMENT,
    parent: Organisation | None = None,
    division: str = "",
) -> Organisation:
    """An organisation below `parent`, or a root."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('identity_organisation', 'id'))")
        number = cursor.fetchone()[0]
    return Organisation.objects.create(
        id=number,
        name=name or f"第{number}管理处",
        kind=kind,
        parent=parent,
        path=f"{parent.path if parent else '.'}{number}.",
        division=division,
    )


def make_person(
    duties: Sequence[Duty] = (Duty.HANDLER,),
    organisation: Organisation | None = None,
    *,
    name: str = "",
    username: str = "",
    password: str = PASSWORD,
    division: str = "",
    duty_grids: Sequence[str] = (),
) -> Person:
    """A person who holds these duties at the organisation (made, when not given)."""
    number = next(_numbers)
    organisation = organisation or make_organisation()
    person = Person.objects.create(
        username=username or f"person{number}",
        name=name or f"王小{number}",
        password=_hashed(password),
        organisation=organisation,
    )
    Post.objects.bulk_create(
        Post(
            person=person,
            organisation=organisation,
            duty=duty,
            division=division,
            duty_grids=list(duty_grids),
        )
        for duty in duties
    )
    return person


def make_actor(
    *duties: Duty,
    organisation: Organisation | None = None,
    person: Person | None = None,
    **kw: Any,
) -> Actor:
    """The actor of `person`, or one that stands in no table: id 1, whole city unless bounded."""
    if person is not None:
        return actor_of(person.id)
    values: dict[str, Any] = {
        "id": 1,
        "name": "李明",
        "duties": frozenset(duties),
        "organisation_id": organisation.id if organisation else None,
        "organisation_path": organisation.path if organisation else "",
        "sees_whole_city": organisation is None and not kw.get("division"),
    }
    return Actor(**{**values, **kw})


def make_session(
    person: Person | int,
    *,
    at: datetime | None = None,
    step: Step = Step.DONE,
    idle: int | None = 1800,
    **values: Any,
) -> str:
    """The token of a session of this person (or id) that began at `at` (default: now)."""
    token, moment = new_token(), at or datetime.now(UTC)
    Session.objects.create(
        token_hash=hash_of(token),
        person_id=person if isinstance(person, int) else person.pk,
        created_at=moment,
        last_seen_at=moment,
        expires_at=moment + timedelta(hours=12),
        idle_seconds=idle,
        step=step,
        **{"confirmed_at": moment, **values},
    )
    return token


def signed_in_client(person: Person | int) -> Client:
    """A browser of this person, with the header that our pages send."""
    client = Client(headers={"X-Chengmai-Client": "tests"})
    client.cookies[COOKIE] = make_session(person)
    return client


def make_delegation(
    person: Person | int,
    deputy: Person,
    *,
    duties: Sequence[Duty],
    starts_at: datetime,
    ends_at: datetime,
) -> int:
    """The deputy stands in for the person; the number."""
    return Delegation.objects.create(
        person_id=person if isinstance(person, int) else person.pk,
        deputy=deputy,
        duties=[duty.value for duty in duties],
        starts_at=starts_at,
        ends_at=ends_at,
        created_at=starts_at,
    ).pk


def make_client_key(*scopes: str, organisation: Organisation | None = None) -> str:
    """The key of an approved API client with these scopes, which sees the whole city."""
    home = organisation or make_organisation()
    admin, security = make_person([Duty.ADMIN], home), make_person([Duty.SECURITY], home)
    number, now = next(_numbers), datetime.now(UTC)
    client = ApiClient.objects.create(
        name=f"系统 {number}",
        person=make_person((), home, username=f"client:{number}"),
        organisation=home,
        scopes=list(scopes),
        sees_whole_city=True,
        per_minute=6000,
        state="active",
        proposed_by=admin,
        proposed_at=now,
        decided_by=security,
        decided_at=now,
    )
    key = f"cmk_{number:010d}_{new_token()}"
    ApiKey.objects.create(
        client=client,
        prefix=f"{number:010d}",
        hash=hash_of(key),
        created_at=now,
        created_by=security,
        expires_at=now + timedelta(days=30),
    )
    return key
