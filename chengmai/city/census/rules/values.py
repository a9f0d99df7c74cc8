"""Cells read into values: days in many forms, choices by word, whatever means nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from chengmai.city.census.words import Reason
from chengmai.kernel.moments import Doubt, NoMoment, read_moment

EARLIEST = datetime(1949, 10, 1, tzinfo=UTC)
_SHANGHAI = ZoneInfo("Asia/Shanghai")
_NOTHING = frozenset(
    ("", "-", "--", "—", "/", "\\", "无", "空", "null", "none", "nan", "nat", "n/a", "0", "<null>",
     "0000-00-00", "00000000", "1899-12-30", "1900-01-00", "不详", "未知")
)  # fmt: skip
_MONTH = re.compile(r"^((?:19|20)\d{2})(?:\s*[-/.年]\s*(\d{1,2})\s*月?|年)?$")
_COMPACT_MONTH = re.compile(r"^((?:19|20)\d{2})(0[1-9]|1[0-2])$")
_DOUBTS = {
    Doubt.UNREADABLE: Reason.DATE_UNREADABLE,
    Doubt.AMBIGUOUS: Reason.DATE_AMBIGUOUS,
    Doubt.IMPLAUSIBLE: Reason.DATE_IMPLAUSIBLE,
}


def plain(text: str) -> str:
    """A word without width, case and outer spaces."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def read_day(text: str, *, now: datetime, order: str = "") -> tuple[date | None, Reason | None]:
    """The day that a cell names (Asia/Shanghai), or why it names none; blanks are None.

    A month counts from its first day, a year from January 1.
    """
    cleaned = plain(text)
    if cleaned in _NOTHING:
        return None, None
    month = _MONTH.match(cleaned) or _COMPACT_MONTH.match(cleaned)
    if month:
        return _first_of(int(month[1]), int(month[2] or 1), now)
    try:
        moment = read_moment(cleaned, now=now, date_order=order, earliest=EARLIEST)
    except NoMoment as doubt:
        return None, _DOUBTS[doubt.doubt]
    return (moment.astimezone(_SHANGHAI).date() if moment else None), None


def _first_of(year: int, month: int, now: datetime) -> tuple[date | None, Reason | None]:
    if not 1 <= month <= 12:
        return None, Reason.DATE_UNREADABLE
    day = date(year, month, 1)
    if day < EARLIEST.date() or day > now.astimezone(_SHANGHAI).date():
        return None, Reason.DATE_IMPLAUSIBLE
    return day, None


def read_choice(
    text: str, choices: Sequence[tuple[str, str]], chosen: Mapping[str, str]
) -> tuple[str | None, Reason | None]:
    """The value that a word means: as a person said, else by the known words; blanks are None."""
    if text in chosen:
        return chosen[text], None
    cleaned = plain(text)
    for word, value in choices:
        if plain(word) == cleaned:
            return value, None
    if cleaned in _NOTHING:
        return None, None
    return None, Reason.VALUE_UNKNOWN


def read_organisation(
    text: str, names: Mapping[str, int], numbers: frozenset[int], chosen: Mapping[str, str]
) -> tuple[str | None, Reason | None]:
    """The number of the organisation that a cell names, by what was chosen, name or number."""
    if text in chosen:
        return chosen[text], None
    cleaned = plain(text)
    if cleaned in _NOTHING:
        return None, None
    if (found := names.get(cleaned)) is not None:
        return str(found), None
    number = cleaned.removesuffix(".0")
    if number.isascii() and number.isdigit() and int(number) in numbers:
        return number, None
    return None, Reason.ORGANISATION_UNKNOWN


def swapped_centre(values: Sequence[str | None]) -> bool:
    """Whether a row without geometry names a centre whose latitude cannot be one."""
    for value in values:
        found = re.search(r'"lat(?:itude)?"\s*:\s*"?(-?[\d.]+)', value or "")
        if found and 90 < abs(float(found[1].rstrip(".") or 0)) <= 180:
            return True
    return False
