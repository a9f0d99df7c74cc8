"""Tell the people of a case what it wants of them, and whose time is running out."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from chengmai.city.public import class_cards
from chengmai.identity.public import people_with, person_names
from chengmai.identity.words import Duty
from chengmai.notices.public import Recipient, Topic, tell

from ..events import CaseMoved
from ..models import Case
from ..rules.telling import TOLD, Audience
from ..words import Stage

_CITY = ZoneInfo("Asia/Shanghai")
_MOST_PEOPLE = 50
_WORKED_ON = (Stage.PENDING_DEPARTMENT, Stage.HANDLING)
_LOOK_BACK = timedelta(minutes=15)
_READ = (
    *("case_no", "version", "stage", "class_code", "address", "description", "urgent"),
    *("lamp_due_at", "handler_id", "collector_id", "organisation_id"),
)


def tell_of_move(fact: CaseMoved) -> int:
    """Tell who must act now; how many messages. The one who moved is not told."""
    telling = TOLD.get(fact.move)
    if telling is None:
        return 0
    case = Case.objects.only(*_READ).filter(pk=fact.case_id, version=fact.version).first()
    if case is None:
        return 0  # it has moved on meanwhile: the newer step tells
    people = {one for one in _people(case, telling.audience) if one != fact.actor_id}
    by = person_names([fact.actor_id]).get(fact.actor_id or 0, "")
    return tell(
        to=[Recipient.person(person) for person in sorted(people)],
        topic=Topic.CASE_SUPERVISED if telling.supervised else Topic.CASE_WORK,
        template=telling.template,
        values=_values(case) | {"reason": fact.reason, "by": by},
        at=fact.at,
        once=f"case:{case.pk}:{fact.version}",
        link=f"/desk/{case.pk}",
        urgent=case.urgent,
    )


def tell_of_clocks(*, at: datetime, at_most: int = 2_000) -> int:
    """Tell who works on a case that its time is nearly or just over; once for each deadline."""
    told = 0
    for column, template in (("lamp_warn_at", "case_due_soon"), ("lamp_due_at", "case_overdue")):
        span = {f"{column}__gt": at - _LOOK_BACK, f"{column}__lte": at}
        cases = Case.objects.only(*_READ).filter(stage__in=_WORKED_ON, **span)
        for case in cases.order_by(column)[:at_most]:
            people = _people(case, (Audience.HANDLER, Audience.DEPARTMENT))
            told += tell(
                to=[Recipient.person(person) for person in sorted(people)],
                topic=Topic.CASE_CLOCK,
                template=template,
                values=_values(case) | {"left": _left(case, at)},
                at=at,
                once=f"case:{case.pk}:{template}:{case.lamp_due_at:%Y%m%d%H%M%S}",
                link=f"/desk/{case.pk}",
                urgent=case.urgent,
            )
    return told


def _people(case: Case, audience: tuple[Audience, ...]) -> set[int]:
    found: set[int | None] = set()
    if Audience.HANDLER in audience:
        found.add(case.handler_id)
    if Audience.COLLECTOR in audience:
        found.add(case.collector_id)
    if Audience.DEPARTMENT in audience and case.organisation_id is not None:
        cards = people_with(Duty.DEPARTMENT, case.organisation_id)
        own = [card.id for card in cards if card.organisation_id == case.organisation_id]
        found.update(own[:_MOST_PEOPLE])
    return {person for person in found if person is not None}


def _values(case: Case) -> dict[str, str]:
    card = class_cards().get(case.class_code)
    return {
        "case_no": case.case_no,
        "class_name": card.name if card else "案件",
        "address": case.address or "见地图",
        "description": case.description[:60],
        "stage": "现场核查" if case.stage == Stage.CHECKING else "现场核实",
        "due": f"{case.lamp_due_at.astimezone(_CITY):%-m月%-d日 %H:%M}" if case.lamp_due_at else "",
    }


def _left(case: Case, at: datetime) -> str:
    """The span to the deadline by the calendar, in the largest unit that says it."""
    if case.lamp_due_at is None:
        return ""
    minutes = max(0, round((case.lamp_due_at - at).total_seconds() / 60))
    return f"{minutes} 分钟" if minutes < 120 else f"{minutes // 60} 小时"
