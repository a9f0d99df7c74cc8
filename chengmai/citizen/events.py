"""Facts that the citizen's side announces; none carries a name or number."""

from __future__ import annotations

from dataclasses import dataclass

from chengmai.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ReportRated(Fact):
    """The person who reported a problem said how content they are (1 to 5)."""

    case_id: int
    case_no: str
    score: int
    words: str
    reopen: bool
    organisation_id: int | None = None

    @property
    def subject(self) -> str:
        return f"case-rating:{self.case_id}"


@dataclass(frozen=True, kw_only=True)
class NoticeAgreed(Fact):
    """A device agreed to a version of the privacy notice."""

    device_id: int
    version: str

    @property
    def subject(self) -> str:
        return f"device:{self.device_id}"
