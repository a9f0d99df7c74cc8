"""The back office of the kernel: the platform's own numbers, and how large a file may be."""

from __future__ import annotations

from chengmai.kernel.media.models import MediaLimit
from chengmai.kernel.media.words import MediaKind
from chengmai.kernel.models import Setting
from chengmai.kernel.settings import DEFAULTS
from chengmai.kernel.tables.recipe import Recipe
from chengmai.kernel.tables.settings import settings_recipe
from chengmai.kernel.tables.words import Choice, Column, Doing, Kind, Words

GROUP = Words("平台", "The platform")
_KINDS = {
    MediaKind.IMAGE: Words("照片", "Photo"),
    MediaKind.VIDEO: Words("视频", "Video"),
    MediaKind.AUDIO: Words("录音", "Audio"),
    MediaKind.DOCUMENT: Words("文件", "Document"),
}

TABLES = (
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
