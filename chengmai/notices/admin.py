"""The back office of notices: their wording on each channel."""

from __future__ import annotations

from chengmai.kernel.tables.errors import BadValue
from chengmai.kernel.tables.recipe import Change, Recipe
from chengmai.kernel.tables.words import Choice, Column, Dated, Doing, Kind, Words
from chengmai.notices.models import Template
from chengmai.notices.rules import unknown_places, wechat_trouble
from chengmai.notices.words import Channel, Topic

_TOPICS = {
    Topic.CASE_WORK: Words("待办案件", "Work on cases"),
    Topic.CASE_CLOCK: Words("时限提醒", "Deadlines"),
    Topic.CASE_SUPERVISED: Words("督办催办", "Urgings"),
    Topic.REPORT_PROGRESS: Words("上报进展", "Progress of a report"),
    Topic.DATA_RIGHTS: Words("个人信息请求", "Requests about one's data"),
    Topic.ACCOUNT: Words("账号安全", "The account's safety"),
    Topic.SYSTEM: Words("系统运行", "The platform"),
}
_CHANNELS = {
    Channel.IN_APP: Words("站内", "In the app"),
    Channel.PUSH: Words("浏览器推送", "Browser push"),
    Channel.SMS: Words("短信", "SMS"),
    Channel.EMAIL: Words("邮件", "E-mail"),
    Channel.WECHAT: Words("微信", "WeChat"),
}


def _check(change: Change) -> None:
    """Only the names in braces that this topic can fill."""
    texts = [str(change.after.get(name) or "") for name in ("title", "body")]
    if unknown := unknown_places(Topic(change.after["topic"]), texts):
        raise BadValue(
            "Nothing fills this name.",
            field="body",
            remedy=f"这类通知没有 {'、'.join('{' + one + '}' for one in unknown)}，请改用别的占位名。",
        )
    body, channel = str(change.after.get("body") or ""), Channel(change.after["channel"])
    if channel is Channel.SMS and not {"【", "】"}.isdisjoint(body):
        raise BadValue(
            "The signature is no part of the text.", field="body",
            remedy="短信签名【】在通知渠道里设置，正文中请不要写。",
        )  # fmt: skip
    if channel is Channel.WECHAT and (line := wechat_trouble(body)):
        raise BadValue(
            "WeChat takes no such line.", field="body",
            remedy=f"微信模板每行一个字段，如 thing1：{{class_name}}；这一行不行：{line[:40]}",
        )  # fmt: skip


TABLES = (
    Recipe(
        id="notices.templates",
        words=Words("通知模板", "Templates of notices"),
        group=Words("公众服务", "The public's side"),
        right="notices",
        model=Template,
        columns=(
            Column("key", Words("标识", "Key"), needed=True, longest=40, fixed=True),
            Column("topic", Words("事项", "Topic"), Kind.CHOICE, needed=True, fixed=True,
                   choices=tuple(Choice(one.value, words) for one, words in _TOPICS.items())),
            Column("channel", Words("渠道", "Channel"), Kind.CHOICE, needed=True, fixed=True,
                   choices=tuple(Choice(one.value, words) for one, words in _CHANNELS.items())),
            Column("title", Words("标题", "Title"), needed=True, longest=80, dated=True),
            Column("body", Words("正文", "Text"), Kind.LONG_TEXT, needed=True, longest=2000,
                   dated=True),
            Column("provider_id", Words("服务商模板号", "Provider's number"), longest=80, shown=False),
            Column("source", Words("依据", "Source"), needed=True, longest=80, shown=False),
        ),
        key=("key", "channel"),
        label=("key", "channel"),
        search=("key", "title", "body"),
        order=("key", "channel", "valid_from"),
        life=Dated(series=("key", "channel")),
        doings=frozenset(Doing) - {Doing.ADD},
        check=_check,
        forgets=("notices.templates",),
    ),
)  # fmt: skip
