"""The door of identity: what other domains may call. Ids and frozen cards cross, no rows."""

from __future__ import annotations

from chengmai.identity.actions import (
    add_organisation,
    add_person,
    give_duty,
    move_organisation,
    refuse_reveal,
    remember_contact,
    reveal_contact,
    set_duty_grids,
)
from chengmai.identity.errors import NotYourDuty
from chengmai.identity.queries import (
    actor_of,
    contact_cards,
    find_contact,
    organisation_card,
    organisation_cards,
    people_with,
    person_cards,
    person_names,
)
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import load_default_settings
from chengmai.identity.signin.actions import SignedInSession, sign_in, sign_out
from chengmai.identity.signin.queries import actor_for_token

__all__ = [
    "NotYourDuty",
    "SignedInSession",
    "actor_for_token",
    "actor_of",
    "add_organisation",
    "add_person",
    "contact_cards",
    "find_contact",
    "give_duty",
    "load_default_settings",
    "move_organisation",
    "organisation_card",
    "organisation_cards",
    "people_with",
    "person_cards",
    "person_names",
    "refuse_reveal",
    "refuse_self_approval",
    "remember_contact",
    "reveal_contact",
    "set_duty_grids",
    "sign_in",
    "sign_out",
]
