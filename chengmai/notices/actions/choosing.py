"""What a person chooses: channels by topic, quiet hours, where they are reached; what they read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from chengmai.kernel.masks import mask_numbers_in, normalised_phone
from chengmai.kernel.reindexing import BlindIndex, wait_for_others
from chengmai.kernel.secrets import blind_indexes
from chengmai.notices.errors import BadAddress
from chengmai.notices.gateways.choosing import PUSH_HOSTS, setups
from chengmai.notices.gateways.push import allowed_host
from chengmai.notices.models import Address, Choice, Message, QuietHours
from chengmai.notices.words import Channel, Topic

_EMAIL = re.compile(r"[^\s@<>,;:\"\\]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")
_OPENID = re.compile(r"[A-Za-z0-9_-]{6,64}")
_CONTEXT = "notices.address"
_MOST_ADDRESSES = 10


@transaction.atomic
def choose(*, owner: str, choices: Iterable[tuple[Topic, Channel, bool]]) -> None:
    """Keep what a person wants by which channel; the list in the app cannot be switched off."""
    for topic, channel, wanted in choices:
        if channel is not Channel.IN_APP:
            Choice.objects.update_or_create(
                owner=owner, topic=topic, channel=channel, defaults={"wanted": wanted}
            )


def keep_quiet(*, owner: str, begins: time | None, ends: time | None) -> None:
    """Set the quiet hours, in the city's time; without both there are none."""
    if begins is None or ends is None:
        QuietHours.objects.filter(owner=owner).delete()
        return
    QuietHours.objects.update_or_create(owner=owner, defaults={"begins": begins, "ends": ends})


@transaction.atomic
def add_address(
    *, owner: str, channel: Channel, address: Mapping[str, Any], label: str, at: datetime
) -> Address:
    """Keep where somebody is reached, sealed; the same address again is the same row.

    Raises BadAddress (field `address`) for what cannot be one, and for more than ten.
    """
    usable = _usable(channel, address)
    indexes = blind_indexes(_canonical(usable), _CONTEXT)
    if len(indexes) > 1:  # the key of the index is being changed
        wait_for_others(indexes)
        under_another = Address.objects.filter(owner=owner, channel=channel)
        under_another.filter(address_index__in=indexes[1:]).update(address_index=indexes[0])
    if Address.objects.filter(owner=owner, channel=channel).count() >= _MOST_ADDRESSES:
        Address.objects.filter(owner=owner, channel=channel, failed_at__isnull=False).delete()
        if Address.objects.filter(owner=owner, channel=channel).count() >= _MOST_ADDRESSES:
            raise BadAddress("Too many addresses.", field="address", remedy="Remove an old one.")
    row, _ = Address.objects.update_or_create(
        owner=owner,
        channel=channel,
        address_index=indexes[0],
        defaults={
            "address": usable, "label": mask_numbers_in(label.strip())[:60], "created_at": at, "failed_at": None
        },
    )  # fmt: skip
    return row


def remove_address(*, owner: str, address_id: int) -> bool:
    """Forget one of one's own addresses; whether there was one."""
    return bool(Address.objects.filter(owner=owner, pk=address_id).delete()[0])


def mark_read(*, owner: str, ids: Iterable[int] | None, at: datetime) -> int:
    """Mark these notices, or all, as read; how many were new."""
    rows = Message.objects.filter(owner=owner, channel=Channel.IN_APP, read_at=None)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return rows.update(read_at=at)


def _usable(channel: Channel, address: Mapping[str, Any]) -> dict[str, Any]:
    if channel is Channel.SMS:
        digits = normalised_phone(str(address.get("phone", "")))
        if re.fullmatch(r"1[3-9]\d{9}", digits):
            return {"phone": digits}
        raise _bad("phone", "Give a mobile number of eleven digits.")
    if channel is Channel.EMAIL:
        email = str(address.get("email", "")).strip()
        if _EMAIL.fullmatch(email):
            return {"email": email}
        raise _bad("email", "Give an address such as name@example.cn.")
    if channel is Channel.WECHAT:
        if _OPENID.fullmatch(str(address.get("openid", ""))):
            return {"openid": str(address["openid"])}
        raise _bad("openid", "Open the page in WeChat.")
    if channel is Channel.PUSH:
        return _subscription(address)
    raise _bad("channel", "The list in the app needs no address.")


def _subscription(address: Mapping[str, Any]) -> dict[str, Any]:
    """What a browser gives (PushSubscription.toJSON); only services that the city allows."""
    endpoint, keys = str(address.get("endpoint", "")), address.get("keys")
    where = urlsplit(endpoint)
    hosts = tuple(setups().get(Channel.PUSH, {}).get("hosts") or PUSH_HOSTS)
    if len(endpoint) > 1_000 or not allowed_host(where.scheme, where.hostname or "", hosts):
        raise _bad("endpoint", "Use a browser whose push service the city allows.")
    if not isinstance(keys, dict) or not {"p256dh", "auth"} <= set(keys):
        raise _bad("keys", "Subscribe again.")
    return {
        "endpoint": endpoint,
        "keys": {name: str(keys[name])[:200] for name in ("p256dh", "auth")},
    }


def _canonical(address: Mapping[str, Any]) -> str:
    return json.dumps(address, sort_keys=True)


INDEXES = (
    BlindIndex(
        "notices_address", "address_index", _CONTEXT, sealed="address", sealed_context=_CONTEXT,
        plain=lambda text: _canonical(json.loads(text)),
    ),
)  # fmt: skip


def _bad(field: str, remedy: str) -> BadAddress:
    return BadAddress("This address cannot be used.", field=f"address.{field}", remedy=remedy)
