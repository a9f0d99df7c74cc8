"""House numbers as people write them: 12, 12号, 12-3号, 甲12号, 12号甲."""

from __future__ import annotations

import re
import unicodedata

_LETTER = "[甲乙丙丁戊己庚辛A-Z]?"
_HOUSE = re.compile(rf"^({_LETTER})([0-9]{{1,5}})(-[0-9]{{1,4}})?号?(?:院|楼)?({_LETTER})$")


def read_house(text: str) -> tuple[int, str] | None:
    """Number and suffix; None for what is no house number."""
    plain = unicodedata.normalize("NFKC", text).upper().strip()
    found = _HOUSE.match(re.sub(r"[\s—–－]+", "-", plain))
    if found is None or not int(found[2]):
        return None
    return int(found[2]), f"{found[3] or ''}{found[1]}{found[4]}"


def house_text(number: int, suffix: str) -> str:
    """The number as it stands on a door: 12号, 12-3号, 12号甲."""
    if suffix.startswith("-"):
        part = re.match(r"-[0-9]+", suffix)
        return f"{number}{part[0] if part else suffix}号{suffix[len(part[0]) :] if part else ''}"
    return f"{number}号{suffix}"
