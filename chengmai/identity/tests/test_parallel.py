"""What must hold when several connections do the same at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from chengmai.identity.actions import add_organisation, move_organisation, remember_contact
from chengmai.identity.errors import Locked, TreeWouldLoop, WrongPassword
from chengmai.identity.models import Contact, Organisation, Person
from chengmai.identity.signin.actions import sign_in
from chengmai.identity.tests.makers import NOON, make_organisation, make_person
from chengmai.identity.words import SYSTEM, OrganisationKind

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Run the calls on connections of their own; each gives its answer or what it raised."""

    def run(call):
        try:
            return call()
        except Exception as problem:
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_five_wrong_passwords_at_once_lock_like_five_in_a_row():
    make_person(username="wang")
    answers = at_once(
        *[lambda: sign_in(username="wang", password="wrong", at=NOON) for _ in range(5)]
    )
    assert sorted(type(a) for a in answers if isinstance(a, Locked)) == [Locked]
    assert sum(isinstance(a, WrongPassword) for a in answers) == 4
    assert Person.objects.get(username="wang").locked_until is not None


def test_two_organisations_moved_below_each_other_at_once_make_no_loop():
    root = make_organisation(kind=OrganisationKind.BUREAU)
    first, second = make_organisation(parent=root), make_organisation(parent=root)
    answers = at_once(
        lambda: move_organisation(
            organisation_id=first.id, parent_id=second.id, actor=SYSTEM, at=NOON
        ),
        lambda: move_organisation(
            organisation_id=second.id, parent_id=first.id, actor=SYSTEM, at=NOON
        ),
    )
    assert sum(isinstance(a, TreeWouldLoop) for a in answers) == 1
    assert all(row.path.startswith(root.path) for row in Organisation.objects.all())


def test_a_child_hung_up_during_a_move_ends_in_the_right_place():
    root = make_organisation(kind=OrganisationKind.BUREAU)
    moved, target = make_organisation(parent=root), make_organisation(parent=root)
    at_once(
        lambda: move_organisation(
            organisation_id=moved.id, parent_id=target.id, actor=SYSTEM, at=NOON
        ),
        lambda: add_organisation(
            name="新班组", kind=OrganisationKind.UNIT, parent_id=moved.id, actor=SYSTEM
        ),
    )
    child = Organisation.objects.get(name="新班组")
    moved.refresh_from_db()
    assert child.path == f"{moved.path}{child.id}."


def test_the_same_number_from_many_reporters_at_once_is_one_contact():
    ids = at_once(
        *[lambda: remember_contact(name="张", phone="13800001234", at=NOON) for _ in range(8)]
    )
    assert len(set(ids)) == 1
    assert Contact.objects.count() == 1
