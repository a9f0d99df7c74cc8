"""The numbers of the loop that are in force, with who says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from chengmai.cases.models import Setting, StageLimit
from chengmai.cases.queries.settings import shipped_rows


def standards(day: date) -> list[dict[str, Any]]:
    """Clock limits first, then thresholds, as they hold on this day.

    A city's own row stands in the place of the one that we ship. Two statements.
    """
    shipped = shipped_rows()
    found = {("limit", row["clock"]): _limit(row) for row in shipped["stage_limits"]}
    found |= {("setting", row["key"]): _setting(row) for row in shipped["settings"]}
    holds = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    for limit in StageLimit.objects.filter(holds).order_by("valid_from"):
        found["limit", limit.clock] = _limit(vars(limit))
    for setting in Setting.objects.filter(holds).order_by("valid_from"):
        found["setting", setting.key] = _setting(vars(setting))
    return list(found.values())


def _limit(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "limit",
        "key": row["clock"],
        "title": "",
        "value": row["amount"],
        "unit": row["unit"],
        **_origin(row),
    }


def _setting(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "setting",
        "key": row["key"],
        "title": row.get("title", ""),
        "value": row["value"],
        "unit": None,
        **_origin(row),
    }


def _origin(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": row.get("source", ""),
        "clause": row.get("clause", ""),
        "valid_from": str(row["valid_from"]) if row.get("valid_from") else "",
        "valid_to": str(row["valid_to"]) if row.get("valid_to") else None,
    }
