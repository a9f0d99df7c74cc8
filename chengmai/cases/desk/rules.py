"""Pure decisions of the desk: what a view may hold, what a phrase says, what a bulk move may carry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from chengmai.cases.desk.words import COLUMN_KEYS, PLACEHOLDERS, WIDTHS
from chengmai.cases.rules.view import Need
from chengmai.cases.words import Move
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput, Forbidden
from chengmai.kernel.masks import mask_numbers_in

FILTER_NAMES = (
    "queue", "stage", "lamp", "kind", "class_code", "grid_code", "area", "organisation_id",
    "source", "since", "until", "q", "urgent", "supervised",
)  # fmt: skip
_LONGEST = 300
_HOLES = re.compile(r"\{([^{}]*)\}")

# What differs from case to case: a bulk move cannot bring it.
_OWN = frozenset({Need.MEDIA_BEFORE, Need.MEDIA_AFTER, Need.MEDIA_OTHER})
# A place is asked for by these, but a case that lies in a grid already has one.
_HAS_PLACE = frozenset({Move.REGISTER, Move.ACCEPT})

# The move that takes another back, with the reason that is written; the loop's own arrows only.
WAYS_BACK: Mapping[Move, Move] = {Move.MERGE: Move.UNMERGE}
UNDO_REASON = "撤销批量办理"


def number_of(actor: Actor) -> int:
    """The person's number; views, phrases and bulk moves belong to people, not to the system."""
    if actor.id is None:
        raise Forbidden("This belongs to a person.")
    return actor.id


def checked_filter(given: Mapping[str, Any]) -> dict[str, Any]:
    """The filter of a view without empty values. Raises BadInput naming what is no filter."""
    kept: dict[str, Any] = {}
    for name, value in given.items():
        if name not in FILTER_NAMES:
            raise BadInput(
                "There is no such filter.", field=f"filter.{name[:40]}", remedy="Leave it out."
            )
        if value is None or value == "":
            continue
        if not isinstance(value, str | int | bool) or len(str(value)) > _LONGEST:
            raise BadInput("A filter is a short text.", field=f"filter.{name}")
        # Texts of cases hold no numbers in clear: to look for one finds nothing, to keep one tells.
        kept[name] = mask_numbers_in(value) if isinstance(value, str) else value
    return kept


def checked_columns(given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Known columns, each once, with widths within reason (pixels)."""
    kept: list[dict[str, Any]] = []
    for column in given:
        key, width = column.get("key"), column.get("width", 0)
        if key not in COLUMN_KEYS or any(one["key"] == key for one in kept):
            raise BadInput(
                "There is no such column, or it is named twice.",
                field="columns",
                given=str(key)[:40],
                remedy="Choose from the columns of the list.",
            )
        kept.append({"key": key, "width": min(WIDTHS[1], max(WIDTHS[0], int(width)))})
    return kept


def refuse_unknown_holes(text: str) -> None:
    """A phrase may hold the placeholders that we fill, and no others."""
    for hole in _HOLES.findall(text):
        if hole not in PLACEHOLDERS:
            raise BadInput(
                "There is no such placeholder.",
                field="text",
                given=hole[:40],
                remedy="Use one of " + " ".join(f"{{{name}}}" for name in PLACEHOLDERS),
            )


def needs_its_own(move: Move, needs: Sequence[Need]) -> bool:
    """Whether each case would have to bring something of its own, such as a photo or a place."""
    if _OWN & set(needs):
        return True
    return Need.PLACE in needs and move not in _HAS_PLACE


def lacking(needs: Sequence[Need], case: Mapping[str, Any]) -> tuple[Need, ...]:
    """Which needs of the move this case neither brings nor can be given with all the others."""
    missing = []
    if Need.PLACE in needs and not case["grid_code"]:
        missing.append(Need.PLACE)
    if Need.CLASS_CODE in needs and not case["class_code"]:
        missing.append(Need.CLASS_CODE)
    if Need.CONDITION_ID in needs and not case["condition_id"]:
        missing.append(Need.CONDITION_ID)
    return tuple(missing)
