"""The back office of the citizen's side: privacy notices and how often a device may report."""

from __future__ import annotations

from collections.abc import Iterable

from chengmai.citizen.models import Consent, Notice, RationLimit
from chengmai.kernel.tables.listing import listed, remark
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Effect, Kind, Words

GROUP = Words("公众服务", "The public's side")


def _notice_effects(change: Change) -> Iterable[Effect]:
    if change.doing is Doing.ADD:
        yield listed(
            "asked_again",
            Words("{n} 次已给的同意只对旧版本有效，下次使用时会重新征求",
                  "{n} consents were to older versions; those devices are asked again"),
            Consent.objects.all(), "notice__version",
        )  # fmt: skip


def _ration_effects(_: Change) -> Iterable[Effect]:
    yield remark(
        "next_hour", "从下一个小时起按新的次数计。", "The new number counts from the next hour."
    )


TABLES = (
    Recipe(
        id="citizen.notices",
        words=Words("隐私告知", "Privacy notices"),
        group=GROUP,
        right="notices",
        model=Notice,
        columns=(
            Column("version", Words("版本", "Version"), needed=True, longest=20, fixed=True),
            Column("title", Words("标题", "Title"), needed=True, longest=80),
            Column("text", Words("正文", "Text"), Kind.LONG_TEXT, needed=True, longest=20_000,
                   fixed=True, shown=False,
                   hint=Words("已发布的文字不改；修改请发布新版本。",
                              "Published words stay; publish a new version instead.")),
            Column("source", Words("依据", "Source"), needed=True, longest=120),
            Column("clause", Words("条款", "Clause"), longest=80),
        ),
        key=("version",),
        label=("version", "title"),
        search=("version", "title", "text"),
        order=("-valid_from",),
        life=Dated(ends="", moments=True, series=()),
        doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.WITHDRAW}),
        preview=_notice_effects,
        forgets=("citizen.notice",),
    ),
    Recipe(
        id="citizen.rations",
        words=Words("上报次数限制", "How often one may report"),
        group=GROUP,
        right="reference",
        model=RationLimit,
        columns=(
            Column("kind", Words("对象", "Of whom"), Kind.CHOICE, needed=True, fixed=True, choices=(
                Choice("device", Words("一台设备", "A device")),
                Choice("address", Words("一个网络地址", "A network address")))),
            Column("most", Words("每小时最多", "Most in an hour"), Kind.INTEGER, needed=True,
                   least=1, most=100_000),
            Column("source", Words("依据", "Source"), needed=True, longest=120),
        ),
        key=("kind",),
        label=("kind",),
        search=("kind", "source"),
        life=None,
        doings=frozenset({Doing.CHANGE}),
        preview=_ration_effects,
        forgets=("citizen.rations",),
    ),
)  # fmt: skip
