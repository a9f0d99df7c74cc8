"""Every read of notices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from chengmai.kernel.reference import cached
from chengmai.notices.errors import MessageUnknown, TemplateUnknown
from chengmai.notices.models import Address, Choice, Message, QuietHours, Template
from chengmai.notices.rules import Quiet
from chengmai.notices.words import Channel, MessageState, NoticeCard, Topic

_COUNTS = """
SELECT channel, state, count(*), min(created_at) FROM notices_message
WHERE state IN ('waiting', 'failed', 'sending', 'dead') GROUP BY 1, 2
"""


def templates(key: str) -> dict[Channel, Template]:
    """The templates of this key in force today, by channel. Raises TemplateUnknown."""
    found = cached("notices.templates", _templates).get(key)
    if not found:
        raise TemplateUnknown("No such template.", key=key)
    return found


def choices_of(owners: Iterable[str], topic: Topic) -> dict[str, dict[Channel, bool]]:
    """What these people chose for a topic. One statement."""
    found: dict[str, dict[Channel, bool]] = defaultdict(dict)
    rows = Choice.objects.filter(owner__in=list(owners), topic=topic)
    for owner, channel, wanted in rows.values_list("owner", "channel", "wanted"):
        found[owner][Channel(channel)] = wanted
    return found


def declined(owner: str, topic: Topic, channel: Channel) -> bool:
    """Whether this recipient said that they want none of a topic by this channel."""
    return Choice.objects.filter(owner=owner, topic=topic, channel=channel, wanted=False).exists()


def quiet_of(owners: Iterable[str]) -> dict[str, Quiet]:
    """The quiet hours of these people. One statement."""
    rows = QuietHours.objects.filter(owner__in=list(owners))
    return {row.owner: Quiet(row.begins, row.ends) for row in rows}


def reachable(owners: Iterable[str]) -> dict[str, frozenset[Channel]]:
    """By which channels these people left an address that still works. One statement."""
    rows = Address.objects.filter(owner__in=list(owners), failed_at=None)
    found: dict[str, set[Channel]] = defaultdict(set)
    for owner, channel in rows.values_list("owner", "channel"):
        found[owner].add(Channel(channel))
    return {owner: frozenset(channels) for owner, channels in found.items()}


def addresses_of(owner: str, channel: Channel) -> list[Address]:
    """Where this recipient is reached by this channel, opened."""
    return list(Address.objects.filter(owner=owner, channel=channel, failed_at=None).order_by("pk"))


def waiting_count() -> int:
    """How many messages wait; kept for some seconds."""
    open_states = [MessageState.WAITING, MessageState.FAILED, MessageState.SENDING]
    return cached("notices.waiting", lambda: Message.objects.filter(state__in=open_states).count())


def outbox_figures() -> list[dict[str, Any]]:
    """Per channel and state: how many wait or were given up, and since when the oldest."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS)
        names = ("channel", "state", "count", "oldest")
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def in_the_app(owner: str, *, before: int | None, limit: int) -> list[NoticeCard]:
    """Notices of one person, newest first, from below the id `before`."""
    rows = Message.objects.filter(owner=owner, channel=Channel.IN_APP).order_by("-pk")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [
        NoticeCard(
            id=row.pk,
            topic=Topic(row.topic),
            title=row.title,
            body=row.body,
            link=row.link,
            urgent=row.urgent,
            at=row.created_at,
            read_at=row.read_at,
        )
        for row in rows[:limit]
    ]


def unread(owner: str, most: int = 100) -> int:
    """How many notices this person has not read; counted up to `most`."""
    rows = Message.objects.filter(owner=owner, channel=Channel.IN_APP, read_at=None)
    return len(rows.values_list("pk")[:most])


def message_by_id(message_id: int, *, lock: bool = False) -> Message:
    """One message. Raises MessageUnknown."""
    rows = Message.objects.select_for_update() if lock else Message.objects.all()
    found = rows.filter(pk=message_id).first()
    if found is None:
        raise MessageUnknown("No such message.", message_id=message_id)
    return found


def _templates() -> dict[str, dict[Channel, Template]]:
    today = date.today()  # noqa: DTZ011 (a day of this machine's zone is enough)
    found: dict[str, dict[Channel, Template]] = defaultdict(dict)
    for row in Template.objects.filter(valid_from__lte=today).order_by("valid_from"):
        if row.valid_to is None or row.valid_to >= today:
            found[row.key][Channel(row.channel)] = row
    return dict(found)
