"""The queues of each duty: conditions in SQL, and their counts in one statement."""

# ruff: noqa: S608 - only our own texts are pasted into SQL; every value is a parameter
from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from chengmai.cases.queries.lamps import OPEN_SQL
from chengmai.cases.queries.seen import Params, seen_sql
from chengmai.cases.words import Stage
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.errors import BadInput


@dataclass(frozen=True)
class Queue:
    """One tray on a desk. `sql` may use `%(me)s` or `%(duties)s`."""

    name: str
    sql: str
    duties: frozenset[Duty] = frozenset()


def _at(*stages: Stage) -> str:
    return "cases_case.stage IN ({})".format(", ".join(f"'{stage}'" for stage in stages))


def _queue(name: str, sql: str, *duties: Duty) -> Queue:
    return Queue(name, sql, frozenset(duties))


_FIELD = (Duty.HANDLER, Duty.COLLECTOR)
_MY_HANDLE = f"({_at(Stage.HANDLING)} AND cases_case.handler_id = %(me)s)"
_MY_VERIFY = f"({_at(Stage.VERIFYING)} AND cases_case.collector_id = %(me)s)"
_MY_CHECK = f"({_at(Stage.CHECKING)} AND cases_case.collector_id = %(me)s)"

QUEUES = (
    _queue("to_accept", _at(Stage.REPORTED), Duty.OPERATOR),
    _queue("verifying", _at(Stage.VERIFYING), Duty.OPERATOR),
    _queue("to_send_check", _at(Stage.PENDING_CHECK), Duty.OPERATOR),
    _queue("self_audit", _at(Stage.SELF_AUDIT), Duty.OPERATOR),
    _queue("to_register", _at(Stage.PENDING_REGISTER), Duty.DUTY_LEADER),
    _queue("to_close", _at(Stage.PENDING_CLOSE), Duty.DUTY_LEADER),
    _queue("to_dispatch", _at(Stage.PENDING_DISPATCH), Duty.DISPATCHER),
    _queue(
        "approvals",
        "cases_case.pending_kind <> '' AND cases_case.pending_duty = ANY(%(duties)s)",
        Duty.DUTY_LEADER,
        Duty.DISPATCHER,
        Duty.OPERATOR,
        Duty.LEADER,
    ),
    _queue("feedback_review", _at(Stage.PENDING_CHECK), Duty.DISPATCHER),
    _queue("supervised", f"cases_case.supervised AND {OPEN_SQL}", Duty.DISPATCHER, Duty.LEADER),
    _queue("to_receive", _at(Stage.PENDING_DEPARTMENT), Duty.DEPARTMENT),
    _queue("department_handling", _at(Stage.HANDLING), Duty.DEPARTMENT),
    _queue("to_confirm", _at(Stage.FEEDBACK), Duty.DEPARTMENT),
    _queue("suspended", _at(Stage.SUSPENDED), Duty.DEPARTMENT),
    _queue("my_tasks", f"({_MY_HANDLE} OR {_MY_VERIFY} OR {_MY_CHECK})", *_FIELD),
    _queue("my_handle", _MY_HANDLE, *_FIELD),
    _queue("my_verify", _MY_VERIFY, *_FIELD),
    _queue("my_check", _MY_CHECK, *_FIELD),
    _queue("open", OPEN_SQL),
    _queue("overdue", f"{OPEN_SQL} AND cases_case.lamp_due_at < clock.at"),
    _queue("all", "TRUE"),
)
_BY_NAME = {queue.name: queue for queue in QUEUES}


def queue_sql(name: str, actor: Actor) -> tuple[str, Params]:
    """The condition of a queue by name. Raises BadInput for an unknown one."""
    queue = _BY_NAME.get(name)
    if queue is None:
        raise BadInput("Unknown queue.", field="queue", given=name[:40])
    return _bind(queue.sql, actor)


def _bind(sql: str, actor: Actor) -> tuple[str, Params]:
    params: Params = [actor.stands_for] * sql.count("%(me)s")
    if "%(duties)s" in sql:  # no condition uses both
        params.append(sorted(duty.value for duty in actor.duties))
    return sql.replace("%(me)s", "%s").replace("%(duties)s", "%s"), params


def queues_of(actor: Actor) -> tuple[Queue, ...]:
    """The trays on this actor's desk; `all` is not counted."""
    return tuple(q for q in QUEUES if q.name != "all" and (not q.duties or actor.has(*q.duties)))


def count_queues(actor: Actor, at: datetime) -> list[dict[str, object]]:
    """Each tray of this actor with how many cases lie in it, are due soon and are overdue."""
    seen, seen_params = seen_sql(actor)
    columns: list[str] = []
    params: Params = []
    trays = queues_of(actor)
    for queue in trays:
        condition, bound = _bind(queue.sql, actor)
        for extra in ("", " AND soon", " AND late"):
            columns.append(f"coalesce(sum(n) FILTER (WHERE {condition}{extra}), 0)::int")
            params += bound
    # What can lie in a tray is read once by the indexes of open and of pending cases, then put
    # together into a few dozen kinds; the many counts look at these.
    sql = (
        f"SELECT json_build_array({', '.join(columns)}) FROM ("
        " SELECT stage, pending_kind, pending_duty, supervised, handler_id, collector_id, late,"
        "  soon, lamp_due_at, count(*) AS n FROM ("
        "  SELECT stage, pending_kind, pending_duty, supervised,"
        "   CASE WHEN handler_id = k.me THEN handler_id END AS handler_id,"
        "   CASE WHEN collector_id = k.me THEN collector_id END AS collector_id,"
        "   lamp_due_at < k.at AS late, lamp_due_at >= k.at AND lamp_warn_at <= k.at AS soon,"
        "   CASE WHEN lamp_due_at < k.at THEN '-infinity'::timestamptz END AS lamp_due_at"
        f"  FROM (SELECT * FROM cases_case WHERE {OPEN_SQL} UNION ALL"
        f"   SELECT * FROM cases_case WHERE cases_case.pending_kind <> '' AND NOT {OPEN_SQL} OFFSET 0"
        f"  ) AS cases_case, (SELECT %s::timestamptz AS at, %s::bigint AS me) AS k WHERE {seen}"
        " ) AS each GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9"
        ") AS cases_case, (SELECT %s::timestamptz AS at) AS clock"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, at, actor.stands_for, *seen_params, at])
        (found,) = cursor.fetchone()
    numbers = json.loads(found) if isinstance(found, str) else found
    return [
        {
            "queue": queue.name,
            "count": numbers[3 * i],
            "due_soon": numbers[3 * i + 1],
            "overdue": numbers[3 * i + 2],
        }
        for i, queue in enumerate(trays)
    ]
