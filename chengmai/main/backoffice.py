"""The kernel's back office over HTTP: dead letters and the ledger, for auditor and administrator.

It stands in main because the kernel knows nobody: who may look is identity's word.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from chengmai.identity.edge import require_duty
from chengmai.identity.words import Duty
from chengmai.kernel import deadletters, ledger
from chengmai.kernel.api import Page
from chengmai.kernel.canonical import LedgerRow
from chengmai.kernel.models import DeadLetter
from chengmai.kernel.paging import checked_limit, page_of
from chengmai.kernel.retention import terms

router = Router(tags=["kernel"])
MAY_LOOK = (Duty.ADMIN, Duty.AUDITOR)


class DeadLetterOut(Schema):
    id: int
    reaction: str
    entry_id: int
    name: str
    subject: str
    error: str
    traceback: str
    tries: int
    died_at: datetime
    replayed_at: datetime | None


class LedgerRowOut(Schema):
    id: int
    seq: int
    name: str
    actor_id: int | None
    at: datetime
    place: tuple[float, float] | None
    payload: dict[str, Any]
    algorithm: str
    prev_hash: str
    hash: str


class LedgerPage(Schema):
    items: list[LedgerRowOut]
    next: int | None


@router.get("/dead-letters", response=Page[DeadLetterOut], url_name="dead_letters")
def get_dead_letters(
    request: HttpRequest, after: str | None = None, limit: int = 50, all: bool = False
) -> dict[str, Any]:
    """Facts that a handler could not answer, oldest first; `all` also shows the replayed."""
    require_duty(request, *MAY_LOOK)
    letters = DeadLetter.objects.all() if all else DeadLetter.objects.filter(replayed_at=None)
    query = f"dead-letters:{all}"
    rows, following = page_of(letters, order=("id",), after=after, limit=limit, query=query)
    return {"items": rows, "next": following}


@router.post("/dead-letters/{letter_id}/replay", response=DeadLetterOut)
def post_replay(request: HttpRequest, letter_id: int) -> DeadLetter:
    """Let the handler answer the fact now; 409 when it fails again."""
    require_duty(request, Duty.ADMIN)
    return deadletters.replay(letter_id)


class TermOut(Schema):
    """One kind of data, how long it is kept and by whose word, and the proof of the last night."""

    name: str
    what: str
    keep_days: int
    at_least_days: int
    in_force: bool
    source: str
    clause: str
    ran_at: datetime | None
    removed: int | None
    oldest_left: datetime | None


@router.get("/retention", response=list[TermOut], summary="What is kept how long, with proof")
def get_retention(request: HttpRequest) -> list[TermOut]:
    require_duty(request, Duty.ADMIN, Duty.SECURITY, Duty.AUDITOR)
    return [
        TermOut(
            name=term.keeper.name,
            what=term.keeper.what,
            keep_days=term.keep_days,
            at_least_days=term.keeper.at_least_days,
            in_force=term.in_force,
            source=term.source,
            clause=term.clause,
            ran_at=term.last.at if term.last else None,
            removed=term.last.removed if term.last else None,
            oldest_left=term.last.oldest_left if term.last else None,
        )
        for term in terms()
    ]


@router.get("/ledger/{subject}", response=LedgerPage)
def get_ledger(
    request: HttpRequest, subject: str, after: int = 0, limit: int = 50
) -> dict[str, Any]:
    """The chain of one subject, such as `case:17`, with its hashes."""
    require_duty(request, Duty.AUDITOR)
    limit = checked_limit(limit)
    rows = ledger.entries_of(subject, after=after, limit=limit + 1)
    following = rows[limit - 1].seq if len(rows) > limit else None
    return {"items": [_shown(row) for row in rows[:limit]], "next": following}


def _shown(row: LedgerRow) -> LedgerRowOut:
    return LedgerRowOut(
        id=row.id,
        seq=row.seq,
        name=row.name,
        actor_id=row.actor_id,
        at=row.at,
        place=row.place,
        payload=row.payload,
        algorithm=row.algorithm,
        prev_hash=row.prev_hash.hex(),
        hash=row.hash.hex(),
    )
