"""One case as a row of a list, built in Python for somebody who has it at hand.

`queries.lists` builds the same row in SQL for pages of many; a test pins the twins together.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.models import Case
from chengmai.cases.queries.lists import BRIEF_TEXT
from chengmai.cases.queries.names import class_name_of
from chengmai.cases.rules.lamps import lamp_of
from chengmai.cases.words import Stage
from chengmai.city.public import division_names
from chengmai.identity.public import organisation_cards
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.media.words import MediaCard

_SAME = (
    "id", "case_no", "version", "stage", "lamp_due_at", "lamp_start_at", "lamp_warn_at", "due_at",
    "kind", "class_code", "address", "grid_code", "district_code", "organisation_id", "source",
    "reported_at", "urgent", "supervised", "rework_no", "report_count",
)  # fmt: skip


def brief_row(case: Case, at: datetime) -> dict[str, Any]:
    """The row of a case that has just been moved; a statement only where it has a photo."""
    first = case.media.get("before", ())[:1]
    return row_of(case, {card.id: card for card in media_cards(first)}, at)


def row_of(case: Case, media: dict[int, MediaCard], at: datetime) -> dict[str, Any]:
    """The values of a CaseRow; `media` holds the card of the first photo, if there is one."""
    unit = organisation_cards().get(case.organisation_id or 0)
    first = (case.media.get("before") or [0])[0]
    photo = media.get(first)
    spot = case.lon_lat
    return {
        **{name: getattr(case, name) for name in _SAME},
        "lamp": lamp_of(Stage(case.stage), case.lamp_warn_at, case.lamp_due_at, at),
        "class_name": class_name_of(case.class_code, case.reported_at),
        "description": case.description[:BRIEF_TEXT],
        "district_name": division_names().get(case.district_code),
        "organisation_name": unit.name if unit else None,
        "lon": round(spot[0], 6) if spot else None,
        "lat": round(spot[1], 6) if spot else None,
        "thumbnail_url": photo.thumbnail_url if photo else None,
    }
