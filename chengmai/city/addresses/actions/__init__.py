"""Every write of addresses."""

from chengmai.city.addresses.actions.aliases import close_alias, load_aliases, set_alias
from chengmai.city.addresses.actions.points import load_address_points
from chengmai.city.addresses.actions.rebuild import RebuildReport, rebuild_gazetteer

__all__ = [
    "RebuildReport",
    "close_alias",
    "load_address_points",
    "load_aliases",
    "rebuild_gazetteer",
    "set_alias",
]
