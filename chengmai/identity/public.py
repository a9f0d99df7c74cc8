"""The door of identity: what other domains may call. Ids and frozen cards cross, no rows."""

from __future__ import annotations

from chengmai.identity.actions import (
    add_organisation,
    add_person,
    erase_contact,
    give_duty,
    move_organisation,
    refuse_reveal,
    remember_contact,
    reveal_contact,
    set_duty_grids,
)
from chengmai.identity.errors import NotYourDuty
from chengmai.identity.factors.actions import rescue_account
from chengmai.identity.keys.words import Scope
from chengmai.identity.leave.queries import deputies_of
from chengmai.identity.queries import (
    actor_of,
    contact_cards,
    find_contact,
    old_contacts,
    oldest_contact,
    organisation_card,
    organisation_cards,
    people_with,
    person_cards,
    person_names,
    phone_for_notice,
)
from chengmai.identity.rules import refuse_self_approval
from chengmai.identity.settings import load_default_settings
from chengmai.identity.shifts.actions import define_shift, keep_roster_lines
from chengmai.identity.shifts.queries import on_duty
from chengmai.identity.signin.actions import SignedInSession, set_policy, sign_in, sign_out
from chengmai.identity.signin.queries import actor_for_token

__all__ = [
    "NotYourDuty",
    "Scope",
    "SignedInSession",
    "actor_for_token",
    "actor_of",
    "add_organisation",
    "add_person",
    "contact_cards",
    "define_shift",
    "deputies_of",
    "erase_contact",
    "find_contact",
    "give_duty",
    "keep_roster_lines",
    "load_default_settings",
    "move_organisation",
    "old_contacts",
    "oldest_contact",
    "on_duty",
    "organisation_card",
    "organisation_cards",
    "people_with",
    "person_cards",
    "person_names",
    "phone_for_notice",
    "refuse_reveal",
    "refuse_self_approval",
    "remember_contact",
    "rescue_account",
    "reveal_contact",
    "set_duty_grids",
    "set_policy",
    "sign_in",
    "sign_out",
]
