"""What a list asks for, and its conditions in SQL; each can be answered by an index in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chengmai.cases.queries.lamps import LAMP_CONDITIONS, OPEN_SQL
from chengmai.cases.queries.queues import queue_sql
from chengmai.cases.queries.seen import Params
from chengmai.cases.words import TERMINAL, CaseSource, Lamp, Stage
from chengmai.city.public import class_cards
from chengmai.identity.words import Actor
from chengmai.kernel.errors import BadInput

GRID_DIGITS = 15
Condition = tuple[str, Params]


@dataclass(frozen=True)
class CaseFilter:
    """What a list asks for; empty means any. Codes and `area` match by prefix.

    `order` empty means the best matches first where words are asked for, else the newest.
    """

    queue: str = ""
    stage: str = ""
    lamp: str = ""
    kind: str = ""
    class_code: str = ""
    grid_code: str = ""
    area: str = ""
    organisation_id: int | None = None
    source: str = ""
    since: datetime | None = None
    until: datetime | None = None
    q: str = ""
    urgent: bool | None = None
    supervised: bool | None = None
    order: str = ""


def conditions(actor: Actor, wanted: CaseFilter) -> list[Condition]:
    """The conditions on `cases_case` but scope and words; `clock.at` is the moment of the lamps.

    Raises BadInput naming the filter that makes no sense.
    """
    found: list[Condition] = [queue_sql(wanted.queue, actor)] if wanted.queue else []
    found += [*_exact(wanted), *_prefixes(wanted), *_period(wanted)]
    if wanted.lamp:
        found.append((f"({LAMP_CONDITIONS[_known(Lamp, wanted.lamp, 'lamp')]})", []))
        if wanted.lamp != Lamp.NONE:
            found.append((OPEN_SQL, []))
    return found


def asked_words(wanted: CaseFilter) -> str:
    """The words to look for, cleaned; empty when none are asked for."""
    return " ".join(wanted.q.replace("\x00", "").split())[:60]


def only_open(wanted: CaseFilter) -> bool:
    """Whether the list holds open cases only, which are never many."""
    if wanted.queue and wanted.queue not in ("all", "approvals"):
        return True
    stages = set(wanted.stage.split(",")) if wanted.stage else set()
    ended = {stage.value for stage in TERMINAL}
    if stages and stages.isdisjoint(ended):
        return True
    return wanted.order == "due" or wanted.lamp not in ("", Lamp.NONE)


def _exact(wanted: CaseFilter) -> list[Condition]:
    found: list[Condition] = []
    if wanted.stage:
        stages = {_known(Stage, name, "stage").value for name in wanted.stage.split(",")}
        named = ", ".join(f"'{stage}'" for stage in sorted(stages))
        found.append((f"cases_case.stage IN ({named})", []))
    if wanted.source:
        source = _known(CaseSource, wanted.source, "source").value
        found.append(("cases_case.source = %s", [source]))
    if wanted.kind:
        found.append(("cases_case.kind = %s", [wanted.kind[:10]]))
    if wanted.organisation_id is not None:
        found.append(("cases_case.organisation_id = %s", [wanted.organisation_id]))
    for column in ("urgent", "supervised"):
        value = getattr(wanted, column)
        if value is not None:  # as a word, which the planner compares with a partial index
            found.append((f"{'' if value else 'NOT '}cases_case.{column}", []))
    return found


def _prefixes(wanted: CaseFilter) -> list[Condition]:
    found: list[Condition] = []
    for name, column in (
        ("class_code", "class_code"),
        ("grid_code", "grid_code"),
        ("area", "grid_code"),
    ):
        value = getattr(wanted, name)
        if not value:
            continue
        if not value.isascii() or not value.isalnum():
            raise BadInput("A code has letters and digits only.", field=name)
        # A whole code is one value, whose cases the index gives in order; a prefix is many.
        whole = len(value) >= GRID_DIGITS if column == "grid_code" else value in class_cards()
        if whole:
            found.append((f"cases_case.{column} = %s", [value[:GRID_DIGITS]]))
        else:
            found.append((f"cases_case.{column} LIKE %s", [f"{value[:GRID_DIGITS]}%"]))
    return found


def _period(wanted: CaseFilter) -> list[Condition]:
    found: list[Condition] = []
    if wanted.since:
        found.append(("cases_case.reported_at >= %s", [wanted.since]))
    if wanted.until:
        found.append(("cases_case.reported_at < %s", [wanted.until]))
    return found


def _known(words: Any, value: str, field: str) -> Any:
    try:
        return words(value)
    except ValueError:
        raise BadInput("Unknown value.", field=field, given=value[:40]) from None
