"""How a list is read in its order: which walks along which indexes, then merged. Decision 0100.

Open cases are never many and change all the time: they are asked one by one, along one index that
holds everything a list asks for. Ended cases are many and hardly change: each way of seeing and
each filter has an index of its own in the order of reporting, and all of these hold what the other
filters ask for. So whichever index the planner takes, what does not fit is passed over inside it
and no row is fetched that is not shown.
"""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

from dataclasses import dataclass, replace

from chengmai.cases.queries.filters import (
    GRID_DIGITS,
    CaseFilter,
    Condition,
    conditions,
    only_open,
)
from chengmai.cases.queries.lamps import ENDED_STAGES, OPEN_SQL
from chengmai.cases.queries.seen import Params, Way, seen_sql, seen_ways
from chengmai.identity.words import Actor

KEYS = "cases_case.id, cases_case.reported_at, cases_case.lamp_due_at"
# Nothing is due of what has ended; without its column the index alone is read.
_KEYS_OF_ENDED = "cases_case.id, cases_case.reported_at, NULL::timestamptz AS lamp_due_at"
ENDED = "cases_case.closed_at IS NOT NULL"  # the words of the indexes of ended cases
_IN_PATHS = "cases_case.organisation_path <> '' AND cases_case.organisation_path"
LEVELS = (9, 6)  # digits of a street's and a district's code; each has an index
COMMUNITY_DIGITS = 12
# Every chain of units below a prefix that has ended cases, found by leaping along the index.
_PATHS = f"""
WITH RECURSIVE paths AS (
 (SELECT organisation_path AS path FROM cases_case WHERE {ENDED} AND {_IN_PATHS} LIKE %s
  ORDER BY organisation_path USING ~<~ LIMIT 1)
 UNION ALL
 SELECT (SELECT organisation_path FROM cases_case WHERE {ENDED} AND {_IN_PATHS} LIKE %s
   AND cases_case.organisation_path ~>~ paths.path ORDER BY organisation_path USING ~<~ LIMIT 1)
 FROM paths WHERE paths.path IS NOT NULL
)
"""


@dataclass(frozen=True)
class Listed:
    """What every walk of one list has in common: conditions, order and how many rows."""

    where: list[Condition]
    by: str
    rows: int

    def walk(self, *ways: Condition, keys: str = KEYS) -> tuple[str, Params]:
        """The first rows in order of one way into the table."""
        text, params = joined([*ways, *self.where])
        return (
            f"SELECT {keys} FROM cases_case WHERE {text} ORDER BY {self.by} LIMIT {self.rows}",
            params,
        )

    def walk_of_ended(self, *ways: Condition) -> tuple[str, Params]:
        """The same of ended cases only."""
        return self.walk(*ways, keys=_KEYS_OF_ENDED)

    def walk_of_paths(self, prefix: str, ended: Condition) -> tuple[str, Params]:
        """The first ended cases of each unit below a chain of units."""
        inner, params = self.walk_of_ended(ended, (f"{_IN_PATHS} = paths.path", []))
        sql = f"{_PATHS} SELECT w.* FROM paths CROSS JOIN LATERAL ({inner}) AS w"
        return sql, [prefix, prefix, *params]


def walked(
    actor: Actor, wanted: CaseFilter, further: list[Condition], by: str, rows: int
) -> tuple[str, Params]:
    """A SELECT of the keys of a list's first rows in order, words aside.

    `further` are conditions beside the filters, `by` the order. Raises BadInput naming the filter
    that makes no sense.
    """
    listed = Listed([*conditions(actor, wanted), *further], by, rows)
    seen = seen_sql(actor)
    if wanted.queue == "approvals":  # few, open or not, along an index of their own
        return listed.walk(seen)
    stages = set(filter(None, wanted.stage.split(",")))
    walks = []
    if not stages or not stages <= set(ENDED_STAGES):
        walks.append(listed.walk((OPEN_SQL, []), seen))
    if not only_open(wanted):
        for stage in sorted(stages & set(ENDED_STAGES)) or [""]:
            walks += _walks_of_ended(actor, wanted, further, by, rows, stage)
    if not walks:  # ended ones in the order of deadlines, which they no longer have
        walks = [listed.walk(("FALSE", []))]
    if len(walks) == 1:
        return walks[0]
    together = " UNION ".join(f"({sql})" for sql, _ in walks)
    return (
        f"SELECT * FROM ({together}) AS listed ORDER BY {by} LIMIT {rows}",
        [value for _, params in walks for value in params],
    )


def _walks_of_ended(
    actor: Actor, wanted: CaseFilter, further: list[Condition], by: str, rows: int, stage: str
) -> list[tuple[str, Params]]:
    """One walk for each way of seeing.

    An area inside the actor's division is seen whole; one outside of it is not seen by division.
    """
    ended: Condition = (ENDED, [])
    wanted = replace(wanted, lamp="")  # none of them has one
    if stage:  # of several, an index can be asked in order for one at a time
        wanted, ended = replace(wanted, stage=""), (f"{ENDED} AND cases_case.stage = '{stage}'", [])
    ways = seen_ways(actor)
    area = wanted.area or wanted.grid_code
    whole = ways is None or bool(actor.division and area.startswith(actor.division))
    if whole and area:  # the area leads: it is read in order where it is a district or a street
        bare = replace(wanted, area="", grid_code=wanted.grid_code if wanted.area else "")
        ways, wanted = [Way(*of_place(area))], bare
    listed = Listed([*conditions(actor, wanted), *further], by, rows)
    if ways is None:
        return [listed.walk_of_ended(ended)]
    walks = []
    for way in ways:
        if way.division and area and not way.division.startswith(area):
            continue
        if way.path:
            walks.append(listed.walk_of_paths(f"{way.path}%", ended))
        elif way.division:
            walks.append(listed.walk_of_ended(ended, of_place(way.division)))
        else:
            walks.append(listed.walk_of_ended(ended, (way.alone or way.sql, way.params)))
    return walks


def of_place(code: str) -> Condition:
    """Cases of an area by the beginning of their grid's code, districts and streets by index."""
    code = code[:GRID_DIGITS]
    if len(code) == GRID_DIGITS:
        return "cases_case.grid_code = %s", [code]
    like: Condition = ("cases_case.grid_code LIKE %s", [f"{code}%"])
    level = next((digits for digits in LEVELS if digits <= len(code)), 0)
    if not level or len(code) >= COMMUNITY_DIGITS:  # a community has few grids
        return like
    whole = (f"left(cases_case.grid_code, {level}) = %s", [code[:level]])
    return whole if len(code) == level else (f"{whole[0]} AND {like[0]}", [*whole[1], *like[1]])


def joined(where: list[Condition]) -> tuple[str, Params]:
    """The conditions as one, with their values."""
    return " AND ".join(sql for sql, _ in where), [value for _, b in where for value in b]
