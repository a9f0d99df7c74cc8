"""Tell people: write the messages in the caller's transaction, each once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from prometheus_client import Counter

from chengmai.kernel.settings import setting
from chengmai.notices.gateways.choosing import sms_sign
from chengmai.notices.models import Message, Template
from chengmai.notices.queries import choices_of, quiet_of, reachable, templates, waiting_count
from chengmai.notices.rules import channels_for, filled, longest_sms, send_at, sms_text
from chengmai.notices.words import Channel, MessageState, Recipient, Topic

LEFT_OUT = Counter("chengmai_notices_left_out", "Messages not written", ["channel", "why"])
_LONGEST = {Channel.PUSH: 500, Channel.WECHAT: 500}
_NAME = 120


@transaction.atomic
def tell(
    *,
    to: Iterable[Recipient],
    topic: Topic,
    template: str,
    values: Mapping[str, str],
    at: datetime,
    once: str,
    link: str = "",
    urgent: bool = False,
) -> int:
    """Write a message per recipient and channel that they want and can be reached by; how many.

    `once` names the telling: the same name tells nobody twice. `values` fill the template. In the
    app a notice stands at once; the other channels send after the commit, after quiet hours unless
    `urgent`. When the outbox is full, what would go out is left out and counted; the notice in the
    app is still written. Raises TemplateUnknown.
    """
    recipients = {recipient.owner: recipient for recipient in to}
    if not recipients:
        return 0
    known = templates(template)
    chosen, quiet = choices_of(recipients, topic), quiet_of(recipients)
    reached = reachable(recipients)
    full = waiting_count() >= setting("notice_most_waiting")
    rows = []
    for owner, recipient in recipients.items():
        for channel in sorted(channels_for(topic, chosen.get(owner, {}))):
            why = _left_out(channel, recipient, known, reached.get(owner, frozenset()), full)
            if why:
                LEFT_OUT.labels(channel.value, why).inc()
                continue
            goes = send_at(channel, at, quiet.get(owner), urgent=urgent)
            words = _words(known[channel], channel, values)
            rows.append(
                Message(
                    owner=owner,
                    channel=channel,
                    topic=topic,
                    template=template,
                    **words,
                    values=dict(values),
                    link=link,
                    urgent=urgent,
                    once=_once(once, owner, channel),
                    state=MessageState.SENT if channel is Channel.IN_APP else MessageState.WAITING,
                    created_at=at,
                    send_at=goes,
                    sent_at=at if channel is Channel.IN_APP else None,
                )
            )
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    due = {Channel(row.channel) for row in rows if row.send_at <= at}
    for channel in sorted(due - {Channel.IN_APP}):
        queue_delivery(channel)
    return len(rows)


def queue_delivery(channel: Channel) -> None:
    """Let the worker send what is due on this channel; one run waits at a time."""
    task = app.configure_task(
        "notices.deliver", queue="notices", queueing_lock=f"notices.deliver.{channel.value}"
    )
    try:
        with transaction.atomic():
            task.defer(channel=channel.value)
    except AlreadyEnqueued:
        return


def _left_out(
    channel: Channel,
    recipient: Recipient,
    known: Mapping[Channel, Template],
    reached: frozenset[Channel],
    full: bool,
) -> str:
    """Why this channel is not used for this recipient; empty where it is."""
    if channel not in known:
        return "no_template"
    if channel is Channel.IN_APP:
        return "" if recipient.kind == "person" else "no_page"
    if full:
        return "outbox_full"
    if channel is Channel.SMS and recipient.kind == "contact":
        return ""
    return "" if channel in reached else "no_address"


def _words(row: Template, channel: Channel, values: Mapping[str, str]) -> dict[str, str]:
    title, longest = filled(row.title, values, 80), _LONGEST.get(channel, 2_000)
    if channel is Channel.SMS:
        longest = longest_sms(setting("notice_sms_parts"), sms_sign())
        return {"title": title, "body": sms_text(filled(row.body, values, longest))}
    return {"title": title, "body": filled(row.body, values, longest)}


def _once(once: str, owner: str, channel: Channel) -> str:
    """The name of one telling to one person by one channel; of a long one a digest."""
    name = f"{once}|{owner}|{channel.value}"
    return name if len(name) <= _NAME else hashlib.sha256(name.encode()).hexdigest()
