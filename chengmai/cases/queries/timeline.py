"""A case's timeline, read from the ledger; names and media are looked up in bulk."""

from __future__ import annotations

from typing import Any

from chengmai.cases.queries.seen import get_case
from chengmai.identity.public import organisation_cards, person_names
from chengmai.identity.words import Actor
from chengmai.kernel.canonical import LedgerRow
from chengmai.kernel.ledger import entries_of
from chengmai.kernel.media.public import media_cards
from chengmai.kernel.media.words import MediaCard

# Facts of a case that are no moves of the table, by the word that screens know them by.
_MOVES = {"cases.CaseReported": "report", "cases.CaseJoined": "join", "cases.CaseLinked": "link",
          "cases.ReportRevealed": "reveal", "cases.CaseComponentNamed": "component"}  # fmt: skip


def timeline(actor: Actor, case_id: int) -> list[dict[str, Any]]:
    """Every step of a case in order. Four statements. Raises CaseNotFound."""
    case = get_case(actor, case_id)
    return timeline_of(entries_of(f"case:{case.pk}"))


def timeline_of(rows: list[LedgerRow]) -> list[dict[str, Any]]:
    """The steps of these ledger rows, with names."""
    names = person_names(
        person for row in rows for person in (row.actor_id, row.payload.get("on_behalf_of"))
    )
    wanted = {item for row in rows for item in row.payload.get("media_ids") or ()}
    media = {card.id: card for card in media_cards(wanted)}
    return [_step(row, names, media) for row in rows]


def _step(row: LedgerRow, names: dict[int, str], media: dict[int, MediaCard]) -> dict[str, Any]:
    said = row.payload
    organisation = organisation_cards().get(said.get("organisation_id") or 0)
    return {
        "seq": row.seq,
        "at": row.at,
        "name": row.name,
        "move": said.get("move") or _MOVES.get(row.name),
        "duty": said.get("duty"),
        "actor_id": row.actor_id,
        "actor_name": names.get(row.actor_id or 0),
        "on_behalf_of_name": names.get(said.get("on_behalf_of") or 0),
        "source": said.get("source"),
        "target": said.get("target"),
        "reason": said.get("reason") or "",
        "organisation_name": organisation.name if organisation else None,
        "media": [media[item] for item in said.get("media_ids") or () if item in media],
        # The page itself names the master, to who may see it.
        "details": {k: v for k, v in (said.get("details") or {}).items() if k != "master_id"},
    }
