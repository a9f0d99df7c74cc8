"""Send what waits: claimed in batches, tried again with growing waits, given up after some."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection, transaction
from prometheus_client import Counter

from chengmai.identity.public import phone_for_notice
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.settings import setting
from chengmai.notices.actions.choosing import choose
from chengmai.notices.errors import NotDead, SendFailed
from chengmai.notices.gateways.choosing import gateway_of
from chengmai.notices.gateways.parcel import Gateway, Parcel
from chengmai.notices.models import Address, Message
from chengmai.notices.queries import addresses_of, message_by_id, templates
from chengmai.notices.rules import next_try
from chengmai.notices.words import Channel, MessageState, Topic

log = logging.getLogger("chengmai.notices")
SENT = Counter("chengmai_notices", "Messages by channel and outcome", ["channel", "outcome"])
BATCH = 20
_LEASE = timedelta(minutes=5)
# A message being sent whose worker died is taken again when its lease is over.
_CLAIM = """
UPDATE notices_message SET state = 'sending', tries = tries + 1, send_at = %(lease)s
WHERE id IN (
    SELECT id FROM notices_message
    WHERE channel = %(channel)s AND state IN ('waiting', 'failed', 'sending') AND send_at <= %(at)s
    ORDER BY send_at, id LIMIT %(batch)s FOR UPDATE SKIP LOCKED)
RETURNING id, tries
"""


def deliver(*, channel: Channel, clock: Callable[[], datetime], at_most: int = 2_000) -> int:
    """Send what is due on one channel; how many were tried.

    Each message is claimed before and marked after its sending: killed in between it is sent again,
    with the same id, by which a provider knows it. A message that cannot be handled at all is tried
    again and given up like any other, and stands in nobody's way.
    """
    tried = 0
    while tried < at_most and (claimed := _claim(channel, clock())):
        for number, tries in sorted(claimed):
            _send(number, tries, channel, clock)
        tried += len(claimed)
    return tried


@transaction.atomic
def send_again(*, message_id: int, at: datetime) -> Message:
    """Try a message that was given up once more, from the beginning. Raises NotDead."""
    message = message_by_id(message_id, lock=True)
    if message.state != MessageState.DEAD:
        raise NotDead("This message is not given up.", state=message.state)
    message.state, message.tries, message.send_at = MessageState.WAITING, 0, at
    message.save(update_fields=["state", "tries", "send_at"])
    return message


@transaction.atomic
def note_receipt(
    *, channel: Channel, provider_no: str, arrived: bool, why: str, at: datetime
) -> bool:
    """What the provider of a channel says of a message that it took; whether we know the message.

    A receipt that comes twice, or after another, changes nothing that is already so.
    """
    known = Message.objects.filter(channel=channel, provider_no=provider_no)
    rows = known.select_for_update().filter(state=MessageState.SENT)
    if arrived:
        changed = rows.update(state=MessageState.DELIVERED, delivered_at=at)
    else:
        said = f"provider: {mask_numbers_in(why)}"[:200]
        changed = rows.update(state=MessageState.DEAD, problem=said)
    return bool(changed) or known.exists()


@transaction.atomic
def note_stop(*, channel: Channel, provider_no: str) -> bool:
    """Whoever got this message wants no more of its kind by this channel; whether we know it."""
    found = Message.objects.filter(channel=channel, provider_no=provider_no).first()
    if found is not None:
        choose(owner=found.owner, choices=[(Topic(found.topic), channel, False)])
    return found is not None


def _claim(channel: Channel, at: datetime) -> list[tuple[int, int]]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            _CLAIM, {"lease": at + _LEASE, "channel": channel.value, "at": at, "batch": BATCH}
        )
        return [(number, tries) for number, tries in cursor.fetchall()]


def _send(pk: int, tries: int, channel: Channel, clock: Callable[[], datetime]) -> None:
    try:
        message = Message.objects.filter(pk=pk).first()
        if message is None:
            return  # its recipient was forgotten meanwhile
        number = _to_every_address(message, gateway_of(channel), clock)
    except SendFailed as failure:
        _failed(pk, tries, channel, failure, clock())
        return
    except DatabaseError:
        raise  # it is away: the lease ends, and the message is taken again
    except Exception as trouble:
        # Its text may quote the message: only its kind is told.
        log.warning("not sent", extra={"trouble": type(trouble).__name__, "message_id": pk})
        ours = SendFailed(f"ours: {type(trouble).__name__}", again=True)
        _failed(pk, tries, channel, ours, clock())
        return
    Message.objects.filter(pk=pk).update(
        state=MessageState.SENT, sent_at=clock(), provider_no=number, problem=""
    )
    SENT.labels(channel.value, "sent").inc()


def _to_every_address(message: Message, gateway: Gateway, clock: Callable[[], datetime]) -> str:
    """Send to each address; one success is enough. Raises the last failure."""
    number, failure = "", None
    for address, row in _addresses(message):
        try:
            number = gateway.send(_parcel(message, address)) or number
            failure = failure if not number else None
        except SendFailed as refusal:
            failure = failure or refusal
            if refusal.gone and row is not None:
                row.failed_at = clock()
                row.save(update_fields=["failed_at"])
        else:
            number = number or "-"
    if number:
        return "" if number == "-" else number
    raise failure or SendFailed("no address", again=False)


def _addresses(message: Message) -> list[tuple[dict[str, Any], Address | None]]:
    channel = Channel(message.channel)
    kind, _, key = message.owner.partition(":")
    if channel is Channel.SMS and kind == "contact":
        phone = phone_for_notice(int(key))
        return [({"phone": phone}, None)] if phone else []
    return [(row.address, row) for row in addresses_of(message.owner, channel)]


def _parcel(message: Message, address: dict[str, Any]) -> Parcel:
    known = templates(message.template).get(Channel(message.channel))
    return Parcel(
        message_id=message.pk,
        address=address,
        title=message.title,
        body=message.body,
        values=message.values or {},
        provider_id=known.provider_id if known else "",
        link=message.link,
        urgent=message.urgent,
    )


def _failed(pk: int, tries: int, channel: Channel, failure: SendFailed, at: datetime) -> None:
    """Try again later, or give the message up; the claim has counted the try."""
    dead = not failure.again or tries >= setting("notice_tries")
    Message.objects.filter(pk=pk).update(
        state=MessageState.DEAD if dead else MessageState.FAILED,
        problem=failure.why,
        send_at=next_try(
            tries,
            at,
            first_seconds=setting("notice_first_wait_seconds"),
            most_seconds=setting("notice_most_wait_seconds"),
        ),
    )
    SENT.labels(channel.value, "dead" if dead else "failed").inc()
