"""What a case's file shows, read as its page reads it, with its place in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chengmai.cases.casefile.drawing import HEIGHT, METRES, WIDTH, draw_map
from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.seen import get_case
from chengmai.cases.queries.timeline import timeline_of
from chengmai.city.public import surroundings
from chengmai.identity.public import organisation_cards
from chengmai.identity.words import Actor
from chengmai.kernel.ledger import entries_of

CODE_DIGITS = 16  # of the hash, in hexadecimal: 64 bits


@dataclass(frozen=True)
class CaseFile:
    """Everything on paper: the page, the steps, the map, and the ledger's head when it was read."""

    case: dict[str, Any]
    steps: list[dict[str, Any]]
    drawing: str
    seq: int
    code: str


def read_case_file(actor: Actor, case_id: int, at: datetime) -> CaseFile:
    """The file of one case. Raises CaseNotFound for a hidden case and a missing one alike."""
    case = case_detail(actor, case_id, at)
    entries = entries_of(f"case:{case_id}")
    last = entries[-1]
    drawing = ""
    if case["lon"] is not None:
        drawing = draw_map(
            surroundings(case["lon"], case["lat"], metres=METRES, width=WIDTH, height=HEIGHT)
        )
    return CaseFile(case, timeline_of(entries), drawing, last.seq, last.hash.hex()[:CODE_DIGITS])


def heading() -> str:
    """The bureau in whose name the file is printed: the organisation at the top."""
    roots = [card for card in organisation_cards().values() if card.parent_id is None]
    return roots[0].name if roots else "城市管理局"


def check_code(actor: Actor, case_id: int, seq: int, code: str) -> dict[str, Any]:
    """Whether a printed file agrees with the ledger, and how many steps came after it.

    Raises CaseNotFound where the actor may not see the case.
    """
    case = get_case(actor, case_id)
    entries = entries_of(f"case:{case_id}")
    found = next((entry for entry in entries if entry.seq == seq), None)
    wanted = code.strip().lower()
    agrees = found is not None and found.hash.hex()[:CODE_DIGITS] == wanted
    return {
        "case_id": case_id,
        "case_no": case.case_no,
        "agrees": agrees,
        "seq": seq,
        "at": found.at if found and agrees else None,
        "later_steps": sum(entry.seq > seq for entry in entries),
    }
