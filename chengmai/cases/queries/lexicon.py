"""Cutting Chinese into words: jieba with the names of this city, loaded once in a process.

A text is not cut in one way but in every way that the dictionary knows: 路灯不亮 has 路灯 as well as
灯不亮. So whatever part of a text somebody asks for, the words in it are words of the text, too.
Nothing is guessed at by statistics. Decision 0080.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import TYPE_CHECKING

from chengmai.cases.rules.lexemes import LONGEST_TEXT, Cut, query, same_case, vector
from chengmai.city.public import class_cards, spoken_names

if TYPE_CHECKING:
    from jieba import Tokenizer

SHORTEST_NAME, LONGEST_NAME = 2, 12
_BLOCK = re.compile(r"[\u4e00-\u9fd5]+|[a-z0-9]+|[^\W_]+")
_lock = threading.Lock()
_loaded: list[Tokenizer] = []


def lexicon() -> Tokenizer:
    """The dictionary; loading it takes most of a second, the first time."""
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_load())
    return _loaded[0]


def forget_lexicon() -> None:
    """Load anew next time: the city has got other names."""
    with _lock:
        _loaded.clear()
    _cut_block.cache_clear()


def _load() -> Tokenizer:
    import jieba

    # Filled by hand: jieba itself would keep a cache in the system's folder for temporary files.
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    names = {*spoken_names(), *(card.name for card in class_cards().values())}
    for name in names:
        word = same_case(name.strip())
        if SHORTEST_NAME <= len(word) <= LONGEST_NAME and word.isalnum():
            tokenizer.add_word(word)
    return tokenizer


def cut_text(text: str) -> list[Cut]:
    """Every word of a text and the words inside long ones, each with its place."""
    folded = same_case(text[:LONGEST_TEXT])
    return [
        (word, found.start() + begin)
        for found in _BLOCK.finditer(folded)
        for word, begin in _cut_block(found[0])
    ]


@lru_cache(maxsize=8192)
def _cut_block(block: str) -> tuple[Cut, ...]:
    """All words of two characters and more, and the characters that are in none of them.

    People say the same things again and again, so what was cut is kept.
    """
    if not "\u4e00" <= block[0] <= "\u9fd5":
        return ((block, 0),)
    found: list[Cut] = []
    covered = 0
    for begin, ends in lexicon().get_DAG(block).items():
        longest = max(ends)
        found += [(block[begin : end + 1], begin) for end in ends if end > begin]
        if longest == begin and begin >= covered:
            found.append((block[begin], begin))
        covered = max(covered, longest + 1 if longest > begin else covered)
    return tuple(found)


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
        best = [(word, at) for word, at, _ in lexicon().tokenize(folded, HMM=False)]
        terms.append((folded, cut_text(folded), best))
        shown += [folded, *(word for word, _ in best if len(word) > 1)]
    return query(terms), shown
