"""What the printable case file shows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chengmai.cases.queries.detail import case_detail
from chengmai.cases.queries.timeline import timeline_of
from chengmai.identity.words import Actor
from chengmai.kernel.ledger import entries_of


def print_data(actor: Actor, case_id: int, at: datetime) -> dict[str, Any]:
    """The case, every step of it, and who printed it when. Raises CaseNotFound."""
    return {
        "case": case_detail(actor, case_id, at),
        "timeline": timeline_of(entries_of(f"case:{case_id}")),
        "printed_at": at,
        "printed_by": actor.name,
    }
