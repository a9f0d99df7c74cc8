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
