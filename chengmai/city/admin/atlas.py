"""Recipes of what the map shows: kinds of places and of areas, and other names of places."""

from __future__ import annotations

from collections.abc import Iterable

from chengmai.city.addresses.models import Alias
from chengmai.city.areas.words import AreaFamily
from chengmai.city.models import AreaKind, ManagedArea, Place, PlaceKind
from chengmai.kernel.tables.listing import listed
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Words

GROUP = Words("地图与地名", "The map and names")
_SYMBOLS = ("dot", "toilet", "basket", "shelter", "drop", "bin", "parking", "bolt")
_CODE = Column(
    "code",
    Words("代码", "Code"),
    needed=True,
    fixed=True,
    longest=20,
    pattern=r"[a-z][a-z0-9_]{1,19}",
    hint=Words("小写英文字母开头，2–20 位。", "Lower-case letters, 2 to 20."),
)
_RANK = Column("rank", Words("次序", "Order"), Kind.INTEGER, least=1, most=999, default=50)
_SOURCE = (
    Column("source", Words("依据", "Source"), needed=True, longest=80),
    Column("clause", Words("条款", "Clause"), longest=80, shown=False),
)


def _place_kind_effects(change: Change) -> Iterable[Effect]:
    if change.row is not None:
        places = Place.objects.filter(kind=change.row.code)
        yield listed(
            "places", Words("{n} 处地点属于此类", "{n} places are of this kind"), places, "name"
        )


def _area_kind_effects(change: Change) -> Iterable[Effect]:
    if change.row is not None:
        yield listed(
            "areas", Words("{n} 片在用范围属于此类", "{n} areas in use are of this kind"),
            ManagedArea.objects.filter(kind=change.row, valid_to__isnull=True), "name",
            refuses=True,
        )  # fmt: skip


PLACE_KINDS = Recipe(
    id="city.place_kinds",
    words=Words("公共场所类型", "Kinds of public places"),
    group=GROUP,
    right="reference",
    model=PlaceKind,
    columns=(
        _CODE,
        Column("name", Words("名称", "Name"), needed=True, longest=40),
        Column("colour", Words("颜色", "Colour"), Kind.COLOUR, needed=True),
        Column("symbol", Words("符号", "Symbol"), Kind.CHOICE, needed=True,
               choices=tuple(Choice(one, Words(one, one)) for one in _SYMBOLS)),
        Column("capacity_unit", Words("容量单位", "Unit of capacity"), longest=10),
        _RANK,
        *_SOURCE,
    ),
    key=("code",),
    label=("name",),
    search=("code", "name"),
    order=("rank",),
    life=Dated(),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    preview=_place_kind_effects,
    forgets=("city.layers",),
)  # fmt: skip

AREA_KINDS = Recipe(
    id="city.area_kinds",
    words=Words("管理网格类型", "Kinds of management grids"),
    group=GROUP,
    right="reference",
    model=AreaKind,
    columns=(
        _CODE,
        Column("name", Words("名称", "Name"), needed=True, longest=40),
        Column("family", Words("用途", "For"), Kind.CHOICE, needed=True, fixed=True, choices=(
            Choice(AreaFamily.GRID.value, Words("管理网格", "Management grid")),
            Choice(AreaFamily.RESPONSIBILITY.value, Words("责任区", "Responsibility area")))),
        Column("colour", Words("颜色", "Colour"), Kind.COLOUR, needed=True),
        Column("levels", Words("等级", "Levels"), Kind.VALUE, shown=False,
               hint=Words('例如 ["一级","二级"]。', 'Such as ["one","two"].')),
        Column("min_zoom", Words("最小缩放级别", "Least zoom"), Kind.INTEGER, least=0, most=20,
               default=12, shown=False),
        _RANK,
        *_SOURCE,
    ),
    key=("code",),
    label=("name",),
    search=("code", "name"),
    order=("rank",),
    life=Dated(),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    preview=_area_kind_effects,
    forgets=("city.layers",),
)  # fmt: skip

ALIASES = Recipe(
    id="city.aliases",
    words=Words("地名别名", "Other names"),
    group=GROUP,
    right="reference",
    model=Alias,
    columns=(
        Column("alias", Words("别名", "Other name"), needed=True, longest=60),
        Column("name", Words("标准名称", "Name"), needed=True, longest=120),
        Column("note", Words("备注", "Note"), longest=120),
        Column("source", Words("依据", "Source"), needed=True, longest=60),
    ),
    key=("alias", "name"),
    label=("alias", "name"),
    search=("alias", "name", "note"),
    life=Dated(),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
)
