from __future__ import annotations

import json
import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengmai.kernel.idempotency import purge_keys
from chengmai.kernel.ledger import last_seq
from chengmai.kernel.models import IdempotencyKey
from chengmai.kernel.tasks import purge_old_keys
from chengmai.kernel.tests.makers import new_lamp

pytestmark = pytest.mark.urls("chengmai.kernel.tests.api")


def ring(client: Client, lamp: str, key: str | None, times: int = 1, device: str = ""):
    headers = {"Idempotency-Key": key} if key is not None else {}
    if device:
        client.cookies["chengmai_device"] = device
    body = json.dumps({"lamp": lamp, "times": times})
    return client.post("/api/bells", body, content_type="application/json", headers=headers)


def rung(lamp: str) -> int:
    return last_seq(f"lamp:{lamp}")


@pytest.mark.django_db
def test_the_same_key_and_body_has_one_effect_and_one_answer(client):
    lamp, key = new_lamp(), str(uuid.uuid4())
    first, second = ring(client, lamp, key), ring(client, lamp, key)
    assert (first.status_code, second.status_code, rung(lamp)) == (201, 201, 1)
    assert first.json() == second.json()
    assert second["Idempotent-Replayed"] == "true"


@pytest.mark.django_db
def test_the_same_key_with_another_body_is_refused(client):
    lamp, key = new_lamp(), str(uuid.uuid4())
    ring(client, lamp, key)
    answer = ring(client, lamp, key, times=2)
    assert (answer.status_code, answer.json()["code"]) == (422, "kernel.idempotency_reused")
    assert rung(lamp) == 1


@pytest.mark.django_db
def test_without_a_key_every_request_counts(client):
    lamp = new_lamp()
    ring(client, lamp, None)
    ring(client, lamp, None)
    assert rung(lamp) == 2


@pytest.mark.django_db
def test_two_devices_may_choose_the_same_key(client):
    lamp, key = new_lamp(), str(uuid.uuid4())
    ring(client, lamp, key, device="one")
    ring(client, lamp, key, device="two")
    assert rung(lamp) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("times", [10, -1])
def test_a_request_that_failed_leaves_nothing_and_may_be_sent_again(client, times):
    lamp, key = new_lamp(), str(uuid.uuid4())
    assert ring(client, lamp, key, times=times).status_code >= 400
    assert rung(lamp) == 0
    assert not IdempotencyKey.objects.filter(key=key).exists()
    assert ring(client, lamp, key).status_code == 201


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["short", "x" * 101, "with space in it", "灯灯灯灯灯灯灯灯"])
def test_an_unusable_key_is_refused(client, key):
    answer = ring(client, new_lamp(), key)
    assert (answer.status_code, answer.json()["facts"]["field"]) == (422, "Idempotency-Key")


@pytest.mark.django_db
def test_a_key_adds_two_statements_and_the_pair_of_a_savepoint(client):
    lamp = new_lamp()
    with CaptureQueriesContext(
        connection,
    ) as without:
        ring(client, lamp, None)
    with CaptureQueriesContext(connection) as with_key:
        ring(client, lamp, str(uuid.uuid4()))
    assert len(with_key) - len(without) == 4


@pytest.mark.django_db
def test_old_keys_are_forgotten(client):
    key = str(uuid.uuid4())
    ring(client, new_lamp(), key)
    assert purge_keys(timezone.now() - timedelta(days=7)) == 0
    assert purge_keys(timezone.now() + timedelta(seconds=1)) >= 1


@pytest.mark.django_db(transaction=True)
def test_the_same_key_from_eight_sides_at_once_has_one_effect():
    lamp, key = new_lamp(), str(uuid.uuid4())
    gate = threading.Barrier(8)
    answers: list[tuple[int, str]] = []

    def send() -> None:
        gate.wait(10)
        answer = ring(Client(), lamp, key)
        answers.append((answer.status_code, answer.json().get("code", "")))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert rung(lamp) == 1
    assert len(answers) == 8
    assert set(answers) <= {(201, ""), (409, "kernel.idempotency_in_progress")}
    assert (201, "") in answers
    assert ring(Client(), lamp, key).status_code == 201


@pytest.mark.django_db
def test_the_nightly_task_keeps_the_keys_of_the_last_week(client):
    key = str(uuid.uuid4())
    ring(client, new_lamp(), key)
    purge_old_keys(int(timezone.now().timestamp()) + 6 * 86400)
    assert IdempotencyKey.objects.filter(key=key).exists()
    purge_old_keys(int(timezone.now().timestamp()) + 8 * 86400)
    assert not IdempotencyKey.objects.filter(key=key).exists()
