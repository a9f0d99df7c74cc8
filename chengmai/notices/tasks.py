"""Work of notices: deliver by channel, and forget old messages."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Min
from django.utils import timezone
from procrastinate.contrib.django import app

from chengmai.kernel.retention import Keeper
from chengmai.notices.actions import deliver, queue_delivery, take_bounces
from chengmai.notices.actions.troubles import tell_of_troubles
from chengmai.notices.models import Kept, Message
from chengmai.notices.words import Channel


@app.task(name="notices.deliver", queue="notices", pass_context=False)
def deliver_channel(channel: str) -> None:
    """Send what is due on one channel."""
    deliver(channel=Channel(channel), clock=timezone.now)


@app.periodic(cron="* * * * *")
@app.task(name="notices.look_after", queue="notices", pass_context=False)
def look_after(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: what waited for its time, a later try, or a worker that died."""
    due = Message.objects.filter(
        state__in=["waiting", "failed", "sending"], send_at__lte=timezone.now()
    )
    for channel in due.values_list("channel", flat=True).distinct():
        queue_delivery(Channel(channel))


@app.periodic(cron="* * * * *")
@app.task(
    name="notices.tell_of_troubles",
    queue="notices",
    lock="notices.tell_of_troubles",
    queueing_lock="notices.tell_of_troubles",
)
def watch(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: what is wrong with the platform for longer than a moment, and what is over."""
    tell_of_troubles(at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(
    name="notices.read_bounces",
    queue="notices",
    lock="notices.read_bounces",
    queueing_lock="notices.read_bounces",
)
def read_mailbox(timestamp: int) -> None:  # noqa: ARG001
    """Every five minutes: what mail servers wrote back."""
    take_bounces(clock=timezone.now)


def forget_messages(before: datetime) -> int:
    """Remove old messages that wait for nothing, a batch at a time."""
    old = Message.objects.filter(created_at__lt=before).exclude(
        state__in=["waiting", "failed", "sending"]
    )
    ids = list(old.order_by("created_at").values_list("pk", flat=True)[:5_000])
    Kept.objects.filter(at__lt=before).delete()
    return Message.objects.filter(pk__in=ids).delete()[0]


KEEPERS = (
    Keeper(
        "messages", "已发送的通知", 180, "个人信息保护法", "第十九条", forget_messages,
        lambda: Message.objects.aggregate(at=Min("created_at"))["at"],
    ),
)  # fmt: skip
