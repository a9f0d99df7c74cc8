"""What a move needs to know beyond the case: looked up before the decision, mostly from caches."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from chengmai.city.public import (
    class_card,
    class_cards,
    class_of_day,
    locate,
    office_calendar,
)
from chengmai.city.words import ConditionCard, GridPlace, ManagementLevel
from chengmai.identity.public import organisation_cards, person_cards
from chengmai.identity.words import Actor, Duty, PersonCard
from chengmai.kernel.places import metres_between
from chengmai.kernel.reference import cached
from chengmai.kernel.worktime import Allowance

from ..models import Case, Part
from ..rules.limits import LoopSettings
from ..rules.view import Details, Known
from ..words import Move, Stage

_CITY = ZoneInfo("Asia/Shanghai")
_LIMITED = {Move.REGISTER, Move.DISPATCH, Move.BACK_TO_HANDLING, Move.FAIL_CHECK, Move.REOPEN}
_PLACING = {Move.ACCEPT, Move.REGISTER, Move.SUBMIT_VERIFY}
_SENDING = {Move.SEND_VERIFY, Move.SEND_CHECK, Move.RECHECK}
_ON_THE_SPOT = {Move.FINISH, Move.PASS_CHECK, Move.FAIL_CHECK}


def known_for(
    case: Case,
    move: Move,
    actor: Actor,
    details: Details,
    settings: LoopSettings,
    master: Case | None = None,
) -> Known:
    """Everything that the rules of this move ask for; nothing is asked of the database twice."""
    if details.class_code:
        _refuse_unknown(details.class_code, case)
    unit_id = details.organisation_id if move is Move.DISPATCH else case.organisation_id
    place = _place(case, move, details)
    condition = _condition(case, details) if move in _LIMITED else None
    part = _part_of(case, actor) if move is Move.FINISH_PART else None
    units = organisation_cards()
    return Known(
        calendar=office_calendar(unit_id if unit_id in units else None),
        settings=settings,
        limit=_limit(condition, case, place),
        condition=condition,
        organisation=units.get(details.organisation_id or 0),
        co_organisations={i: units[i] for i in details.co_organisation_ids if i in units},
        place=place,
        metres=_metres(case, move, details),
        handler_path=_path_of(details.handler_id) if move is Move.ASSIGN else None,
        named_collector_is_one=move not in _SENDING or _may_collect(details.collector_id),
        part_of_actor=part.pk if part else None,
        part_is_mandatory=part.mandatory if part else True,
        master_stage=Stage(master.stage) if master else None,
        suggested_collector_id=_collector(case, move, details),
    )


def _refuse_unknown(code: str, case: Case) -> None:
    """A class of today's tables, or of those of the day on which the case was reported."""
    if code not in class_cards(case.reported_at.astimezone(_CITY).date()):
        class_card(code)


def _condition(case: Case, details: Details) -> ConditionCard | None:
    code = details.class_code or case.class_code
    wanted = details.condition_id or case.condition_id
    if not code or wanted is None:
        return None
    card = class_of_day(code, case.reported_at, wanted)  # of its day, or the newer one it names
    return card.condition(wanted) if card else None


def _limit(
    condition: ConditionCard | None, case: Case, place: GridPlace | None
) -> Allowance | None:
    level = place.management_level if place else case.management_level
    if condition is None or not level:
        return None
    return condition.limits.get(ManagementLevel(level))


def _place(case: Case, move: Move, details: Details) -> GridPlace | None:
    if move not in _PLACING or case.grid_code or details.lon is None or details.lat is None:
        return None
    return locate(details.lon, details.lat)


def _metres(case: Case, move: Move, details: Details) -> float | None:
    spot = case.lon_lat
    if move not in _ON_THE_SPOT or spot is None:
        return None
    if details.lon is None or details.lat is None:
        return None
    return metres_between((details.lon, details.lat), spot)


def _person(person_id: int) -> PersonCard | None:
    return cached(
        f"cases.person:{person_id}", lambda: person_cards([person_id]).get(person_id), seconds=30
    )


def _path_of(person_id: int | None) -> str | None:
    """The path of a person's unit."""
    person = _person(person_id) if person_id is not None else None
    unit = organisation_cards().get(person.organisation_id) if person else None
    return unit.path if unit else None


def _may_collect(person_id: int | None) -> bool:
    """Whether a collector who was named is one; nobody named is no mistake."""
    if person_id is None:
        return True
    person = _person(person_id)
    return person is not None and Duty.COLLECTOR in person.duties


def _part_of(case: Case, actor: Actor) -> Part | None:
    """The unfinished share of the actor's unit or of one below it."""
    if not case.has_parts or not actor.organisation_path:
        return None
    open_parts = Part.objects.filter(case=case, done_at__isnull=True)
    return open_parts.filter(organisation_path__startswith=actor.organisation_path).first()


def _collector(case: Case, move: Move, details: Details) -> int | None:
    """Who walks the duty grid of the case; a re-check goes to whoever checked before."""
    if move not in _SENDING or details.collector_id is not None:
        return None
    if move is Move.RECHECK and case.collector_id is not None:
        return case.collector_id
    spot = case.lon_lat
    return locate(*spot).collector_id if spot else None
