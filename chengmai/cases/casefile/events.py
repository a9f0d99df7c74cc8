"""A case's file was printed."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class CaseFilePrinted(Fact):
    """Who printed which case as it stood after its step `seq`. Its chain is its own: printing a
    case does not move the head of the case's ledger, which the printed code names."""

    case_id: int
    case_no: str
    seq: int
    people: tuple[int, ...] = ()

    @property
    def subject(self) -> str:
        return f"casefile:{self.case_id}"
