"""Every write of identity."""

from chengmai.identity.actions.contacts import (
    erase_contact,
    refuse_reveal,
    remember_contact,
    reveal_contact,
)
from chengmai.identity.actions.organisations import add_organisation, move_organisation
from chengmai.identity.actions.people import add_person, give_duty, set_duty_grids

__all__ = [
    "add_organisation",
    "add_person",
    "erase_contact",
    "give_duty",
    "move_organisation",
    "refuse_reveal",
    "remember_contact",
    "reveal_contact",
    "set_duty_grids",
]
