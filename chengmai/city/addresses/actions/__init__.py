"""Every write of addresses."""

from chengmai.city.addresses.actions.aliases import close_alias, load_aliases, set_alias
from chengmai.city.addresses.actions.numbers import (
    add_house_number,
    move_house_number,
    remove_house_number,
)
from chengmai.city.addresses.actions.points import load_address_points
from chengmai.city.addresses.actions.rebuild import (
    RebuildReport,
    rebuild_gazetteer,
    tie_numbers,
)

__all__ = [
    "RebuildReport",
    "add_house_number",
    "close_alias",
    "load_address_points",
    "load_aliases",
    "move_house_number",
    "rebuild_gazetteer",
    "remove_house_number",
    "set_alias",
    "tie_numbers",
]
