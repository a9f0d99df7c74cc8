"""Whom a step concerns: a few hear of it, once; for all others nothing happens at all."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengmai.cases.models import Report
from chengmai.cases.public import reporters_of
from chengmai.cases.reactions import tell_who_must_act
from chengmai.cases.rules.telling import TOLD
from chengmai.cases.tests.makers import bring_to, make_case, make_staff
from chengmai.cases.words import Move, Stage
from chengmai.kernel.facts import REACTIONS
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.models import ReactionDone
from chengmai.kernel.reactor import run_once
from chengmai.notices.tests.makers import Message, begin

ACT = REACTIONS[f"cases-{tell_who_must_act.__name__}"]


def bodies(case):
    """The case's moves as they come from the bus, by the move."""
    return {
        row.payload["move"]: {
            "id": row.id,
            "name": row.name,
            "subject": f"case:{case.pk}",
            "actor_id": row.actor_id,
            "at": row.at.isoformat(),
            "place": None,
            "payload": row.payload,
        }
        for row in entries_of(f"case:{case.pk}")
        if row.name == "cases.CaseMoved"
    }


@pytest.mark.parametrize("move", Move)
def test_the_reactor_hears_of_the_moves_that_concern_somebody_and_of_no_other(move):
    assert ACT.hears({"move": move.value}) == (move in TOLD)


@pytest.mark.django_db
def test_the_people_of_the_unit_hear_once_of_a_case_that_was_sent_to_them():
    begin()
    staff = make_staff()
    case = bring_to(make_case(), Stage.PENDING_DEPARTMENT, staff)
    sent = bodies(case)[Move.DISPATCH]
    assert run_once(ACT, sent) == "done"
    assert run_once(ACT, sent) == "repeated"
    told = Message.objects.filter(channel="in_app", template="case_dispatched")
    assert [row.owner for row in told] == [f"person:{staff['department'].id}"]
    assert ReactionDone.objects.filter(reaction=ACT.name, entry_id=sent["id"]).count() == 1


@pytest.mark.django_db
def test_of_a_case_that_has_moved_on_the_newer_step_tells():
    begin()
    staff = make_staff()
    case = bring_to(make_case(), Stage.HANDLING, staff)
    with CaptureQueriesContext(connection) as asked:
        run_once(ACT, bodies(case)[Move.DISPATCH])
    assert not Message.objects.filter(template="case_dispatched").exists()
    asked_of_case = [q for q in asked if 'FROM "cases_case"' in q["sql"]]
    assert len(asked_of_case) == 1
    run_once(ACT, bodies(case)[Move.ASSIGN])
    assert [row.owner for row in Message.objects.filter(template="case_to_handle")] == [
        f"person:{staff['handler'].id}"
    ]


@pytest.mark.django_db
def test_only_reporters_who_can_be_reached_are_asked_for_and_none_of_their_words():
    make_staff()
    case = make_case(description="我的手机是 13812345678,请回电")
    assert reporters_of(case.pk) == []
    Report.objects.filter(case=case).update(contact_id=7)
    with CaptureQueriesContext(connection) as asked:
        (card,) = reporters_of(case.pk)
    assert (card.contact_id, card.device_key, card.address) == (7, "", case.address)
    assert [q for q in asked if "private_text" in q["sql"] or "description" in q["sql"]] == []
    Report.objects.filter(case=case).update(contact_id=None, device_key="device:ab")
    assert [one.device_key for one in reporters_of(case.pk)] == ["device:ab"]
