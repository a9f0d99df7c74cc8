"""Keeping the words by which cases are found; for older cases in batches that can be taken up."""

from __future__ import annotations

from collections.abc import Callable, Set

from django.db import connection, transaction

from ..models import Case
from ..queries.lexicon import words_vector

SEARCHED = frozenset({"description", "address", "class_code"})  # a change of these changes words
BATCH = 2_000

_WRITE = """
INSERT INTO cases_casewords (case_id, words) SELECT * FROM unnest(%s::bigint[], %s::tsvector[])
ON CONFLICT (case_id) DO UPDATE SET words = excluded.words
"""
# The words of weight A are those of the class; the others move behind the new ones.
_OTHER_CLASS = """
UPDATE cases_casewords SET words = %s::tsvector || ts_filter(words, '{b,c}') WHERE case_id = %s
"""
# The rows stay locked until their words are written: a move at the same time writes after us.
_NEXT = """
SELECT c.id, c.description, c.address, c.class_code FROM cases_case c
WHERE c.id < %s AND (%s OR NOT EXISTS (SELECT FROM cases_casewords w WHERE w.case_id = c.id))
ORDER BY c.id DESC LIMIT %s FOR NO KEY UPDATE OF c
"""


def write_words(case: Case, changed: Set[str] = SEARCHED) -> None:
    """Bring a case's words to what changed of its class, address and description. One statement.

    Where only the class is another one, the long description is not cut again.
    """
    if changed == {"class_code"} and _write_class(case):
        return
    words = words_vector(case.description, case.address, case.class_code)
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [[case.pk], [words]])


def _write_class(case: Case) -> bool:
    """Put the name of the class in the place of the one before; whether there were words at all."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHER_CLASS, [words_vector("", "", case.class_code), case.pk])
        return bool(cursor.rowcount)


def word_cases(
    *, anew: bool = False, before: int | None = None, say: Callable[[str], None] | None = None
) -> int:
    """Write the words of cases that have none, or of all (`anew`), the newest first; how many.

    Each batch is committed by itself. A run that was cut off is taken up by running it again;
    with `anew` by giving the number that was said last as `before`.
    """
    last = before or 2**62
    done = 0
    while batch := _word_batch(last, anew):
        last = batch[-1]
        done += len(batch)
        if say and done % (10 * BATCH) < BATCH:
            say(f"{done} cases, down to number {last}")
    return done


@transaction.atomic
def _word_batch(last: int, anew: bool) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [last, anew, BATCH])
        rows = cursor.fetchall()
        ids = [row[0] for row in rows]
        vectors = [words_vector(*row[1:]) for row in rows]
        if ids:
            cursor.execute(_WRITE, [ids, vectors])
    return ids
