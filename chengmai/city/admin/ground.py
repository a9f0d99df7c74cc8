"""Recipes of divisions and grids. Their shapes come by census import; here stand their words."""

from __future__ import annotations

from collections.abc import Iterable

from chengmai.city.actions.grids import assign_collector, close_grid
from chengmai.city.models import Component, Division, DutyGrid, UnitGrid
from chengmai.city.words import DivisionLevel
from chengmai.identity.public import person_names
from chengmai.kernel.tables.changes import today_in_city
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Words

GROUP = Words("区划与网格", "Divisions and grids")
_SHAPES = Words(
    "边界用普查数据导入建立；这里维护名称、级别和责任人。",
    "Shapes come by census import; here stand names, levels and who is in charge.",
)
_LEVELS = {
    DivisionLevel.PROVINCE: Words("省", "Province"),
    DivisionLevel.CITY: Words("市", "City"),
    DivisionLevel.DISTRICT: Words("区县", "District"),
    DivisionLevel.STREET: Words("街道（镇）", "Street office"),
    DivisionLevel.COMMUNITY: Words("社区（村）", "Community"),
}


def _only_today(change: Change) -> None:
    if change.takes_away and change.on != today_in_city():
        raise BadValue(
            "What is on the map ends today.", field="on", remedy="地图上的内容只能从今天起停用。"
        )


def _division_effects(change: Change) -> Iterable[Effect]:
    if not change.takes_away:
        return
    grids = UnitGrid.objects.filter(code__startswith=change.row.code, closed_at__isnull=True)
    below = Division.objects.filter(code__startswith=change.row.code, valid_to__isnull=True)
    yield listed(
        "grids_below", Words("还有 {n} 个在用单元网格", "{n} unit grids lie in it"), grids, "code",
        refuses=True,
    )  # fmt: skip
    yield listed(
        "divisions_below", Words("还有 {n} 个下级区划", "{n} divisions lie in it"),
        below.exclude(pk=change.row.pk), "name", refuses=True,
    )  # fmt: skip


def _duty_grid_effects(change: Change) -> Iterable[Effect]:
    if change.row is None:
        return
    grids = UnitGrid.objects.filter(duty_grid=change.row, closed_at__isnull=True)
    if change.takes_away:
        yield listed(
            "grids_of_duty_grid", Words("还有 {n} 个单元网格属于它", "{n} unit grids belong to it"),
            grids, "code", refuses=True,
        )  # fmt: skip
    elif "collector_id" in change.changed:
        yield listed(
            "grids_change_hands",
            Words("{n} 个单元网格换监督员", "{n} unit grids get another collector"),
            grids, "code",
        )  # fmt: skip
        both = person_names({change.before.get("collector_id"), change.after.get("collector_id")})
        yield Effect(
            "collectors",
            Words("涉及 {n} 名监督员的巡查范围", "{n} collectors walk another area"),
            len(both),
            tuple(both.values()),
        )


def _unit_grid_effects(change: Change) -> Iterable[Effect]:
    if change.takes_away:
        yield listed(
            "components_in_grid",
            Words("网格内还有 {n} 个部件", "{n} components stand in it"),
            Component.objects.filter(grid=change.row), "code",
        )  # fmt: skip


def _change_duty_grid(change: Change) -> None:
    DutyGrid.objects.filter(pk=change.row.pk).update(name=change.after["name"])
    if "collector_id" in change.changed:
        assign_collector(
            duty_grid_code=change.row.pk,
            collector_id=change.after["collector_id"],
            actor=change.actor,
            at=change.at,
        )


def _close_grid(change: Change) -> None:
    close_grid(grid_code=change.row.pk, actor=change.actor, at=change.at)


DIVISIONS = Recipe(
    id="city.divisions",
    words=Words("行政区划", "Divisions"),
    group=GROUP,
    right="reference",
    model=Division,
    columns=(
        Column("code", Words("代码", "Code"), fixed=True, needed=True, longest=12),
        Column("name", Words("名称", "Name"), needed=True, longest=60),
        Column("level", Words("级别", "Level"), Kind.CHOICE, edited=False, choices=tuple(
            Choice(level.value, words) for level, words in _LEVELS.items())),
        Column("source", Words("依据", "Source"), needed=True, longest=80),
    ),
    key=("code",),
    label=("name",),
    search=("code", "name"),
    life=Dated(),
    doings=frozenset({Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    check=_only_today,
    preview=_division_effects,
    forgets=("city.outline", "city.division_names"),
    hint=_SHAPES,
)  # fmt: skip

DUTY_GRIDS = Recipe(
    id="city.duty_grids",
    words=Words("责任网格与监督员", "Duty grids and collectors"),
    group=GROUP,
    right="reference",
    model=DutyGrid,
    columns=(
        Column("code", Words("代码", "Code"), fixed=True, needed=True, longest=20),
        Column("name", Words("名称", "Name"), needed=True, longest=60),
        Column("collector_id", Words("监督员", "Collector"), Kind.REFERENCE,
               refers="identity.people"),
    ),
    key=("code",),
    label=("name",),
    search=("code", "name", "collector__name"),
    life=Dated(),
    doings=frozenset({Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    acts={Doing.CHANGE: _change_duty_grid},
    check=_only_today,
    preview=_duty_grid_effects,
    hint=_SHAPES,
)  # fmt: skip

UNIT_GRIDS = Recipe(
    id="city.unit_grids",
    words=Words("单元网格", "Unit grids"),
    group=GROUP,
    right="reference",
    model=UnitGrid,
    columns=(
        Column("code", Words("代码", "Code"), fixed=True, needed=True, longest=15),
        Column("management_level", Words("管理级别", "Management level"), Kind.CHOICE, needed=True,
               choices=tuple(Choice(x, Words(f"{x} 级", f"Level {x}")) for x in "ABC")),
        Column("duty_grid_id", Words("责任网格", "Duty grid"), Kind.REFERENCE,
               refers="city.duty_grids"),
        Column("note", Words("备注", "Note"), longest=120),
    ),
    key=("code",),
    label=("code",),
    search=("code", "note"),
    life=Dated(begins="opened_at", ends="closed_at"),
    doings=frozenset({Doing.CHANGE, Doing.END}),
    acts={Doing.END: _close_grid},
    check=_only_today,
    preview=_unit_grid_effects,
    hint=Words("停用的网格代码不再启用。", "A closed grid's code is never used again."),
)  # fmt: skip
