"""The first start of an empty city: the data every city begins with, and three administrators."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from chengmai.cases import public as cases
from chengmai.city import public as city
from chengmai.identity import public as identity
from chengmai.identity.words import SYSTEM, Duty, OrganisationKind
from chengmai.kernel import settings as kernel
from chengmai.kernel.rates import load_default_rates
from chengmai.notices.public import load_default_templates

VALID_FROM = date(2024, 1, 1)
# Three people from the first day on: one alone could make no other administrator.
ADMINISTRATORS = (
    ("admin", "系统管理员", Duty.ADMIN),
    ("security", "安全管理员", Duty.SECURITY),
    ("auditor", "审计员", Duty.AUDITOR),
)


@transaction.atomic
def begin_city(*, at: datetime, say: Callable[[str], None]) -> bool:
    """Load classes, limits, calendar and settings, and make the administrators; once.

    The passwords are said once and kept nowhere. Returns whether anything was done: a city that has
    an organisation has begun, and what it has changed since stays as it is.
    """
    if identity.organisation_cards():
        return False
    load_reference_data(at)
    bureau = identity.add_organisation(
        name="城市管理局", kind=OrganisationKind.BUREAU, parent_id=None, actor=SYSTEM
    )
    for username, name, duty in ADMINISTRATORS:
        password = secrets.token_urlsafe(12)
        person = identity.add_person(
            username=username,
            name=name,
            password=password,
            organisation_id=bureau.id,
            actor=SYSTEM,
        )
        identity.give_duty(
            person_id=person, organisation_id=bureau.id, duty=duty, actor=SYSTEM, at=at
        )
        say(f"First administrators: {username}, password {password} (said only this once)")
    return True


def load_reference_data(at: datetime) -> None:
    """The classes, limits, calendar and settings that every city begins with."""
    kernel.load_default_settings(VALID_FROM)
    load_default_rates()
    load_default_templates(VALID_FROM)
    identity.load_default_settings(VALID_FROM)
    city.load_default_settings(valid_from=VALID_FROM)
    cases.load_default_settings()
    city.load_standard_classes(at)
    city.load_calendar(years=range(at.year - 1, at.year + 2))
