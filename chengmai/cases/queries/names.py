"""Names for codes and ids, as JSON constants for SQL, from the reference cache."""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from chengmai.city.public import class_cards, class_names, class_of_day, division_names
from chengmai.city.words import ClassName
from chengmai.identity.public import organisation_cards
from chengmai.kernel.reference import cached

_CITY = ZoneInfo("Asia/Shanghai")
# `c` is the case, `k.classes` the first of `name_maps`. Nothing is looked up for a code that has
# always had its name.
CLASS_NAME_SQL = (
    "coalesce((SELECT before ->> 1 FROM jsonb_array_elements(k.classes -> ('~' || c.class_code))"
    " AS before WHERE c.reported_at < (before ->> 0)::timestamptz"
    " ORDER BY (before ->> 0)::timestamptz LIMIT 1), k.classes ->> c.class_code)"
)


def name_maps() -> tuple[str, str, str]:
    """JSON objects: class code → name, district code → name, organisation id → name.

    A code that was called otherwise before has its earlier names too, under `~code`: a list of
    [moment until which, name], oldest first. `CLASS_NAME_SQL` reads both by the day of the case.
    """
    return cached("cases.names", _load)


def _load() -> tuple[str, str, str]:
    classes: dict[str, Any] = {}
    for code, names in class_names().items():
        classes[code] = names[-1].name
        if before := _earlier_names(names):
            classes[f"~{code}"] = before
    classes |= {code: card.name for code, card in class_cards().items()}
    organisations = {str(key): card.name for key, card in organisation_cards().items()}
    districts = {code: name for code, name in division_names().items() if len(code) == 6}
    return _json(classes), _json(districts), _json(organisations)


def _earlier_names(names: tuple[ClassName, ...]) -> list[tuple[str, str]]:
    """Until when a code had another name than now: midnight in the city."""
    return [
        (datetime.combine(one.until, time(), _CITY).isoformat(), one.name)
        for one in names[:-1]
        if one.until is not None and one.name != names[-1].name
    ]


def class_name_of(code: str, at: datetime) -> str | None:
    """What a class was called on the day of a case; the twin of `CLASS_NAME_SQL`."""
    card = class_of_day(code, at) if code else None
    return card.name if card else None


def _json(names: dict[str, Any]) -> str:
    return json.dumps(names, ensure_ascii=False)
