"""Counting days from the cases themselves; the roll-up and its check are this one statement."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.rules.statistics import COUNTS
from chengmai.cases.words import Stage

KEYS = ("day", "street_code", "class_code", "organisation_id")


def _day(moment: str) -> str:
    return f"({moment} AT TIME ZONE 'Asia/Shanghai')::date"


def _named(*stages: Stage) -> str:
    return ", ".join(f"'{stage}'" for stage in stages)


_DROPPED = _named(Stage.REJECTED, Stage.MERGED, Stage.VOIDED)
_NEVER_DUE = _named(
    Stage.SUSPENDED, Stage.MERGED, Stage.VOIDED, Stage.REJECTED, Stage.NOT_REGISTERED
)
_ENDED = f"stage IN ({_named(Stage.CLOSED, Stage.SPECIAL_CLOSED)})"
_IN_TIME = "(handled_in_time OR timeout_exempt)"
_DUE = f"CASE WHEN dispatched_at IS NOT NULL AND stage NOT IN ({_NEVER_DUE}) THEN"
_TO_CLOSE = f"CASE WHEN registered_at IS NOT NULL AND stage NOT IN ({_NEVER_DUE}) THEN"
_WHEN_ENDED = f"CASE WHEN {_ENDED} THEN closed_at END"

# day of a case, and which counts it adds to on that day, each under its condition
EVENTS: tuple[tuple[str, dict[str, str]], ...] = (
    (_day("reported_at"), {"reported": "TRUE", "valid": f"stage NOT IN ({_DROPPED})"}),
    (_day("accepted_at"), {"accepted": "TRUE"}),
    (_day("registered_at"), {"registered": "TRUE"}),
    (_day("dispatched_at"), {"dispatched": "TRUE"}),
    (
        _day("confirmed_at"),
        {
            "disposed": "TRUE",
            "in_time": f"coalesce({_IN_TIME}, FALSE)",
            "overtime": f"NOT coalesce({_IN_TIME}, TRUE)",
        },
    ),
    (_day(_WHEN_ENDED), {"closed": "TRUE"}),
    (
        _day(f"{_DUE} least(confirmed_at, due_at) END"),
        {
            "due": "TRUE",
            "due_done": "confirmed_at IS NOT NULL",
            "due_in_time": f"confirmed_at IS NOT NULL AND coalesce({_IN_TIME}, FALSE)",
        },
    ),
    (
        _day(f"{_TO_CLOSE} least({_WHEN_ENDED}, due_at) END"),
        {
            "to_close": "TRUE",
            "to_close_done": _ENDED,
            "to_close_in_time": f"{_ENDED} AND coalesce({_IN_TIME}, FALSE)",
            "rework": "rework_no > 0",
        },
    ),
)


def _event(day: str, adds: dict[str, str]) -> str:
    values = ", ".join(f"({adds[name]})::int" if name in adds else "0" for name in COUNTS)
    return f"({day}, {values})"


def counted_sql(where: str) -> str:
    """A SELECT of `KEYS` and `COUNTS` over the cases that meet `where`, days and all.

    `e.day` may be used by `where`.
    """
    events = ", ".join(_event(day, adds) for day, adds in EVENTS)
    sums = ", ".join(f"sum(e.{name})::int AS {name}" for name in COUNTS)
    return (
        "SELECT e.day, cases_case.street_code, cases_case.class_code,"
        f" coalesce(cases_case.organisation_id, 0) AS organisation_id, {sums}"
        f" FROM cases_case CROSS JOIN LATERAL (VALUES {events}) AS e (day, {', '.join(COUNTS)})"
        f" WHERE e.day IS NOT NULL AND {where} GROUP BY 1, 2, 3, 4"
    )


# Whatever happened on a day happened to a case reported by then that is open or ended since; so
# two indexes find the cases of a day. Parameters: days, last day, first day.
OF_DAYS = counted_sql(
    "e.day = ANY(%s::date[])"
    " AND cases_case.reported_at < ((%s::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')"
    f" AND ({OPEN_SQL} OR cases_case.closed_at >= (%s::date::timestamp AT TIME ZONE 'Asia/Shanghai'))"
)
ALL_DAYS = counted_sql("TRUE")
