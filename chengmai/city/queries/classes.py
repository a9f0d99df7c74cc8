"""The classes in force and who is responsible for them, from a cache of a few seconds."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q
from django.utils import timezone

from chengmai.city.errors import ClassNotFound
from chengmai.city.models import Condition, MatterClass, Responsibility
from chengmai.city.rules import (
    ClassRow,
    Editions,
    ResponsibilityRow,
    limits_of,
    responsible,
)
from chengmai.city.words import ClassCard, ClassKind, ClassName, ConditionCard
from chengmai.kernel.reference import cached

_CITY = ZoneInfo("Asia/Shanghai")


def class_cards(day: date | None = None) -> dict[str, ClassCard]:
    """Every class in force on a day (None: today) by its code, components first."""
    return _editions().on(day or timezone.localdate())


def class_card(code: str) -> ClassCard:
    """One class; ClassNotFound when no table in force today has it."""
    try:
        return class_cards()[code]
    except KeyError:
        raise ClassNotFound(
            "No such class.",
            field="class_code",
            class_code=str(code)[:20],
            remedy="Choose a class from the list.",
        ) from None


def class_of_day(code: str, at: datetime, condition_id: int | None = None) -> ClassCard | None:
    """The class as it was called and limited on the day of a case.

    A code that the tables of that day do not have is read from today's, then from the last edition
    that had it. With `condition_id`, the tables that hold this condition come first: a case that
    was filed after a change by a condition of the newer tables keeps that one.
    """
    day = at.astimezone(_CITY).date()
    cards = list(_editions().versions(code, day))
    if condition_id is not None:
        for card in cards:
            if card.condition(condition_id) is not None:
                return card
    return cards[0] if cards else None


def class_names() -> dict[str, tuple[ClassName, ...]]:
    """The names of every code that ever was, each with the days on which it held, oldest first."""
    return _editions().names


def _editions() -> Editions:
    return cached("city.classes", _load_editions, seconds=30)


def responsible_organisation(class_code: str, grid_code: str) -> int | None:
    """Who handles this class in this grid: the longest class prefix, then division prefix."""
    rows = cached("city.responsibility", _load_responsibility, seconds=30)
    return responsible(rows, class_code, grid_code)


def _load_editions() -> Editions:
    rows = (
        MatterClass.objects.select_related("system")
        .order_by("system__valid_from", "system_id", "code")
        .prefetch_related(Prefetch("conditions", Condition.objects.order_by("no", "valid_from")))
    )
    return Editions(
        tuple(
            ClassRow(
                since=max(row.valid_from, row.system.valid_from),
                until=_earlier(row.valid_to, row.system.valid_to),
                card=_class_card(row),
            )
            for row in rows
        )
    )


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _class_card(row: MatterClass) -> ClassCard:
    return ClassCard(
        code=row.code,
        kind=ClassKind(row.kind),
        major_code=row.major_code,
        major_name=row.major_name,
        name=row.name,
        self_disposable=row.self_disposable,
        conditions=tuple(
            ConditionCard(
                id=c.pk,
                no=c.no,
                text=c.text,
                limits=limits_of(c.limits),
                close_condition=c.close_condition,
                source=c.source,
                clause=c.clause,
                valid_from=c.valid_from,
                valid_to=c.valid_to,
            )
            for c in row.conditions.all()
        ),
    )


def _load_responsibility() -> list[ResponsibilityRow]:
    rows = Responsibility.objects.filter(_held_on(timezone.localdate()))
    return [
        ResponsibilityRow(*values)
        for values in rows.values_list("class_prefix", "division_prefix", "organisation_id")
    ]


def _held_on(day: date, prefix: str = "") -> Q:
    """The rows in force on this day; `valid_to` is the first day on which they are not."""
    return Q(**{f"{prefix}valid_from__lte": day}) & (
        Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": day})
    )
