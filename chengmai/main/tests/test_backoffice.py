from __future__ import annotations

import pytest
from django.test import Client

from chengmai.identity.tests.makers import make_person, signed_in_client
from chengmai.identity.words import Duty
from chengmai.kernel.ledger import publish_all
from chengmai.kernel.models import DeadLetter
from chengmai.kernel.tests.makers import make_fact, new_lamp

pytestmark = pytest.mark.django_db
LETTERS = "/api/v1/kernel/dead-letters"


def make_letter(**values: object) -> DeadLetter:
    return DeadLetter.objects.create(
        **{"reaction": "gone", "name": "x.Y", "subject": "x:1", "body": {}, "tries": 6, **values}
    )


def test_the_auditor_reads_the_chain_of_a_subject_page_by_page():
    lamp = new_lamp()
    publish_all([make_fact(lamp, words=word) for word in ("一", "二", "三")])
    client = signed_in_client(make_person([Duty.AUDITOR]))
    first = client.get(f"/api/v1/kernel/ledger/lamp:{lamp}?limit=2").json()
    rest = client.get(f"/api/v1/kernel/ledger/lamp:{lamp}?after={first['next']}").json()
    rows = first["items"] + rest["items"]
    assert [row["payload"]["words"] for row in rows] == ["一", "二", "三"]
    assert [row["prev_hash"] for row in rows] == ["", rows[0]["hash"], rows[1]["hash"]]
    assert rest["next"] is None


def test_open_dead_letters_are_listed_in_pages():
    letters = [make_letter(entry_id=number) for number in range(3)]
    client = signed_in_client(make_person([Duty.ADMIN]))
    page = client.get(f"{LETTERS}?limit=2").json()
    rest = client.get(LETTERS, {"after": page["next"]}).json()
    assert [row["id"] for row in page["items"] + rest["items"]] == [one.id for one in letters]


def test_a_letter_whose_handler_is_gone_says_so():
    letter = make_letter(entry_id=1)
    client = signed_in_client(make_person([Duty.ADMIN]))
    answer = client.post(f"{LETTERS}/{letter.id}/replay")
    assert (answer.status_code, answer.json()["code"]) == (409, "kernel.handler_gone")
    answer = client.post(f"{LETTERS}/999999999/replay")
    assert (answer.status_code, answer.json()["code"]) == (404, "kernel.dead_letter_not_found")


def test_others_may_not_look_and_the_auditor_may_not_replay():
    operator = signed_in_client(make_person([Duty.OPERATOR]))
    for path in (LETTERS, "/api/v1/kernel/ledger/case:1"):
        assert Client().get(path).status_code == 401
        assert operator.get(path).status_code == 403
    auditor = signed_in_client(make_person([Duty.AUDITOR]))
    assert auditor.post(f"{LETTERS}/1/replay").status_code == 403
