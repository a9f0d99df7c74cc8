"""What administrators set up: channels, templates, and a try."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from chengmai.identity.words import Actor
from chengmai.kernel.ledger import publish
from chengmai.kernel.reference import forget
from chengmai.notices.errors import (
    ChannelClosed,
    PlaceholderUnknown,
    SendFailed,
    UnfitForChannel,
)
from chengmai.notices.events import ChannelChanged
from chengmai.notices.fixtures.templates import TEMPLATES
from chengmai.notices.gateways.choosing import (
    GOES_TO,
    SECRET,
    checked,
    gateway_of,
    setups,
    sms_sign,
)
from chengmai.notices.gateways.parcel import Parcel
from chengmai.notices.gateways.push import new_vapid_keys
from chengmai.notices.models import ChannelSetup, Template
from chengmai.notices.rules import (
    VALUES,
    filled,
    sms_parts,
    unknown_places,
    wechat_data,
    wechat_trouble,
)
from chengmai.notices.words import Channel, Topic

SAMPLES = {
    "case_no": "20260501000123", "class_name": "路灯", "address": "海阳路与河北大街交叉口",
    "stage": "待处置", "due": "5月1日 16:30", "left": "2 小时", "organisation": "市政维护处",
    "description": "路灯不亮", "reason": "逾期未处置", "by": "值班长", "tracking_no": "7K3M-9Q2X-8F",
    "state": "已处理", "words": "已修复，请评价。", "request_no": "12", "what": "新设备登录",
    "when": "5月1日 08:00", "where": "办公室电脑", "detail": "备份已 26 小时未成功",
}  # fmt: skip


@transaction.atomic
def set_up_channel(
    *, actor: Actor, channel: Channel, settings: Mapping[str, Any] | None, at: datetime
) -> None:
    """Put a real gateway behind a channel, or the stand-in with None.

    A secret that is left out stays as it was, unless what it goes to changes. Raises ChannelClosed
    naming the setting.
    """
    before = setups().get(channel, {})
    if settings is not None:
        given = {name: value for name, value in settings.items() if value not in ("", None)}
        given = _secrets_that_stay(before, given) | given
        if channel is Channel.PUSH and not given.get("private_key"):
            private, public = new_vapid_keys()
            given |= {"private_key": private, "public_key": public}
        elif channel is Channel.PUSH:
            given.setdefault("public_key", before.get("public_key", ""))
        checked(channel, given)
        settings = given
    if channel is Channel.IN_APP:
        raise ChannelClosed("The list in the app needs no gateway.", field="channel")
    ChannelSetup.objects.update_or_create(
        channel=channel,
        defaults={
            "gateway": "stand_in" if settings is None else "real",
            "settings": settings,
            "changed_at": at,
            "changed_by_id": actor.id,
        },
    )
    publish(ChannelChanged(at=at, actor_id=actor.id, channel=channel, real=settings is not None))
    transaction.on_commit(lambda: forget("notices.setups"))


def _secrets_that_stay(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: before[name]
        for name in SECRET
        if name in before
        and all(str(before.get(to, "")) == str(given.get(to, "")) for to in GOES_TO[name])
    }


def try_channel(*, channel: Channel, address: Mapping[str, Any]) -> str:
    """Send one message now and say the provider's number. Raises ChannelClosed with the reason."""
    parcel = Parcel(0, address, "城脉 试发", "这是一条试发消息。", values={"what": "试发"})
    try:
        return gateway_of(channel).send(parcel)
    except SendFailed as failure:
        raise ChannelClosed(
            f"It could not be sent: {failure.why}",
            field="address",
            why=failure.why,
            remedy="Check the settings of this channel and the address.",
        ) from None


def preview(
    *, topic: Topic, title: str, body: str, channel: Channel = Channel.IN_APP
) -> dict[str, Any]:
    """How a template reads with sample values, and what the channel makes of it. Raises
    PlaceholderUnknown naming the value, UnfitForChannel naming the line."""
    refuse_unknown_places(topic, title, body)
    refuse_unfit(channel, body)
    shown = {"title": filled(title, SAMPLES, 80), "body": filled(body, SAMPLES, 2_000)}
    if channel is Channel.SMS:
        return shown | {"sms_parts": sms_parts(shown["body"], sms_sign())}
    if channel is Channel.WECHAT:
        return shown | {"wechat": wechat_data(shown["body"]) or None}
    return shown


def refuse_unfit(channel: Channel, body: str) -> None:
    """What a channel's provider would refuse: a signature in a short message's text, which the
    provider sets itself, and lines that are no values of a WeChat template."""
    if channel is Channel.SMS and not {"【", "】"}.isdisjoint(body):
        raise UnfitForChannel(
            "The signature in 【】 is set with the channel, not in the text.",
            field="body",
            remedy="Remove 【】 from the text.",
        )
    if channel is Channel.WECHAT and (line := wechat_trouble(body)):
        raise UnfitForChannel(
            "WeChat takes no such line.",
            field="body",
            line=line[:60],
            remedy="Write each value on a line, such as thing1：{class_name}.",
        )


def refuse_unknown_places(topic: Topic, *texts: str) -> None:
    """A template may only ask for what its topic gives."""
    unknown = unknown_places(topic, texts)
    if unknown:
        raise PlaceholderUnknown(
            f"The topic gives no {unknown[0]}.",
            field="body",
            unknown=unknown,
            known=sorted(VALUES[topic]),
            remedy="Use only the values that the topic gives.",
        )


def load_default_templates(valid_from: date) -> int:
    """Write the templates that every city begins with, where a key and channel has none."""

    known = set(Template.objects.values_list("key", "channel"))
    rows = [
        Template(
            key=key, topic=topic, channel=channel, title=title, body=body,
            valid_from=valid_from, source="Chengmai",
        )
        for key, topic, channels, title, body in TEMPLATES
        for channel in channels
        if (key, channel.value) not in known
    ]  # fmt: skip
    Template.objects.bulk_create(rows)
    return len(rows)
