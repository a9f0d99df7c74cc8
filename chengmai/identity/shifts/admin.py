"""The recipe of shifts; who works when stands in the roster's own page."""

from __future__ import annotations

from datetime import time

from chengmai.identity.shifts.actions import close_shift, define_shift
from chengmai.identity.shifts.models import RosterLine, Shift
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Column, Doing, Effect, Kind, Switched, Words


def _add(change: Change) -> int:
    new = change.after
    return define_shift(
        organisation_id=new["organisation_id"],
        name=new["name"],
        begins=time.fromisoformat(new["begins"]),
        ends=time.fromisoformat(new["ends"]),
        actor=change.actor,
        at=change.at,
    )


def _close(change: Change) -> None:
    close_shift(shift_id=change.row.pk, actor=change.actor, at=change.at)


def _effects(change: Change) -> list[Effect]:
    if not change.takes_away:
        return []
    coming = RosterLine.objects.filter(shift=change.row, day__gte=change.on)
    words = Words("以后的排班中有 {n} 人次用到它", "{n} lines of the roster to come use it")
    return [listed("rostered", words, coming, "person__username")]


SHIFTS = Recipe(
    id="identity.shifts",
    words=Words("班次", "Shifts"),
    group=Words("组织与人员", "Organisations and people"),
    right="organisation",
    model=Shift,
    columns=(
        Column("name", Words("名称", "Name"), needed=True, longest=30, fixed=True),
        Column("organisation_id", Words("机构", "Organisation"), Kind.REFERENCE, needed=True,
               fixed=True, refers="identity.organisations"),
        Column("begins", Words("开始", "Begins"), Kind.TIME, needed=True, fixed=True),
        Column("ends", Words("结束", "Ends"), Kind.TIME, needed=True, fixed=True,
               hint=Words("不晚于开始时间的，算到第二天。", "At or before the beginning: the next day.")),
    ),
    key=("organisation_id", "name"),
    label=("organisation__name", "name"),
    search=("name", "organisation__name"),
    order=("organisation_id", "begins"),
    life=Switched("active"),
    doings=frozenset({Doing.ADD, Doing.END}),
    acts={Doing.ADD: _add, Doing.END: _close},
    preview=_effects,
    hint=Words("班次定下后不改；停用后另建。", "A shift stays as it is: end it and make another."),
)  # fmt: skip
