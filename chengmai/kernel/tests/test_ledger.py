from __future__ import annotations

import time

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from chengmai.kernel.canonical import canonical
from chengmai.kernel.ledger import (
    OutsideTransaction,
    copy_history,
    entries_of,
    last_entries,
    last_seq,
    publish,
    publish_all,
)
from chengmai.kernel.models import LedgerEntry, OutboxRow
from chengmai.kernel.tests.makers import NOON, make_fact, new_lamp


@pytest.mark.django_db
def test_a_fact_is_one_row_that_tells_everything():
    lamp = new_lamp()
    ledger_id = publish(
        make_fact(lamp, actor_id=7, place=(119.6, 39.9), words="灯亮了", people=(3, 4))
    )

    (row,) = entries_of(f"lamp:{lamp}")
    assert (row.id, row.seq, row.name, row.actor_id) == (ledger_id, 1, "kernel.LampLit", 7)
    assert (row.at, row.place, row.algorithm) == (NOON, (119.6, 39.9), "sm3")
    assert row.payload == {"lamp": lamp, "words": "灯亮了", "brightness": 1.0, "people": [3, 4]}
    assert OutboxRow.objects.filter(entry_id=ledger_id).exists()


@pytest.mark.django_db
def test_the_facts_of_one_subject_are_one_chain():
    lamp = new_lamp()
    for word in ("一", "二", "三"):
        publish(make_fact(lamp, words=word))

    rows = entries_of(f"lamp:{lamp}")
    assert [row.seq for row in rows] == [1, 2, 3]
    assert [row.prev_hash for row in rows] == [b"", rows[0].hash, rows[1].hash]
    assert last_seq(f"lamp:{lamp}") == 3
    assert [row.seq for row in entries_of(f"lamp:{lamp}", after=1)] == [2, 3]
    assert last_entries(1)[0].id == rows[-1].id


@pytest.mark.django_db
def test_publishing_takes_two_statements_and_one_for_a_fresh_subject(
    django_assert_num_queries,
):
    lamp = new_lamp()
    with django_assert_num_queries(1):
        publish(make_fact(lamp), fresh=True)
    with django_assert_num_queries(2):
        publish(make_fact(lamp))
    with django_assert_num_queries(2):
        publish(make_fact(new_lamp()))
    with django_assert_num_queries(2):
        publish_all([make_fact(lamp), make_fact(new_lamp()), make_fact(lamp)])


@pytest.mark.django_db
def test_who_has_read_the_head_publishes_in_one_statement(django_assert_num_queries):
    lamp = new_lamp()
    publish(make_fact(lamp))
    (first,) = entries_of(f"lamp:{lamp}")

    with django_assert_num_queries(1):
        publish(make_fact(lamp), head=(first.seq, first.hash))
    publish(make_fact(lamp), head=(first.seq, first.hash))  # the head has moved on meanwhile

    rows = entries_of(f"lamp:{lamp}")
    assert [row.seq for row in rows] == [1, 2, 3]
    assert [row.prev_hash for row in rows[1:]] == [row.hash for row in rows[:2]]


@pytest.mark.django_db
def test_a_subject_wrongly_called_fresh_still_makes_one_chain():
    lamp = new_lamp()
    publish(make_fact(lamp))
    publish(make_fact(lamp), fresh=True)
    assert [row.seq for row in entries_of(f"lamp:{lamp}")] == [1, 2]


@pytest.mark.django_db
def test_many_facts_keep_their_order_and_chain_on():
    one, two = new_lamp(), new_lamp()
    publish(make_fact(one, words="first"))
    ids = publish_all([make_fact(one), make_fact(two), make_fact(one, words="last")])

    assert ids == sorted(ids)
    rows = entries_of(f"lamp:{one}")
    assert [row.seq for row in rows] == [1, 2, 3]
    assert rows[2].prev_hash == rows[1].hash
    assert rows[2].payload["words"] == "last"
    assert OutboxRow.objects.filter(entry_id__in=ids).count() == 3
    assert publish_all([]) == []


@pytest.mark.django_db
def test_old_history_is_copied_in_without_telling_the_relay():
    one, two = new_lamp(), new_lamp()
    assert copy_history([make_fact(one), make_fact(two), make_fact(one)]) == 3
    assert last_seq(f"lamp:{one}") == 2
    ids = LedgerEntry.objects.filter(subject=f"lamp:{one}").values_list("id", flat=True)
    assert not OutboxRow.objects.filter(entry_id__in=ids).exists()
    publish(make_fact(one))
    assert last_seq(f"lamp:{one}") == 3
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_history([make_fact(one)])


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_refused():
    with pytest.raises(OutsideTransaction):
        publish(make_fact(new_lamp()))


@pytest.mark.django_db(transaction=True)
def test_a_fact_of_a_change_that_was_rolled_back_was_never_told():
    lamp = new_lamp()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish(make_fact(lamp))
        raise ZeroDivisionError
    assert (entries_of(f"lamp:{lamp}"), last_seq(f"lamp:{lamp}")) == ([], 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kernel_ledgerentry SET name = 'x'",
        "DELETE FROM kernel_ledgerentry",
        "TRUNCATE kernel_ledgerentry",
    ],
)
def test_the_database_refuses_to_change_the_ledger_by_grant_and_by_trigger(statement):
    publish(make_fact(new_lamp()))
    with connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)
        cursor.execute("GRANT UPDATE, DELETE, TRUNCATE ON kernel_ledgerentry TO CURRENT_USER")
        with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
            cursor.execute(statement)


def test_numbers_are_spelt_as_the_database_gives_them_back():
    assert canonical({"b": 1e22, "a": -0.0, "c": 1e-7}) == (
        '{"a":0.0,"b":10000000000000000000000,"c":1e-07}'
    )
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"x": float("nan")})


@pytest.mark.django_db
def test_a_fact_that_the_bus_could_not_carry_is_refused_at_once():
    with pytest.raises(ValueError, match="too large"):
        publish(make_fact(new_lamp(), words="灯" * 200_001))


@pytest.mark.django_db
def test_publishing_is_cheap():
    lamp = new_lamp()
    publish(make_fact(lamp))
    start = time.process_time()
    for _ in range(200):
        publish(make_fact(lamp, words="公共设施损坏" * 20))
    assert (time.process_time() - start) / 200 < 0.003
