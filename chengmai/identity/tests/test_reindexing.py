"""Another key of the blind index while the city works: everybody is still found, nobody twice."""

from __future__ import annotations

import base64
import json
import threading
import time

import pytest
from django.db import connection
from django.utils import timezone

from chengmai.identity.factors.actions import make_recovery_codes
from chengmai.identity.factors.actions.codes import take_recovery_code
from chengmai.identity.models import RecoveryCode
from chengmai.identity.public import find_contact, remember_contact
from chengmai.identity.tests.makers import Contact, make_person
from chengmai.kernel import keyring, reindexing
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.secrets import blind_index, blind_indexes

NOW = timezone.now()
COLUMN = "identity_contact.phone_index"


def rotate():
    return reindexing.begin_rotation(wait=lambda _: None)


def phone(number):
    return f"1391234{number:04}"


@pytest.mark.django_db
def test_everybody_is_found_before_meanwhile_and_after_and_nobody_is_made_twice(ring_file):
    people = [remember_contact(name="张", phone=phone(n), at=NOW) for n in range(620)]
    assert rotate() == "i2"
    assert reindexing.count_by_index_key()[COLUMN] == {"i1": 620}
    assert [find_contact(phone(n)) for n in (0, 7, 619)] == [people[0], people[7], people[619]]
    assert remember_contact(name="王", phone=phone(7), at=NOW) == people[7]
    fresh = remember_contact(name="新", phone=phone(1000), at=NOW)
    assert reindexing.count_by_index_key()[COLUMN] == {"i1": 619, "i2": 2}
    with pytest.raises(keyring.KeyRingProblem, match="phone_index \\(619\\)"):
        reindexing.retire_index("i1")
    assert (reindexing.reindex_all(), reindexing.reindex_all()) == (619, 0)
    reindexing.retire_index("i1")
    keyring.read_ring_again()
    assert list(keyring.key_ring().indexes) == ["i2"]
    assert [find_contact(phone(n)) for n in (7, 619, 1000)] == [people[7], people[619], fresh]
    assert remember_contact(name="", phone=phone(3), at=NOW) == people[3]
    assert Contact.objects.count() == 621


@pytest.mark.django_db
def test_recovery_codes_count_until_their_key_goes(ring_file):
    person = make_person()
    codes = make_recovery_codes(person_id=person.pk, at=NOW)
    rotate()
    assert take_recovery_code(person_id=person.pk, code=codes[0], at=NOW)
    assert reindexing.reindex_all() == 0
    reindexing.retire_index("i1")
    keyring.read_ring_again()
    assert not RecoveryCode.objects.filter(used_at=None).exists()
    assert not take_recovery_code(person_id=person.pk, code=codes[1], at=NOW)
    names = [row.name for row in entries_of(f"person:{person.pk}")]
    assert names[-1] == "identity.FactorRemoved"


@pytest.mark.django_db(transaction=True)
def test_writers_and_readers_go_on_while_all_is_indexed_anew(ring_file):
    """Each number is given over and over by two who write while the key changes twice."""
    ids = {n: remember_contact(name="李", phone=phone(n), at=NOW) for n in range(300)}
    done, wrong, asked = threading.Event(), [], [0]

    def write_on(step):
        number = 0
        while not done.is_set():
            number = (number + step) % 320  # the last twenty are new
            known = remember_contact(name="", phone=phone(number), at=NOW)
            asked[0] += 1
            if ids.setdefault(number, known) != known or find_contact(phone(number)) != known:
                wrong.append(number)
        connection.close()

    writers = [threading.Thread(target=write_on, args=(step,)) for step in (7, 11)]
    for writer in writers:
        writer.start()
    try:
        for old in ("i1", "i2"):
            reindexing.begin_rotation(wait=lambda _: time.sleep(0.3))  # all here share one ring
            while reindexing.reindex_all():
                pass
            reindexing.retire_index(old)
            keyring.read_ring_again()
    finally:
        done.set()
        for writer in writers:
            writer.join(20)
    assert (wrong, asked[0] > 0) == ([], True)
    assert Contact.objects.count() == len(ids)
    assert set(reindexing.count_by_index_key()[COLUMN]) == {"i3"}
    Contact.objects.all().delete()


def test_a_ring_of_before_has_its_one_key_and_computes_what_it_computed(ring_file):
    before = blind_index("13912340987", "contact.phone")
    old = keyring.parse_key_ring(ring_file.read_text())
    ring_file.write_text(
        json.dumps(
            {
                "current": "k1",
                "keys": {"k1": base64.b64encode(old.keys["k1"]).decode()},
                "index": base64.b64encode(old.index).decode(),
                "index_hash": "sha256",
            }
        )
    )
    keyring.read_ring_again()
    assert blind_index("13912340987", "contact.phone") == before
    assert len(before) == 64 and blind_indexes("13912340987", "contact.phone") == [before]
    rotate()
    later = blind_indexes("13912340987", "contact.phone")
    assert later[1:] == [before] and later[0].startswith("i2.") and len(later[0]) == 64
