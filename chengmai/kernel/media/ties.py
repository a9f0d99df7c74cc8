"""Many files tied to many things at once, and let go again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

_TIE = """
UPDATE media_mediafile m SET subjects = m.subjects || wanted.fresh
  FROM (SELECT p.id, array_agg(DISTINCT p.subject) AS fresh
          FROM unnest(%s::bigint[], %s::varchar[]) AS p (id, subject)
          JOIN media_mediafile t ON t.id = p.id AND NOT p.subject = ANY (t.subjects)
         GROUP BY p.id) wanted
 WHERE m.id = wanted.id
"""
_UNTIE = """
UPDATE media_mediafile m SET subjects = array(
        SELECT s FROM unnest(m.subjects) AS s WHERE NOT s = ANY (gone.subjects))
  FROM (SELECT p.id, array_agg(DISTINCT p.subject) AS subjects
          FROM unnest(%s::bigint[], %s::varchar[]) AS p (id, subject) GROUP BY p.id) gone
 WHERE m.id = gone.id
"""
Pairs = Sequence[tuple[int, str]]


def tie_many(pairs: Pairs) -> None:
    """Tie files to what they show, for callers that have checked whose they are. One statement."""
    _run(_TIE, pairs)


def untie_many(pairs: Pairs) -> None:
    """Files no longer show this; what nothing uses goes after a while. One statement."""
    _run(_UNTIE, pairs)


def known_media(ids: Iterable[int]) -> set[int]:
    """Those of the numbers that are still files."""
    wanted = list(set(ids))
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM media_mediafile WHERE id = ANY (%s)", [wanted])
        return {number for (number,) in cursor.fetchall()}


def _run(statement: str, pairs: Pairs) -> None:
    if not pairs:
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, [[one for one, _ in pairs], [text for _, text in pairs]])
