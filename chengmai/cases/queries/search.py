"""Finding cases by words: what is looked for, how common it is, and what was not looked at.

A rare word is asked of the index of words: every case that has it is found and ranked. A common
one is asked of the newest cases of the list, for ranking a million would take seconds; the answer
says so. The planner's own estimate tells the two apart.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from chengmai.cases.queries.lexicon import words_query
from chengmai.cases.queries.seen import Params
from chengmai.cases.rules.lexemes import marks, snippet
from chengmai.kernel.prepared import planned_cursor

FEW = 6_000  # matches that are all fetched and ranked
MOST = 20_000  # matches, or cases of the list, that one question may touch
ENOUGH = 1_000  # matches of a common word that are ranked
TAIL_DIGITS = 4  # so many digits of a case number are enough to look it up
LONGEST_NUMBER = 20
_MARKED = ("description", "address", "case_no", "class_name")
_ESTIMATE = "EXPLAIN (FORMAT JSON) SELECT 1 FROM cases_casewords WHERE words @@ %s::tsquery"


@dataclass(frozen=True)
class Search:
    """What is looked for. `query` is a tsquery's text; `tail` the last digits of a number.

    `common` says that only `MOST` cases of the list are looked at.
    """

    query: str
    shown: tuple[str, ...]
    tail: str = ""
    common: bool = False

    def hits(self) -> tuple[str, Params]:
        """A SELECT of id and score of the cases that have these words, at most `MOST` and one."""
        found, params = [], list[Any]()
        if self.query:
            found.append(
                "(SELECT case_id AS id, round(ts_rank_cd(words, %s::tsquery)::numeric, 3)::float8"
                f" AS score FROM cases_casewords WHERE words @@ %s::tsquery LIMIT {MOST + 1})"
            )
            params += [self.query, self.query]
        if self.tail:
            found.append(
                "(SELECT id, 100::float8 AS score FROM cases_case"
                f" WHERE reverse(case_no) LIKE %s LIMIT {MOST + 1})"
            )
            params.append(f"{self.tail[::-1]}%")
        if not found:
            return "SELECT NULL::bigint AS id, 0::float8 AS score WHERE FALSE", []
        return f"SELECT id, max(score) AS score FROM ({' UNION ALL '.join(found)}) AS u GROUP BY id", params  # fmt: skip

    def among(self, base: str) -> tuple[str, Params]:
        """A SELECT of id and score of those of `base` (a SELECT of id) that have the words."""
        return (
            "SELECT base.id, w.score"
            f" FROM ({base}) AS base CROSS JOIN LATERAL ("
            " SELECT round(ts_rank_cd(words, %s::tsquery)::numeric, 3)::float8 AS score"
            " FROM cases_casewords WHERE case_id = base.id AND words @@ %s::tsquery OFFSET 0) AS w"
            f" LIMIT {ENOUGH}",
            [self.query, self.query],
        )


def search_for(asked: str) -> Search:
    """What these words look for; one statement that only plans."""
    query, shown = words_query(asked)
    number = asked.strip()
    tail = number if number.isdecimal() and TAIL_DIGITS <= len(number) <= LONGEST_NUMBER else ""
    search = Search(query, tuple(shown), tail)
    return replace(search, common=not tail and bool(query) and _estimate(query) > FEW)


def _estimate(query: str) -> float:
    with planned_cursor() as cursor:
        cursor.execute(_ESTIMATE, [query])
        (plan,) = cursor.fetchone()
    found = json.loads(plan) if isinstance(plan, str) else plan
    return float(found[0]["Plan"]["Plan Rows"])


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
