"""Tellings, addresses and channels with honest defaults."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengmai.identity.words import SYSTEM
from chengmai.kernel.reference import forget
from chengmai.notices import actions
from chengmai.notices.models import Address, Choice, Kept, Message, QuietHours, Template
from chengmai.notices.words import Channel, Recipient, Topic

__all__ = [
    "ANNA",
    "NOW",
    "VALUES",
    "Address",
    "Choice",
    "Kept",
    "Message",
    "QuietHours",
    "Template",
    "begin",
    "deliver",
    "reach",
    "set_up",
    "tell",
    "wants",
]
NOW = timezone.now()
VALUES = {"case_no": "20260501000001", "class_name": "路灯", "address": "海阳路", "due": "16:30"}
ANNA = Recipient.person(7)


def begin() -> None:
    """The templates that every city begins with."""
    forget()
    actions.load_default_templates(NOW.date())


def tell(*to: Recipient, once: str = "a", at: datetime = NOW, **more: Any) -> int:
    """Tell Anna, or these, of a case to handle."""
    given = {"template": "case_to_handle", "topic": Topic.CASE_WORK, "values": VALUES, **more}
    return actions.tell(to=to or (ANNA,), at=at, once=once, **given)


def reach(channel: Channel, address: dict[str, Any], owner: str = ANNA.owner) -> Address:
    """Anna is reached there too."""
    return actions.add_address(owner=owner, channel=channel, address=address, label="", at=NOW)


def wants(*channels: Channel, topic: Topic = Topic.CASE_WORK, owner: str = ANNA.owner) -> None:
    """Anna wants to be told by these too."""
    actions.choose(owner=owner, choices=[(topic, channel, True) for channel in channels])


def set_up(channel: Channel, **settings: Any) -> None:
    """Put a real gateway behind a channel."""
    with transaction.atomic():
        actions.set_up_channel(actor=SYSTEM, channel=channel, settings=settings, at=NOW)
    forget("notices.setups")


def deliver(channel: Channel, at: datetime = NOW) -> int:
    """Send what is due; how many were tried."""
    return actions.deliver(channel=channel, clock=lambda: at)
