"""Rows 39 and 40: a case tied to something of another domain, which keeps its own record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

from ..errors import LinkUnknown, NotYourDuty
from ..events import CaseLinked
from ..models import Case
from ..queries import get_case
from ..words import LinkKind


@transaction.atomic
def link_case(
    *, case_id: int, kind: str, ref: str, actor: Actor, at: datetime, reason: str = ""
) -> Case:
    """Tie a case to an enforcement case or an emergency; the same link twice is one link.

    A dispatcher or the system does it. Raises LinkUnknown, NotYourDuty, CaseNotFound.
    """
    if kind not in set(LinkKind) or not 0 < len(ref) <= 80:
        raise LinkUnknown("Unknown kind of link.", field="kind", known=sorted(LinkKind))
    if not actor.has(Duty.DISPATCHER, Duty.SYSTEM):
        raise NotYourDuty("Another duty takes this step.", duties=[Duty.DISPATCHER.value])
    case = get_case(actor, case_id, lock=True)
    if any(link["kind"] == kind and link["ref"] == ref for link in case.links):
        return case
    case.links = [*case.links, {"kind": kind, "ref": ref, "at": at.isoformat()}]
    case.version += 1
    case.save(update_fields=["links", "version"])
    publish(
        CaseLinked(
            at=at,
            actor_id=actor.id,
            **case.which,
            kind=kind,
            ref=ref,
            reason=reason.strip(),
        )
    )
    return case
