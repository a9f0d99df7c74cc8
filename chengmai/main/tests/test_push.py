"""What a screen may hear: the same bounds as what its owner may see."""

import pytest

from chengmai.identity.words import Actor
from chengmai.main.push import may_hear, unsettles

FACT = {
    "name": "cases.CaseMoved",
    "payload": {"organisation_path": ".1.4.17.", "division": "130302", "people": [7]},
}


@pytest.mark.parametrize(
    "actor",
    [
        Actor(id=1, name="whole city", sees_whole_city=True),
        Actor(id=2, name="the department above", organisation_path=".1.4."),
        Actor(id=3, name="the district", division="130302"),
        Actor(id=7, name="the handler", organisation_path=".1.9."),
    ],
    ids=lambda actor: actor.name,
)
def test_who_may_see_a_case_hears_of_it(actor: Actor):
    assert may_hear(actor, FACT)


@pytest.mark.parametrize(
    "actor",
    [
        Actor(id=4, name="another department", organisation_path=".1.5."),
        Actor(id=5, name="a department that begins alike", organisation_path=".1.4.1."),
        Actor(id=6, name="another district", division="130303"),
        Actor(id=8, name="nobody's office"),
    ],
    ids=lambda actor: actor.name,
)
def test_another_office_hears_nothing(actor: Actor):
    assert not may_hear(actor, FACT)


def test_who_looked_behind_a_mask_is_no_live_news():
    fact = {"name": "identity.ContactRevealed", "payload": {}}
    assert not may_hear(Actor(id=1, name="whole city", sees_whole_city=True), fact)


def test_the_end_of_a_session_unsettles_the_screens_of_that_person_only():
    fact = {"name": "identity.SessionsEnded", "payload": {"person_id": 7}}
    assert unsettles(Actor(id=7, name="whose session ended"), fact)
    assert not unsettles(Actor(id=8, name="somebody else"), fact)
    assert not unsettles(Actor(id=7, name="a case moved"), {**FACT, "name": "cases.CaseMoved"})
