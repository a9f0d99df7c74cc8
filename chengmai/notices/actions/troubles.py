"""Tell the system administrators what is wrong with the platform: once, and again when it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from chengmai.identity.public import people_with
from chengmai.identity.words import Duty
from chengmai.kernel import troubles
from chengmai.kernel.lookout import SEVERE
from chengmai.kernel.models import Trouble
from chengmai.notices.actions.telling import tell
from chengmai.notices.words import Recipient, Topic

_CITY = ZoneInfo("Asia/Shanghai")
Facts = dict[str, Any]

_WORDS: dict[str, tuple[str, Callable[[Facts], str]]] = {
    "disk_nearly_full": (
        "磁盘空间不足",
        lambda f: f"{f.get('disk', '')} 仅剩 {f.get('free_megabytes', '?')} MB，请清理或扩容。",
    ),
    "disk_full": (
        "磁盘已满，暂停接收",
        lambda f: f"{f.get('disk', '')} 仅剩 {f.get('free_megabytes', '?')} MB，平台已拒绝写入。",
    ),
    "clock_off": (
        "服务器时钟偏差",
        lambda f: f"与数据库时钟相差 {f.get('seconds', '?')} 秒，请检查时间同步。",
    ),
    "messages_delayed": (
        "消息延迟",
        lambda f: f"待转发 {f.get('waiting', '?')} 条，最早的已等待 {f.get('seconds', '?')} 秒。",
    ),
    "backup_failed": ("备份失败", lambda f: f"{f.get('error', '')}"[:200] or "见系统维护页。"),
    "backup_late": (
        "备份已过期",
        lambda f: f"最近一次成功备份：{f.get('since') or '无'}。请检查备份位置。",
    ),
    "log_copy_stopped": (
        "日志副本停止写入",
        lambda _: (
            "进程 wal 未在运行：数据目录一旦损坏，最近的操作将无法恢复；同步模式下写入会停住。"
        ),
    ),
    "log_copy_lost": (
        "日志副本已中断",
        lambda _: "数据库已不再保留副本所缺的日志，请立即重做一次备份。",
    ),
    "dead_letters": (
        "有消息无法处理",
        lambda f: f"{f.get('letters', '?')} 条死信，请在系统维护页查看并重放。",
    ),
    "process_keeps_dying": (
        "进程反复退出",
        lambda f: f"{f.get('name', '')} 十分钟内退出 {f.get('ends', '?')} 次，请查看其日志。",
    ),
}


@transaction.atomic
def tell_of_troubles(*, at: datetime) -> int:
    """Look, and tell every system administrator of what has lasted and what is over; how many.

    The row of a trouble and its notices are one transaction, and the row's number names the
    telling, so a worker that dies in between tells nobody twice and forgets nothing.
    """
    return tell_changes(troubles.watch(at), at=at)


def tell_changes(changes: Iterable[troubles.Change], *, at: datetime) -> int:
    """Write the notices of these changes; how many messages."""
    told = list(changes)
    if not told:
        return 0
    to = [Recipient.person(card.id) for card in people_with(Duty.ADMIN)]
    return sum(_tell_one(change, to, at) for change in told)


def _tell_one(change: troubles.Change, to: list[Recipient], at: datetime) -> int:
    row = change.trouble
    what, detail = words_for(row)
    if change.over:
        what = f"已恢复：{what}"
        detail = f"{_when(row.began_at)} 开始，{_when(row.seen_at)} 后未再出现。"
    return tell(
        to=to,
        topic=Topic.SYSTEM,
        template="system_trouble",
        values={"what": what, "detail": detail},
        at=at,
        once=f"trouble:{row.pk}:{'over' if change.over else 'begun'}",
        link="/system",
        urgent=row.level == SEVERE and not change.over,
    )


def words_for(row: Trouble) -> tuple[str, str]:
    """What is wrong and what it is about, for an administrator; the code itself where none fits."""
    known = _WORDS.get(row.code)
    return (known[0], known[1](row.facts)) if known else (row.code, row.about or row.code)


def _when(at: datetime) -> str:
    return f"{at.astimezone(_CITY):%-m月%-d日 %H:%M}"
