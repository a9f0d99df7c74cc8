"""Me too: another person's word about a problem that is already known."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from chengmai.identity.words import SYSTEM, Actor
from chengmai.kernel.ledger import publish

from ..errors import CaseNotFound, MoveNotAllowed
from ..events import CaseJoined
from ..models import Case, Report
from ..rules.numbers import tracking_number
from ..words import TERMINAL, CaseSource, ReportReceipt, Stage
from .report import receipt_of, refuse_long_key, tie_media, told

_JOIN = """
INSERT INTO cases_report (case_id, follows_id, tracking_no, source, source_key, contact_id,
    device_key, reporter_id, text, private_text, point, media, at, first)
VALUES (%(case_id)s, %(case_id)s, %(tracking_no)s, %(source)s, %(source_key)s, %(contact_id)s,
    %(device_key)s, %(reporter_id)s, %(text)s, %(private_text)s,
    CASE WHEN %(lon)s::float8 IS NULL THEN NULL
         ELSE ST_SetSRID(ST_MakePoint(%(lon)s::float8, %(lat)s::float8), 4326) END,
    %(media)s::jsonb, %(at)s, FALSE)
ON CONFLICT (source, source_key) WHERE NOT (source_key = '') DO NOTHING
RETURNING id
"""


@transaction.atomic
def join_report(
    *,
    case_id: int,
    actor: Actor = SYSTEM,
    at: datetime,
    source: CaseSource,
    source_key: str = "",
    text: str = "",
    lon: float | None = None,
    lat: float | None = None,
    media_ids: Sequence[int] = (),
    media_owner: str = "",
    contact_id: int | None = None,
    device_key: str = "",
) -> ReportReceipt:
    """Add a reporter to an open case (or to the master of a merged one) with a number of their own.

    The same source and key give the same receipt. Raises CaseNotFound, and MoveNotAllowed for a
    case that has ended: then it is a new problem.
    """
    refuse_long_key(source_key)
    if source_key and Report.objects.filter(source=source, source_key=source_key).exists():
        return receipt_of(source, source_key)
    case = _lock_master(case_id)
    if Stage(case.stage) in TERMINAL:
        raise MoveNotAllowed("This case has ended; report anew.", stage=case.stage)
    tracking_no = tracking_number(secrets.randbits(50))
    values: dict[str, Any] = {
        "case_id": case.pk, "tracking_no": tracking_no, "source": source.value,
        "source_key": source_key, "contact_id": contact_id, "device_key": device_key,
        "reporter_id": actor.id, **told("text", text), "lon": lon, "lat": lat,
        "media": json.dumps(list(media_ids)), "at": at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_JOIN, values)
        joined = cursor.fetchone()
    if joined is None:
        return receipt_of(source, source_key)
    Case.objects.filter(pk=case.pk).update(report_count=F("report_count") + 1)
    tie_media(media_ids, media_owner, f"case:{case.pk}")
    publish(
        CaseJoined(
            at=at,
            actor_id=actor.id,
            place=(lon, lat) if lon is not None and lat is not None else None,
            **case.which,
            report_id=joined[0],
            case_source=source,
            report_count=case.report_count + 1,
            media_ids=tuple(media_ids),
        )
    )
    return ReportReceipt(case.pk, case.case_no, tracking_no)


def _lock_master(case_id: int) -> Case:
    """The case itself, or the one that it was merged into, locked."""
    seen: set[int] = set()
    while case_id not in seen:
        seen.add(case_id)
        case = Case.objects.select_for_update().filter(pk=case_id).first()
        if case is None:
            raise CaseNotFound("No such case.", case_id=case_id)
        if case.merged_into_id is None:
            return case
        case_id = case.merged_into_id
    raise CaseNotFound("No such case.", case_id=case_id)
