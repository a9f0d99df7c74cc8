"""Open what a reporter wrote with a number in it: for a reason, and into the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chengmai.identity.public import refuse_reveal, reveal_contact
from chengmai.identity.words import Actor
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in

from ..errors import CaseNotFound
from ..events import ReportRevealed
from ..models import Report
from ..queries import get_case


@dataclass(frozen=True)
class Revealed:
    """Name and number of the reporter, and the text with the numbers in it."""

    name: str
    phone: str
    text: str


@transaction.atomic
def reveal_report(
    *, actor: Actor, case_id: int, report_id: int, reason: str, at: datetime
) -> Revealed:
    """What the masks of one report hide, for who sees its case and says why.

    Refuses with CaseNotFound for a case (or report) that is hidden or missing, ReasonMissing, and
    NotYourDuty for a system and for duties that never call anybody.
    """
    case = get_case(actor, case_id)
    ours = Q(follows_id=case.pk) | Q(case_id=case.pk)
    report = Report.objects.filter(ours, pk=report_id).first()
    if report is None:
        raise CaseNotFound("No such report.", case_id=case_id)
    refuse_reveal(actor, reason)
    name, phone = "", ""
    if report.contact_id is not None:
        name, phone = reveal_contact(
            actor=actor, contact_id=report.contact_id, reason=reason, at=at
        )
    publish(
        ReportRevealed(
            at=at,
            actor_id=actor.id,
            **case.which,
            report_id=report.pk,
            reason=mask_numbers_in(reason.strip())[:200],
        )
    )
    return Revealed(name, phone, report.private_text or report.text)
