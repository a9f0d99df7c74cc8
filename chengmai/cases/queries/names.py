"""Names for codes and ids, as JSON constants for SQL, from the reference cache."""

from __future__ import annotations

import json

from chengmai.city.public import class_cards, division_names
from chengmai.identity.public import organisation_cards
from chengmai.kernel.reference import cached


def name_maps() -> tuple[str, str, str]:
    """JSON objects: class code → name, district code → name, organisation id → name."""
    return cached("cases.names", _load)


def _load() -> tuple[str, str, str]:
    classes = {code: card.name for code, card in class_cards().items()}
    organisations = {str(key): card.name for key, card in organisation_cards().items()}
    districts = {code: name for code, name in division_names().items() if len(code) == 6}
    return _json(classes), _json(districts), _json(organisations)


def _json(names: dict[str, str]) -> str:
    return json.dumps(names, ensure_ascii=False)
