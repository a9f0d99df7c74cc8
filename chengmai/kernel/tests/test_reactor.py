from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum
from functools import partial

import psycopg
import pytest
from django.db import transaction
from django.utils import timezone

from chengmai.kernel.deadletters import (
    DeadLetterNotFound,
    HandlerGone,
    StillFailing,
    open_letters,
    replay,
)
from chengmai.kernel.facts import REACTIONS, reacts_to
from chengmai.kernel.ledger import publish
from chengmai.kernel.models import DeadLetter, OutboxRow, ReactionDone
from chengmai.kernel.reactor import Patience, answer_facts, forget_answers, run_once
from chengmai.kernel.reference import cached, forget
from chengmai.kernel.relay import carry_facts
from chengmai.kernel.streams import database_parameters
from chengmai.kernel.tests.buses import Running, start_process, until
from chengmai.kernel.tests.facts_told import LampLit
from chengmai.kernel.tests.makers import make_fact, new_lamp
from chengmai.kernel.tests.reactions_told import BRIGHT_ONLY, ECHO, LOCK, echoes

pytestmark = pytest.mark.django_db(transaction=True)

REACTOR = """
from chengmai.kernel.facts import REACTIONS, reacts_to
from chengmai.kernel.tests.reactions_told import ECHO
REACTIONS[ECHO.name] = ECHO
import asyncio, functools
from chengmai.kernel.reactor import Patience, answer_facts
from chengmai.kernel.relay import until_told
asyncio.run(until_told(functools.partial(answer_facts, patience=Patience(ack_wait=2))))
"""


class Colour(StrEnum):
    RED = "red"


def react(*pauses: float):
    return partial(
        answer_facts,
        reactions={ECHO.name: ECHO},
        patience=Patience(pauses or (0.05, 0.05), ack_wait=2),
    )


def tell(lamp: str, words: str = "") -> int:
    with transaction.atomic():
        return publish(make_fact(lamp, words=words))


def body_of(ledger_id: int, lamp: str) -> dict[str, object]:
    return {
        "id": ledger_id,
        "name": "kernel.LampLit",
        "subject": f"lamp:{lamp}",
        "seq": 1,
        "actor_id": None,
        "at": "2026-03-02T04:00:00+00:00",
        "place": None,
        "payload": {"lamp": lamp},
    }


@pytest.fixture
def echo_is_registered():
    REACTIONS[ECHO.name] = ECHO
    yield
    del REACTIONS[ECHO.name]


def test_a_fact_reaches_its_handler(own_stream):
    lamp = new_lamp()
    with Running(carry_facts), Running(react()):
        tell(lamp)
        until(lambda: echoes(lamp) == 1)


def test_the_same_fact_delivered_twice_has_one_effect(own_stream):
    lamp, after = new_lamp(), new_lamp()
    body = body_of(tell(lamp), lamp)
    assert run_once(ECHO, body) == "done"
    assert run_once(ECHO, body) == "repeated"
    with Running(carry_facts), Running(react()):
        until(lambda: not OutboxRow.objects.exists())
        tell(after)
        until(lambda: echoes(after) == 1)
    assert echoes(lamp) == 1


def test_what_does_not_concern_a_handler_leaves_no_trace(own_stream):
    lamp, after = new_lamp(), new_lamp()
    ids = [tell(lamp, words) for words in ("dim", "bright", "dim", "")]
    only_bright = partial(answer_facts, reactions={BRIGHT_ONLY.name: BRIGHT_ONLY})
    with Running(carry_facts), Running(only_bright):
        tell(after, "bright")
        until(lambda: (echoes(after), echoes(lamp)) == (1, 1))
    done = ReactionDone.objects.filter(reaction=BRIGHT_ONLY.name, entry_id__in=ids)
    assert list(done.values_list("entry_id", flat=True)) == [ids[1]]


def test_a_handler_that_wants_to_hear_more_gets_the_older_facts_when_they_are_sent_again(
    own_stream,
):
    lamp, after = new_lamp(), new_lamp()
    first = tell(lamp, "dim")
    wider = replace(BRIGHT_ONLY, where={"words": ("bright", "dim")})
    with Running(carry_facts):
        with Running(partial(answer_facts, reactions={BRIGHT_ONLY.name: BRIGHT_ONLY})):
            tell(after, "bright")
            until(lambda: echoes(after) == 1)
        assert echoes(lamp) == 0
        assert run_once(wider, body_of(first, lamp)) == "done"
        assert run_once(wider, body_of(first, lamp)) == "repeated"
    assert echoes(lamp) == 1


def test_a_filter_names_fields_that_the_fact_has_and_compares_plain_values():
    def lit(fact: LampLit) -> None:
        publish(fact)

    with pytest.raises(TypeError, match="LampLit has no colour"):
        reacts_to(LampLit, where={"colour": {"red"}})(lit)
    reacts_to(LampLit, where={"words": {Colour.RED: "as the key of a table"}})(lit)
    reaction = REACTIONS.pop("kernel-lit")
    assert reaction.hears({"words": "red"})
    assert not reaction.hears({"words": "blue"})
    assert not reaction.hears({"words": ["red"]})
    assert not reaction.hears({})


def test_forgotten_answers_count_as_given_and_a_dead_letter_can_still_be_replayed(
    echo_is_registered,
):
    lamp, dead = new_lamp(), new_lamp()
    never, first, second = (body_of(tell(x), x) for x in (dead, lamp, lamp))
    for body in (first, second):
        assert run_once(ECHO, body) == "done"
    now = timezone.now()
    assert forget_answers(now - timedelta(days=30)) == 0

    assert forget_answers(now + timedelta(seconds=1)) >= 2

    assert not ReactionDone.objects.filter(reaction=ECHO.name).exists()
    assert run_once(ECHO, first) == "repeated"  # a redelivery, or `ledger resend`
    assert run_once(ECHO, body_of(tell(lamp), lamp)) == "done"
    assert run_once(ECHO, never, anew=True) == "done"
    assert (echoes(lamp), echoes(dead)) == (3, 1)


def test_a_handler_that_keeps_failing_becomes_a_dead_letter_and_is_replayed(
    own_stream, echo_is_registered
):
    lamp, healthy = new_lamp(), new_lamp()
    with Running(carry_facts), Running(react()):
        ledger_id = tell(lamp, "fail")
        tell(healthy)
        (letter,) = until(open_letters)
        until(lambda: echoes(healthy) == 1)

    assert (letter.reaction, letter.entry_id, letter.tries) == ("kernel-echo", ledger_id, 3)
    assert letter.error == "ValueError: the lamp is out"
    assert "in echo" in letter.traceback
    assert letter.body["payload"]["lamp"] == lamp
    assert echoes(lamp) == 0

    with pytest.raises(StillFailing):
        replay(letter.id)
    assert [one.id for one in open_letters()] == [letter.id]

    forget(f"mended:{lamp}")
    cached(f"mended:{lamp}", lambda: True, seconds=600)
    replay(letter.id)
    replay(letter.id)
    assert (echoes(lamp), open_letters()) == (1, [])


def test_an_unknown_letter_and_a_handler_that_is_gone_are_refused():
    with pytest.raises(DeadLetterNotFound):
        replay(10**9)
    letter = DeadLetter.objects.create(
        reaction="gone", entry_id=1, name="x.Y", subject="x:1", body={}, tries=1
    )
    with pytest.raises(HandlerGone):
        replay(letter.id)


def test_a_reactor_killed_in_the_middle_of_a_handler_answers_once_after_its_restart(own_stream):
    lamp, waiting = new_lamp(), new_lamp()
    with Running(carry_facts), psycopg.connect(**database_parameters(), autocommit=True) as holder:
        holder.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        reactor = start_process(REACTOR)
        with contextlib.ExitStack() as stack:
            stack.callback(reactor.kill)
            ids = [tell(lamp), tell(waiting, "wait")]
            until(lambda: echoes(lamp) == 1)
            until(lambda: waiting_for_lock(holder) == 1)
        reactor.wait()
        holder.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
            " WHERE locktype = 'advisory' AND objid = %s AND NOT granted",
            [LOCK],
        )
        assert echoes(waiting) == 0
        holder.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        with Running(react()):
            replayed = new_lamp()
            tell(replayed)
            until(lambda: echoes(replayed) == 1)
            until(lambda: echoes(waiting) == 1)
    assert (echoes(lamp), echoes(waiting)) == (1, 1)
    assert ReactionDone.objects.filter(reaction="kernel-echo", entry_id__in=ids).count() == 2


def waiting_for_lock(holder: psycopg.Connection) -> int:
    found = holder.execute(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted",
        [LOCK],
    ).fetchone()
    return found[0] if found else 0


def test_a_handler_whose_database_connection_is_lost_is_not_counted_as_failed(own_stream):
    lamp = new_lamp()
    with psycopg.connect(**database_parameters(), autocommit=True) as holder:
        holder.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        with Running(carry_facts), Running(react(600)):
            tell(lamp, "wait")
            until(lambda: waiting_for_lock(holder) == 1)
            holder.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
                " WHERE locktype = 'advisory' AND objid = %s AND NOT granted",
                [LOCK],
            )
            holder.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
            until(lambda: echoes(lamp) == 1)


def test_the_reactor_outlives_a_restart_of_nats(nats_server):
    one, two = new_lamp(), new_lamp()
    with Running(carry_facts), Running(react()):
        tell(one)
        until(lambda: echoes(one) == 1)
        nats_server.kill()
        tell(two)
        nats_server.start()
        until(lambda: echoes(two) == 1)
    assert echoes(one) == 1
