"""Finding cases by words: what is looked for, how common it is, and what was not looked at.

A rare word is asked of the index of words: every case that has it is found and ranked. Of a common
one only so many of the newest cases are asked that a few thousand are found, for ranking a million
would take seconds; the answer says so. The planner's own estimate tells how common a word is. In
lists of open cases, which are never many, every case is asked. Decision 0080.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from chengmai.cases.queries.filters import CaseFilter, asked_words, only_open
from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.queries.lexicon import words_query
from chengmai.cases.queries.seen import Params
from chengmai.cases.queries.walks import ENDED
from chengmai.cases.rules.lexemes import marks, snippet
from chengmai.kernel.prepared import planned_cursor

FEW = 4_000  # matches that are all fetched and ranked
MOST = 12_000  # matches that one question may fetch, whatever the estimate said
MOST_OPEN = 60_000  # open cases that are asked one by one
TAIL_DIGITS = 4  # so many digits of a case number are enough to look it up
LONGEST_NUMBER = 20
_MARKED = ("description", "address", "case_no", "class_name")
_ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT 1 FROM cases_casewords WHERE words @@ %s::tsquery"
_FIRST = "(SELECT id FROM cases_case WHERE {} AND reported_at >= k.since ORDER BY reported_at, id LIMIT 1)"
_LAST = (
    "(SELECT id FROM cases_case WHERE {} AND reported_at < k.until"
    " ORDER BY reported_at DESC, id DESC LIMIT 1)"
)
_EDGES = f"""
SELECT (SELECT min(id) FROM cases_case), (SELECT max(id) FROM cases_case),
 least({_FIRST.format(OPEN_SQL)}, {_FIRST.format(ENDED)}),
 greatest({_LAST.format(OPEN_SQL)}, {_LAST.format(ENDED)})
FROM (SELECT %s::timestamptz AS since, %s::timestamptz AS until) AS k
"""
_SCORE = "round(ts_rank_cd(words, %s::tsquery)::numeric, 3)::float8 AS score"


@dataclass(frozen=True)
class Search:
    """What is looked for. `query` is a tsquery's text; `tail` the last digits of a number.

    `window` are the first and last number of the cases that are asked, None for all. `listed` says
    that the cases of the list are asked one by one.
    """

    query: str
    shown: tuple[str, ...]
    tail: str = ""
    window: tuple[int, int] | None = None
    listed: bool = False

    def hits(self) -> tuple[str, Params]:
        """A SELECT of id and score of the cases that have these words, at most `MOST` and one."""
        found, params = [], list[Any]()
        if self.query:
            inside = "" if self.window is None else " AND case_id BETWEEN %s AND %s"
            found.append(
                f"(SELECT case_id AS id, {_SCORE} FROM cases_casewords"
                f" WHERE words @@ %s::tsquery{inside} LIMIT {MOST + 1})"
            )
            params += [self.query, self.query, *(self.window or ())]
        if self.tail:
            found.append(
                "(SELECT id, 100::float8 AS score FROM cases_case"
                f" WHERE reverse(case_no) LIKE %s LIMIT {MOST + 1})"
            )
            params.append(f"{self.tail[::-1]}%")
        if not found:
            return "SELECT NULL::bigint AS id, 0::float8 AS score WHERE FALSE", []
        if len(found) == 1:
            return found[0][1:-1], params
        both = " UNION ALL ".join(found)
        return f"SELECT id, max(score) AS score FROM ({both}) AS u GROUP BY id", params

    def among(self, base: str) -> tuple[str, Params]:
        """A SELECT of id and score of those of `base` (a SELECT of id) that have the words."""
        return (
            f"SELECT base.id, w.score FROM ({base}) AS base CROSS JOIN LATERAL (SELECT {_SCORE}"
            " FROM cases_casewords WHERE case_id = base.id AND words @@ %s::tsquery OFFSET 0) AS w",
            [self.query, self.query],
        )

    def narrower(self) -> Search:
        """The same where far more was found than the planner thought: an eighth of the cases."""
        first, last = self.window or (0, _edges(CaseFilter())[1])
        return replace(self, window=(last - (last - first) // 8, last))


def search_for(wanted: CaseFilter) -> Search | None:
    """What this list looks for, None without words; one statement that only plans, or two."""
    asked = asked_words(wanted)
    if not asked:
        return None
    query, shown = words_query(asked)
    tail = asked if asked.isdecimal() and TAIL_DIGITS <= len(asked) <= LONGEST_NUMBER else ""
    search = Search(query, tuple(shown), tail)
    estimate = _estimate(query) if query and not tail else 0
    if estimate <= FEW:
        return search
    if only_open(wanted):
        return replace(search, listed=True)
    first, last, whole = _edges(wanted)
    asked_cases = round(whole * FEW / estimate)
    if wanted.order == "oldest":
        window = (first, min(last, first + asked_cases))
    else:
        window = (max(first, last - asked_cases), last)
    return replace(search, window=window)


def _estimate(query: str) -> float:
    with planned_cursor() as cursor:
        cursor.execute(_ESTIMATE, [query])
        (plan,) = cursor.fetchone()
    found = json.loads(plan) if isinstance(plan, str) else plan
    return float(found[0]["Plan"]["Plan Rows"])


def _edges(wanted: CaseFilter) -> tuple[int, int, int]:
    """The numbers of the list's first and last case by its period, and how many cases there are."""
    with planned_cursor() as cursor:
        cursor.execute(_EDGES, [wanted.since, wanted.until])
        lowest, highest, since, until = cursor.fetchone()
    first = since if wanted.since else lowest
    last = until if wanted.until else highest
    return first or 0, last or 0, (highest or 0) - (lowest or 0) + 1


def marked(rows: str, search: Search, length: int) -> str:
    """The JSON of a page with what was found marked: `marks` by field, begin and end in characters.

    A long description is cut to the piece around its first mark; nothing is ever marked up in the
    text itself, so that no message can bring markup of its own.
    """
    page = json.loads(rows)
    for row in page:
        row["description"] = snippet(row["description"], search.shown, length)
        found = {name: marks(row[name] or "", search.shown) for name in _MARKED}
        row["marks"] = {name: places for name, places in found.items() if places}
    return json.dumps(page, ensure_ascii=False, separators=(",", ":"))
