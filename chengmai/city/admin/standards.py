"""Recipes of code systems, classes and conditions with their limits (GB/T 30428.2, .8)."""

from __future__ import annotations

from collections.abc import Iterable

from chengmai.city.models import CodeSystem, Component, Condition, MatterClass
from chengmai.city.words import ClassKind
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Words

GROUP = Words("类别与标准", "Classes and standards")
LIMIT_UNITS = ("eh", "ed", "wh", "wd")


def _limit(level: str) -> Column:
    return Column(
        f"limit_{level.lower()}",
        Words(f"{level} 级时限", f"Limit {level}"),
        Kind.LIMIT,
        needed=True,
        holder="limits",
        part=level,
        units=LIMIT_UNITS,
        dated=True,
    )


def _check_class(change: Change) -> None:
    letter = "C" if change.after.get("kind") == ClassKind.COMPONENT else "E"
    if change.doing is Doing.ADD and not str(change.after["code"]).startswith(letter):
        raise BadValue(
            "The letter does not fit the kind.",
            field="code",
            remedy="部件类别以 C 开头，事件类别以 E 开头。",
        )


def _class_effects(change: Change) -> Iterable[Effect]:
    if change.row is None:
        return
    if change.takes_away:
        yield listed(
            "components_of_class",
            Words("{n} 个部件仍属此类", "{n} components are of this class"),
            Component.objects.filter(class_code=change.row.code),
            "code",
        )
        yield listed(
            "conditions_of_class",
            Words("{n} 条立案条件随之停用", "{n} conditions end with it"),
            Condition.objects.filter(matter_class=change.row, valid_to__isnull=True),
            "text",
        )


CODE_SYSTEMS = Recipe(
    id="city.code_systems",
    words=Words("分类体系", "Code systems"),
    group=GROUP,
    right="reference",
    model=CodeSystem,
    columns=(
        Column("tag", Words("标识", "Tag"), needed=True, longest=40, fixed=True),
        Column("name", Words("名称", "Name"), needed=True, longest=120),
        Column("source", Words("依据", "Source"), needed=True, longest=120),
    ),
    key=("tag",),
    label=("name",),
    search=("tag", "name", "source"),
    life=Dated(),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    forgets=("city.classes",),
)

CLASSES = Recipe(
    id="city.classes",
    words=Words("类别", "Classes"),
    group=GROUP,
    right="reference",
    model=MatterClass,
    columns=(
        Column("code", Words("代码", "Code"), needed=True, fixed=True, longest=8,
               pattern=r"[CE]\d{4}", hint=Words("C 或 E 加四位数字。", "C or E and four digits.")),
        Column("name", Words("名称", "Name"), needed=True, longest=60),
        Column("kind", Words("种类", "Kind"), Kind.CHOICE, needed=True, fixed=True, choices=(
            Choice("component", Words("部件", "Component")),
            Choice("matter", Words("事件", "Matter")))),
        Column("major_code", Words("大类代码", "Major code"), needed=True, longest=4,
               pattern=r"[CE]\d{2}", hint=Words("C 或 E 加两位数字。", "C or E and two digits.")),
        Column("major_name", Words("大类", "Major class"), needed=True, longest=40),
        Column("self_disposable", Words("可自行处置", "Self-disposable"), Kind.FLAG),
        Column("system_id", Words("分类体系", "Code system"), Kind.REFERENCE, needed=True,
               fixed=True, refers="city.code_systems", shown=False),
        Column("source", Words("依据", "Source"), needed=True, longest=40),
        Column("clause", Words("条款", "Clause"), longest=80, shown=False),
    ),
    key=("system_id", "code"),
    label=("code", "name"),
    search=("code", "name", "major_name"),
    order=("code",),
    life=Dated(),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    check=_check_class,
    preview=_class_effects,
    forgets=("city.classes",),
)  # fmt: skip

CONDITIONS = Recipe(
    id="city.conditions",
    words=Words("立案条件与时限", "Conditions and limits"),
    group=GROUP,
    right="reference",
    model=Condition,
    columns=(
        Column("matter_class_id", Words("类别", "Class"), Kind.REFERENCE, needed=True, fixed=True,
               refers="city.classes"),
        Column("no", Words("序号", "No."), Kind.INTEGER, needed=True, fixed=True, least=1, most=99),
        Column("text", Words("立案条件", "Condition"), Kind.LONG_TEXT, needed=True),
        _limit("A"),
        _limit("B"),
        _limit("C"),
        Column("close_condition", Words("结案条件", "Closing condition"), Kind.LONG_TEXT,
               needed=True, shown=False),
        Column("source", Words("依据", "Source"), needed=True, longest=40, shown=False),
        Column("clause", Words("条款", "Clause"), longest=80, shown=False),
    ),
    key=("matter_class_id", "no"),
    label=("matter_class__code", "no", "text"),
    search=("matter_class__code", "matter_class__name", "text"),
    order=("matter_class__code", "no", "valid_from"),
    life=Dated(series=("matter_class_id", "no")),
    doings=frozenset(Doing),
    forgets=("city.classes",),
    hint=Words("新时限从选定的一天起生效，原来的一行留作历史。",
               "A new limit holds from the chosen day; the old row stays as history."),
)  # fmt: skip
