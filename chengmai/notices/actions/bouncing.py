"""What became of letters after a mail server had taken them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from chengmai.notices.actions.delivery import SENT
from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.bounces import Bounce, read_bounces
from chengmai.notices.gateways.choosing import bounces_mailbox
from chengmai.notices.models import Message
from chengmai.notices.queries import addresses_of
from chengmai.notices.words import Channel, MessageState

log = logging.getLogger("chengmai.notices")


def take_bounces(*, clock: Callable[[], datetime]) -> int:
    """Read the mailbox of reports, if the city has set one up; how many told of letters of ours."""
    mailbox, ours = bounces_mailbox(), 0
    if mailbox is None:
        return 0

    def handle(letter: bytes) -> None:
        nonlocal ours
        ours += sum(note_bounce(one, at=clock()) for one in read_bounces(letter))

    try:
        mailbox.take(handle)
    except SendFailed as failure:
        log.warning("the mailbox of reports cannot be read", extra={"trouble": failure.why})
    return ours


@transaction.atomic
def note_bounce(bounce: Bounce, *, at: datetime) -> bool:
    """What a mail server wrote back of a letter that another had taken; whether it was ours.

    An address at which nobody is any more is not written to again until its owner gives it anew.
    """
    message = (
        Message.objects.select_for_update()
        .filter(pk=bounce.message_id, channel=Channel.EMAIL)
        .first()
    )
    if message is None:
        return False
    if bounce.action == "delivered" and message.state == MessageState.SENT:
        message.state, message.delivered_at = MessageState.DELIVERED, at
    elif bounce.action == "failed" and message.state in (MessageState.SENT, MessageState.DELIVERED):
        message.state, message.problem = MessageState.DEAD, f"bounced {bounce.status}"
        SENT.labels(message.channel, "bounced").inc()
        if bounce.nobody_there:
            held = addresses_of(message.owner, Channel.EMAIL)
            named = [row for row in held if row.address["email"].casefold() == bounce.recipient]
            for row in named or held[: 1 if len(held) == 1 else 0]:
                row.failed_at = at
                row.save(update_fields=["failed_at"])
    elif bounce.action == "delayed" and message.state == MessageState.SENT:
        message.problem = f"delayed {bounce.status}"
    message.save(update_fields=["state", "delivered_at", "problem"])
    return True
