"""From words of a text to what PostgreSQL searches: vectors, queries, and what to mark.

Pure: a text comes in already cut into words with their places (`queries.lexicon` cuts).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

Cut = tuple[str, int]  # a word and at which character of its text it begins

LONGEST_TEXT = 4_000  # characters of a description that are searched
LONGEST_WORD = 60
_PARTS = 4_500  # places of one part of a case; the next part begins behind
_LAST_PLACE = 16_383  # PostgreSQL keeps no place beyond
_FILLERS = frozenset("的了在是我有和就不都一也很着吗呢吧啊请您你他她它们这那被把让给与及或等之其")


def same_case(text: str) -> str:
    """Full-width and half-width, upper and lower case are the same letter; places stay."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return folded if len(folded) == len(text) else text.lower()


@lru_cache(maxsize=16384)
def worth(word: str) -> bool:
    """Whether a word is searched: neither punctuation nor a mere filler."""
    return word not in _FILLERS and any(character.isalnum() for character in word)


def vector(parts: Sequence[tuple[str, Iterable[Cut]]]) -> str:
    """The text of a tsvector: each part is a weight (A to D) and its words; parts lie far apart."""
    places: dict[str, list[str] | None] = {}
    for number, (weight, cut) in enumerate(parts):
        written = _written(number, weight)
        for word, begin in cut:
            if word in places:
                known = places[word]
            else:
                known = places[word] = [] if worth(word) else None
            if known is not None:
                known.append(written[min(begin, _PARTS - 1)])
    return " ".join(f"{_quoted(word)}:{','.join(at[:40])}" for word, at in places.items() if at)


@lru_cache(maxsize=16)
def _written(part: int, weight: str) -> tuple[str, ...]:
    """Every place of one part as a tsvector writes it; a report has hundreds of them."""
    first = part * _PARTS + 1
    return tuple(f"{min(first + at, _LAST_PLACE)}{weight}" for at in range(_PARTS))


def query(terms: Sequence[tuple[str, Sequence[Cut], Sequence[Cut]]]) -> str:
    """The text of a tsquery. A term comes with all words in it and with its likeliest cut.

    Every term must be there: by all words in it, by its likeliest words wherever they stand, or
    as the beginning of a word. Empty when nothing in the terms can be searched.
    """
    wanted = []
    for term, cut, best in terms:
        longer = [one for one in best if len(one[0]) > 1 or one[0].isascii()]
        ways = list(dict.fromkeys(filter(None, (_joined(cut), _joined(longer)))))
        if worth(term):
            ways.append(f"{_quoted(term[:LONGEST_WORD])}:*")
        if ways:
            wanted.append(f"({' | '.join(ways)})")
    return " & ".join(wanted)


def _joined(cut: Sequence[Cut]) -> str:
    """Words stand anywhere; a run of single characters stands together."""
    groups: list[str] = []
    before: Cut | None = None
    for word, begin in cut:
        if not worth(word):
            before = None
            continue
        single = len(word) == 1 and not word.isascii()
        if single and before is not None and begin == before[1] + 1:
            groups[-1] += f" <-> {_quoted(word)}"
        else:
            groups.append(_quoted(word))
        before = (word, begin) if single else None
    return " & ".join(dict.fromkeys(groups))


@lru_cache(maxsize=16384)
def _quoted(word: str) -> str:
    return "'" + word[:LONGEST_WORD].replace("\\", "\\\\").replace("'", "''") + "'"


def marks(text: str, words: Iterable[str]) -> list[list[int]]:
    """Where these words stand in the text: begin and end in characters, in order, none overlapping."""
    folded = same_case(text)
    found: list[tuple[int, int]] = []
    for word in {same_case(word) for word in words if word}:
        at = folded.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + 1)
    merged: list[list[int]] = []
    for begin, end in sorted(found):
        if merged and begin <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([begin, end])
    return merged


def snippet(text: str, words: Iterable[str], length: int) -> str:
    """The piece of a long text around its first marked word, with … where it was cut."""
    if len(text) <= length:
        return text
    found = marks(text, words)
    begin = max(0, found[0][0] - length // 4) if found and found[0][1] > length else 0
    piece = text[begin : begin + length]
    return f"{'…' if begin else ''}{piece}{'…' if begin + length < len(text) else ''}"
