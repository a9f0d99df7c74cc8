"""Taking over cases that lie in the past: each is replayed through the rules, then copied in bulk.

For seeding and for records of an older system. A past case is its report and its steps in order;
the same `decide` that judges a live move judges every one of them, so clocks, deadlines, lamps and
ledger are as if the case had lived here. A step that the rules refuse raises, and nothing is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from chengmai.city.public import class_card, office_calendar
from chengmai.city.words import GridPlace
from chengmai.identity.public import organisation_cards
from chengmai.identity.words import SYSTEM, Actor, Duty
from chengmai.kernel.facts import Fact, plain
from chengmai.kernel.ledger import copy_history

from ..events import CaseJoined, CaseMoved, CaseReported
from ..queries.lexicon import words_vector
from ..queries.settings import loop_settings
from ..rules.approvals import duty_to_decide
from ..rules.clocks import ClockBook
from ..rules.decide import Verdict, decide
from ..rules.numbers import case_number, tracking_number
from ..rules.reporting import NewReport, entry_of
from ..rules.view import CaseView, Details, Known, Situation
from ..words import TERMINAL, CaseSource, Move, PhotoRole
from .move import _duty, _photos, _said
from .rows import clock_columns, clock_snapshot

_VIEWED = frozenset(f.name for f in fields(CaseView))
_LIMITED = frozenset(
    {Move.REGISTER, Move.DISPATCH, Move.BACK_TO_HANDLING, Move.FAIL_CHECK, Move.REOPEN}
)


@dataclass(frozen=True)
class PastStep:
    """One step as it was taken. `handler_path` is the unit of the handler whom it names."""

    move: Move
    actor: Actor
    at: datetime
    details: Details = field(default_factory=Details)
    handler_path: str | None = None


@dataclass(frozen=True)
class PastReport:
    """One reporter's words; the first opened the case, the others joined it."""

    at: datetime
    source: CaseSource
    text: str
    actor: Actor = SYSTEM
    contact_id: int | None = None
    device_key: str = ""
    media: tuple[int, ...] = ()


@dataclass(frozen=True)
class PastCase:
    """A case with everything that happened to it; `lon` and `lat` in WGS 84."""

    report: PastReport
    lon: float
    lat: float
    place: GridPlace
    class_code: str
    address: str
    steps: tuple[PastStep, ...]
    joined: tuple[PastReport, ...] = ()
    media_after: tuple[int, ...] = ()
    urgent: bool = False
    self_disposed: bool = False
    random: int = 0  # 50 bits and more, for the tracking numbers


@transaction.atomic
def copy_past_cases(past: Sequence[PastCase]) -> list[int]:
    """Replay these cases in order and COPY cases, reports and ledger; the ids of the cases.

    Raises the refusal of the first step that the rules do not allow.
    """
    count = sum(1 + len(one.joined) for one in past)
    ids = _reserve("cases_case_id_seq", len(past))
    reports = iter(_reserve("cases_report_id_seq", count))
    numbers = _reserve("cases_case_number", len(past))
    lives = [
        _Life(case, id_, case_number(case.report.at, number), [next(reports) for _ in range(1 + len(case.joined))])
        for case, id_, number in zip(past, ids, numbers, strict=True)
    ]  # fmt: skip
    facts = [fact for life in lives for fact in life.replay()]
    rows = [life.row() for life in lives]
    _copy("cases_case", rows)
    _copy("cases_casewords", [_words_of(row) for row in rows])
    _copy("cases_report", [row for life in lives for row in life.report_rows()])
    copy_history(facts)
    return ids


class _Life:
    """One past case while it is replayed."""

    def __init__(self, past: PastCase, id_: int, case_no: str, report_ids: list[int]) -> None:
        self.past, self.id, self.case_no, self.report_ids = past, id_, case_no, report_ids
        self.columns: dict[str, Any] = {}
        self.version = 1
        self.count = 1
        self.media: dict[str, list[int]] = {}
        self._keep(PhotoRole.BEFORE, past.report.media)
        self._keep(PhotoRole.AFTER, past.media_after)

    def replay(self) -> Iterator[Fact]:
        """The facts of the case, in the order of their times."""
        past = self.past
        first = past.report
        settings, calendar = loop_settings(first.at), office_calendar()
        card = class_card(past.class_code)
        new = NewReport(
            source=first.source, text=first.text, has_class=True, has_grid=True,
            self_disposable=card.self_disposable, self_disposed=past.self_disposed,
            before=len(first.media), after=len(past.media_after),
            by_collector=first.actor.has(Duty.COLLECTOR, Duty.SYSTEM),
        )  # fmt: skip
        stage, clock = entry_of(new, settings)
        book = ClockBook().start(clock, first.at, settings.stage_limits[clock], calendar)
        self.view = CaseView(
            id=self.id, stage=stage, reported_at=first.at, source=first.source,
            class_code=past.class_code, management_level=past.place.management_level.value,
            grid_code=past.place.grid_code, duty_grid_code=past.place.duty_grid_code or "",
            self_disposed=past.self_disposed, reporter_id=first.actor.id, clocks=book,
        )  # fmt: skip
        self.columns |= {"stage_since": first.at, "kind": card.kind.value}
        yield CaseReported(
            at=first.at, actor_id=first.actor.id, place=(past.lon, past.lat), case_id=self.id,
            case_no=self.case_no, division=past.place.grid_code,
            people=(first.actor.id,) if first.actor.id is not None else (),
            report_id=self.report_ids[0], case_source=first.source, target=stage,
            class_code=past.class_code, media_ids=(*first.media, *past.media_after),
            clocks=clock_snapshot(book),
        )  # fmt: skip
        waiting = list(zip(past.joined, self.report_ids[1:], strict=True))
        for step in past.steps:
            while waiting and waiting[0][0].at <= step.at:
                yield self._joined(*waiting.pop(0))
            yield self._step(step)
        for report, report_id in waiting:
            yield self._joined(report, report_id)

    def _joined(self, report: PastReport, report_id: int) -> CaseJoined:
        self.count += 1
        return CaseJoined(
            at=report.at, actor_id=report.actor.id, place=(self.past.lon, self.past.lat),
            case_id=self.id, case_no=self.case_no, organisation_id=self.view.organisation_id,
            organisation_path=self.view.organisation_path, division=self.past.place.grid_code,
            report_id=report_id, case_source=report.source, report_count=self.count,
            media_ids=report.media,
        )  # fmt: skip

    def _step(self, step: PastStep) -> CaseMoved:
        verdict = decide(
            Situation(self.view, step.move, step.actor, step.details, step.at, self._known(step))
        )
        before = self.view.organisation_path
        self._take(verdict, step)
        view, details = self.view, step.details
        people = (step.actor.id, view.handler_id, view.collector_id, view.reporter_id)
        return CaseMoved(
            at=step.at, actor_id=step.actor.id, place=(self.past.lon, self.past.lat),
            case_id=self.id, case_no=self.case_no, organisation_id=view.organisation_id,
            organisation_path=view.organisation_path or before, division=view.grid_code,
            people=tuple(dict.fromkeys(p for p in people if p is not None)),
            move=step.move, row=verdict.step.row, duty=_duty(verdict, step.actor),
            source=verdict.source, target=verdict.target, reason=details.reason.strip(),
            version=self.version, media_ids=_photos(details), details=_said(details),
            clocks=clock_snapshot(verdict.clocks),
        )  # fmt: skip

    def _known(self, step: PastStep) -> Known:
        """What a live move would have looked up."""
        units, details = organisation_cards(), step.details
        unit_id = (
            details.organisation_id if step.move is Move.DISPATCH else self.view.organisation_id
        )
        limit = None
        wanted = details.condition_id or self.view.condition_id
        if step.move in _LIMITED and wanted is not None:
            condition = class_card(details.class_code or self.view.class_code).condition(wanted)
            limit = condition.limits.get(self.past.place.management_level) if condition else None
        return Known(
            calendar=office_calendar(unit_id if unit_id in units else None),
            settings=loop_settings(step.at),
            limit=limit,
            organisation=units.get(details.organisation_id or 0),
            handler_path=step.handler_path,
            suggested_collector_id=self.past.place.collector_id,
        )

    def _take(self, verdict: Verdict, step: PastStep) -> None:
        changes = dict(verdict.changes)
        self.columns |= {name: value for name, value in changes.items() if name not in _VIEWED}
        if verdict.target is not verdict.source:
            self.columns["stage_since"] = step.at
            if verdict.target in TERMINAL:
                changes["closed_at"] = step.at
        seen = {name: value for name, value in changes.items() if name in _VIEWED}
        self.view = replace(self.view, **seen, clocks=verdict.clocks)
        self.version += 1
        check = step.move in (Move.PASS_CHECK, Move.FAIL_CHECK)
        self._keep(PhotoRole.BEFORE, step.details.media_before)
        self._keep(PhotoRole.CHECK if check else PhotoRole.AFTER, step.details.media_after)
        self._keep(PhotoRole.OTHER, step.details.media_other)

    def _keep(self, role: PhotoRole, ids: tuple[int, ...]) -> None:
        if ids:
            known = self.media.get(role.value, [])
            self.media[role.value] = list(dict.fromkeys([*known, *ids]))

    def row(self) -> dict[str, Any]:
        """The columns of the case as it stands after its last step."""
        past, view, place = self.past, self.view, self.past.place
        settings = loop_settings(past.report.at)
        calendar = office_calendar(view.organisation_id)
        names = ("condition_id", "class_code", "organisation_id", "organisation_path", "handler_id",
                 "finished_by_id", "collector_id", "open_parts", "receiver_id", "return_count",
                 "extension_count", "suspension_count", "suspended_until", "rework_no",
                 "check_passed", "handled_in_time", "closed_at", "first_closed_at", "self_disposed")  # fmt: skip
        columns: dict[str, Any] = {name: getattr(view, name) for name in names}
        moments = (
            "accepted_at",
            "registered_at",
            "dispatched_at",
            "finished_at",
            "confirmed_at",
            "checked_at",
        )
        columns |= dict.fromkeys(moments) | {
            "supervised": False,
            "timeout_exempt": False,
            "special_reason": "",
        }
        columns |= self.columns | clock_columns(view.stage, view.clocks, settings, calendar)
        duty = (
            duty_to_decide(view.pending, view.extension_count, settings).value
            if view.pending
            else ""
        )
        columns |= {
            "id": self.id, "case_no": self.case_no, "version": self.version, "stage": view.stage.value,
            "management_level": view.management_level, "description": past.report.text,
            "address": past.address, "point": _point(past), "grid_code": place.grid_code,
            "community_code": place.community_code, "street_code": place.street_code,
            "district_code": place.district_code, "duty_grid_code": place.duty_grid_code or "",
            "source": past.report.source.value, "reporter_id": past.report.actor.id,
            "report_count": 1 + len(past.joined), "urgent": past.urgent, "reported_at": past.report.at,
            "returned_from": view.returned_from.value if view.returned_from else "",
            "appeal": view.appeal.value, "pending": json.dumps(plain(view.pending)) if view.pending else None,
            "pending_kind": view.pending.kind.value if view.pending else "", "pending_duty": duty,
            "media": json.dumps(self.media), "clocks": json.dumps(columns["clocks"]),
        }  # fmt: skip
        return columns

    def report_rows(self) -> Iterator[dict[str, Any]]:
        """The reports of the case, the first one first."""
        for number, (id_, report) in enumerate(
            zip(self.report_ids, (self.past.report, *self.past.joined), strict=True)
        ):
            yield {
                "id": id_, "case_id": self.id, "follows_id": self.id, "first": number == 0,
                "tracking_no": tracking_number((self.past.random + number * 0x9E3779B97F4A7) % 2**50),
                "source": report.source.value, "contact_id": report.contact_id,
                "device_key": report.device_key, "reporter_id": report.actor.id, "text": report.text,
                "point": _point(self.past), "media": json.dumps(list(report.media)), "at": report.at,
            }  # fmt: skip


def _words_of(row: dict[str, Any]) -> dict[str, Any]:
    words = words_vector(row["description"], row["address"], row["class_code"])
    return {"case_id": row["id"], "words": words}


def _point(past: PastCase) -> str:
    return f"SRID=4326;POINT({past.lon} {past.lat})"


def _reserve(sequence: str, count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [sequence, count])
        return [int(row[0]) for row in cursor.fetchall()]


def _copy(table: str, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    words = f"COPY {table} ({', '.join(names)}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(words) as copy:
        for row in rows:
            copy.write_row([row[name] for name in names])
