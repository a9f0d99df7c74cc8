"""The words of telling people: channels, states, topics, and to whom a notice goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Channel(StrEnum):
    """By which way a person is told."""

    IN_APP = "in_app"  # 站内
    PUSH = "push"  # 浏览器推送
    SMS = "sms"  # 短信
    EMAIL = "email"  # 邮件
    WECHAT = "wechat"  # 微信模板消息


class MessageState(StrEnum):
    """How far a message is."""

    WAITING = "waiting"  # 待发送
    SENDING = "sending"  # 发送中
    SENT = "sent"  # 已交给通道
    DELIVERED = "delivered"  # 已送达
    FAILED = "failed"  # 失败，将重试
    DEAD = "dead"  # 不再重试


class Topic(StrEnum):
    """What a notice is about; a person chooses channels by topic."""

    CASE_WORK = "case_work"  # 待办案件
    CASE_CLOCK = "case_clock"  # 时限提醒
    CASE_SUPERVISED = "case_supervised"  # 督办催办
    REPORT_PROGRESS = "report_progress"  # 市民上报进展
    DATA_RIGHTS = "data_rights"  # 个人信息请求
    ACCOUNT = "account"  # 账号安全
    SYSTEM = "system"  # 系统运行


@dataclass(frozen=True)
class Recipient:
    """Whom to tell: a member of staff (`person`), a citizen's contact, or a citizen's device."""

    kind: str  # person | contact | device
    key: str

    @classmethod
    def person(cls, person_id: int) -> Recipient:
        """A member of staff."""
        return cls("person", str(person_id))

    @classmethod
    def contact(cls, contact_id: int) -> Recipient:
        """A citizen who left a number."""
        return cls("contact", str(contact_id))

    @classmethod
    def device(cls, device_key: str) -> Recipient:
        """A citizen's browser."""
        return cls("device", device_key)

    @property
    def owner(self) -> str:
        """The recipient in one word."""
        return self.key if self.kind == "device" else f"{self.kind}:{self.key}"


@dataclass(frozen=True)
class Told:
    """What became of telling one recipient: message ids by channel, and why a channel was not used."""

    messages: dict[Channel, int]
    left_out: dict[Channel, str]


@dataclass(frozen=True)
class NoticeCard:
    """One notice in the app."""

    id: int
    topic: Topic
    title: str
    body: str
    link: str
    urgent: bool
    at: datetime
    read_at: datetime | None
