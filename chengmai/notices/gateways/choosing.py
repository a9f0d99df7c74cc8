"""Which gateway stands behind a channel: a row of ChannelSetup, else the stand-in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from chengmai.kernel.reference import cached
from chengmai.notices.errors import ChannelClosed
from chengmai.notices.gateways.bounces import Mailbox
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
    Channel.EMAIL: (
        "tls",
        "username",
        "password",
        "site",
        "bounces_to",
        "bounces_host",
        "bounces_port",
        "bounces_tls",
        "bounces_username",
        "bounces_password",
    ),
    Channel.PUSH: ("hosts",),
    Channel.WECHAT: ("base", "site"),
}
SECRET = frozenset({"secret", "password", "private_key", "bounces_password"})
# Where a secret goes: who changes that gives the secret anew, else it would go to another's machine.
GOES_TO = {
    "secret": ("url", "base", "app_id"),
    "password": ("host", "port", "tls"),
    "bounces_password": ("bounces_host", "bounces_port", "bounces_tls"),
    "private_key": (),
}
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SIGN = re.compile(r"[\w·-]{2,12}")


def gateway_of(channel: Channel) -> Gateway:
    """What sends on this channel now."""
    setup = setups().get(channel)
    if setup is None:
        return StandIn(channel)
    return built(channel, setup)


def setups() -> dict[Channel, dict[str, Any]]:
    """The settings of the channels with a real gateway."""
    return cached("notices.setups", _load)


def sms_sign() -> str:
    """The signature before every short message; empty where none is set."""
    return str(setups().get(Channel.SMS, {}).get("sign", ""))


def bounces_mailbox() -> Mailbox | None:
    """Where mail servers write back to, where the city has set one up."""
    given = setups().get(Channel.EMAIL, {})
    if not given.get("bounces_host"):
        return None
    return Mailbox(
        host=str(given["bounces_host"]),
        port=int(given.get("bounces_port") or 995),
        tls=str(given.get("bounces_tls") or "ssl"),
        username=str(given.get("bounces_username", "")),
        password=str(given.get("bounces_password", "")),
    )


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
            bounces_to=str(given.get("bounces_to", "")),
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
        _check_mail(given)
    if channel is Channel.SMS:
        _check_https(given, "url")
        if given.get("sign") and not _SIGN.fullmatch(str(given["sign"])):
            raise ChannelClosed(
                "A signature has 2 to 12 letters, without brackets.", field="sign",
                remedy="Give it as registered with the provider, without 【】.",
            )  # fmt: skip
    if channel is Channel.WECHAT and given.get("base"):
        _check_https(given, "base")


def _check_mail(given: Mapping[str, Any]) -> None:
    for name in ("port", "bounces_port"):
        if given.get(name) and not str(given[name]).isdecimal():
            raise ChannelClosed("A port is a number.", field=name)
    if given.get("tls", "starttls") not in ("starttls", "ssl", "none"):
        raise ChannelClosed("tls is starttls, ssl or none.", field="tls")
    if given.get("bounces_tls", "ssl") not in ("ssl", "none"):
        raise ChannelClosed("bounces_tls is ssl or none.", field="bounces_tls")
    for user, secret, tls, host in (
        ("username", "password", "tls", "host"),
        ("bounces_username", "bounces_password", "bounces_tls", "bounces_host"),
    ):
        if given.get(user) and not given.get(secret):
            raise ChannelClosed(f"{secret} is needed.", field=secret, remedy="Give it anew.")
        if given.get(user) and given.get(tls) == "none" and given.get(host) not in _LOOPBACK:
            raise ChannelClosed(
                "A password does not travel in the clear.", field=tls, remedy="Use TLS."
            )


def _check_https(given: Mapping[str, Any], name: str) -> None:
    """What citizens are told does not travel in the clear, but to a gateway on this machine."""
    where = urlsplit(str(given[name]))
    if where.scheme != "https" and not (where.scheme == "http" and where.hostname in _LOOPBACK):
        raise ChannelClosed("The address must be https.", field=name, remedy="Give https://…")


def _load() -> dict[Channel, dict[str, Any]]:
    rows = ChannelSetup.objects.exclude(gateway="stand_in")
    return {Channel(row.channel): row.settings or {} for row in rows}
