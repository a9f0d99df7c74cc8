"""Let go of who reported: what was sealed beside a report, and from which device it came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from ..intake.models import ImportRow
from ..models import Report
from ..words import TERMINAL


@transaction.atomic
def forget_reporters(*, report_ids: Iterable[int]) -> int:
    """Remove the sealed words, the device and the imported cells of these reports; how many.

    The masked text stays: it is the case's record. The contact itself is erased by identity.
    """
    ids = list(report_ids)
    cases = Report.objects.filter(pk__in=ids).values_list("case_id", flat=True)
    ImportRow.objects.filter(case_id__in=list(cases)).update(values={}, emptied=True)
    return Report.objects.filter(pk__in=ids).update(private_text=None, device_key="")


def forget_sealed_words(*, before: datetime, at_most: int = 5_000) -> int:
    """Remove the sealed words of reports whose case ended before this moment; how many."""
    old = Report.objects.filter(
        private_text__isnull=False, follows__stage__in=TERMINAL, follows__stage_since__lt=before
    )
    ids = list(old.values_list("pk", flat=True)[:at_most])
    return Report.objects.filter(pk__in=ids).update(private_text=None)


def forget_imported_cells(*, before: datetime, at_most: int = 20_000) -> int:
    """Empty the kept cells of files imported before this moment; how many rows."""
    old = ImportRow.objects.filter(emptied=False, batch__finished_at__lt=before)
    ids = list(old.values_list("pk", flat=True)[:at_most])
    return ImportRow.objects.filter(pk__in=ids).update(values={}, emptied=True)
