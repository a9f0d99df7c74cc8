from __future__ import annotations

import threading

import psycopg
import pytest
from django.db import connection, transaction

from chengmai.kernel.ledger import publish, publish_all
from chengmai.kernel.models import OutboxRow
from chengmai.kernel.relay import LOCK, Message, carry_facts, resend, waves
from chengmai.kernel.streams import bus_subject, database_parameters
from chengmai.kernel.tests.buses import Running, messages_of_stream, start_process, until
from chengmai.kernel.tests.makers import make_fact, new_lamp

RELAY = "from chengmai.kernel.relay import run_relay; run_relay()"


def tell(*lamps: str) -> list[int]:
    with transaction.atomic():
        return publish_all([make_fact(lamp) for lamp in lamps])


def ids_in_stream(lamps: set[str]) -> list[int]:
    """Ledger ids in the order of the stream, of these lamps: a relay also offers recent facts."""
    return [m["id"] for m in messages_of_stream() if m["payload"].get("lamp") in lamps]


def outbox_is_empty() -> bool:
    return not OutboxRow.objects.exists()


def end_database_connection_of_relay() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
            " WHERE application_name = 'chengmai-relay' AND datname = current_database()"
        )
        return int(cursor.fetchone()[0])


def test_the_subject_on_the_bus_says_domain_fact_and_whom():
    assert bus_subject("cases.CaseMoved", "case:17") == "facts.cases.CaseMoved.case.17"
    assert bus_subject("a.B", "x: *>:y") == "facts.a.B.x.___.y"


def test_facts_of_one_subject_never_travel_in_the_same_wave():
    told = [Message(n, about, "", b"") for n, about in enumerate("aabac")]
    assert [[m.ledger_id for m in wave] for wave in waves(told)] == [[0, 2, 4], [1], [3]]


@pytest.mark.django_db(transaction=True)
def test_what_was_published_arrives_with_everything_and_leaves_the_outbox(own_stream):
    lamp = new_lamp()
    with transaction.atomic():
        ledger_id = publish(make_fact(lamp, actor_id=3, place=(119.6, 39.9), words="亮了"))
    with Running(carry_facts):
        until(outbox_is_empty)
    (message,) = [m for m in messages_of_stream() if m["id"] == ledger_id]
    assert (message["name"], message["subject"]) == ("kernel.LampLit", f"lamp:{lamp}")
    assert (message["seq"], message["actor_id"], message["place"]) == (1, 3, [119.6, 39.9])
    assert message["at"] == "2026-03-02T04:00:00+00:00"
    assert message["payload"]["words"] == "亮了"


@pytest.mark.django_db(transaction=True)
def test_transactions_that_commit_out_of_order_lose_nothing_and_keep_each_subjects_order(
    own_stream,
):
    """The first transaction gets the lower ledger id and commits after the relay went past it."""
    slow, quick = new_lamp(), new_lamp()
    told, may_commit = threading.Event(), threading.Event()
    ids: dict[str, list[int]] = {}

    def slowly() -> None:
        with transaction.atomic():
            ids["slow"] = publish_all([make_fact(slow), make_fact(slow)])
            told.set()
            may_commit.wait(20)
        connection.close()

    with Running(carry_facts):
        thread = threading.Thread(target=slowly)
        thread.start()
        told.wait(10)
        ids["quick"] = tell(quick, quick)
        until(lambda: ids_in_stream({slow, quick}) == ids["quick"])
        may_commit.set()
        thread.join(10)
        ids["more"] = tell(slow, quick)
        until(outbox_is_empty)

    assert max(ids["slow"]) < min(ids["quick"])
    assert ids_in_stream({slow}) == [*ids["slow"], ids["more"][0]]
    assert ids_in_stream({quick}) == [*ids["quick"], ids["more"][1]]


@pytest.mark.django_db(transaction=True)
def test_killed_between_sending_and_deleting_every_fact_is_in_the_stream_once(own_stream):
    lamp = new_lamp()
    ids = tell(lamp, lamp, new_lamp())
    with psycopg.connect(**database_parameters()) as holder:
        holder.execute("SELECT * FROM kernel_outbox FOR UPDATE")  # the relay cannot delete
        relay = start_process(RELAY)
        try:
            until(lambda: set(ids) <= {m["id"] for m in messages_of_stream()})
            assert OutboxRow.objects.filter(entry_id__in=ids).count() == 3
        finally:
            relay.kill()
            relay.wait()
        end_database_connection_of_relay()  # its DELETE must not happen after its death
    assert OutboxRow.objects.filter(entry_id__in=ids).count() == 3
    relay = start_process(RELAY)
    try:
        until(outbox_is_empty)
    finally:
        relay.terminate()
        assert relay.wait(10) == 0
    arrived = [m["id"] for m in messages_of_stream() if m["id"] in ids]
    assert sorted(arrived) == ids
    assert [number for number in arrived if number in ids[:2]] == ids[:2]


@pytest.mark.django_db(transaction=True)
def test_only_one_relay_is_active_and_the_next_takes_over(own_stream):
    with psycopg.connect(**database_parameters(), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        ids = tell(new_lamp())
        with Running(carry_facts):
            waiting = threading.Event()
            waiting.wait(0.7)
            assert OutboxRow.objects.filter(entry_id__in=ids).exists()
            other.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
            until(outbox_is_empty)


@pytest.mark.django_db(transaction=True)
def test_the_relay_survives_the_loss_of_its_database_connection(own_stream):
    with Running(carry_facts):
        tell(new_lamp())
        until(outbox_is_empty)
        assert end_database_connection_of_relay() == 1
        tell(new_lamp())
        until(outbox_is_empty)


@pytest.mark.django_db(transaction=True)
def test_while_nats_is_down_nothing_is_lost(nats_server):
    one, two, three = new_lamp(), new_lamp(), new_lamp()
    with Running(carry_facts):
        ids = tell(one)
        until(outbox_is_empty)
        nats_server.kill()
        ids += tell(two, three, two)
        ids += tell(three)
        assert OutboxRow.objects.count() == 4
        nats_server.start()
        until(outbox_is_empty)
    assert sorted(ids_in_stream({one, two, three})) == ids
    assert ids_in_stream({two}) == sorted(ids_in_stream({two}))


@pytest.mark.django_db(transaction=True)
def test_old_facts_can_be_sent_again_after_the_bus_lost_its_store(own_stream):
    lamp = new_lamp()
    ids = tell(lamp, lamp)
    OutboxRow.objects.all().delete()
    assert resend(ids[0]) == 2
    with Running(carry_facts):
        until(outbox_is_empty)
    assert ids_in_stream({lamp}) == ids
