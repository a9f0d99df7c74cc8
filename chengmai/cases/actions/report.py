"""Row 1 and row 35: a problem enters the loop. The same key gives the same receipt."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from chengmai.city.public import class_card, locate, office_calendar
from chengmai.city.words import ClassCard, GridPlace
from chengmai.identity.words import SYSTEM, Actor, Duty
from chengmai.kernel.errors import BadInput
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.media.public import attach, claim_media
from chengmai.kernel.secrets import seal

from ..errors import SourceUnknown
from ..events import CaseReported
from ..queries.lexicon import words_vector
from ..queries.settings import loop_settings
from ..rules.clocks import ClockBook
from ..rules.numbers import tracking_number
from ..rules.reporting import NewReport, entry_of
from ..words import CaseSource, ReportReceipt
from .rows import clock_columns, clock_snapshot

# The key decides in one statement: where it is known, neither a report nor a case is written.
_OPEN_CASE = """
WITH number AS (
    SELECT nextval(pg_get_serial_sequence('cases_case', 'id')) AS id,
           %(day)s || lpad(nextval('cases_case_number')::text, 6, '0') AS case_no
), report AS (
    INSERT INTO cases_report (case_id, follows_id, tracking_no, source, source_key, contact_id,
        device_key, reporter_id, text, private_text, point, media, at, first)
    SELECT id, id, %(tracking_no)s, %(source)s, %(source_key)s, %(contact_id)s::bigint,
           %(device_key)s, %(reporter_id)s::bigint, %(description)s, %(private_text)s,
           {point}, %(report_media)s::jsonb,
           %(at)s::timestamptz, TRUE
    FROM number
    ON CONFLICT (source, source_key) WHERE NOT (source_key = '') DO NOTHING
    RETURNING id, case_id
), opened AS (
    INSERT INTO cases_case (id, case_no, stage, kind, class_code, management_level, description,
        address, point, grid_code, community_code, street_code, district_code, duty_grid_code,
        source, source_key, reporter_id, urgent, self_disposed, occurred_at, reported_at,
        stage_since, media, clocks, due_at, lamp_start_at, lamp_warn_at, lamp_due_at)
    SELECT number.id, number.case_no, %(stage)s, %(kind)s, %(class_code)s, %(management_level)s,
        %(description)s, %(address)s, {point}, %(grid_code)s, %(community_code)s, %(street_code)s,
        %(district_code)s, %(duty_grid_code)s, %(source)s, %(source_key)s, %(reporter_id)s::bigint,
        %(urgent)s, %(self_disposed)s, %(occurred_at)s::timestamptz, %(at)s::timestamptz,
        %(at)s::timestamptz, %(media)s::jsonb, %(clocks)s::jsonb, NULL,
        %(lamp_start_at)s::timestamptz, %(lamp_warn_at)s::timestamptz, %(lamp_due_at)s::timestamptz
    FROM number JOIN report ON report.case_id = number.id
), worded AS (
    INSERT INTO cases_casewords (case_id, words)
    SELECT number.id, %(words)s::tsvector FROM number JOIN report ON report.case_id = number.id
)
SELECT report.id, number.id, number.case_no FROM report JOIN number ON number.id = report.case_id
"""
_POINT = "ST_SetSRID(ST_MakePoint(%(lon)s, %(lat)s), 4326)"
PRIVATE_TEXT = "report.text"
_CITY = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Where:
    """What is known of the place; empty for a message that came without one."""

    lon: float | None = None
    lat: float | None = None
    place: GridPlace | None = None

    def columns(self) -> dict[str, Any]:
        """The place's columns of a case."""
        place = self.place
        return {
            "grid_code": place.grid_code if place else "",
            "community_code": place.community_code if place else "",
            "street_code": place.street_code if place else "",
            "district_code": place.district_code if place else "",
            "duty_grid_code": (place.duty_grid_code or "") if place else "",
            "management_level": place.management_level.value if place else "",
        }


@transaction.atomic
def report_case(
    *,
    actor: Actor = SYSTEM,
    at: datetime,
    description: str,
    source: CaseSource | str,
    source_key: str = "",
    lon: float | None = None,
    lat: float | None = None,
    address: str = "",
    class_code: str = "",
    media_ids: Sequence[int] = (),
    media_after_ids: Sequence[int] = (),
    media_owner: str = "",
    contact_id: int | None = None,
    device_key: str = "",
    urgent: bool = False,
    self_disposed: bool = False,
    occurred_at: datetime | None = None,
) -> ReportReceipt:
    """Open a case for a problem, or give the receipt that this source and key had before.

    `lon` and `lat` are WGS 84; both None for a message without a place. `media_owner` is whose
    uploads the media must be; empty when the caller has checked. At most four SQL statements.
    Raises BadInput (field `point`), ClassNotFound, PhotoMissing, NotSelfDisposable, TextTooLong.
    """
    known_source = _source(source)
    refuse_long_key(source_key)
    card = class_card(class_code) if class_code else None
    where = _where(lon, lat)
    settings, calendar = loop_settings(at), office_calendar()
    stage, clock = entry_of(
        NewReport(
            source=known_source,
            text=description,
            has_class=card is not None,
            has_grid=where.place is not None,
            self_disposable=card is not None and card.self_disposable,
            self_disposed=self_disposed,
            by_collector=actor.has(Duty.COLLECTOR, Duty.SYSTEM),
            before=len(media_ids),
            after=len(media_after_ids),
        ),
        settings,
    )
    book = ClockBook().start(clock, at, settings.stage_limits[clock], calendar)
    clocks = clock_columns(stage, book, settings, calendar)
    tracking_no = tracking_number(secrets.randbits(50))
    opened = _open(
        where,
        clocks
        | _class_columns(card)
        | {
            "tracking_no": tracking_no,
            "day": f"{at.astimezone(_CITY):%Y%m%d}",
            "source": known_source.value,
            "source_key": source_key,
            "contact_id": contact_id,
            "device_key": device_key,
            "reporter_id": actor.id,
            **told("description", description),
            "address": mask_numbers_in(address.strip().replace("\x00", ""))[:200],
            "report_media": json.dumps([*media_ids, *media_after_ids]),
            "media": json.dumps(_media(media_ids, media_after_ids)),
            "stage": stage.value,
            "urgent": urgent,
            "self_disposed": self_disposed,
            "occurred_at": occurred_at,
            "at": at,
        },
    )
    if opened is None:
        return receipt_of(known_source, source_key)
    report_id, case_id, case_no = opened
    tie_media([*media_ids, *media_after_ids], media_owner, f"case:{case_id}")
    publish(
        CaseReported(
            at=at,
            actor_id=actor.id,
            place=(lon, lat) if lon is not None and lat is not None else None,
            case_id=case_id,
            case_no=case_no,
            division=where.columns()["grid_code"],
            people=(actor.id,) if actor.id is not None else (),
            report_id=report_id,
            case_source=known_source,
            target=stage,
            class_code=class_code,
            media_ids=(*media_ids, *media_after_ids),
            clocks=clock_snapshot(book),
        ),
        fresh=True,
    )
    return ReportReceipt(case_id, case_no, tracking_no)


def told(name: str, text: str) -> dict[str, str | None]:
    """The columns of what somebody wrote: open with numbers masked, and sealed if it had any."""
    whole = text.strip().replace("\x00", "")
    shown = mask_numbers_in(whole)
    return {
        name: shown,
        "private_text": seal(whole, PRIVATE_TEXT) if shown != whole else None,
    }


def receipt_of(source: CaseSource, source_key: str) -> ReportReceipt:
    """The receipt that was given for this source and key before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.id, c.case_no, r.tracking_no FROM cases_report r"
            " JOIN cases_case c ON c.id = r.case_id WHERE r.source = %s AND r.source_key = %s",
            [source.value, source_key],
        )
        case_id, case_no, tracking_no = cursor.fetchone()
    return ReportReceipt(case_id, case_no, tracking_no, repeated=True)


def tie_media(ids: Sequence[int], owner: str, subject: str) -> None:
    """Tie uploads to a case; with an owner, only their own."""
    if owner:
        claim_media(ids=ids, owner=owner, subject=subject)
    else:
        attach(ids=ids, subject=subject)


def refuse_long_key(source_key: str) -> None:
    """A key of another system has an end."""
    if len(source_key) > 80 or "\x00" in source_key:
        raise BadInput("Not a usable key.", field="source_key", limit=80)


def _open(where: Where, values: dict[str, Any]) -> tuple[int, int, str] | None:
    point = "NULL::geometry" if where.lon is None else _POINT
    params = values | where.columns() | {"lon": where.lon, "lat": where.lat}
    params["clocks"] = json.dumps(params["clocks"])
    params["words"] = words_vector(params["description"], params["address"], params["class_code"])
    with connection.cursor() as cursor:
        cursor.execute(_OPEN_CASE.format(point=point), params)
        found: tuple[int, int, str] | None = cursor.fetchone()
    return found


def _source(source: CaseSource | str) -> CaseSource:
    try:
        return CaseSource(source)
    except ValueError:
        raise SourceUnknown("Unknown source.", field="source", given=str(source)[:40]) from None


def _where(lon: float | None, lat: float | None) -> Where:
    if lon is None or lat is None:
        return Where()
    return Where(lon, lat, locate(lon, lat))


def _class_columns(card: ClassCard | None) -> dict[str, str]:
    if card is None:
        return {"class_code": "", "kind": ""}
    return {"class_code": card.code, "kind": card.kind.value}


def _media(before: Sequence[int], after: Sequence[int]) -> dict[str, list[int]]:
    roles = {"before": list(before), "after": list(after)}
    return {role: ids for role, ids in roles.items() if ids}
