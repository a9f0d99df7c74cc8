"""From a raw row to a message: clean words, a time, a place, and the keys that find repeats."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime

from chengmai.cases.intake.errors import RowRefused
from chengmai.cases.intake.times import read_time
from chengmai.cases.intake.words import (
    MAX_TEXT,
    Field,
    Mapping,
    Message,
    RawRow,
    Reason,
)

_SPACES = re.compile(r"[ \t\u3000\u00a0\u200b-\u200f\u2028-\u202e\ufeff]+")
_BLANK_LINES = re.compile(r"\n{2,}")
_NUMBER = re.compile(r"^[-+]?\d{1,3}(\.\d+)?$")


def clean(text: str) -> str:
    """Plain text: no control characters, no padding, single blanks; line breaks are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        ch for ch in text if ch in "\n\t" or unicodedata.category(ch) not in ("Cc", "Cs")
    )
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n", "\n".join(lines)).strip()


def read_message(row: RawRow, mapping: Mapping, *, now: datetime) -> Message:
    """The message of this row. Raises RowRefused with the reason for the row report."""
    if row.reason is not None:
        raise RowRefused(row.reason, row.detail)
    cell = {kind: _cell(row, index) for index, kind in mapping.columns.items()}
    text = _text(cell.get(Field.SUBJECT, ""), cell.get(Field.DETAIL, ""))
    user = one_line(cell.get(Field.USER, ""))
    said_at = read_time(cell.get(Field.TIME, ""), now=now, date_order=mapping.date_order)
    lon, lat = _position(cell.get(Field.LON, ""), cell.get(Field.LAT, ""))
    content_key = content_hash(user, text)
    return Message(
        number=row.number,
        source_key=(one_line(cell.get(Field.MESSAGE_NO, "")) or content_key)[:60],
        content_key=content_key,
        text=text,
        said_at=said_at,
        lon=lon,
        lat=lat,
        address=one_line(cell.get(Field.ADDRESS, ""))[:200],
        name=one_line(cell.get(Field.NAME, ""))[:60],
        phone=one_line(cell.get(Field.PHONE, ""))[:30],
        user=user[:60],
        class_code=one_line(cell.get(Field.CLASS_CODE, "") or cell.get(Field.CLASS_NAME, ""))[:60],
    )


def content_hash(user: str, text: str) -> str:
    """The same for the same person and the same words, however they are spaced."""
    words = "".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(f"{user}\x1f{words}".encode()).hexdigest()[:40]


def one_line(text: str) -> str:
    """A short field: clean and on one line."""
    return clean(text).replace("\n", " ")


def _cell(row: RawRow, index: int) -> str:
    return row.values[index] if index < len(row.values) else ""


def _text(subject: str, detail: str) -> str:
    subject, detail = one_line(subject), clean(detail)
    if not subject and not detail:
        raise RowRefused(Reason.NO_TEXT)
    same = not subject or detail.startswith(subject)
    text = detail if detail and same else f"{subject}\n{detail}".strip()
    if len(text) > MAX_TEXT:
        raise RowRefused(Reason.TEXT_TOO_LONG, f"{len(text)} > {MAX_TEXT}")
    return text


def _position(lon: str, lat: str) -> tuple[float | None, float | None]:
    lon, lat = (unicodedata.normalize("NFKC", text).strip().rstrip("°EN") for text in (lon, lat))
    if not lon and not lat:
        return None, None
    if not _NUMBER.match(lon) or not _NUMBER.match(lat):
        raise RowRefused(Reason.POSITION_UNREADABLE, f"{lon[:30]}, {lat[:30]}")
    if float(lon) == 0 and float(lat) == 0:
        return None, None
    return float(lon), float(lat)
