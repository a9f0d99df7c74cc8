"""Scope: which cases an actor may know about. Every other read starts here."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, JSONField, QuerySet
from django.db.models.expressions import RawSQL

from chengmai.cases.errors import CaseNotFound
from chengmai.cases.models import Case
from chengmai.identity.words import Actor
from chengmai.kernel.ledger import HEAD_JOIN

Params = list[Any]


def seen_sql(actor: Actor) -> tuple[str, Params]:
    """The condition on `cases_case` that keeps what this actor may see, and its parameters.

    Whoever sees the whole city sees every case. Others see the cases of their unit and the units
    below it, of a joint handling with their unit, of their division and duty grids, and those
    that name them as reporter, handler or collector. The same test decides whom a fact reaches
    live (`CaseMoved` carries the same values).
    """
    ways = seen_ways(actor)
    if ways is None:
        return "TRUE", []
    params = [value for way in ways for value in way.params]
    return (f"({' OR '.join(way.sql for way in ways)})", params) if ways else ("FALSE", [])


@dataclass(frozen=True)
class Way:
    """One way of seeing: its condition, and where it is a prefix, of what.

    `alone` says the same where nothing else is asked and the condition has to find the cases.
    """

    sql: str
    params: Params
    division: str = ""
    path: str = ""
    alone: str = ""


def seen_ways(actor: Actor) -> list[Way] | None:
    """The conditions of `seen_sql` one by one; None for whoever sees the whole city.

    Each way can be read in a list's order from an index of its own.
    """
    if actor.sees_whole_city:
        return None
    ways = _ways_of_place(actor)
    if actor.organisation_path:
        prefix = f"{actor.organisation_path}%"
        # The path's index leaves out cases without a unit.
        path = "(cases_case.organisation_path <> '' AND cases_case.organisation_path LIKE %s)"
        ways.append(Way(path, [prefix], path=actor.organisation_path))
        # Alone it finds the cases; beside other ways it is asked of one or of thousands of them.
        of_path = "p.organisation_path LIKE %s"
        shared = f"EXISTS (SELECT FROM cases_part p WHERE p.case_id = cases_case.id AND {of_path})"
        alone = f"cases_case.id = ANY (ARRAY(SELECT p.case_id FROM cases_part p WHERE {of_path}))"
        ways.append(Way(shared, [prefix], alone=alone))
    if actor.stands_for is not None:
        for column in ("handler_id", "collector_id", "reporter_id"):
            ways.append(Way(f"cases_case.{column} = %s", [actor.stands_for]))
    return ways


def _ways_of_place(actor: Actor) -> list[Way]:
    ways: list[Way] = []
    if actor.division:
        # A division is a prefix of the unit grid's code.
        sql = "cases_case.grid_code LIKE %s"
        ways.append(Way(sql, [f"{actor.division}%"], division=actor.division))
    for code in sorted(actor.duty_grid_codes):
        ways.append(Way("cases_case.duty_grid_code = %s", [code]))
    return ways


def cases_seen_by(actor: Actor) -> QuerySet[Case]:
    """The cases this actor may know about."""
    if actor.sees_whole_city:
        return Case.objects.all()
    sql, params = seen_sql(actor)
    return Case.objects.filter(RawSQL(sql, params, output_field=BooleanField()))  # noqa: S611


def case_with(
    actor: Actor, case_id: int, more: str, params: Params, *, rest: str = ""
) -> tuple[Case, Sequence[Any]]:
    """One case and the values of further SQL columns, with `rest` behind the condition.

    Written as SQL because every case page and every move begins here: composing the query by the
    ORM took longer than answering it. Raises CaseNotFound for a hidden and a missing case alike.
    """
    seen, bound = seen_sql(actor)
    sql = f"SELECT {_SELECTED}, {more} WHERE cases_case.id = %s AND {seen} {rest}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, case_id, *bound])
        row = cursor.fetchone()
    if row is None:
        raise CaseNotFound("No such case.", case_id=case_id)
    return _case_from(row[: len(_NAMES)]), row[len(_NAMES) :]


def get_case(actor: Actor, case_id: int, *, lock: bool = False) -> Case:
    """One case. A hidden case and a missing case give the same answer.

    With `lock` the row stays locked until the transaction ends, and the head of its ledger comes
    along for `publish`. Raises CaseNotFound.
    """
    if not lock:
        return case_with(actor, case_id, "TRUE FROM cases_case", [])[0]
    case, (seq, hash_) = case_with(actor, case_id, _HEAD, [], rest="FOR UPDATE OF cases_case")
    case.ledger_head = None if seq is None else (seq, hash_)
    return case


# Every column but the drawn geometry, which nobody reads in Python.
_FIELDS = [field for field in Case._meta.concrete_fields if field.name != "point_3857"]
_NAMES = [field.attname for field in _FIELDS]
_SELECTED = ", ".join(f"cases_case.{field.column}" for field in _FIELDS)
_JSON = [i for i, field in enumerate(_FIELDS) if isinstance(field, JSONField)]
_HEAD = "head.seq, head.hash FROM cases_case " + HEAD_JOIN.format(
    subject="'case:' || cases_case.id"
)


def _case_from(row: Sequence[Any]) -> Case:
    values = list(row)
    for position in _JSON:
        if values[position] is not None:
            values[position] = json.loads(values[position])
    return Case.from_db("default", _NAMES, values)
