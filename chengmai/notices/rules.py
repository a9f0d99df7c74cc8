"""When, by which channel and in which words somebody is told. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from chengmai.notices.words import Channel, Topic

CITY = ZoneInfo("Asia/Shanghai")
_PLACE = re.compile(r"\{([a-z_]+)\}")
# What a topic gives to its templates; anything else in braces is a mistake of the template.
VALUES: dict[Topic, frozenset[str]] = {
    Topic.CASE_WORK: frozenset(
        {"case_no", "class_name", "address", "stage", "due", "organisation", "description"}
    ),
    Topic.CASE_CLOCK: frozenset({"case_no", "class_name", "address", "due", "left"}),
    Topic.CASE_SUPERVISED: frozenset({"case_no", "class_name", "address", "reason", "by"}),
    Topic.REPORT_PROGRESS: frozenset({"tracking_no", "class_name", "address", "state", "words"}),
    Topic.DATA_RIGHTS: frozenset({"request_no", "state", "words"}),
    Topic.ACCOUNT: frozenset({"what", "when", "where"}),
    Topic.SYSTEM: frozenset({"what", "detail"}),
}
USUAL: dict[Topic, frozenset[Channel]] = {
    Topic.CASE_WORK: frozenset({Channel.IN_APP, Channel.PUSH}),
    Topic.CASE_CLOCK: frozenset({Channel.IN_APP, Channel.PUSH}),
    Topic.CASE_SUPERVISED: frozenset({Channel.IN_APP, Channel.PUSH, Channel.SMS}),
    Topic.REPORT_PROGRESS: frozenset({Channel.SMS, Channel.PUSH, Channel.WECHAT}),
    Topic.DATA_RIGHTS: frozenset({Channel.IN_APP, Channel.SMS}),
    Topic.ACCOUNT: frozenset({Channel.IN_APP, Channel.EMAIL}),
    Topic.SYSTEM: frozenset({Channel.IN_APP, Channel.EMAIL}),
}


@dataclass(frozen=True)
class Quiet:
    """Hours of the city's day in which nothing rings; equal ends mean none."""

    begins: time
    ends: time

    def until(self, at: datetime) -> datetime | None:
        """When the quiet that holds at this moment ends; None outside it."""
        if self.begins == self.ends:
            return None
        local = at.astimezone(CITY)
        now = local.time().replace(tzinfo=None)
        within = (
            self.begins <= now < self.ends
            if self.begins < self.ends
            else now >= self.begins or now < self.ends
        )
        if not within:
            return None
        end = datetime.combine(local.date(), self.ends, CITY)
        return end if end > at else end + timedelta(days=1)


def channels_for(topic: Topic, chosen: Mapping[Channel, bool]) -> frozenset[Channel]:
    """The usual channels of a topic as this person has changed them; in the app always."""
    wanted = set(USUAL[topic])
    for channel, on in chosen.items():
        (wanted.add if on else wanted.discard)(channel)
    return frozenset(wanted)


def send_at(channel: Channel, at: datetime, quiet: Quiet | None, *, urgent: bool) -> datetime:
    """When a message may go: now, or when the quiet ends; what is urgent rings at night too."""
    if channel is Channel.IN_APP or urgent or quiet is None:
        return at
    return quiet.until(at) or at


def next_try(tries: int, at: datetime, *, first_seconds: int, most_seconds: int) -> datetime:
    """After the n-th failure: the first wait, doubled each time, up to a most."""
    wait = min(most_seconds, first_seconds * 2 ** min(20, max(0, tries - 1)))
    return at + timedelta(seconds=wait)


def places_in(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_PLACE.findall(text))


def unknown_places(topic: Topic, texts: Iterable[str]) -> list[str]:
    """What a template asks for and its topic does not give."""
    return sorted(set().union(*map(places_in, texts)) - VALUES[topic])


def filled(text: str, values: Mapping[str, str], longest: int) -> str:
    """The text with its values; a value that is not there leaves nothing. Cut at `longest`."""
    whole = _PLACE.sub(lambda found: values.get(found[1], ""), text)
    return whole if len(whole) <= longest else f"{whole[: longest - 1]}…"


_BRACKETS = str.maketrans("【】", "[]")
_ONE_SMS, _PART_OF_SMS = 70, 67  # UTF-16 units of a short message alone, and of one of several


def sms_text(text: str) -> str:
    """What goes out: the brackets of a signature are the provider's to set, never a text's."""
    return text.translate(_BRACKETS)


def sms_parts(text: str, sign: str) -> int:
    """How many messages a text is paid and sent as, with the signature before it (【sign】)."""
    units = len(f"【{sign}】{text}".encode("utf-16-le")) // 2 if sign else _units(text)
    return 1 if units <= _ONE_SMS else -(-units // _PART_OF_SMS)


def longest_sms(parts: int, sign: str) -> int:
    """The characters that fit so many parts beside the signature."""
    whole = _ONE_SMS if parts <= 1 else parts * _PART_OF_SMS
    return max(20, whole - (_units(sign) + 2 if sign else 0))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# What a WeChat template's value may hold: the kind is the word before its number (thing1, time2).
_WECHAT = {
    "thing": 20, "phrase": 5, "name": 10, "const": 20, "symbol": 5, "letter": 32, "number": 32,
    "character_string": 32, "phone_number": 17, "car_number": 8, "amount": 32, "time": 32, "date": 32,
}  # fmt: skip
_WECHAT_LINE = re.compile(r"([a-z_]+)(\d{1,2})\s*[:：]\s*(.*)")


def wechat_data(body: str) -> dict[str, str]:
    """The values of a WeChat template from lines such as `thing1：路灯`, each as long as its kind
    may be; empty where the text is not of such lines."""
    found = {}
    for line in filter(None, map(str.strip, body.splitlines())):
        match = _WECHAT_LINE.fullmatch(line)
        if match is None or match[1] not in _WECHAT:
            return {}
        most, value = _WECHAT[match[1]], match[3].strip() or "-"
        found[match[1] + match[2]] = value if len(value) <= most else f"{value[: most - 1]}…"
    return found


def wechat_trouble(body: str) -> str:
    """The first line that WeChat would refuse; empty where there is none, or no line of its kind."""
    lines = [line for line in map(str.strip, body.splitlines()) if line]
    told = [bool(_WECHAT_LINE.fullmatch(line)) for line in lines]
    if not any(told):
        return ""
    for line in lines:
        match = _WECHAT_LINE.fullmatch(line)
        if match is None or match[1] not in _WECHAT:
            return line
    return ""
