"""Effects counted in one statement: how many rows, and the first few by name."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet, Window

from chengmai.kernel.tables.words import Effect, Words

SAMPLES = 8


def listed(
    code: str, words: Words, rows: QuerySet[Any], name: str, *, refuses: bool = False
) -> Effect:
    """The effect on these rows, with the first eight values of `name`. One statement."""
    counted = rows.order_by(name).annotate(table_count=Window(Count("*")))
    first = list(counted.values_list(name, "table_count")[:SAMPLES])
    count = int(first[0][1]) if first else 0
    samples = tuple(str(value) for value, _ in first)
    return Effect(code, words, count, samples, refuses)


def remark(code: str, zh: str, en: str) -> Effect:
    """An effect that is a sentence without a count."""
    return Effect(code, Words(zh, en))
