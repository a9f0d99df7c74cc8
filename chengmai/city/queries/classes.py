"""The classes in force and who is responsible for them, from a cache of a few seconds."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q
from django.utils import timezone

from chengmai.city.errors import ClassNotFound
from chengmai.city.models import Condition, MatterClass, Responsibility
from chengmai.city.rules import ResponsibilityRow, limits_of, responsible
from chengmai.city.words import ClassCard, ClassKind, ConditionCard
from chengmai.kernel.reference import cached


def class_cards() -> dict[str, ClassCard]:
    """Every class in force today by its code, components first."""
    return cached("city.classes", _load_classes, seconds=30)


def class_card(code: str) -> ClassCard:
    """One class; ClassNotFound when no table in force has it."""
    try:
        return class_cards()[code]
    except KeyError:
        raise ClassNotFound(
            "No such class.",
            field="class_code",
            class_code=str(code)[:20],
            remedy="Choose a class from the list.",
        ) from None


def responsible_organisation(class_code: str, grid_code: str) -> int | None:
    """Who handles this class in this grid: the longest class prefix, then division prefix."""
    rows = cached("city.responsibility", _load_responsibility, seconds=30)
    return responsible(rows, class_code, grid_code)


def _load_classes() -> dict[str, ClassCard]:
    today = timezone.localdate()
    conditions = Condition.objects.filter(_held_on(today)).order_by("no", "valid_from")
    rows = (
        MatterClass.objects.filter(_held_on(today), _held_on(today, "system__"))
        .order_by("system__valid_from", "code")
        .prefetch_related(Prefetch("conditions", conditions))
    )
    return {row.code: _class_card(row) for row in rows}


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
