"""How names sound: pinyin, initials, and the spelling that speakers of the south share."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, cast

_FUZZY = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_FINAL = re.compile(r"(?<=[aei])ng$")


@cache
def _reader() -> Callable[[str], list[str]]:
    """pypinyin, loaded when the first text is read out: its dictionary takes a third of a second."""
    from pypinyin import Style, lazy_pinyin

    return lambda text: lazy_pinyin(
        text, style=Style.NORMAL, errors=cast(Any, _apart), strict=False
    )


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """One syllable per character, in lower case without tones; other characters stand for themselves."""
    found = _reader()(text)
    if len(found) != len(text):
        found = [part for char in text for part in _reader()(char)]
    return tuple(
        _spoken(text, n) or "v".join(part.split("ü")).lower() for n, part in enumerate(found)
    )


_SPOKEN = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")


def _spoken(text: str, n: int) -> str:
    """A digit that stands alone is read out: 一中 is kept as 1中 and typed yizhong."""
    alone = text[n].isdecimal() and not text[n - 1 : n].isdecimal()
    return _SPOKEN[int(text[n])] if alone and not text[n + 1 : n + 2].isdecimal() else ""


def _apart(text: str) -> list[str]:
    """What is no Chinese character stays as it is, one by one."""
    return list(text)


def sound(parts: tuple[str, ...]) -> str:
    """The syllables with zh/z, ch/c, sh/s, ang/an, eng/en, ing/in taken as the same."""
    return "'".join(_plain(part) for part in parts)


def _plain(part: str) -> str:
    for long, short in _FUZZY:
        if part.startswith(long):
            part = short + part[len(long) :]
    return _FINAL.sub("n", part)


def initials(parts: tuple[str, ...]) -> str:
    """The first letters: rmdj."""
    return "".join(part[:1] for part in parts)


def spells(typed: str, text: str, parts: tuple[str, ...]) -> bool:
    """Whether `typed`, any mix of characters, pinyin and initials, begins the name `text`."""
    return _spells(typed, 0, text, parts, 0)


def _spells(typed: str, at: int, text: str, parts: tuple[str, ...], n: int) -> bool:
    if at == len(typed):
        return True
    if n == len(text) or n == len(parts):
        return False
    if typed[at] == text[n] and _spells(typed, at + 1, text, parts, n + 1):
        return True
    part = parts[n]
    whole = typed[at : at + len(part)]
    if part.startswith(whole) and at + len(whole) == len(typed):
        return True
    if whole == part and _spells(typed, at + len(part), text, parts, n + 1):
        return True
    return typed[at] == part[:1] and _spells(typed, at + 1, text, parts, n + 1)
