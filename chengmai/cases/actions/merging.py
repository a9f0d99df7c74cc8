"""Row 3: one problem, many reporters. A merged case's reports follow its master."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.db.models import F

from ..models import Case, Report
from ..words import Move, Stage

_FAMILY = """
WITH RECURSIVE family AS (
    SELECT id FROM cases_case WHERE id = %s
    UNION ALL
    SELECT c.id FROM cases_case c JOIN family ON c.merged_into_id = family.id
)
UPDATE cases_report SET follows_id = %s FROM family WHERE cases_report.case_id = family.id
"""


def write(case: Case, move: Move, master: Case | None, at: datetime) -> set[str]:
    """Lead the reports to the master or back; the names of the case's fields that changed."""
    if move is Move.MERGE and master is not None:
        case.before_merge = {"stage": Stage.REPORTED.value, "at": at.isoformat()}
        case.merged_into = master
        moved = Report.objects.filter(follows=case).update(follows=master)
        _count(master.pk, moved)
        return {"before_merge", "merged_into"}
    if move is Move.UNMERGE and case.merged_into_id is not None:
        with connection.cursor() as cursor:
            cursor.execute(_FAMILY, [case.pk, case.pk])
            moved = cursor.rowcount
        _count(case.merged_into_id, -moved)
        case.report_count = moved
        case.merged_into = None
        case.before_merge = None
        return {"report_count", "merged_into", "before_merge"}
    return set()


def _count(master_id: int, reports: int) -> None:
    Case.objects.filter(pk=master_id).update(report_count=F("report_count") + reports)
