"""Rows 2–38: one step in a case's life. One function, one transaction, one fact."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from typing import Any

from django.contrib.gis.geos import Point
from django.db import transaction

from chengmai.city.public import class_card, class_of_day
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.facts import plain
from chengmai.kernel.ledger import publish
from chengmai.kernel.masks import mask_numbers_in

from ..errors import StalePage
from ..events import CaseMoved
from ..models import Case
from ..queries import get_case
from ..queries.settings import loop_settings
from ..queries.views import view_of
from ..rules.decide import Verdict, decide
from ..rules.needs import refuse_unusable
from ..rules.view import Details, Known, Situation
from ..words import Move, PhotoRole
from . import merging, parts
from .report import tie_media
from .rows import clock_snapshot, save_columns, write_verdict
from .surroundings import known_for
from .wording import SEARCHED, write_words

_CHECKS = (Move.PASS_CHECK, Move.FAIL_CHECK)
_TOLD_APART = {"reason", "media_before", "media_after", "media_other"}
_MAY_BE_SAID = {
    field.name: field.default
    for field in dataclasses.fields(Details)
    if field.name not in _TOLD_APART
}


@transaction.atomic
def move_case(
    *,
    case_id: int,
    move: Move,
    actor: Actor,
    at: datetime,
    version: int | None = None,
    details: Details | None = None,
) -> Case:
    """Take one step, or make or decide an application, and tell of it.

    `version` is the one that the actor's page showed; None only for the system. The row stays
    locked from reading to commit. An ordinary move takes three SQL statements, one more with
    photos. Raises CaseNotFound, StalePage, MoveNotAllowed, NotYourDuty and the guards' refusals.
    """
    details = details or Details()
    case, master = _lock(actor, case_id, move, details)
    if version is not None and version != case.version:
        raise StalePage("Somebody moved this case.", version=case.version, given=version)
    settings = loop_settings(at)
    refuse_unusable(details, settings.text_max)
    details = _with_numbers_masked(details)
    known = known_for(case, move, actor, details, settings, master)
    verdict = decide(Situation(view_of(case), move, actor, details, at, known))

    unit_before = case.organisation_path
    changed = write_verdict(case, verdict, at=at, settings=settings, calendar=known.calendar)
    changed |= _write_place(case, details, known)
    changed |= _write_media(case, move, details)
    changed |= parts.write(case, move, actor, details, known, at)
    changed |= merging.write(case, move, master, at)
    save_columns(case, changed)
    if searched := changed & SEARCHED:
        write_words(case, searched)
    _tie(case, actor, details)
    publish(_told(case, verdict, actor, details, at, unit_before), head=case.ledger_head)
    return case


def _lock(actor: Actor, case_id: int, move: Move, details: Details) -> tuple[Case, Case | None]:
    """The case, and for a merge its master, locked in the order of their ids."""
    if move is not Move.MERGE or details.master_id in (None, case_id):
        return get_case(actor, case_id, lock=True), None
    locked = {
        number: get_case(actor, number, lock=True)
        for number in sorted({case_id, details.master_id or 0})
    }
    return locked[case_id], locked[details.master_id or 0]


def _with_numbers_masked(details: Details) -> Details:
    """The ledger keeps every word for ever, so phone and identity numbers go into it masked."""
    return dataclasses.replace(
        details,
        reason=mask_numbers_in(details.reason),
        text=mask_numbers_in(details.text),
        result=mask_numbers_in(details.result),
    )


def _write_place(case: Case, details: Details, known: Known) -> set[str]:
    """What the rules need not know of a place and a class, but lists do."""
    changed: set[str] = set()
    place = known.place
    if place is not None and details.lon is not None and details.lat is not None:
        case.point = Point(details.lon, details.lat, srid=4326)
        case.grid_code = place.grid_code
        case.community_code = place.community_code
        case.street_code = place.street_code
        case.district_code = place.district_code
        case.duty_grid_code = place.duty_grid_code or ""
        case.management_level = place.management_level.value
        changed |= {
            "point", "grid_code", "community_code", "street_code", "district_code",
            "duty_grid_code", "management_level",
        }  # fmt: skip
    if details.class_code and case.class_code == details.class_code:
        card = class_of_day(case.class_code, case.reported_at) or class_card(case.class_code)
        case.kind = card.kind.value
        changed |= {"kind"}
    return changed


def _write_media(case: Case, move: Move, details: Details) -> set[str]:
    """Add the photos that came along, by what they show."""
    after = PhotoRole.CHECK if move in _CHECKS else PhotoRole.AFTER
    given = {
        PhotoRole.BEFORE: details.media_before,
        after: details.media_after,
        PhotoRole.OTHER: details.media_other,
    }
    media = dict(case.media)
    for role, ids in given.items():
        if ids:
            media[role.value] = list(dict.fromkeys([*media.get(role.value, []), *ids]))
    if media == case.media:
        return set()
    case.media = media
    return {"media"}


def _photos(details: Details) -> tuple[int, ...]:
    return (*details.media_before, *details.media_after, *details.media_other)


def _tie(case: Case, actor: Actor, details: Details) -> None:
    ids = _photos(details)
    if ids:
        owner = f"actor:{actor.id}" if actor.id is not None else ""
        tie_media(ids, owner, f"case:{case.pk}")


def _told(
    case: Case, verdict: Verdict, actor: Actor, details: Details, at: datetime, unit_before: str
) -> CaseMoved:
    people = (actor.id, case.handler_id, case.collector_id, case.reporter_id)
    return CaseMoved(
        at=at,
        actor_id=actor.id,
        place=case.lon_lat,
        case_id=case.pk,
        case_no=case.case_no,
        organisation_id=case.organisation_id,
        organisation_path=case.organisation_path or unit_before,
        division=case.grid_code,
        people=tuple(dict.fromkeys(person for person in people if person is not None)),
        move=verdict.step.move,
        row=verdict.step.row,
        duty=_duty(verdict, actor),
        source=verdict.source,
        target=verdict.target,
        reason=details.reason.strip(),
        version=case.version,
        media_ids=_photos(details),
        details=_said(details),
        clocks=clock_snapshot(verdict.clocks),
    )


def _duty(verdict: Verdict, actor: Actor) -> str:
    """In which of their duties the actor took this step."""
    return next((d.value for d in verdict.step.duties if d in actor.duties), Duty.SYSTEM.value)


def _said(details: Details) -> dict[str, Any]:
    """What came with the move and is not empty; what the fact says elsewhere is left out."""
    return {
        name: plain(value)
        for name, empty in _MAY_BE_SAID.items()
        if (value := getattr(details, name)) != empty
    }
