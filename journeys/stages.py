"""Cases that a journey needs to begin with, brought there over the API by those whose duty it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journeys.conftest import Town
from journeys.wire import Spot

CLASS_CODE = "E0112"  # 道路不洁, sanitation's in the whole demo city: dept1 and handler1


@dataclass(frozen=True)
class Known:
    """A case that a journey made."""

    id: int
    case_no: str
    tracking_no: str
    spot: Spot


def reported(town: Town, words: str, **more: object) -> Known:
    """待受理, taken down by operator2."""
    spot = town.spot()
    receipt = town.wires("operator2").report(spot, words, **more)
    return Known(receipt["case_id"], receipt["case_no"], receipt["tracking_no"], spot)


def to_register(town: Town, words: str) -> Known:
    """待立案."""
    known = reported(town, words)
    town.wires("operator2").move(known.id, "accept", class_code=CLASS_CODE)
    return known


def to_dispatch(town: Town, words: str) -> Known:
    """待派遣, under the first condition of its class."""
    known = to_register(town, words)
    condition = _first_condition(town)
    town.wires("leader2").move(
        known.id, "register", class_code=CLASS_CODE, condition_id=condition["id"]
    )
    return known


def handled_by(town: Town, username: str, words: str) -> Known:
    """处置中, in the hands of a handler of dept1."""
    known = to_dispatch(town, words)
    dispatcher = town.wires("dispatcher2")
    unit = dispatcher.get(f"/cases/{known.id}")["suggested"]["organisation_id"]
    dispatcher.move(known.id, "dispatch", organisation_id=unit)
    handler = town.wires(username).me["id"]
    town.wires("dept1").move(known.id, "assign", handler_id=handler)
    return known


def moves_of(town: Town, case_id: int, move: str) -> list[dict[str, Any]]:
    """The steps of this kind that the ledger holds."""
    timeline = town.wires("operator2").get(f"/cases/{case_id}/timeline")
    return [entry for entry in timeline if entry["move"] == move]


def _first_condition(town: Town) -> dict[str, Any]:
    classes = town.wires("leader2").get("/city/classes")
    return next(dict(one["conditions"][0]) for one in classes if one["code"] == CLASS_CODE)
