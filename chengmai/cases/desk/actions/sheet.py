"""A list as a workbook: ordered here, made by the worker, kept and removed by `kernel.exports`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from chengmai.cases.desk.errors import TooManyRows
from chengmai.cases.desk.queries.numbers import desk_numbers
from chengmai.cases.desk.queries.sheet import rows_of, scope_mark, sheet_columns
from chengmai.cases.desk.rules import checked_columns, number_of
from chengmai.cases.queries.lists import CaseFilter, count_up_to
from chengmai.identity.public import actor_of
from chengmai.identity.words import Actor
from chengmai.kernel.exports.models import Export
from chengmai.kernel.exports.public import (
    ExportLimits,
    Kind,
    Made,
    Order,
    ScopeChanged,
    ask_export,
    offer,
)
from chengmai.kernel.facts import plain
from chengmai.kernel.masks import mask_numbers_in
from chengmai.kernel.workbooks import XLSX, write_workbook

_CITY = ZoneInfo("Asia/Shanghai")
SHEET = "cases.sheet"


def ask_sheet(
    *,
    actor: Actor,
    wanted: CaseFilter,
    columns: Sequence[Mapping[str, Any]],
    title: str,
    at: datetime,
) -> Export:
    """Order a workbook of the cases behind this filter. Raises TooManyRows and TooManyExports."""
    numbers = desk_numbers(at)
    kept = checked_columns(columns)
    found = count_up_to(actor, wanted, numbers.export_rows_max + 1, at)
    if found > numbers.export_rows_max:
        raise TooManyRows(
            "The list is longer than one workbook may be.",
            limit=numbers.export_rows_max,
            remedy="Set a shorter period or a further filter.",
        )
    day = at.astimezone(_CITY)
    name = mask_numbers_in(" ".join(title.split()))[:60] or "案件列表"
    return ask_export(
        kind=SHEET,
        title=name,
        file_name=f"{name} {day:%Y-%m-%d %H%M}.xlsx".replace("/", "-"),
        asked_by=number_of(actor),
        params={"filter": plain(_given(wanted)), "columns": kept},
        total=found,
        limits=limits_at(at),
        at=at,
    )


def limits_at(at: datetime) -> ExportLimits:
    """How many files a person may keep, and for how long."""
    numbers = desk_numbers(at)
    return ExportLimits(most_jobs=numbers.export_jobs_max, hours=numbers.export_hours)


def _given(wanted: CaseFilter) -> dict[str, Any]:
    return {
        field.name: mask_numbers_in(value) if field.name == "q" else value
        for field in dataclasses.fields(wanted)
        if (value := getattr(wanted, field.name)) not in ("", None)
    }


def make_sheet(order: Order) -> Made:
    """Write the workbook with what the person may see now, not when they asked."""
    now = timezone.now()
    actor = actor_of(order.asked_by)
    wanted = filter_from(order.params["filter"])
    columns = sheet_columns([column["key"] for column in order.params["columns"]])
    widths = {column["key"]: column["width"] for column in order.params["columns"]}
    most = desk_numbers(now).export_rows_max
    total = count_up_to(actor, wanted, most, now)
    rows = write_workbook(
        order.path,
        title="案件",
        heads=[(column.title, widths.get(column.key, column.width)) for column in columns],
        rows=rows_of(
            actor,
            wanted,
            columns,
            at=now,
            most=most,
            told=lambda done: order.progress(done, max(done, total)),
        ),
    )
    told = {"filter": order.params["filter"], "columns": [column.key for column in columns]}
    return Made(rows=rows, told=told, scope=scope_mark(actor))


def filter_from(kept: dict[str, Any]) -> CaseFilter:
    """The filter as it was kept in JSON."""
    values = dict(kept)
    for name in ("since", "until"):
        if name in values:
            values[name] = datetime.fromisoformat(values[name])
    return CaseFilter(**values)


def refuse_other_scope(person: int, params: dict[str, Any], scope: str) -> None:  # noqa: ARG001
    """A file made under another scope is not handed out. Raises ScopeChanged."""
    if scope_mark(actor_of(person)) != scope:
        raise ScopeChanged(
            "What you may see has changed since this file was made.",
            remedy="Ask for the file anew.",
        )


offer(Kind(SHEET, XLSX, make_sheet, refuse_other_scope))
