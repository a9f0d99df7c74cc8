"""Which gateway stands behind a channel: a row of ChannelSetup, else the stand-in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chengmai.kernel.reference import cached
from chengmai.notices.errors import BadAddress, ChannelClosed
from chengmai.notices.gateways.mail import Smtp
from chengmai.notices.gateways.parcel import Gateway
from chengmai.notices.gateways.push import WebPush
from chengmai.notices.gateways.sms import HttpSms
from chengmai.notices.gateways.stand_in import StandIn
from chengmai.notices.gateways.wechat import WeChat
from chengmai.notices.models import ChannelSetup
from chengmai.notices.words import Channel

PUSH_HOSTS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "notify.windows.com",
    "web.push.apple.com",
)
# The settings that each real gateway needs, and those that may be left out.
NEEDED: dict[Channel, tuple[str, ...]] = {
    Channel.SMS: ("url", "secret"),
    Channel.EMAIL: ("host", "port", "sender"),
    Channel.PUSH: ("private_key", "public_key", "subject"),
    Channel.WECHAT: ("app_id", "secret"),
}
OPTIONAL: dict[Channel, tuple[str, ...]] = {
    Channel.SMS: ("sign",),
    Channel.EMAIL: ("tls", "username", "password", "site"),
    Channel.PUSH: ("hosts",),
    Channel.WECHAT: ("base", "site"),
}
SECRET = frozenset({"secret", "password", "private_key"})


def gateway_of(channel: Channel) -> Gateway:
    """What sends on this channel now."""
    setup = setups().get(channel)
    if setup is None:
        return StandIn(channel)
    return built(channel, setup)


def setups() -> dict[Channel, dict[str, Any]]:
    """The settings of the channels with a real gateway."""
    return cached("notices.setups", _load)


def built(channel: Channel, given: Mapping[str, Any]) -> Gateway:
    """The gateway with these settings. Raises ChannelClosed naming a setting that is missing."""
    checked(channel, given)
    if channel is Channel.SMS:
        return HttpSms(str(given["url"]), str(given["secret"]), str(given.get("sign", "")))
    if channel is Channel.EMAIL:
        return Smtp(
            host=str(given["host"]),
            port=int(given["port"]),
            sender=str(given["sender"]),
            tls=str(given.get("tls", "starttls")),
            username=str(given.get("username", "")),
            password=str(given.get("password", "")),
            site=str(given.get("site", "")),
        )
    if channel is Channel.PUSH:
        hosts = tuple(given.get("hosts") or PUSH_HOSTS)
        return WebPush(str(given["private_key"]), str(given["subject"]), hosts)
    base = str(given.get("base") or "https://api.weixin.qq.com")
    return WeChat(str(given["app_id"]), str(given["secret"]), base, str(given.get("site", "")))


def checked(channel: Channel, given: Mapping[str, Any]) -> None:
    """Refuse settings that cannot work, naming the field."""
    if channel is Channel.IN_APP:
        raise ChannelClosed("The list in the app needs no gateway.", field="channel")
    for name in NEEDED[channel]:
        if not given.get(name):
            raise ChannelClosed(f"{name} is needed.", field=name, remedy=f"Give {name}.")
    for name in given:
        if name not in (*NEEDED[channel], *OPTIONAL[channel]):
            raise ChannelClosed("No such setting.", field=name[:40])
    if channel is Channel.EMAIL:
        if not str(given["port"]).isdecimal():
            raise ChannelClosed("A port is a number.", field="port")
        if given.get("tls", "starttls") not in ("starttls", "ssl", "none"):
            raise ChannelClosed("tls is starttls, ssl or none.", field="tls")
    if channel is Channel.SMS and not str(given["url"]).startswith(("https://", "http://")):
        raise BadAddress("Not an http(s) address.", field="url")


def _load() -> dict[Channel, dict[str, Any]]:
    rows = ChannelSetup.objects.exclude(gateway="stand_in")
    return {Channel(row.channel): row.settings or {} for row in rows}
