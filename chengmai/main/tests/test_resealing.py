"""Rotation of the sealing keys while the city works: nothing stops, nothing is lost."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from chengmai.identity.public import contact_cards, find_contact, remember_contact
from chengmai.identity.tests.makers import Contact
from chengmai.kernel import keyring, reindexing, resealing
from chengmai.kernel.secrets import open_sealed, seal

NOW = timezone.now()


@pytest.fixture
def people(db, ring_file):
    return [remember_contact(name=f"张{n}", phone=f"1391234{n:04}", at=NOW) for n in range(1203)]


def phones_by_key():
    return resealing.count_by_key()["identity_contact.phone_sealed"]


def rotate(path):
    name = keyring.rotate_key_ring(path)
    keyring._read.looked_at = 0  # a second passes
    return name


def test_every_sealed_column_of_every_domain_is_found_by_itself():
    found = {(one.table, one.column) for one in resealing.sealed_columns()}
    assert {
        ("identity_contact", "name_sealed"),
        ("identity_contact", "phone_sealed"),
        ("cases_report", "private_text"),
        ("identity_totp", "secret"),
    } <= found


def test_every_column_of_a_blind_index_is_declared():
    held = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.column.endswith("_index")
    }
    assert held == {(one.table, one.column) for one in reindexing.declared()}


def test_after_a_rotation_all_is_sealed_anew_and_still_opens_and_is_found(people, ring_file):
    assert phones_by_key() == {"k1": 1203}
    assert rotate(ring_file) == "k2"
    assert find_contact("13912340007") == people[7]
    remember_contact(name="新", phone="13800000001", at=NOW)
    assert phones_by_key() == {"k1": 1203, "k2": 1}
    assert resealing.reseal_all() >= 2 * 1203
    assert phones_by_key() == {"k2": 1204}
    assert resealing.reseal_all() == 0
    assert contact_cards([people[7]])[people[7]].masked_phone == "139****0007"
    assert find_contact("13912340007") == people[7]


def test_a_key_leaves_the_ring_only_when_nothing_needs_it(people, ring_file):
    rotate(ring_file)
    with pytest.raises(keyring.KeyRingProblem, match="phone_sealed \\(1203\\)"):
        resealing.retire("k1")
    with pytest.raises(keyring.KeyRingProblem, match="current"):
        resealing.retire("k2")
    resealing.reseal_all()
    resealing.retire("k1")
    keyring.read_ring_again()
    assert list(keyring.key_ring().keys) == ["k2"]
    assert contact_cards([people[3]])[people[3]].masked_phone == "139****0003"


@pytest.mark.django_db(transaction=True)
def test_readers_and_writers_go_on_while_all_is_sealed_anew(ring_file):
    ids = [remember_contact(name="李", phone=f"1371234{n:04}", at=NOW) for n in range(1500)]
    rotate(ring_file)
    done, wrong, read = threading.Event(), [], [0]

    def read_on():
        while not done.is_set():
            cards = contact_cards(ids[:50])
            read[0] += 1
            if len(cards) != 50 or any(card.masked_name != "*" for card in cards.values()):
                wrong.append(cards)
        connection.close()

    reader = threading.Thread(target=read_on)
    reader.start()
    for number in range(3):
        resealing.reseal_column(resealing.sealed_columns()[0])
        remember_contact(name="李", phone=f"137123400{number:02}", at=NOW)
    resealing.reseal_all()
    done.set()
    reader.join(20)
    assert (wrong, read[0] > 0) == ([], True)
    assert phones_by_key() == {"k2": 1500}
    Contact.objects.all().delete()


@pytest.mark.slow
def test_another_process_seals_with_the_new_key_within_seconds_without_a_restart(ring_file):
    program = (
        "import time, django; django.setup()\n"
        "from chengmai.kernel.secrets import seal\n"
        "print(seal('x', 'c').split('.')[2], flush=True); input()\n"
        "end = time.monotonic() + 10\n"
        "while (key := seal('x', 'c').split('.')[2]) != 'k2' and time.monotonic() < end:\n"
        "    time.sleep(0.05)\n"
        "print(key, flush=True)\n"
    )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "chengmai.main.settings"}
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert child.stdout.readline().strip() == "k1"
    keyring.rotate_key_ring(ring_file)
    told, _ = child.communicate("\n", timeout=30)
    assert told.strip() == "k2"


def test_a_ring_file_that_vanishes_stops_nobody_who_has_read_it(ring_file):
    token = seal("x", "c")
    ring_file.unlink()
    keyring._read.looked_at = 0
    assert open_sealed(token, "c") == "x"
    keyring.read_ring_again()
    with pytest.raises(keyring.KeyRingProblem, match="No key ring"):
        keyring.key_ring()
