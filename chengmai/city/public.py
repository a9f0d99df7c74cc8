"""The door of city: what other domains may call. Codes and frozen cards cross, no rows."""

from __future__ import annotations

from chengmai.city.actions import (
    LoadReport,
    assign_collector,
    change_day,
    close_grid,
    load_calendar,
    load_default_settings,
    load_edition,
    load_standard_classes,
    merge_grids,
    set_office_hours,
    split_grid,
)
from chengmai.city.addresses.actions import (
    load_address_points,
    load_aliases,
    rebuild_gazetteer,
)
from chengmai.city.addresses.queries.find import find as find_address
from chengmai.city.addresses.queries.find import geocode
from chengmai.city.addresses.queries.reverse import address_at
from chengmai.city.addresses.queries.state import gazetteer_state
from chengmai.city.areas.queries import standing_at
from chengmai.city.atlas.catalogue import layers_shown_to
from chengmai.city.atlas.tiles import MOST_BYTES as MOST_TILE_BYTES
from chengmai.city.atlas.tiles import tile
from chengmai.city.census.command import (
    export_census,
    go_on_with_census,
    import_census,
    list_census,
    undo_census,
)
from chengmai.city.errors import ClassNotFound, FixtureBroken
from chengmai.city.faults.command import check_all_grids
from chengmai.city.queries.calendars import (
    forget_calendar,
    office_calendar,
    organisations_with_hours,
)
from chengmai.city.queries.classes import (
    class_card,
    class_cards,
    class_names,
    class_of_day,
    responsible_organisation,
)
from chengmai.city.queries.components import component_card, components_near
from chengmai.city.queries.grids import (
    division_cards,
    division_names,
    grid_fates,
    grid_levels,
    locate,
    outline,
)
from chengmai.city.queries.named import spoken_names
from chengmai.city.queries.surroundings import DrawnShape, surroundings

__all__ = [
    "MOST_TILE_BYTES",
    "ClassNotFound",
    "DrawnShape",
    "FixtureBroken",
    "LoadReport",
    "address_at",
    "assign_collector",
    "change_day",
    "check_all_grids",
    "class_card",
    "class_cards",
    "class_names",
    "class_of_day",
    "close_grid",
    "component_card",
    "components_near",
    "division_cards",
    "division_names",
    "export_census",
    "find_address",
    "forget_calendar",
    "gazetteer_state",
    "geocode",
    "go_on_with_census",
    "grid_fates",
    "grid_levels",
    "import_census",
    "layers_shown_to",
    "list_census",
    "load_address_points",
    "load_aliases",
    "load_calendar",
    "load_default_settings",
    "load_edition",
    "load_standard_classes",
    "locate",
    "merge_grids",
    "office_calendar",
    "organisations_with_hours",
    "outline",
    "rebuild_gazetteer",
    "responsible_organisation",
    "set_office_hours",
    "split_grid",
    "spoken_names",
    "standing_at",
    "surroundings",
    "tile",
    "undo_census",
]
