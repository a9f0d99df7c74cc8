"""What hangs on one case, fetched with it in one statement."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from chengmai.cases.models import Case
from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.queries.seen import case_with, seen_sql
from chengmai.identity.words import Actor

DUPLICATE_METRES = 100
DUPLICATE_DAYS = 7
MAX_REPORTS = 50

_OTHER_OPEN = OPEN_SQL.replace("cases_case.", "o.")
_RELATED = f"""
json_build_object(
 'reports', (SELECT coalesce(json_agg(json_build_object(
    'id', r.id, 'tracking_no', r.tracking_no, 'source', r.source, 'text', r.text, 'at', r.at,
    'contact_id', r.contact_id, 'has_private', r.private_text IS NOT NULL, 'media', r.media)
    ORDER BY r.id), '[]')
    FROM (SELECT * FROM cases_report WHERE follows_id = cases_case.id OR case_id = cases_case.id
          ORDER BY id LIMIT {MAX_REPORTS}) AS r),
 'parts', (SELECT coalesce(json_agg(json_build_object(
    'id', p.id, 'organisation_id', p.organisation_id, 'path', p.organisation_path, 'due_at', p.due_at, 'done_at', p.done_at,
    'mandatory', p.mandatory) ORDER BY p.id), '[]')
    FROM cases_part p WHERE p.case_id = cases_case.id),
 'supervisions', (SELECT coalesce(json_agg(json_build_object(
    'level', s.level, 'text', s.text, 'by', s.by_id, 'at', s.at, 'due_at', s.due_at)
    ORDER BY s.id), '[]') FROM cases_supervision s WHERE s.case_id = cases_case.id),
 'merged', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'case_no', m.case_no)
    ORDER BY m.id), '[]') FROM cases_case m WHERE m.merged_into_id = cases_case.id AND {{merged}}),
 'possible_duplicates', (SELECT coalesce(json_agg(row_to_json(d)), '[]') FROM (
    SELECT o.id, o.case_no, o.reported_at, left(o.description, 80) AS description,
     round(st_distance(o.point::geography, cases_case.point::geography))::int AS metres
    FROM cases_case o
    WHERE cases_case.point IS NOT NULL AND o.id <> cases_case.id AND {_OTHER_OPEN} AND {{others}}
     AND st_dwithin(o.point_3857, cases_case.point_3857,
                    %s / cos(radians(st_y(cases_case.point))))
     AND (cases_case.class_code = '' OR left(o.class_code, 3) = left(cases_case.class_code, 3))
     AND o.reported_at BETWEEN cases_case.reported_at - %s AND cases_case.reported_at + %s
    ORDER BY metres LIMIT 5) AS d)
)::text
"""


def case_with_related(actor: Actor, case_id: int) -> tuple[Case, dict[str, Any]]:
    """A case with its reports, shares, urgings, merged cases and likely duplicates.

    Likely duplicates are open cases of the same major class within 100 m and 7 days; they and the
    merged ones are named only as far as the actor sees them. One statement. Raises CaseNotFound
    for a hidden case and a missing one alike.
    """
    days = timedelta(days=DUPLICATE_DAYS)
    seen, bound = seen_sql(actor)
    sql = _RELATED.format(
        merged=seen.replace("cases_case.", "m."), others=seen.replace("cases_case.", "o.")
    )
    case, (related,) = case_with(
        actor,
        case_id,
        f"{sql} FROM cases_case",
        [*bound, *bound, DUPLICATE_METRES, days, days],
    )
    return case, json.loads(related)


def moment(text: str | None) -> datetime | None:
    """A moment that PostgreSQL wrote into JSON."""
    return datetime.fromisoformat(text) if text else None
