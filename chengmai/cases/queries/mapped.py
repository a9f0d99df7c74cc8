"""Which cases a map's address asks for: the filters of a tile as a condition on `cases_case`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from chengmai.cases.queries.filters import CaseFilter, conditions
from chengmai.cases.queries.seen import Params
from chengmai.identity.words import SYSTEM
from chengmai.kernel.errors import BadInput

_TEXTS = ("stage", "kind", "class_code", "area", "source")


def mapped_cases(given: Mapping[str, str]) -> tuple[str, Params]:
    """The condition and its values. Names that no filter has are left alone.

    `since` and `until` are days (the whole of `until` counts) or instants of the report; `lamp`
    may name several, with commas. Raises BadInput naming the filter.
    """
    texts: dict[str, Any] = {name: given[name] for name in _TEXTS if given.get(name)}
    wanted = CaseFilter(
        **texts,
        since=_moment(given, "since"),
        until=_moment(given, "until"),
        organisation_id=_number(given, "organisation_id"),
    )
    where, params = ["TRUE"], list[object]()
    for sql, bound in conditions(SYSTEM, wanted):
        where.append(sql)
        params += bound
    if lamps := [lamp for lamp in given.get("lamp", "").split(",") if lamp]:
        ways = [
            " AND ".join(sql for sql, _ in conditions(SYSTEM, CaseFilter(lamp=lamp)))
            for lamp in lamps[:8]
        ]
        where.append(f"({' OR '.join(f'({way})' for way in ways)})")
    return " AND ".join(where).replace("clock.at", "now()"), params


def _moment(given: Mapping[str, str], name: str) -> datetime | None:
    value = given.get(name, "")
    if not value:
        return None
    try:
        moment = parse_datetime(value)
        day = parse_date(value)
    except ValueError:
        moment = day = None
    if day is not None:
        later = timedelta(days=1 if name == "until" else 0)
        moment = datetime.combine(day, datetime.min.time()) + later
    if moment is None:
        raise BadInput("This is no day.", field=name, remedy="Send 2026-05-01.")
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _number(given: Mapping[str, str], name: str) -> int | None:
    value = given.get(name, "")
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or len(value) > 15:
        raise BadInput("This is no number.", field=name)
    return int(value)
