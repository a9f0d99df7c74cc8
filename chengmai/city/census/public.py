"""The door of census inside city: what its HTTP edge and its commands call."""

from __future__ import annotations

from chengmai.city.census.actions.checking import start_check
from chengmai.city.census.actions.exporting import ask_census_export, write_export
from chengmai.city.census.actions.picturing import add_pictures, drop_pictures
from chengmai.city.census.actions.receiving import receive_file, refuse_too_large
from chengmai.city.census.actions.taking import cancel, go_on, start_take, start_undo
from chengmai.city.census.gateways.sheets import safe_cell
from chengmai.city.census.queries.imports import (
    get_import,
    guess,
    import_card,
    imports_seen_by,
    refuse_others,
    target_cards,
    whole_card,
)
from chengmai.city.census.queries.rows import (
    left_alone,
    report_heads,
    report_lines,
    rows_of,
    rows_on_map,
)
from chengmai.city.census.queries.samples import sample_on_map

__all__ = [
    "add_pictures", "ask_census_export", "cancel", "drop_pictures", "get_import", "go_on", "guess", "import_card", "imports_seen_by",
    "left_alone", "receive_file", "refuse_others", "refuse_too_large", "report_heads", "report_lines",
    "rows_of", "rows_on_map", "safe_cell", "sample_on_map", "start_check", "start_take", "start_undo",
    "target_cards", "whole_card", "write_export",
]  # fmt: skip
