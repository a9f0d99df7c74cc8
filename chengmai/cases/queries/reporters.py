"""What one person told us: for their own copy, and before their data is erased."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from chengmai.cases.intake.models import ImportRow
from chengmai.cases.models import Report
from chengmai.cases.words import TERMINAL, ReachedCard, ReporterCard, Stage
from chengmai.city.public import class_cards
from chengmai.kernel.ledger import entries_of

MOST = 500


def reports_by(*, contact_id: int | None = None, device_key: str = "") -> list[ReporterCard]:
    """The reports of a contact, or of a device, newest first, at most 500; their whole texts.

    For the person themselves and for who answers their request; never for a list on a desk.
    """
    wanted = Q(contact_id=contact_id) if contact_id is not None else Q(device_key=device_key)
    if contact_id is None and not device_key:
        return []
    rows = Report.objects.select_related("follows").filter(wanted).order_by("-pk")[:MOST]
    return [
        ReporterCard(
            report_id=row.pk,
            case_id=row.follows_id,
            case_no=row.follows.case_no,
            tracking_no=row.tracking_no,
            text=row.private_text or row.text,
            at=row.at,
            contact_id=row.contact_id,
            media_ids=tuple(row.media),
            is_open=Stage(row.follows.stage) not in TERMINAL,
            ended_at=row.follows.closed_at,
        )
        for row in rows
    ]


def readings_of(reports: Iterable[ReporterCard]) -> list[tuple[int, int | None, str, str]]:
    """Who looked behind the masks of these reports: (report, person, moment, reason)."""
    wanted = {one.report_id: one.case_id for one in reports}
    return [
        (row.payload["report_id"], row.actor_id, row.at.isoformat(), row.payload["reason"])
        for case_id in sorted(set(wanted.values()))
        for row in entries_of(f"case:{case_id}")
        if row.name == "cases.ReportRevealed" and row.payload["report_id"] in wanted
    ]


def contacts_in_use(ids: Iterable[int], *, since: datetime) -> set[int]:
    """Which of these contacts have a report whose case is open or ended since then."""
    used = Report.objects.filter(contact_id__in=list(ids)).filter(
        ~Q(follows__stage__in=TERMINAL) | Q(follows__stage_since__gte=since)
    )
    return {i for i in used.values_list("contact_id", flat=True) if i is not None}


def oldest_sealed_words() -> datetime | None:
    """When the oldest report whose sealed words are kept was made."""
    rows = Report.objects.filter(private_text__isnull=False).order_by("pk")
    return rows.values_list("at", flat=True).first()


def oldest_imported_cells() -> datetime | None:
    """When the oldest file whose cells are kept was imported."""
    rows = ImportRow.objects.filter(emptied=False).order_by("batch_id")
    return rows.values_list("batch__at", flat=True).first()


def reporters_of(case_id: int, most: int = 500) -> list[ReachedCard]:
    """Who hears of this case: those of its reporters, and of cases merged into it, who left a
    number or a device. One statement, which reads nothing of what they wrote."""
    reached = Q(contact_id__isnull=False) | ~Q(device_key="")
    rows = Report.objects.filter(reached, follows_id=case_id).order_by("pk")
    told = rows.values_list(
        "pk", "tracking_no", "contact_id", "device_key", "follows__address", "follows__class_code"
    )
    cards = class_cards()
    return [
        ReachedCard(pk, number, contact, device, address, cards[code].name if code in cards else "")
        for pk, number, contact, device, address, code in told[:most]
    ]
