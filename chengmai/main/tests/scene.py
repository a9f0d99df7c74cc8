"""A city made once for a module of tests that ask every address; each test undoes its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from chengmai.cases.tests.makers import MORNING, Case, Staff, bring_to, make_case, make_staff
from chengmai.cases.words import Stage
from chengmai.citizen.tests.makers import Phone, make_notice
from chengmai.identity.public import remember_contact
from chengmai.identity.tests.makers import (
    Organisation,
    Person,
    make_organisation,
    make_person,
    signed_in_client,
)
from chengmai.identity.words import Duty, OrganisationKind
from chengmai.kernel.reference import forget

ADMINISTRATIONS = {Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR}


@dataclass
class Scene:
    """A staffed city with a new case and one in the hands of a unit, a phone, and a person for
    each duty; `desks` are three people who hold every duty but two administrations."""

    staff: Staff
    case: Case
    handled: Case
    phone: Phone
    honest: dict[str, Any]
    desks: list[Client]
    people: dict[str, Person] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside leaves nothing behind."""
    forget()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget()


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """The scene, in a transaction that is never committed."""
    with django_db_blocker.unblock(), undone():
        yield make_scene()


@pytest.fixture
def scene(made, db):
    """The scene as it was made; what the test does to it is undone."""
    forget()
    return made


def make_scene() -> Scene:
    """Everybody at work; the case is being handled by `staff.unit`."""
    make_notice()
    staff, phone = make_staff(), Phone()
    case, handled = make_case(), bring_to(make_case(), Stage.HANDLING, staff)
    tracking = phone.report().json()["tracking_no"]
    contact = remember_contact(name="王芳", phone="13812345678", at=MORNING)
    honest = {
        "case_id": case.pk, "case_ref": case.pk, "tracking_no": tracking, "contact_id": contact,
        "phone": "13812345678", "class_code": "E0112", "after": None, "metres": 150,
        "organisation_id": staff.unit.pk, "subject": f"case:{case.pk}",
        "report_id": case.reports.get().pk,
    }  # fmt: skip
    desks = [
        signed_in_client(
            make_person([d for d in Duty if d not in ADMINISTRATIONS - {own}], staff.unit)
        )
        for own in (Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)
    ]
    found = Scene(staff, case, handled, phone, honest, desks)
    for duty in Duty:
        if duty not in (Duty.CITIZEN, Duty.SYSTEM):
            found.people[duty.value] = _person(staff, duty)
    found.people["other_department"] = make_person([Duty.DEPARTMENT], staff.other)
    found.people["other_handler"] = make_person([Duty.HANDLER], staff.other)
    found.clients = {name: signed_in_client(person) for name, person in found.people.items()}
    return found


def _person(staff: Staff, duty: Duty) -> Person:
    """Somebody with this one duty, where such people sit."""
    at_unit = duty in (Duty.DEPARTMENT, Duty.HANDLER)
    return make_person([duty], staff.unit if at_unit else _centre())


def _centre() -> Organisation:
    found = Organisation.objects.filter(kind=OrganisationKind.SUPERVISION_CENTRE).first()
    return found or make_organisation(kind=OrganisationKind.SUPERVISION_CENTRE)
