"""The back office of the kernel: the platform's own numbers, and how large a file may be."""

from __future__ import annotations

from chengmai.kernel.media.models import MediaLimit
from chengmai.kernel.media.words import MediaKind
from chengmai.kernel.models import RateRule, RetentionRule, Setting
from chengmai.kernel.retention import keepers
from chengmai.kernel.settings import DEFAULTS
from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.settings import settings_recipe
from chengmai.kernel.tables.words import Choice, Column, Doing, Kind, Switched, Words

GROUP = Words("平台", "The platform")
_KINDS = {
    MediaKind.IMAGE: Words("照片", "Photo"),
    MediaKind.VIDEO: Words("视频", "Video"),
    MediaKind.AUDIO: Words("录音", "Audio"),
    MediaKind.DOCUMENT: Words("文件", "Document"),
}

_SECURITY = Words("安全策略", "Security policy")
_SOURCE = (
    Column("source", Words("依据", "Source"), needed=True, longest=80),
    Column("clause", Words("条款", "Clause"), longest=80),
)


def _check_term(change: Change) -> None:
    """A term is for data that we keep, and not shorter than the law lets it be."""
    known = {keeper.name: keeper for keeper in keepers()}
    keeper = known.get(change.after["name"])
    if keeper is None:
        raise BadValue(
            "Nothing is kept under this name.",
            field="name",
            remedy=f"请从这些中选择：{'、'.join(sorted(known))}。",
        )
    if change.after["keep_days"] < keeper.at_least_days:
        raise BadValue(
            "The law wants it kept longer.",
            field="keep_days",
            remedy=f"至少保存 {keeper.at_least_days} 天（{keeper.source} {keeper.clause}）。",
        )


RATES = Recipe(
    id="kernel.rates",
    words=Words("访问频率限制", "How often one may ask"),
    group=_SECURITY,
    right="policy",
    model=RateRule,
    columns=(
        Column("name", Words("名称", "Name"), needed=True, longest=40, fixed=True),
        Column("asker", Words("按谁计", "Counted by"), Kind.CHOICE, needed=True, choices=(
            Choice("address", Words("网络地址", "Address")),
            Choice("device", Words("设备", "Device")),
            Choice("person", Words("人员", "Person")),
            Choice("client", Words("接口客户端（来源系统）", "API client (source system)")),
            Choice("channel", Words("公众渠道（微信、网页）", "Public channel (WeChat, web)")))),
        Column("methods", Words("方法", "Methods"), longest=40, pattern=r"[A-Z]+(,[A-Z]+)*",
               hint=Words("例如 POST,PUT；空表示全部。", "Such as POST,PUT; empty is all.")),
        Column("path", Words("路径开头", "Path begins"), needed=True, longest=80, pattern=r"/\S*"),
        Column("amount", Words("次数", "Times"), Kind.INTEGER, needed=True, least=1),
        Column("seconds", Words("秒数", "Seconds"), Kind.INTEGER, needed=True, least=1, most=86_400),
        Column("burst", Words("瞬时次数", "At once"), Kind.INTEGER, needed=True, least=1),
        *_SOURCE,
    ),
    key=("name",),
    label=("name",),
    search=("name", "path"),
    life=Switched("in_force"),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    forgets=("kernel.rates",),
)  # fmt: skip

TERMS = Recipe(
    id="kernel.terms",
    words=Words("数据保存期限", "How long data are kept"),
    group=_SECURITY,
    right="policy",
    model=RetentionRule,
    columns=(
        Column("name", Words("数据", "Data"), needed=True, longest=40, fixed=True),
        Column("keep_days", Words("保存天数", "Days kept"), Kind.INTEGER, needed=True, least=1,
               most=36_500),
        *_SOURCE,
    ),
    key=("name",),
    label=("name",),
    search=("name", "source"),
    life=Switched("in_force"),
    doings=frozenset({Doing.ADD, Doing.CHANGE, Doing.END, Doing.REINSTATE}),
    check=_check_term,
    hint=Words("没有登记的数据按默认期限保存。", "Data without a row keep their default term."),
)  # fmt: skip

TABLES = (
    RATES,
    TERMS,
    settings_recipe(
        "kernel.settings",
        Words("平台参数", "Platform settings"),
        GROUP,
        "reference",
        Setting,
        known=lambda: DEFAULTS,
        forgets=("kernel.settings",),
    ),
    Recipe(
        id="media.limits",
        words=Words("文件大小限制", "How large a file may be"),
        group=GROUP,
        right="reference",
        model=MediaLimit,
        columns=(
            Column("kind", Words("种类", "Kind"), Kind.CHOICE, needed=True, fixed=True, choices=tuple(
                Choice(kind.value, words) for kind, words in _KINDS.items())),
            Column("max_bytes", Words("最大字节数", "Most bytes"), Kind.INTEGER, needed=True,
                   least=1000, most=2_000_000_000),
            Column("max_pixels", Words("最大像素数", "Most pixels"), Kind.INTEGER, least=1,
                   most=1_000_000_000),
            Column("source", Words("依据", "Source"), needed=True, longest=200),
        ),
        key=("kind",),
        label=("kind",),
        search=("kind", "source"),
        life=None,
        doings=frozenset({Doing.CHANGE}),
        forgets=("media.limits",),
    ),
)  # fmt: skip
