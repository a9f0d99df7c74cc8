"""Cutting Chinese into words: jieba's dictionary with the names of this city, once in a process.

A text is not cut in one way but in every way that the dictionary knows: 路灯不亮 has 路灯 as well as
灯不亮. So whatever part of a text somebody asks for, the words in it are words of the text, too.
Nothing is guessed at by statistics. Decisions 0080 and 0103.
"""

from __future__ import annotations

import re
import threading

from rjieba import Jieba

from chengmai.cases.rules.lexemes import LONGEST_TEXT, Cut, query, same_case, vector
from chengmai.city.public import class_cards, spoken_names

SHORTEST_NAME, LONGEST_NAME = 2, 12
_BLOCK = re.compile(r"[\u4e00-\u9fd5]+|[a-z0-9]+|[^\W_]+")
_lock = threading.Lock()
_loaded: list[Jieba] = []


def lexicon() -> Jieba:
    """The dictionary; loading it takes a tenth of a second, the first time."""
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_load())
    return _loaded[0]


def forget_lexicon() -> None:
    """Load anew next time: the city has got other names."""
    with _lock:
        _loaded.clear()


def _load() -> Jieba:
    words = Jieba()
    names = {*spoken_names(), *(card.name for card in class_cards().values())}
    for name in names:
        word = same_case(name.strip())
        if SHORTEST_NAME <= len(word) <= LONGEST_NAME and word.isalnum():
            words.add_word(word, None, None)
    return words


def cut_text(text: str) -> list[Cut]:
    """Every word of a text and the words inside long ones, each with its place."""
    folded = same_case(text[:LONGEST_TEXT])
    words = lexicon()
    found: list[Cut] = []
    for block in _BLOCK.finditer(folded):
        if "\u4e00" <= block[0][0] <= "\u9fd5":
            _cut_block(words, folded, block.start(), block.end(), found)
        else:
            found.append((block[0], block.start()))
    return found


def _cut_block(words: Jieba, text: str, start: int, end: int, found: list[Cut]) -> None:
    """All words of two characters and more, and the characters that are in none of them.

    The dictionary gives every word that stands anywhere in the block, by its first character and
    then by its length; so a word that is no continuation of the one before begins at the next
    place where it stands.
    """
    begin, length, covered = start - 1, 0, start
    for word in words.cut_all(text[start:end]):
        size = len(word)
        if size == 1:
            continue
        if size <= length or not text.startswith(word, begin):
            begin = text.index(word, begin + 1)
            if begin > covered:
                found += [(text[at], at) for at in range(covered, begin)]
        length = size
        found.append((word, begin))
        covered = max(covered, begin + size)
    found += [(text[at], at) for at in range(covered, end)]


def words_vector(description: str, address: str, class_code: str) -> str:
    """The tsvector of a case, as text."""
    card = class_cards().get(class_code)
    name = card.name if card else ""
    return vector([("A", cut_text(name)), ("B", cut_text(address)), ("C", cut_text(description))])


def words_query(asked: str) -> tuple[str, list[str]]:
    """The tsquery of what somebody typed, as text, and the words to mark in what it finds."""
    terms = []
    shown: list[str] = []
    for term in asked.split():
        folded = same_case(term)
        best = [(word, at) for word, at, _ in lexicon().tokenize(folded, "default", False)]
        terms.append((folded, cut_text(folded), best))
        shown += [folded, *(word for word, _ in best if len(word) > 1)]
    return query(terms), shown
