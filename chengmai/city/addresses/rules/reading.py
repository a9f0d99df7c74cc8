"""The best reading of an address: which names and small words cover it, and what stays unread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chengmai.city.addresses.rules.text import SEPARATOR, is_han
from chengmai.city.addresses.rules.tokens import Relation, Sort, Token, small_words
from chengmai.city.addresses.words import DIVISION_KINDS, PLACE_KINDS, EntryKind, Match

_WEIGHT = {Match.NAME: 1.5, Match.ALIAS: 1.45, Match.SHORT: 1.05, Match.SOUND: 1.2, Match.TYPO: 1.0}
_QUALITY = {
    Match.NAME: 1.0,
    Match.ALIAS: 0.97,
    Match.SHORT: 0.95,
    Match.SOUND: 0.88,
    Match.TYPO: 0.82,
}
# A short name that goes on is another name: 向阳 of 向阳社区 is not in 向阳照相馆.
_GOES_ON = 0.35


@dataclass(frozen=True)
class Known:
    """A name of the gazetteer met in the text, with the entry that it names."""

    key: str
    how: Match
    entry_id: int
    kind: EntryKind
    name: str
    lon: float
    lat: float
    radius_m: float
    weight: float
    districts: tuple[str, ...] = ()
    division_code: str = ""
    rank: int = 5

    @property
    def quality(self) -> float:
        """How well the words fit, 0–1."""
        return _QUALITY[self.how]


@dataclass(frozen=True)
class Piece:
    """A token of the chosen reading; a name has the entries that it may stand for."""

    token: Token
    text: str
    names: tuple[Known, ...] = ()

    def of(self, *kinds: EntryKind) -> tuple[Known, ...]:
        """The entries of these kinds."""
        return tuple(known for known in self.names if known.kind in kinds)

    @property
    def roads(self) -> tuple[Known, ...]:
        return self.of(EntryKind.ROAD)

    @property
    def places(self) -> tuple[Known, ...]:
        return self.of(*PLACE_KINDS)

    @property
    def divisions(self) -> tuple[Known, ...]:
        return self.of(*DIVISION_KINDS)


@dataclass(frozen=True)
class Reading:
    """The pieces in order, and the runs of characters that nothing explains."""

    text: str
    pieces: tuple[Piece, ...]
    unread: tuple[tuple[int, int], ...]

    def unread_texts(self) -> list[str]:
        """The words that nothing explains."""
        return [self.text[start:end] for start, end in self.unread]

    def relations_after(self, end: int) -> list[Relation]:
        """The relations that follow this position, in order."""
        return [
            piece.token.relation
            for piece in self.pieces
            if piece.token.relation is not None and piece.token.start >= end
        ]


def read(text: str, known: Iterable[Known]) -> Reading:
    """Cover the tidied text with names and small words as well as it goes."""
    by_key: dict[str, list[Known]] = {}
    for one in known:
        by_key.setdefault(one.key, []).append(one)
    tokens = [*small_words(text), *_names(text, by_key)]
    chosen = _cover(text, tokens)
    pieces, unread, at = [], [], 0
    for token in chosen:
        if token.start > at:
            unread.append((at, token.start))
        words = text[token.start : token.end]
        names = tuple(by_key[words]) if token.sort is Sort.NAME else ()
        pieces.append(Piece(token, words, names))
        at = token.end
    if at < len(text):
        unread.append((at, len(text)))
    return Reading(text, tuple(pieces), tuple(_trimmed(text, unread)))


def _names(text: str, by_key: dict[str, list[Known]]) -> list[Token]:
    found = []
    for key, options in by_key.items():
        best = max(_WEIGHT[option.how] for option in options)
        start = text.find(key)
        while start >= 0:
            end = start + len(key)
            if _cuts_number(text, start, end):
                start = text.find(key, start + 1)
                continue
            weight = best * len(key) + 0.5
            if best <= _WEIGHT[Match.SHORT] and not _may_end(text, end):
                weight = _GOES_ON * len(key)
            found.append(Token(start, end, Sort.NAME, weight))
            start = text.find(key, start + 1)
    return found


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether the piece begins or ends inside a number: 8中 is not in 28中."""
    before = start > 0 and text[start - 1].isdigit() and text[start].isdigit()
    return before or (end < len(text) and text[end].isdigit() and text[end - 1].isdigit())


def _may_end(text: str, end: int) -> bool:
    """Whether a short name may end here: at a mark, a number, or a small word of an address."""
    if end >= len(text) or not is_han(text[end]):
        return True
    rest = text[end:]
    starts = (
        "东",
        "南",
        "西",
        "北",
        "路口",
        "对",
        "旁",
        "附近",
        "门",
        "往",
        "以",
        "向",
        "与",
        "和",
        "交",
        "的",
        "那",
        "边",
        "后",
        "前",
        "里面",
        "院",
        "一带",
        "斜",
        "周",
        "大门",
        "靠",
        "隔壁",
        "到",
        "至",
        "楼",
    )
    return rest.startswith(starts)


def _cover(text: str, tokens: Sequence[Token]) -> list[Token]:
    starting: dict[int, list[Token]] = {}
    for token in tokens:
        starting.setdefault(token.start, []).append(token)
    best: list[tuple[float, Token | None]] = [(0.0, None)] * (len(text) + 1)
    for at in range(len(text) - 1, -1, -1):
        top: tuple[float, Token | None] = (best[at + 1][0], None)
        for token in starting.get(at, ()):
            score = best[token.end][0] + token.weight
            if score > top[0]:
                top = (score, token)
        best[at] = top
    chosen: list[Token] = []
    at = 0
    while at < len(text):
        picked = best[at][1]
        if picked is None:
            at += 1
        else:
            chosen.append(picked)
            at = picked.end
    return chosen


def _trimmed(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in runs if text[start:end].strip(SEPARATOR)]
