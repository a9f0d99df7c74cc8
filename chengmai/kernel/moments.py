"""Times as people and spreadsheets write them, read without guessing."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_EXCEL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - wall time, made aware below

_CLOCK = (
    r"(?:[T\s]*(?P<half>上午|下午|中午|凌晨|早上|晚上|am|pm)?\s*"
    r"(?P<h>\d{1,2})(?:[:时点](?P<mi>\d{1,2})?(?:[:分](?P<s>\d{1,2})?(?:\.\d+)?秒?)?分?)"
    r"\s*(?P<half2>am|pm)?)?\s*(?P<zone>z|[+-]\d{2}:?\d{2})?$"
)
_YEAR_FIRST = re.compile(
    r"^(?P<y>\d{4})\s*[-/.年]\s*(?P<mo>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?\s*(?:周.|星期.)?"
    + _CLOCK,
    re.I,
)
_YEAR_LAST = re.compile(r"^(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4})" + _CLOCK, re.I)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d{2})(?P<mo>\d{2})(?P<d>\d{2})(?:(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?)?$"
)
_SERIAL = re.compile(r"^\d{5}(\.\d+)?$")
_EPOCH = re.compile(r"^1\d{9}(\d{3})?$")
_LATE = ("下午", "晚上", "pm")


class Doubt(StrEnum):
    """Why a text is no time."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"  # day and month could be either way round
    IMPLAUSIBLE = "implausible"


class NoMoment(Exception):
    """The text is no time that can be believed."""

    def __init__(self, doubt: Doubt, text: str) -> None:
        super().__init__(doubt, text)
        self.doubt = doubt
        self.text = text


def read_moment(
    text: str, *, now: datetime, date_order: str = "", earliest: datetime = EARLIEST
) -> datetime | None:
    """When it was said, aware; an empty text is None. Wall time is Asia/Shanghai.

    Raises NoMoment for a time that cannot be read, could be two days, or cannot be true.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    moment = _moment(text, date_order)
    if moment < earliest or moment > now + timedelta(days=1):
        raise NoMoment(Doubt.IMPLAUSIBLE, text)
    return moment


def _moment(text: str, date_order: str) -> datetime:
    try:
        if _EPOCH.match(text):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if _SERIAL.match(text):
            seconds = round(float(text) * 86_400)
            return (_EXCEL_ZERO + timedelta(seconds=seconds)).replace(tzinfo=SHANGHAI)
        found = _YEAR_FIRST.match(text) or _COMPACT.match(text)
        if found:
            return _build(found, int(found["mo"]), int(found["d"]))
        found = _YEAR_LAST.match(text)
        if found:
            month, day = _month_day(int(found["a"]), int(found["b"]), date_order, text)
            return _build(found, month, day)
    except ValueError:
        raise NoMoment(Doubt.UNREADABLE, text[:60]) from None
    raise NoMoment(Doubt.UNREADABLE, text[:60])


def _month_day(first: int, second: int, order: str, text: str) -> tuple[int, int]:
    if order == "dmy":
        return second, first
    if order == "mdy":
        return first, second
    if first == second or second > 12:
        return first, second
    if first > 12:
        return second, first
    raise NoMoment(Doubt.AMBIGUOUS, text)


def _build(found: re.Match[str], month: int, day: int) -> datetime:
    parts = found.groupdict()
    hour = int(parts["h"] or 0)
    half = (parts.get("half") or parts.get("half2") or "").lower()
    if half in _LATE and hour < 12:
        hour += 12
    if half in ("am", "凌晨") and hour == 12:
        hour = 0
    zone = parts.get("zone")
    moment = datetime(
        int(parts["y"]), month, day, hour, int(parts["mi"] or 0), int(parts["s"] or 0),
        tzinfo=_zone(zone),
    )  # fmt: skip
    return moment


def _zone(zone: str | None) -> ZoneInfo | timezone:
    if not zone:
        return SHANGHAI
    if zone in "zZ":
        return UTC
    sign = -1 if zone[0] == "-" else 1
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return timezone(sign * timedelta(hours=hours, minutes=minutes))
