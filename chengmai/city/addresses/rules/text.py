"""One way of writing: full width, Chinese numerals, blanks and marks."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 64  # characters of an address that are read
SEPARATOR = ","
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "零〇一二三四五六七八九十百千两"
# A numeral counts as a number only before one of these, or after 第: 五一路 stays a name.
_COUNTED = re.compile(
    rf"([{_NUMERAL}]+)(?=号|弄|米|公里|里地|栋|幢|单元|室|号楼|层|门(?!口)|甲|院(?!内)|中(?:学|$|[^{_NUMERAL}心路街]))"
)
_ORDINAL = re.compile(rf"第([{_NUMERAL}]+)")
_JOINS = str.maketrans({"、": "与", "/": "与", "×": "与", "&": "与", "+": "与", "\\": "与"})
_DASH = re.compile(r"(?<=\d)[-－—_~](?=\d)")
_OTHER_DASH = re.compile(r"[-－—~]+")
_MARKS = re.compile(r"[^\w与'-]+|_+")


def numeral(text: str) -> int | None:
    """The value of a Chinese numeral: 一百二十八 is 128, 一二八 too. None for no number."""
    if not text:
        return None
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit, last = 0, 0, 10_000
    for c in text:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        else:
            unit = _TENS[c]
            if unit >= last:
                return None
            total, digit, last = total + (digit or 1) * unit, 0, unit
    if digit and last == 100 and text[-2] not in "零〇":
        digit *= 10  # 一百二 is 120
    return total + digit


def _as_digits(found: re.Match[str]) -> str:
    value = numeral(found[1])
    return found[0] if value is None else found[0].replace(found[1], str(value))


def tidy(text: str) -> str:
    """The address as it is read and indexed: narrow, lower case, numbers in digits, no blanks.

    Marks between roads become `与`, a dash between numbers stays, other marks become one comma.
    """
    plain = unicodedata.normalize("NFKC", text.replace("\x00", "")).lower().translate(_JOINS)
    plain = "".join(plain.split())
    plain = _DASH.sub("-", plain)
    plain = "".join(
        "至" if _OTHER_DASH.fullmatch(c) and not _between_digits(plain, n) else c
        for n, c in enumerate(plain)
    )
    plain = _MARKS.sub(SEPARATOR, plain).strip(SEPARATOR + "至")
    plain = _ORDINAL.sub(_as_digits, plain)
    return _COUNTED.sub(_as_digits, plain)[:LONGEST]


def _between_digits(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def is_han(char: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff"


def pieces(text: str, shortest: int = 2, longest: int = 14) -> list[str]:
    """Every piece of the text that might be a name, without marks."""
    found = {
        text[start:end]
        for start in range(len(text))
        for end in range(start + shortest, min(len(text), start + longest) + 1)
    }
    return [piece for piece in found if SEPARATOR not in piece]


def variants(text: str) -> list[str]:
    """The text and all its forms with one character left out.

    Two texts share a variant exactly when one edit (or none) leads from one to the other, or two
    that leave one out on each side.
    """
    return [text, *(text[:n] + text[n + 1 :] for n in range(len(text)))]


def edits(one: str, other: str) -> int:
    """How many characters to change, add or leave out between the two; 3 stands for more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return min(3, row[-1])
